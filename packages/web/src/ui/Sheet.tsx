/**
 * What lies over the page: a dialog, a drawer, the palette. The browser's own <dialog> keeps focus inside, gives
 * it back, and makes the page behind inert; nothing is injected, so the content policy holds.
 */
import { type ReactNode, useEffect, useRef } from 'react'
import css from './Sheet.module.css'

interface Props {
  kind: 'dialog' | 'drawer' | 'palette'
  opened: boolean
  onClose: () => void
  /** Names the sheet; `labelledBy` where a heading inside does. */
  label?: string
  labelledBy?: string
  /** Without it only the choices inside close the sheet. */
  dismissable?: boolean
  children: ReactNode
}

const openChoices = 'input[aria-haspopup="listbox"][aria-expanded="true"]'

export function Sheet({ kind, opened, onClose, label, labelledBy, dismissable = true, children }: Props) {
  const sheet = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = sheet.current
    if (!dialog || dialog.open === opened) return
    if (!opened) return dialog.close()
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  }, [opened])
  useEffect(() => {
    if (!opened) return
    document.documentElement.classList.add('k-locked')
    return () => document.documentElement.classList.remove('k-locked')
  }, [opened])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, and the dialog brings that itself
    <dialog
      ref={sheet}
      className={`${css.sheet} ${css[kind]}`}
      aria-label={label}
      aria-labelledby={labelledBy}
      onKeyDownCapture={event => {
        // A list of choices closes alone: it must not take the form around it along.
        if (event.key === 'Escape' && event.currentTarget.querySelector(openChoices)) event.preventDefault()
      }}
      onCancel={event => {
        event.preventDefault()
        if (dismissable) onClose()
      }}
      onClose={() => {
        // A browser may close on a second Escape whatever we say.
        if (opened && dismissable) onClose()
        else if (opened) sheet.current?.showModal()
      }}
      onClick={event => {
        if (dismissable && event.target === sheet.current) onClose()
      }}
    >
      {opened && <div className={css.inside}>{children}</div>}
    </dialog>
  )
}
