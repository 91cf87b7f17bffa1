/** Routes of focal points: parse, call one action, answer. */
import * as routes from '@kerege/contract/council/focalPoints/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import * as store from './store.ts'

export const focalPointHandlers: AnyHandler[] = [
  handler(routes.listFocalPoints, (ctx, { query }) => store.list(ctx, query)),
  handler(routes.addFocalPoint, (ctx, { body }) => store.add(ctx, body)),
  handler(routes.changeFocalPoint, (ctx, { params, body }) => store.change(ctx, params.id, body)),
]
