/** Bodies with their rules and chairs. Rules change by two persons; the chair passes by a record of what was handed over. */
import type { MultiText } from '@kerege/contract/common'
import { chairs, type HandoverItem, handoverItems } from '@kerege/contract/council/rotation'
import type * as routes from '@kerege/contract/council/routes'
import { BodyRules } from '@kerege/contract/council/rules'
import type { Body, BodyRow, PartyName } from '@kerege/contract/council/schema'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import { approvalKind, askApproval } from '../approvals/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { partyNames } from './parties.ts'

export interface RulesInForce {
  version: number
  rules: BodyRules
}

export async function rulesOf(tx: Tx, bodyId: string): Promise<RulesInForce> {
  const row = await tx
    .selectFrom('council.body_rules')
    .select(['version', 'rules'])
    .where('body_id', '=', bodyId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw notFound()
  return { version: row.version, rules: BodyRules.parse(row.rules) }
}

interface FoundBody {
  id: string
  code: string
  kind: string
  name: unknown
}

async function termsOf(tx: Tx, bodyId: string) {
  return tx
    .selectFrom('council.chair_terms')
    .selectAll()
    .where('body_id', '=', bodyId)
    .orderBy('from_day', 'desc')
    .execute()
}

async function toRow(ctx: Context, body: FoundBody, names: ReadonlyMap<string, PartyName>): Promise<BodyRow> {
  const { rules } = await rulesOf(ctx.tx, body.id)
  const byCode = new Map([...names.values()].map(one => [one.code, one]))
  const terms = (await termsOf(ctx.tx, body.id)).map(term => ({
    party: names.get(term.party_id)?.code ?? '',
    from: term.from_day,
    to: term.to_day ?? undefined,
  }))
  const { now, next } = chairs(rules.rotation, terms, ctx.now.toISOString().slice(0, 10))
  const [chair, following] = [byCode.get(now?.party ?? ''), byCode.get(next ?? '')]
  return {
    id: body.id,
    code: body.code,
    kind: body.kind as BodyRow['kind'],
    name: body.name as MultiText,
    ...(chair ? { chair } : {}),
    ...(following ? { next: following } : {}),
  }
}

export async function list(ctx: Context) {
  const names = await partyNames(ctx.tx)
  const found = await ctx.tx.selectFrom('council.bodies').selectAll().orderBy('ordinal').execute()
  const rows: BodyRow[] = []
  for (const body of found) rows.push(await toRow(ctx, body, names))
  ctx.trail.shown(rows.map(row => row.id))
  return { rows }
}

export async function get(tx: Tx, id: string): Promise<FoundBody> {
  const row = await tx.selectFrom('council.bodies').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export async function whole(ctx: Context, id: string): Promise<Body> {
  const body = await get(ctx.tx, id)
  const names = await partyNames(ctx.tx)
  const { version, rules } = await rulesOf(ctx.tx, id)
  const history = await ctx.tx
    .selectFrom('council.body_rules as r')
    .leftJoin('access.accounts as a', 'a.id', 'r.account_id')
    .select(['r.version', 'r.at', 'a.name'])
    .where('r.body_id', '=', id)
    .orderBy('r.version', 'desc')
    .execute()
  const proposal = await openProposal(ctx, id)
  ctx.trail.shown([id])
  return {
    ...(await toRow(ctx, body, names)),
    version,
    rules,
    terms: (await termsOf(ctx.tx, id)).flatMap(term => {
      const party = names.get(term.party_id)
      if (!party) return []
      return [
        {
          id: term.id,
          party,
          from: term.from_day,
          ...(term.to_day === null ? {} : { to: term.to_day }),
          ...(term.source_url === null ? {} : { sourceUrl: term.source_url }),
          handover: itemsIn(term.handover),
          ...(term.note === null ? {} : { note: term.note }),
        },
      ]
    }),
    rulesHistory: history.map(one => ({
      version: one.version,
      at: one.at,
      ...(one.name === null ? {} : { by: one.name }),
    })),
    ...(proposal ? { proposal } : {}),
  }
}

const itemsIn = (handover: unknown): HandoverItem[] => {
  const done = handover as Partial<Record<HandoverItem, boolean>>
  return handoverItems.filter(item => done[item])
}

/** The proposal that waits for a second person; seen by those who prepare. */
async function openProposal(ctx: Context, bodyId: string): Promise<Body['proposal']> {
  const row = await ctx.tx
    .selectFrom('council.rule_proposals as p')
    .innerJoin('approvals.approvals as q', 'q.subject_id', 'p.body_id')
    .innerJoin('access.accounts as a', 'a.id', 'p.account_id')
    .select(['p.id', 'p.rules', 'p.at', 'a.name', 'q.params'])
    .where('p.body_id', '=', bodyId)
    .where('q.kind', '=', 'council-rules')
    .where('q.state', '=', 'pending')
    .orderBy('p.at', 'desc')
    .executeTakeFirst()
  return row ? { id: row.id, rules: BodyRules.parse(row.rules), by: row.name, at: row.at } : undefined
}

/** @throws DomainError `approval-pending` while another change waits, `stale-version` when the rules moved meanwhile */
export async function proposeRules(
  ctx: Context,
  bodyId: string,
  { id, basedOn, rules, reason }: Parsed<typeof routes.proposeRules>['body'],
): Promise<Body> {
  await get(ctx.tx, bodyId)
  const { version } = await rulesOf(ctx.tx, bodyId)
  if (version !== basedOn) throw new DomainError('conflict', 'stale-version', { version })
  await requireParties(ctx, rules.rotation)
  await ctx.tx
    .insertInto('council.rule_proposals')
    .values({
      id,
      body_id: bodyId,
      based_on: version,
      rules: JSON.stringify(rules),
      at: ctx.now,
      account_id: ctx.actor.account,
    })
    .execute()
  await askApproval(ctx, {
    kind: 'council-rules',
    subjectKind: 'body',
    subjectId: bodyId,
    params: { proposalId: id },
    reason,
    // Chair and secretariat: whoever did not ask decides.
    steps: [{ verb: 'council.prepare', dueInDays: 30 }],
  })
  return whole(ctx, bodyId)
}

async function requireParties(ctx: Context, codes: readonly string[]) {
  const known = new Set([...(await partyNames(ctx.tx)).values()].map(one => one.code))
  const faults = codes.flatMap((code, at) =>
    known.has(code) ? [] : [{ pointer: `/rules/rotation/${at}`, code: 'not-found' }],
  )
  if (faults.length > 0) throw invalid(faults)
}

/** Runs as the second person, in the transaction of the approval. */
export const rulesKind = approvalKind({
  kind: 'council-rules',
  async execute(ctx, { id, params, subjectId }) {
    const proposal = await ctx.tx
      .selectFrom('council.rule_proposals')
      .selectAll()
      .where('id', '=', String(params.proposalId))
      .executeTakeFirst()
    if (!proposal) throw notFound()
    const { version } = await rulesOf(ctx.tx, subjectId)
    if (version !== proposal.based_on) throw new DomainError('conflict', 'stale-version', { version })
    await ctx.tx
      .insertInto('council.body_rules')
      .values({
        body_id: subjectId,
        version: version + 1,
        rules: JSON.stringify(proposal.rules),
        at: ctx.now,
        account_id: proposal.account_id,
        approval_id: id,
      })
      .execute()
    ctx.trail.touched(subjectId, ['rules'])
  },
})

/** The running term ends the day before the new one begins. */
export async function handOver(
  ctx: Context,
  bodyId: string,
  draft: Parsed<typeof routes.handOverChair>['body'],
): Promise<Body> {
  await get(ctx.tx, bodyId)
  const party = (await partyNames(ctx.tx)).get(draft.partyId)
  if (party?.classification !== 'member') throw invalid([{ pointer: '/partyId', code: 'not-a-member' }])
  if (draft.to && draft.to < draft.from) throw invalid([{ pointer: '/to', code: 'period-reversed' }])
  const dayBefore = new Date(Date.parse(`${draft.from}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  await ctx.tx
    .updateTable('council.chair_terms')
    .set({ to_day: dayBefore })
    .where('body_id', '=', bodyId)
    .where('from_day', '<', draft.from)
    .where(eb => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', draft.from)]))
    .execute()
  const made = await ctx.tx
    .insertInto('council.chair_terms')
    .values({
      id: draft.id,
      body_id: bodyId,
      party_id: draft.partyId,
      from_day: draft.from,
      to_day: draft.to ?? null,
      handover: JSON.stringify(Object.fromEntries(draft.handover.map(item => [item, true]))),
      note: draft.note ?? null,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .onConflict(conflict => conflict.columns(['body_id', 'from_day']).doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw invalid([{ pointer: '/from', code: 'term-taken' }])
  ctx.trail.touched(bodyId, ['chair'])
  ctx.trail.shown([draft.partyId])
  return whole(ctx, bodyId)
}
