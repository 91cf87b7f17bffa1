/** One national node in its own language, with its doors; the rarer roles on demand. */
import type { Start } from '@kerege/contract/access/schema'
import { textIn } from '@kerege/contract/common'
import { useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Door } from './Door.tsx'
import { inOrder } from './firstDoors.ts'
import { hostOf, Running } from './Running.tsx'
import css from './start.module.css'

const shownAtFirst = 4

export function NodeCard({ start }: { start: Start['nodes'][number] }) {
  const t = useT()
  const format = useFormat()
  const [all, showAll] = useState(false)
  const own = textIn(start.node.name, start.node.languages[0] ?? 'en')
  const here = format.text(start.node.name).text
  const doors = inOrder(start.doors).slice(0, all ? undefined : shownAtFirst)
  const hidden = start.doors.length - doors.length
  return (
    <section className={css.node}>
      <div className={css.head}>
        <div className={css.name}>
          <h2 lang={own.language}>{own.text}</h2>
          <Running start={start} />
        </div>
        <p className="k-dim k-small">
          {[...(here === own.text ? [] : [here]), hostOf(start.url)].join(' · ')}
        </p>
      </div>
      <ul>
        {doors.map(door => (
          <li key={door.key} className={css.doorRow}>
            <Door door={door} start={start} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className={css.more} onClick={() => showAll(true)}>
          {t('start.more', { n: hidden })}
        </button>
      )}
    </section>
  )
}
