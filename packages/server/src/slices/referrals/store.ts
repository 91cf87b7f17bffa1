/** Referrals as the sender reads them. Policies filter underneath: what a colleague may not open of the person is not here. */
import type { Language, MultiText, Page } from '@kerege/contract/common'
import { type ToldField, toldFields } from '@kerege/contract/consents/recipients'
import { notFound } from '@kerege/contract/errors'
import {
  endsBadly,
  isUnanswered,
  nextOf,
  type ReferralState,
  referralStates,
} from '@kerege/contract/referrals/rules'
import type {
  PersonReferrals,
  Referral,
  ReferralFilter,
  ReferralRow,
} from '@kerege/contract/referrals/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import { today } from '../../platform/localDay.ts'
import { hindranceToday } from '../consents/index.ts'

const gone = sql<boolean>`referrals.runs(r.state) and r.receiver_id is not null
  and not exists (select 1 from referrals.receivers(r.agency_id, r.receiver_id))`

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('referrals.referrals as r')
    .innerJoin('people.persons as p', 'p.id', 'r.person_id')
    .innerJoin('services.services as s', 's.id', 'r.service_id')
    .innerJoin('services.organisations as o', 'o.id', 's.organisation_id')
    .innerJoin('access.accounts as a', 'a.id', 'r.account_id')
    .leftJoin('access.accounts as v', 'v.id', 'r.receiver_id')
    .selectAll('r')
    .select([
      'p.label as person',
      's.name as service_name',
      's.phone as service_phone',
      's.email as service_email',
      'o.id as organisation_id',
      'o.name as organisation_name',
      'o.kind',
      'o.phone as organisation_phone',
      'o.email as organisation_email',
      'o.agency_id as organisation_agency',
      'a.name as sender_name',
      'v.name as receiver_name',
      gone.as('gone'),
      sql<
        string | null
      >`(select x.words from referrals.steps x where x.referral_id = r.id and x.state = r.state and x.words is not null
        order by x.number desc limit 1)`.as('why'),
    ])
export type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

export const find = (ctx: Context, id: string): Promise<Found | undefined> =>
  selected(ctx).where('r.id', '=', id).executeTakeFirst()

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function get(ctx: Context, id: string): Promise<Found> {
  const row = await find(ctx, id)
  // A receiver reads it by another way, and less of it.
  if (!row || !(await writes(ctx, [row.person_id], 'read')).has(row.person_id)) throw notFound()
  return row
}

/** Whose referrals the actor may move, or read. */
export async function writes(
  ctx: Context,
  personIds: readonly string[],
  mode: 'read' | 'write' = 'write',
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const found = await sql<{ id: string }>`
    select p.id from people.persons p where p.id = any (${[...new Set(personIds)]}::uuid[])
      and access.covers(${mode}, 'social', p.id)`.execute(ctx.tx)
  return new Set(found.rows.map(row => row.id))
}

/** Mine: those that I sent, and those of families that I work with. */
const isMine = (ctx: Context) => sql<boolean>`(r.account_id = ${ctx.actor.account}::uuid or exists (
  select 1 from cases.cases c where c.person_id = r.person_id and c.worker_id = ${ctx.actor.account}::uuid
    and c.state not in ('ended', 'transferred', 'merged')))`
const late = (ctx: Context) => sql<boolean>`r.state in ('sent', 'seen') and r.answer_by < ${today(ctx)}::date`
const badly = referralStates.filter(endsBadly)

export const showing = {
  open: () => sql<boolean>`(r.state = 'draft' or referrals.runs(r.state))`,
  unanswered: late,
  back: () => sql<boolean>`r.state = any (${badly}::text[]) and r.noted_at is null`,
  ask: () => sql<boolean>`(r.state = 'delivered' or (${gone}))`,
}

const conditions = (ctx: Context, filter: Partial<ReferralFilter>) => [
  // Who may answer reads rows that were asked of them; here are those of the people one works with.
  sql<boolean>`access.covers('read', 'social', r.person_id)`,
  ...(filter.of === 'all' ? [] : [isMine(ctx)]),
  ...(filter.state ? [sql<boolean>`r.state = ${filter.state}`] : []),
  ...(filter.personId ? [sql<boolean>`r.person_id = ${filter.personId}::uuid`] : []),
  ...(filter.serviceId ? [sql<boolean>`r.service_id = ${filter.serviceId}::uuid`] : []),
  ...(filter.show ? [showing[filter.show](ctx)] : []),
]

export async function list(ctx: Context, filter: ReferralFilter): Promise<Page<ReferralRow>> {
  const { cursors } = ctx.node.keys
  const after = openCursor(cursors, 'referrals', filter.cursor)
  const matching = conditions(ctx, filter).reduce((query, one) => query.where(one), selected(ctx))
  const query = after
    ? matching.where(sql<boolean>`(r.created_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    : matching
  const found = await query
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(cursors, 'referrals', { found, limit: filter.limit }, last => [
    last.created_at,
    last.id,
  ])
  return { rows: rowsOf(ctx, shown), ...next }
}

/** Of one's own, by what waits. */
export async function waiting(ctx: Context, what: keyof typeof showing): Promise<ReferralRow[]> {
  const found = await selected(ctx)
    .where(sql<boolean>`access.covers('read', 'social', r.person_id)`)
    .where(isMine(ctx))
    .where(showing[what](ctx))
    .orderBy('r.updated_at')
    .limit(50)
    .execute()
  return rowsOf(ctx, found)
}

export async function ofPerson(ctx: Context, personId: string): Promise<PersonReferrals> {
  const open = await ctx.tx
    .selectFrom('people.persons as p')
    .select(sql<string[]>`access.open_compartments('read', p.id)`.as('readable'))
    .select(sql<string[]>`access.open_compartments('write', p.id)`.as('writable'))
    .select('p.merged_into')
    .where('p.id', '=', personId)
    .executeTakeFirst()
  if (!open?.readable.includes('contact')) throw notFound()
  if (!open.readable.includes('social')) return { rows: [], mayMake: false }
  const found = await selected(ctx)
    .where('r.person_id', '=', personId)
    .orderBy('r.created_at', 'desc')
    .limit(100)
    .execute()
  return { rows: rowsOf(ctx, found), mayMake: open.writable.includes('social') && open.merged_into === null }
}

function rowsOf(ctx: Context, rows: readonly Found[]): ReferralRow[] {
  ctx.trail.shown(rows.flatMap(row => [row.id, row.person_id]))
  return rows.map(row => toRow(ctx, row))
}

function toRow(ctx: Context, row: Found): ReferralRow {
  const shape = row as unknown as ReferralRow // words that constraints and the schema of the command let in
  const state = row.state as ReferralState
  const phone = row.service_phone ?? row.organisation_phone
  return {
    id: row.id,
    version: row.version,
    personId: row.person_id,
    person: row.person,
    ...(row.case_id ? { caseId: row.case_id } : {}),
    service: {
      id: row.service_id,
      name: row.service_name as MultiText,
      organisation: row.organisation_name as MultiText,
      organisationId: row.organisation_id,
      kind: row.kind as ReferralRow['service']['kind'],
      inside: row.organisation_agency !== null,
      ...(phone ? { phone } : {}),
    },
    purpose: shape.purpose,
    state,
    answerBy: row.answer_by,
    unanswered: isUnanswered(state, row.answer_by, today(ctx)),
    receiverGone: row.gone,
    noted: row.noted_at !== null,
    sender: { id: row.account_id, name: row.sender_name },
    ...(row.receiver_id && row.receiver_name !== null
      ? { receiver: { id: row.receiver_id, name: row.receiver_name } }
      : {}),
    ...(row.sent_at ? { sentAt: row.sent_at } : {}),
    updatedAt: row.updated_at,
    ...(row.why === null ? {} : { why: row.why }),
  }
}

/** @param code said once, to whoever made the link */
export async function whole(ctx: Context, id: string, code?: string): Promise<Referral> {
  const row = await get(ctx, id)
  const state = row.state as ReferralState
  const mayChange = (await writes(ctx, [row.person_id])).has(row.person_id)
  const hindrance =
    state === 'draft'
      ? await hindranceToday(ctx, row.person_id, {
          contactId: row.organisation_id,
          recipient: row.kind as ReferralRow['service']['kind'],
          purpose: row.purpose as ReferralRow['purpose'],
        })
      : undefined
  const link = await linkOf(ctx, row)
  ctx.trail.shown([id, row.person_id])
  return {
    ...toRow(ctx, row),
    task: row.task,
    language: row.language as Language,
    steps: await stepsOf(ctx, id),
    ...(row.disclosure_id ? { disclosureId: row.disclosure_id } : {}),
    told: await toldOf(ctx, row.disclosure_id),
    ...(link ? { link } : {}),
    ...(code ? { code } : {}),
    ...(hindrance ? { hindrance } : {}),
    may: mayChange ? nextOf(state, 'sender').filter(one => one !== 'sent') : [],
    mayChange,
  }
}

async function toldOf(ctx: Context, disclosureId: string | null): Promise<Referral['told']> {
  if (disclosureId === null) return []
  const rows = await ctx.tx
    .selectFrom('consents.told as t')
    .select(['t.field', 't.value'])
    .where('t.disclosure_id', '=', disclosureId)
    .execute()
  return inOrder(rows)
}

/** As the catalogue of fields has them. */
export const inOrder = (rows: readonly { field: string; value: string }[]) =>
  rows
    .map(({ field, value }) => ({ field: field as ToldField, value })) // a constraint of the register
    .toSorted((one, other) => toldFields.indexOf(one.field) - toldFields.indexOf(other.field))

async function stepsOf(ctx: Context, id: string): Promise<Referral['steps']> {
  const rows = await ctx.tx
    .selectFrom('referrals.steps as x')
    .leftJoin('access.accounts as a', 'a.id', 'x.account_id')
    .select(['x.what', 'x.state', 'x.at', 'x.account_id', 'a.name', 'x.outside', 'x.words'])
    .where('x.referral_id', '=', id)
    .orderBy('x.number', 'desc')
    .execute()
  return rows.map(row => ({
    what: row.what,
    state: row.state as ReferralState,
    at: row.at,
    ...(row.account_id && row.name !== null ? { by: { id: row.account_id, name: row.name } } : {}),
    outside: row.outside,
    ...(row.words === null ? {} : { words: row.words }),
  }))
}

async function linkOf(ctx: Context, row: Found): Promise<Referral['link']> {
  const found = await ctx.tx
    .selectFrom('referrals.links as l')
    .select(['l.made_at', 'l.expires_at', 'l.mailed_at', 'l.opened_at', 'l.closed_at'])
    .where('l.referral_id', '=', row.id)
    .orderBy('l.made_at', 'desc')
    .orderBy('l.id', 'desc')
    .executeTakeFirst()
  if (!found) return undefined
  const email = row.service_email ?? row.organisation_email
  return {
    madeAt: found.made_at,
    expiresAt: found.expires_at,
    ...(found.mailed_at ? { mailedAt: found.mailed_at } : {}),
    ...(found.opened_at ? { openedAt: found.opened_at } : {}),
    closed: found.closed_at !== null,
    ...(email ? { email } : {}),
  }
}
