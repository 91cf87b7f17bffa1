/** Saying that a practice is tried, how it goes, taking it back, and answering each other. Who wrote the practice hears of it. */
import { DomainError, invalid } from '@kerege/contract/errors'
import { type AdoptionStanding, mayReport, placeKey } from '@kerege/contract/practices/adoption/rules'
import type * as routes from '@kerege/contract/practices/adoption/routes'
import type { Adoption, WhereUsed } from '@kerege/contract/practices/adoption/schema'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../../platform/context.ts'
import { localDay } from '../../../platform/localDay.ts'
import { emitToAll } from '../../../platform/outbox.ts'
import * as policy from './policy.ts'
import * as store from './store.ts'

export async function whereUsed(ctx: Context, practiceId: string): Promise<WhereUsed> {
  const practice = await policy.practice(ctx.tx, practiceId)
  const hindrance = policy.hindrance(ctx, practice)
  const country = await policy.myCountry(ctx)
  ctx.trail.shown([practiceId])
  return {
    uses: await store.usesOfOne(ctx.tx, practiceId),
    rows: await store.ofPractice(ctx.tx, practiceId),
    mine: {
      as: hindrance ? [] : policy.mayAdoptAs(ctx, country),
      ...(country ? { country } : {}),
      ...(hindrance ? { hindrance } : {}),
    },
  }
}

export async function whole(ctx: Context, id: string): Promise<Adoption> {
  const row = await store.get(ctx.tx, id)
  ctx.trail.shown([id])
  const open = mayReport(row.standing as AdoptionStanding)
  const ours = ctx.actor.verbs.includes('practices.adopt') && row.agency_id === ctx.actor.agency
  return {
    ...store.toRow(row),
    reports: await store.reportsOf(ctx.tx, id),
    answers: await store.answersOf(ctx.tx, id, row.author_id),
    mine: { report: ours && open, withdraw: ours && open, answer: mayAnswer(ctx, row) },
  }
}

const mayAnswer = (ctx: Context, row: store.FoundAdoption) =>
  ctx.actor.account === row.author_id || ctx.actor.account === row.account_id

/**
 * @throws DomainError `practice-retracted`, `practice-not-published`, `own-practice`, `not-for-state`, `not-your-country`,
 * `adopted-already`
 */
export async function adopt(
  ctx: Context,
  practiceId: string,
  body: Parsed<typeof routes.adoptPractice>['body'],
): Promise<Adoption> {
  const practice = await policy.practice(ctx.tx, practiceId)
  const known = await ctx.tx
    .selectFrom('practices.adoptions')
    .select('id')
    .where('id', '=', body.id)
    .executeTakeFirst()
  // Sent again: it is there already.
  if (known) return whole(ctx, body.id)
  const hindrance = policy.hindrance(ctx, practice)
  if (hindrance || practice.edition_id === null) {
    throw new DomainError('conflict', hindrance ?? 'practice-not-published')
  }
  await policy.requireAdopter(ctx, body)
  if (body.since > localDay(ctx.now, ctx.node.info.timeZone)) {
    throw invalid([{ pointer: '/since', code: 'in-the-future' }])
  }
  const key = placeKey(body.place)
  if (key === '') throw invalid([{ pointer: '/place', code: 'required' }])
  const made = await ctx.tx
    .insertInto('practices.adoptions')
    .values({
      id: body.id,
      practice_id: practiceId,
      edition_id: practice.edition_id,
      by_kind: body.by,
      account_id: ctx.actor.account,
      agency_id: ctx.actor.agency,
      country: body.country,
      place: body.place,
      place_key: key,
      since: body.since,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw new DomainError('conflict', 'adopted-already')
  await say(ctx, body.id, { ...body, id: body.reportId, standing: 'trying' })
  ctx.trail.touched(body.id)
  ctx.trail.touched(practiceId, ['adoptions'])
  await tell(ctx, 'adoption.made', [practice.author_id], body.id)
  return whole(ctx, body.id)
}

type Said = Omit<Parsed<typeof routes.reportAdoption>['body'], 'state'> & { standing: AdoptionStanding }

async function say(ctx: Context, adoptionId: string, said: Said) {
  await ctx.tx
    .insertInto('practices.adoption_reports')
    .values({
      id: said.id,
      adoption_id: adoptionId,
      standing: said.standing,
      words: said.words,
      adaptation: said.adaptation ?? null,
      feedback: said.feedback ?? null,
      language: said.language,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .execute()
    .catch(overOrTwice)
}

/** Tried anew there meanwhile, or withdrawn. */
function overOrTwice(error: unknown): never {
  const { constraint } = error as { constraint?: string }
  if (constraint === 'adoptions_once') throw new DomainError('conflict', 'adopted-already')
  if (constraint === 'adoption_reports_over') throw new DomainError('conflict', 'adoption-withdrawn')
  throw error
}

const said = (ctx: Context, id: string) =>
  ctx.tx.selectFrom('practices.adoption_reports').select('id').where('id', '=', id).executeTakeFirst()

async function ours(ctx: Context, id: string): Promise<store.FoundAdoption> {
  const row = await store.get(ctx.tx, id)
  if (row.agency_id !== ctx.actor.agency) throw new DomainError('forbidden', 'not-yours')
  return row
}

/** @throws DomainError `not-yours`, `adoption-withdrawn`, `adopted-already` */
export async function report(
  ctx: Context,
  id: string,
  { state, ...body }: Parsed<typeof routes.reportAdoption>['body'],
): Promise<Adoption> {
  const row = await ours(ctx, id)
  if (await said(ctx, body.id)) return whole(ctx, id)
  await say(ctx, id, { ...body, standing: state })
  ctx.trail.touched(id, ['standing'])
  await tell(ctx, 'adoption.reported', [row.author_id], id)
  return whole(ctx, id)
}

/** @throws DomainError `not-yours`, `adoption-withdrawn` */
export async function withdraw(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.withdrawAdoption>['body'],
): Promise<Adoption> {
  const row = await ours(ctx, id)
  if (await said(ctx, body.id)) return whole(ctx, id)
  await say(ctx, id, { ...body, standing: 'withdrawn' })
  ctx.trail.touched(id, ['standing'])
  ctx.trail.because(body.words)
  await tell(ctx, 'adoption.reported', [row.author_id], id)
  return whole(ctx, id)
}

/** @throws DomainError `not-yours` for who neither wrote the practice nor tries it */
export async function answer(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.answerAdoption>['body'],
): Promise<Adoption> {
  const row = await store.get(ctx.tx, id)
  if (!mayAnswer(ctx, row)) throw new DomainError('forbidden', 'not-yours')
  const made = await ctx.tx
    .insertInto('practices.adoption_answers')
    .values({ ...body, adoption_id: id, account_id: ctx.actor.account, at: ctx.now })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  ctx.trail.touched(id, ['answers'])
  if (made.numInsertedOrUpdatedRows) {
    await tell(ctx, 'adoption.answered', [row.author_id, row.account_id], id)
  }
  return whole(ctx, id)
}

/** An id, and nothing of what was said. Nobody is told what they said themselves. */
async function tell(
  ctx: Context,
  topic: 'adoption.made' | 'adoption.reported' | 'adoption.answered',
  accounts: readonly string[],
  adoptionId: string,
) {
  const others = [...new Set(accounts)].filter(account => account !== ctx.actor.account)
  await emitToAll(ctx.tx, topic, others, { adoptionId })
}
