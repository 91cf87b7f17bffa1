/** Routes of the thesaurus: parse, call one action, answer. */
import * as routes from '@kerege/contract/practices/thesaurus/routes'
import { type AnyHandler, handler, streamHandler } from '../../../platform/handler.ts'
import * as editing from './editing.ts'
import { thesaurusFile, thesaurusOf } from './given.ts'
import { preview, take } from './importing.ts'
import * as reading from './reading.ts'
import { undo } from './steps.ts'

export const thesaurusHandlers: AnyHandler[] = [
  handler(routes.getThesaurus, ctx => thesaurusOf(ctx)),
  handler(routes.thesaurusState, ctx => reading.state(ctx)),
  streamHandler(routes.thesaurusAsFile, (ctx, { query }) => thesaurusFile(ctx, query.as)),
  handler(routes.previewThesaurus, (ctx, { body }) => preview(ctx, body)),
  handler(routes.takeThesaurus, (ctx, { body }) => take(ctx, body)),
  handler(routes.undoThesaurus, async (ctx, { params, body }) => {
    await undo(ctx, params.id, body.reason)
    return reading.state(ctx)
  }),
  handler(routes.listConcepts, (ctx, { query }) => reading.list(ctx, query)),
  handler(routes.addConcept, async (ctx, { body }) => {
    await editing.add(ctx, body)
    return reading.one(ctx, body.id)
  }),
  handler(routes.getConcept, (ctx, { params }) => reading.one(ctx, params.id)),
  handler(routes.changeConcept, async (ctx, { params, body }) => {
    await editing.change(ctx, params.id, body)
    return reading.one(ctx, params.id)
  }),
  handler(routes.removeConcept, async (ctx, { params, body }) => {
    await editing.remove(ctx, params.id, body.reason)
    return reading.state(ctx)
  }),
]
