/** Routes of the review: parse, call one action, answer. */
import * as routes from '@kerege/contract/practices/review/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import { answer, give } from './giving.ts'
import { candidates, free, invite } from './inviting.ts'
import * as leading from './leading.ts'
import { needs } from './needs.ts'
import { reviewOf } from './reading.ts'
import * as reviewers from './reviewers.ts'
import { profile, setProfile, setSettings, settings } from './settings.ts'

export const reviewHandlers: AnyHandler[] = [
  handler(routes.practiceNeeds, ctx => needs(ctx)),
  handler(routes.getReviewerProfile, ctx => profile(ctx)),
  handler(routes.setReviewerProfile, (ctx, { body }) => setProfile(ctx, body)),
  handler(routes.listReviewers, ctx => reviewers.list(ctx)),
  handler(routes.getReviewer, (ctx, { params }) => reviewers.read(ctx, params.id)),
  handler(routes.setReviewer, (ctx, { params, body }) => reviewers.set(ctx, params.id, body)),
  handler(routes.getPracticeSettings, ctx => settings(ctx)),
  handler(routes.setPracticeSettings, (ctx, { body }) => setSettings(ctx, body.confirmYears)),
  handler(routes.getReview, (ctx, { params }) => reviewOf(ctx, params.id)),
  handler(routes.listCandidates, (ctx, { params }) => candidates(ctx, params.id)),
  handler(routes.inviteReviewer, (ctx, { params, body }) => invite(ctx, params.id, body)),
  handler(routes.freeReviewer, (ctx, { params, body }) => free(ctx, params.id, params.reviewId, body.reason)),
  handler(routes.answerInvitation, (ctx, { params, body }) => answer(ctx, params.id, body)),
  handler(routes.giveReview, (ctx, { params, body }) => give(ctx, params.id, body)),
  handler(routes.sendBack, (ctx, { params, body }) => leading.sendBack(ctx, params.id, body.reason)),
  handler(routes.publishPractice, (ctx, { params }) => leading.publish(ctx, params.id)),
  handler(routes.takeBack, (ctx, { params }) => leading.takeBack(ctx, params.id)),
  handler(routes.confirmPractice, (ctx, { params }) => leading.confirm(ctx, params.id)),
  handler(routes.archivePractice, (ctx, { params, body }) => leading.archive(ctx, params.id, body.reason)),
  handler(routes.retractPractice, (ctx, { params, body }) => leading.retract(ctx, params.id, body.reason)),
  handler(routes.takeOver, (ctx, { params }) => leading.takeOver(ctx, params.id)),
]
