/** Papers of work as PDF. Lines that mix scripts are broken and turned here, since the writer knows one direction only. */
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { brokenAt, hasRightToLeft, visualPieces } from './bidi.ts'
import { openPrinter } from './printer.ts'
import { type CardRow, cardRows } from './cardRows.ts'
import type { Card, CardSheet, Sheet, SheetColumn, TableSheet } from './sheet.ts'

/** Points between the margins of a lying A4 sheet, and how wide a letter of the face is at the size of a cell. */
const width = 770
const cellSize = 9
const letter = cellSize * 0.56

export async function writeSheetPdf(sheet: Sheet): Promise<Uint8Array> {
  const printer = await openPrinter()
  return printer.createPdf(definition(sheet)).getBuffer()
}

function definition(sheet: Sheet): TDocumentDefinitions {
  return {
    info: { title: sheet.title },
    pageSize: 'A4',
    pageOrientation: sheet.kind === 'table' ? 'landscape' : 'portrait',
    pageMargins: [36, 36, 36, 44],
    defaultStyle: { font: 'DejaVu', fontSize: 10, lineHeight: 1.2 },
    footer: (page, pages) => ({
      columns: [
        { text: sheet.mark, width: '*' },
        { text: `${page} / ${pages}`, width: 'auto', noWrap: true },
      ],
      columnGap: 12,
      fontSize: 8,
      margin: [36, 14, 36, 0],
    }),
    content: sheet.kind === 'table' ? tableContent(sheet) : cardContent(sheet),
  }
}

function tableContent(sheet: TableSheet): Content[] {
  const parts = sheet.columns.reduce((sum, column) => sum + column.share, 0)
  const widths = sheet.columns.map(column => (column.share / parts) * width - 10)
  const head = sheet.columns.map(column => ({ text: column.heading, bold: true, fontSize: cellSize }))
  const rows = sheet.groups.flatMap(group => [
    ...(group.head === undefined ? [] : [groupHead(group.head, sheet.columns.length)]),
    ...group.rows.map(row => row.map((cell, at) => cellOf(cell, widths[at] ?? 50, sheet.columns[at]))),
  ])
  return [
    { text: sheet.title, fontSize: 16, bold: true, margin: [0, 0, 0, 4] },
    ...sheet.facts.map((fact): Content => ({ stack: linesOf(fact, width, 10), margin: [0, 0, 0, 2] })),
    sheet.groups.length === 0
      ? { text: sheet.nothing, margin: [0, 12, 0, 0] }
      : {
          table: { headerRows: 1, widths, dontBreakRows: true, body: [head, ...rows] },
          layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: '#999', vLineColor: '#999' },
          margin: [0, 8, 0, 0],
        },
    ...sheet.signatures.map(
      (who): Content => ({
        columns: [
          { text: who, width: 240 },
          {
            canvas: [{ type: 'line', x1: 0, y1: 12, x2: 260, y2: 12, lineWidth: 0.5 }],
            width: '*',
          },
        ],
        margin: [0, 22, 0, 0],
      }),
    ),
  ]
}

const groupHead = (head: string, columns: number): TableCell[] => [
  { stack: linesOf(head, width, 10), bold: true, fillColor: '#eeeeee', colSpan: columns },
  ...Array.from({ length: columns - 1 }, () => ({ text: '' })),
]

function cellOf(text: string, wide: number, column: SheetColumn | undefined): TableCell {
  if (column?.box && text === '') {
    return { canvas: [{ type: 'rect', x: 0, y: 1, w: 12, h: 12, lineWidth: 0.7 }] }
  }
  return { stack: linesOf(text, wide, cellSize), fontSize: cellSize }
}

/** Only lines with Arabic are broken by us: of others the writer knows the width better. */
function linesOf(text: string, wide: number, size: number): Content[] {
  const most = Math.max(8, Math.floor(wide / ((letter / cellSize) * size)))
  return text.split('\n').flatMap((line): Content[] =>
    hasRightToLeft(line)
      ? brokenAt(line, most).map(part => ({
          text: visualPieces(part).map(piece => ({ text: piece })),
          noWrap: true,
        }))
      : [{ text: line }],
  )
}

/** Two cards beside each other, five below each other. */
function cardContent(sheet: CardSheet): Content[] {
  if (sheet.cards.length === 0) return [{ text: sheet.nothing }]
  return pagesOf(cardRows(sheet.cards)).map((rows, page) => ({
    ...(page > 0 ? { pageBreak: 'before' as const } : {}),
    table: {
      widths: ['50%', '50%'],
      heights: 140,
      dontBreakRows: true,
      body: rows.map(({ cards }) => [cardCell(cards[0]), cardCell(cards[1])]),
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineColor: '#999',
      vLineColor: '#999',
      hLineStyle: () => ({ dash: { length: 3 } }),
      vLineStyle: () => ({ dash: { length: 3 } }),
    },
  }))
}

function pagesOf(rows: readonly CardRow[]): CardRow[][] {
  const pages: CardRow[][] = []
  for (const row of rows) {
    if (row.breaks || pages.length === 0) pages.push([])
    pages.at(-1)?.push(row)
  }
  return pages
}

function cardCell(card: Card | undefined): TableCell {
  if (!card) return { text: '' }
  return {
    columns: [
      { qr: card.code, fit: 88, width: 96 },
      {
        stack: [
          { stack: linesOf(card.title, 150, 12), bold: true, fontSize: 12, margin: [0, 0, 0, 4] },
          ...card.lines.flatMap(line => linesOf(line, 150, 10)),
          { text: card.number, fontSize: 15, bold: true, margin: [0, 6, 0, 0] },
        ],
        width: '*',
      },
    ],
    margin: [4, 8, 4, 4],
  }
}
