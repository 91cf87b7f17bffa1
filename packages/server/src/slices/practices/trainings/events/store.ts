/** Trainings in SQL: the list, one row, its sessions. Who comes is shown by the policies to those whom it concerns. */
import type { MultiText } from '@kerege/contract/common'
import type { Domain } from '@kerege/contract/domains'
import { notFound } from '@kerege/contract/errors'
import type { Profession } from '@kerege/contract/practices/trainings/common'
import { type EventState, eventStanding } from '@kerege/contract/practices/trainings/events/rules'
import type { EventFilter, EventRow } from '@kerege/contract/practices/trainings/events/schema'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { openCursor, pageOf } from '../../../../platform/cursor.ts'
import { type AgencyNames, agencyNames, agencyOf } from '../../agencies.ts'
import { today } from '../../../../platform/localDay.ts'

const list = 'trainings'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('practices.training_events as e')
    .leftJoin('practices.training_registrations as m', join =>
      join.onRef('m.event_id', '=', 'e.id').on('m.account_id', '=', ctx.actor.account),
    )
    .selectAll('e')
    .select('m.state as mine')
    .select(
      sql<number>`(select coalesce(sum(p.held), 0)::int from practices.training_places(array[e.id]) p)`.as(
        'held',
      ),
    )
export type FoundEvent = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

export const toRow = (ctx: Context, row: FoundEvent, agencies: AgencyNames): EventRow => ({
  id: row.id,
  version: row.version,
  kind: row.kind as EventRow['kind'],
  title: row.title as MultiText,
  agency: agencyOf(agencies, row.agency_id),
  domains: row.domains as Domain[],
  professions: row.professions as Profession[],
  languages: row.languages,
  country: row.country,
  city: row.city,
  from: row.from_day,
  until: row.until_day,
  registerUntil: row.register_until,
  places: row.places,
  held: row.held,
  standing: standingOf(ctx, row),
  ...(row.mine === null ? {} : { mine: row.mine as NonNullable<EventRow['mine']> }),
})

export const standingOf = (
  ctx: Context,
  row: Pick<FoundEvent, 'state' | 'from_day' | 'until_day' | 'register_until'>,
) =>
  eventStanding(
    {
      state: row.state as EventState,
      from: row.from_day,
      until: row.until_day,
      registerUntil: row.register_until,
    },
    today(ctx),
  )

export async function listed(ctx: Context, filter: EventFilter) {
  const after = openCursor(ctx.node.keys.cursors, list, filter.cursor)
  let query = selected(ctx)
  const { kind, domain, language, country } = filter
  if (kind) query = query.where('e.kind', '=', kind)
  if (domain) query = query.where(sql<boolean>`(e.domains = '{}' or ${domain} = any (e.domains))`)
  if (language) query = query.where(sql<boolean>`${language} = any (e.languages)`)
  if (country) query = query.where('e.country', '=', country)
  if (filter.open) {
    query = query
      .where('e.state', '=', 'open')
      .where('e.register_until', '>=', today(ctx))
      .where('e.from_day', '>', today(ctx))
  }
  if (filter.mine) {
    query = query.where(sql<boolean>`(m.id is not null or practices.trains_at(e.id))`)
  }
  if (after) query = query.where(sql<boolean>`(e.from_day, e.id) < (${after[0]}::date, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('e.from_day', 'desc')
    .orderBy('e.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, list, { found, limit: filter.limit }, last => [
    last.from_day,
    last.id,
  ])
  const agencies = await agencyNames(ctx.tx)
  ctx.trail.shown(shown.map(row => row.id))
  return { rows: shown.map(row => toRow(ctx, row, agencies)), ...next }
}

export async function get(ctx: Context, id: string): Promise<FoundEvent> {
  const row = await selected(ctx).where('e.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Its agency's people who hold trainings, and whoever keeps the library in order: the rule of `practices.runs_training`. */
export const runs = (ctx: Context, row: Pick<FoundEvent, 'agency_id'>): boolean =>
  ctx.actor.verbs.includes('practices.moderate') ||
  (ctx.actor.verbs.includes('trainings.run') && row.agency_id === ctx.actor.agency)

export const sessionsOf = (ctx: Context, eventId: string) =>
  ctx.tx
    .selectFrom('practices.training_sessions')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()

/** Sessions with their moments, for the rules of hours and phases. */
export const timesOf = (rows: Awaited<ReturnType<typeof sessionsOf>>) =>
  rows.map(row => ({ id: row.id, startsAt: row.starts_at, endsAt: row.ends_at }))
