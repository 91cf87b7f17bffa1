/** The matrix for a year or a day: rows that are open to who asks, put together by the rules of the contract. */
import { localDay } from '../../../platform/localDay.ts'
import {
  dayPeriod,
  type Entry,
  liesWithin,
  matrixOf,
  overlapsOf,
  yearPeriod,
} from '@kerege/contract/council/initiatives/matrix'
import type * as routes from '@kerege/contract/council/initiatives/routes'
import type { Matrix } from '@kerege/contract/council/initiatives/schema'
import type { Parsed } from '@kerege/contract/route'
import type { Tx } from '../../../platform/database.ts'
import type { Context } from '../../../platform/context.ts'
import { partyNames } from '../parties.ts'
import { pillars } from './pillars.ts'
import { contentOf, current, type Found, toRow } from './store.ts'

export async function matrix(
  ctx: Context,
  query: Parsed<typeof routes.viewMatrix>['query'],
): Promise<Matrix> {
  const today = localDay(ctx.now, ctx.node.info.timeZone)
  const made = await matrixFor(ctx.tx, query, today)
  ctx.trail.shown(made.initiatives.map(row => row.id))
  return made
}

/** Also for the public page, which has no actor and sees public rows only. */
export async function matrixFor(
  tx: Tx,
  { year, on }: { year?: number | undefined; on?: string | undefined },
  today: string,
): Promise<Matrix> {
  const period = on ? dayPeriod(on) : yearPeriod(year ?? Number(today.slice(0, 4)))
  const all = await current(tx)
  const names = await partyNames(tx)
  const entries = all.map(entryOf)
  const there = all.filter((_, at) => liesWithin(entries[at] as Entry, period)) // made from the same rows
  const used = new Set(there.map(row => row.pillar_id))
  const shown = (await pillars(tx)).filter(one => !one.retired || used.has(one.id))
  return {
    ...period,
    asked: today,
    years: yearsOf(all, Number(today.slice(0, 4))),
    pillars: shown,
    parties: [...names.values()],
    initiatives: there.map(row => toRow(row, names)),
    cells: matrixOf(
      entries,
      shown.map(one => one.id),
      period,
    ),
    overlaps: overlapsOf(entries, period),
  }
}

const entryOf = (row: Found): Entry => ({ id: row.id, ...contentOf(row) })

/** From the first beginning to the last day that anybody has set, this year among them. */
function yearsOf(rows: readonly Found[], now: number): number[] {
  const years = rows.flatMap(row =>
    [row.from_day, row.to_day ?? row.from_day].map(day => Number(day.slice(0, 4))),
  )
  const first = Math.max(2000, Math.min(now, ...years))
  const last = Math.min(2100, Math.max(now, ...years))
  return Array.from({ length: last - first + 1 }, (_, at) => last - at)
}
