/** Everything that stands in the way of a merge: values of the two records, and what was said or asked about them. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { type Clash, clashes } from '@kerege/contract/people/duplicates/clashes'
import type { Whole } from '@kerege/contract/people/duplicates/rules'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { isPendingAbout } from '../../approvals/index.ts'
import { openCompartments } from '../store.ts'

export interface Side {
  id: string
  whole: Whole
}

export async function clashesOf(ctx: Context, stays: Side, joins: Side): Promise<Clash[]> {
  return [
    ...clashes(stays.whole, joins.whole),
    ...(await saidApart(ctx, stays.id, joins.id)),
    ...(await erasureAsked(ctx, stays.id, joins.id)),
    ...(await kinOfEachOther(ctx, stays.id, joins.id)),
  ]
}

/** Sections in which both records are open to the actor. */
export async function openInBoth(ctx: Context, one: string, other: string): Promise<Compartment[]> {
  const [a, b] = [await openCompartments(ctx.tx, one), await openCompartments(ctx.tx, other)]
  return a.open.filter(compartment => b.open.includes(compartment))
}

/** Somebody looked at both and said so. It is taken back first, by name, before anybody says otherwise. */
async function saidApart(ctx: Context, one: string, other: string): Promise<Clash[]> {
  const found = await sql<{ apart: boolean }>`
    select people.said_apart(${one}::uuid, ${other}::uuid) as apart`.execute(ctx.tx)
  if (!found.rows[0]?.apart) return []
  return [{ fault: { pointer: '', code: 'said-not-same' }, needs: ['contact'] }]
}

/** What a family has asked to be erased is not carried into another record. */
async function erasureAsked(ctx: Context, ...ids: string[]): Promise<Clash[]> {
  for (const id of ids) {
    if (await isPendingAbout(ctx.tx, id, 'person-erasure'))
      return [{ fault: { pointer: '', code: 'erasure-asked' }, needs: ['contact'] }]
  }
  return []
}

/** Mother and child, two sisters: whoever is kin of somebody is not that somebody. */
async function kinOfEachOther(ctx: Context, one: string, other: string): Promise<Clash[]> {
  const found = await sql<{ kin: boolean }>`
    select people.kin_of_each_other(${one}::uuid, ${other}::uuid) as kin`.execute(ctx.tx)
  if (!found.rows[0]?.kin) return []
  return [{ fault: { pointer: '/kinship', code: 'kin-of-each-other' }, needs: ['kinship'] }]
}
