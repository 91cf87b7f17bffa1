/** Routes of finding: parse, call one action, answer. */
import * as routes from '@kerege/contract/practices/finding/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import { find } from './find.ts'

export const findingHandlers: AnyHandler[] = [
  handler(routes.findPractices, (ctx, { body }) => find(ctx, body)),
]
