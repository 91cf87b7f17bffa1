/** Assessments of a case, and one of them with its panels, as their pages show them. */
import { notFound } from '@kerege/contract/errors'
import { type Interests, lacksOf } from '@kerege/contract/meetings/interests'
import { usualPanel, type PanelRule } from '@kerege/contract/meetings/panel'
import { ageOn } from '@kerege/contract/people/rules'
import type { BirthDate } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { today } from '../../../platform/localDay.ts'
import { findCase } from '../../cases/index.ts'
import { writableOf } from '../sections.ts'
import * as store from './store.ts'

export const panelRule = (ctx: Context): PanelRule => ctx.node.profile.bestInterestsPanel?.value ?? usualPanel

export async function writes(ctx: Context, personId: string): Promise<boolean> {
  if (!ctx.actor.verbs.includes('interests.write')) return false
  return (await writableOf(ctx, personId)).includes('protection')
}

/** Who may still be a child: for somebody else nobody decides so. */
export async function isChild(ctx: Context, personId: string): Promise<boolean> {
  const person = await ctx.tx
    .selectFrom('people.persons')
    .select('birth')
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) throw notFound()
  const age = ageOn(person.birth as BirthDate, today(ctx))
  return age === null || age.min < (ctx.node.profile.ageOfMajority.value ?? 18)
}

/** @throws DomainError `not-found` for a case that is not open to the actor */
export async function ofCase(ctx: Context, caseId: string) {
  const found = await findCase(ctx, caseId)
  if (!found) throw notFound()
  const rows = await store.ofCase(ctx, caseId)
  const panels = await store.panelsOf(
    ctx,
    rows.map(row => row.id),
  )
  const child = await isChild(ctx, found.person_id)
  ctx.trail.shown([caseId, found.person_id, ...rows.map(row => row.id)])
  return {
    caseId,
    personId: found.person_id,
    person: found.person,
    child,
    rows: rows.map(row =>
      store.toRow(
        row,
        panels.find(one => one.interest_id === row.id && one.state !== 'dropped'),
      ),
    ),
    mayBegin: child && (await writes(ctx, found.person_id)),
  }
}

export async function whole(ctx: Context, id: string): Promise<Interests> {
  const row = await store.get(ctx, id)
  const content = store.contentOf(row)
  const found = await store.panelsOf(ctx, [id])
  const panels = await Promise.all(found.map(one => store.toPanel(ctx, one)))
  const may = await writes(ctx, row.person_id)
  const pending = await reviewOf(ctx, id)
  ctx.trail.shown([id, row.person_id, ...panels.map(one => one.id)])
  const { panel: _, ...head } = store.toRow(row, undefined)
  return {
    ...head,
    caseId: row.case_id,
    personId: row.person_id,
    ...(row.person === null ? {} : { person: row.person }),
    content,
    lacks: lacksOf(content),
    ...(row.reviewed_by && row.reviewed_at && row.reviewer !== null
      ? { reviewed: { by: { id: row.reviewed_by, name: row.reviewer }, at: row.reviewed_at } }
      : {}),
    steps: await store.stepsOf(ctx, id),
    ...(pending ? { approvalId: pending } : {}),
    panels,
    rule: panelRule(ctx),
    mayWrite: may,
    mayCall: may && row.state === 'reviewed' && found.every(one => one.state === 'dropped'),
  }
}

/** The open request to read it as a second person. */
export async function reviewOf(ctx: Context, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select meetings.review_of(${id}::uuid) as id`.execute(
    ctx.tx,
  )
  return rows[0]?.id ?? undefined
}
