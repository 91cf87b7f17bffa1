/**
 * Amendments by paragraph. An acceptance makes the next version of the source in the same transaction; where the
 * paragraph has changed meanwhile a person decides on the words, and nothing is settled silently.
 */
import { type Amending, amended, amendmentConflict } from '@kerege/contract/council/documents/amending'
import type * as routes from '@kerege/contract/council/documents/routes'
import { freshId } from '@kerege/contract/council/documents/rules'
import type { Amendment } from '@kerege/contract/council/documents/schema'
import { type DocumentState, isOpen, mayBeAmended } from '@kerege/contract/council/documents/states'
import { Block, type DocumentText } from '@kerege/contract/council/documents/text'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { partyNames } from '../parties.ts'
import { voiceOf } from '../voices.ts'
import { boundOf, requireTerm } from './bound.ts'
import { partyOf } from './comments.ts'
import * as store from './store.ts'
import { getText } from './textStore.ts'
import { nextSource } from './texts.ts'

const selected = (ctx: Context, id: string) =>
  ctx.tx
    .selectFrom('council.document_amendments as m')
    .innerJoin('access.accounts as a', 'a.id', 'm.account_id')
    .leftJoin('access.accounts as b', 'b.id', 'm.settled_by')
    .selectAll('m')
    .select(['a.name', 'b.name as settled_name'])
    .where('m.document_id', '=', id)
type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const amendingOf = (row: Found): Amending => ({
  action: row.action as Amending['action'],
  blockId: row.block_id,
  before: Block.parse(row.before),
  after: row.after === null ? undefined : Block.parse(row.after),
})

export async function list(ctx: Context, id: string): Promise<{ rows: Amendment[] }> {
  const document = await store.get(ctx.tx, id)
  const { text } = await getText(ctx.tx, id, document.source_language)
  const names = await partyNames(ctx.tx)
  const mine = ctx.actor.verbs.includes('council.speak') ? (await voiceOf(ctx))?.party.id : undefined
  const rows = await selected(ctx, id)
    .orderBy(sql`m.state <> 'proposed'`)
    .orderBy('m.at')
    .orderBy('m.id')
    .execute()
  ctx.trail.shown([id])
  return { rows: rows.map(row => toAmendment(row, text, names, mine)) }
}

function toAmendment(
  row: Found,
  text: DocumentText,
  names: Awaited<ReturnType<typeof partyNames>>,
  mine: string | undefined,
): Amendment {
  const amending = amendingOf(row)
  const party = row.party_id === null ? undefined : names.get(row.party_id)
  const conflict = row.state === 'proposed' ? amendmentConflict(text, amending) : null
  return {
    id: row.id,
    action: amending.action,
    blockId: amending.blockId,
    before: amending.before,
    ...(amending.after ? { after: amending.after } : {}),
    sourceNumber: row.source_number,
    reason: row.reason,
    by: row.name,
    ...(party ? { party } : {}),
    at: row.at,
    state: row.state as Amendment['state'],
    ...(row.settled_at === null ? {} : { settledAt: row.settled_at }),
    ...(row.settled_name === null ? {} : { settledBy: row.settled_name }),
    ...(row.answer === null ? {} : { answer: row.answer }),
    ...(row.result_number === null ? {} : { resultNumber: row.result_number }),
    ...(conflict ? { conflict } : {}),
    mine: row.party_id !== null && row.party_id === mine,
  }
}

export async function propose(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.proposeAmendment>['body'],
) {
  const document = await store.get(ctx.tx, id)
  const partyId = await partyOf(ctx)
  const voice = await voiceOf(ctx)
  if (partyId === null || voice?.party.classification !== 'member')
    throw new DomainError('forbidden', 'not-counted')
  if (!mayBeAmended(document.state as DocumentState)) {
    throw new DomainError('conflict', 'document-state', { state: document.state })
  }
  requireTerm(await boundOf(ctx.tx, id), ctx.now.toISOString())
  const read = await getText(ctx.tx, id, document.source_language, body.sourceNumber)
  const before = read.text.blocks.find(block => block.id === body.blockId)
  if (!before) throw invalid([{ pointer: '/blockId', code: 'not-found' }])
  await ctx.tx
    .insertInto('council.document_amendments')
    .values({
      id: body.id,
      document_id: id,
      action: body.action,
      block_id: body.blockId,
      source_number: body.sourceNumber,
      before: JSON.stringify(before),
      after: body.after ? JSON.stringify(body.after) : null,
      reason: body.reason,
      party_id: partyId,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(id, ['amendment'])
  return list(ctx, id)
}

/** @throws DomainError `amendment-settled`, `amendment-conflict` where the paragraph has changed and no words are agreed */
export async function settle(
  ctx: Context,
  id: string,
  amendmentId: string,
  body: Parsed<typeof routes.settleAmendment>['body'],
) {
  // A delegation may not lock the document; its own amendment is enough to take it back.
  const prepares = ctx.actor.verbs.includes('council.prepare')
  const document = prepares ? await store.lock(ctx, id) : await store.get(ctx.tx, id)
  const row = await selected(ctx, id).where('m.id', '=', amendmentId).executeTakeFirst()
  if (!row) throw notFound()
  if (body.as === 'withdrawn' ? !(await isOwn(ctx, row)) : !prepares)
    throw new DomainError('forbidden', 'not-yours')
  if (row.state !== 'proposed') throw new DomainError('conflict', 'amendment-settled', { state: row.state })
  // Who says no to a correction of a record owes the delegation a reason.
  if (body.as === 'declined' && !body.answer && (await boundOf(ctx.tx, id))?.as === 'record')
    throw invalid([{ pointer: '/answer', code: 'required' }])
  const number = body.as === 'accepted' ? await accept(ctx, document, row, body) : null
  const done = await ctx.tx
    .updateTable('council.document_amendments')
    .set({
      state: body.as,
      settled_at: ctx.now,
      settled_by: ctx.actor.account,
      answer: body.answer ?? null,
      result_number: number,
    })
    .where('id', '=', amendmentId)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new DomainError('conflict', 'amendment-settled')
  ctx.trail.touched(id, ['amendment'])
  return list(ctx, id)
}

const isOwn = async (ctx: Context, row: Found) =>
  row.party_id !== null && ctx.actor.verbs.includes('council.speak') && (await partyOf(ctx)) === row.party_id

async function accept(
  ctx: Context,
  document: store.FoundDocument,
  row: Found,
  { basedOn, agreed }: Parsed<typeof routes.settleAmendment>['body'],
): Promise<number> {
  if (!isOpen(document.state as DocumentState)) {
    throw new DomainError('conflict', 'document-state', { state: document.state })
  }
  const source = await getText(ctx.tx, document.id, document.source_language)
  if (basedOn === undefined) throw invalid([{ pointer: '/basedOn', code: 'required' }])
  if (basedOn !== source.version)
    throw new DomainError('conflict', 'stale-version', { version: source.version })
  const amending = amendingOf(row)
  const conflict = amendmentConflict(source.text, amending)
  if (conflict === 'gone' || (conflict === 'changed' && !agreed)) {
    throw new DomainError('conflict', 'amendment-conflict', { conflict })
  }
  const words = agreed ?? amending.after
  const after =
    words && amending.action === 'insert-after' ? { ...words, id: await unusedId(ctx, document.id) } : words
  return nextSource(ctx, document, amended(source.text, { ...amending, after }))
}

/** An id that no version in any language ever had: the translations of a removed paragraph must not come to life again. */
async function unusedId(ctx: Context, id: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select distinct block ->> 'id' as id from council.document_texts x, jsonb_array_elements(x.body -> 'blocks') block
    where x.document_id = ${id}::uuid`.execute(ctx.tx)
  return freshId(new Set(rows.map(one => one.id)))
}
