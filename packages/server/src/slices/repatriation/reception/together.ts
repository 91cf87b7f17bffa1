/**
 * A family that came together is not divided by a bed or a handover. The rule is that of legs: it names families that would be
 * apart, and the word of two people, while it holds, is enough. A home that came without an operation is a family too.
 */
import { DomainError } from '@kerege/contract/errors'
import { ageOn } from '@kerege/contract/people/rules'
import type { BirthDate } from '@kerege/contract/people/schema'
import { type DivisionPlace, divided, type Group, notAgreed } from '@kerege/contract/repatriation/unity'
import type { Context } from '../../../platform/context.ts'
import * as store from './store.ts'
import { today } from '../../../platform/localDay.ts'

interface Guest {
  person_id: string
  birth: unknown
  family_id: string | null
  household_id: string | null
}
const partyOf = (row: Guest) => row.family_id ?? row.household_id

export interface Step {
  /** Where a division has to be agreed on to count here. */
  readonly at: readonly DivisionPlace[]
  /** Where somebody is to be after it; undefined is nowhere yet. */
  readonly placeOf: (personId: string, bed: store.FoundStay | undefined) => string | undefined
}

export const sleeping: Step = {
  at: ['room', 'ward', 'site'],
  placeOf: (_, bed) => bed && (bed.room_id ?? bed.site_id),
}
export const handedOver = (people: readonly string[]): Step => ({
  at: ['handover'],
  placeOf: id => (people.includes(id) ? 'together' : undefined),
})

/** @throws DomainError `family-divided`, by ids alone: names are not for an error text, and the page knows them */
export async function requireTogether(ctx: Context, people: readonly string[], step: Step): Promise<void> {
  const waiting: readonly Guest[] = await store.arrived(ctx)
  const touched: Guest[] = [
    ...(await store.openStaysOf(ctx, people)),
    ...waiting.filter(row => people.includes(row.person_id)),
  ]
  const parties = [...new Set(touched.flatMap(row => partyOf(row) ?? []))]
  if (parties.length === 0) return
  const beds = await store.bedsOfParties(ctx, parties)
  const day = today(ctx)
  const groups: Group[] = parties.map(id => ({
    id,
    name: '',
    members: [...beds, ...waiting]
      .filter(row => partyOf(row) === id)
      .map(row => ({ id: row.person_id, name: '', ages: ageOn(row.birth as BirthDate, day) })),
  }))
  const bedOf = new Map(beds.map(row => [row.person_id, row]))
  const apart = divided(groups, id => step.placeOf(id, bedOf.get(id)))
  if (apart.length === 0) return
  const rows = await store.agreedApart(ctx, parties, step.at)
  // One place stands for all that count at this step.
  const at = step.at[0] ?? 'room'
  const agreed = rows.map(one => ({ groupId: one.partyId, at, endsAt: one.endsAt }))
  const open = notAgreed(apart, agreed, at, ctx.now.toISOString())
  if (open.length > 0) {
    throw new DomainError('conflict', 'family-divided', {
      families: open.map(one => one.group.id).join(' '),
    })
  }
}
