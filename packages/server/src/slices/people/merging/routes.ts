/** Routes of merging: parse, call one action, answer. */
import * as routes from '@kerege/contract/people/duplicates/routes'
import { handler } from '../../../platform/handler.ts'
import { compare } from './compare.ts'
import { merge } from './merge.ts'
import { undo } from './undo.ts'

export const mergeHandlers = [
  handler(routes.comparePair, (ctx, { params }) => compare(ctx, params.id, params.otherId)),
  handler(routes.mergePeople, (ctx, { body }) => merge(ctx, body)),
  handler(routes.undoMerge, (ctx, { params, body }) => undo(ctx, params.id, body)),
]
