/** Offers in the tables: rows in, shapes out, with what the reader may do. */
import type { MultiText } from '@kerege/contract/common'
import {
  givesAndTakes,
  type OfferKind,
  type Outcome,
  offerStanding,
  type TakingState,
  takingMayBecome,
} from '@kerege/contract/council/offers/rules'
import type { Offer, OfferFilter, OfferRow, Taking } from '@kerege/contract/council/offers/schema'
import { voiceHindrance } from '@kerege/contract/council/silence'
import type { Domain } from '@kerege/contract/domains'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, pageOf } from '../../../platform/cursor.ts'
import type { Tx } from '../../../platform/database.ts'
import { today } from '../../../platform/localDay.ts'
import { partyNames } from '../parties.ts'
import { type Voice, voiceOf } from '../voices.ts'

const taken = sql<number>`(select coalesce(sum(coalesce(t.places, 1)), 0)::int from council.takings t
  where t.offer_id = o.id and t.state = 'confirmed')`
const waiting = sql<number>`(select count(*)::int from council.takings t where t.offer_id = o.id and t.state = 'asked')`

const selected = (tx: Tx) =>
  tx
    .selectFrom('council.offers as o')
    .selectAll('o')
    .select([taken.as('taken'), waiting.as('waiting')])
export type FoundOffer = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>
type Names = Awaited<ReturnType<typeof partyNames>>

function toRow(row: FoundOffer, names: Names, day: string): OfferRow[] {
  const party = names.get(row.party_id)
  if (!party) return []
  const places = row.places ?? undefined
  return [
    {
      id: row.id,
      version: row.version,
      party,
      kind: row.kind as OfferKind,
      title: row.title as MultiText,
      domains: row.domains as Domain[],
      from: row.from_day,
      until: row.until_day,
      ...(places === undefined ? {} : { places }),
      taken: row.taken,
      waiting: row.waiting,
      standing: offerStanding(
        { withdrawn: row.state === 'withdrawn', until: row.until_day, places, taken: row.taken },
        day,
      ),
    },
  ]
}

export async function list(ctx: Context, filter: OfferFilter) {
  const after = openCursor(ctx.node.keys.cursors, 'offers', filter.cursor)
  let query = selected(ctx.tx)
  if (filter.kind) query = query.where('o.kind', '=', filter.kind)
  if (filter.partyId) query = query.where('o.party_id', '=', filter.partyId)
  if (filter.sessionId) query = query.where('o.session_id', '=', filter.sessionId)
  const { domain, actionId } = filter
  if (actionId) {
    query = query.where(
      sql<boolean>`exists (select 1 from council.offer_actions l where l.offer_id = o.id and l.action_id = ${actionId}::uuid)`,
    )
  }
  // What names no domain is for all of them.
  if (domain) {
    query = query.where(sql<boolean>`(cardinality(o.domains) = 0 or ${domain} = any (o.domains))`)
  }
  if (filter.open) {
    query = query
      .where('o.state', '=', 'open')
      .where('o.until_day', '>=', today(ctx))
      .where(sql<boolean>`(o.places is null or ${taken} < o.places)`)
  }
  if (filter.waitsForUs) {
    const { voice, hindrance } = await giver(ctx)
    const own = hindrance === null ? (voice?.party.id ?? null) : null
    query = query.where('o.party_id', '=', own).where(sql<boolean>`${waiting} > 0`)
  }
  if (after)
    query = query.where(sql<boolean>`(o.created_at, o.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('o.created_at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, 'offers', { found, limit: filter.limit }, last => [
    last.created_at,
    last.id,
  ])
  const names = await partyNames(ctx.tx)
  ctx.trail.shown(shown.map(row => row.id))
  return {
    rows: shown.flatMap(row => toRow(row, names, today(ctx))),
    ...next,
  }
}

export type OfferHindrance = NonNullable<Offer['mine']['hindrance']>

/** For whom the reader offers and takes up, or why they do not. */
export async function giver(ctx: Context): Promise<{ voice?: Voice; hindrance: OfferHindrance | null }> {
  const voice = await voiceOf(ctx)
  const hindrance = ctx.actor.verbs.includes('council.speak')
    ? voiceHindrance(voice?.standing, ctx.now.toISOString().slice(0, 10))
    : 'no-delegation'
  if (hindrance) return { ...(voice ? { voice } : {}), hindrance }
  if (!voice || !givesAndTakes(voice.party.classification)) {
    return { ...(voice ? { voice } : {}), hindrance: 'observers-read' }
  }
  return { voice, hindrance: null }
}

export async function get(tx: Tx, id: string): Promise<FoundOffer> {
  const row = await selected(tx).where('o.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export async function whole(ctx: Context, id: string): Promise<Offer> {
  const found = await get(ctx.tx, id)
  const names = await partyNames(ctx.tx)
  const [row] = toRow(found, names, today(ctx))
  if (!row) throw notFound()
  const session = found.session_id
    ? await ctx.tx
        .selectFrom('council.sessions')
        .select(['id', 'title'])
        .where('id', '=', found.session_id)
        .executeTakeFirst()
    : undefined
  const actions = await ctx.tx
    .selectFrom('council.offer_actions as l')
    .innerJoin('council.actions as a', 'a.id', 'l.action_id')
    .select(['a.id', 'a.title'])
    .where('l.offer_id', '=', id)
    .orderBy('a.due')
    .execute()
  const { voice, hindrance } = await giver(ctx)
  const mine = hindrance === null ? voice?.party.id : undefined
  const takings = await takingsOf(ctx, found, names, mine)
  ctx.trail.shown([id])
  return {
    ...row,
    ...(found.words === null ? {} : { words: found.words as MultiText }),
    ...(found.conditions === null ? {} : { conditions: found.conditions as MultiText }),
    ...(found.reason === null ? {} : { reason: found.reason }),
    ...(session ? { session: { id: session.id, title: session.title as MultiText } } : {}),
    actions: actions.map(one => ({ id: one.id, title: one.title as MultiText })),
    takings,
    mine: {
      ...(voice ? { party: voice.party } : {}),
      ...(hindrance === null ? {} : { hindrance }),
      change: mine === found.party_id && found.state === 'open',
      take:
        mine !== undefined &&
        mine !== found.party_id &&
        row.standing === 'open' &&
        takings.every(one => one.party.id !== mine || one.state === 'declined' || one.state === 'withdrawn'),
    },
  }
}

async function takingsOf(
  ctx: Context,
  offer: FoundOffer,
  names: Names,
  mine: string | undefined,
): Promise<Taking[]> {
  const rows = await ctx.tx
    .selectFrom('council.takings as t')
    .innerJoin('access.accounts as a', 'a.id', 't.account_id')
    .selectAll('t')
    .select('a.name')
    .where('t.offer_id', '=', offer.id)
    .orderBy('t.at')
    .orderBy('t.id')
    .execute()
  const reports = await ctx.tx
    .selectFrom('council.taking_reports as r')
    .innerJoin('council.takings as t', 't.id', 'r.taking_id')
    .innerJoin('access.accounts as a', 'a.id', 'r.account_id')
    .selectAll('r')
    .select('a.name')
    .where('t.offer_id', '=', offer.id)
    .orderBy('r.at')
    .orderBy('r.id')
    .execute()
  const offerer = mine !== undefined && mine === offer.party_id
  return rows.flatMap((row): Taking[] => {
    const party = names.get(row.party_id)
    if (!party) return []
    const state = row.state as TakingState
    const taker = mine !== undefined && mine === row.party_id
    return [
      {
        id: row.id,
        party,
        words: row.words,
        ...(row.places === null ? {} : { places: row.places }),
        state,
        ...(row.reason === null ? {} : { reason: row.reason }),
        at: row.at,
        by: row.name,
        reports: reports.flatMap(one => {
          const who = names.get(one.party_id)
          return one.taking_id === row.id && who
            ? [
                {
                  id: one.id,
                  party: who,
                  outcome: one.outcome as Outcome,
                  words: one.words,
                  at: one.at,
                  by: one.name,
                },
              ]
            : []
        }),
        may: {
          decide: offerer && offer.state === 'open' && takingMayBecome(state, 'declined', 'offerer'),
          withdraw: taker && takingMayBecome(state, 'withdrawn', 'taker'),
          report: (offerer || taker) && state === 'confirmed',
        },
      },
    ]
  })
}
