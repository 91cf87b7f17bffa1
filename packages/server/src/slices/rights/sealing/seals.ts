/**
 * Sealing: asked by one, decided by another, and kept by the policies of every table. The rule of the state only shows who would be
 * meant; as long as nobody compared it with the law, it seals nobody, and a request or a court still does.
 */
import type { Page } from '@kerege/contract/common'
import { DomainError, notFound } from '@kerege/contract/errors'
import type {
  AskOpening,
  AskSeal,
  SealFilter,
  SealReason,
  SealRow,
  SealRules,
  SealState,
} from '@kerege/contract/rights/sealing'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, sealCursor } from '../../../platform/cursor.ts'
import { today } from '../../../platform/localDay.ts'
import { approvalKind, askApproval } from '../../approvals/index.ts'

const sealing = 'record-sealing'
const opening = 'seal-opening'
const dayMs = 86_400_000

/** The age at which records are sealed, where the state has said both parts of it. */
function ageOf({ node: { profile } }: Context): { majority: number; years: number } | undefined {
  const majority = profile.ageOfMajority.value
  const years = profile.sealing?.value?.yearsAfterMajority
  return majority === null || years === undefined ? undefined : { majority, years }
}

const unverified = ({ node: { profile } }: Context) =>
  !(profile.sealing?.verified === true && profile.ageOfMajority.verified)

export async function rules(ctx: Context): Promise<SealRules> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from rights.seals`.execute(ctx.tx)
  return { ...ageOf(ctx), needsReview: unverified(ctx), sealed: rows[0]?.n ?? 0 }
}

export async function list(ctx: Context, filter: SealFilter): Promise<Page<SealRow>> {
  const after = openCursor(ctx.node.keys.cursors, 'sealing', filter.cursor)
  const age = ageOf(ctx)
  if (!age) return { rows: [] }
  const { rows: found } = await sql<{
    id: string
    label: string
    on_day: string
    approval_id: string | null
  }>`
    select s.id, s.label, s.on_day::text, (
      select v.id from approvals.approvals v where v.kind = ${sealing} and v.subject_id = s.id and v.state = 'pending') as approval_id
    from rights.sealable(${age.majority}::int, ${age.years}::int) s
    where s.on_day <= ${today(ctx)}::date
      and (${after?.[0] ?? null}::date is null or (s.on_day, s.id) > (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))
    order by s.on_day, s.id limit ${filter.limit + 1}`.execute(ctx.tx)
  const shown = found.slice(0, filter.limit)
  const last = shown.at(-1)
  ctx.trail.shown(shown.map(row => row.id))
  return {
    rows: shown.map(row => ({
      personId: row.id,
      person: row.label,
      on: row.on_day,
      ...(row.approval_id ? { approvalId: row.approval_id } : {}),
    })),
    ...(found.length > filter.limit && last
      ? { next: sealCursor(ctx.node.keys.cursors, 'sealing', [last.on_day, last.id]) }
      : {}),
  }
}

export async function ofPerson(ctx: Context, personId: string): Promise<SealState> {
  await requireOpen(ctx, personId)
  const row = await sealOf(ctx, personId)
  const asked = await ctx.tx
    .selectFrom('approvals.approvals')
    .select('id')
    .where('kind', 'in', [sealing, opening])
    .where('subject_id', '=', personId)
    .where('state', '=', 'pending')
    .executeTakeFirst()
  ctx.trail.shown([personId])
  return {
    ...(row
      ? {
          seal: {
            why: row.why as SealReason, // a constraint of the table
            by: { id: row.sealed_by, name: row.name },
            at: row.sealed_at,
            ...(row.open_until && row.open_until > ctx.now.toISOString()
              ? { openUntil: row.open_until }
              : {}),
          },
        }
      : {}),
    ...(asked ? { approvalId: asked.id } : {}),
  }
}

/** @throws DomainError `sealed-already`, `case-open`, `rule-unverified` and `seal-not-yet` where it is by age */
export async function ask(ctx: Context, personId: string, { why, reason }: AskSeal) {
  await requireOpen(ctx, personId)
  if (await sealOf(ctx, personId)) throw new DomainError('conflict', 'sealed-already')
  if (await worked(ctx, personId)) throw new DomainError('conflict', 'case-goes-on')
  if (why === 'age') await requireAge(ctx, personId)
  return { approvalId: await askTwo(ctx, sealing, personId, { why }, reason) }
}

/** @throws DomainError `not-sealed` */
export async function askOpening(ctx: Context, personId: string, { days, reason }: AskOpening) {
  await requireOpen(ctx, personId)
  if (!(await sealOf(ctx, personId))) throw new DomainError('conflict', 'not-sealed')
  return { approvalId: await askTwo(ctx, opening, personId, { days }, reason) }
}

const askTwo = (ctx: Context, kind: string, personId: string, params: object, reason: string) =>
  askApproval(ctx, {
    kind,
    subjectKind: 'person',
    subjectId: personId,
    personId,
    params: { ...params },
    reason,
    // Of those who may ask for it, somebody else.
    steps: [{ verb: 'people.erase', dueInDays: 30 }],
  })

async function requireAge(ctx: Context, personId: string): Promise<void> {
  const age = ageOf(ctx)
  if (!age || unverified(ctx)) throw new DomainError('conflict', 'rule-unverified')
  const { rows } = await sql`select 1 from rights.sealable(${age.majority}::int, ${age.years}::int) s
    where s.id = ${personId}::uuid and s.on_day <= ${today(ctx)}::date`.execute(ctx.tx)
  if (rows.length === 0) throw new DomainError('conflict', 'seal-not-yet')
}

async function requireOpen(ctx: Context, personId: string): Promise<void> {
  const found = await ctx.tx
    .selectFrom('people.persons')
    .select('id')
    .where('id', '=', personId)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  if (!found) throw notFound()
}

async function worked(ctx: Context, personId: string): Promise<boolean> {
  const { rows } = await sql<{ worked: boolean }>`select rights.worked(${personId}::uuid) as worked`.execute(
    ctx.tx,
  )
  return rows[0]?.worked ?? false
}

const sealOf = (ctx: Context, personId: string) =>
  ctx.tx
    .selectFrom('rights.seals as s')
    .innerJoin('access.accounts as a', 'a.id', 's.sealed_by')
    .select(['s.why', 's.sealed_by', 'a.name', 's.sealed_at', 's.open_until'])
    .where('s.person_id', '=', personId)
    .executeTakeFirst()

export const sealKind = approvalKind({
  kind: sealing,
  stepUp: true,
  execute: async (ctx, { id, subjectId, params }) => {
    // Opened anew meanwhile: what was asked does not hold any more.
    if (await worked(ctx, subjectId)) throw new DomainError('conflict', 'case-goes-on')
    await sql`select rights.seal(${subjectId}::uuid, ${id}::uuid, ${String(params.why)}, ${ctx.now.toISOString()}::timestamptz)`.execute(
      ctx.tx,
    )
    ctx.trail.touched(subjectId, ['seal'])
  },
})

export const sealOpeningKind = approvalKind({
  kind: opening,
  stepUp: true,
  execute: async (ctx, { id, subjectId, params }) => {
    const until = new Date(ctx.now.getTime() + Number(params.days) * dayMs)
    await sql`select rights.open_seal(${subjectId}::uuid, ${id}::uuid, ${until.toISOString()}::timestamptz)`.execute(
      ctx.tx,
    )
    ctx.trail.touched(subjectId, ['seal'])
  },
})
