/**
 * Lines of a PDF as paragraphs. A new one begins after a gap, at an indent, at a marker of a list, after a line that ends early, and
 * where letters change their size. Running heads and numbers of pages are left out. Pure.
 */
import type { Line } from '../../../documents/index.ts'

type Pages = readonly (readonly Line[])[]
export interface PdfParagraph {
  readonly text: string
  readonly size: number
}

export function paragraphsOf(pages: Pages): PdfParagraph[] {
  const kept = withoutHeads(pages)
  const usual = measuresOf(kept.flat())
  const groups: Line[][] = []
  for (const lines of kept) {
    lines.forEach((line, at) => {
      const group = groups.at(-1)
      const last = group?.at(-1)
      const begins = !last || (at === 0 ? !goesOn(last, line) : beginsNew(last, line, usual))
      if (begins) groups.push([line])
      else group?.push(line)
    })
  }
  const whole = hyphenated(kept.flat())
  return groups.map(group => ({
    text: joined(
      group.map(line => line.text),
      whole,
    ),
    size: Math.max(...group.map(line => line.size)),
  }))
}

/** Of most letters. */
export function bodySize(pages: Pages): number {
  const letters = new Map<number, number>()
  for (const { size, text } of pages.flat()) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  return mostOf(letters) ?? 0
}

// ---------------------------------------------------------------- what stands on every page
const pageNumber = /^[\s\-–—]*(?:\d{1,3}|[ivxlc]{1,6})(?:\s*\/\s*\d{1,3})?[\s\-–—]*$/i
/** How many lines from the edge a running head or foot may stand. */
const edge = 3

/** The same words, numbers aside, at the same place of several pages. */
const headKey = ({ text, foot }: Line) =>
  `${text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()}@${Math.round(foot / 4)}`

function withoutHeads(pages: Pages): Line[][] {
  const filled = pages.filter(lines => lines.length > 0)
  const seen = new Map<string, number>()
  for (const lines of filled) {
    for (const key of new Set(lines.filter((_, at) => atEdge(lines, at)).map(headKey)))
      seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  // Heads of left and right pages differ, so each stands on half of them.
  const enough = Math.max(2, Math.ceil(filled.length * 0.4))
  return filled.map(lines =>
    lines.filter((line, at) => {
      if (atEdge(lines, at) && (seen.get(headKey(line)) ?? 0) >= enough) return false
      if (drawnAbove(lines, at)) return false
      const outermost = at === 0 || at === lines.length - 1
      return !(outermost && lines.length > 1 && pageNumber.test(line.text))
    }),
  )
}

/** Written when the text stood there already, and above it: the head of a page, also where there is only one. */
const drawnAbove = (lines: readonly Line[], at: number) =>
  at > 0 &&
  at >= lines.length - edge &&
  (lines[at]?.foot ?? 0) > Math.max(...lines.slice(0, at).map(one => one.foot))

const atEdge = (lines: readonly Line[], at: number) => at < edge || at >= lines.length - edge

// ---------------------------------------------------------------- where a paragraph begins
interface Measures {
  readonly left: number
  readonly right: number
  /** From line to line, in sizes of letters. */
  readonly step: number
}

function measuresOf(lines: readonly Line[]): Measures {
  const steps = lines.slice(1).flatMap((line, at) => {
    const step = stepOf(lines[at] as Line, line)
    return step > 0.5 && step < 3 ? [step] : []
  })
  return {
    left: marginOf(lines.map(line => Math.round(line.left))),
    right: Math.max(0, ...lines.map(line => line.right)),
    // Lines of a paragraph are the closest ones that are frequent.
    step: steps.toSorted((a, b) => a - b)[Math.floor(steps.length * 0.25)] ?? 1.2,
  }
}

/** The leftmost place at which more than a few lines begin. */
const marginOf = (lefts: readonly number[]): number => {
  const frequent = [...counted(lefts)].filter(([, lines]) => lines >= lefts.length * 0.15)
  return frequent.length > 0 ? Math.min(...frequent.map(([left]) => left)) : (lefts[0] ?? 0)
}

const stepOf = (above: Line, below: Line) => (above.foot - below.foot) / Math.max(1, below.size)
const marker = /^\s*(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivxlc]{1,6})[.)]|[•◦▪·–—])\s/u
const endsSentence = (text: string) => /[.!?:;…»”"]\s*$/.test(text)

function beginsNew(above: Line, line: Line, { left, right, step }: Measures): boolean {
  const em = Math.max(1, line.size)
  const between = stepOf(above, line)
  // Upwards: another column, or a frame beside the text.
  if (between < -0.5 || between > step * 1.3) return true
  if (Math.abs(above.size - line.size) > em * 0.12) return true
  if (marker.test(line.text) && (endsSentence(above.text) || marker.test(above.text))) return true
  const indented = line.left - left > em * 0.8 && line.left - above.left > em * 0.8
  if (indented && !marker.test(above.text)) return true
  return endsSentence(above.text) && right - above.right > (right - left) * 0.25
}

/** Whether the first line of a page carries on the last paragraph of the page before. */
const goesOn = (above: Line, line: Line) =>
  !marker.test(line.text) &&
  Math.abs(above.size - line.size) <= line.size * 0.12 &&
  (!endsSentence(above.text) || /^\s*\p{Ll}/u.test(line.text))

// ---------------------------------------------------------------- words that were parted
const parted = /(\p{L}+)[-\u00ad\u2010]$/u

/** Words that are written with a hyphen in the middle of a line: at its end they keep it. */
const hyphenated = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(
    lines.flatMap(({ text }) =>
      [...text.matchAll(/\p{L}+[-\u2010]\p{L}+/gu)].map(([word]) =>
        word.replace('\u2010', '-').toLowerCase(),
      ),
    ),
  )

function joined(lines: readonly string[], whole: ReadonlySet<string>): string {
  return lines.reduce((text, line) => {
    const before = text.trimEnd()
    const after = line.trim()
    const start = parted.exec(before)
    const rest = /^\p{Ll}+/u.exec(after)
    if (!start || !rest) return before === '' ? after : `${before} ${after}`
    const keeps = whole.has(`${start[1]}-${rest[0]}`.toLowerCase())
    return `${before.slice(0, -1)}${keeps ? '-' : ''}${after}`
  }, '')
}

const counted = (values: readonly number[]): Map<number, number> =>
  new Map([...Map.groupBy(values, value => value)].map(([value, all]) => [value, all.length]))
const mostOf = (counts: ReadonlyMap<number, number>): number | undefined =>
  [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0]
