/** On the page of a practice: where it is tried and how it goes, what worked first. */
import { whereUsed } from '@kerege/contract/practices/adoption/routes'
import type { AdoptionRow } from '@kerege/contract/practices/adoption/schema'
import type { Practice } from '@kerege/contract/practices/record/schema'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import css from './adoption.module.css'
import { AdoptionPill, UsesLine } from './state.tsx'

const shownAtOnce = 6

/** What was never published is used nowhere. */
export function WhereUsedPart({ practice }: { practice: Practice }) {
  return practice.edition ? <WhereUsed practiceId={practice.id} /> : null
}

function WhereUsed({ practiceId }: { practiceId: string }) {
  const t = useT()
  const found = useGet(whereUsed, { params: { id: practiceId } }).data?.body
  if (!found) return null
  const { rows, uses } = found
  return (
    <Card
      flush
      title={t('practices.adoption.where')}
      note={uses.tried > 0 && <UsesLine uses={uses} />}
      foot={
        rows.length > shownAtOnce && (
          <Link to={`/adoptions?practiceId=${practiceId}`}>{t('practices.adoption.all')}</Link>
        )
      }
    >
      {rows.length === 0 ? (
        <p className={css.empty}>{t('practices.adoption.none')}</p>
      ) : (
        <ul className={css.rows}>
          {rows.slice(0, shownAtOnce).map(row => (
            <Place key={row.id} row={row} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Place({ row }: { row: AdoptionRow }) {
  const format = useFormat()
  return (
    <li>
      <div className={css.words}>
        <Link to={`/adoptions/${row.id}`}>
          <bdi>{row.place}</bdi>
        </Link>
        <span className="k-dim k-small">, {format.country(row.country)}</span>
        <p className="k-dim k-small" lang={row.language} dir="auto">
          {row.words}
        </p>
      </div>
      <AdoptionPill standing={row.standing} />
    </li>
  )
}
