/** A card: hairline, no shadow. With `flush` its content goes to the edges, as rows and tables do. */
import { type ReactNode, useId } from 'react'
import css from './Card.module.css'
import { useCounted } from './counted.ts'

interface Props {
  title?: ReactNode
  /** One quiet line beside the title. */
  note?: ReactNode
  /** A link or button at the end of the head. */
  side?: ReactNode
  foot?: ReactNode
  flush?: boolean
  /** The content is blocked for somebody: the border says so with the words inside. */
  stop?: boolean
  /** How many entries it holds, said where it is folded away. */
  count?: number
  children?: ReactNode
}

export function Card({ title, note, side, foot, flush = false, stop = false, count, children }: Props) {
  const id = useId()
  useCounted(count)
  return (
    <section className={`${css.card} ${stop ? css.stop : ''}`} {...(title ? { 'aria-labelledby': id } : {})}>
      {title && (
        <div className={`${css.head} ${flush ? css.ruled : ''}`}>
          <h2 id={id}>{title}</h2>
          {note && <span className={css.note}>{note}</span>}
          {side && <span className={css.side}>{side}</span>}
        </div>
      )}
      {flush ? children : <div className={css.body}>{children}</div>}
      {foot && <div className={css.foot}>{foot}</div>}
    </section>
  )
}
