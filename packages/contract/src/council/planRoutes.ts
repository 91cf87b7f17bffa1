/** Ways in to plans of others, as far as actions and sessions name them. */
import { z } from 'zod'
import { route } from '../route.ts'
import * as s from './plans.ts'

export const listPlans = route({
  method: 'GET',
  path: '/council/plans',
  summary: 'Plans of others that actions and sessions name, with how far their actions are',
  access: 'council.read',
  audit: 'external-plans.listed',
  response: s.Plans,
  offline: 'keep',
})
export const getPlan = route({
  method: 'GET',
  path: '/council/plans/named',
  summary: 'One plan in any of its spellings: actions, the decisions from which they come, sessions',
  access: 'council.read',
  audit: 'external-plan.read',
  query: z.strictObject({ name: s.PlanName }),
  response: s.Plan,
  offline: 'keep',
})
