/** What was decided, each with who does it and how far its task is. */
import type { Done } from '@kerege/contract/meetings/conferences'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import css from './meetings.module.css'

export function DoneList({ rows }: { rows: readonly Done[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <ol className={css.rows}>
      {rows.map(one => (
        <li key={one.id} className={css.row}>
          <div className={css.head}>
            <span dir="auto" className={css.text}>
              {one.words}
            </span>
            {one.task && (
              <StatePill kind={one.task === 'done' ? 'ok' : one.task === 'open' ? 'info' : 'mute'}>
                {t(`meetings.task.${one.task}`)}
              </StatePill>
            )}
          </div>
          <div className="k-dim k-small">
            {[one.owner?.name ?? one.who, one.due && t('meetings.until', { day: format.date(one.due) })]
              .filter(Boolean)
              .join(' · ')}
            {one.taskId && one.task && (
              <>
                {' · '}
                <Link to={`/tasks/${one.taskId}`}>{t('meetings.openTask')}</Link>
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
