/** One line more on a list: the one way for a hand, an import and the door, with everything that does not fit at once. */
import { type Fault, invalid } from '@kerege/contract/errors'
import { ageOn } from '@kerege/contract/people/rules'
import type { BirthDate } from '@kerege/contract/people/schema'
import type { AddLine, ChangeLine } from '@kerege/contract/repatriation/operations/schema'
import type { Context } from '../../../platform/context.ts'
import { naming } from './constraints.ts'
import { findFamily } from './families.ts'
import { getLine } from './list.ts'
import { record } from './steps.ts'
import { type FoundOperation, today } from './store.ts'
import { trace } from './traces.ts'

/**
 * One line more, without sharing the list anew: who adds many calls `shareList` once, afterwards. Added twice is added
 * once.
 * @throws DomainError `person-on-list`, `person-on-another-list`, `bracelet-taken`, `family-has-head`
 */
export async function put(ctx: Context, operation: FoundOperation, body: AddLine): Promise<void> {
  const known = await ctx.tx
    .selectFrom('repatriation.lines')
    .select(['operation_id', 'person_id'])
    .where('id', '=', body.id)
    .executeTakeFirst()
  if (known?.operation_id === operation.id && known.person_id === body.personId) return
  await requireFit(ctx, operation.id, body.personId, body)
  await naming(
    ctx.tx
      .insertInto('repatriation.lines')
      .values({
        id: body.id,
        operation_id: operation.id,
        person_id: body.personId,
        ...placeColumns(body),
        door: body.door,
        created_by: ctx.actor.account,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute(),
  )
  await record(ctx, body.id, 0, null, { to: body.door ? 'added-at-door' : 'identified', reason: body.reason })
  trace(ctx, 'created', undefined, await getLine(ctx, operation.id, body.id))
  if (body.reason) ctx.trail.because(body.reason, body.personId)
}

/** Who it is, whose family, who is named beside them. */
export async function requireFit(
  ctx: Context,
  operationId: string,
  personId: string,
  body: ChangeLine,
): Promise<void> {
  const faults: Fault[] = []
  const ids = [personId, ...(body.carerId ? [body.carerId] : [])]
  const persons = await ctx.tx
    .selectFrom('people.persons')
    .select(['id', 'birth'])
    .where('id', 'in', ids)
    .where('merged_into', 'is', null)
    .execute()
  const person = persons.find(one => one.id === personId)
  if (!person) faults.push({ pointer: '/personId', code: 'not-found' })
  if (body.carerId === personId) faults.push({ pointer: '/carerId', code: 'carer-is-self' })
  const carer = persons.find(one => one.id === body.carerId)
  if (body.carerId && !carer) faults.push({ pointer: '/carerId', code: 'not-found' })
  if (carer && isSurelyChild(carer.birth, today(ctx)))
    faults.push({ pointer: '/carerId', code: 'carer-is-child' })
  if (body.head && !body.familyId) faults.push({ pointer: '/familyId', code: 'required' })
  if (body.head && person && isSurelyChild(person.birth, today(ctx))) {
    faults.push({ pointer: '/head', code: 'head-is-child' })
  }
  if (body.familyId && !(await findFamily(ctx, operationId, body.familyId))) {
    faults.push({ pointer: '/familyId', code: 'not-found' })
  }
  if (faults.length > 0) throw invalid(faults)
}

const isSurelyChild = (birth: unknown, day: string) => (ageOn(birth as BirthDate, day)?.max ?? 18) < 18

export const placeColumns = (body: ChangeLine) => ({
  family_id: body.familyId ?? null,
  head: body.head,
  carer_id: body.carerId ?? null,
  bracelet: body.bracelet ?? null,
  for_country: body.forCountry ?? null,
})
