/** Ways in to what the library takes from outside and gives away: forms, imports, libraries elsewhere. */
import * as importing from '@kerege/contract/practices/importing/routes'
import * as libraries from '@kerege/contract/practices/libraries/routes'
import { type AnyHandler, handler, streamHandler } from '../../../platform/handler.ts'
import * as harvest from './harvest/actions.ts'
import { form, preview, take } from './importing/actions.ts'

export const ecosystemHandlers: AnyHandler[] = [
  streamHandler(importing.practiceForm, (ctx, { query }) => form(ctx, query)),
  handler(importing.previewPractices, (ctx, { body }) => preview(ctx, body)),
  handler(importing.importPractices, (ctx, { query, body }) => take(ctx, body, query.seen)),
  handler(libraries.listLibraries, ctx => harvest.list(ctx)),
  handler(libraries.addLibrary, (ctx, { body }) => harvest.add(ctx, body)),
  handler(libraries.changeLibrary, (ctx, { params, body }) => harvest.change(ctx, params.id, body)),
  handler(libraries.lookAtLibrary, (ctx, { params }) => harvest.look(ctx, params.id)),
  handler(libraries.removeLibrary, (ctx, { params, body }) => harvest.remove(ctx, params.id, body.reason)),
  handler(libraries.listExternal, (ctx, { query }) => harvest.records(ctx, query)),
]
