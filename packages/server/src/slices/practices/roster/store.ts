/** The roster in SQL. What waits for confirmation is shown by the policies to its holder, their state and who keeps the library. */
import type { Domain } from '@kerege/contract/domains'
import { notFound } from '@kerege/contract/errors'
import type { Period, RosterFilter, RosterRow } from '@kerege/contract/practices/roster/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, pageOf } from '../../../platform/cursor.ts'
import type { Tx } from '../../../platform/database.ts'
import { type AgencyNames, agencyNames, agencyOf } from '../agencies.ts'

const list = 'roster'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('practices.roster as r')
    .innerJoin('access.accounts as a', 'a.id', 'r.account_id')
    .innerJoin('access.agencies as g', 'g.id', 'r.agency_id')
    .selectAll('r')
    .select(['a.name as holder', 'g.country'])
    .select(
      sql<number>`(select count(distinct s.event_id)::int from practices.training_trainers t
        join practices.training_sessions s on s.id = t.session_id
        join practices.training_events e on e.id = s.event_id
        where t.entry_id = r.id and e.state = 'open' and s.ends_at < ${ctx.now.toISOString()}::timestamptz)`.as(
        'held_here',
      ),
    )
export type FoundEntry = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

export const toRow = (ctx: Context, row: FoundEntry, agencies: AgencyNames): RosterRow => ({
  id: row.id,
  version: row.version,
  name: row.holder,
  agency: agencyOf(agencies, row.agency_id),
  domains: row.domains as Domain[],
  languages: row.languages,
  gives: row.gives as RosterRow['gives'],
  confirmed: row.confirmed_at !== null,
  heldHere: row.held_here,
  mine: row.account_id === ctx.actor.account,
})

export async function listed(ctx: Context, filter: RosterFilter) {
  const after = openCursor(ctx.node.keys.cursors, list, filter.cursor)
  let query = selected(ctx)
  const { domain, language, gives, country, freeOn } = filter
  // None stands for all domains.
  if (domain) query = query.where(sql<boolean>`(r.domains = '{}' or ${domain} = any (r.domains))`)
  if (language) query = query.where(sql<boolean>`${language} = any (r.languages)`)
  if (gives) query = query.where(sql<boolean>`${gives} = any (r.gives)`)
  if (country) query = query.where('g.country', '=', country)
  if (freeOn) {
    query = query.where(
      sql<boolean>`exists (select 1 from practices.roster_periods p
        where p.entry_id = r.id and ${freeOn}::date between p.from_day and p.until_day)`,
    )
  }
  if (filter.waiting) {
    query = query
      .where('r.confirmed_at', 'is', null)
      .where('r.account_id', '<>', ctx.actor.account)
      .where(sql<boolean>`practices.speaks_for(g.country)`)
  }
  if (after) query = query.where(sql<boolean>`(a.name, r.id) > (${after[0]}, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('a.name')
    .orderBy('r.id')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, list, { found, limit: filter.limit }, last => [
    last.holder,
    last.id,
  ])
  const agencies = await agencyNames(ctx.tx)
  ctx.trail.shown(shown.map(row => row.id))
  return { rows: shown.map(row => toRow(ctx, row, agencies)), ...next }
}

export async function get(ctx: Context, id: string): Promise<FoundEntry> {
  const row = await selected(ctx).where('r.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export const ofAccount = (ctx: Context) =>
  ctx.tx
    .selectFrom('practices.roster')
    .select('id')
    .where('account_id', '=', ctx.actor.account)
    .executeTakeFirst()

export async function periodsOf(tx: Tx, id: string): Promise<Period[]> {
  const rows = await tx
    .selectFrom('practices.roster_periods')
    .selectAll()
    .where('entry_id', '=', id)
    .orderBy('from_day')
    .execute()
  return rows.map(row => ({
    id: row.id,
    from: row.from_day,
    until: row.until_day,
    ...(row.note === null ? {} : { note: row.note }),
  }))
}

/** The state of the expert; for those of no state whoever keeps the library in order. */
export async function mayConfirm(ctx: Context, country: string | null): Promise<boolean> {
  if (country === null) return ctx.actor.verbs.includes('practices.moderate')
  const { rows } = await sql<{ may: boolean }>`select practices.speaks_for(${country}) as may`.execute(ctx.tx)
  return rows[0]?.may ?? false
}
