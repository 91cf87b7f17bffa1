/**
 * A family that is divided although the rule objects: one asks with a reason and an end, a second person agrees through
 * the one approval engine. Legs, buses, rooms, wards, sites and handing over ask here, for a home without an operation too.
 */
import { invalid, notFound } from '@kerege/contract/errors'
import type { AskDivision, Division } from '@kerege/contract/repatriation/operations/preparing'
import type { AskApart } from '@kerege/contract/repatriation/reception/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { approvalKind, askApproval } from '../../approvals/index.ts'
import { findFamily } from '../operations/families.ts'
import { lock } from '../operations/store.ts'

const kind = 'family-division'
const decideInDays = 3

export async function ask(ctx: Context, operationId: string, body: AskDivision): Promise<void> {
  await lock(ctx, operationId, 'keep')
  if (body.endsAt <= ctx.now.toISOString()) throw invalid([{ pointer: '/endsAt', code: 'in-the-past' }])
  if (!(await findFamily(ctx, operationId, body.familyId))) {
    throw invalid([{ pointer: '/familyId', code: 'not-found' }])
  }
  if (await find(ctx, body.id)) return
  await record(
    ctx,
    body,
    { operation_id: operationId, family_id: body.familyId },
    await somebodyOf(ctx, body.familyId),
  )
  ctx.trail.touched(operationId, ['divisions'])
}

/**
 * In reception and at a handover: a family of a list, or a home that came by itself.
 * @throws DomainError `not-found` for a family of an operation that the actor does not work in
 */
export async function askApart(ctx: Context, { partyId, ...body }: AskApart): Promise<void> {
  const family = await ctx.tx
    .selectFrom('repatriation.families')
    .select('operation_id')
    .where('id', '=', partyId)
    .executeTakeFirst()
  if (family) return ask(ctx, family.operation_id, { ...body, familyId: partyId })
  if (body.endsAt <= ctx.now.toISOString()) throw invalid([{ pointer: '/endsAt', code: 'in-the-past' }])
  const eldest = await ctx.tx
    .selectFrom('people.household_members as m')
    .innerJoin('people.persons as p', 'p.id', 'm.person_id')
    .select('m.person_id')
    .where('m.household_id', '=', partyId)
    .where('m.valid_to', 'is', null)
    .where(sql<boolean>`access.covers('write', 'contact', m.person_id)`)
    .orderBy('p.birth_to')
    .orderBy('m.person_id')
    .executeTakeFirst()
  if (!eldest) throw notFound()
  if (await find(ctx, body.id)) return
  await record(ctx, body, { household_id: partyId }, eldest.person_id)
  ctx.trail.touched(partyId, ['divisions'])
}

type Asked = Omit<AskDivision, 'familyId'>
type Whose = { operation_id: string; family_id: string } | { household_id: string }

async function record(ctx: Context, body: Asked, whose: Whose, personId: string): Promise<void> {
  await ctx.tx
    .insertInto('repatriation.divisions')
    .values({
      id: body.id,
      ...whose,
      at: body.at,
      at_id: body.atId ?? null,
      reason: body.reason,
      ends_at: body.endsAt,
      asked_by: ctx.actor.account,
      asked_at: ctx.now,
    })
    .execute()
  const approvalId = await askApproval(ctx, {
    kind,
    subjectKind: 'family-division',
    subjectId: body.id,
    personId,
    reason: body.reason,
    steps: [{ verb: 'approvals.decide', dueInDays: decideInDays }],
  })
  await ctx.tx
    .updateTable('repatriation.divisions')
    .set({ approval_id: approvalId })
    .where('id', '=', body.id)
    .execute()
}

/** Whose key seals the words, and who must be open to whoever decides: the head, or the eldest. */
async function somebodyOf(ctx: Context, familyId: string): Promise<string> {
  const found = await ctx.tx
    .selectFrom('repatriation.lines as l')
    .innerJoin('people.persons as p', 'p.id', 'l.person_id')
    .select('l.person_id')
    .where('l.family_id', '=', familyId)
    .orderBy('l.head', 'desc')
    .orderBy('p.birth_to')
    .orderBy('l.id')
    .executeTakeFirst()
  if (!found) throw invalid([{ pointer: '/familyId', code: 'family-empty' }])
  return found.person_id
}

export const divisionKind = approvalKind({
  kind,
  // Who sees the operation; that the person is open, the engine has asked already.
  mayDecide: async (ctx, { subjectId }) => (await find(ctx, subjectId)) !== undefined,
  execute: async (ctx, { subjectId }) => {
    const division = await find(ctx, subjectId)
    if (!division) throw notFound()
    await ctx.tx
      .updateTable('repatriation.divisions')
      .set({ agreed_by: ctx.actor.account, agreed_at: ctx.now })
      .where('id', '=', subjectId)
      .execute()
    ctx.trail.touched(division.operation_id ?? division.household_id ?? subjectId, ['divisions'])
  },
})

const find = (ctx: Context, id: string) =>
  ctx.tx
    .selectFrom('repatriation.divisions')
    .select(['id', 'operation_id', 'household_id'])
    .where('id', '=', id)
    .executeTakeFirst()

/** Asked for and agreed; those refused, expired or withdrawn are history of the approvals. */
export async function divisionsOf(ctx: Context, operationId: string): Promise<Division[]> {
  const rows = await ctx.tx
    .selectFrom('repatriation.divisions as d')
    .innerJoin('access.accounts as a', 'a.id', 'd.asked_by')
    .leftJoin('access.accounts as g', 'g.id', 'd.agreed_by')
    .leftJoin('approvals.approvals as p', 'p.id', 'd.approval_id')
    .selectAll('d')
    .select(['a.name as asked_name', 'g.name as agreed_name', 'p.state as approval'])
    .where('d.operation_id', '=', operationId)
    .orderBy('d.asked_at', 'desc')
    .orderBy('d.id')
    .execute()
  return rows
    .filter(row => row.agreed_by !== null || row.approval === null || row.approval === 'pending')
    .map(row => ({
      id: row.id,
      // Of an operation: a family of its list.
      familyId: row.family_id ?? '',
      at: row.at as Division['at'],
      ...(row.reason === null ? {} : { reason: row.reason }),
      endsAt: row.ends_at,
      askedBy: { id: row.asked_by, name: row.asked_name },
      askedAt: row.asked_at,
      ...(row.approval_id === null ? {} : { approvalId: row.approval_id }),
      ...(row.agreed_by === null ? {} : { agreedBy: { id: row.agreed_by, name: row.agreed_name ?? '' } }),
      ...(row.agreed_at === null ? {} : { agreedAt: row.agreed_at }),
    }))
}
