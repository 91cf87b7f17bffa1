/** Routes of complaints: parse, call one action, answer. */
import * as routes from '@kerege/contract/rights/complaintRoutes'
import { type AnyHandler, handler, openHandler } from '../../../platform/handler.ts'
import { today } from '../../../platform/localDay.ts'
import { openRateLimit } from '../../access/index.ts'
import { act } from './handling.ts'
import { save, sheet } from './officer.ts'
import { appeal, byCode, complain, record } from './receiving.ts'
import { counts, list, whole } from './store.ts'

/** What one client may do at the open door within ten minutes: a house full of families behind one address, and no flood. */
const budget = 60
/** A complaint costs as much as this many glances; a code has sixty bits, so that guessing leads nowhere. */
const dear = 3

export function complaintHandlers(): AnyHandler[] {
  const limit = openRateLimit('complaint', budget, 600)
  return [
    openHandler(routes.rightsSheet, async ({ node }) => ({ body: await sheet(node) })),
    openHandler(routes.complain, async ({ node, now, ip }, { body }) => {
      await limit.take(node, ip, dear)
      return { body: await complain({ node, now }, body), subjects: [body.id] }
    }),
    openHandler(routes.askByCode, async ({ node, now, ip }, { body }) => {
      await limit.take(node, ip, 1)
      const one = await byCode({ node, now }, body.code)
      return { body: one.body, subjects: [one.id] }
    }),
    openHandler(routes.appealByCode, async ({ node, now, ip }, { body }) => {
      await limit.take(node, ip, dear)
      const one = await appeal({ node, now }, body.code, body.words)
      return { body: one.body, subjects: [one.id] }
    }),
    handler(routes.recordComplaint, (ctx, { body }) => record(ctx, body)),
    handler(routes.complaintCounts, (ctx, { query }) =>
      counts(ctx, query.year ?? Number(today(ctx).slice(0, 4))),
    ),
    handler(routes.listComplaints, async (ctx, { query }) => {
      const page = await list(ctx, query)
      ctx.trail.shown(page.rows.map(row => row.id))
      return page
    }),
    handler(routes.getComplaint, (ctx, { params }) => whole(ctx, params.id)),
    handler(routes.actOnComplaint, (ctx, { params, body }) => act(ctx, params.id, body)),
    handler(routes.saveOfficer, (ctx, { body }) => save(ctx, body)),
  ]
}
