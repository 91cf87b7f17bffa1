/** Routes of bodies, parties and sessions: parse, call one action, answer. */
import * as calendarRoutes from '@kerege/contract/council/calendarRoutes'
import * as routes from '@kerege/contract/council/routes'
import { type AnyHandler, handler, openHandler, streamHandler } from '../../platform/handler.ts'
import * as bodies from './bodies.ts'
import { calendar } from './calendar.ts'
import * as parties from './parties.ts'
import * as inviting from './inviting.ts'
import * as registering from './registering.ts'
import * as actions from './sessionActions.ts'
import * as sessions from './sessionStore.ts'
import * as subscribing from './subscribing.ts'

export const sessionHandlers: AnyHandler[] = [
  handler(routes.listBodies, ctx => bodies.list(ctx)),
  handler(routes.getBody, (ctx, { params }) => bodies.whole(ctx, params.id)),
  handler(routes.proposeRules, (ctx, { params, body }) => bodies.proposeRules(ctx, params.id, body)),
  handler(routes.handOverChair, (ctx, { params, body }) => bodies.handOver(ctx, params.id, body)),
  handler(routes.listParties, ctx => parties.list(ctx)),
  handler(routes.addParty, (ctx, { body }) => parties.add(ctx, body)),
  handler(routes.getParty, (ctx, { params }) => parties.whole(ctx, params.id)),
  handler(routes.changeParty, (ctx, { params, body }) => parties.change(ctx, params.id, body)),
  handler(routes.addDelegate, (ctx, { params, body }) => parties.addDelegate(ctx, params.id, body)),
  handler(routes.changeDelegate, (ctx, { params, body }) => parties.changeDelegate(ctx, params.id, body)),
  handler(routes.listSessions, (ctx, { query }) => sessions.list(ctx, query)),
  streamHandler(routes.sessionCalendar, ctx => calendar(ctx)),
  handler(calendarRoutes.councilCalendarState, ctx => subscribing.state(ctx)),
  handler(calendarRoutes.openCouncilCalendar, ctx => subscribing.open(ctx)),
  handler(calendarRoutes.shutCouncilCalendar, ctx => subscribing.shut(ctx)),
  openHandler(calendarRoutes.readCouncilCalendar, async ({ node }, { params }) => ({
    body: await subscribing.read(node, params.secret),
  })),
  handler(routes.planSession, (ctx, { body }) => actions.plan(ctx, body)),
  handler(routes.changeParticipant, (ctx, { params, body }) =>
    registering.changeParticipant(ctx, params.id, body),
  ),
  handler(routes.getSession, (ctx, { params }) => sessions.whole(ctx, params.id)),
  handler(routes.changeSession, (ctx, { params, body }) => actions.change(ctx, params.id, body)),
  handler(routes.moveSession, (ctx, { params, body }) => actions.move(ctx, params.id, body)),
  handler(routes.giveSymbol, (ctx, { params, body }) => actions.giveSymbol(ctx, params.id, body.number)),
  handler(routes.addReport, (ctx, { params, body }) => actions.addReport(ctx, params.id, body)),
  handler(routes.inviteParty, (ctx, { params, body }) =>
    inviting.invite(ctx, params.id, params.partyId, body.state),
  ),
  handler(routes.answerInvitation, (ctx, { params, body }) =>
    inviting.answer(ctx, params.id, params.partyId, body.state),
  ),
  handler(routes.registerParticipant, (ctx, { params, body }) => registering.register(ctx, params.id, body)),
  handler(routes.removeParticipant, (ctx, { params }) => registering.remove(ctx, params.id)),
]
