/** Days on which the program itself calls for somebody: reviews while a case is active, looking in after it closed. */
import type { CaseState } from '@kerege/contract/cases/states'
import { termsOf } from '@kerege/contract/profile/schema'
import { addDays, addMonths } from '@kerege/contract/tasks/rules'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'

/** Where the profile of a state says nothing. */
const usualReviewDays = 90
const usualMonths: readonly number[] = [1, 3, 6, 12, 24, 36]

/** The next day of a case that comes to stand there. */
export async function nextLook(ctx: Context, caseId: string, to: CaseState): Promise<string | null> {
  if (to === 'active') return addDays(today(ctx), ctx.node.profile.reviewDays?.value ?? usualReviewDays)
  if (to === 'review-due') return today(ctx)
  if (to !== 'follow-up') return null
  const found = await sql<{ due: string | null }>`
    select look_on as due from cases.cases where id = ${caseId}::uuid`.execute(ctx.tx)
  return found.rows[0]?.due ?? null
}

export const looksAfter = (ctx: Context): string[] =>
  (ctx.node.profile.followUpMonths?.value ?? usualMonths).map(months => addMonths(today(ctx), months))

/** A family that was not reached is tried again. */
export const tryAgainOn = (ctx: Context): string =>
  addDays(today(ctx), termsOf(ctx.node.profile).lookAgainDays)
