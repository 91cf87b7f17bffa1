/** Reviews in SQL. Which of them somebody may read, and when, is decided by the policies of the table. */
import type { MultiText } from '@kerege/contract/common'
import { type Grades, outcomeOf, type Recommendation } from '@kerege/contract/practices/review/rules'
import type { ReviewSeat } from '@kerege/contract/practices/review/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'

export const reviews = (tx: Tx, practiceId: string) =>
  tx
    .selectFrom('practices.reviews as r')
    .innerJoin('access.accounts as a', 'a.id', 'r.account_id')
    .selectAll('r')
    .select(['a.name as reviewer_name'])
    .select(
      sql<boolean>`exists (select 1 from practices.can_review() c where c.account_id = r.account_id)`.as(
        'here',
      ),
    )
    .where('r.practice_id', '=', practiceId)
    .orderBy('r.round', 'desc')
    .orderBy('r.seat')
    .orderBy('r.invited_at')
export type FoundReview = Awaited<ReturnType<ReturnType<typeof reviews>['executeTakeFirstOrThrow']>>

/** Who reviewed is for those who moderate and for the reviewer; the author learns whence, and what was said. */
export function toSeat(ctx: Context, row: FoundReview): ReviewSeat {
  const mine = row.account_id === ctx.actor.account
  const named = mine || ctx.actor.verbs.includes('practices.moderate')
  return {
    id: row.id,
    round: row.round,
    seat: row.seat,
    state: row.state as ReviewSeat['state'],
    mine,
    ...(named ? { reviewer: { id: row.account_id, name: row.reviewer_name, here: row.here } } : {}),
    ...(row.country === null ? {} : { country: row.country }),
    invitedAt: row.invited_at,
    ...(row.given_at === null ? {} : { givenAt: row.given_at }),
    ...(row.conflict === null || !named ? {} : { conflict: row.conflict }),
    ...(row.grades === null ? {} : { grades: row.grades as Grades }),
    ...(row.words_author === null ? {} : { wordsAuthor: row.words_author as MultiText }),
    ...(row.words_published === null ? {} : { wordsPublished: row.words_published as MultiText }),
    ...(row.recommendation === null ? {} : { recommendation: row.recommendation as Recommendation }),
    ...(row.read_version === null ? {} : { readVersion: row.read_version }),
    version: row.version,
  }
}

export const toGiven = (row: FoundReview) => ({
  seat: row.seat,
  grades: row.grades as Grades,
  recommendation: row.recommendation as Recommendation,
  ...(row.words_published === null ? {} : { words: row.words_published as MultiText }),
  ...(row.country === null ? {} : { country: row.country }),
})

/** What they came to: for those who see all of them. */
export const outcomeIn = (rows: readonly FoundReview[]) =>
  outcomeOf(rows.filter(row => row.state === 'given').map(toGiven))

export interface Standing {
  seats: string[]
  settled: boolean
}

/** How far this round is; absent for whoever is not inside. */
export async function standing(tx: Tx, practiceId: string): Promise<Standing | undefined> {
  const { rows } =
    await sql<Standing>`select seats, settled from practices.standing(${practiceId}::uuid)`.execute(tx)
  return rows[0]
}

/** Two who end at once are counted one after the other. */
export const hold = (tx: Tx, practiceId: string) =>
  sql`select practices.hold(${practiceId}::uuid)`.execute(tx)
