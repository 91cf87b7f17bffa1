/** On top of a case: what has to be minded before getting in touch, as the family asked for it or needs it. */
import { type Flag, flagText } from '@kerege/contract/casework/flags'
import { liftFlag, personFlags } from '@kerege/contract/casework/flagRoutes'
import { Button } from '@mantine/core'
import { IconHandStop, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useGet, useSend } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import css from './flags.module.css'
import { SetFlagDrawer } from './SetFlagDrawer.tsx'

export function PersonFlags({ personId }: { personId: string }) {
  const may = useMay()
  return may('people.read') ? <Shown personId={personId} /> : null
}

function Shown({ personId }: { personId: string }) {
  const t = useT()
  const [setting, set] = useState(false)
  const body = useGet(personFlags, { params: { id: personId } }).data?.body
  // Whoever reads nothing here and may set nothing is not told of it.
  if (!body || (body.rows.length === 0 && body.maySet.length === 0)) return null
  return (
    <section className={css.strip} aria-label={t('casework.flags')}>
      <ul className={css.flags}>
        {body.rows.map(one => (
          <Row key={one.id} one={one} />
        ))}
      </ul>
      {body.maySet.length > 0 && (
        <Button
          className="k-screen"
          variant="subtle"
          size="sm"
          leftSection={<IconPlus size={18} stroke={1.7} />}
          onClick={() => set(true)}
        >
          {t('casework.flags.add')}
        </Button>
      )}
      <SetFlagDrawer personId={personId} sections={body.maySet} opened={setting} onClose={() => set(false)} />
    </section>
  )
}

function Row({ one }: { one: Flag }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  const lift = useSend(liftFlag)
  const text = flagText(one.code, one.codeVersion, language)
  return (
    <li
      className={css.flag}
      title={t('casework.notes.byWhom', { name: one.by.name, day: format.date(one.at) })}
    >
      <IconHandStop size={18} stroke={1.7} aria-hidden="true" />
      <span>
        <strong>{text}</strong>
        {one.words && (
          <>
            {': '}
            <bdi>{one.words}</bdi>
          </>
        )}
        {one.until && (
          <span className="k-dim"> {t('casework.flags.untilDay', { day: format.date(one.until) })}</span>
        )}
      </span>
      {one.mayLift && (
        <button
          type="button"
          className={`${css.lift} k-screen`}
          aria-label={t('casework.flags.lift', { what: text })}
          disabled={lift.isPending}
          onClick={() => lift.mutate({ input: { params: { id: one.id } } })}
        >
          <IconX size={16} stroke={1.8} aria-hidden="true" />
        </button>
      )}
    </li>
  )
}
