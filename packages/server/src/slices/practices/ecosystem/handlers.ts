/** Ways in to what the library takes from outside and gives away: forms, imports, libraries elsewhere. */
import * as importing from '@kerege/contract/practices/importing/routes'
import { type AnyHandler, handler, streamHandler } from '../../../platform/handler.ts'
import { form, preview, take } from './importing/actions.ts'

export const ecosystemHandlers: AnyHandler[] = [
  streamHandler(importing.practiceForm, (ctx, { query }) => form(ctx, query)),
  handler(importing.previewPractices, (ctx, { body }) => preview(ctx, body)),
  handler(importing.importPractices, (ctx, { query, body }) => take(ctx, body, query.seen)),
]
