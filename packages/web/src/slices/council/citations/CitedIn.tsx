/** On the page of a practice: where the Council cites it. */
import { listCitations } from '@kerege/contract/council/citations/routes'
import type { Citation, CitingKind } from '@kerege/contract/council/citations/schema'
import type { Practice } from '@kerege/contract/practices/record/schema'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import css from '../council.module.css'
import { Said } from '../parts/Said.tsx'

const paths: Record<CitingKind, string> = {
  decision: '/decisions',
  action: '/actions',
  document: '/documents',
  session: '/sessions',
  indicator: '/results',
}

/** What was never published is cited nowhere. */
export function CitedInPart({ practice }: { practice: Practice }) {
  return practice.edition ? <CitedIn practiceId={practice.id} /> : null
}

function CitedIn({ practiceId }: { practiceId: string }) {
  const t = useT()
  const may = useMay()('council.read')
  const rows = useGet(listCitations, { query: { practiceId } }, { enabled: may }).data?.body.rows ?? []
  if (rows.length === 0) return null
  return (
    <Card flush title={t('council.cite.citedIn')}>
      <ul className={css.rows}>
        {rows.map(row => (
          <li key={row.id}>
            <div className={css.words}>
              <Source row={row} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Source({ row: { source, part } }: { row: Citation }) {
  const t = useT()
  return (
    <>
      <Link to={`${paths[source.kind]}/${source.id}`}>
        {source.symbol ?? <Said text={source.title} />}
        {part && (
          <>
            , <bdi>{part}</bdi>
          </>
        )}
      </Link>
      <div className="k-dim k-small">
        {t(`council.cite.kind.${source.kind}`)}
        {source.symbol && (
          <>
            {': '}
            <Said text={source.title} />
          </>
        )}
      </div>
    </>
  )
}
