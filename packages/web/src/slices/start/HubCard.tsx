/** The hub: what it is beside its doors. */
import type { Start } from '@kerege/contract/access/schema'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Door } from './Door.tsx'
import { hostOf, Running } from './Running.tsx'
import css from './start.module.css'

export function HubCard({ start }: { start: Start['nodes'][number] }) {
  const t = useT()
  const format = useFormat()
  return (
    <section className={css.hub}>
      <div className={css.hubWords}>
        <div className={css.name}>
          <h2>{format.text(start.node.name).text}</h2>
          <Running start={start} />
        </div>
        <p>{t('start.hub')}</p>
        <p className="k-dim k-small">{hostOf(start.url)}</p>
      </div>
      <ul className={css.hubDoors}>
        {start.doors.map(door => (
          <li key={door.key}>
            <Door door={door} start={start} />
          </li>
        ))}
      </ul>
    </section>
  )
}
