/** From the register an operation is prepared: whoever is ready is put on its list, families together. */
import { DomainError } from '@kerege/contract/errors'
import type { PutOnList } from '@kerege/contract/repatriation/register/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { writeFamily } from '../operations/families.ts'
import { requireOpenList } from '../operations/list.ts'
import { putMany } from '../operations/putting.ts'
import { shareList } from '../operations/staff.ts'
import { lock } from '../operations/store.ts'
import * as store from './store.ts'

/** @throws DomainError `abroad-not-ready` when one of them is not, `list-frozen`, and those of a line */
export async function putOnList(
  ctx: Context,
  { operationId, ids }: PutOnList,
): Promise<{ added: number; already: number }> {
  const operation = await lock(ctx, operationId, 'keep')
  requireOpenList(operation)
  // In one order always: two who put the same people at once wait for each other and do not block each other.
  const rows = []
  for (const id of [...new Set(ids)].sort()) rows.push(await store.get(ctx, id))
  if (rows.some(row => row.state !== 'ready')) throw new DomainError('conflict', 'abroad-not-ready')
  const personIds = rows.map(row => row.person_id)
  const there = await listed(ctx, operationId, personIds)
  const families = await familiesFor(ctx, operationId, personIds)
  const come = rows.filter(row => !there.has(row.person_id))
  await putMany(
    ctx,
    operation,
    come.map(row => {
      const familyId = families.get(row.person_id)
      return {
        id: newId(ctx.now.getTime()),
        personId: row.person_id,
        ...(familyId ? { familyId } : {}),
        head: false,
        door: false,
      }
    }),
  )
  await shareList(ctx, operationId)
  ctx.trail.touched(operationId, ['list'])
  ctx.trail.shown(personIds)
  return { added: rows.length - there.size, already: there.size }
}

async function listed(ctx: Context, operationId: string, personIds: readonly string[]) {
  const found = await ctx.tx
    .selectFrom('repatriation.lines')
    .select('person_id')
    .where('operation_id', '=', operationId)
    .where(sql<boolean>`person_id = any (${[...personIds]}::uuid[])`)
    .execute()
  return new Set(found.map(row => row.person_id))
}

/** People of one home stand on the list as one family: it is there already, or it is made. */
async function familiesFor(
  ctx: Context,
  operationId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const homes = await ctx.tx
    .selectFrom('people.household_members as m')
    .innerJoin('people.households as h', 'h.id', 'm.household_id')
    .leftJoin('repatriation.families as f', join =>
      join.onRef('f.household_id', '=', 'h.id').on('f.operation_id', '=', operationId),
    )
    .select(['m.person_id', 'h.id', 'h.name', 'f.id as family'])
    .where('m.valid_to', 'is', null)
    .where(sql<boolean>`m.person_id = any (${[...personIds]}::uuid[])`)
    .execute()
  const made = new Map<string, string>()
  for (const home of homes) {
    if (home.family !== null || made.has(home.id)) continue
    const id = newId(ctx.now.getTime())
    await writeFamily(ctx, operationId, id, { name: home.name, householdId: home.id })
    made.set(home.id, id)
  }
  return new Map(homes.map(home => [home.person_id, home.family ?? made.get(home.id) ?? '']))
}
