/** Calling a conference, another time or circle for it, calling it off. Who is asked hears that something waits, and of nobody. */
import { DomainError, type Fault, invalid, notFound } from '@kerege/contract/errors'
import type { CallOff, ChangeConference, Invite, PlanConference } from '@kerege/contract/meetings/conferences'
import type { Context } from '../../../platform/context.ts'
import { today } from '../../../platform/localDay.ts'
import { emitToAll } from '../../../platform/outbox.ts'
import { findCase } from '../../cases/index.ts'
import { momentOf } from '../times.ts'
import { sectionsFor } from './reading.ts'
import * as store from './store.ts'

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function plan(ctx: Context, caseId: string, draft: PlanConference): Promise<void> {
  const found = await findCase(ctx, caseId)
  if (!found) throw notFound()
  const known = await ctx.tx
    .selectFrom('meetings.conferences')
    .select(['case_id', 'called_by'])
    .where('id', '=', draft.id)
    .executeTakeFirst()
  if (known) {
    if (known.case_id !== caseId || known.called_by !== ctx.actor.account) throw notFound()
    return
  }
  const open: readonly string[] = await sectionsFor(ctx, found.person_id)
  const faults = await faultsOf(ctx, draft)
  if (!open.includes(draft.compartment)) faults.unshift({ pointer: '/compartment', code: 'not-found' })
  if (faults.length > 0) throw invalid(faults)
  const made = await ctx.tx
    .insertInto('meetings.conferences')
    .values({
      id: draft.id,
      case_id: caseId,
      person_id: found.person_id,
      compartment: draft.compartment,
      ...columns(ctx, draft),
      called_by: ctx.actor.account,
      called_at: ctx.now,
      updated_at: ctx.now,
    })
    // Somebody else's with this id: the answer is the one for what cannot be seen.
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw notFound()
  await seat(ctx, { ...draft, person_id: found.person_id })
  await tell(ctx, 'conference.called', draft.id, accountsOf(draft.participants))
  leave(ctx, draft.id, found.person_id, ['state'])
}

/** @throws DomainError `not-yours` for who reads its section and does not write there */
export async function requireWriter(ctx: Context, row: store.Found): Promise<void> {
  const sections: readonly string[] = await sectionsFor(ctx, row.person_id)
  if (!sections.includes(row.compartment)) throw new DomainError('forbidden', 'not-yours')
}

/** @throws DomainError `not-yours`, `conference-over`, `stale-version` */
export async function change(ctx: Context, id: string, draft: ChangeConference): Promise<void> {
  const row = await store.lock(ctx, id, ctx.basedOn)
  await requireWriter(ctx, row)
  const faults = await faultsOf(ctx, draft)
  if (faults.length > 0) throw invalid(faults)
  const before = await ctx.tx
    .selectFrom('meetings.participants')
    .select('account_id')
    .where('conference_id', '=', id)
    .execute()
  await ctx.tx
    .updateTable('meetings.conferences')
    .set({ ...columns(ctx, draft), version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  await ctx.tx.deleteFrom('meetings.participants').where('conference_id', '=', id).execute()
  await seat(ctx, {
    id,
    person_id: row.person_id,
    compartment: row.compartment,
    participants: draft.participants,
  })
  const there = before.flatMap(one => one.account_id ?? [])
  const now = accountsOf(draft.participants)
  await tell(
    ctx,
    'conference.called',
    id,
    now.filter(one => !there.includes(one)),
  )
  const moved =
    draft.day !== row.day ||
    draft.time !== row.time ||
    draft.way !== row.way ||
    (draft.place ?? null) !== row.place
  // Whoever is asked no longer hears it as those do for whom the time is another one.
  await tell(
    ctx,
    'conference.changed',
    id,
    there.filter(one => moved || !now.includes(one)),
  )
  leave(ctx, id, row.person_id, ['time', 'participants'])
}

export async function callOff(ctx: Context, id: string, { seen, reason }: CallOff): Promise<void> {
  const row = await store.lock(ctx, id, seen)
  await requireWriter(ctx, row)
  await ctx.tx
    .updateTable('meetings.conferences')
    .set({ state: 'called-off', why: reason, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  const asked = await ctx.tx
    .selectFrom('meetings.participants')
    .select('account_id')
    .where('conference_id', '=', id)
    .execute()
  await tell(
    ctx,
    'conference.changed',
    id,
    asked.flatMap(one => one.account_id ?? []),
  )
  leave(ctx, id, row.person_id, ['state'])
  ctx.trail.because(reason, row.person_id)
}

const columns = (ctx: Context, draft: ChangeConference) => ({
  starts_at: momentOf(ctx, draft.day, draft.time),
  minutes: draft.minutes,
  way: draft.way,
  place: draft.place ?? null,
  purpose: draft.purpose,
  agenda: draft.agenda.map(one => one.words),
})

const accountsOf = (list: readonly Invite[]): string[] =>
  list.flatMap(one => (one.kind === 'colleague' ? [one.accountId] : []))

async function faultsOf(ctx: Context, draft: ChangeConference): Promise<Fault[]> {
  const faults: Fault[] = []
  if (draft.day < today(ctx)) faults.push({ pointer: '/day', code: 'in-the-past' })
  const asked = accountsOf(draft.participants)
  const there = asked.length
    ? await ctx.tx
        .selectFrom('access.accounts')
        .select('id')
        .where('id', 'in', asked)
        .where('state', '=', 'active')
        .execute()
    : []
  const active = new Set(there.map(one => one.id))
  for (const [at, one] of draft.participants.entries()) {
    if (one.kind === 'colleague' && !active.has(one.accountId)) {
      faults.push({ pointer: `/participants/${at}/accountId`, code: 'not-found' })
    }
  }
  return faults
}

interface Seated {
  id: string
  person_id: string
  compartment: string
  participants: readonly Invite[]
}

const seat = (ctx: Context, { id, person_id, compartment, participants }: Seated) =>
  ctx.tx
    .insertInto('meetings.participants')
    .values(
      participants.map((one, ordinal) => ({
        id: one.id,
        conference_id: id,
        person_id,
        compartment,
        ordinal,
        account_id: one.kind === 'colleague' ? one.accountId : null,
        name: one.kind === 'outside' ? (one.name ?? null) : null,
        role: one.kind === 'outside' ? one.role : null,
        agency: one.kind === 'outside' ? one.agency : null,
      })),
    )
    .execute()

async function tell(
  ctx: Context,
  topic: 'conference.called' | 'conference.changed',
  conferenceId: string,
  accounts: readonly string[],
): Promise<void> {
  const others = accounts.filter(one => one !== ctx.actor.account)
  if (topic === 'conference.called') {
    await emitToAll(ctx.tx, 'conference.called', others, { conferenceId })
  } else await emitToAll(ctx.tx, 'conference.changed', others, { conferenceId })
}

export function leave(ctx: Context, id: string, personId: string, fields: readonly string[]): void {
  ctx.trail.touched(id, fields)
  ctx.trail.touched(personId)
}
