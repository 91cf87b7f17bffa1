/** Published practices in SQL, for nobody in particular: the policies leave what is open to everybody, and nothing else. */
import type { MultiText } from '@kerege/contract/common'
import type { Licence, PracticeContent } from '@kerege/contract/practices/content'
import type { PublishedReview } from '@kerege/contract/practices/record/schema'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { PublicPractice } from './published.ts'

const selected = (tx: Tx) =>
  tx
    .selectFrom('practices.practices as p')
    .innerJoin('practices.editions as newest', 'newest.id', 'p.edition_id')
    .select(['p.id', 'p.number', 'p.state', 'p.retracted_reason', 'p.licence', 'p.country', 'p.organisation'])
    .select(['p.papers', 'p.updated_at', 'newest.number as newest'])
    // Somebody with an account asks as nobody, too: what is open to a circle is no page of the world.
    .where('p.audience', '=', 'public')

/** With its newest edition. */
const whole = (tx: Tx) =>
  selected(tx).select([
    'newest.id as edition_id',
    'newest.number as edition_number',
    'newest.content',
    'newest.published_at',
    'newest.review',
  ])
type Found = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

const toPractice = (row: Found): PublicPractice => ({
  id: row.id,
  number: row.number ?? 0,
  // On its way to its next edition it stands as it was published.
  stand: row.state === 'archived' || row.state === 'retracted' ? row.state : 'published',
  retractedReason: row.retracted_reason,
  licence: row.licence as Licence,
  country: row.country,
  organisation: row.organisation as MultiText | null,
  papers: row.papers as string[],
  updatedAt: row.updated_at,
  newest: row.newest,
  edition: {
    id: row.edition_id,
    number: row.edition_number,
    content: row.content as PracticeContent,
    publishedAt: row.published_at,
    review: row.review as PublishedReview,
  },
})

/** @param name `PR-0007` */
export const numberOf = (name: string): number | undefined => {
  const digits = /^PR-(\d{4,7})$/.exec(name)?.[1]
  return digits === undefined || (digits.length > 4 && digits.startsWith('0')) ? undefined : Number(digits)
}

/** @param edition the newest where none is asked for */
export async function practice(tx: Tx, name: string, edition?: number): Promise<PublicPractice | null> {
  const number = numberOf(name)
  if (number === undefined) return null
  const query =
    edition === undefined
      ? whole(tx)
      : selected(tx)
          .innerJoin('practices.editions as e', 'e.practice_id', 'p.id')
          .select([
            'e.id as edition_id',
            'e.number as edition_number',
            'e.content',
            'e.published_at',
            'e.review',
          ])
          .where('e.number', '=', edition)
  const row = await query.where('p.number', '=', number).executeTakeFirst()
  return row ? toPractice(row) : null
}

export async function practicesById(tx: Tx, ids: readonly string[]): Promise<Map<string, PublicPractice>> {
  if (ids.length === 0) return new Map()
  const rows = await whole(tx)
    .where(sql<boolean>`p.id = any (${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(row => [row.id, toPractice(row)]))
}

export async function editionsOf(tx: Tx, id: string): Promise<{ number: number; publishedAt: string }[]> {
  const rows = await tx
    .selectFrom('practices.editions')
    .select(['number', 'published_at'])
    .where('practice_id', '=', id)
    .orderBy('number', 'desc')
    .limit(50)
    .execute()
  return rows.map(row => ({ number: row.number, publishedAt: row.published_at }))
}

export interface Chosen {
  readonly domain?: string | undefined
  readonly country?: string | undefined
  readonly language?: string | undefined
}

/** Rows that stand in the lists of the day: what is archived or retracted has its address, and no place here. */
const standing = (tx: Tx, { domain, country, language }: Chosen) =>
  tx
    .selectFrom('practices.harvestable as h')
    .innerJoin('practices.practices as p', 'p.id', 'h.practice_id')
    .where('h.deleted', '=', false)
    // Without a domain it is about all of them.
    .$if(domain !== undefined, query =>
      query.where(
        sql<boolean>`(${`domain:${domain}`} = any (h.sets) or not exists (select 1 from unnest(h.sets) s where s like 'domain:%'))`,
      ),
    )
    .$if(country !== undefined, query => query.where(sql<boolean>`${`country:${country}`} = any (h.sets)`))
    .$if(language !== undefined, query => query.where(sql<boolean>`${`language:${language}`} = any (h.sets)`))

export async function listed(tx: Tx, chosen: Chosen, { limit, offset }: { limit: number; offset: number }) {
  const ids = await standing(tx, chosen)
    .select('p.id')
    .orderBy('p.published_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const found = await practicesById(
    tx,
    ids.map(row => row.id),
  )
  return ids.flatMap(({ id }) => found.get(id) ?? [])
}

export async function counted(tx: Tx, chosen: Chosen): Promise<number> {
  const { n } = await standing(tx, chosen)
    .select(sql<number>`count(*)::int`.as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** How many stand under each word of a kind: `domain`, `country`, `language`. */
export async function tally(tx: Tx, kind: 'domain' | 'country' | 'language'): Promise<Map<string, number>> {
  const { rows } = await sql<{ code: string; n: number }>`
    select split_part(s, ':', 2) as code, count(*)::int as n from practices.harvestable h, unnest(h.sets) s
    where not h.deleted and s like ${`${kind}:%`} group by 1 order by 2 desc, 1`.execute(tx)
  return new Map(rows.map(row => [row.code, row.n]))
}

export interface HarvestRow {
  readonly id: string
  readonly number: number
  readonly changedAt: string
  readonly deleted: boolean
  readonly sets: readonly string[]
}

interface Window {
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly set?: string | undefined
}

const inWindow = (tx: Tx, { from, until, set }: Window) =>
  tx
    .selectFrom('practices.harvestable as h')
    .$if(from !== undefined, query => query.where('h.changed_at', '>=', from ?? ''))
    .$if(until !== undefined, query => query.where('h.changed_at', '<=', until ?? ''))
    .$if(set !== undefined, query => query.where(sql<boolean>`${set} = any (h.sets)`))

export async function harvested(
  tx: Tx,
  { after, limit, ...window }: Window & { after: readonly [string, number] | undefined; limit: number },
): Promise<HarvestRow[]> {
  const rows = await inWindow(tx, window)
    .select(['h.practice_id', 'h.number', 'h.changed_at', 'h.deleted', 'h.sets'])
    .$if(after !== undefined, query =>
      query.where(
        sql<boolean>`(h.changed_at, h.number) > (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? 0}::int)`,
      ),
    )
    .orderBy('h.changed_at')
    .orderBy('h.number')
    .limit(limit)
    .execute()
  return rows.map(row => ({
    id: row.practice_id,
    number: row.number,
    changedAt: row.changed_at,
    deleted: row.deleted,
    sets: row.sets,
  }))
}

export async function harvestedCount(tx: Tx, window: Window): Promise<number> {
  const { n } = await inWindow(tx, window)
    .select(sql<number>`count(*)::int`.as('n'))
    .executeTakeFirstOrThrow()
  return n
}

export async function harvestedOne(tx: Tx, number: number): Promise<HarvestRow | undefined> {
  const row = await tx
    .selectFrom('practices.harvestable')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  return (
    row && {
      id: row.practice_id,
      number: row.number,
      changedAt: row.changed_at,
      deleted: row.deleted,
      sets: row.sets,
    }
  )
}

export async function earliestChange(tx: Tx): Promise<string | undefined> {
  const row = await tx
    .selectFrom('practices.harvestable')
    .select(({ fn }) => fn.min('changed_at').as('at'))
    .executeTakeFirst()
  return row?.at ?? undefined
}

/** For a feed: also what was archived or retracted, as long as everybody may read that it was. */
export async function lastChanged(
  tx: Tx,
  limit: number,
): Promise<{ practice: PublicPractice; changedAt: string }[]> {
  const rows = await tx
    .selectFrom('practices.harvestable as h')
    .innerJoin('practices.practices as p', 'p.id', 'h.practice_id')
    .select(['h.practice_id', 'h.changed_at'])
    .where('p.audience', '=', 'public')
    .orderBy('h.changed_at', 'desc')
    .orderBy('h.number', 'desc')
    .limit(limit)
    .execute()
  const found = await practicesById(
    tx,
    rows.map(row => row.practice_id),
  )
  return rows.flatMap(row => {
    const practice = found.get(row.practice_id)
    return practice ? [{ practice, changedAt: row.changed_at }] : []
  })
}

/** Every permanent address, in the order of their numbers. */
export async function addresses(
  tx: Tx,
  from: number,
  most: number,
): Promise<{ number: number; changedAt: string }[]> {
  const rows = await tx
    .selectFrom('practices.harvestable')
    .select(['number', 'changed_at'])
    .where('deleted', '=', false)
    .orderBy('number')
    .limit(most)
    .offset(from)
    .execute()
  return rows.map(row => ({ number: row.number, changedAt: row.changed_at }))
}
