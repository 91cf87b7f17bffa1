/**
 * Lists that leave as files, once for all slices: asked for with a reason, fetched once, streamed through a cursor
 * under the actor's own policies. The log has the reason when it was asked, and the number of rows before the last
 * byte leaves. Which lists there are is said at composition.
 */
import { ahead } from './ahead.ts'
import { join } from 'node:path'
import type { Language } from '@kerege/contract/common'
import { DomainError, faultsOf, invalid } from '@kerege/contract/errors'
import { askExport, fetchExport } from '@kerege/contract/exports/routes'
import type { AskExport } from '@kerege/contract/exports/schema'
import type { Context } from '../context.ts'
import { type AnyHandler, handler, type Outflow, streamHandler } from '../handler.ts'
import { localDay } from '../localDay.ts'
import { openMessages } from '../messages.ts'
import { archiveOutflow, type ArchiveSource } from './archive.ts'
import { csvOf } from './csv.ts'
import type { Sheet } from './sheet.ts'
import type { Batch, ExportSource } from './source.ts'
import { issue, redeem, type Ticket } from './tickets.ts'
import { xlsxOf } from './xlsx.ts'

/** As many ids as an entry of the log can carry; a longer list is told by its reason and its number of rows. */
const mostShown = 20_000

const messages = openMessages(join(import.meta.dirname, 'messages'))

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

const isArchive = (source: ExportSource | ArchiveSource): source is ArchiveSource => 'parts' in source

export function exportHandlers(
  sources: readonly ExportSource[],
  archives: readonly ArchiveSource[] = [],
): AnyHandler[] {
  const known: ReadonlyMap<string, ExportSource | ArchiveSource> = new Map(
    [...sources, ...archives].map(source => [source.of, source]),
  )

  /** @throws DomainError `not-allowed`, and a fault where the format is not one that this can leave in */
  function open(
    ctx: Context,
    { of, format }: Pick<AskExport, 'of' | 'format'>,
  ): ExportSource | ArchiveSource {
    const source = known.get(of)
    if (!source) throw invalid([{ pointer: '/of', code: 'not-found' }])
    if (!ctx.actor.verbs.includes(source.access)) throw new DomainError('forbidden', 'not-allowed')
    const fits = isArchive(source) ? format === 'zip' : format === 'csv' || format === 'xlsx'
    if (!fits) throw invalid([{ pointer: '/format', code: 'not-valid' }])
    return source
  }

  return [
    handler(askExport, async (ctx, { body }) => {
      const source = open(ctx, body)
      ctx.trail.named(`${source.of}.export-asked`)
      if (!isArchive(source)) parseQuery(source, body.query)
      ctx.trail.because(body.reason)
      return issue(ctx, body)
    }),
    streamHandler(fetchExport, async (ctx, { params }) => {
      const ticket = await redeem(ctx, params.id)
      const source = open(ctx, ticket)
      return isArchive(source) ? archiveOutflow(ctx, source, ticket.reason) : outflow(ctx, source, ticket)
    }),
  ]
}

/** The filter as it stands in the list's address, where everything is text. */
function parseQuery(source: ExportSource, query: AskExport['query']): unknown {
  const asText = Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)]))
  const parsed = source.query.safeParse(asText, { reportInput: true })
  if (parsed.success) return parsed.data
  throw invalid(faultsOf(parsed.error).map(fault => ({ ...fault, pointer: `/query${fault.pointer}` })))
}

async function outflow(ctx: Context, source: ExportSource, ticket: Ticket): Promise<Outflow> {
  const { language, reason } = ticket
  const format = ticket.format === 'csv' ? 'csv' : 'xlsx'
  ctx.trail.named(`${source.of}.exported`)
  ctx.trail.because(reason)
  // A slow line may take its time between two batches.
  await ctx.client.query("set local idle_in_transaction_session_timeout = '15min'")
  // The same statements for every batch: planned once, or planning takes longer than reading.
  await ctx.client.query('set local plan_cache_mode = force_generic_plan')
  const sheet: Sheet = {
    title: source.title(language),
    columns: source.columns(language),
    aboutTitle: messages(language, 'about'),
    about: aboutLines(ctx, language, reason),
    batches: told(ctx, ahead(source.batches(ctx, parseQuery(source, ticket.query), language))),
  }
  return {
    contentType: contentTypes[format],
    fileName: `${source.of}-${localDay(ctx.now, ctx.node.info.timeZone)}.${format}`,
    chunks: format === 'csv' ? csvOf(sheet) : xlsxOf(sheet),
  }
}

function aboutLines(ctx: Context, language: Language, reason: string): Sheet['about'] {
  const { timeZone } = ctx.node.info
  const time = ctx.now.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return [
    [messages(language, 'by'), ctx.actor.name],
    [messages(language, 'at'), `${localDay(ctx.now, timeZone)} ${time} (${timeZone})`],
    [messages(language, 'why'), reason],
    [messages(language, 'care'), ''],
  ]
}

/** Counts what leaves, for the entry that is written before the last byte does. */
async function* told(ctx: Context, batches: AsyncIterable<Batch>): AsyncGenerator<Batch['rows']> {
  let count = 0
  for await (const { rows, shown } of batches) {
    if (count < mostShown) ctx.trail.shown(shown.slice(0, mostShown - count))
    count += rows.length
    yield rows
  }
  ctx.trail.counted('rows', count)
}
