/**
 * Papers of work that leave as PDF or Word, and what leaves for other programs to read: asked for with a reason, fetched once, with a mark on every page that says whose copy
 * it is. The same tickets as for lists; what opens a paper is the verb of what stands on it.
 */
import { join } from 'node:path'
import type { Verb } from '@kerege/contract/access/roles'
import type { Language } from '@kerege/contract/common'
import { DomainError, faultsOf, invalid } from '@kerege/contract/errors'
import { askPaper, fetchPaper } from '@kerege/contract/exports/routes'
import type { AskExport } from '@kerege/contract/exports/schema'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { type AnyHandler, handler, type Outflow, once, streamHandler } from '../handler.ts'
import { localDay } from '../localDay.ts'
import { openMessages } from '../messages.ts'
import type { Sheet } from '../papers/sheet.ts'
import { issue, redeem, type Ticket } from './tickets.ts'

/** What a slice gives: the paper as far as the actor may see what stands on it, without its mark. */
export interface PaperSource {
  /** One word; the first part of the name of the file. It names no operation and no place. */
  readonly of: string
  readonly access: Verb
  readonly query: z.ZodType
  readonly sheet: (ctx: Context, query: unknown, language: Language) => Promise<Marked>
}
/** What a slice gives for other programs to read: whole before it leaves, and marked inside. */
export interface DataSource {
  readonly of: string
  readonly access: Verb
  readonly query: z.ZodType
  readonly contentType: string
  /** Of the name of the file. */
  readonly ending: string
  /** Says no when it is asked for, and not only when it is fetched. */
  readonly look: (ctx: Context, query: unknown, language: Language) => Promise<void>
  readonly bytes: (ctx: Context, query: unknown, how: Leaving) => Promise<Uint8Array>
}
export interface Leaving {
  readonly language: Language
  readonly reason: string
  /** Whose copy, and of when: stands inside the file. */
  readonly mark: string
}
type WithoutMark<One> = One extends Sheet ? Omit<One, 'mark' | 'language'> : never
export type Marked = WithoutMark<Sheet>

export const paperSource = <Query extends z.ZodType>(
  source: Omit<PaperSource, 'query' | 'sheet'> & {
    readonly query: Query
    readonly sheet: (ctx: Context, query: z.output<Query>, language: Language) => Promise<Marked>
  },
): PaperSource => source as PaperSource // its own schema parses what its own function takes

export const dataSource = <Query extends z.ZodType>(
  source: Omit<DataSource, 'query' | 'look' | 'bytes'> & {
    readonly query: Query
    readonly look: (ctx: Context, query: z.output<Query>, language: Language) => Promise<void>
    readonly bytes: (ctx: Context, query: z.output<Query>, how: Leaving) => Promise<Uint8Array>
  },
): DataSource => source as DataSource // as above

const messages = openMessages(join(import.meta.dirname, 'messages'))

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

type Source = PaperSource | DataSource
const isData = (source: Source): source is DataSource => 'bytes' in source

export function paperOutHandlers(sources: readonly Source[]): AnyHandler[] {
  const known = new Map(sources.map(source => [source.of, source]))

  /** @throws DomainError `not-allowed`, and a fault where a paper does not leave in that format */
  function open(ctx: Context, { of, format }: Pick<AskExport, 'of' | 'format'>): Source {
    const source = known.get(of)
    if (!source) throw invalid([{ pointer: '/of', code: 'not-found' }])
    if (!ctx.actor.verbs.includes(source.access)) throw new DomainError('forbidden', 'not-allowed')
    const fits = isData(source) ? format === 'json' : format === 'pdf' || format === 'docx'
    if (!fits) throw invalid([{ pointer: '/format', code: 'not-valid' }])
    return source
  }

  return [
    handler(askPaper, async (ctx, { body }) => {
      const source = open(ctx, body)
      ctx.trail.named(`${source.of}.export-asked`)
      const query = parsed(source, body.query)
      if (isData(source)) await source.look(ctx, query, body.language ?? ctx.actor.language)
      ctx.trail.because(body.reason)
      return issue(ctx, body, '/api/papers-out')
    }),
    streamHandler(fetchPaper, async (ctx, { params }) => {
      const ticket = await redeem(ctx, params.id)
      const source = open(ctx, ticket)
      return isData(source) ? dataOf(ctx, source, ticket) : written(ctx, source, ticket)
    }),
  ]
}

function parsed(source: Source, query: AskExport['query']): unknown {
  const found = source.query.safeParse(query, { reportInput: true })
  if (found.success) return found.data
  throw invalid(faultsOf(found.error).map(fault => ({ ...fault, pointer: `/query${fault.pointer}` })))
}

async function dataOf(ctx: Context, source: DataSource, ticket: Ticket): Promise<Outflow> {
  const { language, reason } = ticket
  ctx.trail.named(`${source.of}.exported`)
  ctx.trail.because(reason)
  const how = { language, reason, mark: markOf(ctx, language) }
  const bytes = await source.bytes(ctx, parsed(source, ticket.query), how)
  ctx.trail.counted('bytes', bytes.length)
  return {
    contentType: source.contentType,
    fileName: `${source.of}-${localDay(ctx.now, ctx.node.info.timeZone)}.${source.ending}`,
    length: bytes.length,
    chunks: once(bytes),
  }
}

async function written(ctx: Context, source: PaperSource, ticket: Ticket): Promise<Outflow> {
  const { language, reason } = ticket
  ctx.trail.named(`${source.of}.exported`)
  ctx.trail.because(reason)
  const sheet = {
    ...(await source.sheet(ctx, parsed(source, ticket.query), language)),
    language,
    mark: markOf(ctx, language),
  } as Sheet // the kinds keep their own fields; both get the same two
  const format = ticket.format === 'docx' ? 'docx' : 'pdf'
  // Large libraries, loaded when the first paper is written.
  const bytes =
    format === 'docx'
      ? await (await import('../papers/sheetDocx.ts')).writeSheetDocx(sheet)
      : await (await import('../papers/sheetPdf.ts')).writeSheetPdf(sheet)
  ctx.trail.counted('bytes', bytes.length)
  return {
    contentType: mediaTypes[format],
    fileName: `${source.of}-${localDay(ctx.now, ctx.node.info.timeZone)}.${language}.${format}`,
    length: bytes.length,
    chunks: once(bytes),
  }
}

/** Whose copy, and of when. */
function markOf(ctx: Context, language: Language): string {
  const { timeZone } = ctx.node.info
  const time = ctx.now.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return `${messages(language, 'by')}: ${ctx.actor.name}, ${localDay(ctx.now, timeZone)} ${time}. ${messages(language, 'care')}`
}
