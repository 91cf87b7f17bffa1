/** One line more on a list: the one way for a hand, an import and the door, with everything that does not fit at once. */
import { type DomainError, type Fault, invalid } from '@kerege/contract/errors'
import { ageOn } from '@kerege/contract/people/rules'
import type { BirthDate } from '@kerege/contract/people/schema'
import type { AddLine, ChangeLine } from '@kerege/contract/repatriation/operations/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { namedFrom } from './constraints.ts'
import { getLines } from './list.ts'
import { recordFirst } from './steps.ts'
import type { FoundOperation } from './store.ts'
import { trace } from './traces.ts'
import { today } from '../../../platform/localDay.ts'

/**
 * One line more, without sharing the list anew: who adds many calls `shareList` once, afterwards. Added twice is added
 * once.
 * @throws DomainError `person-on-list`, `person-on-another-list`, `bracelet-taken`, `family-has-head`
 */
export async function put(ctx: Context, operation: FoundOperation, body: AddLine): Promise<void> {
  await putMany(ctx, operation, [body])
}

/**
 * Many at once, for all of whom a question and a statement is enough.
 * @param blame says of whose line an error is, where it can be said
 */
export async function putMany(
  ctx: Context,
  operation: FoundOperation,
  bodies: readonly AddLine[],
  blame: (body: AddLine, error: DomainError) => DomainError = (_, error) => error,
): Promise<void> {
  const known = await ctx.tx
    .selectFrom('repatriation.lines')
    .select(['id', 'operation_id', 'person_id'])
    .where(sql<boolean>`id = any (${bodies.map(body => body.id)}::uuid[])`)
    .execute()
  const isKnown = (body: AddLine) =>
    known.some(
      line => line.id === body.id && line.operation_id === operation.id && line.person_id === body.personId,
    )
  const fresh = bodies.filter(body => !isKnown(body))
  if (fresh.length === 0) return
  const around = await aroundOf(ctx, operation.id, fresh)
  for (const body of fresh) {
    const faults = misfits(ctx, body.personId, body, around)
    if (faults.length > 0) throw blame(body, invalid(faults))
  }
  await insert(ctx, operation, fresh, blame)
  const lines = await getLines(
    ctx,
    operation.id,
    fresh.map(body => body.id),
  )
  for (const line of lines) trace(ctx, 'created', undefined, line)
  for (const { reason, personId } of fresh) if (reason) ctx.trail.because(reason, personId)
}

/** All in one statement; where a rule of the list refuses it, one by one, so that it is said whose line it is. */
async function insert(
  ctx: Context,
  operation: FoundOperation,
  bodies: readonly AddLine[],
  blame: (body: AddLine, error: DomainError) => DomainError,
): Promise<void> {
  await sql`savepoint lines`.execute(ctx.tx)
  try {
    await insertAll(ctx, operation, bodies)
    await sql`release savepoint lines`.execute(ctx.tx)
    return
  } catch (thrown) {
    const error = namedFrom(thrown)
    if (!error) throw thrown
    if (bodies.length === 1 && bodies[0]) throw blame(bodies[0], error)
  }
  await sql`rollback to savepoint lines`.execute(ctx.tx)
  for (const body of bodies) await insert(ctx, operation, [body], blame)
}

async function insertAll(ctx: Context, operation: FoundOperation, bodies: readonly AddLine[]) {
  const rows = bodies.map(body => ({
    id: body.id,
    person: body.personId,
    door: body.door,
    ...placeColumns(body),
  }))
  await sql`
    insert into repatriation.lines (id, operation_id, person_id, family_id, head, carer_id, bracelet, for_country, door,
        created_by, created_at, updated_at)
      select n.id, ${operation.id}::uuid, n.person, n.family_id, n.head, n.carer_id, n.bracelet, n.for_country, n.door,
        ${ctx.actor.account}::uuid, ${ctx.now.toISOString()}::timestamptz, ${ctx.now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, person uuid, family_id uuid, head boolean,
        carer_id uuid, bracelet text, for_country text, door boolean)`.execute(ctx.tx)
  await recordFirst(
    ctx,
    bodies.map(({ id, door, reason }) => ({ id, to: door ? 'added-at-door' : 'identified', reason })),
  )
}

/** Persons and families that the lines name, as far as they are open. */
interface Around {
  births: ReadonlyMap<string, unknown>
  families: ReadonlySet<string>
}

async function aroundOf(
  ctx: Context,
  operationId: string,
  bodies: readonly (ChangeLine & { personId: string })[],
): Promise<Around> {
  const ids = bodies.flatMap(({ personId, carerId }) => (carerId ? [personId, carerId] : [personId]))
  const persons = await ctx.tx
    .selectFrom('people.persons')
    .select(['id', 'birth'])
    .where(sql<boolean>`id = any (${[...new Set(ids)]}::uuid[])`)
    .where('merged_into', 'is', null)
    .execute()
  const named = bodies.flatMap(({ familyId }) => familyId ?? [])
  const families = await ctx.tx
    .selectFrom('repatriation.families')
    .select('id')
    .where('operation_id', '=', operationId)
    .where(sql<boolean>`id = any (${[...new Set(named)]}::uuid[])`)
    .execute()
  return {
    births: new Map(persons.map(one => [one.id, one.birth])),
    families: new Set(families.map(one => one.id)),
  }
}

/** Who it is, whose family, who is named beside them. */
export async function requireFit(
  ctx: Context,
  operationId: string,
  personId: string,
  body: ChangeLine,
): Promise<void> {
  const faults = misfits(ctx, personId, body, await aroundOf(ctx, operationId, [{ ...body, personId }]))
  if (faults.length > 0) throw invalid(faults)
}

function misfits(ctx: Context, personId: string, body: ChangeLine, { births, families }: Around): Fault[] {
  const faults: Fault[] = []
  const day = today(ctx)
  if (!births.has(personId)) faults.push({ pointer: '/personId', code: 'not-found' })
  if (body.carerId === personId) faults.push({ pointer: '/carerId', code: 'carer-is-self' })
  if (body.carerId && !births.has(body.carerId)) faults.push({ pointer: '/carerId', code: 'not-found' })
  if (body.carerId && isSurelyChild(births.get(body.carerId), day))
    faults.push({ pointer: '/carerId', code: 'carer-is-child' })
  if (body.head && !body.familyId) faults.push({ pointer: '/familyId', code: 'required' })
  if (body.head && isSurelyChild(births.get(personId), day))
    faults.push({ pointer: '/head', code: 'head-is-child' })
  if (body.familyId && !families.has(body.familyId)) faults.push({ pointer: '/familyId', code: 'not-found' })
  return faults
}

const isSurelyChild = (birth: unknown, day: string) =>
  birth !== undefined && (ageOn(birth as BirthDate, day)?.max ?? 18) < 18

export const placeColumns = (body: ChangeLine) => ({
  family_id: body.familyId ?? null,
  head: body.head,
  carer_id: body.carerId ?? null,
  bracelet: body.bracelet ?? null,
  for_country: body.forCountry ?? null,
})
