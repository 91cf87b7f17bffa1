/**
 * A state in two or three words, with the number that matters: "Waiting, 12 days". Icon, word and colour, never
 * colour alone. `stop` is for blocked and past due only. At most two in a row; a pill is not a button.
 */
import { IconAlertTriangle, IconCheck, IconClock, IconInfoCircle, IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './StatePill.module.css'

export type StateKind = 'ok' | 'wait' | 'stop' | 'info' | 'seal' | 'mute'

const icons = {
  ok: IconCheck,
  wait: IconClock,
  stop: IconAlertTriangle,
  info: IconInfoCircle,
  seal: IconLock,
}

export function StatePill({ kind, children }: { kind: StateKind; children: ReactNode }) {
  const Icon = kind === 'mute' ? undefined : icons[kind]
  return (
    <span className={`${css.pill} ${css[kind]}`}>
      {Icon && <Icon size={15} stroke={1.8} aria-hidden="true" />}
      <span>{children}</span>
    </span>
  )
}
