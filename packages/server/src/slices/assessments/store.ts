/** Assessments in SQL. Policies filter underneath: drafts are their writer's, levels those of open sections. */
import type { About } from '@kerege/contract/assessments/needs'
import type { AssessmentRow, Level, Outcome } from '@kerege/contract/assessments/schema'
import { DomainError, notFound } from '@kerege/contract/errors'
import { ageOn } from '@kerege/contract/people/rules'
import type { BirthDate } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'

export const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('assessments.assessments as a')
    .innerJoin('access.accounts as w', 'w.id', 'a.account_id')
    .innerJoin('people.persons as p', 'p.id', 'a.person_id')
    .select([
      'a.id',
      'a.version',
      'a.person_id',
      'p.label as person',
      'p.birth',
      'a.case_id',
      'a.instrument',
      'a.instrument_version',
      'a.compartment',
      'a.about',
      'a.language',
      'a.taken_on',
      'a.account_id',
      'w.name as by',
      'a.beside_id',
      'a.state',
      'a.answers',
      'a.outcome',
      'a.cut_offs',
      'a.finished_at',
    ])
export type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function get(ctx: Context, id: string): Promise<Found> {
  const row = await selected(ctx).where('a.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/**
 * Locks a draft of one's own.
 * @throws DomainError `assessment-finished`, `not-yours`, `stale-version`
 */
export async function lock(ctx: Context, id: string): Promise<Found> {
  const seen = await get(ctx, id)
  if (seen.account_id !== ctx.actor.account) throw new DomainError('forbidden', 'not-yours')
  if (seen.state === 'finished') throw new DomainError('conflict', 'assessment-finished')
  await sql`select 1 from assessments.assessments where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx, id)
  if (row.state === 'finished') throw new DomainError('conflict', 'assessment-finished')
  if (ctx.basedOn !== null && row.version !== ctx.basedOn) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  return row
}

/** The latest first. */
export const rowsOf = (ctx: Context, personId: string): Promise<Found[]> =>
  selected(ctx)
    .where('a.person_id', '=', personId)
    .orderBy('a.taken_on', 'desc')
    .orderBy('a.started_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(200)
    .execute()

export async function levelsOf(ctx: Context, ids: readonly string[]): Promise<Map<string, Level[]>> {
  const found = await ctx.tx
    .selectFrom('assessments.levels as l')
    .select(['l.assessment_id', 'l.domain', 'l.level', 'l.reason'])
    .where(sql<boolean>`l.assessment_id = any (${[...ids]}::uuid[])`)
    .execute()
  const levels = new Map<string, Level[]>()
  for (const row of found) {
    // Constraints of the table, and the shapes that wrote it.
    const level = { domain: row.domain, level: row.level, reason: row.reason } as Level
    levels.set(row.assessment_id, [...(levels.get(row.assessment_id) ?? []), level])
  }
  return levels
}

export function toRow(row: Found, levels: readonly Level[] | undefined): AssessmentRow {
  return {
    id: row.id,
    version: row.version,
    personId: row.person_id,
    instrument: row.instrument,
    instrumentVersion: row.instrument_version,
    about: row.about as About,
    takenOn: row.taken_on,
    by: { id: row.account_id, name: row.by },
    state: row.state as AssessmentRow['state'],
    ...(row.finished_at ? { finishedAt: row.finished_at } : {}),
    ...(row.beside_id ? { besideId: row.beside_id } : {}),
    ...(row.outcome ? { outcome: row.outcome as Outcome } : {}),
    ...(row.instrument === 'needs' && row.state === 'finished' ? { levels: [...(levels ?? [])] } : {}),
  }
}

export interface Standing {
  person: string
  birth: BirthDate
  readable: string[]
  writable: string[]
}

/** @throws DomainError `not-found` for a person who is not open to the actor */
export async function standing(ctx: Context, personId: string): Promise<Standing> {
  const found = await ctx.tx
    .selectFrom('people.persons as p')
    .select(['p.label', 'p.birth'])
    .select(sql<string[]>`access.open_compartments('read', p.id)`.as('readable'))
    .select(sql<string[]>`access.open_compartments('write', p.id)`.as('writable'))
    .where('p.id', '=', personId)
    .where('p.merged_into', 'is', null)
    .executeTakeFirst()
  if (!found?.readable.includes('contact')) throw notFound()
  return {
    person: found.label,
    birth: found.birth as BirthDate,
    readable: found.readable,
    writable: found.writable,
  }
}

/** In whole years, at the least; unknown where nobody knows. */
export const ageOf = (ctx: Context, birth: BirthDate): number | undefined => ageOn(birth, today(ctx))?.min
