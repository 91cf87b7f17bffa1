/** Routes of figures: parse, call one action, answer. */
import * as routes from '@kerege/contract/figures/routes'
import { type AnyHandler, handler } from '../../platform/handler.ts'
import * as actions from './actions.ts'
import { importFile, preview } from './importing.ts'
import { addSeries, changeSeries } from './series.ts'
import * as store from './store.ts'

export const figureHandlers: readonly AnyHandler[] = [
  handler(routes.viewFigures, ctx => store.view(ctx.tx)),
  handler(routes.listStatements, (ctx, { query }) => store.list(ctx, query)),
  handler(routes.addSeries, (ctx, { body }) => addSeries(ctx, body)),
  handler(routes.changeSeries, (ctx, { params, body }) => changeSeries(ctx, params.id, body)),
  handler(routes.addStatement, (ctx, { body }) => actions.addStatement(ctx, body)),
  handler(routes.getStatement, (ctx, { params }) => actions.read(ctx, params.id)),
  handler(routes.changeStatement, (ctx, { params, body }) => actions.changeStatement(ctx, params.id, body)),
  handler(routes.preferStatement, (ctx, { params, body }) => actions.prefer(ctx, params.id, body.reason)),
  handler(routes.unpreferStatement, (ctx, { params }) => actions.unprefer(ctx, params.id)),
  handler(routes.withdrawStatement, (ctx, { params, body }) => actions.withdraw(ctx, params.id, body.reason)),
  handler(routes.previewImport, (ctx, { body }) => preview(ctx, body.csv)),
  handler(routes.importStatements, (ctx, { body }) => importFile(ctx, body.csv)),
]
