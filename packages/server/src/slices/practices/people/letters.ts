/**
 * Letters between practitioners. The hub carries them: neither side learns the other's address. Who stands in the directory can be
 * written to; who was written to can always answer.
 */
import type { Language } from '@kerege/contract/common'
import { DomainError, notFound } from '@kerege/contract/errors'
import type { Letter, Thread } from '@kerege/contract/practices/people/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, pageOf } from '../../../platform/cursor.ts'
import { emit } from '../../../platform/outbox.ts'
import { hidingsOf } from '../questions/hidings.ts'
import { settings } from './settings.ts'
import { get } from './store.ts'

const dayMs = 86_400_000

export async function list(ctx: Context, filter: { cursor?: string | undefined; limit: number }) {
  const me = ctx.actor.account
  const after = openCursor(ctx.node.keys.cursors, 'letters', filter.cursor)
  const { rows: found } = await sql<{
    id: string
    other: string
    name: string
    entry_id: string | null
    at: string
    n: number
    unread: number
  }>`
    select t.*, a.name, e.id as entry_id from (
      select thread_id as id, (array_agg(case when from_id = ${me}::uuid then to_id else from_id end))[1] as other,
        max(at) as at, count(*)::int as n, (count(*) filter (where to_id = ${me}::uuid and read_at is null))::int as unread
      from practices.letters where from_id = ${me}::uuid or to_id = ${me}::uuid group by thread_id) t
    join access.accounts a on a.id = t.other
    left join practices.entries e on e.account_id = t.other
    where ${after ? sql`(t.at, t.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
    order by t.at desc, t.id desc limit ${filter.limit + 1}`.execute(ctx.tx)
  const { shown, next } = pageOf(ctx.node.keys.cursors, 'letters', { found, limit: filter.limit }, last => [
    last.at,
    last.id,
  ])
  ctx.trail.shown(shown.map(row => row.id))
  return {
    rows: shown.map(row => ({
      id: row.id,
      other: { name: row.name, ...(row.entry_id === null ? {} : { entryId: row.entry_id }) },
      at: row.at,
      letters: row.n,
      unread: row.unread,
    })),
    ...next,
  }
}

async function threadOf(ctx: Context, threadId: string) {
  const me = ctx.actor.account
  const rows = await ctx.tx
    .selectFrom('practices.letters')
    .selectAll()
    .where('thread_id', '=', threadId)
    .where(eb => eb.or([eb('from_id', '=', me), eb('to_id', '=', me)]))
    .orderBy('at')
    .orderBy('id')
    .execute()
  const [first] = rows
  if (!first) throw notFound()
  return { rows, otherId: first.from_id === me ? first.to_id : first.from_id }
}

export async function whole(ctx: Context, threadId: string): Promise<Thread> {
  const me = ctx.actor.account
  const { rows, otherId } = await threadOf(ctx, threadId)
  await ctx.tx
    .updateTable('practices.letters')
    .set({ read_at: ctx.now })
    .where('thread_id', '=', threadId)
    .where('to_id', '=', me)
    .where('read_at', 'is', null)
    .execute()
  const other = await ctx.tx
    .selectFrom('access.accounts as a')
    .leftJoin('practices.entries as e', 'e.account_id', 'a.id')
    .select(['a.name', 'e.id as entry_id'])
    .select(sql<boolean>`practices.takes_part(a.id)`.as('takes_part'))
    .where('a.id', '=', otherId)
    .executeTakeFirstOrThrow()
  const hidings = await hidingsOf(
    ctx,
    rows.map(row => row.id),
  )
  ctx.trail.shown([threadId])
  return {
    id: threadId,
    other: { name: other.name, ...(other.entry_id === null ? {} : { entryId: other.entry_id }) },
    letters: rows.map((row): Letter => {
      const hiding = row.from_id === me && row.hidden_at !== null ? hidings.get(row.id) : undefined
      return {
        id: row.id,
        mine: row.from_id === me,
        language: row.language as Language,
        words: row.words,
        byMail: row.by_mail,
        at: row.at,
        hidden: row.hidden_at !== null,
        ...(hiding ? { hiding } : {}),
      }
    }),
    mayReply: other.takes_part && ctx.actor.verbs.includes('practices.write'),
  }
}

/** @throws DomainError `too-many-letters` with the limit of a day */
async function requirePatience(ctx: Context, otherId: string) {
  const { lettersADay } = await settings(ctx.tx)
  const since = new Date(ctx.now.getTime() - dayMs).toISOString()
  const today = await ctx.tx
    .selectFrom('practices.letters')
    .select(['to_id'])
    .where('from_id', '=', ctx.actor.account)
    .where('at', '>', since)
    .execute()
  // Whoever is not answered is not written to over and over.
  const unanswered = today.filter(row => row.to_id === otherId).length >= 3
  if (today.length >= lettersADay || unanswered) {
    throw new DomainError('too-many', 'too-many-letters', { limit: unanswered ? 3 : lettersADay })
  }
}

interface Written {
  id: string
  words: string
}

async function send(ctx: Context, threadId: string, otherId: string, { id, words }: Written) {
  const known = await ctx.tx
    .selectFrom('practices.letters')
    .select('thread_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (known) return whole(ctx, known.thread_id)
  // Two letters at once are counted one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`letters ${ctx.actor.account}`}, 0))`.execute(
    ctx.tx,
  )
  await requirePatience(ctx, otherId)
  await ctx.tx
    .insertInto('practices.letters')
    .values({
      id,
      thread_id: threadId,
      from_id: ctx.actor.account,
      to_id: otherId,
      language: ctx.actor.language,
      words,
      at: ctx.now,
    })
    .execute()
  await emit(ctx.tx, 'letter.came', { accountId: otherId, letterId: id, threadId })
  ctx.trail.touched(id)
  return whole(ctx, threadId)
}

/** To somebody in the directory. @throws DomainError `own-entry` */
export async function write(ctx: Context, entryId: string, written: Written): Promise<Thread> {
  const entry = await get(ctx.tx, entryId)
  if (entry.account_id === ctx.actor.account) throw new DomainError('forbidden', 'own-entry')
  if (entry.hidden_at !== null) throw notFound()
  return send(ctx, written.id, entry.account_id, written)
}

/** @throws DomainError `reader-gone` where the other no longer takes part */
export async function answer(ctx: Context, threadId: string, written: Written): Promise<Thread> {
  const { otherId } = await threadOf(ctx, threadId)
  const { mayReply } = await whole(ctx, threadId)
  if (!mayReply) throw new DomainError('conflict', 'reader-gone')
  return send(ctx, threadId, otherId, written)
}
