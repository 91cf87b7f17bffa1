/**
 * Deciding, handing one's voice on, taking a request back. Every action reads the same way: lock, apply the rule,
 * save, tell. The database refuses a second time whatever the rule refuses here.
 */
import type { Compartment } from '@kerege/contract/access/compartments'
import { afterDecision, delegationHindrance, hindrance, isOver } from '@kerege/contract/approvals/rules'
import type { Decide } from '@kerege/contract/approvals/schema'
import { DomainError, invalid } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { requireFresh } from '../../platform/fresh.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/outbox.ts'
import type { ApprovalKind, Approved } from './engine.ts'
import { get, type Locked, lock } from './store.ts'
import { sealWords } from './words.ts'

/** @throws DomainError a `Hindrance` of the rules, `not-named` when the open step means others */
export async function decide(
  ctx: Context,
  id: string,
  { verdict, comment }: Decide,
  kinds: readonly ApprovalKind[],
): Promise<void> {
  const locked = await lock(ctx, id)
  const kind = kinds.find(one => one.kind === locked.row.kind)
  if (!kind) throw new Error('A request of a kind that no slice has registered.')
  requireFree(hindrance(locked.rule, ctx.actor.account, ctx.now.toISOString()))
  const approved = approvedOf(locked)
  if (!locked.named || (kind.mayDecide && !(await kind.mayDecide(ctx, approved)))) {
    throw new DomainError('forbidden', 'not-named')
  }
  if (kind.stepUp && verdict === 'approved') requireFresh(ctx)
  const decisionId = newId(ctx.now.getTime())
  const { person_id, sealed_for } = locked.row
  await ctx.tx
    .insertInto('approvals.decisions')
    .values({
      id: decisionId,
      approval_id: id,
      ordinal: locked.rule.step,
      account_id: ctx.actor.account,
      standing_for: locked.rule.delegations.find(one => one.to === ctx.actor.account)?.from ?? null,
      verdict,
      at: ctx.now,
      comment:
        comment === undefined ? null : await sealWords(ctx, sealed_for ?? person_id, decisionId, comment),
    })
    .execute()
  const after = afterDecision(locked.rule, verdict, ctx.now.toISOString())
  await save(ctx, locked, after)
  leave(ctx, locked)
  // What is approved may be the end of the person's key, so only a refusal goes into the log in words.
  if (verdict === 'refused' && comment) ctx.trail.because(comment, person_id ?? undefined)
  if (after.state === 'pending') {
    if (after.step !== locked.rule.step) await emit(ctx.tx, 'approval.waiting', { approvalId: id })
    return
  }
  ctx.trail.named(`approval.${after.state}`)
  await emit(ctx.tx, 'approval.decided', {
    approvalId: id,
    accountId: locked.rule.askedBy,
    state: after.state,
  })
  if (after.state === 'approved') await kind.execute(ctx, approved)
  if (after.state === 'refused') await kind.refused?.(ctx, approved, comment ?? '')
}

function requireFree(code: string | null) {
  if (code === null) return
  throw new DomainError(code === 'own-request' ? 'forbidden' : 'conflict', code)
}

const approvedOf = ({ row }: Locked): Approved => ({
  id: row.id,
  subjectId: row.subject_id,
  personId: row.person_id,
  params: row.params as Approved['params'],
  askedBy: row.asked_by,
})

async function save(
  ctx: Context,
  { row }: Locked,
  after: { state: string; step: number; deadline?: string | undefined },
) {
  const saved = await ctx.tx
    .updateTable('approvals.approvals')
    .set({
      state: after.state,
      step: after.step,
      deadline: after.deadline ?? null,
      version: row.version + 1,
      closed_at: after.state === 'pending' ? null : ctx.now,
    })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  // The clock job ended it between our look and now.
  if (!saved.numUpdatedRows) throw new DomainError('conflict', 'stale-version')
}

function leave(ctx: Context, { row }: Locked) {
  ctx.trail.touched(row.id, ['state'])
  ctx.trail.shown([row.subject_id])
}

/** @throws DomainError `delegate-unfit` as a fault of the form: the colleague stands for themselves or another already */
export async function delegate(ctx: Context, id: string, accountId: string): Promise<void> {
  const locked = await lock(ctx, id)
  const { row, rule } = locked
  const code = delegationHindrance(rule, ctx.actor.account, accountId, ctx.now.toISOString())
  if (code === 'delegate-unfit') throw invalid([{ pointer: '/accountId', code }])
  requireFree(code)
  if (!locked.named) throw new DomainError('forbidden', 'not-named')
  await requireDelegate(ctx, accountId, row.person_id, row.compartment as Compartment)
  await ctx.tx
    .insertInto('approvals.delegations')
    .values({
      id: newId(ctx.now.getTime()),
      approval_id: id,
      from_account: ctx.actor.account,
      to_account: accountId,
      at: ctx.now,
    })
    .execute()
  await save(ctx, locked, rule)
  leave(ctx, locked)
  ctx.trail.shown([accountId])
  await emit(ctx.tx, 'approval.waiting', { approvalId: id, accountId })
}

/** Somebody who may decide at all, and to whom the person is open. */
async function requireDelegate(
  ctx: Context,
  accountId: string,
  personId: string | null,
  compartment: Compartment,
) {
  const fits = await sql<{ fits: boolean }>`
    select exists (
      select 1 from access.accounts a join access.hats h on h.account_id = a.id and h.ended_at is null
        join access.roles r on r.name = h.role
       where a.id = ${accountId}::uuid and a.state = 'active' and 'approvals.decide' = any (r.verbs))
      and (${personId}::uuid is null
        or access.opens_to(${accountId}::uuid, 'read', ${compartment}, ${personId}::uuid, 'approvals.decide')) as fits`.execute(
    ctx.tx,
  )
  if (!fits.rows[0]?.fits) throw invalid([{ pointer: '/accountId', code: 'delegate-unfit' }])
}

export async function withdraw(ctx: Context, id: string): Promise<void> {
  const locked = await lock(ctx, id)
  const { rule } = locked
  if (rule.askedBy !== ctx.actor.account) throw new DomainError('forbidden', 'not-yours')
  if (rule.state !== 'pending' || isOver(rule, ctx.now.toISOString())) {
    throw new DomainError('conflict', 'approval-closed', { state: rule.state })
  }
  await save(ctx, locked, { state: 'withdrawn', step: rule.step })
  leave(ctx, locked)
}

/** The same from within an action on what the request is about: whoever takes that back has not read the request itself. */
export async function takeBack(ctx: Context, id: string): Promise<void> {
  const { version } = await get(ctx.tx, id)
  await withdraw({ ...ctx, basedOn: version }, id)
}
