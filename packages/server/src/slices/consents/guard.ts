/**
 * What consents know of a case: that somebody was asked who may hear of the family. A no answers it as well as a yes: how a family
 * is helped never depends on what it lets be told.
 */
import { sql } from 'kysely'
import type { GuardFill } from '../cases/index.ts'

export const consentAsked: GuardFill = {
  guards: ['consent'],
  of: async (ctx, cases) => {
    if (!ctx.actor.verbs.includes('consents.read'))
      return new Map(cases.map(one => [one.id, { consent: undefined }]))
    const found = await ctx.tx
      .selectFrom('consents.consents as c')
      .select('c.person_id')
      .distinct()
      .where(sql<boolean>`c.person_id = any (${cases.map(one => one.personId)}::uuid[])`)
      .execute()
    const asked = new Set(found.map(row => row.person_id))
    return new Map(cases.map(one => [one.id, { consent: asked.has(one.personId) }]))
  },
}
