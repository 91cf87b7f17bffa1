/** Routes of assessments: parse, call one action, answer. */
import * as routes from '@kerege/contract/assessments/routes'
import * as landing from '@kerege/contract/assessments/today'
import { handler } from '../../platform/handler.ts'
import { addText, cutOff, instrumentRows, textOf } from './instruments.ts'
import { discard, finish, save } from './saving.ts'
import { begin } from './starting.ts'
import { needsToday } from './today.ts'
import { ofPerson, whole } from './whole.ts'

export const assessmentHandlers = [
  handler(routes.listInstruments, async ctx => ({ rows: await instrumentRows(ctx) })),
  handler(routes.getInstrumentText, (ctx, { params }) => textOf(ctx, params.instrument, params.language)),
  handler(routes.putInstrumentText, (ctx, { params, body }) => addText(ctx, params.instrument, body)),
  handler(routes.setCutOff, (ctx, { params, body }) => cutOff(ctx, params.instrument, body)),
  handler(landing.needsToday, ctx => needsToday(ctx)),
  handler(routes.personAssessments, (ctx, { params }) => ofPerson(ctx, params.id)),
  handler(routes.startAssessment, async (ctx, { params, body }) => {
    await begin(ctx, params.id, body)
    return whole(ctx, body.id)
  }),
  handler(routes.getAssessment, (ctx, { params }) => whole(ctx, params.id)),
  handler(routes.saveAssessment, async (ctx, { params, body }) => {
    await save(ctx, params.id, body)
    return whole(ctx, params.id)
  }),
  handler(routes.finishAssessment, async (ctx, { params, body }) => {
    await finish(ctx, params.id, body)
    return whole(ctx, params.id)
  }),
  handler(routes.discardAssessment, async (ctx, { params }) => {
    await discard(ctx, params.id)
    return { id: params.id }
  }),
]
