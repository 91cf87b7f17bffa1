/** Five tabs at the foot of a phone: today, two main places, search, and the rest; the queue in the place of one while it matters. */
import { IconDots, IconSearch } from '@tabler/icons-react'
import { useT } from '../i18n/useT.tsx'
import { useOffline } from '../offline/state.ts'
import { useEntries, useTabs } from './entries.ts'
import { NavItem } from './NavItem.tsx'
import { usePalette } from './Palette.tsx'
import css from './shell.module.css'
import { useOnline } from './useOnline.ts'

export function TabBar() {
  const t = useT()
  const palette = usePalette()
  const [today, people, ...others] = useTabs()
  const online = useOnline()
  const { waiting, open } = useOffline()
  const queue = useEntries().filter(entry => entry.path === '/waiting')
  const rest = waiting.length > 0 || (open && !online) ? queue : others
  return (
    <nav aria-label={t('shell.tabs')} className={`${css.tabs} k-screen`}>
      {today && <NavItem entry={today} kind="tab" />}
      {people && <NavItem entry={people} kind="tab" />}
      <button type="button" className={css.tab} onClick={palette.open}>
        <span className={css.icon}>
          <IconSearch size={24} stroke={1.7} aria-hidden="true" />
        </span>
        <span className={css.word}>{t('shell.tab.search')}</span>
      </button>
      {rest.map(entry => (
        <NavItem key={entry.path} entry={entry} kind="tab" />
      ))}
      <NavItem entry={{ path: '/more', icon: IconDots, label: 'shell.tab.more', place: 'main' }} kind="tab" />
    </nav>
  )
}
