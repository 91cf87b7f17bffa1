/**
 * A family that came together is handed over together. The rule is that of rooms and legs: it names families that
 * would be apart, and the word of two people, while it holds, is enough.
 */
import { DomainError } from '@kerege/contract/errors'
import { ageOn } from '@kerege/contract/people/rules'
import type { BirthDate } from '@kerege/contract/people/schema'
import { divided, type Group, notAgreed } from '@kerege/contract/repatriation/unity'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { arrived, bedsOfParties, openStaysOf, today } from '../reception/store.ts'

interface Guest {
  person_id: string
  birth: unknown
  family_id: string | null
  household_id: string | null
}
const partyOf = (row: Guest) => row.family_id ?? row.household_id

/** @throws DomainError `family-divided`, by ids alone: names are not for an error text */
export async function requireTogether(ctx: Context, people: readonly string[]): Promise<void> {
  const waiting: readonly Guest[] = await arrived(ctx)
  const touched: Guest[] = [
    ...(await openStaysOf(ctx, people)),
    ...waiting.filter(row => people.includes(row.person_id)),
  ]
  const parties = [...new Set(touched.flatMap(row => partyOf(row) ?? []))]
  if (parties.length === 0) return
  const members: Guest[] = [...(await bedsOfParties(ctx, parties)), ...waiting]
  const day = today(ctx)
  const groups: Group[] = parties.map(id => ({
    id,
    name: '',
    members: members
      .filter(row => partyOf(row) === id)
      .map(row => ({ id: row.person_id, name: '', ages: ageOn(row.birth as BirthDate, day) })),
  }))
  const apart = divided(groups, id => (people.includes(id) ? 'together' : undefined))
  const open = notAgreed(apart, await agreed(ctx, parties), 'handover', ctx.now.toISOString())
  if (open.length > 0) {
    throw new DomainError('conflict', 'family-divided', {
      families: open.map(one => one.group.id).join(' '),
    })
  }
}

async function agreed(ctx: Context, parties: readonly string[]) {
  const rows = await ctx.tx
    .selectFrom('repatriation.divisions')
    .select(['family_id', 'ends_at'])
    .where('agreed_by', 'is not', null)
    .where('at', '=', 'handover')
    .where(sql<boolean>`family_id = any (${[...parties]}::uuid[])`)
    .execute()
  return rows.map(row => ({ groupId: row.family_id, at: 'handover' as const, endsAt: row.ends_at }))
}
