/** Routes of statements and of the summary record: parse, call one action, answer. */
import * as routes from '@kerege/contract/council/record/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import * as record from './record.ts'
import * as store from './recordStore.ts'
import * as statements from './statements.ts'

export const recordHandlers: AnyHandler[] = [
  handler(routes.listStatements, (ctx, { params }) => statements.list(ctx, params.id)),
  handler(routes.fileStatement, (ctx, { params, body }) => statements.file(ctx, params.id, body)),
  handler(routes.withdrawStatement, (ctx, { params, body }) =>
    statements.withdraw(ctx, params.id, params.statementId, body.reason),
  ),
  handler(routes.getRecord, (ctx, { params }) => store.read(ctx, params.id)),
  handler(routes.draftRecord, (ctx, { params, body }) => record.draft(ctx, params.id, body)),
  handler(routes.previewRedraft, (ctx, { params }) => record.preview(ctx, params.id)),
  handler(routes.redraftRecord, (ctx, { params, body }) => record.redraft(ctx, params.id, body)),
  handler(routes.circulateRecord, (ctx, { params, body }) => record.circulate(ctx, params.id, body.basedOn)),
  handler(routes.approveRecord, (ctx, { params, body }) =>
    record.approve(ctx, params.id, params.itemId, body.basedOn),
  ),
]
