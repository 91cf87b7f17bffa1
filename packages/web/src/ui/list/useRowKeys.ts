/** j and k walk the rows of a list, Enter opens: the link of a row has the focus, so nothing else is needed. */
import { type RefObject, useEffect } from 'react'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && Boolean(target.closest('input, textarea, select, [role=dialog]'))

export function useRowKeys(
  frame: RefObject<HTMLElement | null>,
  count: number,
  bring: (index: number) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      if (step === 0 || !frame.current) return
      const here = document.activeElement?.closest<HTMLElement>('[data-row]')
      const now = here && frame.current.contains(here) ? Number(here.dataset.row) : step > 0 ? -1 : count
      const next = Math.min(count - 1, Math.max(0, now + step))
      bring(next)
      // A row far away is drawn first; then it can be focused.
      requestAnimationFrame(() =>
        frame.current?.querySelector<HTMLElement>(`[data-row="${next}"] :is(a, button)`)?.focus(),
      )
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [frame, count, bring])
}
