/** Who could review, the best fit first; asking one of them; and freeing a seat whose reviewer is gone. */
import { type Language, languages, type MultiText } from '@kerege/contract/common'
import type { Domain } from '@kerege/contract/domains'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { betterFit, fitOf, freeSeat } from '@kerege/contract/practices/review/rules'
import type { CandidateRow, Review } from '@kerege/contract/practices/review/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { step } from '../record/steps.ts'
import * as record from '../record/store.ts'
import { tell } from '../telling.ts'
import { open, reviewOf } from './reading.ts'
import { hold, outcomeIn, reviews } from './store.ts'

interface Found {
  id: string
  name: string
  agency_id: string
  agency: unknown
  country: string | null
  language: string
  domains: string[] | null
  languages: string[] | null
  busy: number
}

/** Neither its author, nor anybody of the same agency, nor who is in this round already. */
async function candidatesFor(ctx: Context, row: record.Found): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select a.id, a.name, c.agency_id, g.name as agency, c.country, a.language, v.domains, v.languages,
      (select count(*)::int from practices.reviews b where b.account_id = a.id and b.state in ('invited', 'accepted')) as busy
    from practices.can_review() c
    join access.accounts a on a.id = c.account_id
    join access.agencies g on g.id = c.agency_id
    left join practices.reviewers v on v.account_id = a.id
    where a.id <> ${row.author_id}::uuid and c.agency_id <> ${row.agency_id}::uuid and coalesce(v.available, true)
      and not exists (select 1 from practices.reviews r
        where r.practice_id = ${row.id}::uuid and r.round = ${row.round} and r.account_id = a.id)
    order by a.name`.execute(ctx.tx)
  return rows
}

export async function candidates(ctx: Context, id: string): Promise<{ rows: CandidateRow[] }> {
  const row = await record.get(ctx.tx, id)
  const content = await record.working(ctx.tx, id)
  if (!content) throw notFound()
  const practice = {
    domains: content.facts.domains,
    languages: languages.filter(language => content.texts.title[language]),
    country: row.country,
  }
  const found = (await candidatesFor(ctx, row)).map(one => {
    const reads = (one.languages ?? [one.language]) as Language[]
    const country = one.country ?? undefined
    return {
      one,
      fit: fitOf({ domains: (one.domains ?? []) as Domain[], languages: reads, country }, practice),
    }
  })
  ctx.trail.shown(found.map(({ one }) => one.id))
  return {
    rows: found
      .toSorted((a, b) => betterFit(a.fit, b.fit) || a.one.busy - b.one.busy)
      .slice(0, 100)
      .map(({ one, fit }) => ({
        account: { id: one.id, name: one.name },
        agency: one.agency as MultiText,
        ...(one.country === null ? {} : { country: one.country }),
        ...fit,
        busy: one.busy,
      })),
  }
}

/** @throws DomainError `step-refused`, `seats-taken`; fault `not-a-reviewer` */
export async function invite(
  ctx: Context,
  id: string,
  { id: reviewId, accountId }: { id: string; accountId: string },
): Promise<Review> {
  await hold(ctx.tx, id).catch(() => {
    throw notFound()
  })
  const row = await record.get(ctx.tx, id)
  const all = await reviews(ctx.tx, id).execute()
  if (all.some(one => one.id === reviewId)) return reviewOf(ctx, id)
  if (!open(row.state)) throw new DomainError('conflict', 'step-refused')
  const ofRound = all.filter(one => one.round === row.round)
  const seat = freeSeat(ofRound, outcomeIn(ofRound))
  if (seat === undefined) throw new DomainError('conflict', 'seats-taken')
  const who = (await candidatesFor(ctx, row)).find(one => one.id === accountId)
  if (!who || row.author_id === ctx.actor.account)
    throw invalid([{ pointer: '/accountId', code: 'not-a-reviewer' }])
  await ctx.tx
    .insertInto('practices.reviews')
    .values({
      id: reviewId,
      practice_id: id,
      round: row.round,
      seat,
      account_id: accountId,
      agency_id: who.agency_id,
      country: who.country,
      state: 'invited',
      invited_by: ctx.actor.account,
      invited_at: ctx.now,
    })
    .execute()
  ctx.trail.touched(id, ['reviewers'])
  const taken = ofRound.filter(one => ['invited', 'accepted', 'given'].includes(one.state)).length + 1
  if (row.state === 'submitted' && taken >= 2) await step(ctx, id, 'review')
  await tell(ctx.tx, 'practice.review-asked', id, [accountId])
  return reviewOf(ctx, id)
}

/** For one who does not answer, or whose account ended. What was given stays given. */
export async function free(ctx: Context, id: string, reviewId: string, reason: string): Promise<Review> {
  const row = await record.get(ctx.tx, id)
  const freed = await ctx.tx
    .updateTable('practices.reviews')
    .set({ state: 'ended', version: sql<number>`version + 1` })
    .where('id', '=', reviewId)
    .where('practice_id', '=', id)
    .where('round', '=', row.round)
    .where('state', 'in', ['invited', 'accepted'])
    .executeTakeFirst()
  if (freed.numUpdatedRows === 0n) throw notFound()
  ctx.trail.touched(id, ['reviewers'])
  ctx.trail.because(reason)
  return reviewOf(ctx, id)
}
