/** Questions in the tables: lists, search, and one with what was said. Hidden texts show to their author and to who keeps order. */
import type { Language } from '@kerege/contract/common'
import type { Domain } from '@kerege/contract/domains'
import { notFound } from '@kerege/contract/errors'
import { maySayAnswered, questionStanding } from '@kerege/contract/practices/questions/rules'
import type {
  Answer,
  Question,
  QuestionDraft,
  QuestionFilter,
  QuestionRow,
} from '@kerege/contract/practices/questions/schema'
import { wordKeys } from '@kerege/contract/practices/questions/words'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, pageOf } from '../../../platform/cursor.ts'
import { localDay } from '../../../platform/localDay.ts'
import { type Authors, authorsOf } from './authors.ts'
import { hidingsOf } from './hidings.ts'

const answered = sql<number>`(select count(*)::int from practices.answers a
  where a.question_id = q.id and a.kind = 'answer' and a.hidden_at is null)`
const askedOfMe = (me: string) => sql<boolean>`exists (select 1 from practices.askings k
  where k.question_id = q.id and k.account_id = ${me}::uuid and k.declined_at is null)`
const answeredByMe = (me: string) => sql<boolean>`exists (select 1 from practices.answers a
  where a.question_id = q.id and a.account_id = ${me}::uuid)`

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('practices.questions as q')
    .selectAll('q')
    .select([answered.as('answers'), askedOfMe(ctx.actor.account).as('asked_of_me')])
export type FoundQuestion = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

function toRow(row: FoundQuestion, authors: Authors): QuestionRow {
  const closed = row.state === 'closed'
  return {
    id: row.id,
    version: row.version,
    by: authors(row),
    language: row.language as Language,
    title: row.title,
    domains: row.domains as Domain[],
    ...(row.wanted_by === null ? {} : { wantedBy: row.wanted_by }),
    audience: row.audience as QuestionRow['audience'],
    standing: questionStanding({ closed, answered: row.answer_id !== null }),
    closed,
    answers: row.answers,
    askedOfMe: row.asked_of_me,
    at: row.created_at,
    movedAt: row.moved_at,
  }
}

const standings = {
  answered: sql<boolean>`q.answer_id is not null`,
  closed: sql<boolean>`q.answer_id is null and q.state = 'closed'`,
  open: sql<boolean>`q.answer_id is null and q.state = 'open'`,
}

/** What the reader has to do with it. */
const relations = (me: string) => ({
  asked: sql<boolean>`q.account_id = ${me}::uuid`,
  answered: answeredByMe(me),
  followed: sql<boolean>`exists (select 1 from practices.followings f where f.question_id = q.id and f.account_id = ${me}::uuid)`,
  'for-me': sql<boolean>`(q.answer_id is null and q.state = 'open' and q.account_id <> ${me}::uuid and not ${answeredByMe(me)}
    and (${askedOfMe(me)} or (${answered} = 0 and exists (select 1 from practices.entries e where e.account_id = ${me}::uuid
      and q.language = any (e.languages)
      and (cardinality(e.domains) = 0 or cardinality(q.domains) = 0 or e.domains && q.domains)))))`,
})

export async function list(ctx: Context, filter: QuestionFilter) {
  const after = openCursor(ctx.node.keys.cursors, 'questions', filter.cursor)
  const { domain } = filter
  let query = selected(ctx)
  if (filter.standing) query = query.where(standings[filter.standing])
  if (filter.language) query = query.where('q.language', '=', filter.language)
  if (domain) query = query.where(sql<boolean>`(cardinality(q.domains) = 0 or ${domain} = any (q.domains))`)
  if (filter.of) query = query.where(relations(ctx.actor.account)[filter.of])
  if (after) {
    query = query.where(sql<boolean>`(q.moved_at, q.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  }
  const found = await query
    .orderBy('q.moved_at', 'desc')
    .orderBy('q.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, 'questions', { found, limit: filter.limit }, last => [
    last.moved_at,
    last.id,
  ])
  return { rows: await rowsOf(ctx, shown), ...next }
}

async function rowsOf(ctx: Context, rows: readonly FoundQuestion[]): Promise<QuestionRow[]> {
  const authors = await authorsOf(ctx, rows)
  ctx.trail.shown(rows.map(row => row.id))
  return rows.map(row => toRow(row, authors))
}

/** Like some words, the best first. Hidden ones are not among them. */
export async function find(ctx: Context, { query, limit }: { query: string; limit: number }) {
  const { rows: hits } = await sql<{ id: string }>`
    select id from practices.find_questions(${wordKeys(query)}::text[], ${limit})`.execute(ctx.tx)
  const ids = hits.map(hit => hit.id)
  if (ids.length === 0) return { rows: [] }
  const rows = await rowsOf(ctx, await selected(ctx).where('q.id', 'in', ids).execute())
  const byId = new Map(rows.map(row => [row.id, row]))
  return { rows: ids.flatMap(id => byId.get(id) ?? []) }
}

/** Asked of the reader by name, and the reader's own that have answers and wait for a word. */
export async function waiting(ctx: Context) {
  const me = ctx.actor.account
  const open = () => selected(ctx).where(standings.open).orderBy('q.created_at').limit(20)
  const forMe = await open()
    .where(askedOfMe(me))
    .where(sql<boolean>`not ${answeredByMe(me)}`)
    .execute()
  const mine = await open().where('q.account_id', '=', me).where(sql<boolean>`${answered} > 0`).execute()
  return { forMe: await rowsOf(ctx, forMe), mine: await rowsOf(ctx, mine) }
}

export async function get(ctx: Context, id: string): Promise<FoundQuestion> {
  const row = await selected(ctx).where('q.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export async function lock(ctx: Context, id: string): Promise<FoundQuestion> {
  await get(ctx, id)
  await sql`select 1 from practices.questions where id = ${id}::uuid for update`.execute(ctx.tx)
  return get(ctx, id)
}

const saidTo = (ctx: Context, questionId: string) =>
  ctx.tx
    .selectFrom('practices.answers as a')
    .selectAll('a')
    .select(
      sql<number>`(select count(*)::int from practices.helpful h where h.answer_id = a.id)`.as('helpful'),
    )
    .select(
      sql<boolean>`exists (select 1 from practices.helpful h where h.answer_id = a.id
        and h.account_id = ${ctx.actor.account}::uuid)`.as('helped_me'),
    )
    .where('a.question_id', '=', questionId)
    .orderBy('a.at')
    .orderBy('a.id')
    .execute()

export async function whole(ctx: Context, id: string): Promise<Question> {
  const row = await get(ctx, id)
  const me = ctx.actor.account
  const answers = await saidTo(ctx, id)
  const authors = await authorsOf(ctx, [row, ...answers])
  const hidings = await hidingsOf(ctx, [row.id, ...answers.map(one => one.id)])
  const following = await ctx.tx
    .selectFrom('practices.followings')
    .select('question_id')
    .where('question_id', '=', id)
    .where('account_id', '=', me)
    .executeTakeFirst()
  const shown = toRow(row, authors)
  const hiding = row.hidden_at === null ? undefined : hidings.get(id)
  ctx.trail.shown([id])
  return {
    ...shown,
    words: row.words,
    ...(row.answer_id === null ? {} : { answerId: row.answer_id }),
    said: answers.map((one): Answer => {
      const hidden = one.hidden_at === null ? undefined : hidings.get(one.id)
      return {
        id: one.id,
        kind: one.kind as Answer['kind'],
        ...(one.under_id === null ? {} : { underId: one.under_id }),
        by: authors(one),
        language: one.language as Language,
        words: one.words,
        byMail: one.by_mail,
        at: one.at,
        helpful: one.helpful,
        helpedMe: one.helped_me,
        ...(hidden ? { hiding: hidden } : {}),
      }
    }),
    following: following !== undefined,
    drafts: await draftsOf(ctx, id),
    ...(hiding ? { hiding } : {}),
    may: may(ctx, row),
  }
}

async function draftsOf(ctx: Context, questionId: string): Promise<QuestionDraft[]> {
  const me = ctx.actor.account
  const rows = await ctx.tx
    .selectFrom('practices.question_drafts')
    .selectAll()
    .where('question_id', '=', questionId)
    .where(eb => eb.or([eb('account_id', '=', me), eb('other_id', '=', me)]))
    .orderBy('at')
    .execute()
  return rows.map(row => ({
    practiceId: row.practice_id,
    answerId: row.answer_id,
    state: row.state as QuestionDraft['state'],
    mine: row.account_id === me,
  }))
}

function may(ctx: Context, row: FoundQuestion): Question['may'] {
  const { account, verbs } = ctx.actor
  const writes = verbs.includes('practices.write')
  const moderator = verbs.includes('practices.moderate')
  const asker = row.account_id === account
  const open = row.state === 'open' && row.hidden_at === null
  const day = (at: string | Date) => localDay(new Date(at), ctx.node.info.timeZone)
  return {
    answer: writes && open,
    sayAnswered: writes && maySayAnswered({ asker, moderator }, day(row.created_at), day(ctx.now)),
    close: writes && (asker || moderator),
    askPeople: asker && open && writes,
    decline: row.asked_of_me && open && writes,
    draft: writes && row.hidden_at === null,
    report: !asker,
  }
}
