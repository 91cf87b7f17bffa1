/**
 * Roles are given by two administrators: one proposes with a reason, another one agrees, and only then somebody has them. Taking roles away
 * is one person's act, for it has to be quick and opens nothing. The temptation is an invitation as a way around it, so a first letter
 * goes out after the second person too.
 */
import { invite, setHats } from '@kerege/contract/access/routes'
import { HatDraft, type HatsAnswer, type Invite } from '@kerege/contract/access/schema'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { handler } from '../../platform/handler.ts'
import {
  giveHats,
  prepareHats,
  prepareInvitation,
  readAccount,
  requireSecondAdministrator,
} from '../access/index.ts'
import { approvalKind, askApproval } from '../approvals/index.ts'

const kind = 'account-hats'
const decideInDays = 7
const Hats = z.array(HatDraft).min(1)
type Hats = z.output<typeof Hats>

async function propose(ctx: Context, id: string, hats: Hats, reason: string): Promise<HatsAnswer> {
  await requireSecondAdministrator(ctx, id)
  const approvalId = await askApproval(ctx, {
    kind,
    subjectKind: 'account',
    subjectId: id,
    // Codes and ids, as one value: what is agreed to is what was proposed.
    params: { hats: JSON.stringify(hats) },
    reason,
    steps: [{ verb: 'accounts.administer', dueInDays: decideInDays }],
  })
  ctx.trail.named('account.hats-proposed')
  return { ...(await readAccount(ctx, id)), approvalId }
}

async function give(ctx: Context, id: string, hats: Hats, reason: string): Promise<HatsAnswer> {
  await giveHats(ctx, id, hats)
  ctx.trail.because(reason)
  return readAccount(ctx, id)
}

async function inviteSomebody(ctx: Context, draft: z.output<typeof Invite>): Promise<HatsAnswer> {
  const { id, agreed } = await prepareInvitation(ctx, draft)
  return (agreed ? give : propose)(ctx, id, draft.hats, draft.reason)
}

async function change(ctx: Context, id: string, hats: Hats, reason: string): Promise<HatsAnswer> {
  const agreed = await prepareHats(ctx, id, hats)
  return (agreed ? give : propose)(ctx, id, hats, reason)
}

export const accountHatsKind = approvalKind({
  kind,
  // Not for oneself, not even as the second person; and not by a voice lent to somebody who does not administer.
  mayDecide: async ({ actor }, { subjectId }) =>
    actor.account !== subjectId && actor.verbs.includes('accounts.administer'),
  execute: async (ctx, { subjectId, params }) => {
    await giveHats(ctx, subjectId, Hats.parse(JSON.parse(String(params['hats']))))
    ctx.trail.named('account.hats-changed')
  },
})

export const hatHandlers = [
  handler(invite, (ctx, { body }) => inviteSomebody(ctx, body)),
  handler(setHats, (ctx, { params, body }) => change(ctx, params.id, body.hats, body.reason)),
]
