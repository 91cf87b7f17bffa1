/**
 * While a name is typed: who on the register looks alike, and why. Two equal answers each; neither is pushed, since
 * a second record and a wrong one do the same harm. "Somebody else" goes with the registration and is remembered.
 */
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
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
  const [asked] = useDebouncedValue(JSON.stringify(sketchOf(form.get('/contact')) ?? null), 600)
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

function sketchOf(contact: unknown): PersonSketch | undefined {
  const typed = (withoutBlanks(contact) ?? {}) as {
    names?: Parameters<typeof withScripts>[0]
    birth?: unknown
    sex?: unknown
  }
  const names = withScripts(typed.names ?? []).flatMap(name => PersonName.safeParse(name).data ?? [])
  const letters = names.map(name => [name.family, name.given].join('')).join('')
  const sketch = PersonSketch.safeParse({
    names,
    birth: BirthDate.safeParse(typed.birth).data,
    sex: Sex.safeParse(typed.sex).data,
    limit: most * 3,
  })
  return letters.length >= 3 ? sketch.data : undefined
}
