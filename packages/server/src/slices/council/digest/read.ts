/** Puts the digest before a session together. Policies filter underneath: each reader has the digest of what they may see. */
import type { Language, MultiText, PlainDate } from '@kerege/contract/common'
import { byOwner, credentialGap, type Digest } from '@kerege/contract/council/digest'
import { languageDebt } from '@kerege/contract/council/waiting/rules'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { localDay } from '../../../platform/localDay.ts'
import { ofBody } from '../actions.ts'
import { rulesOf } from '../bodies.ts'
import { listed as decisionRows } from '../decisionStore.ts'
import * as documents from '../documents/store.ts'
import { partyNames } from '../parties.ts'
import { type FoundSession, get, selected as sessionRows } from '../sessionStore.ts'

/** @throws DomainError `not-found`, for a session of others too: it has no body whose work could be told */
export async function digest(ctx: Context, id: string): Promise<Digest> {
  const session = await get(ctx.tx, id)
  if (session.body_id === null || session.body_name === null) throw notFound()
  const bodyId = session.body_id
  const before = await previousOf(ctx, session, bodyId)
  const { rules } = await rulesOf(ctx.tx, bodyId)
  ctx.trail.shown([id])
  return {
    session: {
      ...named(session),
      ...(session.starts_at === null ? {} : { startsAt: session.starts_at }),
      ...(session.from_day === null ? {} : { from: session.from_day }),
    },
    body: { id: bodyId, code: session.body_code ?? '', name: session.body_name as MultiText },
    madeAt: ctx.now.toISOString(),
    ...(session.digest_at === null ? {} : { toldAt: session.digest_at }),
    ...(before ? { previous: named(before) } : {}),
    decided: await decidedSince(ctx, bodyId, before),
    silences: await silencesOf(ctx, bodyId),
    actions: await actionsOf(ctx, bodyId, before?.sorts_on, lastDay(session)),
    documents: await documentsOf(ctx, session, bodyId, rules.languages),
    credentials: await gapsOf(ctx, session),
  }
}

const named = (row: { id: string; title: unknown; symbol: string | null }) => ({
  id: row.id,
  title: row.title as MultiText,
  ...(row.symbol === null ? {} : { symbol: row.symbol }),
})

const lastDay = (row: FoundSession): PlainDate => row.to_day ?? row.ends_at?.slice(0, 10) ?? row.sorts_on

const previousOf = (ctx: Context, session: FoundSession, bodyId: string) =>
  sessionRows(ctx.tx)
    .where('s.body_id', '=', bodyId)
    // A briefing between two sessions decides nothing.
    .where('s.kind', '=', session.kind)
    .where('s.state', '<>', 'called-off')
    .where('s.sorts_on', '<', session.sorts_on)
    .orderBy('s.sorts_on', 'desc')
    .orderBy('s.id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** What that session decided, and what was adopted since; before the first one, everything. */
async function decidedSince(ctx: Context, bodyId: string, before: FoundSession | undefined) {
  let query = decisionRows(ctx.tx).where('d.body_id', '=', bodyId).where('d.state', '=', 'adopted')
  if (before)
    query = query.where(
      sql<boolean>`(d.session_id = ${before.id}::uuid or d.closed_at >= ${before.sorts_on}::date)`,
    )
  const rows = await query.orderBy('d.closed_at').orderBy('d.id').limit(100).execute()
  return rows.map(row => ({ ...named(row), ...(row.closed_at === null ? {} : { closedAt: row.closed_at }) }))
}

async function silencesOf(ctx: Context, bodyId: string) {
  const rows = await decisionRows(ctx.tx)
    .where('d.body_id', '=', bodyId)
    .where('d.state', '=', 'silence')
    .orderBy('d.expires_at')
    .limit(100)
    .execute()
  return rows.flatMap(row => (row.expires_at === null ? [] : [{ ...named(row), expiresAt: row.expires_at }]))
}

async function actionsOf(ctx: Context, bodyId: string, from: PlainDate | undefined, until: PlainDate) {
  const rows = await ofBody(ctx, bodyId)
  const done = await ctx.tx
    .selectFrom('council.action_reports')
    .select(eb => ['action_id', eb.fn.max('at').as('at')])
    .where('state', '=', 'done')
    .where(sql<boolean>`action_id = any (${rows.map(row => row.id)}::uuid[])`)
    .groupBy('action_id')
    .execute()
  const days = new Map(done.map(one => [one.action_id, localDay(new Date(one.at), ctx.node.info.timeZone)]))
  return byOwner(
    rows.map(row => ({ row, doneOn: days.get(row.id) })),
    { from, until },
  )
}

/** In circulation, or of this session; with the languages that the rules ask for and the ones that are behind. */
async function documentsOf(
  ctx: Context,
  session: FoundSession,
  bodyId: string,
  wanted: readonly Language[],
): Promise<Digest['documents']> {
  const rows = await documents
    .selected(ctx.tx)
    .where('d.body_id', '=', bodyId)
    .where(
      sql<boolean>`(d.state = 'circulated' or (d.session_id = ${session.id}::uuid and d.state in ('draft', 'issued')))`,
    )
    .orderBy('d.symbol')
    .orderBy('d.id')
    .limit(200)
    .execute()
  return rows.map(documents.toRow).map(document => ({
    document,
    ...languageDebt(document, wanted),
  }))
}

/** Who is asked to come, or every member while nobody is yet; names of delegates are not told. */
async function gapsOf(ctx: Context, session: FoundSession): Promise<Digest['credentials']> {
  const names = await partyNames(ctx.tx)
  const invited = await ctx.tx
    .selectFrom('council.invitations')
    .select(['party_id', 'state'])
    .where('session_id', '=', session.id)
    .execute()
  const asked = invited.filter(one => one.state !== 'declined').map(one => one.party_id)
  const parties = [...names.values()].filter(one =>
    invited.length > 0 ? asked.includes(one.id) : one.classification === 'member',
  )
  const delegates = await ctx.tx
    .selectFrom('council.delegates')
    .select(['party_id', 'credentials', 'from_day', 'to_day'])
    .where(sql<boolean>`party_id = any (${parties.map(one => one.id)}::uuid[])`)
    .execute()
  return parties.flatMap(party => {
    const own = delegates
      .filter(one => one.party_id === party.id)
      .map(one => ({ credentials: one.credentials, from: one.from_day, to: one.to_day ?? undefined }))
    const gap = credentialGap(own, session.from_day ?? session.sorts_on)
    return gap === undefined ? [] : [{ party, gap }]
  })
}
