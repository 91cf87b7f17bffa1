/** How alike is alike enough, for the whole node: read by all who decide, changed by who sees the whole node. */
import type { DuplicatePreview, DuplicateSettings } from '@kerege/contract/people/duplicates/schema'
import { DomainError } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

const examples = 10

const mayChange = (ctx: Context) => (ctx.actor.rights.read?.contact ?? []).includes('node')

export async function read(ctx: Context): Promise<DuplicateSettings> {
  const row = await ctx.tx
    .selectFrom('people.duplicate_settings as s')
    .leftJoin('access.accounts as a', 'a.id', 's.changed_by')
    .select(['s.propose', 's.warn', 's.version', 's.changed_at', 'a.name'])
    .executeTakeFirstOrThrow()
  return {
    propose: twoDigits(row.propose),
    warn: twoDigits(row.warn),
    version: row.version,
    mayChange: mayChange(ctx),
    ...(row.name ? { changedBy: row.name } : {}),
    ...(row.changed_at ? { changedAt: row.changed_at } : {}),
  }
}

// The database keeps them in four bytes, where 0.7 is 0.699999988.
const twoDigits = (value: number) => Math.round(value * 100) / 100

export async function change(
  ctx: Context,
  { propose, warn, reason }: { propose: number; warn: number; reason: string },
): Promise<DuplicateSettings> {
  if (!mayChange(ctx)) throw new DomainError('forbidden', 'not-allowed')
  const before = await read(ctx)
  if (before.version !== ctx.basedOn) {
    throw new DomainError('conflict', 'stale-version', { version: before.version })
  }
  await ctx.tx
    .updateTable('people.duplicate_settings')
    .set({
      propose: twoDigits(propose),
      warn: twoDigits(warn),
      version: before.version + 1,
      changed_by: ctx.actor.account,
      changed_at: ctx.now,
    })
    .where('version', '=', before.version)
    .execute()
  ctx.trail.counted('proposePercent', Math.round(propose * 100))
  ctx.trail.counted('warnPercent', Math.round(warn * 100))
  ctx.trail.because(reason)
  return read(ctx)
}

/** How many pairs there would be, and some around the new threshold; the policies leave what the reader may see. */
export async function preview(ctx: Context, propose: number): Promise<DuplicatePreview> {
  const open = sql`not exists (select 1 from people.not_same n where n.a_id = l.a_id and n.b_id = l.b_id)`
  const counts = await sql<{ now: number; after: number }>`
    select count(*) filter (where l.score >= s.propose or l.proposed_by is not null)::int as now,
           count(*) filter (where l.score >= ${propose}::real or l.proposed_by is not null)::int as after
      from people.lookalikes l cross join people.duplicate_settings s where ${open}`.execute(ctx.tx)
  const around = await sql<{ one: string; other: string; a: string; b: string; score: number }>`
    select a.label as one, b.label as other, a.id as a, b.id as b, l.score
      from people.lookalikes l
      join people.persons a on a.id = l.a_id
      join people.persons b on b.id = l.b_id
     where ${open} and l.proposed_by is null and l.score > 0
     order by abs(l.score - ${propose}::real), l.id limit ${examples}`.execute(ctx.tx)
  ctx.trail.shown(around.rows.flatMap(row => [row.a, row.b]))
  return {
    now: counts.rows[0]?.now ?? 0,
    after: counts.rows[0]?.after ?? 0,
    examples: around.rows
      .toSorted((x, y) => y.score - x.score)
      .map(({ one, other, score }) => ({ one, other, score: twoDigits(score), shown: score >= propose })),
  }
}
