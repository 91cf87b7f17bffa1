/** Papers of work as Word files. Word knows both directions; it is told which a line begins in. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import encodeQR from 'qr'
import { hasRightToLeft } from './bidi.ts'
import { cardRows } from './cardRows.ts'
import type { Card, CardSheet, Sheet, TableSheet } from './sheet.ts'

const face = 'Noto Sans'
const whole = 100

export async function writeSheetDocx(sheet: Sheet): Promise<Uint8Array> {
  const document = new Document({
    title: sheet.title,
    styles: { default: { document: { run: { font: face, size: 18, language: { value: sheet.language } } } } },
    sections: [
      {
        properties: {
          page: {
            size: {
              orientation: sheet.kind === 'table' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: 700, bottom: 800, left: 700, right: 700 },
          },
        },
        footers: { default: footer(sheet.mark) },
        children: sheet.kind === 'table' ? tableBody(sheet) : cardBody(sheet),
      },
    ],
  })
  return Packer.toBuffer(document)
}

const footer = (mark: string) =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ text: `${mark}   `, size: 16 }),
          new TextRun({ size: 16, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })

/** One paragraph a line; pieces of Arabic are marked as such, so that Word shapes and turns them. */
const linesOf = (text: string, run: { bold?: boolean; size?: number } = {}): Paragraph[] =>
  text.split('\n').map(
    line =>
      new Paragraph({
        bidirectional: beginsRightToLeft(line),
        children: line
          .split(/([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc][\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc ]*)/)
          .filter(Boolean)
          .map(piece => new TextRun({ text: piece, ...run, rightToLeft: hasRightToLeft(piece) })),
      }),
  )

/** The first letter decides, as the bidirectional algorithm has it (UAX #9, P2). */
const beginsRightToLeft = (line: string): boolean => hasRightToLeft(/\p{L}/u.exec(line)?.[0] ?? '')

function tableBody(sheet: TableSheet) {
  const parts = sheet.columns.reduce((sum, column) => sum + column.share, 0)
  const share = (at: number) => ((sheet.columns[at]?.share ?? 1) / parts) * whole
  const cell = (text: string, at: number, bold = false) =>
    new TableCell({
      width: { size: share(at), type: WidthType.PERCENTAGE },
      children: linesOf(sheet.columns[at]?.box && text === '' ? '☐' : text, { bold }),
    })
  const rows = sheet.groups.flatMap(group => [
    ...(group.head === undefined
      ? []
      : [
          new TableRow({
            cantSplit: true,
            children: [
              new TableCell({
                columnSpan: sheet.columns.length,
                shading: { fill: 'EEEEEE' },
                children: linesOf(group.head, { bold: true }),
              }),
            ],
          }),
        ]),
    ...group.rows.map(
      row => new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at)) }),
    ),
  ])
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun({ text: sheet.title })] }),
    ...sheet.facts.flatMap(fact => linesOf(fact)),
    ...(rows.length === 0
      ? linesOf(sheet.nothing)
      : [
          new Table({
            width: { size: whole, type: WidthType.PERCENTAGE },
            rows: [
              new TableRow({
                tableHeader: true,
                children: sheet.columns.map((column, at) => cell(column.heading, at, true)),
              }),
              ...rows,
            ],
          }),
        ]),
    ...sheet.signatures.map(
      who =>
        new Paragraph({
          spacing: { before: 500 },
          children: [new TextRun({ text: `${who}  ______________________________` })],
        }),
    ),
  ]
}

const dashed = { style: BorderStyle.DASHED, size: 4, color: '999999' }

function cardBody(sheet: CardSheet) {
  if (sheet.cards.length === 0) return linesOf(sheet.nothing)
  const rows = cardRows(sheet.cards)
  return [
    new Table({
      width: { size: whole, type: WidthType.PERCENTAGE },
      rows: rows.map(
        row =>
          new TableRow({
            cantSplit: true,
            children: [0, 1].map(
              at =>
                new TableCell({
                  width: { size: whole / 2, type: WidthType.PERCENTAGE },
                  borders: { top: dashed, bottom: dashed, left: dashed, right: dashed },
                  margins: { top: 120, bottom: 120, left: 120, right: 120 },
                  children: cardCell(row.cards[at], row.breaks),
                }),
            ),
          }),
      ),
    }),
  ]
}

function cardCell(card: Card | undefined, breaks: boolean): Paragraph[] {
  if (!card) return [new Paragraph({})]
  return [
    // In a table the break belongs to the first paragraph of the row.
    ...(breaks ? [new Paragraph({ pageBreakBefore: true, spacing: { line: 20 } })] : []),
    ...linesOf(card.title, { bold: true, size: 24 }),
    ...card.lines.flatMap(line => linesOf(line, { size: 20 })),
    new Paragraph({
      alignment: AlignmentType.LEFT,
      children: [
        new ImageRun({
          type: 'gif',
          data: encodeQR(card.code, 'gif', { scale: 6 }),
          transformation: { width: 96, height: 96 },
        }),
        new TextRun({ text: `  ${card.number}`, bold: true, size: 30 }),
      ],
    }),
  ]
}
