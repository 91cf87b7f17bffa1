/** Whose word counts for a person today, by the ages of the state's profile; and what of the person is open to the actor. */
import { type Standing, standingOf } from '@kerege/contract/consents/rules'
import { notFound } from '@kerege/contract/errors'
import type { BirthDate } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Context, Node } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'

/** Where the profile of a state says nothing. */
const usualMonths = 12
const usualMajority = 18

export const longestMonths = (node: Node): number => node.profile.consentMonths?.value ?? usualMonths
export const majorityOf = (node: Node): number => node.profile.ageOfMajority.value ?? usualMajority

export interface Whose {
  label: string
  birth: BirthDate
  standing: Standing
  readable: readonly string[]
  writable: readonly string[]
}

/** @throws DomainError `not-found` for a person who is not open to the actor */
export async function whose(ctx: Context, personId: string): Promise<Whose> {
  const found = await ctx.tx
    .selectFrom('people.persons as p')
    .select(['p.label', 'p.birth'])
    .select(sql<string[]>`access.open_compartments('read', p.id)`.as('readable'))
    .select(sql<string[]>`access.open_compartments('write', p.id)`.as('writable'))
    .where('p.id', '=', personId)
    .where('p.merged_into', 'is', null)
    .executeTakeFirst()
  if (!found?.readable.includes('contact')) throw notFound()
  const birth = found.birth as BirthDate
  return {
    label: found.label,
    birth,
    standing: standingFor(ctx, birth),
    readable: found.readable,
    writable: found.writable,
  }
}

export const standingFor = (ctx: Context, birth: BirthDate): Standing => {
  const { profile } = ctx.node
  const ages = {
    own: profile.ageOfOwnConsent?.value ?? null,
    assent: profile.ageOfAssent.value,
    majority: profile.ageOfMajority.value,
  }
  return standingOf(birth, ages, today(ctx))
}
