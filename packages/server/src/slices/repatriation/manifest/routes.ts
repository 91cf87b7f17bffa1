/** Routes of lists that somebody sent: parse, call one action, answer. */
import * as routes from '@kerege/contract/repatriation/manifest/routes'
import { handler } from '../../../platform/handler.ts'
import { get } from '../operations/store.ts'
import * as bringing from './bringing.ts'
import * as deciding from './deciding.ts'
import * as importing from './importing.ts'
import { goOn } from './goingOn.ts'
import { match } from './matching.ts'
import { importsOf } from './store.ts'
import { undo } from './undoing.ts'
import { summaryOf, wholeImport } from './whole.ts'

export const importHandlers = [
  handler(routes.bringManifest, async (ctx, { params, query, body }) => {
    await bringing.bring(ctx, params.id, query.importId, body)
    return wholeImport(ctx, query.importId)
  }),
  handler(routes.listImports, async (ctx, { params }) => {
    await get(ctx, params.id)
    const rows = []
    for (const row of await importsOf(ctx, params.id)) rows.push(await summaryOf(ctx, row))
    ctx.trail.shown(rows.map(row => row.id))
    return { rows }
  }),
  handler(routes.getImport, (ctx, { params, query }) => wholeImport(ctx, params.id, query.language)),
  handler(routes.mapImport, async (ctx, { params, body }) => {
    await bringing.map(ctx, params.id, body)
    return wholeImport(ctx, params.id)
  }),
  handler(routes.matchImport, (ctx, { params }) => match(ctx, params.id)),
  handler(routes.listImportRows, (ctx, { params, query }) => deciding.list(ctx, params.id, query)),
  handler(routes.correctImportRow, (ctx, { params, body }) =>
    deciding.correct(ctx, params.id, params.rowId, body),
  ),
  handler(routes.decideImportRow, (ctx, { params, body }) =>
    deciding.decide(ctx, params.id, params.rowId, body),
  ),
  handler(routes.decideImportRows, async (ctx, { params, body }) => {
    await deciding.decideMany(ctx, params.id, body)
    return wholeImport(ctx, params.id)
  }),
  handler(routes.finishImport, async (ctx, { params, body }) => {
    await importing.finish(ctx, params.id, body.area)
    return wholeImport(ctx, params.id)
  }),
  handler(routes.undoImport, async (ctx, { params, body }) => {
    await undo(ctx, params.id, body.reason)
    return wholeImport(ctx, params.id)
  }),
  handler(routes.goOnWithParked, async (ctx, { params, body }) => {
    await goOn(ctx, params.id, body.importId)
    return wholeImport(ctx, body.importId)
  }),
  handler(routes.dropImport, async (ctx, { params }) => {
    await bringing.drop(ctx, params.id)
    return undefined
  }),
]
