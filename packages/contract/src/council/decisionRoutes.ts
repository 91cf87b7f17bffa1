/** Ways in to decisions. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { type Route, route } from '../route.ts'
import * as s from './decisions.ts'

const byId = z.strictObject({ id: Id })
const path = '/council/decisions'

export const listDecisions = route({
  method: 'GET',
  path,
  summary: 'Decisions under way and what became of them',
  access: 'council.read',
  audit: 'decisions.listed',
  query: s.DecisionFilter,
  response: s.DecisionPage,
  offline: 'keep',
})
export const countDecisions = route({
  method: 'GET',
  path: `${path}/count`,
  summary: 'How many decisions are under silence or in the room',
  access: 'council.read',
  audit: null,
  response: s.DecisionCount,
})
export const draftDecision = route({
  method: 'POST',
  path,
  summary: 'Draft a decision',
  access: 'council.prepare',
  audit: 'decision.drafted',
  body: s.DraftDecision,
  response: s.Decision,
  status: 201,
  versioned: true,
})
export const getDecision = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One decision with its texts, its clock and what each party said',
  access: 'council.read',
  audit: 'decision.read',
  params: byId,
  response: s.Decision,
  versioned: true,
  offline: 'keep',
})
export const rewriteDecision = route({
  method: 'PUT',
  path: `${path}/:id`,
  summary: 'Another version of the text; under silence it restarts the clock or is refused, by rule',
  access: 'council.prepare',
  audit: 'decision.rewritten',
  params: byId,
  body: s.RewriteDecision,
  response: s.Decision,
  versioned: true,
})

const act = <Body extends z.ZodType>(
  name: string,
  access: Route['access'],
  audit: string,
  summary: string,
  body: Body,
) =>
  route({
    method: 'POST',
    path: `${path}/:id/${name}`,
    summary,
    access,
    audit,
    params: byId,
    body,
    response: s.Decision,
    versioned: true,
  })

export const putDecision = act(
  'put',
  'council.decide',
  'decision.put',
  'Put the text to the members: in the room, under silence, or to a vote where the rules allow one',
  s.PutDecision,
)
export const extendSilence = act(
  'extend',
  'council.decide',
  'decision.extended',
  'Let the silence last longer',
  s.ExtendSilence,
)
export const amendDecision = act(
  'amend',
  'council.decide',
  'decision.restarted',
  'Another text under silence: the clock begins anew',
  s.AmendDecision,
)
export const objectToDecision = act(
  'objection',
  'council.speak',
  'decision.objected',
  'Object for one’s party: there is no consensus then',
  s.Objection,
)
export const stateOnDecision = act(
  'statement',
  'council.speak',
  'decision.stated',
  'A reservation or an interpretative statement of one’s party',
  s.Statement,
)
export const voteOnDecision = act(
  'vote',
  'council.speak',
  'decision.voted',
  'For, against or abstaining: the vote of one’s party, as long as it is open',
  s.Vote,
)
export const recordOnDecision = act(
  'record',
  'council.prepare',
  'decision.recorded',
  'Write down what a party said in the room or wrote on paper',
  z.strictObject({
    ...s.Statement.shape,
    kind: z.enum(['objected', 'reserved', 'interpreted']),
    partyId: Id,
  }),
)
export const adoptDecision = act(
  'adopt',
  'council.decide',
  'decision.adopted',
  'Nobody in the room objects, or a vote carried it: it is adopted and gets its number',
  s.Adopt,
)
export const withdrawDecision = act(
  'withdraw',
  'council.decide',
  'decision.withdrawn',
  'Take the decision back',
  s.Withdraw,
)
export const reviseDecision = act(
  'revise',
  'council.prepare',
  'decision.revised',
  'Take up again what was broken',
  s.Revise,
)
export const getReceipt = route({
  method: 'GET',
  path: `${path}/:id/receipts/:stepId`,
  summary: 'The receipt of a step: entry of the log with its proof',
  access: 'council.read',
  audit: 'decision.receipt',
  params: z.strictObject({ id: Id, stepId: Id }),
  response: s.Receipt,
})
