/** Routes of one's own notices: parse, call, answer. */
import * as routes from '@kerege/contract/notifications/routes'
import { type AnyHandler, handler } from '../../platform/handler.ts'
import type { Labels } from '../../platform/labels.ts'
import * as store from './store.ts'

export const notificationHandlers = (labels: Labels): AnyHandler[] => [
  handler(routes.listNotices, (ctx, { query }) => store.list(ctx, query, labels)),
  handler(routes.countNotices, async ctx => ({ unread: await store.unread(ctx) })),
  handler(routes.readAllNotices, async ctx => {
    await store.markAllRead(ctx)
    return undefined
  }),
  handler(routes.readNotice, async (ctx, { params }) => {
    await store.markRead(ctx, params.id)
    return undefined
  }),
  handler(routes.listMailChoices, ctx => store.mailChoices(ctx)),
  handler(routes.chooseMail, async (ctx, { body }) => {
    await store.chooseMail(ctx, body.topic, body.mail)
    ctx.trail.touched(ctx.actor.account, [body.topic])
    return store.mailChoices(ctx)
  }),
]
