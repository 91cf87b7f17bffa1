/** Routes of preparing an operation and of what is left of it: parse, call one action, answer. */
import * as routes from '@kerege/contract/repatriation/operations/preparingRoutes'
import { handler } from '../../../platform/handler.ts'
import { whole } from '../operations/whole.ts'
import { askedDivision } from './askedDivision.ts'
import * as checks from './checks.ts'
import * as divisions from './divisions.ts'
import * as files from './files.ts'
import { readiness } from './readiness.ts'
import * as after from './summary.ts'
import * as versions from './versions.ts'

export const preparingHandlers = [
  handler(routes.freezeList, async (ctx, { params }) => {
    await versions.freeze(ctx, params.id)
    return whole(ctx, params.id)
  }),
  handler(routes.openList, async (ctx, { params, body }) => {
    await versions.open(ctx, params.id, body.reason)
    return whole(ctx, params.id)
  }),
  handler(routes.listDifferences, (ctx, { params, query }) =>
    versions.differences(ctx, params.id, query.from, query.to),
  ),
  handler(routes.readiness, (ctx, { params }) => readiness(ctx, params.id)),
  handler(routes.askDivision, async (ctx, { params, body }) => {
    await divisions.ask(ctx, params.id, body)
    return readiness(ctx, params.id)
  }),
  handler(routes.askedDivision, (ctx, { params }) => askedDivision(ctx, params.id)),
  handler(routes.addChecks, async (ctx, { params }) => {
    await checks.begin(ctx, params.id)
    return readiness(ctx, params.id)
  }),
  handler(routes.writeCheck, async (ctx, { params, body }) => {
    await checks.write(ctx, params.id, params.checkId, body)
    return readiness(ctx, params.id)
  }),
  handler(routes.endCheck, async (ctx, { params }) => {
    await checks.end(ctx, params.id, params.checkId)
    return readiness(ctx, params.id)
  }),
  handler(routes.doCheck, async (ctx, { params, body }) => {
    await checks.mark(ctx, params.id, params.checkId, body.done)
    return readiness(ctx, params.id)
  }),
  handler(routes.lineFile, (ctx, { params }) => files.file(ctx, params.id, params.lineId)),
  handler(routes.writeConsent, async (ctx, { params, body }) => {
    await files.writeConsent(ctx, params.id, params.lineId, params.consentId, body)
    return files.file(ctx, params.id, params.lineId)
  }),
  handler(routes.writeEvidence, async (ctx, { params, body }) => {
    await files.writeEvidence(ctx, params.id, params.lineId, params.evidenceId, body)
    return files.file(ctx, params.id, params.lineId)
  }),
  handler(routes.endEvidence, async (ctx, { params }) => {
    await files.endEvidence(ctx, params.id, params.lineId, params.evidenceId)
    return files.file(ctx, params.id, params.lineId)
  }),
  handler(routes.writeNeeds, async (ctx, { params, body }) => {
    await files.writeNeeds(ctx, params.id, params.lineId, body)
    return files.file(ctx, params.id, params.lineId)
  }),
  handler(routes.writeCare, async (ctx, { params, body }) => {
    await files.writeCare(ctx, params.id, params.lineId, body)
    return files.file(ctx, params.id, params.lineId)
  }),
  handler(routes.carriedPeople, (ctx, { params }) => after.carried(ctx, params.id, params.country)),
  handler(routes.operationSummary, (ctx, { params }) => after.summary(ctx, params.id)),
  handler(routes.addPublished, async (ctx, { params, body }) => {
    await after.publish(ctx, params.id, body)
    return after.summary(ctx, params.id)
  }),
  handler(routes.withdrawPublished, async (ctx, { params }) => {
    await after.withdraw(ctx, params.id, params.publishedId)
    return after.summary(ctx, params.id)
  }),
  handler(routes.addLesson, async (ctx, { params, body }) => {
    await after.learn(ctx, params.id, body)
    return after.summary(ctx, params.id)
  }),
]
