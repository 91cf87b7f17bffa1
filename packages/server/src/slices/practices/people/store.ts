/** Entries of the directory in the tables. Who may see one is the policy's answer; what an entry shows is the same for everybody. */
import type { RoleName } from '@kerege/contract/access/roles'
import type { MultiText } from '@kerege/contract/common'
import type { Domain } from '@kerege/contract/domains'
import { notFound } from '@kerege/contract/errors'
import { confirmationStanding, type Profession } from '@kerege/contract/practices/people/rules'
import type {
  Practitioner,
  PractitionerFilter,
  PractitionerWhole,
} from '@kerege/contract/practices/people/schema'
import { wordKeys } from '@kerege/contract/practices/questions/words'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, pageOf } from '../../../platform/cursor.ts'
import type { Tx } from '../../../platform/database.ts'
import { today } from '../../../platform/localDay.ts'
import { hidingsOf } from '../questions/hidings.ts'

/** What somebody is here for: the newest of the hats that take part. */
const roleOf = sql<string>`(select h.role from access.hats h where h.account_id = e.account_id and h.ended_at is null
  order by h.agency_id <> e.agency_id, h.created_at desc limit 1)`

const selected = (tx: Tx) =>
  tx
    .selectFrom('practices.entries as e')
    .innerJoin('access.accounts as a', 'a.id', 'e.account_id')
    .innerJoin('access.agencies as g', 'g.id', 'e.agency_id')
    .leftJoin('practices.entry_confirmations as c', join =>
      join.onRef('c.entry_id', '=', 'e.id').on('c.ended_at', 'is', null),
    )
    .selectAll('e')
    .select(['a.name', 'g.name as agency', 'c.country as confirmed_by', 'c.at as confirmed_at', 'c.until'])
    .select(roleOf.as('role'))
export type FoundEntry = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

export function toRow(ctx: Context, row: FoundEntry): Practitioner {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    role: row.role as RoleName,
    profession: row.profession as Profession,
    ...(row.title === null ? {} : { title: row.title as MultiText }),
    agency: row.agency as MultiText,
    ...(row.country === null ? {} : { country: row.country }),
    languages: row.languages,
    domains: row.domains as Domain[],
    about: row.about as MultiText,
    answers: row.answers,
    reviews: row.reviews,
    ...(row.confirmed_at === null || row.until === null
      ? {}
      : {
          confirmed: {
            ...(row.confirmed_by === null ? {} : { country: row.confirmed_by }),
            at: row.confirmed_at,
            until: row.until,
            standing: confirmationStanding(row.until, today(ctx)),
          },
        }),
    mine: row.account_id === ctx.actor.account,
  }
}

/** The filter of a list; an export reads by the same one. */
export function narrowed(ctx: Context, filter: Omit<PractitionerFilter, 'cursor' | 'limit'>) {
  const day = today(ctx)
  let query = selected(ctx.tx)
  const { profession, language, domain, country } = filter
  if (profession) query = query.where('e.profession', '=', profession)
  if (language) query = query.where(sql<boolean>`${language} = any (e.languages)`)
  if (domain) query = query.where(sql<boolean>`(cardinality(e.domains) = 0 or ${domain} = any (e.domains))`)
  if (country) query = query.where('e.country', '=', country)
  if (filter.confirmed) query = query.where('c.until', '>=', day)
  if (filter.answers) query = query.where('e.answers', '=', true)
  if (filter.reviews) query = query.where('e.reviews', '=', true)
  if (filter.waiting) query = query.where(waits(ctx))
  return query
}

/** Of a person whom the reader may confirm, and without a confirmation that holds. */
export const waits = (ctx: Context) =>
  sql<boolean>`(e.account_id <> ${ctx.actor.account}::uuid and practices.may_confirm(e.country)
    and not exists (select 1 from practices.entry_confirmations x
      where x.entry_id = e.id and x.ended_at is null and x.until >= ${today(ctx)}::date))`

export async function list(ctx: Context, filter: PractitionerFilter) {
  const after = openCursor(ctx.node.keys.cursors, 'practitioners', filter.cursor)
  let query = narrowed(ctx, filter)
  if (after) query = query.where(sql<boolean>`(e.profession, e.id) > (${after[0]}, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('e.profession')
    .orderBy('e.id')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(
    ctx.node.keys.cursors,
    'practitioners',
    { found, limit: filter.limit },
    last => [last.profession, last.id],
  )
  ctx.trail.shown(shown.map(row => row.id))
  return { rows: shown.map(row => toRow(ctx, row)), ...next }
}

/** By words of what somebody can be asked about, the best first. */
export async function find(ctx: Context, query: string) {
  const { rows: hits } = await sql<{ id: string }>`
    select id from practices.find_entries(${wordKeys(query)}::text[], 50)`.execute(ctx.tx)
  const ids = hits.map(hit => hit.id)
  if (ids.length === 0) return { rows: [] }
  const found = new Map(
    (await selected(ctx.tx).where('e.id', 'in', ids).execute()).map(row => [row.id, toRow(ctx, row)]),
  )
  ctx.trail.shown(found.keys())
  return { rows: ids.flatMap(id => found.get(id) ?? []) }
}

export async function get(tx: Tx, id: string): Promise<FoundEntry> {
  const row = await selected(tx).where('e.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export const ownEntry = (ctx: Context) =>
  selected(ctx.tx).where('e.account_id', '=', ctx.actor.account).executeTakeFirst()

export const whole = async (ctx: Context, id: string) => toWhole(ctx, await get(ctx.tx, id))

export async function toWhole(ctx: Context, row: FoundEntry): Promise<PractitionerWhole> {
  const { rows } = await sql<{ may: boolean }>`select practices.may_confirm(${row.country}) as may`.execute(
    ctx.tx,
  )
  const shown = toRow(ctx, row)
  const hiding = row.hidden_at === null ? undefined : (await hidingsOf(ctx, [row.id])).get(row.id)
  const mayConfirm = !shown.mine && (rows[0]?.may ?? false)
  ctx.trail.shown([row.id])
  return {
    ...shown,
    hidden: row.hidden_at !== null,
    ...(hiding && shown.mine ? { hiding } : {}),
    consentedAt: row.consented_at,
    ...(shown.mine ? { consent: row.consent } : {}),
    may: {
      write: !shown.mine && row.hidden_at === null && ctx.actor.verbs.includes('practices.write'),
      confirm: mayConfirm && shown.confirmed?.standing !== 'running',
      endConfirmation: mayConfirm && shown.confirmed !== undefined,
    },
  }
}
