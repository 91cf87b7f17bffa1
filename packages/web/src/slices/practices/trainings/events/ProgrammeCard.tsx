/** The programme by days: on the clock of the host, and beside it on that of the reader's capital. */
import type { Event, EventSession } from '@kerege/contract/practices/trainings/events/schema'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Said } from '../../../council/parts/Said.tsx'
import css from '../trainings.module.css'

export function ProgrammeCard({ event }: { event: Event }) {
  const t = useT()
  const format = useFormat()
  const days = Map.groupBy(event.sessions, one => one.host.day)
  return (
    <Card flush title={t('trainings.programme')} note={t('trainings.clockOf', { city: event.city })}>
      {event.sessions.length === 0 && <p className={css.empty}>{t('trainings.programme.none')}</p>}
      {[...days].map(([day, sessions]) => (
        <section key={day} aria-label={format.date(day, 'text')}>
          <h3 className={css.day}>{format.date(day, 'text')}</h3>
          <ul className={css.rows}>
            {sessions.map(one => (
              <Row key={one.id} session={one} />
            ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}

function Row({ session }: { session: EventSession }) {
  const t = useT()
  const { host, reader, trainers } = session
  return (
    <li>
      <span className={`${css.time} k-num`}>
        {host.from}–{host.until}
      </span>
      <div className={css.words}>
        <strong>
          <Said text={session.title} />
        </strong>
        {trainers.length > 0 && (
          <div className="k-dim k-small">
            {trainers.map((one, at) => (
              <span key={one.entryId}>
                {at > 0 && ', '}
                <Link to={`/roster/${one.entryId}`}>
                  <bdi>{one.name}</bdi>
                </Link>
              </span>
            ))}
          </div>
        )}
        {reader && (
          <div className="k-dim k-small k-num">
            {t('trainings.atHome', { from: reader.from, until: reader.until })}
          </div>
        )}
      </div>
    </li>
  )
}
