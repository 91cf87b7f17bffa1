/** Who is at work on what just now. Whoever may see the thing may say so; whoever may not gets the answer for what is not there. */
import { type Lease, type LeaseKind, leaseMinutes } from '@kerege/contract/cases/leases'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'

export interface Subject {
  kind: LeaseKind
  id: string
}

const tables: Record<LeaseKind, readonly [schema: string, table: string]> = {
  form: ['forms', 'forms'],
  plan: ['plans', 'plans'],
  assessment: ['assessments', 'assessments'],
}

/** Under the policies of its own table. */
async function personOf(ctx: Context, { kind, id }: Subject): Promise<string> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from ${sql.id(...tables[kind])} where id = ${id}::uuid`.execute(ctx.tx)
  const [found] = rows
  if (!found) throw notFound()
  return found.person_id
}

/** Takes what is free or one's own already; what somebody else has stays theirs, unless it is taken over. */
export async function take(ctx: Context, subject: Subject, desk: string, over = false): Promise<Lease> {
  const personId = await personOf(ctx, subject)
  const now = ctx.now.toISOString()
  const until = new Date(ctx.now.getTime() + leaseMinutes * 60_000).toISOString()
  const { rows } = await sql<{ since: string }>`
    insert into cases.leases as l (kind, subject, person_id, account_id, desk, since, until)
    values (${subject.kind}, ${subject.id}::uuid, ${personId}::uuid, ${ctx.actor.account}::uuid, ${desk}::uuid, ${now}, ${until})
    on conflict (kind, subject) do update set account_id = excluded.account_id, desk = excluded.desk, until = excluded.until,
      since = case when l.desk = excluded.desk and l.until > excluded.since then l.since else excluded.since end
      where ${over} or l.until <= excluded.since or (l.account_id = excluded.account_id and l.desk = excluded.desk)
    returning since`.execute(ctx.tx)
  if (over) {
    ctx.trail.touched(subject.id)
    ctx.trail.touched(personId)
  }
  return rows.length > 0 ? { mine: true } : read(ctx, subject)
}

export async function giveBack(ctx: Context, subject: Subject, desk: string): Promise<Lease> {
  await personOf(ctx, subject)
  await ctx.tx
    .deleteFrom('cases.leases')
    .where('kind', '=', subject.kind)
    .where('subject', '=', subject.id)
    .where('account_id', '=', ctx.actor.account)
    .where('desk', '=', desk)
    .execute()
  return read(ctx, subject)
}

async function read(ctx: Context, { kind, id }: Subject): Promise<Lease> {
  const found = await ctx.tx
    .selectFrom('cases.leases as l')
    .innerJoin('access.accounts as a', 'a.id', 'l.account_id')
    .select(['a.name', 'l.since', 'l.account_id'])
    .where('l.kind', '=', kind)
    .where('l.subject', '=', id)
    .where('l.until', '>', ctx.now.toISOString())
    .executeTakeFirst()
  if (!found) return { mine: false }
  return {
    mine: false,
    holder: { name: found.name, since: found.since, self: found.account_id === ctx.actor.account },
  }
}
