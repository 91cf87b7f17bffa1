/** Routes of the record: parse, call one action, answer. */
import * as routes from '@kerege/contract/practices/record/routes'
import { type AnyHandler, handler, streamHandler } from '../../../platform/handler.ts'
import * as actions from './actions.ts'
import * as attachments from './attachments.ts'
import * as history from './history.ts'
import { list } from './listing.ts'
import { thingsIn } from './looking.ts'
import { submit } from './submitting.ts'
import { whole } from './whole.ts'

export const recordHandlers: AnyHandler[] = [
  handler(routes.listPractices, (ctx, { query }) => list(ctx, query)),
  handler(routes.makePractice, (ctx, { body }) => actions.make(ctx, body)),
  handler(routes.lookAtPractice, async (ctx, { body: { content, organisation, audience } }) => ({
    things: await thingsIn(ctx.tx, { organisation, audience }, content),
  })),
  handler(routes.getPractice, (ctx, { params }) => whole(ctx, params.id)),
  handler(routes.savePractice, (ctx, { params, body }) => actions.save(ctx, params.id, body)),
  handler(routes.submitPractice, (ctx, { params, body }) => submit(ctx, params.id, body.kept)),
  handler(routes.listVersions, (ctx, { params }) => history.versions(ctx, params.id)),
  handler(routes.getVersion, (ctx, { params }) => history.versionOf(ctx, params.id, params.version)),
  handler(routes.undoSave, (ctx, { params, body }) => history.undo(ctx, params.id, body.version)),
  handler(routes.listEditions, (ctx, { params }) => history.editions(ctx, params.id)),
  handler(routes.listAttachments, (ctx, { params }) => attachments.list(ctx, params.id)),
  handler(routes.addAttachment, (ctx, { params, body }) => attachments.add(ctx, params.id, body)),
  handler(routes.putAttachment, (ctx, { params, body }) =>
    attachments.put(ctx, params.id, params.fileId, Buffer.from(body.buffer, body.byteOffset, body.length)),
  ),
  streamHandler(routes.getAttachment, (ctx, { params }) =>
    attachments.contentOf(ctx, params.id, params.fileId),
  ),
  handler(routes.removeAttachment, (ctx, { params, body }) =>
    attachments.remove(ctx, params.id, params.fileId, body.reason),
  ),
]
