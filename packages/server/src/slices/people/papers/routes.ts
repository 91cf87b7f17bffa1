/** Routes of papers: parse, call one action, answer. */
import * as routes from '@kerege/contract/people/papers/routes'
import type { PaperGuide } from '@kerege/contract/people/papers/schema'
import type { Context } from '../../../platform/context.ts'
import { handler } from '../../../platform/handler.ts'
import * as people from '../store.ts'
import * as actions from './actions.ts'
import * as moves from './moves.ts'
import * as store from './store.ts'
import { whole, wholes } from './whole.ts'

export const paperHandlers = [
  handler(routes.countPapers, async (ctx, { query }) => {
    const total = await store.count(ctx, query)
    ctx.trail.counted('papers', total)
    return { total }
  }),
  handler(routes.paperSummary, ctx => store.summary(ctx)),
  handler(routes.paperGuide, async ctx => guide(ctx)),
  handler(routes.listPapers, async (ctx, { query }) => {
    const page = await store.list(ctx, query)
    ctx.trail.shown(page.rows.flatMap(row => [row.id, row.personId]))
    return page
  }),
  handler(routes.personPapers, async (ctx, { params }) => {
    await people.get(ctx.tx, params.id)
    const rows = await wholes(ctx, await store.ofPerson(ctx, params.id))
    ctx.trail.shown([params.id, ...rows.map(row => row.id)])
    return { rows }
  }),
  handler(routes.makePaper, async (ctx, { params, body }) => {
    await actions.make(ctx, params.id, body)
    return whole(ctx, body.id)
  }),
  handler(routes.getPaper, async (ctx, { params }) => {
    const paper = await whole(ctx, params.id)
    ctx.trail.shown([paper.id, paper.personId])
    return paper
  }),
  handler(routes.changePaper, async (ctx, { params, body }) => {
    await actions.change(ctx, params.id, body)
    return whole(ctx, params.id)
  }),
  handler(routes.markStep, async (ctx, { params, body }) => {
    await moves.mark(ctx, params.id, params.stepId, body.doneOn)
    return whole(ctx, params.id)
  }),
  handler(routes.movePaper, async (ctx, { params, body }) => {
    await moves.move(ctx, params.id, body)
    return whole(ctx, params.id)
  }),
  handler(routes.undoPaperMove, async (ctx, { params }) => {
    await moves.undo(ctx, params.id)
    return whole(ctx, params.id)
  }),
]

function guide(ctx: Context): PaperGuide {
  const { papers, documentTypes, identifierSystems } = ctx.node.profile
  return {
    usualLimit: papers?.waitLimits.usual ?? 0,
    limits: papers?.waitLimits.byFact ?? {},
    pathways: papers?.pathways ?? [],
    papers: documentTypes.map(({ code, name }) => ({ code, name })),
    systems: identifierSystems.map(({ system, name }) => ({ system, name })),
  }
}
