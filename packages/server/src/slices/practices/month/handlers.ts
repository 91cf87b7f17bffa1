/** Routes of the practice of the month: parse, call one action, answer. */
import * as routes from '@kerege/contract/practices/month/routes'
import { type AnyHandler, handler } from '../../../platform/handler.ts'
import * as store from './store.ts'

export const monthHandlers: AnyHandler[] = [
  handler(routes.listMonths, ctx => store.list(ctx)),
  handler(routes.chooseMonth, (ctx, { params, body }) => store.choose(ctx, params.month, body)),
]
