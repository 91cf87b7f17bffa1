/** Routes of referrals: parse, call one action, answer. */
import * as routes from '@kerege/contract/referrals/routes'
import { type AnyHandler, handler } from '../../platform/handler.ts'
import * as asked from './asked.ts'
import { outsideDoors } from './outside.ts'
import * as sending from './sending.ts'
import * as steps from './steps.ts'
import * as store from './store.ts'
import { referralsToday } from './today.ts'

export const referralHandlers = (): AnyHandler[] => [
  handler(routes.listReferrals, (ctx, { query }) => store.list(ctx, query)),
  handler(routes.personReferrals, (ctx, { params }) => store.ofPerson(ctx, params.id)),
  handler(routes.getReferral, (ctx, { params }) => store.whole(ctx, params.id)),
  handler(routes.draftReferral, (ctx, { params, body }) => sending.draft(ctx, params.id, body)),
  handler(routes.changeDraft, (ctx, { params, body }) => sending.change(ctx, params.id, body)),
  handler(routes.referralReceivers, (ctx, { params }) => sending.receivers(ctx, params.id)),
  handler(routes.sendReferral, (ctx, { params, body }) => sending.send(ctx, params.id, body)),
  handler(routes.senderStep, (ctx, { params, body }) => steps.bySender(ctx, params.id, body)),
  handler(routes.noteReferral, (ctx, { params, body }) => steps.note(ctx, params.id, body.seen)),
  handler(routes.handReferral, (ctx, { params, body }) => steps.hand(ctx, params.id, body)),
  handler(routes.renewLink, (ctx, { params, body }) => sending.renew(ctx, params.id, body.seen)),
  handler(routes.referralsToday, ctx => referralsToday(ctx)),
  handler(routes.listAsked, (ctx, { query }) => asked.list(ctx, query)),
  handler(routes.getAsked, (ctx, { params }) => asked.whole(ctx, params.id)),
  handler(routes.receiverStep, (ctx, { params, body }) => asked.answer(ctx, params.id, body)),
  ...outsideDoors(),
]
