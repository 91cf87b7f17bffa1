/** Conferences of a case, one of them, and one's own invitations. */
import { type NoteSection, noteSections } from '@kerege/contract/casework/notes'
import { invalid, notFound } from '@kerege/contract/errors'
import type { Conference, Invitation } from '@kerege/contract/meetings/conferences'
import { addDays } from '@kerege/contract/tasks/rules'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { localDay, today } from '../../../platform/localDay.ts'
import { findCase } from '../../cases/index.ts'
import { writableOf } from '../sections.ts'
import { momentOf } from '../times.ts'
import * as store from './store.ts'

/** The most days of one answer. */
const mostDays = 62

/** @throws DomainError `not-found` for a case that is not open to the actor */
export async function ofCase(ctx: Context, caseId: string) {
  const found = await findCase(ctx, caseId)
  if (!found) throw notFound()
  const rows = await store.ofCase(ctx, caseId)
  ctx.trail.shown([caseId, found.person_id, ...rows.map(row => row.id)])
  return { rows: rows.map(store.toRow), mayCall: await sectionsFor(ctx, found.person_id) }
}

export async function sectionsFor(ctx: Context, personId: string): Promise<NoteSection[]> {
  if (!ctx.actor.verbs.includes('casework.write')) return []
  const writable = await writableOf(ctx, personId)
  return noteSections.filter(one => writable.includes(one))
}

export async function whole(ctx: Context, id: string): Promise<Conference> {
  const row = await store.get(ctx, id)
  ctx.trail.shown([id, row.person_id])
  const sections: readonly string[] = await sectionsFor(ctx, row.person_id)
  return store.toConference(ctx, row, sections.includes(row.compartment))
}

interface Invited {
  id: string
  starts_at: string
  minutes: number
  way: Invitation['way']
  place: string | null
  state: Invitation['state']
  called_by: string
  caller: string
}

/** @param days both included */
export async function between(ctx: Context, days: { from: string; to: string }): Promise<Invitation[]> {
  const { rows } = await sql<Invited>`select * from meetings.invitations(${momentOf(ctx, days.from)},
    ${momentOf(ctx, addDays(days.to, 1))})`.execute(ctx.tx)
  const known = ctx.actor.verbs.includes('casework.read') ? await named(ctx, rows) : new Map()
  const zone = ctx.node.info.timeZone
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  return rows.map(row => {
    const at = new Date(row.starts_at)
    return {
      id: row.id,
      startsAt: row.starts_at,
      day: localDay(at, zone),
      time: clock.format(at),
      minutes: row.minutes,
      way: row.way,
      ...(row.place === null ? {} : { place: row.place }),
      state: row.state,
      by: { id: row.called_by, name: row.caller },
      ...known.get(row.id),
    }
  })
}

/** Of those whose record is open to the actor. */
async function named(ctx: Context, rows: readonly Invited[]) {
  if (rows.length === 0) return new Map()
  const found = await ctx.tx
    .selectFrom('meetings.conferences as c')
    .innerJoin('people.persons as p', 'p.id', 'c.person_id')
    .select(['c.id', 'c.case_id', 'p.label', 'c.person_id'])
    .where(
      'c.id',
      'in',
      rows.map(row => row.id),
    )
    .execute()
  ctx.trail.shown(found.flatMap(row => [row.id, row.person_id]))
  return new Map(found.map(row => [row.id, { caseId: row.case_id, person: row.label }]))
}

export async function mine(
  ctx: Context,
  { from, to }: { from?: string | undefined; to?: string | undefined },
) {
  const first = from ?? today(ctx)
  const last = to ?? addDays(first, 6)
  if (last < first || last > addDays(first, mostDays)) {
    throw invalid([{ pointer: '/to', code: 'period-reversed' }])
  }
  return { rows: await between(ctx, { from: first, to: last }) }
}
