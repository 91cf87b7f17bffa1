/** The rail: which node this is, where one can go, whether all is saved. Between phone and desk it shows icons. */
import { IconFlask } from '@tabler/icons-react'
import { useFormat } from '../i18n/useFormat.tsx'
import { useT } from '../i18n/useT.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Wall } from '../ui/Wall.tsx'
import { useEntries } from './entries.ts'
import { NavItem } from './NavItem.tsx'
import { SyncState } from './SyncState.tsx'
import { useSession } from './session.ts'
import css from './shell.module.css'

export function Rail() {
  const t = useT()
  const format = useFormat()
  const { node } = useSession()
  const entries = useEntries('main')
  const more = useEntries('more')
  return (
    <div className={`${css.rail} k-screen`}>
      <div className={css.brand}>
        <Mark size={32} />
        <span className={css.brandWords}>
          <strong>Kerege</strong>
          <span>{format.text(node.name).text}</span>
        </span>
      </div>
      <nav aria-label={t('shell.nav')} className={css.nav}>
        {entries.map(entry => (
          <NavItem key={entry.path} entry={entry} kind="rail" />
        ))}
        {more.length > 0 && <hr className={css.rule} />}
        {more.map(entry => (
          <NavItem key={entry.path} entry={entry} kind="rail" />
        ))}
      </nav>
      <div className={css.foot}>
        <SyncState />
        {node.demo && (
          <p className={css.demo}>
            <IconFlask size={18} stroke={1.7} aria-hidden="true" />
            {t('shell.demo')}
          </p>
        )}
        <Wall />
      </div>
    </div>
  )
}
