/** Routes of the matrix: parse, call one action, answer. */
import * as routes from '@kerege/contract/council/initiatives/routes'
import { type AnyHandler, handler, streamHandler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'
import { importSheet, preview } from './importing.ts'
import { matrix } from './matrix.ts'
import { addPillar, changePillar, pillars } from './pillars.ts'
import { keepingRights } from './rights.ts'
import * as store from './store.ts'
import { sheet } from './takingOut.ts'
import { whole } from './whole.ts'

export const initiativeHandlers: AnyHandler[] = [
  handler(routes.listPillars, async ctx => ({ rows: await pillars(ctx.tx) })),
  handler(routes.addPillar, (ctx, { body }) => addPillar(ctx, body)),
  handler(routes.changePillar, (ctx, { params, body }) => changePillar(ctx, params.id, body)),
  handler(routes.listInitiatives, (ctx, { query }) => store.list(ctx, query)),
  handler(routes.searchInitiatives, (ctx, { body }) => store.search(ctx, body.words)),
  handler(routes.viewMatrix, (ctx, { query }) => matrix(ctx, query)),
  handler(routes.keepingRights, ctx => keepingRights(ctx)),
  streamHandler(routes.initiativeSheet, (ctx, { query }) => sheet(ctx, query)),
  handler(routes.previewInitiatives, (ctx, { body }) => preview(ctx, body)),
  handler(routes.importInitiatives, (ctx, { query, body }) => importSheet(ctx, body, query.seen)),
  handler(routes.addInitiative, (ctx, { body }) => actions.add(ctx, body)),
  handler(routes.getInitiative, (ctx, { params }) => whole(ctx, params.id)),
  handler(routes.changeInitiative, (ctx, { params, body }) => actions.change(ctx, params.id, body)),
  handler(routes.withdrawInitiative, (ctx, { params, body }) =>
    actions.withdraw(ctx, params.id, body.reason),
  ),
]
