/** Ways in to entitlements: the check-list of a person, its steps, what was handed over, and what waits for an office. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import {
  AddDelivery,
  CheckList,
  ClaimFilter,
  ClaimPage,
  EntitlementCode,
  EntitlementsToday,
  StrikeDelivery,
  TakeClaimStep,
} from './schema.ts'

const byId = z.strictObject({ id: Id })

export const personEntitlements = route({
  method: 'GET',
  path: '/people/:id/entitlements',
  summary: 'What a person can claim in this state, how far each is, and what was handed over',
  access: 'cases.read',
  audit: 'entitlements.read',
  params: byId,
  response: CheckList,
  offline: 'keep',
})
export const takeClaimStep = route({
  method: 'POST',
  path: '/people/:id/entitlements/:code/steps',
  summary: 'Say how far a claim is, with what has to be done next',
  access: 'casework.write',
  audit: 'entitlement.step-taken',
  params: z.strictObject({ id: Id, code: EntitlementCode }),
  body: TakeClaimStep,
  response: CheckList,
  offline: 'queue',
})
export const addDelivery = route({
  method: 'POST',
  path: '/people/:id/deliveries',
  summary: 'Write down what was handed over',
  access: 'casework.write',
  audit: 'delivery.added',
  params: byId,
  body: AddDelivery,
  response: CheckList,
  status: 201,
  offline: 'queue',
})
export const strikeDelivery = route({
  method: 'POST',
  path: '/deliveries/:id/strike',
  summary: 'Strike out what was written by mistake, with the reason',
  access: 'casework.write',
  audit: 'delivery.struck',
  params: byId,
  body: StrikeDelivery,
  response: CheckList,
})
export const listClaims = route({
  method: 'GET',
  path: '/entitlements',
  summary: 'What was asked of offices and is not given yet, the longest first',
  access: 'cases.read',
  audit: 'entitlements.listed',
  query: ClaimFilter,
  response: ClaimPage,
  offline: 'keep',
})
export const countClaims = route({
  method: 'GET',
  path: '/entitlements/count',
  summary: 'How many a filter would show, before it is applied',
  access: 'cases.read',
  audit: 'entitlements.counted',
  query: ClaimFilter,
  response: z.strictObject({ total: z.number().int() }),
})
export const entitlementsToday = route({
  method: 'GET',
  path: '/entitlements/today',
  summary: 'What waits for an office longer than is usual',
  access: 'cases.read',
  audit: 'entitlements.today',
  response: EntitlementsToday,
})
