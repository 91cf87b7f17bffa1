/** What changed, newest first, in the sections open to the reader: who, when, why, and both values in words. */
import { personHistory } from '@kerege/contract/people/routes'
import type { HistoryEntry } from '@kerege/contract/people/schema'
import type { z } from 'zod'
import { send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { MorePages } from '../../../ui/MorePages.tsx'
import { FieldValue, fieldKey } from './FieldValue.tsx'
import css from './person.module.css'

interface Props {
  id: string
  opened: boolean
  onClose: () => void
}

export function HistoryDrawer({ id, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('people.history')}>
      {opened && <Entries id={id} />}
    </Drawer>
  )
}

function Entries({ id }: { id: string }) {
  const t = useT()
  return (
    <MorePages
      of={['people.history', id]}
      load={async (cursor, signal) =>
        (await send(personHistory, { params: { id }, query: cursor ? { cursor } : {} }, { signal })).body
      }
    >
      {rows =>
        rows.length === 0 ? (
          <EmptyState title={t('people.history.none')} carded={false}>
            {t('people.history.noneText')}
          </EmptyState>
        ) : (
          <ol className={css.entries}>
            {rows.map(row => (
              <OneEntry key={row.id} entry={row} />
            ))}
          </ol>
        )
      }
    </MorePages>
  )
}

function OneEntry({ entry }: { entry: z.infer<typeof HistoryEntry> }) {
  const t = useT()
  const format = useFormat()
  const section = t(`access.compartment.${entry.compartment}`)
  return (
    <li className={css.entry}>
      <strong>{t(`people.history.${entry.kind}`, { section })}</strong>
      <span className="k-dim">
        {entry.by && (
          <>
            <bdi>{entry.by}</bdi> ·{' '}
          </>
        )}
        <time dateTime={entry.at}>{format.date(entry.at, 'exact')}</time>
        {entry.of && <> · {t('people.history.of')}</>}
      </span>
      {entry.reason && <p>{t('people.history.because', { reason: entry.reason })}</p>}
      {entry.changes.map(change => (
        <div key={change.field}>
          <div className="k-small k-dim">{t(fieldKey(change.field))}</div>
          <dl className={css.change}>
            {entry.kind !== 'created' && (
              <>
                <dt>{t('people.history.before')}</dt>
                <dd>
                  <FieldValue field={change.field} value={change.before} />
                </dd>
              </>
            )}
            <dt>{t('people.history.after')}</dt>
            <dd>
              <FieldValue field={change.field} value={change.after} />
            </dd>
          </dl>
        </div>
      ))}
    </li>
  )
}
