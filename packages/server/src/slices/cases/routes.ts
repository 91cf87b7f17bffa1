/** Routes of cases: parse, call one action, answer. */
import * as leases from '@kerege/contract/cases/leases'
import * as routes from '@kerege/contract/cases/routes'
import { caseLessons, offerCaseLesson } from '@kerege/contract/lessons/routes'
import { handler } from '../../platform/handler.ts'
import { summary, workers } from './caseload.ts'
import { assign, handBack } from './giving.ts'
import { fill, type GuardFill } from './fills.ts'
import { lessonsOf, offer } from './lessons.ts'
import { lookIn } from './looks.ts'
import { giveBack, take as takeLease } from './leases.ts'
import { openByHand } from './opening.ts'
import { take } from './steps.ts'
import * as store from './store.ts'
import { whole } from './whole.ts'

/** @param fills answers to guards that other slices know */
export const caseHandlers = (fills: readonly GuardFill[] = []) => [
  handler(routes.countCases, async (ctx, { query }) => {
    const total = await store.count(ctx, query)
    ctx.trail.counted('cases', total)
    return { total }
  }),
  handler(routes.caseSummary, ctx => summary(ctx)),
  handler(routes.caseWorkers, ctx => workers(ctx)),
  handler(routes.listCases, async (ctx, { query }) => {
    const page = await store.list(ctx, query)
    ctx.trail.shown(page.rows.flatMap(row => [row.id, row.person_id]))
    return { ...page, rows: (await fill(ctx, page.rows, fills)).map(store.toRow) }
  }),
  handler(routes.personCases, async (ctx, { params }) => {
    const rows = (await fill(ctx, await store.ofPerson(ctx, params.id), fills)).map(store.toRow)
    ctx.trail.shown([params.id, ...rows.map(row => row.id)])
    return { rows }
  }),
  handler(routes.openCase, (ctx, { body }) => openByHand(ctx, body)),
  handler(routes.assignCases, (ctx, { body }) => assign(ctx, body)),
  handler(routes.getCase, (ctx, { params }) => whole(ctx, params.id, fills)),
  handler(routes.takeCaseStep, async (ctx, { params, body }) => {
    await take(ctx, params.id, body, fills)
    return whole(ctx, params.id, fills)
  }),
  handler(routes.lookIn, async (ctx, { params, body }) => {
    await lookIn(ctx, params.id, params.lookId, body)
    return whole(ctx, params.id, fills)
  }),
  handler(leases.takeLease, (ctx, { params, body }) => takeLease(ctx, params, body.desk)),
  handler(leases.takeOverLease, (ctx, { params, body }) => takeLease(ctx, params, body.desk, true)),
  handler(leases.giveBackLease, (ctx, { params, body }) => giveBack(ctx, params, body.desk)),
  handler(caseLessons, (ctx, { params }) => lessonsOf(ctx, params.id)),
  handler(offerCaseLesson, (ctx, { params, body }) => offer(ctx, params.id, body)),
  handler(routes.handBackCase, async (ctx, { params, body }) => {
    await handBack(ctx, params.id, body.reason)
    return { id: params.id }
  }),
]
