/**
 * What a slice gives so that one of its lists can leave as a file: who may, which filter, which columns, and the
 * rows as far as the actor may see them. The rest (ticket, reason, format, log) is the same for all lists.
 */
import type { Verb } from '@kerege/contract/access/roles'
import type { Language } from '@kerege/contract/common'
import type { z } from 'zod'
import type { Context } from '../context.ts'

export interface Column {
  heading: string
  /** In characters, for a sheet. */
  width: number
}

/** Some hundreds of rows at once: a row by itself is too little work for a step of an asynchronous loop. */
export interface Batch {
  /** A cell for each column. Texts only: what looks like a number is a text too, as somebody typed it. */
  rows: readonly (readonly string[])[]
  /** Ids of the records in it, for the log. */
  shown: readonly string[]
}

export interface ExportSource {
  /** One word, as in the address of the list. */
  readonly of: string
  /** The verb that opens the list itself; `export` alone opens nothing. */
  readonly access: Verb
  /** The list's own filter. Its cursor and its limit mean nothing to a file. */
  readonly query: z.ZodType
  readonly title: (language: Language) => string
  readonly columns: (language: Language) => readonly Column[]
  readonly batches: (ctx: Context, query: unknown, language: Language) => AsyncIterable<Batch>
}

export const exportSource = <Query extends z.ZodType>(
  source: Omit<ExportSource, 'query' | 'batches'> & {
    readonly query: Query
    readonly batches: (ctx: Context, query: z.output<Query>, language: Language) => AsyncIterable<Batch>
  },
): ExportSource => ({
  ...source,
  // The machinery has parsed the query by this very schema.
  batches: (ctx, query, language) => source.batches(ctx, query as z.output<Query>, language),
})
