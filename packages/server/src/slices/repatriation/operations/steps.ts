/**
 * What became of a line: verified, consented, boarded, arrived. From wherever it comes, list, phone or import, a step goes
 * through here.
 */
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { MoveLine } from '@kerege/contract/repatriation/operations/schema'
import {
  lineEnds,
  lineGuard,
  type LineState,
  mayLineBecome,
  verbFor,
} from '@kerege/contract/repatriation/operations/states'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { naming } from './constraints.ts'
import { type FoundLine, getLine, lockLine } from './list.ts'
import { shareList } from './staff.ts'
import { type FoundOperation, mayDo } from './store.ts'
import { trace } from './traces.ts'

const doing = {
  'repatriation.register': 'keep',
  'repatriation.board': 'board',
  'reception.work': 'receive',
} as const

/**
 * Taken twice is taken once.
 * @throws DomainError `line-cannot` when the line cannot go there from where it stands
 */
export async function step(
  ctx: Context,
  operation: FoundOperation,
  lineId: string,
  body: MoveLine,
): Promise<void> {
  const need = doing[verbFor(body.to) as keyof typeof doing]
  if (!mayDo(ctx, operation, need)) throw notFound()
  const before = await lockLine(ctx, operation.id, lineId, null)
  const from = before.state as LineState
  if (from === body.to) return
  if (!mayLineBecome(from, body.to)) throw new DomainError('conflict', 'line-cannot', { state: from })
  await requireGuard(ctx, before, from, body)
  if (travels.includes(body.to) && !before.basis) await requireNoRefusal(ctx, lineId)
  await requireLeg(ctx, operation.id, body.legId)
  const recorded = await ctx.tx
    .selectFrom('repatriation.line_steps')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('line_id', '=', lineId)
    .executeTakeFirstOrThrow()
  if (body.to === 'other-basis') {
    await ctx.tx
      .updateTable('repatriation.lines')
      .set({ basis: body.basis ?? null })
      .where('id', '=', lineId)
      .execute()
  }
  await naming(record(ctx, lineId, recorded.n, from, body))
  const after = await getLine(ctx, operation.id, lineId)
  trace(ctx, 'update', before, after)
  if (body.reason) ctx.trail.because(body.reason, before.person_id)
  if (lineEnds(from) !== lineEnds(body.to)) await shareList(ctx, operation.id)
}

/** Proof and consent are looked for where they are written down; without them somebody says why. */
async function requireGuard(ctx: Context, line: FoundLine, from: LineState, body: MoveLine): Promise<void> {
  const guard = lineGuard(from, body.to)
  if (guard === 'basis' && !body.basis) throw invalid([{ pointer: '/basis', code: 'required' }])
  if (guard === 'free' || guard === 'basis' || body.reason) return
  if (guard === 'proof' && (await hasProof(ctx, line.id))) return
  if (guard === 'consent' && (await hasConsent(ctx, line.id))) return
  throw invalid([
    {
      pointer: '/reason',
      code: guard === 'proof' ? 'proof-or-reason' : guard === 'consent' ? 'consent-or-reason' : 'required',
    },
  ])
}

async function hasProof(ctx: Context, lineId: string): Promise<boolean> {
  const found = await ctx.tx
    .selectFrom('repatriation.evidence')
    .select('id')
    .where('line_id', '=', lineId)
    .where('standing', '=', 'held')
    .executeTakeFirst()
  return found !== undefined
}

async function hasConsent(ctx: Context, lineId: string): Promise<boolean> {
  const found = await ctx.tx
    .selectFrom('repatriation.consents')
    .select('id')
    .where('line_id', '=', lineId)
    .where('standing', '=', 'given')
    .executeTakeFirst()
  return found !== undefined
}

const travels: readonly LineState[] = ['consented', 'boarding', 'boarded']

/**
 * A no is respected until it is taken back, or until somebody puts down on what else the travel rests.
 * @throws DomainError `consent-refused`
 */
async function requireNoRefusal(ctx: Context, lineId: string): Promise<void> {
  const found = await ctx.tx
    .selectFrom('repatriation.consents')
    .select('id')
    .where('line_id', '=', lineId)
    .where('standing', 'in', ['refused', 'withdrawn'])
    .executeTakeFirst()
  if (found) throw new DomainError('conflict', 'consent-refused')
}

async function requireLeg(ctx: Context, operationId: string, legId: string | undefined): Promise<void> {
  if (!legId) return
  const found = await ctx.tx
    .selectFrom('repatriation.legs')
    .select('id')
    .where('id', '=', legId)
    .where('operation_id', '=', operationId)
    .executeTakeFirst()
  if (!found) throw invalid([{ pointer: '/legId', code: 'not-found' }])
}

async function record(
  ctx: Context,
  lineId: string,
  recorded: number,
  from: LineState | null,
  body: Omit<MoveLine, 'basis'>,
): Promise<void> {
  await ctx.tx
    .insertInto('repatriation.line_steps')
    .values({
      id: newId(ctx.now.getTime()),
      line_id: lineId,
      number: recorded + 1,
      from_state: from,
      to_state: body.to,
      at: ctx.now,
      actor_id: ctx.actor.account,
      reason: body.reason ?? null,
      leg_id: body.legId ?? null,
      device: body.device ?? null,
      device_at: body.deviceAt ?? null,
    })
    .execute()
}

/** The first step of lines that begin. */
export async function recordFirst(
  ctx: Context,
  lines: readonly { id: string; to: LineState; reason?: string | undefined }[],
): Promise<void> {
  const rows = lines.map(line => ({
    id: newId(ctx.now.getTime()),
    line: line.id,
    to: line.to,
    reason: line.reason,
  }))
  await sql`
    insert into repatriation.line_steps (id, line_id, number, to_state, at, actor_id, reason)
      select n.id, n.line, 1, n."to", ${ctx.now.toISOString()}::timestamptz, ${ctx.actor.account}::uuid, n.reason
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, line uuid, "to" text, reason text)`.execute(
    ctx.tx,
  )
}
