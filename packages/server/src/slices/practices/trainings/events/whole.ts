/** One training as its reader may see it: programme on two clocks, places, those who come, what came of it. */
import type { MultiText } from '@kerege/contract/common'
import { type Zone, zoneOf } from '@kerege/contract/practices/trainings/common'
import { hoursOf, type Quota } from '@kerege/contract/practices/trainings/events/rules'
import type { Event, EventSession } from '@kerege/contract/practices/trainings/events/schema'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { agencyNames } from '../../agencies.ts'
import { followUpOf, phasesOf, questionsOf } from '../after/views.ts'
import { registrationsOf } from './registrations.ts'
import { type FoundEvent, get, runs, sessionsOf, standingOf, timesOf, toRow } from './store.ts'
import { wallAt } from '@kerege/contract/wallClock'

const wall = (startsAt: string, endsAt: string, zone: Zone) => {
  const from = wallAt(startsAt, zone)
  const until = wallAt(endsAt, zone)
  // A session that ends at midnight or after it ends there with its day.
  return { day: from.day, from: from.time, until: until.day > from.day ? '23:59' : until.time }
}

async function trainersOf(ctx: Context, eventId: string) {
  const rows = await ctx.tx
    .selectFrom('practices.training_trainers as t')
    .innerJoin('practices.training_sessions as s', 's.id', 't.session_id')
    .innerJoin('practices.roster as r', 'r.id', 't.entry_id')
    .innerJoin('access.accounts as a', 'a.id', 'r.account_id')
    .select(['t.session_id', 't.entry_id', 'a.name', 'r.account_id'])
    .where('s.event_id', '=', eventId)
    .orderBy('a.name')
    .execute()
  return Map.groupBy(rows, row => row.session_id)
}

async function programme(ctx: Context, event: FoundEvent, readerZone: Zone | undefined) {
  const trainers = await trainersOf(ctx, event.id)
  const rows = await sessionsOf(ctx, event.id)
  const sessions = rows.map(
    (row): EventSession => ({
      id: row.id,
      title: row.title as MultiText,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      host: wall(row.starts_at, row.ends_at, event.zone as Zone),
      ...(readerZone ? { reader: wall(row.starts_at, row.ends_at, readerZone) } : {}),
      trainers: (trainers.get(row.id) ?? []).map(one => ({
        entryId: one.entry_id,
        name: one.name,
        mine: one.account_id === ctx.actor.account,
      })),
    }),
  )
  return { sessions, times: timesOf(rows) }
}

/** Of the state that the reader's agency belongs to. */
async function readerZoneOf(ctx: Context, host: Zone): Promise<Zone | undefined> {
  const agency = (await agencyNames(ctx.tx)).get(ctx.actor.agency)
  if (agency?.country === undefined) return undefined
  const zone = zoneOf(agency.country)
  return zone === host ? undefined : zone
}

async function placesOf(ctx: Context, event: FoundEvent, quotas: readonly Quota[]) {
  const { rows } = await sql<{ country: string | null; held: number; waiting: number; asked: number }>`
    select country, held, waiting, asked from practices.training_places(array[${event.id}::uuid])
    order by country nulls last`.execute(ctx.tx)
  const none = { held: 0, waiting: 0, asked: 0 }
  const kept = quotas.map(({ country, places }) => {
    const found = rows.find(row => row.country === country) ?? { country, ...none }
    return { ...found, country, kept: places }
  })
  const others = rows
    .filter(row => quotas.every(one => one.country !== row.country))
    .map(({ country, ...row }) => ({ ...row, ...(country === null ? {} : { country }) }))
  return [...kept, ...others]
}

async function linksOf(ctx: Context, event: FoundEvent) {
  const curriculum = event.curriculum_id
    ? await ctx.tx
        .selectFrom('practices.curricula')
        .select(['id', sql<MultiText>`content -> 'title'`.as('title')])
        .where('id', '=', event.curriculum_id)
        .executeTakeFirst()
    : undefined
  const wish = event.wish_id
    ? await ctx.tx
        .selectFrom('practices.training_wishes')
        .select(['id', 'title'])
        .where('id', '=', event.wish_id)
        .executeTakeFirst()
    : undefined
  return {
    ...(curriculum ? { curriculum } : {}),
    ...(wish ? { wish: { id: wish.id, title: wish.title as MultiText } } : {}),
  }
}

async function lessonsOf(ctx: Context, eventId: string): Promise<Event['lessons']> {
  const row = await ctx.tx
    .selectFrom('practices.training_lessons')
    .select('shared')
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  return row ? (row.shared ? 'shared' : 'draft') : 'none'
}

/** Shown by its policy: to those who come, hold a session, or run the training. */
async function roomOf(ctx: Context, eventId: string): Promise<Event['room']> {
  const row = await ctx.tx
    .selectFrom('practices.training_rooms')
    .select(['venue', 'url'])
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    ...(row.venue === null ? {} : { venue: row.venue }),
    ...(row.url === null ? {} : { url: row.url }),
  }
}

export async function whole(ctx: Context, id: string): Promise<Event> {
  const event = await get(ctx, id)
  const readerZone = await readerZoneOf(ctx, event.zone as Zone)
  const { sessions, times } = await programme(ctx, event, readerZone)
  const quotas = event.quotas as Record<string, number>
  const quotaList = Object.entries(quotas).map(([country, places]) => ({ country, places }))
  const registrations = await registrationsOf(ctx, event)
  const mineId = await ctx.tx
    .selectFrom('practices.training_registrations')
    .select('id')
    .where('event_id', '=', id)
    .where('account_id', '=', ctx.actor.account)
    .executeTakeFirst()
  const mine = registrations.find(one => one.id === mineId?.id)
  const standing = standingOf(ctx, event)
  const run = runs(ctx, event)
  const begun = standing === 'running' || standing === 'held'
  const room = await roomOf(ctx, id)
  ctx.trail.shown([id, ...registrations.map(one => one.id)])
  return {
    ...toRow(ctx, event, await agencyNames(ctx.tx)),
    ...(event.words === null ? {} : { words: event.words as MultiText }),
    ...(event.reason === null ? {} : { reason: event.reason }),
    zone: event.zone as Zone,
    quotas: quotaList,
    share: event.share,
    ...(event.course_url === null ? {} : { courseUrl: event.course_url }),
    ...(await linksOf(ctx, event)),
    sessions,
    hours: hoursOf(times),
    ...(readerZone ? { readerZone } : {}),
    placesOf: await placesOf(ctx, event, quotaList),
    ...(room ? { room } : {}),
    ...(mine ? { mineWhole: mine } : {}),
    registrations: registrations.filter(one => one.id !== mine?.id || run),
    questions: await questionsOf(ctx, id),
    ...(await phasesOf(ctx, event, times, mine)),
    followUp: await followUpOf(ctx, event, mine),
    lessons: await lessonsOf(ctx, id),
    may: {
      run,
      register: standing === 'open' && !mine && ctx.actor.verbs.includes('trainings.take'),
      attendance: begun && (run || sessions.some(one => one.trainers.some(trainer => trainer.mine))),
      issue: run && begun && sessions.length > 0,
    },
  }
}
