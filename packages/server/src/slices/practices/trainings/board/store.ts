/** Requests and offers in SQL, with who answered and what of the other kind fits. */
import type { MultiText } from '@kerege/contract/common'
import type { Domain } from '@kerege/contract/domains'
import { notFound } from '@kerege/contract/errors'
import {
  type AnswerState,
  answerMayBecome,
  fitTogether,
} from '@kerege/contract/practices/trainings/board/rules'
import type { Wish, WishFilter, WishRow } from '@kerege/contract/practices/trainings/board/schema'
import type { Profession } from '@kerege/contract/practices/trainings/common'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { openCursor, pageOf } from '../../../../platform/cursor.ts'
import type { Tx } from '../../../../platform/database.ts'
import { accountNames, type AgencyNames, agencyNames, agencyOf } from '../../agencies.ts'
import { today } from '../../../../platform/localDay.ts'

const list = 'training-wishes'

const selected = (tx: Tx) =>
  tx
    .selectFrom('practices.training_wishes as w')
    .selectAll('w')
    .select(
      sql<number>`(select count(*)::int from practices.training_wish_answers a where a.wish_id = w.id and a.state = 'asked')`.as(
        'waiting',
      ),
    )
export type FoundWish = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const toRow = (row: FoundWish, agencies: AgencyNames): WishRow => ({
  id: row.id,
  version: row.version,
  kind: row.kind as WishRow['kind'],
  agency: agencyOf(agencies, row.agency_id),
  title: row.title as MultiText,
  domains: row.domains as Domain[],
  professions: row.professions as Profession[],
  languages: row.languages,
  ...(row.people === null ? {} : { people: row.people }),
  from: row.from_day,
  until: row.until_day,
  state: row.state as WishRow['state'],
  waiting: row.waiting,
})

export async function listed(ctx: Context, filter: WishFilter) {
  const after = openCursor(ctx.node.keys.cursors, list, filter.cursor)
  let query = selected(ctx.tx)
  const { kind, domain, language } = filter
  if (kind) query = query.where('w.kind', '=', kind)
  if (domain) query = query.where(sql<boolean>`(w.domains = '{}' or ${domain} = any (w.domains))`)
  if (language) query = query.where(sql<boolean>`${language} = any (w.languages)`)
  if (filter.open) query = query.where('w.state', '=', 'open').where('w.until_day', '>=', today(ctx))
  if (after)
    query = query.where(sql<boolean>`(w.created_at, w.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('w.created_at', 'desc')
    .orderBy('w.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, list, { found, limit: filter.limit }, last => [
    last.created_at,
    last.id,
  ])
  const agencies = await agencyNames(ctx.tx)
  ctx.trail.shown(shown.map(row => row.id))
  return { rows: shown.map(row => toRow(row, agencies)), ...next }
}

export async function get(tx: Tx, id: string): Promise<FoundWish> {
  const row = await selected(tx).where('w.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Whoever runs trainings of the agency; a practitioner speaks for what they wrote themselves. */
export const isMine = (ctx: Context, row: Pick<FoundWish, 'agency_id' | 'account_id'>): boolean =>
  row.account_id === ctx.actor.account ||
  (row.agency_id === ctx.actor.agency && ctx.actor.verbs.includes('trainings.run'))

async function fitting(ctx: Context, row: FoundWish, agencies: AgencyNames): Promise<WishRow[]> {
  const others = await selected(ctx.tx)
    .where('w.state', '=', 'open')
    .where('w.kind', '<>', row.kind)
    .where('w.until_day', '>=', today(ctx))
    .orderBy('w.from_day')
    .limit(500)
    .execute()
  const shape = (one: FoundWish) => {
    const { agency, ...rest } = toRow(one, agencies)
    return { ...rest, agencyId: agency.id }
  }
  const own = shape(row)
  return others
    .filter(one => fitTogether(own, shape(one)))
    .slice(0, 10)
    .map(one => toRow(one, agencies))
}

export async function whole(ctx: Context, id: string): Promise<Wish> {
  const row = await get(ctx.tx, id)
  const answers = await ctx.tx
    .selectFrom('practices.training_wish_answers')
    .selectAll()
    .where('wish_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const agencies = await agencyNames(ctx.tx)
  const names = await accountNames(
    ctx.tx,
    answers.map(one => one.account_id),
  )
  const curriculum = row.curriculum_id
    ? await ctx.tx
        .selectFrom('practices.curricula')
        .select(['id', sql<MultiText>`content -> 'title'`.as('title')])
        .where('id', '=', row.curriculum_id)
        .executeTakeFirst()
    : undefined
  const events = await ctx.tx
    .selectFrom('practices.training_events')
    .select(['id', 'title'])
    .where('wish_id', '=', id)
    .execute()
  const mine = isMine(ctx, row)
  const open = row.state === 'open'
  const can = (one: (typeof answers)[number], to: AnswerState) =>
    (mine && answerMayBecome(one.state as AnswerState, to, 'wisher')) ||
    (isMine(ctx, one) && answerMayBecome(one.state as AnswerState, to, 'answerer'))
  ctx.trail.shown([id])
  return {
    ...toRow(row, agencies),
    ...(row.words === null ? {} : { words: row.words as MultiText }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(curriculum ? { curriculum } : {}),
    answers: answers.map(one => ({
      id: one.id,
      agency: agencyOf(agencies, one.agency_id),
      words: one.words,
      state: one.state as AnswerState,
      ...(one.reason === null ? {} : { reason: one.reason }),
      at: one.at,
      by: names.get(one.account_id) ?? '',
      may: { decide: can(one, 'agreed'), withdraw: can(one, 'withdrawn') },
    })),
    fitting: open ? await fitting(ctx, row, agencies) : [],
    events: events.map(one => ({ id: one.id, title: one.title as MultiText })),
    may: {
      change: mine && row.state !== 'withdrawn',
      answer:
        open &&
        row.agency_id !== ctx.actor.agency &&
        row.until_day >= today(ctx) &&
        // Who offers to hold one holds trainings; whoever wants one may say so.
        ctx.actor.verbs.includes(row.kind === 'request' ? 'trainings.run' : 'trainings.take'),
    },
  }
}
