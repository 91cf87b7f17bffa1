/** Days in court, releases, next letters and ends of leases in the calendar of these days; nothing where there is none. */
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import css from '../casework/casework.module.css'
import { useDaysAhead } from './api.ts'

export function DaysCard({ of, from, to }: { of: 'mine' | 'team'; from: string; to: string }) {
  const t = useT()
  const format = useFormat()
  const rows = useDaysAhead(of, from, to).data?.body.rows ?? []
  if (rows.length === 0) return null
  return (
    <Card flush title={t('situation.ahead')}>
      <ul className={css.line}>
        {rows.map(row => (
          <li key={`${row.entryId}.${row.what}`} className={css.row}>
            <div className={css.words}>
              <div className={css.head}>
                <strong className="k-num">
                  {[format.date(row.day, 'text'), row.time].filter(Boolean).join(', ')}
                </strong>
                <span>{t(`situation.ahead.${row.what}`)}</span>
              </div>
              <Link to={`/people/${row.personId}/situation`}>
                <bdi>{row.person}</bdi>
              </Link>
              {row.place && <div dir="auto">{row.place}</div>}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
