/** Routes of the register: parse, call one action, answer. */
import * as routes from '@kerege/contract/people/routes'
import { handler } from '../../platform/handler.ts'
import { historyOf } from '../audit/index.ts'
import * as actions from './actions.ts'
import { askErasure } from './erasure.ts'
import * as grants from './grants.ts'
import * as households from './households.ts'
import * as notSame from './notSame.ts'
import { lookAlikes, search } from './search.ts'
import { listByFamily } from './familyOrder.ts'
import { kinshipHandlers } from './kinship/routes.ts'
import { duplicateHandlers } from './duplicates/routes.ts'
import { mergeHandlers } from './merging/routes.ts'
import * as store from './store.ts'

export const peopleHandlers = [
  ...kinshipHandlers,
  ...mergeHandlers,
  ...duplicateHandlers,
  handler(routes.countPeople, async (ctx, { query }) => {
    const total = await store.count(ctx, query)
    ctx.trail.counted('people', total)
    return { total }
  }),
  handler(routes.searchPeople, async (ctx, { body }) => {
    const answer = await search(ctx, body.q, body.limit)
    ctx.trail.shown(answer.rows.map(row => row.id))
    return answer
  }),
  handler(routes.lookAlikes, async (ctx, { body }) => {
    const rows = await lookAlikes(ctx, body)
    ctx.trail.shown(rows.map(row => row.id))
    return { rows }
  }),
  handler(routes.listNotSame, (ctx, { params }) => notSame.list(ctx, params.id)),
  handler(routes.sayNotSame, async (ctx, { params, body }) => {
    await notSame.say(ctx, params.id, params.otherId, body.reason)
    return undefined
  }),
  handler(routes.takeBackNotSame, async (ctx, { params, body }) => {
    await notSame.takeBack(ctx, params.id, params.otherId, body.reason)
    return undefined
  }),
  handler(routes.listPeople, async (ctx, { query }) => {
    const page = await (query.sort === 'family' ? listByFamily : store.list)(ctx, query)
    ctx.trail.shown(page.rows.map(row => row.id))
    return page
  }),
  handler(routes.registerPerson, (ctx, { body }) => actions.register(ctx, body)),
  handler(routes.getPerson, (ctx, { params }) => actions.read(ctx, params.id)),
  handler(routes.changeSection, (ctx, { params, body }) =>
    actions.changeSection(ctx, params.id, params.section, body),
  ),
  handler(routes.movePerson, (ctx, { params, body }) => actions.move(ctx, params.id, body.area, body.reason)),
  handler(routes.personHistory, async (ctx, { params, query }) => {
    await store.get(ctx.tx, params.id)
    ctx.trail.shown([params.id])
    return historyOf(ctx, params.id, query)
  }),
  handler(routes.listPersonGrants, (ctx, { params }) => grants.list(ctx, params.id)),
  handler(routes.grantPerson, (ctx, { params, body }) => grants.give(ctx, params.id, body)),
  handler(routes.endPersonGrant, async (ctx, { params }) => {
    await grants.end(ctx, params.id, params.grantId)
    return undefined
  }),
  handler(routes.makeHousehold, (ctx, { body }) => households.make(ctx, body)),
  handler(routes.changeHousehold, (ctx, { params, body }) => households.change(ctx, params.id, body)),
  handler(routes.askErasure, (ctx, { params, body }) => askErasure(ctx, params.id, body.reason)),
]
