/** Routes of operations: parse, call one action, answer. */
import * as routes from '@kerege/contract/repatriation/operations/routes'
import { handler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'
import { writeFamily } from './families.ts'
import * as legs from './legs.ts'
import { wholeLine } from './list.ts'
import * as lines from './lines.ts'
import * as staff from './staff.ts'
import { get, list } from './store.ts'
import { whole } from './whole.ts'
import { partOfList, wholeList } from './wholeList.ts'

export const operationHandlers = [
  handler(routes.listOperations, async (ctx, { query }) => {
    const page = await list(ctx, query)
    ctx.trail.shown(page.rows.map(row => row.id))
    return page
  }),
  handler(routes.makeOperation, async (ctx, { body }) => {
    await actions.make(ctx, body)
    return whole(ctx, body.id)
  }),
  handler(routes.getOperation, (ctx, { params }) => whole(ctx, params.id)),
  handler(routes.changeOperation, async (ctx, { params, body }) => {
    await actions.change(ctx, params.id, body)
    return whole(ctx, params.id)
  }),
  handler(routes.moveOperation, async (ctx, { params, body }) => {
    await actions.move(ctx, params.id, body)
    return whole(ctx, params.id)
  }),
  handler(routes.writeLeg, async (ctx, { params, body }) => {
    await legs.write(ctx, params.id, params.legId, body)
    return whole(ctx, params.id)
  }),
  handler(routes.endLeg, async (ctx, { params }) => {
    await legs.end(ctx, params.id, params.legId)
    return whole(ctx, params.id)
  }),
  handler(routes.placeOnLeg, async (ctx, { params, body }) => {
    await legs.place(ctx, params.id, params.legId, body)
    return wholeList(ctx, params.id)
  }),
  handler(routes.addStaff, async (ctx, { params, body }) => {
    await staff.add(ctx, params.id, body)
    return whole(ctx, params.id)
  }),
  handler(routes.endStaff, async (ctx, { params }) => {
    await staff.end(ctx, params.id, params.staffId)
    return whole(ctx, params.id)
  }),
  handler(routes.listPeopleOf, async (ctx, { params, query: { limit, after } }) => {
    await get(ctx, params.id)
    return limit === undefined ? wholeList(ctx, params.id) : partOfList(ctx, params.id, limit, after)
  }),
  handler(routes.addLine, async (ctx, { params, body }) => {
    await lines.add(ctx, params.id, body)
    return wholeLine(ctx, params.id, body.id)
  }),
  handler(routes.getLine, async (ctx, { params }) => {
    await get(ctx, params.id)
    return wholeLine(ctx, params.id, params.lineId)
  }),
  handler(routes.changeLine, async (ctx, { params, body }) => {
    await lines.change(ctx, params.id, params.lineId, body)
    return wholeLine(ctx, params.id, params.lineId)
  }),
  handler(routes.moveLine, async (ctx, { params, body }) => {
    await lines.move(ctx, params.id, params.lineId, body)
    return wholeLine(ctx, params.id, params.lineId)
  }),
  handler(routes.writeFamily, (ctx, { params, body }) => writeFamily(ctx, params.id, params.familyId, body)),
]
