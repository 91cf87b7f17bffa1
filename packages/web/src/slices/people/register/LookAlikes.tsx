/**
 * While a name is typed: who on the register looks alike, and why; by what is known of the family, too. Two equal
 * answers each; neither is pushed, since a second record and a wrong one do the same harm. "Somebody else" goes with
 * the registration and is remembered.
 */
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { AreaCode, Id } from '@kerege/contract/common'
import { lookAlikes } from '@kerege/contract/people/routes'
import { BirthDate, type FoundPerson, PersonName, PersonSketch, Sex } from '@kerege/contract/people/schema'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useFormState } from '../../../ui/form/Form.tsx'
import { withScripts } from '../../../ui/form/NameFields.tsx'
import { withoutBlanks } from '../../../ui/form/pointer.ts'
import { Likeness } from '../Likeness.tsx'
import css from '../people.module.css'
import { Known } from '../search/Result.tsx'

const most = 3

export function LookAlikes() {
  const t = useT()
  const form = useFormState()
  const others = (form.get('/notSame') ?? []) as readonly string[]
  const found = useLookAlikes()
  const rows = found.filter(row => !others.includes(row.id)).slice(0, most)
  return (
    <section className={css.alikes} aria-label={t('people.alike.region')}>
      <p className="k-hidden" role="status">
        {rows.length > 0 && t('people.alike.n', { n: rows.length })}
      </p>
      {rows.map(row => (
        <LookAlike key={row.id} row={row} onOther={() => form.set('/notSame', [...others, row.id])} />
      ))}
      {others.length > 0 && (
        <p className={css.others}>
          <span>{t('people.alike.others', { n: others.length })}</span>
          <Button variant="subtle" onClick={() => form.set('/notSame', [])}>
            {t('people.alike.again')}
          </Button>
        </p>
      )}
    </section>
  )
}

function LookAlike({ row, onOther }: { row: FoundPerson; onOther: () => void }) {
  const t = useT()
  return (
    <div className={css.alike}>
      <h2>{t('people.alike.question')}</h2>
      <div className={css.who}>
        <span className={css.name}>
          <bdi>{row.label}</bdi>
        </span>
        <Known row={row} />
      </div>
      <Likeness found={row} />
      <div className={css.pair}>
        <Button variant="default" component={Link} to={`/people/${row.id}`}>
          {t('people.alike.open')}
        </Button>
        <Button variant="default" onClick={onOther}>
          {t('people.alike.other')}
        </Button>
      </div>
    </div>
  )
}

/** Asks once the typing rests, with whatever of the form can be read already. */
function useLookAlikes(): FoundPerson[] {
  const form = useFormState()
  const [asked] = useDebouncedValue(JSON.stringify(sketchOf(form.values) ?? null), 600)
  const sketch = JSON.parse(asked) as PersonSketch | null // made by sketchOf
  const found = useQuery({
    queryKey: ['people.look-alikes', asked],
    queryFn: ({ signal }) => send(lookAlikes, { body: sketch as PersonSketch }, { signal }),
    enabled: sketch !== null,
    // Those found last stay in sight while the next are asked.
    placeholderData: keepPreviousData,
  })
  return sketch === null ? [] : (found.data?.body.rows ?? [])
}

/** Whatever can be read already, of the person and of their family. */
function sketchOf(values: unknown): PersonSketch | undefined {
  const { contact = {}, area, parents = {}, family } = (withoutBlanks(values) ?? {}) as Typed
  const names = withScripts(contact.names ?? []).flatMap(name => PersonName.safeParse(name).data ?? [])
  const letters = names.map(name => [name.family, name.given].join('')).join('')
  const joins = family?.kind === 'known' && family.role === 'child'
  const sketch = PersonSketch.safeParse({
    names,
    birth: BirthDate.safeParse(contact.birth).data,
    sex: Sex.safeParse(contact.sex).data,
    area: AreaCode.safeParse(area).data,
    mother: readable(parents.mother),
    father: readable(parents.father),
    childOf: joins ? Id.safeParse(family.householdId).data : undefined,
    limit: most * 3,
  })
  return letters.length >= 3 ? sketch.data : undefined
}

/** The form as far as it has come: nothing of it need be there or whole. */
interface Typed {
  contact?: { names?: Parameters<typeof withScripts>[0]; birth?: unknown; sex?: unknown }
  area?: unknown
  parents?: { mother?: string; father?: string }
  family?: { kind?: string; householdId?: unknown; role?: string }
}

/** One letter of a name is nobody yet. */
const readable = (name: string | undefined) => (name && name.length >= 2 ? name : undefined)
