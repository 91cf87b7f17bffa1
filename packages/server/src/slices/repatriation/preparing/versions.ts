/** Versions of a list: a freeze keeps it whole, opening it again says why, and what changed between two is shown. */
import { DomainError, notFound } from '@kerege/contract/errors'
import {
  openQuestions,
  listFields,
  type ListDifferences,
} from '@kerege/contract/repatriation/operations/preparing'
import { sql } from 'kysely'
import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { wholeList } from '../operations/wholeList.ts'
import { get, lock, totalsOf } from '../operations/store.ts'
import { legsOf } from '../operations/whole.ts'
import { questionsOf } from './questions.ts'

/** @throws DomainError `list-unsettled` while a family is divided, a child has no carer, or a refusal stands */
export async function freeze(ctx: Context, operationId: string): Promise<void> {
  const operation = await lock(ctx, operationId, 'lead')
  if (!operation.list_open) return
  const open = openQuestions(await questionsOf(ctx, operationId))
  if (open > 0) throw new DomainError('conflict', 'list-unsettled', { open })
  const { id } = await ctx.tx
    .selectFrom('repatriation.manifests')
    .select('id')
    .where('operation_id', '=', operationId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  // Below the policies: a version is whole, whoever freezes it.
  const taken = await sql<{ n: number }>`select repatriation.take_snapshot(${id}::uuid) as n`.execute(ctx.tx)
  await ctx.tx
    .updateTable('repatriation.manifests')
    .set({
      state: 'frozen',
      at: ctx.now,
      by: ctx.actor.account,
      counted: JSON.stringify((await totalsOf(ctx, [operationId])).get(operationId) ?? null),
    })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(operationId, ['list'])
  ctx.trail.counted('lines', taken.rows[0]?.n ?? 0)
}

export async function open(ctx: Context, operationId: string, reason: string): Promise<void> {
  const operation = await lock(ctx, operationId, 'lead')
  if (operation.list_open) return
  await ctx.tx
    .insertInto('repatriation.manifests')
    .values({
      id: newId(ctx.now.getTime()),
      operation_id: operationId,
      number: operation.list_number + 1,
      state: 'open',
      at: ctx.now,
      by: ctx.actor.account,
      reason,
    })
    .execute()
  ctx.trail.touched(operationId, ['list'])
  ctx.trail.because(reason)
}

type Row = Readonly<Record<string, unknown>> & { name: string }

/** Only of lines that are open to the reader. */
export async function differences(
  ctx: Context,
  operationId: string,
  from: number,
  to: number | undefined,
): Promise<ListDifferences> {
  await get(ctx, operationId)
  const older = await frozen(ctx, operationId, from)
  const newer = to === undefined ? await now(ctx, operationId) : await frozen(ctx, operationId, to)
  const named = (rows: ReadonlyMap<string, Row>, others: ReadonlyMap<string, Row>) =>
    [...rows].flatMap(([lineId, { name }]) => (others.has(lineId) ? [] : [{ lineId, name }]))
  const changed = [...newer].flatMap(([lineId, row]) => {
    const before = older.get(lineId)
    const fields = before ? listFields.filter(field => !isDeepStrictEqual(before[field], row[field])) : []
    return fields.length > 0 ? [{ lineId, name: row.name, fields }] : []
  })
  ctx.trail.shown([operationId, ...older.keys(), ...newer.keys()])
  return {
    from,
    ...(to === undefined ? {} : { to }),
    added: named(newer, older),
    removed: named(older, newer),
    changed,
  }
}

/** @throws DomainError `not-found` unless that version is frozen */
async function frozen(ctx: Context, operationId: string, number: number): Promise<Map<string, Row>> {
  const version = await ctx.tx
    .selectFrom('repatriation.manifests')
    .select('id')
    .where('operation_id', '=', operationId)
    .where('number', '=', number)
    .where('state', '=', 'frozen')
    .executeTakeFirst()
  if (!version) throw notFound()
  const rows = await ctx.tx
    .selectFrom('repatriation.manifest_lines')
    .select(['line_id', 'content'])
    .where('manifest_id', '=', version.id)
    .execute()
  return new Map(rows.map(row => [row.line_id, comparable(row.content as Row)]))
}

/** Those who were taken off stand in no version. */
async function now(ctx: Context, operationId: string): Promise<Map<string, Row>> {
  const { families, lines } = await wholeList(ctx, operationId)
  const familyOf = new Map(families.map(one => [one.id, one.name]))
  const ordinalOf = new Map((await legsOf(ctx, operationId)).map(one => [one.id, one.ordinal]))
  return new Map(
    lines
      .filter(line => line.state !== 'taken-off')
      .map(line => [
        line.id,
        comparable({
          ...line,
          family: familyOf.get(line.familyId ?? ''),
          carer: line.carer?.name,
          legs: line.legs.map(leg => ({ ...leg, ordinal: ordinalOf.get(leg.legId) })),
        }),
      ]),
  )
}

const comparable = (row: Row): Row => ({
  ...Object.fromEntries(listFields.map(field => [field, row[field]])),
  name: row.name,
  legs: (row['legs'] as { legId: string; seat?: string }[]).map(
    ({ legId, seat }) => `${legId} ${seat ?? ''}`,
  ),
})
