/** What may be asked of document texts, purely: plain words, what changed, what a translation owes its source. */
import type { Block, DocumentText, Run } from './text.ts'

export const runsText = (runs: readonly Run[]): string => runs.map(run => run.text).join('')

export const blockText = (block: Block): string =>
  block.kind === 'table'
    ? block.rows.map(row => row.map(runsText).join('\t')).join('\n')
    : [block.number, runsText(block.runs)].filter(Boolean).join(' ')

/** Neighbours that look alike become one, empty runs go: the same text has one shape. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const last = tidy.at(-1)
    if (last && last.bold === run.bold && last.italic === run.italic && last.href === run.href) {
      tidy[tidy.length - 1] = { ...last, text: last.text + run.text }
    } else tidy.push({ ...run })
  }
  return tidy
}

/** Ids for blocks that have none yet or one that is taken: the next free `b<number>`. */
export function freshId(taken: ReadonlySet<string>): string {
  for (let at = taken.size + 1; ; at++) if (!taken.has(`b${at}`)) return `b${at}`
}

export type BlockChange =
  | { kind: 'added' | 'removed'; block: Block }
  | { kind: 'changed'; before: Block; after: Block }
  /** The same words in another place among the blocks that stayed. */
  | { kind: 'moved'; block: Block }

/** What differs between two versions of one text, by block id, in the order of the newer and then what went. */
export function changesBetween(before: DocumentText, after: DocumentText): BlockChange[] {
  const old = new Map(before.blocks.map(block => [block.id, block]))
  const fresh = new Set(after.blocks.map(block => block.id))
  const stayed = longestInOrder(
    after.blocks.filter(block => old.has(block.id)).map(block => block.id),
    before.blocks.map(block => block.id),
  )
  const changes = after.blocks.flatMap((block): BlockChange[] => {
    const earlier = old.get(block.id)
    if (!earlier) return [{ kind: 'added', block }]
    if (!sameBlock(earlier, block)) return [{ kind: 'changed', before: earlier, after: block }]
    return stayed.has(block.id) ? [] : [{ kind: 'moved', block }]
  })
  const gone = before.blocks.filter(block => !fresh.has(block.id))
  return [...changes, ...gone.map(block => ({ kind: 'removed' as const, block }))]
}

export const sameBlock = (a: Block, b: Block): boolean =>
  JSON.stringify(shape(a)) === JSON.stringify(shape(b))

// Key order must not decide, nor how the text was cut into runs.
const shape = (block: Block): unknown[] => {
  switch (block.kind) {
    case 'heading':
      return [block.kind, block.level, block.number ?? '', looks(block.runs)]
    case 'paragraph':
      return [block.kind, block.number ?? '', looks(block.runs)]
    case 'item':
      return [block.kind, block.depth, block.number ?? '', looks(block.runs)]
    case 'table':
      return [block.kind, block.head, block.rows.map(row => row.map(looks))]
  }
}
const looks = (runs: readonly Run[]) =>
  tidyRuns(runs).map(run => [run.text, run.bold ?? false, run.italic ?? false, run.href ?? ''])

/** The longest part of `ids` that stands in the order of `reference` (longest increasing subsequence). */
function longestInOrder(ids: readonly string[], reference: readonly string[]): Set<string> {
  const place = new Map(reference.map((id, at) => [id, at]))
  const seats = ids.map(id => place.get(id) ?? 0)
  const ends: number[] = []
  const before: (number | undefined)[] = []
  seats.forEach((seat, at) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((seats[ends[middle] ?? 0] ?? 0) < seat) low = middle + 1
      else high = middle
    }
    before[at] = low > 0 ? ends[low - 1] : undefined
    ends[low] = at
  })
  const kept = new Set<string>()
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.add(ids[at] ?? '')
  return kept
}

export interface TranslationDebt {
  /** Blocks of the source that the translation has no text for. */
  missing: string[]
  /** Blocks whose source has changed since the translation was made from it. */
  stale: string[]
  /** Blocks of the translation that the source no longer has. */
  left: string[]
}

/** @param madeFrom the version of the source from which the translation was made, or last checked against */
export function translationDebt(
  source: DocumentText,
  madeFrom: DocumentText,
  translation: DocumentText,
): TranslationDebt {
  const then = new Map(madeFrom.blocks.map(block => [block.id, block]))
  const there = new Set(translation.blocks.map(block => block.id))
  const now = new Set(source.blocks.map(block => block.id))
  return {
    missing: source.blocks.filter(block => !there.has(block.id)).map(block => block.id),
    stale: source.blocks
      .filter(block => there.has(block.id))
      .filter(block => {
        const earlier = then.get(block.id)
        return earlier === undefined || !sameBlock(earlier, block)
      })
      .map(block => block.id),
    left: translation.blocks.filter(block => !now.has(block.id)).map(block => block.id),
  }
}
