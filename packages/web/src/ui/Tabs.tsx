/** Sections of a record, one per compartment that is open to the reader. Each tab is an address of its own. */
import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { linkTo } from './address.ts'
import css from './Tabs.module.css'

export interface Tab {
  id: string
  label: string
  href: string
  /** Restricted even among those who see it. */
  sealed?: boolean
}

interface Props {
  tabs: readonly Tab[]
  here: string
  label: string
  /** "5 of 10 sections are open to you", with a way to learn why. */
  aside?: ReactNode
}

export function Tabs({ tabs, here, label, aside }: Props) {
  return (
    <nav className={`${css.bar} k-screen`} aria-label={label}>
      {tabs.map(tab => (
        <Link
          key={tab.id}
          {...linkTo(tab.href)}
          className={`${css.tab} ${tab.id === here ? css.here : ''}`}
          {...(tab.id === here ? { 'aria-current': 'page' as const } : {})}
        >
          {tab.label}
          {tab.sealed && <IconLock size={15} stroke={1.7} aria-hidden="true" />}
        </Link>
      ))}
      {aside && <span className={css.aside}>{aside}</span>}
    </nav>
  )
}
