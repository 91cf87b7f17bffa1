/** Routes of meetings: parse, call one action, answer. */
import * as conferences from '@kerege/contract/meetings/conferenceRoutes'
import * as interests from '@kerege/contract/meetings/interestRoutes'
import { meetingsToday as todayRoute } from '@kerege/contract/meetings/today'
import { handler } from '../../platform/handler.ts'
import { callOff, change, plan } from './conferences/planning.ts'
import * as reading from './conferences/reading.ts'
import { amend, record } from './conferences/recording.ts'
import * as panels from './interests/panels.ts'
import { ofCase, whole } from './interests/whole.ts'
import * as writing from './interests/writing.ts'
import { meetingsToday } from './today.ts'

const conferenceHandlers = [
  handler(conferences.caseConferences, (ctx, { params }) => reading.ofCase(ctx, params.id)),
  handler(conferences.myConferences, (ctx, { query }) => reading.mine(ctx, query)),
  handler(conferences.planConference, async (ctx, { params, body }) => {
    await plan(ctx, params.id, body)
    return reading.whole(ctx, body.id)
  }),
  handler(conferences.getConference, (ctx, { params }) => reading.whole(ctx, params.id)),
  handler(conferences.changeConference, async (ctx, { params, body }) => {
    await change(ctx, params.id, body)
    return reading.whole(ctx, params.id)
  }),
  handler(conferences.recordConference, async (ctx, { params, body }) => {
    await record(ctx, params.id, body)
    return reading.whole(ctx, params.id)
  }),
  handler(conferences.callOffConference, async (ctx, { params, body }) => {
    await callOff(ctx, params.id, body)
    return reading.whole(ctx, params.id)
  }),
  handler(conferences.amendConference, async (ctx, { params, body }) => {
    await amend(ctx, params.id, body)
    return reading.whole(ctx, params.id)
  }),
]

const interestHandlers = [
  handler(interests.caseInterests, (ctx, { params }) => ofCase(ctx, params.id)),
  handler(interests.beginInterests, async (ctx, { params, body }) => {
    await writing.begin(ctx, params.id, body)
    return whole(ctx, body.id)
  }),
  handler(interests.getInterests, (ctx, { params }) => whole(ctx, params.id)),
  handler(interests.saveInterests, async (ctx, { params, body }) => {
    await writing.save(ctx, params.id, body)
    return whole(ctx, params.id)
  }),
  handler(interests.actOnInterests, async (ctx, { params, body }) => {
    await writing.act(ctx, params.id, body)
    return whole(ctx, params.id)
  }),
  handler(interests.callPanel, async (ctx, { params, body }) =>
    whole(ctx, await panels.call(ctx, params.id, body)),
  ),
  handler(interests.sayOpinion, async (ctx, { params, body }) =>
    whole(ctx, await panels.say(ctx, params.id, body)),
  ),
  handler(interests.proposeDecision, async (ctx, { params, body }) =>
    whole(ctx, await panels.propose(ctx, params.id, body)),
  ),
  handler(interests.actOnPanel, async (ctx, { params, body }) =>
    whole(ctx, await panels.act(ctx, params.id, body)),
  ),
]

export const meetingHandlers = [
  handler(todayRoute, ctx => meetingsToday(ctx)),
  ...conferenceHandlers,
  ...interestHandlers,
]
