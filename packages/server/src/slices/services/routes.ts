/** Routes of the directory: parse, call one action, answer. */
import * as routes from '@kerege/contract/services/routes'
import { type AnyHandler, handler, streamHandler } from '../../platform/handler.ts'
import { byArea } from './byArea.ts'
import { hsdsFile } from './hsds/file.ts'
import { preview, take } from './hsds/importing.ts'
import * as keeping from './keeping.ts'
import { onMap } from './onMap.ts'
import * as organisations from './organisations.ts'
import * as store from './store.ts'

export const serviceHandlers: AnyHandler[] = [
  handler(routes.listServices, (ctx, { query }) => store.list(ctx, query)),
  handler(routes.servicesByArea, (ctx, { query }) => byArea(ctx, query.within)),
  handler(routes.mapServices, (ctx, { query }) => onMap(ctx, query)),
  handler(routes.getService, (ctx, { params }) => store.whole(ctx, params.id)),
  handler(routes.addService, (ctx, { body }) => keeping.add(ctx, body)),
  handler(routes.changeService, (ctx, { params, body }) => keeping.change(ctx, params.id, body)),
  handler(routes.verifyService, (ctx, { params, body }) => keeping.verify(ctx, params.id, body.seen)),
  handler(routes.listOrganisations, (ctx, { query }) => organisations.list(ctx, query)),
  handler(routes.addOrganisation, (ctx, { body }) => organisations.add(ctx, body)),
  handler(routes.changeOrganisation, (ctx, { params, body }) => organisations.change(ctx, params.id, body)),
  streamHandler(routes.exportHsds, (ctx, { query }) => hsdsFile(ctx, query.language)),
  handler(routes.previewHsds, (ctx, { query, body }) => preview(ctx, body, query.language)),
  handler(routes.importHsds, (ctx, { query, body }) => take(ctx, body, query)),
]
