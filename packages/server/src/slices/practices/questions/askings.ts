/**
 * Whom one could ask, and asking them by name. Those come first who are asked least; nobody is asked more often in a week than the
 * settings say, and nobody asks more people in a day.
 */
import { DomainError } from '@kerege/contract/errors'
import type { Profession } from '@kerege/contract/practices/people/rules'
import type { Question, SuggestedPerson } from '@kerege/contract/practices/questions/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { emitToAll } from '../../../platform/outbox.ts'
import { settings } from '../people/settings.ts'
import { get, whole } from './store.ts'
import { today } from '../../../platform/localDay.ts'

const dayMs = 86_400_000
const ago = (ctx: Context, days: number) => new Date(ctx.now.getTime() - days * dayMs).toISOString()

interface Candidate {
  id: string
  account_id: string
  name: string
  profession: string
  country: string | null
  languages: string[]
  confirmed: boolean
  asked: boolean
  lately: number
}

async function candidates(ctx: Context, questionId: string): Promise<Candidate[]> {
  const question = await get(ctx, questionId)
  const { rows } = await sql<Candidate>`
    select e.id, e.account_id, a.name, e.profession, e.country, e.languages,
      exists (select 1 from practices.entry_confirmations c
        where c.entry_id = e.id and c.ended_at is null and c.until >= ${today(ctx)}::date) as confirmed,
      exists (select 1 from practices.askings k
        where k.question_id = ${questionId}::uuid and k.account_id = e.account_id) as asked,
      practices.asked_since(e.account_id, ${ago(ctx, 7)}::timestamptz) as lately
    from practices.entries e join access.accounts a on a.id = e.account_id
    where e.answers and e.hidden_at is null and e.account_id <> ${question.account_id}::uuid
      and e.account_id <> ${ctx.actor.account}::uuid
      and (cardinality(e.domains) = 0 or ${question.domains}::text[] = '{}' or e.domains && ${question.domains}::text[])
      and (${question.audience} = 'practitioners' or exists (select 1 from access.hats h join access.roles r on r.name = h.role
        where h.account_id = e.account_id and h.ended_at is null and 'practices.council' = any (r.verbs)))
    order by not ${question.language} = any (e.languages), cardinality(e.domains) = 0, lately, not exists (
      select 1 from practices.entry_confirmations c where c.entry_id = e.id and c.ended_at is null), e.id
    limit 12`.execute(ctx.tx)
  return rows
}

export async function suggest(ctx: Context, questionId: string) {
  const { askedAWeek } = await settings(ctx.tx)
  const rows = await candidates(ctx, questionId)
  ctx.trail.shown(rows.map(row => row.id))
  return {
    rows: rows.map(
      (row): SuggestedPerson => ({
        entryId: row.id,
        name: row.name,
        profession: row.profession as Profession,
        ...(row.country === null ? {} : { country: row.country }),
        languages: row.languages,
        confirmed: row.confirmed,
        asked: row.asked,
        busy: !row.asked && row.lately >= askedAWeek,
      }),
    ),
  }
}

/** @throws DomainError `not-yours`, `question-closed`, `too-many-asked` with the limit of a day, `asked-often` for somebody */
export async function askPeople(ctx: Context, questionId: string, entryIds: readonly string[]) {
  const question = await get(ctx, questionId)
  if (question.account_id !== ctx.actor.account) throw new DomainError('forbidden', 'not-yours')
  if (question.state === 'closed' || question.hidden_at !== null) {
    throw new DomainError('conflict', 'question-closed')
  }
  // One at a time: a limit is a limit, also for two requests at once and for two who ask the same person.
  await sql`select pg_advisory_xact_lock(hashtextextended('practices.askings', 0))`.execute(ctx.tx)
  const { asksADay, askedAWeek } = await settings(ctx.tx)
  const chosen = (await candidates(ctx, questionId)).filter(one => entryIds.includes(one.id) && !one.asked)
  const { n } = await ctx.tx
    .selectFrom('practices.askings')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('by_id', '=', ctx.actor.account)
    .where('at', '>', ago(ctx, 1))
    .executeTakeFirstOrThrow()
  if (n + chosen.length > asksADay) throw new DomainError('too-many', 'too-many-asked', { limit: asksADay })
  if (chosen.some(one => one.lately >= askedAWeek)) throw new DomainError('too-many', 'asked-often')
  if (chosen.length > 0) {
    await ctx.tx
      .insertInto('practices.askings')
      .values(
        chosen.map(one => ({
          question_id: questionId,
          account_id: one.account_id,
          by_id: ctx.actor.account,
          at: ctx.now,
        })),
      )
      .execute()
    await emitToAll(
      ctx.tx,
      'question.asked',
      chosen.map(one => one.account_id),
      { questionId },
    )
  }
  ctx.trail.touched(questionId, ['people'])
  return suggest(ctx, questionId)
}

/** Not me: it leaves the list of what waits, and nobody is told. */
export async function decline(ctx: Context, questionId: string): Promise<Question> {
  await get(ctx, questionId)
  await ctx.tx
    .updateTable('practices.askings')
    .set({ declined_at: ctx.now })
    .where('question_id', '=', questionId)
    .where('account_id', '=', ctx.actor.account)
    .execute()
  ctx.trail.touched(questionId)
  return whole(ctx, questionId)
}
