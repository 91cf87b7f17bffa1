/** Routes of sharing: parse, call one action, answer. */
import * as routes from '@kerege/contract/consents/tellingRoutes'
import { handler } from '../../../platform/handler.ts'
import * as contacts from './contacts.ts'
import * as disclosures from './disclosures.ts'
import { lookFirst, tell } from './tell.ts'

export const tellingHandlers = [
  handler(routes.listContacts, (ctx, { query }) => contacts.list(ctx, query)),
  handler(routes.addContact, (ctx, { body }) => contacts.add(ctx, body)),
  handler(routes.changeContact, (ctx, { params, body }) => contacts.change(ctx, params.id, body)),
  handler(routes.countDisclosures, async (ctx, { query }) => {
    const total = await disclosures.count(ctx, query)
    ctx.trail.counted('disclosures', total)
    return { total }
  }),
  handler(routes.listDisclosures, async (ctx, { query }) => {
    const page = await disclosures.list(ctx, query)
    ctx.trail.shown(page.rows.flatMap(row => [row.id, row.personId]))
    return page
  }),
  handler(routes.getDisclosure, (ctx, { params }) => disclosures.whole(ctx, params.id)),
  handler(routes.lookBeforeTelling, (ctx, { params, query }) => lookFirst(ctx, params.id, query)),
  handler(routes.tell, (ctx, { params, body }) => tell(ctx, params.id, body)),
]
