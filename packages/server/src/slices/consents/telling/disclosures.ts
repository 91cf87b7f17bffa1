/** The register of sharing in SQL: who was told what, when, by whom, and on what it rested. */
import type { Language, Page } from '@kerege/contract/common'
import type { Effect, Purpose } from '@kerege/contract/consents/kinds'
import {
  fieldFacts,
  type RecipientKind,
  type ToldField,
  toldFields,
} from '@kerege/contract/consents/recipients'
import { effectOf } from '@kerege/contract/consents/rules'
import type { Disclosure, DisclosureFilter, DisclosureRow } from '@kerege/contract/consents/tellingSchema'
import { notFound } from '@kerege/contract/errors'
import type { BirthDate } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, sealCursor } from '../../../platform/cursor.ts'
import { today } from '../../../platform/localDay.ts'
import { standingFor } from '../standing.ts'
import { answersOf, toSaid, voiceOf } from '../store.ts'

const from = (ctx: Context) =>
  ctx.tx
    .selectFrom('consents.disclosures as d')
    .innerJoin('people.persons as p', 'p.id', 'd.person_id')
    .innerJoin('consents.contacts as k', 'k.id', 'd.contact_id')
    .innerJoin('access.accounts as a', 'a.id', 'd.account_id')
    .leftJoin('consents.consents as c', 'c.id', 'd.consent_id')

const selected = (ctx: Context) =>
  from(ctx).select([
    'd.id',
    'd.person_id',
    'p.label as person',
    'p.birth',
    'd.contact_id',
    'k.organisation',
    'k.person as who',
    'd.recipient',
    'd.purpose',
    'd.consent_id',
    'd.also',
    'd.despite',
    'd.told_on',
    'd.how',
    'd.language',
    'd.account_id',
    'a.name as by_name',
    'd.at',
    'c.kind',
    'c.given_by',
    'c.since',
    'c.until',
    'c.withdrawn_at',
    'c.custody_ended_at',
    'c.basis_words',
    // Of several answers the first that was stopped says so; terms are those of the first.
    sql<string | null>`(select case when x.withdrawn_at is not null then 'withdrawn' else 'custody-ended' end
      from consents.consents x where x.id = any (d.also) and (x.withdrawn_at is not null or x.custody_ended_at is not null)
      order by x.id limit 1)`.as('also_stopped'),
  ])
type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

type Filter = Omit<DisclosureFilter, 'limit' | 'cursor'>
const conditions = (ctx: Context, filter: Filter) => [
  ...(filter.personId ? [sql<boolean>`d.person_id = ${filter.personId}::uuid`] : []),
  ...(filter.contactId ? [sql<boolean>`d.contact_id = ${filter.contactId}::uuid`] : []),
  ...(filter.recipient ? [sql<boolean>`d.recipient = ${filter.recipient}`] : []),
  ...(filter.purpose ? [sql<boolean>`d.purpose = ${filter.purpose}`] : []),
  ...(filter.mine ? [sql<boolean>`d.account_id = ${ctx.actor.account}::uuid`] : []),
]

export const filtered = (ctx: Context, filter: Filter) =>
  conditions(ctx, filter).reduce((query, one) => query.where(one), selected(ctx))

/** The latest first. */
export async function list(ctx: Context, filter: DisclosureFilter): Promise<Page<DisclosureRow>> {
  const after = openCursor(ctx.node.keys.cursors, 'disclosures', filter.cursor)
  let query = filtered(ctx, filter)
  if (after) query = query.where(sql<boolean>`(d.at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('d.at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const shown = found.slice(0, filter.limit)
  const last = shown.at(-1)
  const rows = shown.map(row => toRow(ctx, row))
  return found.length > filter.limit && last
    ? { rows, next: sealCursor(ctx.node.keys.cursors, 'disclosures', [last.at, last.id]) }
    : { rows }
}

export async function count(ctx: Context, filter: Filter): Promise<number> {
  const query = conditions(ctx, filter).reduce(
    (so, one) => so.where(one),
    ctx.tx.selectFrom('consents.disclosures as d'),
  )
  const found = await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return found.total
}

export const find = (ctx: Context, id: string): Promise<Found | undefined> =>
  selected(ctx).where('d.id', '=', id).executeTakeFirst()

/** Whether what it rested on first counts today; of a request nothing runs out. */
function effectNow(ctx: Context, row: Found) {
  if (!row.kind || !row.since) return undefined
  if (row.also_stopped) return row.also_stopped as Effect
  const said = {
    id: '',
    kind: row.kind as 'consent',
    givenBy: (row.given_by as 'self' | null) ?? undefined,
    capacity: 'alone' as const,
    purposes: [],
    recipients: [],
    contacts: [],
    classes: [],
    since: row.since,
    until: row.until ?? undefined,
    withdrawn: row.withdrawn_at !== null,
    custodyEnded: row.custody_ended_at !== null,
    recordedAt: row.at,
  }
  return effectOf(said, today(ctx), standingFor(ctx, row.birth as BirthDate))
}

export function toRow(ctx: Context, row: Found): DisclosureRow {
  const effect = effectNow(ctx, row)
  return {
    id: row.id,
    personId: row.person_id,
    person: row.person,
    contact: { id: row.contact_id, organisation: row.organisation, ...(row.who ? { person: row.who } : {}) },
    recipient: row.recipient as RecipientKind,
    ...(row.purpose ? { purpose: row.purpose as Purpose } : {}),
    rests: row.consent_id === null ? 'request' : row.kind === 'other-basis' ? 'other-basis' : 'consent',
    ...(effect ? { effect } : {}),
    toldOn: row.told_on,
    how: row.how as DisclosureRow['how'],
    by: { id: row.account_id, name: row.by_name },
    at: row.at,
  }
}

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function whole(ctx: Context, id: string): Promise<Disclosure> {
  const row = await find(ctx, id)
  if (!row) throw notFound()
  const fields = await ctx.tx
    .selectFrom('consents.told as t')
    .select(['t.field', 't.value'])
    .where('t.disclosure_id', '=', id)
    .execute()
  const rows = await answersOf(
    ctx,
    [row.consent_id, ...row.also].flatMap(one => one ?? []),
  )
  const standing = standingFor(ctx, row.birth as BirthDate)
  const size = await sql<{ n: number }>`select consents.told_size(${id}::uuid) as n`.execute(ctx.tx)
  ctx.trail.shown([id, row.person_id, row.contact_id])
  return {
    ...toRow(ctx, row),
    language: row.language as Language,
    fields: inOrder(fields),
    notShown: (size.rows[0]?.n ?? fields.length) - fields.length,
    ...(row.basis_words ? { basisWords: row.basis_words } : {}),
    ...(row.despite ? { despite: row.despite } : {}),
    voices: rows.map(one => ({ ...voiceOf(one), effect: effectOf(toSaid(one), today(ctx), standing) })),
  }
}

/** As the catalogue of fields has them. */
export const inOrder = (rows: readonly { field: string; value: string }[]) =>
  rows
    .filter(row => row.field in fieldFacts)
    .map(row => ({ field: row.field as ToldField, value: row.value }))
    .toSorted((one, other) => toldFields.indexOf(one.field) - toldFields.indexOf(other.field))
