/** Records of a life in SQL. Policies filter underneath: each has the readers of its section. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { DomainError, notFound } from '@kerege/contract/errors'
import { RoughDate } from '@kerege/contract/people/kinship/schema'
import { Content } from '@kerege/contract/situation/content'
import type { Entry, EntryState, EntryVersion } from '@kerege/contract/situation/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('situation.entries as e')
    .innerJoin('access.accounts as w', 'w.id', 'e.account_id')
    // Of whom the reader knows nothing, the name stays away.
    .leftJoin('people.persons as o', join =>
      join.on(sql`o.id`, '=', sql`(e.content ->> 'withPersonId')::uuid`),
    )
    .selectAll('e')
    .select(['w.name as by', 'o.label as with_person'])
export type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

/** What stands now first, and of each the latest first; what was never so is left out. */
export const ofPerson = (ctx: Context, personId: string): Promise<Found[]> =>
  selected(ctx)
    .where('e.person_id', '=', personId)
    .where('e.state', '<>', 'mistake')
    .orderBy(sql`e.state = 'ended'`)
    .orderBy(sql`e.on_day desc nulls last`)
    .orderBy('e.made_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(500)
    .execute()

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function get(ctx: Context, id: string): Promise<Found> {
  const row = await selected(ctx).where('e.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** @throws DomainError `not-found`, `stale-version`, `entry-ended` */
export async function lock(ctx: Context, id: string, seen: number | null): Promise<Found> {
  await get(ctx, id)
  // What may be read and not written is not locked by who may not.
  await sql`select 1 from situation.entries where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx, id)
  if (seen !== null && row.version !== seen) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  if (row.state !== 'open') throw new DomainError('conflict', 'entry-ended', { state: row.state })
  return row
}

export const toEntry = (row: Found, writable: readonly Compartment[]): Entry => ({
  id: row.id,
  version: row.version,
  personId: row.person_id,
  ...(row.parent_id ? { parentId: row.parent_id } : {}),
  // Constraints of the table, and the shapes that wrote it.
  compartment: row.compartment as Compartment,
  ...dated(row),
  source: row.source as Entry['source'],
  content: Content.parse(row.content),
  ...(row.with_person === null ? {} : { withPerson: row.with_person }),
  state: row.state as EntryState,
  ...(row.outcome === null ? {} : { outcome: row.outcome }),
  by: { id: row.account_id, name: row.by },
  at: row.updated_at,
  mayChange: row.state === 'open' && writable.includes(row.compartment as Compartment),
})

const dated = (row: { since: unknown; until: unknown }) => ({
  ...(row.since ? { since: RoughDate.parse(row.since) } : {}),
  ...(row.until ? { until: RoughDate.parse(row.until) } : {}),
})

export async function versionsOf(ctx: Context, id: string): Promise<EntryVersion[]> {
  const rows = await ctx.tx
    .selectFrom('situation.versions as v')
    .innerJoin('access.accounts as w', 'w.id', 'v.account_id')
    .selectAll('v')
    .select('w.name as by')
    .where('v.entry_id', '=', id)
    .orderBy('v.number', 'desc')
    .execute()
  return rows.map(row => ({
    number: row.number,
    what: row.what as EntryVersion['what'], // a constraint of the table
    ...dated(row),
    content: Content.parse(row.content),
    ...(row.words === null ? {} : { words: row.words }),
    by: { id: row.account_id, name: row.by },
    at: row.at,
  }))
}
