/**
 * The queue of pairs that may be one person. A pair shows when both records are open to the reader; how alike they
 * are, and why, is computed for that reader from what is open to them.
 */
import { nameCache, preparePerson } from '@kerege/contract/names/index'
import type { Duplicate, DuplicateFilter, DuplicateView } from '@kerege/contract/people/duplicates/schema'
import { birthText } from '@kerege/contract/people/rules'
import type { BirthDate } from '@kerege/contract/people/schema'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { openCursor, sealCursor } from '../../../platform/cursor.ts'
import { read } from '../actions.ts'
import * as likeness from '../likeness.ts'
import { compare } from '../merging/compare.ts'
import * as people from '../store.ts'
import { nameWords } from '../words.ts'

type Filter = Omit<DuplicateFilter, 'limit' | 'cursor'>

/** From here on two records are nearly certainly one. */
const veryAlike = 0.93

/** A number is told only where papers are open in both; read once a row, below the list. */
const numberOpen = sql<boolean>`(l.same_number and access.covers('read', 'identity', l.a_id) and access.covers('read', 'identity', l.b_id))`
/** What a person or a number says goes before what a comparison says. */
const rank = sql<number>`greatest(l.score, case when ${numberOpen} then 1.01 end, case when l.proposed_by is not null then 0.9 end)::float8`

function filtered(ctx: Context, filter: Filter) {
  const today = ctx.now.toISOString().slice(0, 10)
  let query = ctx.tx
    .selectFrom('people.lookalikes as l')
    .innerJoin('people.persons as a', 'a.id', 'l.a_id')
    .innerJoin('people.persons as b', 'b.id', 'l.b_id')
    .leftJoin('access.accounts as c', 'c.id', 'l.proposed_by')
    .where(
      sql<boolean>`(l.score >= (select s.propose from people.duplicate_settings s) or l.proposed_by is not null or ${numberOpen})`,
    )
    .where(
      sql<boolean>`not exists (select 1 from people.not_same n where n.a_id = l.a_id and n.b_id = l.b_id)`,
    )
  const waits = sql<boolean>`(coalesce(l.later_until > ${today}::date, false) or l.later_change)`
  query = query.where(filter.view === 'later' ? waits : sql<boolean>`not ${waits}`)
  if (filter.likeness === 'very') query = query.where('l.score', '>=', veryAlike)
  if (filter.likeness === 'some') query = query.where('l.score', '<', veryAlike)
  if (filter.sameNumber) query = query.where(numberOpen)
  if (filter.proposed) query = query.where('l.proposed_by', 'is not', null)
  if (filter.area) {
    const [from, to] = [`${filter.area}.`, `${filter.area}/`]
    query = query.where(eb =>
      eb.or(
        (['a.area_code', 'b.area_code'] as const).flatMap(column => [
          eb(column, '=', filter.area ?? ''),
          eb.and([eb(column, '>', from), eb(column, '<', to)]),
        ]),
      ),
    )
  }
  return query
}

const withColumns = (query: ReturnType<typeof filtered>) =>
  query.select([
    'l.id',
    'l.a_id',
    'l.b_id',
    'l.later_until',
    'l.later_change',
    'l.found_at',
    'c.name as proposer',
    numberOpen.as('number'),
    rank.as('rank'),
  ])
type Row = Awaited<ReturnType<ReturnType<typeof withColumns>['execute']>>[number]

export async function list(
  ctx: Context,
  filter: DuplicateFilter,
): Promise<{ rows: Duplicate[]; next?: string }> {
  const after = openCursor(ctx.node.keys.cursors, 'duplicates', filter.cursor)
  let query = withColumns(filtered(ctx, filter))
  if (after) {
    query = query.where(sql<boolean>`(${rank}, l.id) < (${after[0]}::float8, ${after[1]}::uuid)`)
  }
  const found = await query
    .orderBy(rank, 'desc')
    .orderBy('l.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const shown = found.slice(0, filter.limit)
  const rows = await complete(ctx, shown)
  const last = shown.at(-1)
  return found.length > filter.limit && last
    ? { rows, next: sealCursor(ctx.node.keys.cursors, 'duplicates', [String(last.rank), last.id]) }
    : { rows }
}

export async function count(ctx: Context, filter: Filter): Promise<number> {
  const found = await filtered(ctx, filter)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  ctx.trail.counted('duplicates', found.total)
  return found.total
}

/** Both records of a pair that is open to the actor. @throws DomainError `not-found` */
export async function pairOf(tx: Tx, id: string): Promise<{ one: string; other: string }> {
  const row = await tx
    .selectFrom('people.lookalikes')
    .select(['a_id as one', 'b_id as other'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export async function get(ctx: Context, id: string): Promise<DuplicateView> {
  const row = await withColumns(
    ctx.tx
      .selectFrom('people.lookalikes as l')
      .innerJoin('people.persons as a', 'a.id', 'l.a_id')
      .innerJoin('people.persons as b', 'b.id', 'l.b_id')
      .leftJoin('access.accounts as c', 'c.id', 'l.proposed_by')
      .where('l.id', '=', id),
  ).executeTakeFirst()
  if (!row) throw notFound()
  const [duplicate] = await complete(ctx, [row])
  if (!duplicate) throw notFound()
  return {
    ...duplicate,
    pair: await compare(ctx, row.a_id, row.b_id),
    first: await read(ctx, row.a_id),
    second: await read(ctx, row.b_id),
  }
}

async function complete(ctx: Context, rows: readonly Row[]): Promise<Duplicate[]> {
  const ids = [...new Set(rows.flatMap(row => [row.a_id, row.b_id]))]
  const open = await people.withKinNames(ctx.tx, await people.likenessRows(ctx.tx, ids))
  const shown = new Map((await people.rowsOf(ctx.tx, open)).map(row => [row.id, row]))
  const alike = await likenesses(ctx.tx, open)
  ctx.trail.shown(ids)
  return rows.flatMap(row => {
    const [one, other] = [shown.get(row.a_id), shown.get(row.b_id)]
    if (!one || !other) return []
    const later = row.later_change ? ('change' as const) : row.later_until
    return [
      {
        id: row.id,
        one,
        other,
        ...alike(row.a_id, row.b_id),
        ...(row.number ? { sameNumber: true as const } : {}),
        ...(row.proposer ? { proposedBy: row.proposer } : {}),
        ...(later ? { later } : {}),
        foundAt: row.found_at,
      },
    ]
  })
}

/** Compares what is open to the reader of both, with every spelling of one against every spelling of the other. */
async function likenesses(tx: Tx, open: readonly people.LikenessRow[]) {
  const byId = new Map(open.map(row => [row.id, row]))
  const keys = nameWords(open.flatMap(row => row.names)).filter(word => word.kind === 'key')
  const frequencies = await likeness.frequenciesOf(
    tx,
    keys.map(word => word.token),
  )
  const by = { frequencies, birth: true, sex: true, words: nameCache(), ready: new Map() }
  return (one: string, other: string) => {
    const [a, b] = [byId.get(one), byId.get(other)]
    if (!a || !b) return { score: 0, reasons: [] }
    const about = { birthDate: birthText(a.birth as BirthDate), sex: a.sex, area: a.area_code, kin: a.kin }
    const found = a.names.map(name =>
      likeness.nearest(preparePerson({ ...name, ...about }, frequencies, by.words), b, by),
    )
    if (found.length === 0) return { score: 0, reasons: [] }
    const { score, reasons } = found.reduce(likeness.better)
    return { score: Math.min(1, score), reasons: likeness.ordered(reasons) }
  }
}
