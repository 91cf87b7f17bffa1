/**
 * A button that shows a small panel under itself, or above where it stands at the foot of a page: plain links and
 * buttons inside, no roles to learn. The arrow keys lead into the panel and through it.
 */
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
  above?: boolean
  children: (close: () => void) => ReactNode
}

export function Dropdown({ button, width, above = false, children }: Props) {
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
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
        if (!by || !opened) return
        event.preventDefault()
        step(box.current, by)
      }}
    >
      {button({ 'aria-expanded': opened, 'aria-controls': id, onClick: () => setOpened(!opened) })}
      <div
        id={id}
        className={`${css.panel} ${above ? css.above : ''}`}
        hidden={!opened}
        style={width ? { width } : {}}
      >
        {opened && children(close)}
      </div>
    </div>
  )
}

/** From one line of the panel to the next; from the button to the nearest one. */
function step(box: HTMLElement | null, by: number): void {
  const lines = [...(box?.querySelectorAll<HTMLElement>(`.${css.item}`) ?? [])]
  const at = lines.findIndex(line => line === document.activeElement)
  const next = at < 0 ? (by > 0 ? 0 : lines.length - 1) : (at + by + lines.length) % lines.length
  lines[next]?.focus()
}
