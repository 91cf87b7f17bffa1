/** Practices as the exchange gives them out: the edition that everybody may read, with the review it was published with. */
import type { MultiText } from '@kerege/contract/common'
import type { GivenPractice } from '@kerege/contract/exchange/practice'
import type { PracticeContent } from '@kerege/contract/practices/content'
import { practiceSymbol } from '@kerege/contract/practices/rules'
import type { PublishedReview } from '@kerege/contract/practices/record/schema'
import type { Tx } from '../../platform/database.ts'

/** For nobody in particular: of what is public, the policy shows the rest to nobody. */
const published = (tx: Tx) =>
  tx
    .selectFrom('practices.practices as p')
    .innerJoin('practices.editions as e', 'e.id', 'p.edition_id')
    .leftJoin('practices.uses as u', 'u.practice_id', 'p.id')
    .where('p.audience', '=', 'public')

export async function publicPracticeIds(tx: Tx): Promise<string[]> {
  const rows = await published(tx).select('p.id').execute()
  return rows.map(row => row.id)
}

export async function publicPractices(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, GivenPractice>> {
  const rows = await published(tx)
    .select([
      'p.id',
      'p.number',
      'p.state',
      'p.retracted_reason',
      'p.licence',
      'p.country',
      'p.organisation',
      'p.papers',
      'p.confirm_by',
      'e.number as edition',
      'e.published_at',
      'e.content',
      'e.review',
      'u.tried',
      'u.worked',
    ])
    .where('p.id', 'in', ids)
    .execute()
  return new Map(rows.map(row => [row.id, toGiven(row)]))
}

interface Row {
  number: number | null
  state: string
  retracted_reason: string | null
  licence: string
  country: string
  organisation: unknown
  papers: unknown
  confirm_by: string | null
  edition: number
  published_at: string
  content: unknown
  review: unknown
  tried: number | null
  worked: number | null
}

function toGiven(row: Row): GivenPractice {
  const { texts, facts } = row.content as PracticeContent
  const { grades, words, differed } = row.review as PublishedReview
  return {
    symbol: practiceSymbol(row.number ?? 0),
    // While its next edition is on its way, the one that stands stands.
    state: row.state === 'archived' || row.state === 'retracted' ? row.state : 'published',
    ...(row.retracted_reason === null || row.state !== 'retracted' ? {} : { reason: row.retracted_reason }),
    edition: row.edition,
    publishedAt: row.published_at,
    ...(row.confirm_by === null ? {} : { confirmBy: row.confirm_by }),
    licence: row.licence,
    country: row.country,
    ...(row.organisation === null ? {} : { organisation: row.organisation as MultiText }),
    papers: row.papers as string[],
    texts,
    facts,
    review: { grades, words, differed } as NonNullable<GivenPractice['review']>,
    // Numbers of places only; what they said stays at the hub.
    ...(row.tried ? { adoption: { places: row.tried, worked: row.worked ?? 0 } } : {}),
  }
}
