/** Routes of plans: parse, call one action, answer. */
import * as places from '@kerege/contract/plans/community'
import * as routes from '@kerege/contract/plans/routes'
import { handler } from '../../platform/handler.ts'
import { act, agree } from './agreeing.ts'
import { usedOf } from './library.ts'
import { addStep, answer, ofCase, report, sayStep } from './places.ts'
import { close, done, review } from './reviewing.ts'
import { type FindSource, sayWent, takeUse } from './using.ts'
import { ofPerson, whole } from './whole.ts'
import { begin, dropGoal, saveGoal } from './writing.ts'

/** @param findSource how a practice or a recommendation is found at this node */
export const planHandlers = (findSource: FindSource) => [
  handler(routes.casePlans, (ctx, { params }) => whole(ctx, params.id)),
  handler(routes.personPlans, (ctx, { params }) => ofPerson(ctx, params.id)),
  handler(routes.beginPlan, async (ctx, { params, body }) => {
    await begin(ctx, params.id, body)
    return whole(ctx, params.id)
  }),
  handler(routes.saveGoal, async (ctx, { params, body }) => whole(ctx, await saveGoal(ctx, params.id, body))),
  handler(routes.dropGoal, async (ctx, { params }) => whole(ctx, await dropGoal(ctx, params.id))),
  handler(routes.agreePlan, async (ctx, { params, body }) => whole(ctx, await agree(ctx, params.id, body))),
  handler(routes.actOnPlan, async (ctx, { params, body }) => whole(ctx, await act(ctx, params.id, body))),
  handler(routes.reviewPlan, async (ctx, { params, body }) => whole(ctx, await review(ctx, params.id, body))),
  handler(routes.closeGoal, async (ctx, { params, body }) => whole(ctx, await close(ctx, params.id, body))),
  handler(routes.doneAction, async (ctx, { params, body }) => whole(ctx, await done(ctx, params.id, body))),
  handler(routes.takePractice, async (ctx, { params, body }) =>
    whole(ctx, await takeUse(ctx, params.id, body, findSource)),
  ),
  handler(places.placePlan, (ctx, { params }) => ofCase(ctx, params.id)),
  handler(places.addPlaceStep, (ctx, { params, body }) => addStep(ctx, params.id, body)),
  handler(places.reportIncident, (ctx, { params, body }) => report(ctx, params.id, body)),
  handler(places.sayPlaceStep, (ctx, { params, body }) => sayStep(ctx, params.id, body.went)),
  handler(places.answerIncident, (ctx, { params, body }) => answer(ctx, params.id, body.answer)),
  handler(routes.usedInPlans, (ctx, { params }) => usedOf(ctx, params.id)),
  handler(routes.sayWent, async (ctx, { params, body }) => whole(ctx, await sayWent(ctx, params.id, body))),
]
