/** Versions of the list: when each was closed and why it was opened again, and what changed since. */
import { listDifferences } from '@kerege/contract/repatriation/operations/preparingRoutes'
import type { ListDifferences } from '@kerege/contract/repatriation/operations/preparing'
import type { ListVersion, Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from './operations.module.css'
import { Shell } from './Shell.tsx'

export const VersionsPage = () => (
  <Shell tab="versions">{operation => <Versions operation={operation} />}</Shell>
)

function Versions({ operation }: { operation: Operation }) {
  const t = useT()
  const frozen = operation.versions.filter(version => version.state === 'frozen')
  const [from, compare] = useState(() => frozen[0]?.number)
  const later = frozen.map(version => version.number).filter(number => from !== undefined && number > from)
  return (
    <div className="k-aside">
      <Card
        title={t('operations.changed')}
        note={from === undefined ? undefined : t('operations.since', { n: from })}
      >
        {from === undefined ? (
          <p className="k-dim">{t('operations.noVersion')}</p>
        ) : (
          // Of the version before, to the one after it; of the last, to now.
          <Changes operation={operation} from={from} to={later.at(-1)} />
        )}
      </Card>
      <aside className="k-stack" aria-label={t('operations.tab.versions')}>
        <Card title={t('operations.tab.versions')} flush>
          <ol className={css.rows}>
            {operation.versions.map(version => (
              <li key={version.id}>
                <Version version={version} />
                {version.state === 'frozen' && (
                  <Button
                    variant={version.number === from ? 'default' : 'subtle'}
                    aria-pressed={version.number === from}
                    onClick={() => compare(version.number)}
                  >
                    {t('operations.showSince', { n: version.number })}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        </Card>
      </aside>
    </div>
  )
}

function Version({ version }: { version: ListVersion }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className={css.words}>
      <StatePill kind={version.state === 'frozen' ? 'ok' : 'wait'}>
        {t(`operations.version.${version.state}`, { n: version.number })}
      </StatePill>
      {version.reason && <p dir="auto">{version.reason}</p>}
      <p className="k-dim k-small">
        {[
          format.date(version.at, 'exact'),
          version.by.name,
          ...(version.totals ? [t('operations.peopleN', { n: version.totals.people })] : []),
        ].join(' · ')}
      </p>
    </div>
  )
}

function Changes({ operation, from, to }: { operation: Operation; from: number; to: number | undefined }) {
  const query = useGet(listDifferences, {
    params: { id: operation.id },
    query: { from, ...(to === undefined ? {} : { to }) },
  })
  return <Answered query={query}>{({ body }) => <Told changes={body} />}</Answered>
}

function Told({ changes }: { changes: ListDifferences }) {
  const t = useT()
  const { added, removed, changed } = changes
  if (added.length + removed.length + changed.length === 0) {
    return <p className="k-dim">{t('operations.unchanged')}</p>
  }
  return (
    <div className={css.body}>
      <Names title={t('operations.addedN', { n: added.length })} rows={added} />
      <Names title={t('operations.removedN', { n: removed.length })} rows={removed} />
      <Names
        title={t('operations.changedN', { n: changed.length })}
        rows={changed.map(row => ({
          ...row,
          note: row.fields.map(field => t(`operations.field.${field}`)).join(', '),
        }))}
      />
    </div>
  )
}

function Names({
  title,
  rows,
}: {
  title: string
  rows: readonly { lineId: string; name: string; note?: string }[]
}) {
  if (rows.length === 0) return null
  return (
    <section>
      <h3 className={css.changeHead}>{title}</h3>
      <ul>
        {rows.map(row => (
          <li key={row.lineId}>
            <bdi>{row.name}</bdi> {row.note && <span className="k-dim">{row.note}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
