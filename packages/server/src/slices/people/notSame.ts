/**
 * "Not the same": somebody has looked at two records and says that these are two persons. It is kept with who said so,
 * stops nobody from saying otherwise later, and shows only to those who may open both.
 */
import { notFound } from '@kerege/contract/errors'
import type { NotSame } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { written } from './duplicates/finding.ts'
import * as store from './store.ts'

interface Row {
  id: string
  label: string
  name: string
  said_at: string
  reason: string | null
}

/** Of a record that joined this one too: what was said of it holds for the one that stays. */
export async function list(ctx: Context, id: string): Promise<{ rows: NotSame[] }> {
  await store.get(ctx.tx, id)
  const { rows: found } = await sql<Row>`
    select p.id, p.label, a.name, n.said_at, n.reason
      from people.not_same_of(${id}::uuid) n
      join people.persons p on p.id = n.other_id
      join access.accounts a on a.id = n.said_by
     order by n.said_at desc, p.id`.execute(ctx.tx)
  ctx.trail.shown([id, ...found.map(row => row.id)])
  return {
    rows: found.map(row => ({
      personId: row.id,
      label: row.label,
      saidBy: row.name,
      saidAt: row.said_at,
      ...(row.reason === null ? {} : { reason: row.reason }),
    })),
  }
}

/** Said twice, it stays with who said it first. @throws DomainError `not-found` when one of them is not open */
export async function say(ctx: Context, id: string, otherId: string, reason?: string): Promise<void> {
  if (id === otherId) throw notFound()
  await store.get(ctx.tx, id)
  await store.get(ctx.tx, otherId)
  await write(ctx, id, [otherId], reason)
}

/** @throws DomainError `not-found` where nothing was said, or one of the two is not open */
export async function takeBack(ctx: Context, id: string, otherId: string, reason?: string): Promise<void> {
  const { rows } = await sql<{ done: boolean }>`
    select people.take_back_not_same(${id}::uuid, ${otherId}::uuid) as done`.execute(ctx.tx)
  if (!rows[0]?.done) throw notFound()
  for (const one of [id, otherId]) ctx.trail.touched(one, ['notSame'])
  if (reason) ctx.trail.because(reason, id)
  // Now that nobody says otherwise, the two are compared again.
  await written(ctx.tx, id)
}

/** With a registration: those who are not open, or not there any more, are passed over in silence. */
export async function sayOfNew(ctx: Context, id: string, others: readonly string[]): Promise<void> {
  const open = await ctx.tx
    .selectFrom('people.persons')
    .select('id')
    .where(sql<boolean>`id = any (${others}::uuid[])`)
    .where('id', '<>', id)
    .execute()
  if (open.length > 0) {
    await write(
      ctx,
      id,
      open.map(row => row.id),
    )
  }
}

async function write(ctx: Context, id: string, others: readonly string[], reason?: string) {
  await ctx.tx
    .insertInto('people.not_same')
    .values(
      others.map(other => {
        const [a_id, b_id] = inOrder(id, other)
        return { a_id, b_id, said_by: ctx.actor.account, said_at: ctx.now, reason: reason ?? null }
      }),
    )
    .onConflict(conflict => conflict.columns(['a_id', 'b_id']).doNothing())
    .execute()
  for (const one of [id, ...others]) ctx.trail.touched(one, ['notSame'])
}

/** As the database orders ids: lower-case hexadecimal sorts like the bytes. */
const inOrder = (one: string, other: string): [string, string] =>
  one.toLowerCase() < other.toLowerCase() ? [one, other] : [other, one]
