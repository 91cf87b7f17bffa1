/** Ways in to guidance at the hub. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { SignedBody, statementPath } from '../../guidance/feed.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const ofDecision = '/council/decisions/:id/guidance'

export const guidanceInForce = route({
  method: 'GET',
  path: '/council/guidance',
  summary: 'Guidance in force: what newer guidance may take the place of',
  access: 'council.read',
  audit: 'guidance.listed',
  response: s.GuidanceInForce,
})
export const decisionGuidance = route({
  method: 'GET',
  path: ofDecision,
  summary: 'Whether a decision is guidance for the nodes, and what states say of it',
  access: 'council.read',
  audit: 'guidance.read',
  params: byId,
  response: s.DecisionGuidance,
})
export const markGuidance = route({
  method: 'POST',
  path: ofDecision,
  summary: 'Give an adopted decision to the nodes as guidance',
  access: 'council.prepare',
  audit: 'guidance.marked',
  params: byId,
  body: s.MarkGuidance,
  response: s.DecisionGuidance,
  status: 201,
})
export const changeGuidance = route({
  method: 'PUT',
  path: ofDecision,
  summary: 'Say anew where it applies',
  access: 'council.prepare',
  audit: 'guidance.changed',
  params: byId,
  body: s.ChangeGuidance,
  response: s.DecisionGuidance,
})
export const withdrawGuidance = route({
  method: 'POST',
  path: `${ofDecision}/withdrawal`,
  summary: 'Take guidance back; the nodes show why',
  access: 'council.prepare',
  audit: 'guidance.withdrawn',
  params: byId,
  body: s.WithdrawGuidance,
  response: s.DecisionGuidance,
})
/** For nodes, which have no account: what they say is signed with the key of their log. */
export const takeStatement = route({
  method: 'POST',
  path: statementPath,
  summary: 'A node says, signed, how its state puts guidance into practice',
  access: 'public',
  audit: 'guidance.stated',
  body: SignedBody.extend({ body: z.string().max(20_000) }),
  response: s.StatementTaken,
  status: 201,
})
