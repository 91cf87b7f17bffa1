/** Asking, answering, saying which answer it was, closing, following. What looks like data of a person never comes this far. */
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { maySayAnswered } from '@kerege/contract/practices/questions/rules'
import type * as routes from '@kerege/contract/practices/questions/routes'
import type { Question } from '@kerege/contract/practices/questions/schema'
import { wordKeys, wordsVersion } from '@kerege/contract/practices/questions/words'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { emitToAll } from '../../../platform/outbox.ts'
import { localDay } from '../../../platform/localDay.ts'
import { requireVersion } from '../record/policy.ts'
import { get, lock, whole } from './store.ts'

const dayMs = 86_400_000
/** Nobody needs to ask more often in a day; who floods the list is stopped. */
const mostADay = 20

const day = (ctx: Context, at: string | Date) => localDay(new Date(at), ctx.node.info.timeZone)

/** @throws DomainError `too-many-questions` with the limit of a day */
export async function ask(ctx: Context, body: Parsed<typeof routes.askQuestion>['body']): Promise<Question> {
  if (body.wantedBy !== undefined && body.wantedBy < day(ctx, ctx.now)) {
    throw invalid([{ pointer: '/wantedBy', code: 'in-the-past' }])
  }
  await requirePatience(ctx, 'practices.questions', 'too-many-questions')
  const made = await ctx.tx
    .insertInto('practices.questions')
    .values({
      id: body.id,
      account_id: ctx.actor.account,
      role: ctx.actor.role,
      language: body.language,
      title: body.title,
      words: body.words,
      domains: body.domains,
      wanted_by: body.wantedBy ?? null,
      audience: body.audience,
      state: 'open',
      keys: wordKeys(`${body.title} ${body.words}`),
      keys_version: wordsVersion,
      created_at: ctx.now,
      moved_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows) await follow(ctx, body.id, true)
  ctx.trail.touched(body.id)
  return whole(ctx, body.id)
}

async function requirePatience(
  ctx: Context,
  table: 'practices.questions' | 'practices.answers',
  code: string,
) {
  // Two at once are counted one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${table} ${ctx.actor.account}`}, 0))`.execute(
    ctx.tx,
  )
  const since = new Date(ctx.now.getTime() - dayMs)
  const column = table === 'practices.questions' ? sql.ref('created_at') : sql.ref('at')
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
    where account_id = ${ctx.actor.account}::uuid and ${column} > ${since.toISOString()}::timestamptz`.execute(
    ctx.tx,
  )
  const limit = table === 'practices.questions' ? mostADay : mostADay * 5
  if ((rows[0]?.n ?? 0) >= limit) throw new DomainError('too-many', code, { limit })
}

/** @throws DomainError `question-closed`; faults at `/underId` for a comment that hangs in the air */
export async function say(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.sayAnswer>['body'],
): Promise<Question> {
  const question = await lock(ctx, id)
  if (question.state === 'closed' || question.hidden_at !== null) {
    throw new DomainError('conflict', 'question-closed')
  }
  await requireUnder(ctx, id, body.underId)
  await requirePatience(ctx, 'practices.answers', 'too-many-answers')
  const made = await ctx.tx
    .insertInto('practices.answers')
    .values({
      id: body.id,
      question_id: id,
      kind: body.kind,
      under_id: body.underId ?? null,
      account_id: ctx.actor.account,
      role: ctx.actor.role,
      language: body.language,
      words: body.words,
      at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows) {
    await tellFollowers(ctx, id)
    await follow(ctx, id, true)
  }
  ctx.trail.touched(id, [body.kind])
  return whole(ctx, id)
}

async function requireUnder(ctx: Context, questionId: string, underId: string | undefined) {
  if (underId === undefined) return
  const under = await ctx.tx
    .selectFrom('practices.answers')
    .select('kind')
    .where('id', '=', underId)
    .where('question_id', '=', questionId)
    .where('hidden_at', 'is', null)
    .executeTakeFirst()
  if (under?.kind !== 'answer') throw invalid([{ pointer: '/underId', code: 'not-found' }])
}

async function tellFollowers(ctx: Context, questionId: string) {
  const { rows } = await sql<{ id: string }>`select practices.followers(${questionId}::uuid) as id`.execute(
    ctx.tx,
  )
  const others = rows.map(row => row.id).filter(account => account !== ctx.actor.account)
  await emitToAll(ctx.tx, 'question.answered', others, { questionId })
}

/** @throws DomainError `not-yours`, `not-yet` for a moderator who has no patience */
export async function sayAnswered(ctx: Context, id: string, answerId: string | null): Promise<Question> {
  const row = await lock(ctx, id)
  requireVersion(ctx, row.version)
  const who = {
    asker: row.account_id === ctx.actor.account,
    moderator: ctx.actor.verbs.includes('practices.moderate'),
  }
  if (!maySayAnswered(who, day(ctx, row.created_at), day(ctx, ctx.now))) {
    throw new DomainError('forbidden', who.moderator ? 'not-yet' : 'not-yours')
  }
  if (answerId !== null) {
    const answer = await ctx.tx
      .selectFrom('practices.answers')
      .select(['kind', 'hidden_at'])
      .where('id', '=', answerId)
      .where('question_id', '=', id)
      .executeTakeFirst()
    if (answer?.kind !== 'answer' || answer.hidden_at !== null) {
      throw invalid([{ pointer: '/answerId', code: 'not-found' }])
    }
  }
  await ctx.tx
    .updateTable('practices.questions')
    .set({ answer_id: answerId, version: row.version + 1 })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['answer'])
  return whole(ctx, id)
}

/** @throws DomainError `not-yours` */
export async function move(ctx: Context, id: string, state: 'open' | 'closed'): Promise<Question> {
  const row = await lock(ctx, id)
  requireVersion(ctx, row.version)
  if (row.account_id !== ctx.actor.account && !ctx.actor.verbs.includes('practices.moderate')) {
    throw new DomainError('forbidden', 'not-yours')
  }
  if (row.state !== state) {
    await ctx.tx
      .updateTable('practices.questions')
      .set({ state, version: row.version + 1 })
      .where('id', '=', id)
      .execute()
  }
  ctx.trail.touched(id, ['state'])
  return whole(ctx, id)
}

async function follow(ctx: Context, id: string, on: boolean) {
  if (on) {
    await ctx.tx
      .insertInto('practices.followings')
      .values({ question_id: id, account_id: ctx.actor.account })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return
  }
  await ctx.tx
    .deleteFrom('practices.followings')
    .where('question_id', '=', id)
    .where('account_id', '=', ctx.actor.account)
    .execute()
}

export async function setFollowing(ctx: Context, id: string, on: boolean): Promise<Question> {
  await get(ctx, id)
  await follow(ctx, id, on)
  ctx.trail.touched(id)
  return whole(ctx, id)
}

/** Counted beside the answer; the order of answers is that of time. @throws DomainError `own-text` */
export async function markHelpful(ctx: Context, answerId: string, on: boolean): Promise<Question> {
  const answer = await ctx.tx
    .selectFrom('practices.answers')
    .select(['question_id', 'account_id', 'kind'])
    .where('id', '=', answerId)
    .executeTakeFirst()
  if (answer?.kind !== 'answer') throw notFound()
  if (answer.account_id === ctx.actor.account) throw new DomainError('forbidden', 'own-text')
  if (on) {
    await ctx.tx
      .insertInto('practices.helpful')
      .values({ answer_id: answerId, account_id: ctx.actor.account, at: ctx.now })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  } else {
    await ctx.tx
      .deleteFrom('practices.helpful')
      .where('answer_id', '=', answerId)
      .where('account_id', '=', ctx.actor.account)
      .execute()
  }
  ctx.trail.touched(answerId)
  return whole(ctx, answer.question_id)
}
