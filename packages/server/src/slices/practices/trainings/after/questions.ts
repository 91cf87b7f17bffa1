/**
 * The same short questions before and after, and one look back after half a year. An answer is kept without who gave it and
 * without its moment, and who has answered without what: no screen and no query of the server can put the two together.
 */
import { randomUUID } from 'node:crypto'
import { DomainError, invalid } from '@kerege/contract/errors'
import type * as routes from '@kerege/contract/practices/trainings/after/routes'
import { answerFits } from '@kerege/contract/practices/trainings/after/schema'
import type { Event } from '@kerege/contract/practices/trainings/events/schema'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../../../platform/context.ts'
import { lockMine } from '../events/planning.ts'
import { whole } from '../events/whole.ts'

/** @throws DomainError `questions-answered` once somebody has: before and after would not be the same questions */
export async function write(
  ctx: Context,
  id: string,
  { questions }: Parsed<typeof routes.writeQuestions>['body'],
): Promise<Event> {
  await lockMine(ctx, id)
  const event = await whole(ctx, id)
  if (event.before.answers + event.after.answers > 0) throw new DomainError('conflict', 'questions-answered')
  await ctx.tx.deleteFrom('practices.training_questions').where('event_id', '=', id).execute()
  if (questions.length > 0) {
    const made = await ctx.tx
      .insertInto('practices.training_questions')
      .values(
        questions.map((one, position) => ({
          id: one.id,
          event_id: id,
          position,
          kind: one.kind,
          text: JSON.stringify(one.text),
          options: JSON.stringify(one.options),
        })),
      )
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    if (Number(made.numInsertedOrUpdatedRows) < questions.length) {
      throw invalid([{ pointer: '/questions', code: 'twice' }])
    }
  }
  ctx.trail.touched(id, ['questions'])
  return whole(ctx, id)
}

/** @throws DomainError `not-coming`, `phase-closed`, `answered-already` */
export async function answer(
  ctx: Context,
  id: string,
  { phase, answers }: Parsed<typeof routes.answerQuestions>['body'],
): Promise<Event> {
  const event = await whole(ctx, id)
  const { mineWhole: mine } = event
  if (mine?.state !== 'confirmed') throw new DomainError('conflict', 'not-coming')
  if (event[phase].state !== 'running' || event.standing === 'called-off') {
    throw new DomainError('conflict', 'phase-closed', { state: event[phase].state })
  }
  const faults = answers.flatMap((one, at) => {
    const question = event.questions.find(({ id: asked }) => asked === one.questionId)
    if (!question) return [{ pointer: `/answers/${at}/questionId`, code: 'not-found' }]
    return answerFits(question, one.value) ? [] : [{ pointer: `/answers/${at}/value`, code: 'not-an-answer' }]
  })
  if (faults.length > 0) throw invalid(faults)
  const first = await ctx.tx
    .insertInto('practices.training_answered')
    .values({ registration_id: mine.id, phase })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!first.numInsertedOrUpdatedRows) throw new DomainError('conflict', 'answered-already')
  await ctx.tx
    .insertInto('practices.training_answers')
    // An id by chance alone: ours carry the time, which would tell who.
    .values({ id: randomUUID(), event_id: id, phase, answers: JSON.stringify(answers) })
    .execute()
  ctx.trail.touched(id, ['answers'])
  return whole(ctx, id)
}

/** @throws DomainError `phase-closed`, `answered-already` */
export async function followUp(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.answerFollowUp>['body'],
): Promise<Event> {
  const event = await whole(ctx, id)
  const { mineWhole: mine } = event
  if (mine?.state !== 'confirmed' || mine.present.length === 0)
    throw new DomainError('conflict', 'not-coming')
  if (event.followUp.state !== 'running') {
    throw new DomainError('conflict', 'phase-closed', { state: event.followUp.state })
  }
  const made = await ctx.tx
    .insertInto('practices.training_follow_ups')
    .values({
      registration_id: mine.id,
      event_id: id,
      used: body.used,
      used_words: body.usedWords ?? null,
      hindered: body.hindered,
      hindered_words: body.hinderedWords ?? null,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw new DomainError('conflict', 'answered-already')
  ctx.trail.touched(id, ['follow-up'])
  return whole(ctx, id)
}
