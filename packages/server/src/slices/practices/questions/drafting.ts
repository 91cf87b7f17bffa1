/**
 * A draft practice in one step: the problem from the question, the steps from an answer. Asker or answerer drafts; the other, whose
 * words are used, is asked to agree and is named once both did. Until then the draft cannot be handed in.
 */
import type { Language, MultiText } from '@kerege/contract/common'
import type { Domain } from '@kerege/contract/domains'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Question } from '@kerege/contract/practices/questions/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { emit } from '../../../platform/outbox.ts'
import { myCountry } from '../people/actions.ts'
import { make } from '../record/actions.ts'
import { get, whole } from './store.ts'

const said = (language: string, text: string): MultiText => ({
  [language as Language]: { text, state: 'draft' },
})

/** @throws DomainError `not-yours` for somebody who neither asked nor answered, `drafted-already` */
export async function draft(
  ctx: Context,
  questionId: string,
  { id, answerId }: { id: string; answerId: string },
): Promise<Question> {
  const question = await get(ctx, questionId)
  const answer = await ctx.tx
    .selectFrom('practices.answers')
    .selectAll()
    .where('id', '=', answerId)
    .where('question_id', '=', questionId)
    .where('hidden_at', 'is', null)
    .executeTakeFirst()
  if (answer?.kind !== 'answer') throw invalid([{ pointer: '/answerId', code: 'not-found' }])
  const me = ctx.actor.account
  if (me !== question.account_id && me !== answer.account_id) throw new DomainError('forbidden', 'not-yours')
  const there = await ctx.tx
    .selectFrom('practices.question_drafts')
    .select('practice_id')
    .where('answer_id', '=', answerId)
    .where('account_id', '=', me)
    .executeTakeFirst()
  if (there) {
    if (there.practice_id === id) return whole(ctx, questionId)
    throw new DomainError('conflict', 'drafted-already', { practiceId: there.practice_id })
  }
  await make(ctx, {
    id,
    audience: question.audience === 'council' ? 'council' : 'practitioners',
    licence: 'CC-BY-4.0',
    sourceLanguage: question.language as Language,
    papers: [],
    content: {
      texts: {
        title: said(question.language, question.title),
        problem: said(question.language, question.words),
        steps: said(answer.language, answer.words),
      },
      facts: {
        domains: question.domains as Domain[],
        themes: [],
        settings: [],
        audience: [],
        ages: {},
        sex: 'any',
        country: (await myCountry(ctx)) ?? 'XX',
        evidenceLevel: 'told',
        figures: [],
        sources: [],
        related: [],
      },
    },
  })
  const otherId = me === question.account_id ? answer.account_id : question.account_id
  await ctx.tx
    .insertInto('practices.question_drafts')
    .values({
      practice_id: id,
      question_id: questionId,
      answer_id: answerId,
      account_id: me,
      other_id: otherId,
      state: otherId === me ? 'agreed' : 'asked',
      at: ctx.now,
    })
    .execute()
  if (otherId !== me) await emit(ctx.tx, 'question.draft', { accountId: otherId, questionId, state: 'asked' })
  ctx.trail.touched(questionId, ['draft'])
  return whole(ctx, questionId)
}

/** One's yes stands; a no can still become a yes. */
export async function agree(
  ctx: Context,
  questionId: string,
  practiceId: string,
  yes: boolean,
): Promise<Question> {
  const row = await ctx.tx
    .selectFrom('practices.question_drafts')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('question_id', '=', questionId)
    .where('other_id', '=', ctx.actor.account)
    .executeTakeFirst()
  if (!row) throw notFound()
  if (row.state === 'agreed') return whole(ctx, questionId)
  const state = yes ? 'agreed' : 'declined'
  await ctx.tx
    .updateTable('practices.question_drafts')
    .set({ state, decided_at: ctx.now })
    .where('practice_id', '=', practiceId)
    .execute()
  await emit(ctx.tx, 'question.draft', { accountId: row.account_id, questionId, state })
  ctx.trail.touched(questionId, ['draft'])
  return whole(ctx, questionId)
}

export async function contributors(ctx: Context, practiceId: string) {
  const { rows } = await sql<{ name: string }>`
    select name from practices.contributors(${practiceId}::uuid)`.execute(ctx.tx)
  return { rows: rows.map(({ name }) => ({ name })) }
}

/** Practices that wait for the reader's yes. */
export async function draftsWaiting(ctx: Context) {
  const rows = await ctx.tx
    .selectFrom('practices.question_drafts as d')
    .innerJoin('practices.questions as q', 'q.id', 'd.question_id')
    .select(['q.id', 'q.title', 'q.language', 'd.at'])
    .where('d.other_id', '=', ctx.actor.account)
    .where('d.state', '=', 'asked')
    .orderBy('d.at')
    .execute()
  return rows.map(row => ({
    questionId: row.id,
    title: row.title,
    language: row.language as Language,
    at: row.at,
  }))
}
