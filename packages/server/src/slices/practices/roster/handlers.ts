/** Routes of the roster: parse, call one action, answer. */
import * as routes from '@kerege/contract/practices/roster/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'
import * as deployments from './deployments.ts'
import * as store from './store.ts'
import { whole } from './whole.ts'

export const rosterHandlers: AnyHandler[] = [
  handler(routes.listRoster, (ctx, { query }) => store.listed(ctx, query)),
  handler(routes.myEntry, async ctx => {
    const mine = await store.ofAccount(ctx)
    return mine ? { entry: await whole(ctx, mine.id) } : {}
  }),
  handler(routes.joinRoster, (ctx, { body }) => actions.join(ctx, body)),
  handler(routes.getEntry, (ctx, { params }) => whole(ctx, params.id)),
  handler(routes.changeEntry, (ctx, { params, body }) => actions.change(ctx, params.id, body)),
  handler(routes.leaveRoster, (ctx, { params }) => actions.leave(ctx, params.id)),
  handler(routes.confirmEntry, (ctx, { params, body }) => actions.confirm(ctx, params.id, body.confirm)),
  handler(routes.askDeployment, (ctx, { params, body }) => deployments.ask(ctx, params.id, body)),
  handler(routes.listDeployments, ctx => deployments.listed(ctx)),
  handler(routes.moveDeployment, (ctx, { params, body }) => deployments.move(ctx, params.id, body)),
]
