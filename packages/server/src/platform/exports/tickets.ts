/**
 * A ticket stands between asking for a file and fetching it: used once, within minutes, by the account and the hat
 * that asked. What was asked is sealed, since a filter may name somebody.
 */
import type { Language } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import {
  type AskExport,
  ExportFormat,
  exportMinutes,
  type ExportTicket,
} from '@kerege/contract/exports/schema'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { newId } from '../ids.ts'
import { seal, unseal } from '../keys.ts'

const purpose = (id: string) => `export ${id}`

/** @param at below which the file is fetched */
export async function issue(ctx: Context, asked: AskExport, at = '/api/exports'): Promise<ExportTicket> {
  const id = newId(ctx.now.getTime())
  const expiresAt = new Date(ctx.now.getTime() + exportMinutes * 60_000).toISOString()
  await sql`select exports.forget_ended(${ctx.now}::timestamptz)`.execute(ctx.tx)
  const plain = JSON.stringify({ query: asked.query, reason: asked.reason })
  await ctx.tx
    .insertInto('exports.tickets')
    .values({
      id,
      account_id: ctx.actor.account,
      hat_id: ctx.actor.hat,
      source: asked.of,
      format: asked.format,
      language: asked.language ?? ctx.actor.language,
      sealed: seal(ctx.node.keys.node, purpose(id), Buffer.from(plain)),
      created_at: ctx.now,
      expires_at: expiresAt,
    })
    .execute()
  return { id, url: `${at}/${id}`, expiresAt }
}

export interface Ticket {
  of: string
  format: ExportFormat
  language: Language
  query: AskExport['query']
  reason: string
}

/**
 * Uses the ticket up, in the transaction of the file: who breaks off and has not the whole file may come again.
 * Somebody who comes while it is being fetched does not wait, and finds nothing.
 * @throws DomainError `not-found`, for another's, a used, an ended and an invented one alike
 */
export async function redeem(ctx: Context, id: string): Promise<Ticket> {
  const row = await ctx.tx
    .selectFrom('exports.tickets')
    .select(['source', 'format', 'language', 'sealed'])
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now.toISOString())
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row) throw notFound()
  await ctx.tx.updateTable('exports.tickets').set({ used_at: ctx.now }).where('id', '=', id).execute()
  const asked = JSON.parse(unseal(ctx.node.keys.node, purpose(id), row.sealed).toString()) as {
    query: AskExport['query']
    reason: string
  } // sealed by `issue`
  return {
    of: row.source,
    format: ExportFormat.parse(row.format),
    language: row.language as Language,
    ...asked,
  }
}
