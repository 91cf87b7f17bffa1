/** Routes of requests that others decide: parse, call one action, answer. */
import * as routes from '@kerege/contract/approvals/routes'
import type { Context } from '../../platform/context.ts'
import { type AnyHandler, handler } from '../../platform/handler.ts'
import type { Labels } from '../../platform/labels.ts'
import * as actions from './actions.ts'
import type { ApprovalKind } from './engine.ts'
import * as store from './store.ts'

/** @param kinds everything that can be approved on this node, each with what then happens */
export function approvalHandlers(kinds: readonly ApprovalKind[], labels: Labels): AnyHandler[] {
  const answer = (ctx: Context, id: string) => store.whole(ctx, id, labels)
  return [
    handler(routes.listApprovals, async (ctx, { query }) => {
      const page = await store.list(ctx, query, labels)
      ctx.trail.shown(page.rows.flatMap(row => [row.id, row.subjectId]))
      return page
    }),
    handler(routes.countApprovals, ctx => store.count(ctx)),
    handler(routes.getApproval, async (ctx, { params }) => {
      const approval = await answer(ctx, params.id)
      ctx.trail.shown([approval.id, approval.subjectId])
      return approval
    }),
    handler(routes.decideApproval, async (ctx, { params, body }) => {
      await actions.decide(ctx, params.id, body, kinds)
      return answer(ctx, params.id)
    }),
    handler(routes.delegateApproval, async (ctx, { params, body }) => {
      await actions.delegate(ctx, params.id, body.accountId)
      return answer(ctx, params.id)
    }),
    handler(routes.withdrawApproval, async (ctx, { params }) => {
      await actions.withdraw(ctx, params.id)
      return answer(ctx, params.id)
    }),
  ]
}
