/** A text with what was found in it, marked. */
import type { Marked } from '@kerege/contract/practices/finding/schema'
import type { ReactNode } from 'react'

export function WithMarks({ of: { text, marks } }: { of: Marked }) {
  const parts: ReactNode[] = []
  let from = 0
  for (const [start, end] of marks) {
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>)
    from = end
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  )
}
