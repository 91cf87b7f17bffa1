/** Documents as files: out in any language and form, in as blocks. Nothing that is read in is kept here. */
import { join } from 'node:path'
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import type { DocumentHead } from '@kerege/contract/council/documents/head'
import type * as routes from '@kerege/contract/council/documents/routes'
import type { ImportFormat } from '@kerege/contract/council/documents/schema'
import type { DocumentText } from '@kerege/contract/council/documents/text'
import { DomainError } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../../platform/context.ts'
import { type Outflow, once } from '../../../platform/handler.ts'
import { localDay } from '../../../platform/localDay.ts'
import { openMessages } from '../../../platform/messages.ts'
import { fileEndings, mediaTypes, writeDocument } from './formats/index.ts'
import type { HeadWords } from '../../../platform/papers/headLines.ts'
import { voiceOf } from '../voices.ts'
import * as store from './store.ts'
import { getText, type StoredText } from './textStore.ts'

export const words = openMessages(join(import.meta.dirname, 'messages'))

export async function fileOf(
  ctx: Context,
  id: string,
  language: Language,
  { format, number }: Parsed<typeof routes.getFile>['query'],
): Promise<Outflow> {
  const row = await store.get(ctx.tx, id)
  const text = await getText(ctx.tx, id, language, number)
  const head = headOf(row, text, dayOf(ctx, row, text))
  const words = { ...headWords(head, row.state), ...(await markFor(ctx, head)) }
  const bytes = await writeDocument(format, head, text.text, words)
  ctx.trail.shown([id])
  ctx.trail.counted('bytes', bytes.length)
  return {
    contentType: mediaTypes[format],
    fileName: `${(row.symbol ?? `draft-${text.version}`).replaceAll('/', '_')}.${language}.${fileEndings[format]}`,
    length: bytes.length,
    chunks: once(bytes),
  }
}

/** Of the issue; before it the one that was set, else that of the text. */
const dayOf = (ctx: Context, row: store.FoundDocument, text: StoredText): string =>
  row.issued_at === null && row.dated !== null
    ? row.dated
    : localDay(new Date(row.issued_at ?? text.at), ctx.node.info.timeZone)

/** What is not for everybody says whose copy it is and of when, so that one that wanders off can be asked after. */
export async function markFor(ctx: Context, head: DocumentHead): Promise<{ mark?: string }> {
  if (head.distribution !== 'restricted') return {}
  const say = (key: string) => words(head.language, key)
  const time = ctx.now.toISOString()
  const when = `${time.slice(0, 10).split('-').reverse().join('.')}, ${time.slice(11, 16)} UTC`
  return {
    mark: [say('mark'), head.symbol ?? say('draft'), await readerOf(ctx, head.language), when].join(' · '),
  }
}

/** The delegation of the reader; those who prepare the Council's work by their office. */
async function readerOf(ctx: Context, language: Language): Promise<string> {
  const voice = await voiceOf(ctx)
  if (voice) return textIn(voice.party.name, language).text
  return words(language, ctx.actor.role === 'chair' ? 'mark.chair' : 'mark.secretariat')
}

const headOf = (row: store.FoundDocument, text: StoredText, date: string): DocumentHead => ({
  ...(row.symbol === null ? {} : { symbol: row.symbol }),
  kind: row.kind as DocumentHead['kind'],
  body: textIn(row.body_name as MultiText, text.language).text,
  date,
  language: text.language,
  sourceLanguage: row.source_language as Language,
  version: text.version,
  distribution: row.distribution as DocumentHead['distribution'],
})

/** What stands above the text, in its language. What is not issued yet says so beside its distribution. */
export function headWords(head: DocumentHead, state: string): HeadWords {
  const { language, sourceLanguage } = head
  const say = (key: string, values = {}) => words(language, key, values)
  const original = say(`language.${sourceLanguage}`)
  const issued = state === 'issued' || state === 'superseded'
  // A record that is not approved yet is called provisional, as everywhere such records are kept.
  const stands = head.kind === 'record' && state === 'circulated' ? 'provisional' : state
  return {
    distribution: [
      say(`distribution.${head.distribution}`),
      ...(issued ? [] : [say(`state.${stands}`)]),
    ].join(' · '),
    day: head.date.split('-').reverse().join('.'),
    language: say(language === sourceLanguage ? 'original' : 'translation', { language: original }),
    draft: say('draft'),
  }
}

/** @throws DomainError `document-unreadable` and its kin, `too-large` */
export async function readInto(format: ImportFormat, bytes: Uint8Array): Promise<DocumentText> {
  switch (format) {
    case 'pdf':
      return (await import('./formats/readPdf.ts')).readPdf(bytes)
    case 'docx':
      return (await import('./formats/readDocx.ts')).readDocx(bytes)
    case 'html':
      return (await import('./formats/readHtml.ts')).readHtml(decoded(bytes))
    case 'akn':
      return (await import('./formats/readAkn.ts')).readAkn(decoded(bytes)).text
  }
}

// A paper of the Council has some hundred kilobytes of words; what is larger is no paper.
const mostText = 8_000_000

function decoded(bytes: Uint8Array): string {
  if (bytes.length > mostText) throw new DomainError('too-large', 'too-large', { limit: mostText })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new DomainError('invalid', 'document-unreadable', { line: 0 })
  }
}
