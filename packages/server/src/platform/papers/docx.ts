/**
 * A paper as a Word file: what a delegation comments on and sends on. Real headings, lists and tables, so
 * that it can be worked with; the head of the paper as UN documents carry it. Numbers are written as words, since
 * counted ones would change when somebody cuts a paragraph out.
 */
import type { DocumentHead } from '@kerege/contract/council/documents/head'
import type { Block, DocumentText, Run } from '@kerege/contract/council/documents/text'
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
  WidthType,
} from 'docx'
import { headLines, type HeadWords } from './headLines.ts'

const face = 'Noto Sans'
const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
/** In twentieths of a point: one step of a list. */
const step = 500

export async function writeDocx(
  head: DocumentHead,
  text: DocumentText,
  words: HeadWords,
): Promise<Uint8Array> {
  const { left, right } = headLines(head, words)
  const document = new Document({
    title: text.title,
    creator: head.body,
    ...(head.symbol ? { subject: head.symbol } : {}),
    styles: { default: { document: { run: { font: face, size: 22, language: { value: head.language } } } } },
    sections: [
      {
        ...(words.mark ? { headers: { default: marked(words.mark) } } : {}),
        footers: { default: footer(head) },
        children: [
          ...left.map(one => new Paragraph({ children: [new TextRun({ text: one, bold: true })] })),
          ...right.map(
            one => new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: one })] }),
          ),
          new Paragraph({
            heading: HeadingLevel.TITLE,
            spacing: { before: 300, after: 300 },
            children: [new TextRun({ text: text.title })],
          }),
          ...text.blocks.map(blockOf),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** A line that is read, and the same across the page behind the text. */
const marked = (mark: string) =>
  new Header({
    children: [
      new Paragraph({ children: [new TextRun({ text: mark, size: 16, bold: true })] }),
      // A box is a paragraph of its own; the types of the library know that for bodies only.
      new Textbox({
        style: {
          position: 'absolute',
          zIndex: -1,
          width: '480pt',
          height: '70pt',
          rotation: -52,
          positionHorizontal: 'center',
          positionHorizontalRelative: 'page',
          positionVertical: 'center',
          positionVerticalRelative: 'page',
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: mark, size: 44, bold: true, color: 'DDDDDD' })],
          }),
        ],
      }) as unknown as Paragraph,
    ],
  })

const footer = (head: DocumentHead) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ text: head.symbol ? `${head.symbol}   ` : '' }),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })

function blockOf(block: Block): Paragraph | Table {
  switch (block.kind) {
    case 'heading':
      return new Paragraph({ heading: levels[block.level], children: numbered(block.number, block.runs) })
    case 'paragraph':
      return new Paragraph({ spacing: { after: 160 }, children: numbered(block.number, block.runs) })
    case 'item':
      return block.number
        ? new Paragraph({
            indent: { left: step * block.depth, hanging: step },
            spacing: { after: 80 },
            children: numbered(block.number, block.runs, '\t'),
          })
        : new Paragraph({ bullet: { level: block.depth - 1 }, children: runsOf(block.runs) })
    case 'table':
      return tableOf(block)
  }
}

function tableOf(table: Extract<Block, { kind: 'table' }>): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: table.rows.map(
      (row, at) =>
        new TableRow({
          tableHeader: table.head && at === 0,
          children: row.map(
            runs =>
              new TableCell({
                children: [
                  new Paragraph({
                    children: runsOf(
                      table.head && at === 0 ? runs.map(run => ({ ...run, bold: true as const })) : runs,
                    ),
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}

const numbered = (number: string | undefined, runs: readonly Run[], gap = ' '): ParagraphChild[] =>
  number ? [new TextRun({ text: `${number}${gap}` }), ...runsOf(runs)] : runsOf(runs)

const runsOf = (runs: readonly Run[]): ParagraphChild[] =>
  runs.flatMap((run): ParagraphChild[] => {
    const pieces = run.text.split('\n').map(
      (text, at) =>
        new TextRun({
          text,
          ...(at > 0 ? { break: 1 } : {}),
          ...(run.bold ? { bold: true } : {}),
          ...(run.italic ? { italics: true } : {}),
          ...(run.href ? { style: 'Hyperlink' } : {}),
        }),
    )
    return run.href ? [new ExternalHyperlink({ link: run.href, children: pieces })] : pieces
  })
