/** For whom somebody may say that a practice is tried, and what stands in the way. The database says the same once more. */
import { DomainError, notFound } from '@kerege/contract/errors'
import { adopterFault, type AdopterKind, adopterKinds } from '@kerege/contract/practices/adoption/rules'
import type { WhereUsed } from '@kerege/contract/practices/adoption/schema'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'

export interface AdoptedPractice {
  id: string
  state: string
  edition_id: string | null
  author_id: string
  agency_id: string
}

/** @throws DomainError `not-found` */
export async function practice(tx: Tx, id: string): Promise<AdoptedPractice> {
  const row = await tx
    .selectFrom('practices.practices')
    .select(['id', 'state', 'edition_id', 'author_id', 'agency_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export function hindrance(
  ctx: Context,
  row: AdoptedPractice,
): NonNullable<WhereUsed['mine']['hindrance']> | null {
  if (row.state === 'retracted') return 'practice-retracted'
  if (row.edition_id === null || row.state === 'archived') return 'practice-not-published'
  if (!ctx.actor.verbs.includes('practices.adopt')) return 'not-allowed'
  return row.agency_id === ctx.actor.agency ? 'own-practice' : null
}

/** State of the agency that somebody works for; absent where it belongs to none. */
export async function myCountry(ctx: Context): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('access.agencies')
    .select('country')
    .where('id', '=', ctx.actor.agency)
    .executeTakeFirst()
  return row?.country ?? undefined
}

/** A state speaks through those who have a voice in the Council. */
const speaker = (ctx: Context, country: string | undefined) => ({
  speaks: ctx.actor.role === 'delegate' || ctx.actor.role === 'chair',
  country,
})

export const mayAdoptAs = (ctx: Context, country: string | undefined): AdopterKind[] =>
  adopterKinds.filter(by => adopterFault(speaker(ctx, country), { by, country: country ?? 'XX' }) === null)

/** @throws DomainError `not-for-state`, `not-your-country` */
export async function requireAdopter(ctx: Context, said: { by: AdopterKind; country: string }) {
  const fault = adopterFault(speaker(ctx, await myCountry(ctx)), said)
  if (fault) throw new DomainError('forbidden', fault)
}
