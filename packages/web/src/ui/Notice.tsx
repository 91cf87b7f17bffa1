/** One plain sentence beside the thing: what blocks, what is sealed, what was kept. */
import { IconAlertTriangle, IconCheck, IconClock, IconInfoCircle, IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './Notice.module.css'

const icons = {
  stop: IconAlertTriangle,
  wait: IconClock,
  info: IconInfoCircle,
  seal: IconLock,
  ok: IconCheck,
}

interface Props {
  kind: keyof typeof icons
  title?: ReactNode
  act?: ReactNode
  /** Read aloud when it appears. */
  live?: boolean
  children?: ReactNode
}

export function Notice({ kind, title, act, live = false, children }: Props) {
  const Icon = icons[kind]
  return (
    <div className={`${css.notice} ${css[kind]}`} {...(live ? { role: 'status' } : {})}>
      <Icon className={css.icon} size={20} stroke={1.7} aria-hidden="true" />
      <div className={css.words}>
        {title && <strong>{title}</strong>}
        {children}
      </div>
      {act}
    </div>
  )
}
