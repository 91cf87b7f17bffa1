/** Gathers blocks while a foreign document is read: gives ids, tidies runs, drops what is empty, stops at the limits. */
import { DomainError } from '@kerege/contract/errors'
import { freshId, runsText, tidyRuns } from '@kerege/contract/council/documents/rules'
import { Block, BlockId, isSafeLink, type Run } from '@kerege/contract/council/documents/text'

type WithoutId<B> = B extends { id: string } ? Omit<B, 'id'> : never
export type NewBlock = WithoutId<Block>

const mostBlocks = 3000

export function gatherBlocks() {
  const blocks: Block[] = []
  const taken = new Set<string>()
  return {
    blocks,
    /** @param wanted an id that the document brings along; taken when it is one of ours and still free */
    add(block: NewBlock, wanted?: string): void {
      const tidy = tidied(block)
      if (!tidy) return
      if (blocks.length >= mostBlocks)
        throw new DomainError('invalid', 'document-too-long', { most: mostBlocks })
      const own = wanted !== undefined && BlockId.safeParse(wanted).success && !taken.has(wanted)
      const id = own ? wanted : freshId(taken)
      taken.add(id)
      blocks.push(Block.parse({ ...tidy, id }))
    },
  }
}

function tidied(block: NewBlock): NewBlock | undefined {
  if (block.kind === 'table') {
    const rows = block.rows.slice(0, 500).map(row => row.slice(0, 20).map(trimRuns))
    return rows.some(row => row.some(runs => runs.length > 0)) ? { ...block, rows } : undefined
  }
  const runs = trimRuns(block.runs)
  if (runs.length === 0 && !block.number) return undefined
  const number = block.number?.trim().slice(0, 12)
  const { number: _, ...rest } = block
  return { ...rest, runs, ...(number ? { number } : {}) }
}

// Marks that make a text lie about itself, and control marks, are not carried over.
const unwanted = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/gu

/** White space as one reads it: single spaces, none at the ends, line breaks kept. */
export function trimRuns(runs: readonly Run[]): Run[] {
  const clean = tidyRuns(
    runs.map(run => ({
      ...withSafeLink(run),
      text: run.text
        .normalize('NFC')
        .replace(unwanted, '')
        .replace(/[ \t\u00a0]+/g, ' ')
        .replace(/ ?\n ?/g, '\n'),
    })),
  )
  const spaced: Run[] = []
  for (const run of clean) {
    const endsOpen = spaced.length === 0 || /[ \n]$/.test(runsText(spaced))
    const text = endsOpen ? run.text.replace(/^[ \n]+/, '') : run.text
    if (text !== '') spaced.push({ ...run, text })
  }
  for (let last = spaced.at(-1); last; last = spaced.at(-1)) {
    const text = last.text.replace(/[ \n]+$/, '')
    if (text === last.text) break
    if (text === '') spaced.pop()
    else spaced[spaced.length - 1] = { ...last, text }
  }
  return tidyRuns(spaced).slice(0, 400)
}

function withSafeLink(run: Run): Run {
  if (run.href === undefined || (run.href.length <= 2000 && isSafeLink(run.href))) return run
  const { href: _, ...plain } = run
  return plain
}

/** A marker typed at the start of a paragraph, as Word and mail leave it: "3.", "(a)", "iv)", "•". */
const typedMarker = /^\s*(\(?(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivxlc]{1,6})[.)](?=\s)|[•◦▪·–—-](?=\s))\s+/u

export function splitMarker(runs: readonly Run[]): { marker: string | undefined; runs: readonly Run[] } {
  const first = runs[0]
  const found = first && typedMarker.exec(first.text)
  if (!first || !found) return { marker: undefined, runs }
  const rest = { ...first, text: first.text.slice(found[0].length) }
  return { marker: found[1], runs: rest.text === '' ? runs.slice(1) : [rest, ...runs.slice(1)] }
}

/** A paragraph with its marker apart from its words; a dash or a dot before one is a list item that lost its list. */
export function markedBlock(given: readonly Run[]): NewBlock {
  const { marker, runs } = splitMarker(trimRuns(given))
  const block = { kind: 'paragraph' as const, runs: [...runs] }
  if (marker === undefined) return block
  if (/^[•◦▪·–—-]$/.test(marker)) return { ...block, kind: 'item', depth: 1 }
  return { ...block, number: marker }
}
