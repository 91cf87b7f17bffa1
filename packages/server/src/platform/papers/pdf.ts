/** A paper as PDF, black on white, for a table at a session. */
import type { DocumentHead } from '@kerege/contract/council/documents/head'
import type { Block, DocumentText, Run } from '@kerege/contract/council/documents/text'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { headLines, type HeadWords } from './headLines.ts'
import { openPrinter } from './printer.ts'

const size = { body: 11, table: 10, title: 18, headings: [14, 12.5, 11.5] } as const
const step = 22

export async function writePdf(
  head: DocumentHead,
  text: DocumentText,
  words: HeadWords,
): Promise<Uint8Array> {
  const printer = await openPrinter()
  return printer.createPdf(definition(head, text, words)).getBuffer()
}

function definition(head: DocumentHead, text: DocumentText, words: HeadWords): TDocumentDefinitions {
  const { left, right } = headLines(head, words)
  return {
    info: { title: text.title, author: head.body, ...(head.symbol ? { subject: head.symbol } : {}) },
    pageSize: 'A4',
    pageMargins: [62, 56, 62, 56],
    defaultStyle: { font: 'DejaVu', fontSize: size.body, lineHeight: 1.25 },
    ...(words.mark ? { watermark: { text: words.mark, angle: -52, opacity: 0.13, fontSize: 22 } } : {}),
    footer: (page, pages) => ({
      stack: [
        {
          columns: [
            { text: head.symbol ?? words.draft, width: '*' },
            { text: `${page} / ${pages}`, width: 'auto' },
          ],
        },
        ...(words.mark ? [{ text: words.mark, fontSize: 8 }] : []),
      ],
      fontSize: 9,
      margin: [62, 16, 62, 0],
    }),
    content: [
      {
        columns: [
          { stack: left, bold: true },
          { stack: right, alignment: 'right' },
        ],
        margin: [0, 0, 0, 18],
      },
      { text: text.title, fontSize: size.title, bold: true, margin: [0, 0, 0, 14] },
      ...text.blocks.map(blockOf),
    ],
  }
}

function blockOf(block: Block): Content {
  switch (block.kind) {
    case 'heading':
      return {
        text: numbered(block.number, block.runs),
        bold: true,
        fontSize: size.headings[block.level - 1] ?? size.body,
        margin: [0, 10, 0, 5],
        headlineLevel: block.level,
      }
    case 'paragraph':
      return { text: numbered(block.number, block.runs), margin: [0, 0, 0, 7] }
    case 'item':
      return {
        columns: [
          {
            text: block.number ?? '•',
            width: step + (block.number ? Math.max(0, block.number.length - 3) * 6 : 0),
          },
          { text: runsOf(block.runs), width: '*' },
        ],
        margin: [step * (block.depth - 1), 0, 0, 4],
      }
    case 'table': {
      const wide = Math.max(...block.rows.map(row => row.length))
      return {
        table: {
          headerRows: block.head ? 1 : 0,
          widths: Array.from({ length: wide }, () => '*'),
          body: block.rows.map((row, at) =>
            Array.from({ length: wide }, (_, column) => ({
              text: runsOf(row[column] ?? []),
              bold: block.head && at === 0,
              fontSize: size.table,
            })),
          ),
        },
        layout: 'lightHorizontalLines',
        margin: [0, 4, 0, 10],
      }
    }
  }
}

const numbered = (number: string | undefined, runs: readonly Run[]) =>
  number ? [{ text: `${number} ` }, ...runsOf(runs)] : runsOf(runs)

const runsOf = (runs: readonly Run[]) =>
  runs.map(run => ({
    text: run.text,
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.href ? { link: run.href, decoration: 'underline' as const } : {}),
  }))
