/** What is said of a claim: it applies or not, was asked, given, refused, appealed, ended; and what was handed over. */
import { type ClaimState, type ClaimStep, stepsOf } from '@kerege/contract/entitlements/rules'
import type { AddDelivery, CheckList, TakeClaimStep } from '@kerege/contract/entitlements/schema'
import { DomainError, type Fault, invalid, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { today } from '../../platform/localDay.ts'
import { makeTask } from '../tasks/index.ts'
import { itemOf } from './catalogue.ts'
import { checkList, whose } from './checkList.ts'

/** @throws DomainError `not-found`, and `not-yours` for who reads it and does not write it */
async function writable(ctx: Context, personId: string): Promise<void> {
  const one = await whose(ctx, personId)
  if (!one.open) throw notFound()
  if (!one.mayWrite) throw new DomainError('forbidden', 'not-yours')
}

/**
 * A command that is sent again takes nothing anew: the id of the step was made by the device.
 * @throws DomainError `claim-cannot` when it does not stand there, `stale-version` when somebody came first
 */
export async function take(
  ctx: Context,
  personId: string,
  code: string,
  command: TakeClaimStep,
): Promise<CheckList> {
  await writable(ctx, personId)
  // Two who begin the same claim at once: the second sees what the first has left.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${personId} ${code}`}, 86))`.execute(ctx.tx)
  const known = await ctx.tx
    .selectFrom('entitlements.steps')
    .select('person_id')
    .where('id', '=', command.id)
    .executeTakeFirst()
  if (known) {
    if (known.person_id !== personId) throw notFound()
    return checkList(ctx, personId)
  }
  const row = await ctx.tx
    .selectFrom('entitlements.claims')
    .selectAll()
    .where('person_id', '=', personId)
    .where('code', '=', code)
    .where('rests', '=', false)
    .executeTakeFirst()
  if (!row && !itemOf(ctx, code)) throw notFound()
  const version = row?.version ?? 0
  if (version !== command.seen) throw new DomainError('conflict', 'stale-version', { version })
  const state = row?.state as ClaimState | undefined // a constraint of the table
  if (!stepsOf(state).includes(command.what)) {
    throw new DomainError('conflict', 'claim-cannot', state ? { state } : {})
  }
  requireSound(ctx, command)
  const claimId = row?.id ?? newId(ctx.now.getTime())
  const columns = {
    ...after(ctx, command),
    ...(command.next ? { next_on: command.next.due } : command.what === 'word' ? {} : { next_on: null }),
    updated_at: ctx.now,
  }
  if (row) {
    await ctx.tx
      .updateTable('entitlements.claims')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', row.id)
      .execute()
  } else {
    await ctx.tx
      .insertInto('entitlements.claims')
      .values({
        ...columns,
        ...{ id: claimId, person_id: personId, code, state: command.what },
        case_id: sql<string | null>`casework.case_of(${personId}::uuid)`,
        opened_by: ctx.actor.account,
        opened_at: ctx.now,
      })
      .execute()
  }
  await step(ctx, { claimId, personId, number: version + 1 }, command)
  return checkList(ctx, personId)
}

/** All that cannot be, at once: what happened, happened; what is to be done lies ahead. */
function requireSound(ctx: Context, { on, appealBy, next, what }: TakeClaimStep): void {
  const now = today(ctx)
  const faults: Fault[] = [
    ...(on !== undefined && on > now ? [{ pointer: '/on', code: 'day-ahead' }] : []),
    ...(appealBy !== undefined && what !== 'refused' ? [{ pointer: '/appealBy', code: 'not-asked' }] : []),
    ...(appealBy !== undefined && appealBy < (on ?? now)
      ? [{ pointer: '/appealBy', code: 'in-the-past' }]
      : []),
    ...(next !== undefined && next.due < now ? [{ pointer: '/next/due', code: 'in-the-past' }] : []),
  ]
  if (faults.length > 0) throw invalid(faults)
}

function after(ctx: Context, { what, on = today(ctx), appealBy }: TakeClaimStep) {
  switch (what) {
    case 'asked':
      return { state: what, asked_on: on, appeal_by: null }
    case 'appealed':
      // From this day on somebody waits again.
      return { state: what, asked_on: on, appeal_by: null }
    case 'given':
      return { state: what, given_on: on }
    case 'refused':
      return { state: what, appeal_by: appealBy ?? null }
    case 'applies':
      return { state: what, asked_on: null, given_on: null, appeal_by: null }
    case 'not':
    case 'ended':
      return { state: what, appeal_by: null }
    case 'word':
      return {}
  }
}

async function step(
  ctx: Context,
  { claimId, personId, number }: { claimId: string; personId: string; number: number },
  { id, what, on, words, next }: TakeClaimStep,
): Promise<void> {
  const made = await ctx.tx
    .insertInto('entitlements.steps')
    .values({
      ...{ id, claim_id: claimId, person_id: personId, number, what: what satisfies ClaimStep },
      on_day: on ?? today(ctx),
      words: words ?? null,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    // Somebody else's with this id: the answer is the one for what cannot be seen.
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw notFound()
  if (next) {
    await makeTask(ctx, {
      ...{ id: newId(ctx.now.getTime()), title: next.title, due: next.due, recurrence: 'none' },
      ...{ subjectId: personId, compartment: 'social' },
    })
  }
  ctx.trail.touched(claimId, [what])
  ctx.trail.touched(personId)
}

/** A command that is sent again writes nothing new: the id was made by the device. */
export async function addDelivery(ctx: Context, personId: string, body: AddDelivery): Promise<CheckList> {
  await writable(ctx, personId)
  const known = await ctx.tx
    .selectFrom('entitlements.deliveries')
    .select('person_id')
    .where('id', '=', body.id)
    .executeTakeFirst()
  if (known) {
    if (known.person_id !== personId) throw notFound()
    return checkList(ctx, personId)
  }
  const faults: Fault[] = [
    ...(body.on > today(ctx) ? [{ pointer: '/on', code: 'day-ahead' }] : []),
    ...(body.code && !itemOf(ctx, body.code) ? [{ pointer: '/code', code: 'not-found' }] : []),
  ]
  if (faults.length > 0) throw invalid(faults)
  const made = await ctx.tx
    .insertInto('entitlements.deliveries')
    .values({
      ...{
        id: body.id,
        person_id: personId,
        code: body.code ?? null,
        what: body.what,
        amount: body.amount ?? null,
      },
      ...{ given_on: body.on, by_whom: body.byWhom, received_by: body.receivedBy, note: body.note ?? null },
      case_id: sql<string | null>`casework.case_of(${personId}::uuid)`,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw notFound()
  ctx.trail.touched(body.id, ['delivery'])
  ctx.trail.touched(personId)
  return checkList(ctx, personId)
}

/** Struck out twice it is struck out once, by who came first. */
export async function strike(ctx: Context, id: string, reason: string): Promise<CheckList> {
  const row = await ctx.tx
    .selectFrom('entitlements.deliveries')
    .select(['person_id', 'struck_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  await writable(ctx, row.person_id)
  if (!row.struck_at) {
    await ctx.tx
      .updateTable('entitlements.deliveries')
      .set({ struck_at: ctx.now, struck_by: ctx.actor.account, struck_why: reason })
      .where('id', '=', id)
      .where('struck_at', 'is', null)
      .execute()
    ctx.trail.touched(id, ['struck'])
    ctx.trail.touched(row.person_id)
    ctx.trail.because(reason, row.person_id)
  }
  return checkList(ctx, row.person_id)
}
