/** The practice of each month, and what might be the next one. */
import type { MultiText } from '@kerege/contract/common'
import { DomainError, invalid } from '@kerege/contract/errors'
import { monthOf } from '@kerege/contract/practices/month/rules'
import type * as routes from '@kerege/contract/practices/month/routes'
import type { ChosenMonth, Months } from '@kerege/contract/practices/month/schema'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { localDay } from '../../../platform/localDay.ts'
import { usesOf } from '../adoption/store.ts'
import { refColumns, toRef } from '../refs.ts'

const shownMonths = 24
const suggestedAtMost = 10

const thisMonth = (ctx: Pick<Context, 'now' | 'node'>) => monthOf(localDay(ctx.now, ctx.node.info.timeZone))

const chooses = (ctx: Context) => ctx.actor.verbs.includes('practices.moderate')

export async function list(ctx: Context): Promise<Months> {
  let query = ctx.tx
    .selectFrom('practices.months as m')
    .innerJoin('practices.practices as p', 'p.id', 'm.practice_id')
    .innerJoin('practices.editions as e', 'e.id', 'p.edition_id')
    .select(refColumns)
    .select(['m.month', 'm.version', 'm.words', 'm.told_at'])
    .select(sql<MultiText | null>`e.content #> '{texts,summary}'`.as('summary'))
  // What is chosen is news on its day.
  if (!chooses(ctx)) query = query.where('m.told_at', 'is not', null)
  const rows = await query.orderBy('m.month', 'desc').limit(shownMonths).execute()
  const uses = await usesOf(
    ctx.tx,
    rows.map(row => row.practice_id),
  )
  return {
    rows: rows.map((row): ChosenMonth => {
      const used = uses.get(row.practice_id)
      return {
        month: row.month,
        version: row.version,
        practice: toRef(row),
        ...(row.summary === null ? {} : { summary: row.summary }),
        ...(row.words === null ? {} : { words: row.words as MultiText }),
        ...(used ? { uses: used } : {}),
        ...(row.told_at === null ? {} : { toldAt: row.told_at }),
      }
    }),
    suggested: chooses(ctx) ? await suggested(ctx) : [],
    mayChoose: chooses(ctx),
  }
}

/** What is open to everybody, by what was adopted and worked; what was chosen within a year rests. */
async function suggested(ctx: Context): Promise<Months['suggested']> {
  const year = `${Number(thisMonth(ctx).slice(0, 4)) - 1}${thisMonth(ctx).slice(4)}`
  const rows = await ctx.tx
    .selectFrom('practices.practices as p')
    .innerJoin('practices.editions as e', 'e.id', 'p.edition_id')
    .leftJoin('practices.uses as u', 'u.practice_id', 'p.id')
    .select(refColumns)
    .where('p.audience', '=', 'public')
    .where('p.state', 'not in', ['archived', 'retracted'])
    .where(
      sql<boolean>`not exists (select 1 from practices.months m where m.practice_id = p.id and m.month >= ${year})`,
    )
    .orderBy(sql`coalesce(u.bound, 0)`, 'desc')
    .orderBy(sql`coalesce(u.tried, 0)`, 'desc')
    .orderBy('p.published_at', 'desc')
    .limit(suggestedAtMost)
    .execute()
  const uses = await usesOf(
    ctx.tx,
    rows.map(row => row.practice_id),
  )
  return rows.map(row => {
    const used = uses.get(row.practice_id)
    return { practice: toRef(row), ...(used ? { uses: used } : {}) }
  })
}

/** @throws DomainError `in-the-past`, `month-told`, `not-for-everybody` */
export async function choose(
  ctx: Context,
  month: string,
  { practiceId, words }: Parsed<typeof routes.chooseMonth>['body'],
): Promise<Months> {
  if (month < thisMonth(ctx)) throw new DomainError('conflict', 'month-told')
  const practice = await ctx.tx
    .selectFrom('practices.practices')
    .select(['audience', 'state', 'edition_id'])
    .where('id', '=', practiceId)
    .executeTakeFirst()
  if (!practice || practice.edition_id === null) {
    throw invalid([{ pointer: '/practiceId', code: 'not-found' }])
  }
  if (practice.audience !== 'public' || ['archived', 'retracted'].includes(practice.state)) {
    throw invalid([{ pointer: '/practiceId', code: 'not-for-everybody' }])
  }
  const row = {
    practice_id: practiceId,
    words: words ? JSON.stringify(words) : null,
    chosen_by: ctx.actor.account,
    chosen_at: ctx.now,
  }
  const there = await ctx.tx
    .selectFrom('practices.months')
    .select('told_at')
    .where('month', '=', month)
    .executeTakeFirst()
  if (there?.told_at) throw new DomainError('conflict', 'month-told')
  await ctx.tx
    .insertInto('practices.months')
    .values({ month, ...row })
    .onConflict(conflict => conflict.column('month').doUpdateSet(row))
    .execute()
  ctx.trail.touched(practiceId, ['month'])
  return list(ctx)
}
