/** What a group has answered, as far as it may be told: never while it is being asked, never below five. */
import type { MultiText } from '@kerege/contract/common'
import {
  followUpDays,
  fewestAnswers,
  type Phase,
  phaseOf,
} from '@kerege/contract/practices/trainings/events/rules'
import type { Registration } from '@kerege/contract/practices/trainings/events/schema'
import type { FollowUp, PhaseView, Question, Result } from '@kerege/contract/practices/trainings/after/schema'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { FoundEvent } from '../events/store.ts'

export async function questionsOf(ctx: Context, eventId: string): Promise<Question[]> {
  const rows = await ctx.tx
    .selectFrom('practices.training_questions')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('position')
    .execute()
  return rows.map(row => ({
    id: row.id,
    kind: row.kind as Question['kind'],
    text: row.text as MultiText,
    options: row.options as MultiText[],
  }))
}

type Times = Parameters<typeof phaseOf>[0]

export async function phasesOf(
  ctx: Context,
  event: FoundEvent,
  times: Times,
  mine: Registration | undefined,
): Promise<{ before: PhaseView; after: PhaseView }> {
  const states = phaseOf(times, ctx.now.getTime())
  const answered = mine
    ? await ctx.tx
        .selectFrom('practices.training_answered')
        .select('phase')
        .where('registration_id', '=', mine.id)
        .execute()
    : []
  const view = async (phase: Phase): Promise<PhaseView> => {
    const { rows } = await sql<{ count: number }>`
      select practices.training_answer_count(${event.id}::uuid, ${phase}) as count`.execute(ctx.tx)
    const answers = rows[0]?.count ?? 0
    const told = states[phase] === 'over' && answers >= fewestAnswers
    return {
      state: states[phase],
      answers,
      waitsForMe:
        states[phase] === 'running' &&
        event.state === 'open' &&
        mine?.state === 'confirmed' &&
        answered.every(one => one.phase !== phase),
      ...(told ? { results: await resultsOf(ctx, event.id, phase) } : {}),
    }
  }
  return { before: await view('before'), after: await view('after') }
}

async function resultsOf(ctx: Context, eventId: string, phase: Phase): Promise<Result[]> {
  const { rows } = await sql<{ question: string; value: number; count: number }>`
    select question, value, count from practices.training_results(${eventId}::uuid, ${phase})`.execute(ctx.tx)
  return [...Map.groupBy(rows, row => row.question)].map(([questionId, values]) => ({
    questionId,
    values: values.map(({ value, count }) => ({ value, count })),
  }))
}

interface Told {
  answers: number
  used?: NonNullable<FollowUp['results']>['used']
  hindered?: Record<string, number>
  words?: string[]
  obstacles?: string[]
}

export async function followUpOf(
  ctx: Context,
  event: FoundEvent,
  mine: Registration | undefined,
): Promise<FollowUp> {
  if (event.follow_up_at === null) return { state: 'to-come', answers: 0, waitsForMe: false }
  const { rows } = await sql<{ told: Told | null }>`
    select practices.follow_up_results(${event.id}::uuid) as told`.execute(ctx.tx)
  const told = rows[0]?.told ?? { answers: 0 }
  const over = ctx.now.getTime() >= Date.parse(event.follow_up_at) + followUpDays * 86_400_000
  const own = mine
    ? await ctx.tx
        .selectFrom('practices.training_follow_ups')
        .select('registration_id')
        .where('registration_id', '=', mine.id)
        .executeTakeFirst()
    : undefined
  return {
    state: over ? 'over' : 'running',
    answers: told.answers,
    waitsForMe: !over && mine?.state === 'confirmed' && mine.present.length > 0 && !own,
    ...(over && told.used
      ? {
          results: {
            used: told.used,
            hindered: Object.entries(told.hindered ?? {}).map(([what, count]) => ({
              what: what as NonNullable<FollowUp['results']>['hindered'][number]['what'],
              count,
            })),
            words: told.words ?? [],
            obstacles: told.obstacles ?? [],
          },
        }
      : {}),
  }
}
