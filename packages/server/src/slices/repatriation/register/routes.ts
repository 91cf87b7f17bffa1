/** Routes of the register of people abroad: parse, call one action, answer. */
import * as routes from '@kerege/contract/repatriation/register/routes'
import type { Sex } from '@kerege/contract/people/schema'
import type { AbroadState } from '@kerege/contract/repatriation/register/rules'
import type { AbroadCounts } from '@kerege/contract/repatriation/register/schema'
import type { Context } from '../../../platform/context.ts'
import { handler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'
import { putOnList } from './operation.ts'
import * as store from './store.ts'
import { whole, wholes } from './whole.ts'

export const registerHandlers = [
  handler(routes.countAbroad, async (ctx, { query }) => {
    const total = await store.count(ctx, query)
    ctx.trail.counted('abroad', total)
    return { total }
  }),
  handler(routes.abroadCounts, counts),
  handler(routes.listAbroad, async (ctx, { query }) => {
    const page = await store.list(ctx, query)
    ctx.trail.shown(page.rows.flatMap(row => [row.id, row.personId]))
    return page
  }),
  handler(routes.putOnList, (ctx, { body }) => putOnList(ctx, body)),
  handler(routes.openAbroad, async (ctx, { body }) => {
    await actions.open(ctx, body)
    return whole(ctx, body.id)
  }),
  handler(routes.getAbroad, async (ctx, { params }) => {
    const one = await whole(ctx, params.id)
    ctx.trail.shown([one.id, one.personId])
    return one
  }),
  handler(routes.personAbroad, async (ctx, { params }) => {
    const rows = await wholes(ctx, await store.ofPerson(ctx, params.id))
    ctx.trail.shown([params.id, ...rows.map(row => row.id)])
    return { rows }
  }),
  handler(routes.addAbroadEntry, async (ctx, { params, body }) => {
    await actions.add(ctx, params.id, body)
    return whole(ctx, params.id)
  }),
  handler(routes.takeBackAbroadEntry, async (ctx, { params, body }) => {
    await actions.takeBack(ctx, params.id, params.entryId, body.reason)
    return whole(ctx, params.id)
  }),
  handler(routes.stepAbroad, async (ctx, { params, body }) => {
    await actions.step(ctx, params.id, body)
    return whole(ctx, params.id)
  }),
]

async function counts(ctx: Context): Promise<AbroadCounts> {
  const cells = (await store.cells(ctx)).map(({ state, sex, group, count }) => ({
    state: state as AbroadState,
    sex: sex as Sex,
    ageGroup: group,
    count,
  }))
  ctx.trail.counted(
    'abroad',
    cells.reduce((sum, one) => sum + one.count, 0),
  )
  return { cells, todo: await store.todo(ctx) }
}
