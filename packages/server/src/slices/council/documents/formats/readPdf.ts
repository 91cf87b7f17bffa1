/**
 * A PDF as blocks. It knows letters and their places and nothing of paragraphs, so these are made out of the lines: what comes out
 * is a draft, to be held against the file. A scan has no words to read, and is refused.
 */
import type { DocumentText } from '@kerege/contract/council/documents/text'
import { runsText } from '@kerege/contract/council/documents/rules'
import { DomainError } from '@kerege/contract/errors'
import { inspectFile, readLines } from '../../../documents/index.ts'
import { gatherBlocks, markedBlock } from './blocks.ts'
import { bodySize, paragraphsOf } from './pdfLines.ts'

const faults = {
  encrypted: 'document-behind-password',
  broken: 'document-unreadable',
  'no-words': 'document-without-words',
  'too-heavy': 'document-too-long',
} as const

/** As many letters as a run may have, with room for a word that is parted. */
const longest = 9_000
const mostBlocks = 3000

/**
 * @throws DomainError `document-behind-password`, `document-without-words`, `document-unreadable`, `document-too-long`, or what
 * `inspect` says of the file
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentText> {
  await inspectFile(Buffer.from(bytes), 'application/pdf')
  const reading = await readLines(new Uint8Array(bytes))
  if ('fault' in reading) throw refusal(faults[reading.fault])
  // Half a paper would be taken for a whole one.
  if (!reading.whole) throw refusal('document-too-long')
  const gather = gatherBlocks()
  const usual = bodySize(reading.pages)
  for (const { text, size } of paragraphsOf(reading.pages)) {
    const level = size > usual * 1.35 ? 1 : 2
    if (size > usual * 1.12 && text.length <= 300) gather.add({ kind: 'heading', level, runs: [{ text }] })
    else for (const piece of inPieces(text)) gather.add(markedBlock([{ text: piece }]))
  }
  const first = gather.blocks.find(block => block.kind === 'heading') ?? gather.blocks[0]
  const title = first && first.kind !== 'table' ? runsText(first.runs).slice(0, 500) : ''
  return { title: title || '…', blocks: gather.blocks }
}

function refusal(code: (typeof faults)[keyof typeof faults]): DomainError {
  if (code === 'document-unreadable') return new DomainError('invalid', code, { line: 0 })
  return new DomainError('invalid', code, code === 'document-too-long' ? { most: mostBlocks } : {})
}

/** Only what is no text of a person is that long without an end; it is parted between two words. */
const inPieces = (text: string): string[] =>
  text.length <= longest ? [text] : (text.match(/.{1,9000}(?:\s|$)|.{1,9000}/gs) ?? [])
