/** Values of one thing on a line: filled where one is preferred, dashed where it is our own arithmetic. */
import type { Language } from '@kerege/contract/common'
import type { Difference } from '@kerege/contract/figures/sideBySide'
import { html } from 'hono/html'
import type { Html } from '../../../platform/publicPage.ts'
import { boundsShort, reportedText } from '../words.ts'

interface Dot {
  at: number
  text: string
  look: '' | 'preferred' | 'reckoned'
}

const [left, right, middle] = [30, 290, 32]

function dotsOf(language: Language, { marks, ours }: Difference): Dot[] {
  const said = marks.map(
    (mark): Dot => ({
      at: mark.reported.value,
      text: reportedText(language, mark.reported),
      look: mark.preferred ? 'preferred' : '',
    }),
  )
  const reckoned: Dot[] = ours
    ? [{ at: ours.bounds.low, text: boundsShort(language, ours.bounds), look: 'reckoned' }]
    : []
  return [...said, ...reckoned].sort((a, b) => a.at - b.at)
}

/** Beside it stands the same as a list: the picture is for eyes only. */
export function strip(language: Language, difference: Difference): Html {
  const dots = dotsOf(language, difference)
  const [low, high] = [dots[0]?.at ?? 0, dots.at(-1)?.at ?? 1]
  let before = -100
  let above = true
  const placed = dots.map(dot => {
    const x = Math.round(left + ((dot.at - low) / Math.max(1, high - low)) * (right - left))
    // Two numbers that would touch stand on both sides of the line.
    above = x - before < 12 + 9 * dot.text.length ? !above : true
    before = x
    return { ...dot, x, above }
  })
  const height = placed.every(dot => dot.above) ? 42 : 64
  return html`<svg class="picture strip" viewBox="0 0 320 ${height}" aria-hidden="true">
<path class="line" d="M8 ${middle}H312"/>
${placed.map(
  ({ x, look, text, above }) =>
    html`<circle class="dot ${look}" cx="${x}" cy="${middle}" r="7"/><text class="count ${sideOf(x)}" x="${x + shiftOf(x)}" y="${above ? 17 : 58}">${text}</text>`,
)}
</svg>`
}

/** A long text at an end of the line grows inwards. */
const sideOf = (x: number) => (x < 60 ? 'from' : x > 260 ? 'until' : '')
const shiftOf = (x: number) => (x < 60 ? -12 : x > 260 ? 12 : 0)
