/** Requests in SQL: lists, numbers, one request with its steps. Policies filter underneath. */
import type { Compartment } from '@kerege/contract/access/compartments'
import type { RoleName, Verb } from '@kerege/contract/access/roles'
import type { ApprovalState, RuleApproval, Verdict } from '@kerege/contract/approvals/rules'
import { hindrance } from '@kerege/contract/approvals/rules'
import type { Approval, ApprovalFilter, ApprovalRow } from '@kerege/contract/approvals/schema'
import { DomainError, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/database.ts'
import type { Labels } from '../../platform/labels.ts'
import { wordsReader } from './words.ts'

function selected(tx: Tx) {
  return tx
    .selectFrom('approvals.approvals as p')
    .innerJoin('access.accounts as a', 'a.id', 'p.asked_by')
    .selectAll('p')
    .select([
      'a.name as asker',
      sql<number>`(select count(*) from approvals.steps s where s.approval_id = p.id)`.as('step_count'),
      sql<boolean>`approvals.may_decide(p.id)`.as('may_decide'),
    ])
}
type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

const waiting = sql<boolean>`approvals.may_decide(p.id)`

export async function list(ctx: Context, filter: ApprovalFilter, labels: Labels) {
  const name = `approvals.${filter.view}`
  const after = openCursor(ctx.node.keys.cursors, name, filter.cursor)
  let query = selected(ctx.tx)
  if (filter.view === 'waiting') query = query.where('p.state', '=', 'pending').where(waiting)
  if (filter.view === 'mine') query = query.where('p.asked_by', '=', ctx.actor.account)
  if (filter.view === 'history') query = query.where('p.state', '<>', 'pending')
  if (after)
    query = query.where(sql<boolean>`(p.asked_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('p.asked_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, name, { found, limit: filter.limit }, last => [
    last.asked_at,
    last.id,
  ])
  const names = await labels(ctx, [...new Set(shown.map(row => row.subject_id))])
  return {
    rows: shown.map((row): ApprovalRow => ({ ...common(row, names), steps: row.step_count })),
    ...next,
  }
}

export async function count(ctx: Context) {
  const counted = await ctx.tx
    .selectFrom('approvals.approvals as p')
    .select(eb => [
      eb.fn.countAll<number>().filterWhere(waiting).as('waiting'),
      eb.fn.countAll<number>().filterWhere('p.asked_by', '=', ctx.actor.account).as('mine'),
    ])
    .where('p.state', '=', 'pending')
    .executeTakeFirstOrThrow()
  return counted
}

function common(row: Found, names: ReadonlyMap<string, string>) {
  const subject = names.get(row.subject_id)
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    ...(subject === undefined ? {} : { subject }),
    params: row.params as Record<string, string | number>,
    state: row.state as ApprovalState,
    askedBy: { id: row.asked_by, name: row.asker },
    askedAt: row.asked_at,
    step: row.step,
    ...(row.deadline === null ? {} : { deadline: row.deadline }),
    ...(row.closed_at === null ? {} : { closedAt: row.closed_at }),
    mayDecide: row.may_decide,
  }
}

export async function get(tx: Tx, id: string): Promise<Found> {
  const row = await selected(tx).where('p.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Steps, decisions and delegations as they stand. */
async function parts(tx: Tx, id: string) {
  const steps = await tx
    .selectFrom('approvals.steps')
    .selectAll()
    .where('approval_id', '=', id)
    .orderBy('ordinal')
    .execute()
  const decisions = await tx
    .selectFrom('approvals.decisions')
    .selectAll()
    .where('approval_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const delegations = await tx
    .selectFrom('approvals.delegations')
    .selectAll()
    .where('approval_id', '=', id)
    .execute()
  return { steps, decisions, delegations }
}
type Parts = Awaited<ReturnType<typeof parts>>

const toRule = (row: Found, { steps, decisions, delegations }: Parts): RuleApproval => ({
  state: row.state as ApprovalState,
  askedBy: row.asked_by,
  step: row.step,
  deadline: row.deadline ?? undefined,
  steps: steps.map(step => ({ quorum: step.quorum, dueInDays: step.due_in_days ?? undefined })),
  decisions: decisions.map(one => ({
    step: one.ordinal,
    accountId: one.account_id,
    verdict: one.verdict as Verdict,
  })),
  delegations: delegations.map(one => ({ from: one.from_account, to: one.to_account })),
})

export interface Locked {
  row: Found
  rule: RuleApproval
  /** The open step names the actor, by verb, role, account or a voice that was handed over. */
  named: boolean
}

/**
 * Locks the request for this transaction.
 * @throws DomainError `stale-version` when it was changed meanwhile
 */
export async function lock(ctx: Context, id: string): Promise<Locked> {
  await get(ctx.tx, id)
  // Below the policy: who may see a request is not always who may change it, and both wait for the same lock.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`approval ${id}`}, 0))`.execute(ctx.tx)
  const row = await get(ctx.tx, id)
  if (row.version !== ctx.basedOn)
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  const named = await sql<{ named: boolean }>`
    select coalesce((select approvals.names_me(s) from approvals.steps s
      where s.approval_id = ${id}::uuid and s.ordinal = ${row.step}), false) as named`.execute(ctx.tx)
  return { row, rule: toRule(row, await parts(ctx.tx, id)), named: named.rows[0]?.named ?? false }
}

export async function whole(ctx: Context, id: string, labels: Labels): Promise<Approval> {
  const row = await get(ctx.tx, id)
  const found = await parts(ctx.tx, id)
  const ids = [
    ...found.steps.flatMap(step => step.accounts ?? []),
    ...found.decisions.flatMap(one =>
      one.standing_for ? [one.account_id, one.standing_for] : [one.account_id],
    ),
  ]
  const names = await accountNames(ctx.tx, ids)
  const words = await wordsReader(ctx, row.sealed_for ?? row.person_id)
  const reason = words(id, row.reason)
  const somebody = (account: string) => ({ id: account, name: names.get(account) ?? '' })
  const why = hindrance(toRule(row, found), ctx.actor.account, ctx.now.toISOString())
  return {
    ...common(row, await labels(ctx, [row.subject_id])),
    compartment: row.compartment as Compartment,
    ...(reason === undefined ? {} : { reason }),
    steps: found.steps.map(step => ({
      ...(step.verb === null ? {} : { verb: step.verb as Verb }),
      ...(step.role === null ? {} : { role: step.role as RoleName }),
      ...(step.accounts === null ? {} : { accounts: step.accounts.map(somebody) }),
      quorum: step.quorum,
      ...(step.due_in_days === null ? {} : { dueInDays: step.due_in_days }),
      decisions: found.decisions
        .filter(one => one.ordinal === step.ordinal)
        .map(one => {
          const comment = words(one.id, one.comment)
          return {
            by: somebody(one.account_id),
            ...(one.standing_for ? { standingFor: somebody(one.standing_for) } : {}),
            verdict: one.verdict as Verdict,
            at: one.at,
            ...(comment === undefined ? {} : { comment }),
          }
        }),
    })),
    ...(why === null || row.may_decide ? {} : { hindrance: why }),
    mayWithdraw: row.asked_by === ctx.actor.account && row.state === 'pending',
  }
}

async function accountNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('access.accounts')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
