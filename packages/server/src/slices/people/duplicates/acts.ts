/** What can be done with a pair beside merging it: propose it, put it off, say that these are two persons. */
import { DomainError, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import * as notSame from '../notSame.ts'
import * as people from '../store.ts'
import { pairOf } from './queue.ts'

/** Whoever may correct a record may ask whether it is somebody else's too; others decide. */
export async function propose(ctx: Context, id: string, one: string, other: string): Promise<void> {
  if (!ctx.actor.verbs.includes('people.correct') && !ctx.actor.verbs.includes('people.merge')) {
    throw new DomainError('forbidden', 'not-allowed')
  }
  await people.get(ctx.tx, one)
  await people.get(ctx.tx, other)
  const done = await sql<{ done: boolean }>`
    select people.propose_pair(${id}::uuid, ${one}::uuid, ${other}::uuid, ${ctx.now.toISOString()}::timestamptz) as done`.execute(
    ctx.tx,
  )
  if (!done.rows[0]?.done) throw notFound()
  touch(ctx, one, other)
}

const days = { week: 7, month: 30 } as const

export async function putOff(ctx: Context, id: string, until: 'week' | 'month' | 'change'): Promise<void> {
  const { one, other } = await pairOf(ctx.tx, id)
  const day = until === 'change' ? null : new Date(ctx.now.getTime() + days[until] * 86_400_000)
  await ctx.tx
    .updateTable('people.lookalikes')
    .set({ later_until: day?.toISOString().slice(0, 10) ?? null, later_change: until === 'change' })
    .where('id', '=', id)
    .execute()
  touch(ctx, one, other)
}

export async function takeUp(ctx: Context, id: string): Promise<void> {
  const { one, other } = await pairOf(ctx.tx, id)
  await ctx.tx
    .updateTable('people.lookalikes')
    .set({ later_until: null, later_change: false })
    .where('id', '=', id)
    .execute()
  touch(ctx, one, other)
}

export async function sayTwo(ctx: Context, id: string, reason: string | undefined): Promise<void> {
  const { one, other } = await pairOf(ctx.tx, id)
  await notSame.say(ctx, one, other, reason)
}

export async function takeBackTwo(ctx: Context, id: string): Promise<void> {
  const { one, other } = await pairOf(ctx.tx, id)
  await notSame.takeBack(ctx, one, other)
}

function touch(ctx: Context, ...ids: string[]) {
  for (const id of ids) ctx.trail.touched(id, ['duplicate'])
}
