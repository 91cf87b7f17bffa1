/** The words of a PDF, page by page, as they stand in it as text; a scan has none. */
import { getDocumentProxy } from 'unpdf'
import {
  type Line,
  type LineReading,
  mostCharacters,
  mostPages,
  type Page,
  type Reading,
  type ReadingFault,
} from './words.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

async function openPdf(bytes: Uint8Array): Promise<Pdf | ReadingFault> {
  try {
    // No scripts and no fonts of the system: only what is written.
    return await getDocumentProxy(bytes, { useSystemFonts: false, verbosity: 0 })
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken'
  }
}

export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const document = await openPdf(bytes)
  if (typeof document === 'string') return { fault: document }
  const pages: Page[] = []
  let characters = 0
  let broken = 0
  let at = 1
  for (; at <= Math.min(document.numPages, mostPages) && characters < mostCharacters; at++) {
    const text = await textOf(document, at)
    if (text === undefined) broken += 1
    else if (/[\p{L}\p{N}]/u.test(text))
      pages.push({ number: at, text: text.slice(0, mostCharacters - characters) })
    characters += text?.length ?? 0
  }
  if (pages.length === 0) return { fault: broken > 0 ? 'broken' : 'no-words' }
  return {
    pages,
    of: document.numPages,
    whole: at > document.numPages && characters <= mostCharacters && broken === 0,
  }
}

/** `undefined` where one page is damaged: the others may still be read. */
async function textOf(document: Pdf, at: number) {
  try {
    const page = await document.getPage(at)
    const { items } = await page.getTextContent()
    const text = items
      .map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('')
      // A word that was parted at the end of a line by a soft hyphen.
      .replace(/\u00ad\n?/g, '')
    page.cleanup()
    return text.replaceAll('\0', '')
  } catch {
    return undefined
  }
}

/** Every line with its place; of a page that is damaged nothing, and then the reading is not whole. */
export async function readPdfLines(bytes: Uint8Array): Promise<LineReading> {
  const document = await openPdf(bytes)
  if (typeof document === 'string') return { fault: document }
  const pages: Line[][] = []
  let characters = 0
  let broken = 0
  let at = 1
  for (; at <= Math.min(document.numPages, mostPages) && characters < mostCharacters; at++) {
    const lines = await linesOf(document, at)
    if (lines) pages.push(lines)
    else broken += 1
    characters += lines?.reduce((sum, line) => sum + line.text.length, 0) ?? 0
  }
  if (pages.every(lines => lines.length === 0)) return { fault: broken > 0 ? 'broken' : 'no-words' }
  return { pages, whole: at > document.numPages && broken === 0 }
}

async function linesOf(document: Pdf, at: number): Promise<Line[] | undefined> {
  try {
    const page = await document.getPage(at)
    const { items } = await page.getTextContent()
    const lines: Line[] = []
    let open: Line | undefined
    for (const item of items) {
      if (!('str' in item)) continue
      if (item.str.trim() !== '' || open) open = longer(open, item)
      if (item.hasEOL && open) {
        lines.push(open)
        open = undefined
      }
    }
    if (open) lines.push(open)
    page.cleanup()
    return lines.filter(line => /[\p{L}\p{N}]/u.test(line.text))
  } catch {
    return undefined
  }
}

/** What the library tells of a run of letters: its place and its stretch are in the matrix. */
interface Item {
  readonly str: string
  readonly width: number
  readonly transform: readonly number[]
}

function longer(line: Line | undefined, { str, width, transform }: Item): Line {
  const [, , c = 0, d = 0, left = 0, foot = 0] = transform
  const text = (line?.text ?? '') + str.replaceAll('\0', '')
  // A blank has no place of its own.
  if (line && str.trim() === '') return { ...line, text }
  const size = Math.hypot(c, d)
  const right = left + width
  if (!line) return { text, left, right, foot, size }
  return { ...line, text, right: Math.max(line.right, right), size: Math.max(line.size, size) }
}
