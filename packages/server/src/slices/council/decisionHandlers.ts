/** Routes of decisions: parse, call one action, answer with the decision as it is then. */
import * as routes from '@kerege/contract/council/decisionRoutes'
import { type AnyHandler, handler } from '../../platform/handler.ts'
import * as deciding from './deciding.ts'
import * as drafting from './drafting.ts'
import { receipt } from './receipts.ts'
import * as speaking from './speaking.ts'
import * as store from './decisionStore.ts'
import * as voting from './voting.ts'

export const decisionHandlers: AnyHandler[] = [
  handler(routes.listDecisions, (ctx, { query }) => store.list(ctx, query)),
  handler(routes.countDecisions, ctx => store.count(ctx)),
  handler(routes.draftDecision, async (ctx, { body }) => {
    await drafting.draft(ctx, body)
    return store.whole(ctx, body.id)
  }),
  handler(routes.getDecision, (ctx, { params }) => store.whole(ctx, params.id)),
  handler(routes.rewriteDecision, async (ctx, { params, body }) => {
    await drafting.rewrite(ctx, params.id, body)
    return store.whole(ctx, params.id)
  }),
  handler(routes.putDecision, async (ctx, { params, body }) => {
    await deciding.put(ctx, params.id, body)
    return store.whole(ctx, params.id)
  }),
  handler(routes.extendSilence, async (ctx, { params, body }) => {
    await deciding.extend(ctx, params.id, body)
    return store.whole(ctx, params.id)
  }),
  handler(routes.amendDecision, async (ctx, { params, body }) => {
    await deciding.amend(ctx, params.id, body)
    return store.whole(ctx, params.id)
  }),
  handler(routes.objectToDecision, async (ctx, { params, body }) => {
    await speaking.object(ctx, params.id, body)
    return store.whole(ctx, params.id)
  }),
  handler(routes.stateOnDecision, async (ctx, { params, body }) => {
    await speaking.state(ctx, params.id, body)
    return store.whole(ctx, params.id)
  }),
  handler(routes.voteOnDecision, async (ctx, { params, body }) => {
    await voting.vote(ctx, params.id, body)
    return store.whole(ctx, params.id)
  }),
  handler(routes.recordOnDecision, async (ctx, { params, body }) => {
    await speaking.writeDown(ctx, params.id, body)
    return store.whole(ctx, params.id)
  }),
  handler(routes.adoptDecision, async (ctx, { params, body }) => {
    await deciding.adopt(ctx, params.id, body.basedOn)
    return store.whole(ctx, params.id)
  }),
  handler(routes.withdrawDecision, async (ctx, { params, body }) => {
    await deciding.withdraw(ctx, params.id, body)
    return store.whole(ctx, params.id)
  }),
  handler(routes.reviseDecision, async (ctx, { params, body }) => {
    await deciding.revise(ctx, params.id, body.basedOn)
    return store.whole(ctx, params.id)
  }),
  handler(routes.getReceipt, (ctx, { params }) => receipt(ctx, params.id, params.stepId)),
]
