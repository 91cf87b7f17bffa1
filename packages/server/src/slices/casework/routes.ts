/** Routes of casework: parse, call one action, answer. */
import * as visitRoutes from '@kerege/contract/casework/appointmentRoutes'
import * as flagRoutes from '@kerege/contract/casework/flagRoutes'
import { caseworkToday as todayRoute } from '@kerege/contract/casework/today'
import * as routes from '@kerege/contract/casework/routes'
import { handler, openHandler } from '../../platform/handler.ts'
import * as concerns from './concerns/actions.ts'
import * as flags from './flags/actions.ts'
import * as notes from './notes/reading.ts'
import * as writing from './notes/writing.ts'
import * as obstacles from './obstacles/actions.ts'
import * as log from './obstacles/store.ts'
import { standing } from './standing.ts'
import { caseworkToday } from './today.ts'
import * as visits from './visits/actions.ts'
import * as calendar from './visits/calendar.ts'

export const caseworkHandlers = [
  handler(todayRoute, ctx => caseworkToday(ctx)),
  handler(routes.listNotes, (ctx, { params, query }) => notes.page(ctx, params.id, query)),
  handler(routes.findNotes, (ctx, { params, body }) => notes.page(ctx, params.id, body)),
  handler(routes.notePeople, (ctx, { params }) => notes.people(ctx, params.id)),
  handler(routes.writeNote, async (ctx, { params, body }) => {
    await writing.write(ctx, params.id, body)
    return notes.whole(ctx, body.id)
  }),
  handler(routes.getNote, (ctx, { params }) => notes.whole(ctx, params.id)),
  handler(routes.changeNote, async (ctx, { params, body }) => {
    await writing.change(ctx, params.id, body)
    return notes.whole(ctx, params.id)
  }),
  handler(routes.amendNote, async (ctx, { params, body }) => {
    await writing.amend(ctx, params.id, body)
    return notes.whole(ctx, params.id)
  }),
  handler(routes.personConcerns, (ctx, { params }) => concerns.ofPerson(ctx, params.id)),
  handler(routes.noteConcern, async (ctx, { params, body }) => {
    await concerns.note(ctx, params.id, body)
    return concerns.one(ctx, body.id)
  }),
  handler(routes.changeConcern, async (ctx, { params, body }) => {
    await concerns.change(ctx, params.id, body)
    return concerns.one(ctx, params.id)
  }),
  handler(flagRoutes.personFlags, (ctx, { params }) => flags.ofPerson(ctx, params.id)),
  handler(flagRoutes.taskFlags, ctx => flags.ofTasks(ctx)),
  handler(flagRoutes.setFlag, async (ctx, { params, body }) => {
    await flags.set(ctx, params.id, body)
    return flags.ofPerson(ctx, params.id)
  }),
  handler(flagRoutes.liftFlag, async (ctx, { params }) =>
    flags.ofPerson(ctx, await flags.lift(ctx, params.id)),
  ),
  handler(routes.countObstacles, async (ctx, { query }) => {
    const total = await log.count(ctx, query)
    ctx.trail.counted('obstacles', total)
    return { total }
  }),
  handler(routes.obstacleCounts, async (ctx, { query }) => {
    const rows = await log.byDesk(ctx, query.of)
    ctx.trail.counted('obstacles', rows.length)
    return {
      rows: rows.map(({ week, month, quarter, longer, ...row }) => ({
        ...(row as typeof row & { kind: 'other'; desk: 'other' }), // constraints of the table
        byAge: { week, month, quarter, longer },
      })),
    }
  }),
  handler(routes.listObstacles, async (ctx, { query }) => {
    const page = await log.list(ctx, query)
    return { ...page, rows: await obstacles.rowsOf(ctx, page.rows) }
  }),
  handler(routes.personObstacles, async (ctx, { params }) => {
    await standing(ctx, params.id)
    const rows = await obstacles.rowsOf(ctx, await log.ofPerson(ctx, params.id))
    ctx.trail.shown([params.id])
    return { rows, mayOpen: (await log.writtenBy(ctx, [params.id])).has(params.id) }
  }),
  handler(routes.openObstacle, async (ctx, { params, body }) => {
    await obstacles.open(ctx, params.id, body)
    return obstacles.whole(ctx, body.id)
  }),
  handler(routes.getObstacle, (ctx, { params }) => obstacles.whole(ctx, params.id)),
  handler(routes.takeObstacleStep, async (ctx, { params, body }) => {
    await obstacles.take(ctx, params.id, body)
    return obstacles.whole(ctx, params.id)
  }),
  handler(visitRoutes.calendarState, ctx => calendar.state(ctx)),
  handler(visitRoutes.openCalendar, ctx => calendar.open(ctx)),
  handler(visitRoutes.shutCalendar, ctx => calendar.shut(ctx)),
  openHandler(visitRoutes.readCalendar, async ({ node, now }, { params }) => ({
    body: await calendar.read(node, now, params.secret),
  })),
  handler(visitRoutes.listAppointments, (ctx, { query }) => visits.list(ctx, query)),
  handler(visitRoutes.personAppointments, (ctx, { params }) => visits.ofPerson(ctx, params.id)),
  handler(visitRoutes.makeAppointment, async (ctx, { params, body }) => {
    await visits.make(ctx, params.id, body)
    return visits.whole(ctx, body.id)
  }),
  handler(visitRoutes.changeAppointment, async (ctx, { params, body }) => {
    await visits.change(ctx, params.id, body)
    return visits.whole(ctx, params.id)
  }),
  handler(visitRoutes.endAppointment, async (ctx, { params, body }) => {
    await visits.end(ctx, params.id, body)
    return visits.whole(ctx, params.id)
  }),
]
