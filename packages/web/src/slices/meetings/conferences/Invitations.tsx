/** Conferences by their day, on the page of one's own and in the calendar. */
import type { Invitation } from '@kerege/contract/meetings/conferences'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { useMyConferences } from '../api.ts'
import css from '../meetings.module.css'
import { conferencePill } from '../words.ts'

export function InvitationRows({ rows }: { rows: readonly Invitation[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <ul className={css.rows}>
      {rows.map(one => {
        const pill = conferencePill(one, format.today, t)
        return (
          <li key={one.id} className={css.row}>
            <div className={css.head}>
              <strong className="k-num">
                {t('meetings.when', { day: format.date(one.day, 'text'), time: one.time })}
              </strong>
              <StatePill kind={pill.kind}>{pill.text}</StatePill>
            </div>
            {one.caseId && (
              <Link to={`/conferences/${one.id}`}>
                <bdi>{one.person}</bdi>
              </Link>
            )}
            <div dir="auto">{[t(`meetings.way.${one.way}`), one.place].filter(Boolean).join(' · ')}</div>
            <div className="k-dim k-small">
              {[
                t('meetings.calledBy', { name: one.by.name }),
                t('meetings.minutes', { n: one.minutes }),
              ].join(' · ')}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** In the calendar of these days; nothing where there is none. */
export function InvitedDays({ from, to }: { from: string; to: string }) {
  const t = useT()
  const rows = useMyConferences(from, to).data?.body.rows.filter(one => one.state !== 'called-off') ?? []
  if (rows.length === 0) return null
  return (
    <Card flush title={t('meetings.conferences')}>
      <InvitationRows rows={rows} />
    </Card>
  )
}
