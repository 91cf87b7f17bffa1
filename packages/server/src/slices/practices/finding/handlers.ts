/** Routes of finding: parse, call one action, answer. */
import * as routes from '@kerege/contract/practices/finding/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import { find } from './find.ts'
import * as saved from './saved.ts'

export const findingHandlers: AnyHandler[] = [
  handler(routes.findPractices, (ctx, { body }) => find(ctx, body)),
  handler(routes.listSearches, ctx => saved.listSaved(ctx)),
  handler(routes.saveSearch, (ctx, { body }) => saved.save(ctx, body)),
  handler(routes.endSearch, (ctx, { params }) => saved.end(ctx, params.id)),
]
