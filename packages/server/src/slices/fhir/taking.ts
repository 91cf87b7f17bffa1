/**
 * A file is taken in, in one transaction: a person, their case, relatives and a draft of a plan, by the very actions of the screens; all
 * else stays beside them as told. It is taken back as long as nobody has worked with it.
 */
import type { TakeFhir, TakenFhir } from '@kerege/contract/fhir/importing'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Divided } from '@kerege/contract/fhir/divide'
import { sectionOf } from '@kerege/contract/plans/domains'
import type { SaveGoal } from '@kerege/contract/plans/schema'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { findCase, openCase, worksOnCase } from '../cases/index.ts'
import { addRelation, eraseWhole, readPerson, register } from '../people/index.ts'
import { beginPlan, saveGoal } from '../plans/index.ts'
import { digestOf, divided, read } from './looking.ts'
import * as store from './store.ts'

/**
 * @throws DomainError `fhir-unreadable` for a file with faults, which are told by looking at it; `fhir-taken` for one that the actor has
 * taken in already
 */
export async function take(ctx: Context, body: TakeFhir): Promise<TakenFhir> {
  const known = await store.find(ctx, body.id)
  if (known) return takenOf(known)
  const digest = digestOf(body.bundle)
  if (await store.takenBefore(ctx, digest)) throw new DomainError('conflict', 'fhir-taken')
  const { record, faults, sender } = await read(body.bundle)
  if (!record || faults.length > 0) throw new DomainError('conflict', 'fhir-unreadable')
  const parts = await divided(ctx, record, body.personId !== undefined)
  const made = body.personId
    ? { personId: (await readPerson(ctx, body.personId)).id }
    : await make(ctx, body, parts, sender)
  const taking = { id: body.id, ...made, madePerson: body.personId === undefined, sender, digest }
  await store.add(ctx, taking, [...parts.told, ...('left' in made ? made.left : [])])
  ctx.trail.touched(body.id)
  ctx.trail.touched(made.personId)
  ctx.trail.counted('told', parts.told.length)
  return { id: body.id, personId: made.personId, ...('caseId' in made ? { caseId: made.caseId } : {}) }
}

const takenOf = (row: { id: string; person_id: string; case_id: string | null }): TakenFhir => ({
  id: row.id,
  personId: row.person_id,
  ...(row.case_id ? { caseId: row.case_id } : {}),
})

async function make(ctx: Context, body: TakeFhir, parts: Divided, sender: string | undefined) {
  if (!body.area) throw invalid([{ pointer: '/area', code: 'required' }])
  // A millisecond apart: goals and relatives stay in the order of the file.
  let made = 0
  const id = () => newId(ctx.now.getTime() + made++)
  const personId = id()
  await register(ctx, {
    id: personId,
    area: body.area,
    contact: parts.contact,
    ...(parts.identity ? { identity: parts.identity } : {}),
    ...(parts.journey ? { journey: parts.journey } : {}),
    notSame: body.notSame,
  })
  for (const { other, ...said } of parts.relatives)
    await addRelation(ctx, personId, {
      id: id(),
      ...said,
      evidence: [],
      other: other.who === 'outside' ? { ...other, outsiderId: id() } : other,
    })
  const sentBy = sender?.slice(0, 160)
  const opened = await openCase(ctx, { id: id(), personId, origin: 'referral', sentBy })
  const planId = await plan(ctx, opened.id, parts.goals, id)
  return {
    personId,
    caseId: opened.id,
    planId,
    // Where the bringer does not work with the case themselves, goals are kept as told.
    left: planId
      ? []
      : parts.goals.map(goal => ({
          kind: 'goal' as const,
          compartment: sectionOf[goal.domain],
          content: goal,
        })),
  }
}

/** A draft that the family has still to agree to. */
async function plan(
  ctx: Context,
  caseId: string,
  goals: Divided['goals'],
  id: () => string,
): Promise<string | undefined> {
  const row = goals.length > 0 ? await findCase(ctx, caseId) : undefined
  if (!row || !worksOnCase(ctx, row)) return undefined
  const planId = id()
  await beginPlan(ctx, caseId, { id: planId, kind: 'individual' })
  for (const { came: _, actions, ...goal } of goals) {
    const made: SaveGoal = {
      ...goal,
      thread: id(),
      actions: actions.map(({ done: _, ...one }) => ({
        ...one,
        thread: id(),
        ...(one.kind === 'task' ? { due: one.due ?? goal.due } : {}),
      })),
    }
    await saveGoal(ctx, planId, made)
  }
  return planId
}

/**
 * Whoever took something in takes back what was told. That a person leaves the register again is done by who decides on erasures, as
 * ever; what nobody has worked with needs no second one.
 * @throws DomainError `not-yours`, `not-allowed`, `fhir-worked-on`
 */
export async function undo(ctx: Context, id: string, reason: string): Promise<{ id: string }> {
  const row = await store.find(ctx, id)
  if (!row) throw notFound()
  if (!store.mayUndo(ctx, row))
    throw new DomainError('forbidden', row.made_person ? 'not-allowed' : 'not-yours')
  if (await store.workedOn(ctx, id)) throw new DomainError('conflict', 'fhir-worked-on')
  ctx.trail.touched(id)
  ctx.trail.because(reason)
  if (row.made_person) await eraseWhole(ctx, [row.person_id])
  else await ctx.tx.deleteFrom('fhir.imports').where('id', '=', id).execute()
  ctx.trail.touched(row.person_id)
  return { id }
}
