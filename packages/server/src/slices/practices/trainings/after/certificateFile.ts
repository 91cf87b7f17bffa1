/** A certificate on paper, in any of the seven languages, with the address at which anybody can check it, as a QR code too. */
import { join } from 'node:path'
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Context } from '../../../../platform/context.ts'
import { type Outflow, once } from '../../../../platform/handler.ts'
import { openMessages } from '../../../../platform/messages.ts'
import { openPrinter } from '../../../../platform/papers/printer.ts'
import { certificateNumber } from './certificateNumber.ts'
import { dayText, hoursText } from './writing.ts'

export const words = openMessages(join(import.meta.dirname, 'messages'))

const found = (ctx: Context, id: string) =>
  ctx.tx
    .selectFrom('practices.certificates as c')
    .innerJoin('practices.training_registrations as r', 'r.id', 'c.registration_id')
    .innerJoin('practices.training_events as e', 'e.id', 'r.event_id')
    .innerJoin('access.agencies as g', 'g.id', 'e.agency_id')
    .selectAll('c')
    .select(['e.kind', 'e.title', 'e.city', 'e.from_day', 'e.until_day', 'g.name as agency'])
    .where('c.id', '=', id)
    .executeTakeFirst()
export type FoundCertificate = NonNullable<Awaited<ReturnType<typeof found>>>

/** The policy shows it to its holder and to whoever runs the training. One that was taken back is not printed again. */
export async function certificateFile(ctx: Context, id: string, language: Language): Promise<Outflow> {
  const row = await found(ctx, id)
  if (!row || row.revoked_at !== null) throw notFound()
  const printer = await openPrinter()
  const bytes = await printer.createPdf(sheetOf(row, language, ctx.node.baseUrl)).getBuffer()
  ctx.trail.shown([id])
  ctx.trail.counted('bytes', bytes.length)
  return {
    contentType: 'application/pdf',
    fileName: `${certificateNumber(row.year, row.number)}.${language}.pdf`,
    length: bytes.length,
    chunks: once(bytes),
  }
}

/** Short enough for a small QR code: nothing but the place of the page and the code. */
const checkAddress = (base: string, code: string): string => `${base}/public/certificates/${code}`

/** In groups of four, as it is read aloud. */
export const spacedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')

function sheetOf(row: FoundCertificate, language: Language, base: string): TDocumentDefinitions {
  const say = (key: string, values = {}) => words(language, key, values)
  const number = certificateNumber(row.year, row.number)
  const address = checkAddress(base, row.code)
  const middle = (text: string, fontSize: number, more: object = {}): Content => ({
    text,
    fontSize,
    alignment: 'center',
    ...more,
  })
  return {
    info: { title: `${say('certificate')} ${number}` },
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [70, 60, 70, 50],
    defaultStyle: { font: 'DejaVu', fontSize: 12, lineHeight: 1.3 },
    content: [
      middle(textIn(row.agency as MultiText, language).text, 12),
      middle(say('certificate'), 30, { bold: true, margin: [0, 26, 0, 18] }),
      middle(row.holder, 24, { margin: [0, 0, 0, 16] }),
      middle(say(`took-part.${row.kind}`), 12),
      middle(textIn(row.title as MultiText, language).text, 17, { bold: true, margin: [40, 6, 40, 10] }),
      middle(
        say('where-when', {
          city: row.city,
          from: dayText(row.from_day),
          until: dayText(row.until_day),
        }),
        12,
      ),
      middle(say('hours', { hours: hoursText(Number(row.hours)) }), 12, { margin: [0, 2, 0, 30] }),
      {
        columns: [
          {
            width: '*',
            stack: [
              { text: say('number', { number }), bold: true },
              { text: say('issued', { day: dayText(row.issued_at.slice(0, 10)) }) },
              { text: say('check'), fontSize: 10, margin: [0, 10, 0, 0] },
              { text: address, link: address, fontSize: 9 },
              { text: say('code', { code: spacedCode(row.code) }), fontSize: 10 },
            ],
          },
          { width: 96, qr: address, fit: 96, eccLevel: 'M' },
        ],
        columnGap: 24,
      },
    ],
  }
}
