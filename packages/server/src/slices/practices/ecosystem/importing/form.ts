/**
 * The Word form: a heading for each part, in one language; below it whoever knows the practice writes. Read back by headings,
 * whatever else somebody has put around them. The language stands in the form itself, in a line that says so.
 */
import { type Language, languages } from '@kerege/contract/common'
import { DomainError } from '@kerege/contract/errors'
import { textFields } from '@kerege/contract/practices/content'
import { parseFragment } from 'parse5'
import { ownNames } from '../../../../platform/languageNames.ts'
import { inspectFile } from '../../../documents/index.ts'
import { words } from '../words.ts'
import {
  type Column,
  codesOf,
  columnFor,
  factColumns,
  type FactColumn,
  labelOf,
  type List,
  plain,
  textColumn,
  wordFor,
} from './columns.ts'
import type { Cell } from './readCells.ts'

const wordFile = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const choices: Partial<Record<FactColumn, List>> = {
  domains: 'domain',
  settings: 'setting',
  audience: 'group',
  sex: 'sex',
  cost: 'cost',
  evidenceLevel: 'evidence',
  licence: 'licence',
  readers: 'readers',
}

export async function writeForm(language: Language): Promise<Buffer> {
  // Loaded with the first form: a node at rest is lighter without it.
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = await import('docx')
  const part = (column: Column, hint: string) => [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(labelOf(column, language))] }),
    new Paragraph({ children: [new TextRun(hint)] }),
  ]
  const listed = (column: FactColumn) => {
    const list = choices[column]
    return list
      ? `[${codesOf(list)
          .map(code => wordFor(list, code, language))
          .join('; ')}]`
      : ''
  }
  const document = new Document({
    title: words(language, 'template.title'),
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [new TextRun(words(language, 'template.title'))],
          }),
          new Paragraph({
            children: [new TextRun({ text: words(language, 'template.how'), italics: true })],
          }),
          new Paragraph({
            children: [new TextRun(`${words(language, 'template.language')}: ${ownNames[language]}`)],
          }),
          ...textFields.flatMap(field => part(textColumn(field, language), '')),
          ...part(textColumn('organisation', language), ''),
          ...factColumns.flatMap(column => part(column, listed(column))),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

export interface ReadForm {
  readonly cells: ReadonlyMap<Column, Cell>
  readonly unread: readonly string[]
}

// A small file can unfold into a huge one; a practice has some tens of kilobytes of words.
const mostHtml = 2_000_000
const mostText = 10_000

/** @throws DomainError `form-without-headings`, `document-unreadable`, `document-too-long`, or what `inspectFile` says */
export async function readForm(bytes: Uint8Array): Promise<ReadForm> {
  await inspectFile(Buffer.from(bytes), wordFile)
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: ["p[style-name='Title'] => h1:fresh"], externalFileAccess: false },
    )
    .catch(() => {
      // What the library says may repeat words of the paper.
      throw new DomainError('invalid', 'document-unreadable', { line: 0 })
    })
  if (value.length > mostHtml) throw new DomainError('invalid', 'document-too-long', { most: mostHtml })
  return byHeadings(linesOf(value))
}

interface Line {
  readonly text: string
  readonly heading: boolean
}

function byHeadings(lines: readonly Line[]): ReadForm {
  const language = languageOf(lines)
  const cells = new Map<Column, Cell>()
  const unread: string[] = []
  let column: Column | undefined
  for (const { text, heading } of lines) {
    const known = heading || text.length <= 80 ? columnFor(text, language) : undefined
    // Also a heading that lost its style on the way; a word of an answer is none, once its part has words already.
    if (known !== undefined && (heading || !cells.has(known))) {
      column = known
      cells.set(known, cells.get(known) ?? { text: '' })
    } else if (heading) {
      if (cells.size > 0) unread.push(text.slice(0, 80))
      column = undefined
    } else if (column !== undefined) {
      const before = cells.get(column)?.text ?? ''
      // One letter more than a text may have: the fault is told, and nothing larger is kept.
      cells.set(column, { text: (before === '' ? text : `${before}\n${text}`).slice(0, mostText + 1) })
    }
  }
  if (![...cells.keys()].some(one => one.startsWith('title_')))
    throw new DomainError('invalid', 'form-without-headings')
  return { cells, unread: unread.slice(0, 50) }
}

/** The line in which the form says its language; else nothing is assumed. */
function languageOf(lines: readonly Line[]): Language | undefined {
  for (const { text } of lines.slice(0, 30)) {
    const [key = '', value = ''] = text.split(/[:：]/)
    if (languages.some(one => plain(words(one, 'template.language')) === plain(key)))
      return languages.find(
        one => plain(ownNames[one]) === plain(value) || one === value.trim().toLowerCase(),
      )
  }
  return undefined
}

interface Element {
  nodeName: string
  value?: string
  childNodes?: Element[]
}

/** Paragraphs, items of lists and headings, in the order of the document; a table is read cell by cell. */
function linesOf(html: string): Line[] {
  const lines: Line[] = []
  const walk = (node: Element) => {
    const heading = /^h[1-6]$/.test(node.nodeName)
    if (
      heading ||
      node.nodeName === 'p' ||
      (node.nodeName === 'li' && !node.childNodes?.some(one => one.nodeName === 'p'))
    ) {
      const text = wordsIn(node)
        .replace(/[^\S\n]+/g, ' ')
        .trim()
      if (text !== '') lines.push({ text, heading })
      return
    }
    for (const child of node.childNodes ?? []) walk(child)
  }
  walk(parseFragment(html) as unknown as Element) // the parser's own tree, of which only this is read
  return lines
}

const wordsIn = (node: Element): string =>
  node.nodeName === '#text'
    ? (node.value ?? '')
    : node.nodeName === 'br'
      ? '\n'
      : (node.childNodes ?? []).map(wordsIn).join('')
