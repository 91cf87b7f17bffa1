/** What of referrals waits for the sender: what came back, what nobody answered, and where the family has the last word. */
import type { ReferralsToday } from '@kerege/contract/referrals/schema'
import type { Context } from '../../platform/context.ts'
import * as store from './store.ts'

export const referralsToday = async (ctx: Context): Promise<ReferralsToday> => ({
  back: await store.waiting(ctx, 'back'),
  unanswered: await store.waiting(ctx, 'unanswered'),
  ask: await store.waiting(ctx, 'ask'),
})
