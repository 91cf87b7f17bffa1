/** Assessments as their pages show them: those of a person, and one with what it is compared with. */
import { currentInstruments } from '@kerege/contract/assessments/instruments'
import { needsId } from '@kerege/contract/assessments/needs'
import type { Assessment, Outcome, PersonAssessments } from '@kerege/contract/assessments/schema'
import type { Answers } from '@kerege/contract/assessments/score'
import type { Context } from '../../platform/context.ts'
import { writableDomains } from './saving.ts'
import { takes } from './starting.ts'
import * as store from './store.ts'

export async function ofPerson(ctx: Context, personId: string): Promise<PersonAssessments> {
  const { person, birth, writable } = await store.standing(ctx, personId)
  const rows = await store.rowsOf(ctx, personId)
  const levels = await store.levelsOf(
    ctx,
    rows.map(row => row.id),
  )
  const age = store.ageOf(ctx, birth)
  ctx.trail.shown([personId, ...rows.map(row => row.id)])
  const may = ctx.actor.verbs.includes('assessments.take')
  return {
    person,
    ...(age === undefined ? {} : { age }),
    rows: rows.map(row => store.toRow(row, levels.get(row.id))),
    mayTake: [needsId, ...currentInstruments.map(one => one.id)].filter(
      id => may && takes(writable, id) !== null,
    ),
  }
}

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function whole(ctx: Context, id: string): Promise<Assessment> {
  const row = await store.get(ctx, id)
  const mine = row.account_id === ctx.actor.account
  const draft = row.state === 'draft'
  const isNeeds = row.instrument === needsId
  const others = (await store.rowsOf(ctx, row.person_id)).filter(
    one => one.id !== id && one.instrument === row.instrument && one.state === 'finished',
  )
  const levels = await store.levelsOf(ctx, [id, ...others.map(one => one.id)])
  const compared = draft ? [] : others.filter(one => sameLook(row, one))
  ctx.trail.shown([id, row.person_id, ...compared.map(one => one.id)])
  const previous = previousOf(row, others, levels)
  return {
    ...store.toRow(row, levels.get(id)),
    person: row.person,
    ...(row.case_id && ctx.actor.verbs.includes('cases.read') ? { caseId: row.case_id } : {}),
    ...(row.language ? { language: row.language } : {}),
    ...(isNeeds ? {} : { answers: row.answers as Answers }),
    ...(isNeeds && draft ? { draft: row.answers as NonNullable<Assessment['draft']> } : {}),
    writable: isNeeds && draft ? (await writableDomains(ctx, row)).map(one => one.id) : [],
    cutOffs: row.cut_offs as Record<string, number>,
    ...(previous ? { previous } : {}),
    compared: compared.map(one => ({
      ...store.toRow(one, levels.get(one.id)),
      ...(isNeeds ? {} : { answers: one.answers as Answers }),
    })),
    mayChange: draft && mine && ctx.actor.verbs.includes('assessments.take'),
  }
}

/** One looked beside the other, or both beside a third. */
const sameLook = (one: store.Found, other: store.Found) =>
  other.beside_id === one.id ||
  one.beside_id === other.id ||
  (one.beside_id !== null && one.beside_id === other.beside_id)

/**
 * What was found before, for the same whose needs these are. A second assessor does not see the look that theirs stands
 * beside: nor is it "before" for them.
 */
function previousOf(
  row: store.Found,
  others: readonly store.Found[],
  levels: Awaited<ReturnType<typeof store.levelsOf>>,
): Assessment['previous'] {
  const before = others.filter(
    one =>
      one.about === row.about &&
      !sameLook(row, one) &&
      (row.finished_at === null || (one.finished_at ?? '') < row.finished_at),
  )
  const [last] = before
  if (!last) return undefined
  const seen = new Set<string>()
  const each = before.flatMap(one =>
    (levels.get(one.id) ?? []).flatMap(level => {
      if (seen.has(level.domain)) return []
      seen.add(level.domain)
      return [{ ...level, takenOn: one.taken_on }]
    }),
  )
  return {
    takenOn: last.taken_on,
    ...(last.outcome ? { outcome: last.outcome as Outcome } : {}),
    levels: each,
  }
}
