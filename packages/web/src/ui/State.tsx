/** What stands in place of content: an icon, a sentence, why, and one way on. Its kinds are in files beside. */
import type { ReactNode } from 'react'
import css from './State.module.css'

interface Props {
  tone: 'ok' | 'wait' | 'stop' | 'seal'
  icon: ReactNode
  title: ReactNode
  act?: ReactNode
  /** In a card of its own, not inside one. */
  carded?: boolean
  /** `h1` where the state is the whole page. */
  heading?: 'h1' | 'p'
  children?: ReactNode
}

export function State({ tone, icon, title, act, carded = true, heading = 'p', children }: Props) {
  const Heading = heading
  return (
    <div className={`${css.state} ${carded ? css.card : ''}`}>
      <span className={css[tone]} aria-hidden="true">
        {icon}
      </span>
      <Heading className={css.title} {...(heading === 'h1' ? { tabIndex: -1 } : {})}>
        {title}
      </Heading>
      {children && <div className={css.text}>{children}</div>}
      {act && <div className={css.acts}>{act}</div>}
    </div>
  )
}
