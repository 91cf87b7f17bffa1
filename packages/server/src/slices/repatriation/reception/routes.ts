/** Routes of reception: parse, call one action, answer. */
import * as routes from '@kerege/contract/repatriation/reception/routes'
import { handler } from '../../../platform/handler.ts'
import { askApart } from '../preparing/divisions.ts'
import * as beds from './beds.ts'
import * as guests from './guests.ts'
import * as houses from './houses.ts'
import { sites, wholeSite } from './whole.ts'

export const receptionHandlers = [
  handler(routes.listSites, async ctx => {
    const rows = await sites(ctx)
    ctx.trail.shown(rows.map(row => row.id))
    return { rows }
  }),
  handler(routes.writeSite, async (ctx, { body }) => {
    await houses.writeSite(ctx, body)
    return wholeSite(ctx, body.id)
  }),
  handler(routes.askApart, async (ctx, { body }) => {
    await askApart(ctx, body)
    return { id: body.id }
  }),
  handler(routes.endStay, async (ctx, { params, body }) => {
    await beds.end(ctx, params.id, body)
    return {}
  }),
  handler(routes.setInterpreter, async (ctx, { params, body }) => {
    await beds.interpreterFor(ctx, params.id, body)
    return {}
  }),
  handler(routes.getSite, (ctx, { params }) => wholeSite(ctx, params.id)),
  handler(routes.writeRoom, async (ctx, { params, body }) => {
    await houses.writeRoom(ctx, params.id, body)
    return wholeSite(ctx, params.id)
  }),
  handler(routes.takeIn, async (ctx, { params, body }) => {
    await beds.takeIn(ctx, params.id, body)
    return wholeSite(ctx, params.id)
  }),
  handler(routes.moveBeds, async (ctx, { params, body }) => {
    await beds.move(ctx, params.id, body)
    return wholeSite(ctx, params.id)
  }),
  handler(routes.personReception, (ctx, { params }) => guests.personReception(ctx, params.id)),
  handler(routes.addTriage, async (ctx, { params, body }) => {
    await guests.triage(ctx, params.id, body)
    return guests.personReception(ctx, params.id)
  }),
  handler(routes.addBelonging, async (ctx, { params, body }) => {
    await guests.keep(ctx, params.id, body)
    return guests.personReception(ctx, params.id)
  }),
  handler(routes.giveBack, async (ctx, { params, body }) => {
    await guests.giveBack(ctx, params.id, params.belongingId, body)
    return guests.personReception(ctx, params.id)
  }),
]
