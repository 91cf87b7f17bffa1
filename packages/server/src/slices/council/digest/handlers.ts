/** Ways in to the digest: read it, take it out as a file. A file says whose copy it is, since it tells of drafts. */
import { type Language, textIn } from '@kerege/contract/common'
import * as routes from '@kerege/contract/council/digestRoutes'
import type { DocumentHead } from '@kerege/contract/council/documents/head'
import type { Context } from '../../../platform/context.ts'
import { type AnyHandler, handler, type Outflow, once, streamHandler } from '../../../platform/handler.ts'
import { localDay } from '../../../platform/localDay.ts'
import { headWords, markFor, words as paperWords } from '../documents/files.ts'
import { fileEndings, mediaTypes, writeDocument } from '../documents/formats/index.ts'
import { paperOf, words } from './paper.ts'
import { digest } from './read.ts'

export const digestHandlers: AnyHandler[] = [
  handler(routes.getDigest, (ctx, { params }) => digest(ctx, params.id)),
  streamHandler(routes.getDigestFile, (ctx, { params, query }) =>
    fileOf(ctx, params.id, query.format, query.language),
  ),
]

async function fileOf(
  ctx: Context,
  id: string,
  format: 'docx' | 'pdf',
  language: Language,
): Promise<Outflow> {
  const told = await digest(ctx, id)
  const text = paperOf(told, language, ctx.node.baseUrl, one => paperWords(language, `language.${one}`))
  const head: DocumentHead = {
    ...(told.session.symbol === undefined ? {} : { symbol: told.session.symbol }),
    kind: 'note',
    body: textIn(told.body.name, language).text,
    date: localDay(ctx.now, ctx.node.info.timeZone),
    language,
    sourceLanguage: language,
    version: 1,
    distribution: 'restricted',
  }
  // It belongs to the session and has no number of its own, nor an original.
  const above = {
    ...headWords(head, 'issued'),
    language: words(language, 'title'),
    draft: words(language, 'title'),
  }
  const bytes = await writeDocument(format, head, text, { ...above, ...(await markFor(ctx, head)) })
  ctx.trail.counted('bytes', bytes.length)
  const name = `${(told.session.symbol ?? 'session').replaceAll('/', '_')}.digest.${language}`
  return {
    contentType: mediaTypes[format],
    fileName: `${name}.${fileEndings[format]}`,
    length: bytes.length,
    chunks: once(bytes),
  }
}
