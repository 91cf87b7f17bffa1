/** One record as it leaves: its row, what was written down, its steps, and what may follow. */
import type { BirthDate } from '@kerege/contract/people/schema'
import { ageGroupOf, isChildGroup } from '@kerege/contract/repatriation/operations/rules'
import {
  type AbroadState,
  type Entry,
  missingFor,
  nextAbroad,
  stepNeedsReason,
} from '@kerege/contract/repatriation/register/rules'
import type { Abroad, AbroadEntry, EntryContent } from '@kerege/contract/repatriation/register/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import * as store from './store.ts'
import { today } from '../../../platform/localDay.ts'

/** @throws DomainError `not-found` */
export async function whole(ctx: Context, id: string): Promise<Abroad> {
  const [found] = await wholes(ctx, [await store.get(ctx, id)])
  return found as Abroad
}

export async function wholes(ctx: Context, rows: readonly store.FoundAbroad[]): Promise<Abroad[]> {
  const ids = rows.map(row => row.id)
  const [entries, steps] = [await store.entriesOf(ctx, ids), await store.stepsOf(ctx, ids)]
  const operations = await operationsOf(
    ctx,
    rows.map(row => row.person_id),
  )
  return rows.map(row =>
    toAbroad(
      ctx,
      row,
      entries.filter(one => one.abroad_id === row.id),
      steps.filter(one => one.abroad_id === row.id),
      operations.filter(one => one.person_id === row.person_id),
    ),
  )
}

/** Under the reader's own policies: an operation that is not theirs is not told. */
const operationsOf = async (ctx: Context, personIds: readonly string[]) =>
  ctx.tx
    .selectFrom('repatriation.lines as l')
    .innerJoin('repatriation.operations as o', 'o.id', 'l.operation_id')
    .select(['l.person_id', 'o.id', 'o.name'])
    .where(sql<boolean>`l.person_id = any (${[...personIds]}::uuid[])`)
    .orderBy('o.id')
    .execute()

export const toEntry = (row: store.FoundEntry): Entry => ({
  id: row.id,
  on: row.on_day,
  // The shape of this slice, checked by this very schema when it was written.
  content: row.content as EntryContent,
  ended: row.replaced_by !== null || row.taken_back_at !== null,
})

export const isChild = (row: Pick<store.FoundAbroad, 'birth'>, day: string): boolean =>
  isChildGroup(ageGroupOf(row.birth as BirthDate, day))

function toAbroad(
  ctx: Context,
  row: store.FoundAbroad,
  entries: readonly store.FoundEntry[],
  steps: readonly store.FoundStep[],
  operations: readonly { id: string; name: string }[],
): Abroad {
  const day = today(ctx)
  const state = row.state as AbroadState
  const mayChange = row.writable && ctx.actor.verbs.includes('repatriation.register')
  const read = entries.map(toEntry)
  return {
    ...store.toRow(row, day),
    entries: entries.map(one => shown(ctx, one, mayChange)),
    steps: steps.map(one => ({
      at: one.at,
      on: one.on_day,
      by: { id: one.account_id, name: one.name },
      ...(one.from_state === null ? {} : { from: one.from_state as AbroadState }),
      to: one.to_state as AbroadState,
      ...(one.reason === null ? {} : { reason: one.reason }),
    })),
    next: mayChange
      ? nextAbroad(state).map(to => ({
          to,
          reason: stepNeedsReason(state, to),
          missing: missingFor(state, to, read, isChild(row, day)),
        }))
      : [],
    mayChange,
    operations: operations.map(({ id, name }) => ({ id, name })),
  }
}

const shown = (ctx: Context, row: store.FoundEntry, mayChange: boolean): AbroadEntry => ({
  id: row.id,
  on: row.on_day,
  at: row.at,
  by: { id: row.account_id, name: row.name },
  content: row.content as EntryContent,
  ...(row.replaced_by === null ? {} : { replacedBy: row.replaced_by }),
  ...(row.taken_back_at === null
    ? {}
    : { takenBack: { at: row.taken_back_at, reason: row.taken_back_reason ?? '' } }),
  mayTakeBack:
    mayChange &&
    row.account_id === ctx.actor.account &&
    row.replaced_by === null &&
    row.taken_back_at === null,
})
