/** The top: search on the left, language, notices and the account on the right; on a phone what is left of it. */
import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../i18n/useFormat.tsx'
import { useT } from '../i18n/useT.tsx'
import { Mark } from '../ui/Mark.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { useEntries } from './entries.ts'
import { LanguageMenu } from './LanguageMenu.tsx'
import { usePalette } from './Palette.tsx'
import { SyncState } from './SyncState.tsx'
import { useMay, useSession } from './session.ts'
import css from './shell.module.css'
import type { NavEntry } from './slice.ts'
import { tellLanguage } from './tellLanguage.ts'

export function TopBar() {
  const t = useT()
  const palette = usePalette()
  const may = useMay()
  const bells = useEntries('bell')
  return (
    <header className={`${css.top} k-screen`}>
      <button type="button" className={css.search} onClick={palette.open}>
        <IconSearch size={18} stroke={1.7} aria-hidden="true" />
        <span>{t(may('people.read') ? 'shell.search' : 'shell.searchPages')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span className={css.right}>
        <LanguageMenu onChosen={tellLanguage} />
        {bells.map(entry => (
          <Bell key={entry.path} entry={entry} />
        ))}
        <AccountMenu />
      </span>
    </header>
  )
}

export function PhoneBar() {
  const format = useFormat()
  const { node } = useSession()
  const bells = useEntries('bell')
  return (
    <header className={`${css.phoneTop} k-screen`}>
      <Link to="/today" className={css.brand}>
        <Mark size={30} />
        <span className={css.brandWords}>
          <strong>Kerege</strong>
          <span>{format.text(node.name).text}</span>
        </span>
      </Link>
      <span className={css.right}>
        <SyncState brief />
        {bells.map(entry => (
          <Bell key={entry.path} entry={entry} />
        ))}
        <LanguageMenu brief onChosen={tellLanguage} />
      </span>
    </header>
  )
}

const noCount = () => undefined

function Bell({ entry }: { entry: NavEntry }) {
  const t = useT()
  const format = useFormat()
  const useCount = entry.useCount ?? noCount
  const count = useCount() ?? 0
  const Icon = entry.icon
  return (
    <Link
      to={entry.path}
      className={css.bell}
      aria-label={count > 0 ? t('shell.bell', { label: t(entry.label), n: count }) : t(entry.label)}
    >
      <Icon size={22} stroke={1.7} />
      {count > 0 && (
        <span className={css.bubble} aria-hidden="true">
          {format.number(count)}
        </span>
      )}
    </Link>
  )
}
