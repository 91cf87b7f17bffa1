/** Which sections of a person are open to the actor; a person who is not open does not exist. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { type Fault, invalid, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'

export interface Standing {
  readable: Compartment[]
  writable: Compartment[]
}

/** @throws DomainError `not-found` for a person who is not open to the actor, or who joined another record */
export async function standing(ctx: Context, personId: string): Promise<Standing> {
  const found = await ctx.tx
    .selectFrom('people.persons as p')
    .select(sql<Compartment[]>`access.open_compartments('read', p.id)`.as('readable'))
    .select(sql<Compartment[]>`access.open_compartments('write', p.id)`.as('writable'))
    .where('p.id', '=', personId)
    .where('p.merged_into', 'is', null)
    .executeTakeFirst()
  if (!found?.readable.includes('contact')) throw notFound()
  const writes = ctx.actor.verbs.includes('casework.write')
  return { readable: found.readable, writable: writes ? found.writable : [] }
}

/** The case that is open, whoever may read it. */
export const caseOf = (personId: string) => sql<string | null>`casework.case_of(${personId}::uuid)`

/** What happened, happened: no day of it lies ahead. */
export function requirePast(ctx: Context, days: Readonly<Record<string, string | undefined>>): void {
  const faults = Object.entries(days).flatMap(([pointer, day]): Fault[] =>
    day !== undefined && day > today(ctx) ? [{ pointer, code: 'day-ahead' }] : [],
  )
  if (faults.length > 0) throw invalid(faults)
}
