/** One entry of the rail or the tabs; its count opens the list that it counts. */
import { Link } from '@tanstack/react-router'
import { useFormat } from '../i18n/useFormat.tsx'
import { useT } from '../i18n/useT.tsx'
import css from './shell.module.css'
import type { NavEntry } from './slice.ts'

const noCount = () => undefined

export function NavItem({ entry, kind }: { entry: NavEntry; kind: 'rail' | 'tab' }) {
  const t = useT()
  const format = useFormat()
  // An entry keeps its hook as long as it lives.
  const useCount = entry.useCount ?? noCount
  const count = useCount()
  const Icon = entry.icon
  return (
    <Link
      to={entry.path}
      className={kind === 'rail' ? css.item : css.tab}
      activeProps={{ className: kind === 'rail' ? css.itemHere : css.tabHere, 'aria-current': 'page' }}
      activeOptions={{ exact: false, includeSearch: false }}
      title={t(entry.label)}
    >
      <span className={css.icon}>
        <Icon size={kind === 'rail' ? 20 : 24} stroke={1.7} />
        {kind === 'tab' && count !== undefined && count > 0 && (
          <span className={css.bubble}>{format.number(count)}</span>
        )}
      </span>
      <span className={css.word}>{t(entry.label)}</span>
      {kind === 'rail' && count !== undefined && count > 0 && (
        <span className={css.count}>{format.number(count)}</span>
      )}
    </Link>
  )
}
