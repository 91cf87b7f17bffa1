/** The agenda: items in order, and every state in which it was given out. An adopted agenda is what the session keeps to. */
import type { MultiText } from '@kerege/contract/common'
import {
  type Agenda,
  type AgendaItem,
  type AgendaState,
  agendaMayBecome,
} from '@kerege/contract/council/agenda'
import type * as routes from '@kerege/contract/council/agendaRoutes'
import type { FloorKind } from '@kerege/contract/council/floor'
import type { DocumentState } from '@kerege/contract/council/documents/states'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { ofItems, titleOf } from './documents/store.ts'
import { partyNames } from './parties.ts'
import { find, get } from './sessionStore.ts'

export async function read(ctx: Context, sessionId: string): Promise<Agenda> {
  const session = await get(ctx.tx, sessionId)
  const items = await itemsOf(ctx, sessionId)
  const revisions = await ctx.tx
    .selectFrom('council.agenda_revisions as r')
    .innerJoin('access.accounts as a', 'a.id', 'r.account_id')
    .select(['r.revision', 'r.state', 'r.at', 'r.items', 'a.name'])
    .where('r.session_id', '=', sessionId)
    .orderBy('r.revision', 'desc')
    .execute()
  ctx.trail.shown([sessionId])
  return {
    state: session.agenda_state as AgendaState,
    revision: session.agenda_revision,
    items,
    revisions: revisions.map(one => ({
      revision: one.revision,
      state: one.state as AgendaState,
      at: one.at,
      by: one.name,
      titles: (one.items as { title: MultiText }[]).map(item => item.title),
    })),
  }
}

async function itemsOf(ctx: Context, sessionId: string): Promise<AgendaItem[]> {
  const rows = await ctx.tx
    .selectFrom('council.agenda_items')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('removed', '=', false)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  const documents = await ofItems(ctx.tx, rows)
  const speakers = await speakersOf(ctx.tx, sessionId)
  return rows.map(row => ({
    id: row.id,
    version: row.version,
    ordinal: row.ordinal,
    title: row.title as MultiText,
    ...(row.note === null ? {} : { note: row.note as MultiText }),
    ...(row.minutes === null ? {} : { minutes: row.minutes }),
    papers: row.papers,
    decisions: row.decisions,
    ...(row.approves === null ? {} : { approves: row.approves }),
    documents: documents
      .filter(one => one.item_id === row.id || row.papers.includes(one.symbol ?? ''))
      .map(one => ({
        id: one.id,
        ...(one.symbol === null ? {} : { symbol: one.symbol }),
        title: titleOf(one.texts),
        state: one.state as DocumentState,
      })),
    speakers: speakers.get(row.id) ?? [],
  }))
}

/** By item, in the order in which they had the floor. What was said without an item stands on the list of speakers alone. */
async function speakersOf(tx: Tx, sessionId: string): Promise<ReadonlyMap<string, AgendaItem['speakers']>> {
  const rows = await tx
    .selectFrom('council.floor_entries')
    .select(['item_id', 'party_id', 'kind', 'state'])
    .where('session_id', '=', sessionId)
    .where('state', 'in', ['speaking', 'spoken'])
    .where('item_id', 'is not', null)
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return new Map()
  const names = await partyNames(tx)
  const speakers = new Map<string, AgendaItem['speakers']>()
  for (const row of rows) {
    const party = names.get(row.party_id)
    if (!party || row.item_id === null) continue
    const list = speakers.get(row.item_id) ?? []
    speakers.set(row.item_id, list)
    const before = list.find(one => one.party.id === party.id && one.kind === row.kind)
    const speaking = row.state === 'speaking'
    if (before) before.speaking ||= speaking
    else list.push({ party, kind: row.kind as FloorKind, speaking })
  }
  return speakers
}

/** As it is given out: documents by their symbols only, and none that is for members alone; who spoke comes later. */
async function givenOut(ctx: Context, items: readonly AgendaItem[]) {
  const general = await ctx.tx
    .selectFrom('council.documents')
    .select(['item_id', 'symbol'])
    .where('distribution', '=', 'general')
    .where('symbol', 'is not', null)
    .where('state', '<>', 'withdrawn')
    .where(sql<boolean>`item_id = any (${items.map(one => one.id)}::uuid[])`)
    .orderBy('symbol')
    .execute()
  return items.map(({ documents: _, speakers: __, ...item }) => {
    const own = general.flatMap(one => (one.item_id === item.id && one.symbol ? [one.symbol] : []))
    return { ...item, papers: [...new Set([...item.papers, ...own])] }
  })
}

/** A paper of another session, by its symbol. @throws DomainError `agenda-adopted` */
export async function addPaper(ctx: Context, sessionId: string, itemId: string, symbol: string) {
  await lock(ctx, sessionId)
  const { item } = await requireItem(ctx, sessionId, itemId)
  if (item.papers.includes(symbol)) return
  await ctx.tx
    .updateTable('council.agenda_items')
    .set({ papers: [...item.papers, symbol], version: item.version + 1, updated_at: ctx.now })
    .where('id', '=', itemId)
    .execute()
}

/** Locks the session: of two who order the items at once, one waits. @throws DomainError `agenda-adopted` */
async function lock(ctx: Context, sessionId: string) {
  await sql`select 1 from council.sessions where id = ${sessionId}::uuid for update`.execute(ctx.tx)
  const session = await get(ctx.tx, sessionId)
  if (session.agenda_state === 'adopted') throw new DomainError('conflict', 'agenda-adopted')
  return session
}

type Content = Parsed<typeof routes.changeItem>['body']

/** Only a session approves the record of another one of its own body. */
async function requireEarlier(ctx: Context, sessionId: string, approves: string) {
  const [here, there] = [await get(ctx.tx, sessionId), await find(ctx.tx, approves)]
  if (!there || there.id === here.id || there.body_id === null || there.body_id !== here.body_id) {
    throw invalid([{ pointer: '/approves', code: 'not-found' }])
  }
}

async function columns(
  ctx: Context,
  sessionId: string,
  { title, note, minutes, papers, decisions, approves }: Content,
) {
  if (approves) await requireEarlier(ctx, sessionId, approves)
  if (decisions.length > 0) {
    const known = await ctx.tx
      .selectFrom('council.decisions')
      .select('id')
      .where('id', 'in', decisions)
      .execute()
    if (known.length < new Set(decisions).size) throw invalid([{ pointer: '/decisions', code: 'not-found' }])
  }
  return {
    title: JSON.stringify(title),
    note: note ? JSON.stringify(note) : null,
    minutes: minutes ?? null,
    papers,
    decisions,
    approves: approves ?? null,
    updated_at: ctx.now,
  }
}

export async function add(
  ctx: Context,
  sessionId: string,
  { id, ...body }: Parsed<typeof routes.addItem>['body'],
) {
  await lock(ctx, sessionId)
  const last = (await itemsOf(ctx, sessionId)).at(-1)
  await ctx.tx
    .insertInto('council.agenda_items')
    .values({
      id,
      session_id: sessionId,
      ordinal: (last?.ordinal ?? 0) + 1,
      ...(await columns(ctx, sessionId, body)),
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(id)
  return read(ctx, sessionId)
}

async function requireItem(ctx: Context, sessionId: string, itemId: string) {
  const items = await itemsOf(ctx, sessionId)
  const at = items.findIndex(one => one.id === itemId)
  const item = items[at]
  if (!item) throw notFound()
  return { items, at, item }
}

export async function change(ctx: Context, sessionId: string, itemId: string, body: Content) {
  await lock(ctx, sessionId)
  const { item } = await requireItem(ctx, sessionId, itemId)
  await ctx.tx
    .updateTable('council.agenda_items')
    .set({ ...(await columns(ctx, sessionId, body)), version: item.version + 1 })
    .where('id', '=', itemId)
    .execute()
  ctx.trail.touched(itemId, ['item'])
  return read(ctx, sessionId)
}

/** Changes places with its neighbour; at the edge nothing moves. */
export async function move(ctx: Context, sessionId: string, itemId: string, by: -1 | 1) {
  await lock(ctx, sessionId)
  const { items, at, item } = await requireItem(ctx, sessionId, itemId)
  const other = items[at + by]
  if (!other) return read(ctx, sessionId)
  for (const [id, ordinal] of [
    [item.id, other.ordinal],
    [other.id, item.ordinal],
  ] as const) {
    await ctx.tx.updateTable('council.agenda_items').set({ ordinal }).where('id', '=', id).execute()
  }
  ctx.trail.touched(itemId, ['order'])
  return read(ctx, sessionId)
}

export async function remove(ctx: Context, sessionId: string, itemId: string) {
  await lock(ctx, sessionId)
  await requireItem(ctx, sessionId, itemId)
  await ctx.tx.updateTable('council.agenda_items').set({ removed: true }).where('id', '=', itemId).execute()
  ctx.trail.touched(itemId, ['removed'])
  return read(ctx, sessionId)
}

/** @throws DomainError `agenda-empty`, `agenda-state`, `stale-version` when another revision was given out meanwhile */
export async function giveOut(
  ctx: Context,
  sessionId: string,
  { state, basedOn }: Parsed<typeof routes.giveOutAgenda>['body'],
) {
  const session = await lock(ctx, sessionId)
  if (session.agenda_revision !== basedOn) {
    throw new DomainError('conflict', 'stale-version', { version: session.agenda_revision })
  }
  if (!agendaMayBecome(session.agenda_state as AgendaState, state)) {
    throw new DomainError('conflict', 'agenda-state', { state: session.agenda_state })
  }
  // It is adopted by those who came, and not before they meet.
  if (state === 'adopted' && session.state !== 'under-way' && session.state !== 'closed') {
    throw new DomainError('conflict', 'session-not-begun', { state: session.state })
  }
  const items = await itemsOf(ctx, sessionId)
  if (items.length === 0) throw new DomainError('conflict', 'agenda-empty')
  const revision = session.agenda_revision + 1
  await ctx.tx
    .insertInto('council.agenda_revisions')
    .values({
      session_id: sessionId,
      revision,
      state,
      items: JSON.stringify(await givenOut(ctx, items)),
      at: ctx.now,
      account_id: ctx.actor.account,
    })
    .execute()
  await ctx.tx
    .updateTable('council.sessions')
    .set({ agenda_state: state, agenda_revision: revision })
    .where('id', '=', sessionId)
    .execute()
  ctx.trail.touched(sessionId, ['agenda'])
  return read(ctx, sessionId)
}
