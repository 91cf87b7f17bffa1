/**
 * A second factor lost together with its recovery codes: one administrator asks with a reason, another one decides,
 * never for themselves. The temptation is a button that one person presses; with a stolen password it would open every
 * account of the node.
 */
import { askSecondFactorReset } from '@kerege/contract/access/routes'
import type { Context } from '../../platform/context.ts'
import { handler } from '../../platform/handler.ts'
import type { Labels } from '../../platform/labels.ts'
import { accountNames, requireResettable, resetSecondFactor } from '../access/index.ts'
import { approvalKind, askApproval } from '../approvals/index.ts'

const kind = 'second-factor-reset'
const decideInDays = 7

async function ask(ctx: Context, accountId: string, reason: string): Promise<{ approvalId: string }> {
  await requireResettable(ctx, accountId)
  const approvalId = await askApproval(ctx, {
    kind,
    subjectKind: 'account',
    subjectId: accountId,
    reason,
    steps: [{ verb: 'accounts.administer', dueInDays: decideInDays }],
  })
  return { approvalId }
}

export const secondFactorResetKind = approvalKind({
  kind,
  stepUp: true,
  // Not for oneself, not even as the second person; and not by a voice lent to somebody who does not administer.
  mayDecide: async ({ actor }, { subjectId }) =>
    actor.account !== subjectId && actor.verbs.includes('accounts.administer'),
  execute: async (ctx, { subjectId }) => {
    await resetSecondFactor(ctx, subjectId)
    ctx.trail.named('account.second-factor-reset')
  },
})

export const secondFactorHandlers = [
  handler(askSecondFactorReset, (ctx, { params, body }) => ask(ctx, params.id, body.reason)),
]

/** How accounts are called, for requests about them. */
export const accountLabels: Labels = (ctx, ids) => accountNames(ctx.tx, ids)
