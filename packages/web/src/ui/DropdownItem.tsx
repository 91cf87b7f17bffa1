import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { linkTo } from './address.ts'
import css from './Dropdown.module.css'

interface Props {
  icon?: ReactNode
  /** One of several, and this is it. */
  chosen?: boolean
  lang?: string
  href?: string
  onClick?: () => void
  children: ReactNode
}

/** One line of a dropdown: a link where it leads somewhere, else a button. */
export function DropdownItem({ icon, chosen, lang, href, onClick, children }: Props) {
  const inside = (
    <>
      {icon}
      <span className={css.word}>{children}</span>
      {chosen && <IconCheck size={16} stroke={1.8} aria-hidden="true" />}
    </>
  )
  const click = onClick ? { onClick } : {}
  if (href) {
    return (
      <Link {...linkTo(href)} className={css.item} {...click}>
        {inside}
      </Link>
    )
  }
  return (
    <button
      type="button"
      className={css.item}
      lang={lang}
      {...click}
      {...(chosen === undefined ? {} : { 'aria-pressed': chosen })}
    >
      {inside}
    </button>
  )
}
