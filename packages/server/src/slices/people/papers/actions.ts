/**
 * Writing down that a paper is needed, and what is known of the way to it. What becomes of it stands in moves.ts.
 * Every action reads the same way: lock, check, apply the rule, save, leave a trail.
 */
import { type Fault, invalid, notFound } from '@kerege/contract/errors'
import { dueDay } from '@kerege/contract/people/papers/rules'
import type { ChangePaper, MakePaper } from '@kerege/contract/people/papers/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { documentsAbout } from '../../documents/index.ts'
import { tellBlocks } from './alerts.ts'
import { record, requireDay } from './moves.ts'
import { get, lock } from './store.ts'
import { changed, leave } from './traces.ts'
import { today } from '../../../platform/localDay.ts'

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function make(ctx: Context, personId: string, draft: MakePaper): Promise<void> {
  const covers = await sql<{ write: boolean }>`
    select access.covers('write', 'identity', ${personId}::uuid) as write`.execute(ctx.tx)
  if (!covers.rows[0]?.write) throw notFound()
  const known = await ctx.tx
    .selectFrom('people.papers')
    .select('person_id')
    .where('id', '=', draft.id)
    .executeTakeFirst()
  if (known) {
    if (known.person_id !== personId) throw notFound()
    return leave(ctx, { id: draft.id, person_id: personId })
  }
  const on = draft.on ?? today(ctx)
  requireDay(ctx, on, undefined)
  await requireFitting(ctx, personId, draft, draft.responsibleId)
  const made = await ctx.tx
    .insertInto('people.papers')
    .values({
      id: draft.id,
      person_id: personId,
      fact: draft.fact,
      ...contentColumns(draft),
      responsible_id: draft.responsibleId ?? ctx.actor.account,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    // Somebody else's paper with this id: the answer is the one for what cannot be seen.
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw notFound()
  await record(ctx, { id: draft.id, person_id: personId }, 0, { from: null, to: 'needed', on })
  const row = await get(ctx, draft.id)
  changed(ctx, 'created', undefined, row)
  await tellBlocks(ctx, undefined, row)
}

export async function change(ctx: Context, id: string, draft: ChangePaper): Promise<void> {
  const before = await lock(ctx, id, ctx.basedOn)
  const fresh = draft.responsibleId === before.responsible_id ? undefined : draft.responsibleId
  await requireFitting(ctx, before.person_id, draft, fresh)
  await ctx.tx
    .updateTable('people.papers')
    .set({
      ...contentColumns(draft),
      responsible_id: draft.responsibleId,
      version: before.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute()
  const after = await get(ctx, id)
  changed(ctx, 'update', before, after)
  await tellBlocks(ctx, before, after)
}

function contentColumns(draft: Omit<MakePaper, 'id' | 'fact' | 'on' | 'responsibleId'>) {
  return {
    paper: draft.paper ?? null,
    pathway: draft.pathway,
    office: draft.office ? JSON.stringify(draft.office) : null,
    steps: JSON.stringify(draft.steps),
    evidence: JSON.stringify(draft.evidence),
    blocks: draft.blocks,
    obstacle: draft.obstacle ?? null,
    next_on: draft.nextOn ?? null,
    due_on: dueDay(draft.steps, draft.nextOn) ?? null,
  }
}

/** All faults at once: files that are not this person's, steps done tomorrow, work for somebody who cannot see it. */
async function requireFitting(
  ctx: Context,
  personId: string,
  draft: Pick<MakePaper, 'steps' | 'evidence' | 'paper'>,
  responsibleId: string | undefined,
): Promise<void> {
  const faults: Fault[] = []
  const types = ctx.node.profile.documentTypes.map(type => type.code)
  if (draft.paper && !types.includes(draft.paper)) faults.push({ pointer: '/paper', code: 'not-found' })
  draft.steps.forEach((step, at) => {
    if (step.doneOn && step.doneOn > today(ctx)) {
      faults.push({ pointer: `/steps/${at}/doneOn`, code: 'in-the-future' })
    }
  })
  const asked = draft.evidence.flatMap(proof => (proof.documentId ? [proof.documentId] : []))
  const there = await documentsAbout(ctx.tx, personId, 'identity', asked)
  draft.evidence.forEach((proof, at) => {
    if (proof.documentId && !there.has(proof.documentId)) {
      faults.push({ pointer: `/evidence/${at}/documentId`, code: 'not-found' })
    }
  })
  if (responsibleId && responsibleId !== ctx.actor.account) {
    const opens = await sql<{ sees: boolean }>`
      select access.opens_to(${responsibleId}::uuid, 'read', 'identity', ${personId}::uuid, 'people.read') as sees`.execute(
      ctx.tx,
    )
    if (!opens.rows[0]?.sees) faults.push({ pointer: '/responsibleId', code: 'owner-cannot-see' })
  }
  if (faults.length > 0) throw invalid(faults)
}
