/** What can be claimed in this state, as its profile says. */
import type { MultiText } from '@kerege/contract/common'
import type { Entitlement } from '@kerege/contract/entitlements/profile'
import type { Context } from '../../platform/context.ts'

/** Where the profile of a state says nothing. */
const usualWait = 30

export const itemsOf = (ctx: Context): readonly Entitlement[] => ctx.node.profile.entitlements?.items ?? []
export const waitDays = (ctx: Context): number => ctx.node.profile.entitlements?.waitDays ?? usualWait
export const itemOf = (ctx: Context, code: string): Entitlement | undefined =>
  itemsOf(ctx).find(one => one.code === code)

/** A code that the profile has no more is still called something. */
export const titleOf = (ctx: Context, code: string): MultiText =>
  itemOf(ctx, code)?.title ?? { en: { text: code, state: 'draft' } }

export function papersOf(ctx: Context, { papers }: Entitlement): MultiText[] {
  const types = ctx.node.profile.documentTypes
  return papers.flatMap(code => types.find(type => type.code === code)?.name ?? [])
}
export const basisOf = (ctx: Context, { basis }: Entitlement): MultiText | undefined =>
  ctx.node.profile.legalBases.find(one => one.code === basis)?.title
