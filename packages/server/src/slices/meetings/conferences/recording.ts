/**
 * What came of a conference: who was there, what the family said, what was decided, who saw it differently. Written once; from then on it is amended.
 * A decision that a colleague carries out becomes a task of theirs.
 */
import { DomainError, type Fault, invalid } from '@kerege/contract/errors'
import type { AmendConference, RecordConference } from '@kerege/contract/meetings/conferences'
import type { Compartment } from '@kerege/contract/access/compartments'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { today } from '../../../platform/localDay.ts'
import { makeTask } from '../../tasks/index.ts'
import { ownerFaults } from '../sections.ts'
import { leave, requireWriter } from './planning.ts'
import * as store from './store.ts'

/** @throws DomainError `conference-over`, `stale-version` */
export async function record(ctx: Context, id: string, body: RecordConference): Promise<void> {
  const row = await store.lock(ctx, id, body.seen)
  await requireWriter(ctx, row)
  await requireWhole(ctx, row, body)
  for (const one of body.participants) {
    await ctx.tx
      .updateTable('meetings.participants')
      .set({ came: one.came === 'yes', stand: one.stand ?? null, words: one.words ?? null })
      .where('id', '=', one.id)
      .where('conference_id', '=', id)
      .execute()
  }
  for (const [ordinal, one] of body.decisions.entries()) {
    const taskId = one.ownerId && one.due ? newId(ctx.now.getTime()) : null
    if (taskId && one.due) {
      await makeTask(ctx, {
        id: taskId,
        title: one.words,
        due: one.due,
        recurrence: 'none',
        ownerId: one.ownerId,
        subjectId: row.person_id,
        compartment: row.compartment as Compartment, // a constraint of the table
      })
    }
    await ctx.tx
      .insertInto('meetings.decisions')
      .values({
        id: one.id,
        conference_id: id,
        person_id: row.person_id,
        compartment: row.compartment,
        ordinal,
        words: one.words,
        owner_id: one.ownerId ?? null,
        who: one.who ?? null,
        due: one.due ?? null,
        task_id: taskId,
      })
      .execute()
  }
  // Last: from now on nothing is written over.
  await ctx.tx
    .updateTable('meetings.conferences')
    .set({
      state: 'held',
      family: body.family.part,
      family_words: body.family.words,
      words: body.words ?? null,
      next_on: body.nextOn ?? null,
      recorded_by: ctx.actor.account,
      recorded_at: ctx.now,
      version: row.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute()
  leave(ctx, id, row.person_id, ['state', 'decisions'])
}

async function requireWhole(ctx: Context, row: store.Found, body: RecordConference): Promise<void> {
  const faults: Fault[] = []
  if (row.day > today(ctx)) throw new DomainError('conflict', 'conference-ahead')
  const there = await ctx.tx
    .selectFrom('meetings.participants')
    .select('id')
    .where('conference_id', '=', row.id)
    .execute()
  const said = new Set(body.participants.map(one => one.id))
  // Of each it is said whether they were there, and of nobody else.
  if (there.some(one => !said.has(one.id)) || said.size !== there.length) {
    faults.push({ pointer: '/participants', code: 'not-valid' })
  }
  if (body.nextOn && body.nextOn < today(ctx)) faults.push({ pointer: '/nextOn', code: 'in-the-past' })
  const about = { subjectId: row.person_id, compartment: row.compartment }
  faults.push(...(await ownerFaults(ctx, body.decisions, '/decisions', about)))
  if (faults.length > 0) throw invalid(faults)
}

/** Sent again it is written once: the id was made by the device. */
export async function amend(
  ctx: Context,
  id: string,
  { id: amendmentId, words }: AmendConference,
): Promise<void> {
  const row = await store.get(ctx, id)
  await requireWriter(ctx, row)
  if (row.state !== 'held') throw new DomainError('conflict', 'conference-not-held', { state: row.state })
  await ctx.tx
    .insertInto('meetings.amendments')
    .values({
      id: amendmentId,
      conference_id: id,
      person_id: row.person_id,
      compartment: row.compartment,
      words,
      actor_id: ctx.actor.account,
      at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  leave(ctx, id, row.person_id, ['amendments'])
}
