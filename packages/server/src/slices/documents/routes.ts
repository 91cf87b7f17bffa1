/** Routes of attachments: parse, call one action, answer. */
import * as routes from '@kerege/contract/documents/routes'
import { handler, streamHandler } from '../../platform/handler.ts'
import * as actions from './actions.ts'
import { contentOf } from './content.ts'
import * as store from './store.ts'

export const documentHandlers = [
  handler(routes.listDocuments, async (ctx, { query }) => {
    const page = await store.list(ctx, query)
    ctx.trail.shown([query.subjectId, ...page.rows.map(row => row.id)])
    return page
  }),
  handler(routes.addDocument, (ctx, { body }) => actions.add(ctx, body)),
  handler(routes.getDocument, async (ctx, { params }) => {
    const document = await store.get(ctx.tx, params.id)
    ctx.trail.shown([document.subjectId, document.id])
    return document
  }),
  handler(routes.entitleDocument, (ctx, { params, body }) => actions.entitle(ctx, params.id, body.title)),
  handler(routes.addVersion, (ctx, { params, body }) => actions.addVersion(ctx, params.id, body)),
  handler(routes.putContent, (ctx, { params, body }) =>
    actions.putContent(
      ctx,
      params.id,
      params.versionId,
      Buffer.from(body.buffer, body.byteOffset, body.length),
    ),
  ),
  streamHandler(routes.getContent, (ctx, { params }) => contentOf(ctx, params.id, params.versionId)),
  handler(routes.removeDocument, async (ctx, { params, body }) => {
    await actions.remove(ctx, params.id, body.reason)
    return undefined
  }),
]
