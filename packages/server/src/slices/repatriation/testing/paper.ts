/** A paper of work as whoever asks for it holds it in their hands: asked for with a reason, fetched once, opened, and read. */
import type { Language } from '@kerege/contract/common'
import { askPaper } from '@kerege/contract/exports/routes'
import type { AskExport } from '@kerege/contract/exports/schema'
import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import type { Somebody, World } from '../../../testing/world.ts'

export const paperFormats = ['pdf', 'docx'] as const
export type PaperFormat = (typeof paperFormats)[number]

/** @throws where the paper is refused */
export async function paper(
  w: World,
  who: Somebody,
  of: string,
  query: AskExport['query'],
  format: PaperFormat,
  language: Language,
): Promise<Uint8Array> {
  const ticket = await w.as(who)(askPaper, {
    body: { of, format, query, reason: 'For the border', language },
  })
  if (ticket.status !== 201) {
    throw new Error(`${of}: ${JSON.stringify(ticket.body)} ${w.logged.slice(-3).join(' ')}`)
  }
  const reply = await w.raw(ticket.body.url, {}, who)
  if (reply.status !== 200) throw new Error(`${of}: ${reply.status} ${await reply.text()}`)
  return new Uint8Array(await reply.arrayBuffer())
}

export const paperText = async (bytes: Uint8Array, format: PaperFormat): Promise<string> =>
  format === 'pdf'
    ? (await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true })).text
    : (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value
