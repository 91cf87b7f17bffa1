/** The hub: what it is beside its doors. */
import type { Start } from '@kerege/contract/access/schema'
import { useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Door } from './Door.tsx'
import { inOrder } from './firstDoors.ts'
import { hostOf, Running } from './Running.tsx'
import css from './start.module.css'

const shownAtFirst = 6

export function HubCard({ start }: { start: Start['nodes'][number] }) {
  const t = useT()
  const format = useFormat()
  const [all, showAll] = useState(false)
  const doors = inOrder(start.doors).slice(0, all ? undefined : shownAtFirst)
  const hidden = start.doors.length - doors.length
  return (
    <section className={css.hub}>
      <div className={css.hubWords}>
        <div className={css.name}>
          <h2>{format.text(start.node.name).text}</h2>
          <Running start={start} />
        </div>
        <p>{t('start.hub')}</p>
        <p className="k-dim k-small">{hostOf(start.url)}</p>
        <p>
          <a href={`${start.url}/public`}>{t('start.public')}</a>
        </p>
      </div>
      <div>
        <ul className={css.hubDoors}>
          {doors.map(door => (
            <li key={door.key}>
              <Door door={door} start={start} />
            </li>
          ))}
        </ul>
        {hidden > 0 && (
          <button type="button" className={css.more} onClick={() => showAll(true)}>
            {t('start.more', { n: hidden })}
          </button>
        )}
      </div>
    </section>
  )
}
