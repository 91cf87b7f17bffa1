/** Routes of questions and of keeping order: parse, call one action, answer. */
import * as routes from '@kerege/contract/practices/questions/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'
import * as askings from './askings.ts'
import * as drafting from './drafting.ts'
import * as order from './order.ts'
import * as store from './store.ts'

export const questionHandlers: AnyHandler[] = [
  handler(routes.listQuestions, (ctx, { query }) => store.list(ctx, query)),
  handler(routes.findQuestions, (ctx, { body }) => store.find(ctx, body)),
  handler(routes.countQuestions, async ctx => ({
    ...(await store.waiting(ctx)),
    drafts: await drafting.draftsWaiting(ctx),
    ...(await order.countOrder(ctx)),
  })),
  handler(routes.askQuestion, (ctx, { body }) => actions.ask(ctx, body)),
  handler(routes.getQuestion, (ctx, { params }) => store.whole(ctx, params.id)),
  handler(routes.sayAnswer, (ctx, { params, body }) => actions.say(ctx, params.id, body)),
  handler(routes.sayAnswered, (ctx, { params, body }) => actions.sayAnswered(ctx, params.id, body.answerId)),
  handler(routes.moveQuestion, (ctx, { params, body }) => actions.move(ctx, params.id, body.state)),
  handler(routes.followQuestion, (ctx, { params, body }) => actions.setFollowing(ctx, params.id, body.on)),
  handler(routes.suggestPeople, (ctx, { params }) => askings.suggest(ctx, params.id)),
  handler(routes.askPeople, (ctx, { params, body }) => askings.askPeople(ctx, params.id, body.entryIds)),
  handler(routes.declineQuestion, (ctx, { params }) => askings.decline(ctx, params.id)),
  handler(routes.markHelpful, (ctx, { params, body }) => actions.markHelpful(ctx, params.id, body.on)),
  handler(routes.draftFromQuestion, (ctx, { params, body }) => drafting.draft(ctx, params.id, body)),
  handler(routes.agreeDraft, (ctx, { params, body }) =>
    drafting.agree(ctx, params.id, body.practiceId, body.agree),
  ),
  handler(routes.listContributors, (ctx, { params }) => drafting.contributors(ctx, params.id)),
  handler(routes.reportText, (ctx, { body }) => order.report(ctx, body)),
  handler(routes.orderQueue, ctx => order.queue(ctx)),
  handler(routes.decideText, (ctx, { body }) => order.decide(ctx, body)),
  handler(routes.appealHiding, (ctx, { params, body }) => order.appeal(ctx, params.id, body.words)),
  handler(routes.decideHiding, (ctx, { params, body }) => order.decideHiding(ctx, params.id, body)),
]
