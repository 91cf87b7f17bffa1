/** A button that shows a small panel under itself: plain links and buttons inside, no roles to learn. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import css from './Dropdown.module.css'

/** What the button has to carry. */
export interface DropdownButton {
  'aria-expanded': boolean
  'aria-controls': string
  onClick: () => void
}

interface Props {
  button: (props: DropdownButton) => ReactNode
  width?: number
  children: (close: () => void) => ReactNode
}

export function Dropdown({ button, width, children }: Props) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState(false)
  const close = () => {
    setOpened(false)
    box.current?.querySelector<HTMLElement>('[aria-controls]')?.focus()
  }
  useEffect(() => {
    if (!opened) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpened(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [opened])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape anywhere inside closes the panel
    <div
      className={css.box}
      ref={box}
      onKeyDown={event => {
        if (event.key === 'Escape' && opened) close()
      }}
    >
      {button({ 'aria-expanded': opened, 'aria-controls': id, onClick: () => setOpened(!opened) })}
      <div id={id} className={css.panel} hidden={!opened} style={width ? { width } : {}}>
        {opened && children(close)}
      </div>
    </div>
  )
}
