/** Routes of Council documents: parse, call one action, answer. */
import * as routes from '@kerege/contract/council/documents/routes'
import { type AnyHandler, handler, streamHandler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'
import * as amendments from './amendments.ts'
import * as comments from './comments.ts'
import { fileOf, readInto } from './files.ts'
import { search } from './search.ts'
import * as store from './store.ts'
import * as texts from './texts.ts'

export const councilDocumentHandlers: AnyHandler[] = [
  handler(routes.listDocuments, (ctx, { query }) => store.list(ctx, query)),
  handler(routes.searchDocuments, (ctx, { body }) => search(ctx, body.words)),
  handler(routes.readFile, async (_, { query, body }) => ({ text: await readInto(query.format, body) })),
  handler(routes.draftDocument, (ctx, { body }) => actions.draft(ctx, body)),
  handler(routes.getDocument, (ctx, { params }) => store.whole(ctx, params.id)),
  handler(routes.changeDocument, (ctx, { params, body }) => actions.change(ctx, params.id, body)),
  handler(routes.placeDocument, (ctx, { params, body }) => actions.place(ctx, params.id, body)),
  handler(routes.moveDocument, (ctx, { params, body }) => actions.move(ctx, params.id, body)),
  handler(routes.giveDocumentSymbol, (ctx, { params, body }) =>
    actions.giveSymbol(ctx, params.id, body.basedOn),
  ),
  handler(routes.getText, (ctx, { params, query }) =>
    texts.read(ctx, params.id, params.language, query.number),
  ),
  handler(routes.saveText, (ctx, { params, body }) => texts.save(ctx, params.id, params.language, body)),
  handler(routes.checkText, (ctx, { params, body }) =>
    texts.check(ctx, params.id, params.language, body.number),
  ),
  handler(routes.listVersions, (ctx, { params }) => texts.versions(ctx, params.id, params.language)),
  handler(routes.getChanges, (ctx, { params, query }) =>
    texts.changes(ctx, params.id, params.language, query.from, query.to),
  ),
  streamHandler(routes.getFile, (ctx, { params, query }) => fileOf(ctx, params.id, params.language, query)),
  handler(routes.listComments, (ctx, { params }) => comments.list(ctx, params.id)),
  handler(routes.addComment, (ctx, { params, body }) => comments.add(ctx, params.id, body)),
  handler(routes.resolveComment, (ctx, { params }) => comments.resolve(ctx, params.id, params.commentId)),
  handler(routes.listAmendments, (ctx, { params }) => amendments.list(ctx, params.id)),
  handler(routes.proposeAmendment, (ctx, { params, body }) => amendments.propose(ctx, params.id, body)),
  handler(routes.settleAmendment, (ctx, { params, body }) =>
    amendments.settle(ctx, params.id, params.amendmentId, body),
  ),
]
