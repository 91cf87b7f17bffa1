/** One's own notices and mail settings in SQL; the policies show nobody else's. */
import type { Notice, NoticeFilter } from '@kerege/contract/notifications/schema'
import {
  isFixed,
  isTopic,
  type MailMode,
  type Topic,
  topicNames,
  topics,
} from '@kerege/contract/notifications/topics'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import type { Labels } from '../../platform/labels.ts'

/** Unread first, each part from the newest. */
export async function list(ctx: Context, filter: NoticeFilter, labels: Labels) {
  const after = openCursor(ctx.node.keys.cursors, 'notices', filter.cursor)
  let query = ctx.tx
    .selectFrom('notifications.notices')
    .select(['id', 'topic', 'params', 'at', 'read_at'])
    // Said beside the policy, so that the index of the account is used.
    .where('account_id', '=', ctx.actor.account)
    .where('topic', 'in', topicNames)
  if (filter.unread) query = query.where('read_at', 'is', null)
  if (after) {
    const [unread, at, id] = after[0] === 'unread' ? [true, ...split(after[1])] : [false, ...split(after[1])]
    query = query.where(
      sql<boolean>`((read_at is null)::int, at, id) < (${unread ? 1 : 0}, ${at}::timestamptz, ${id}::uuid)`,
    )
  }
  const found = await query
    .orderBy(sql`(read_at is null)`, 'desc')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, 'notices', { found, limit: filter.limit }, last => [
    last.read_at === null ? 'unread' : 'read',
    `${last.at} ${last.id}`,
  ])
  const names = await labels(ctx, [...new Set(shown.flatMap(row => personOf(row.params) ?? []))])
  const rows = shown.flatMap((row): Notice[] => {
    if (!isTopic(row.topic)) return []
    const subject = names.get(personOf(row.params) ?? '')
    return [
      {
        id: row.id,
        topic: row.topic,
        params: row.params as Notice['params'],
        ...(subject === undefined ? {} : { subject }),
        at: row.at,
        ...(row.read_at === null ? {} : { readAt: row.read_at }),
      },
    ]
  })
  ctx.trail.shown(names.keys())
  return { rows, ...next }
}

const split = (text: string) => text.split(' ') as [string, string]
const personOf = (params: unknown) => (params as { personId?: string }).personId

export async function unread(ctx: Context): Promise<number> {
  const found = await ctx.tx
    .selectFrom('notifications.notices')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', ctx.actor.account)
    .where('topic', 'in', topicNames)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return found.count
}

export async function markRead(ctx: Context, id: string): Promise<void> {
  const found = await ctx.tx
    .updateTable('notifications.notices')
    .set({ read_at: sql`coalesce(read_at, ${ctx.now.toISOString()}::timestamptz)` })
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found.numUpdatedRows) throw notFound()
}

export async function markAllRead(ctx: Context): Promise<void> {
  await ctx.tx
    .updateTable('notifications.notices')
    .set({ read_at: ctx.now })
    .where('account_id', '=', ctx.actor.account)
    .where('read_at', 'is', null)
    .execute()
}

export async function mailChoices(ctx: Context) {
  const rows = await ctx.tx.selectFrom('notifications.settings').select(['topic', 'mail']).execute()
  const chosen = new Map(rows.map(row => [row.topic, row.mail as MailMode]))
  return {
    choices: topicNames.map(topic => ({
      topic,
      mail: chosen.get(topic) ?? topics[topic],
      fixed: isFixed(topic),
    })),
  }
}

export async function chooseMail(ctx: Context, topic: Topic, mail: MailMode): Promise<void> {
  await ctx.tx
    .insertInto('notifications.settings')
    .values({ account_id: ctx.actor.account, topic, mail })
    .onConflict(conflict => conflict.columns(['account_id', 'topic']).doUpdateSet({ mail }))
    .execute()
}
