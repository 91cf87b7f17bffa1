/**
 * Asking and answering between focal points. What is said about people never passes: the contract stops what looks like data of
 * a person before it comes here. Whose term has ended neither asks nor answers nor is told.
 */
import { type MultiText, textIn, languages } from '@kerege/contract/common'
import type * as routes from '@kerege/contract/council/requests/routes'
import type { InfoRequest } from '@kerege/contract/council/requests/schema'
import type { PartyName } from '@kerege/contract/council/schema'
import { DomainError, invalid } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { emitToAll } from '../../../platform/outbox.ts'
import { focalOf } from '../focalPoints/store.ts'
import { partyNames } from '../parties.ts'
import { find, type FoundRequest, get, whole } from './store.ts'
import { today } from '../../../platform/localDay.ts'

/** @throws DomainError with the hindrance as its code */
async function requireFocal(ctx: Context): Promise<PartyName> {
  const { party, hindrance } = await focalOf(ctx)
  if (hindrance || !party) throw new DomainError('forbidden', hindrance ?? 'no-focal-point')
  return party
}

const everyWord = (...texts: MultiText[]) =>
  texts
    .flatMap(text => languages.flatMap(language => (text[language] ? textIn(text, language).text : [])))
    .join(' ')

/** @throws DomainError with faults at `/after` for what is not to be seen, at `/to` for who is no member, is oneself, or has no focal point */
export async function ask(
  ctx: Context,
  body: Parsed<typeof routes.askForInformation>['body'],
): Promise<InfoRequest> {
  const party = await requireFocal(ctx)
  if (body.due < today(ctx)) throw invalid([{ pointer: '/due', code: 'in-the-past' }])
  await requireSeen(ctx.tx, body.after)
  const to = await addressees(ctx, party, body)
  const made = await ctx.tx
    .insertInto('council.requests')
    .values({
      id: body.id,
      party_id: party.id,
      title: JSON.stringify(body.title),
      question: JSON.stringify(body.question),
      domains: body.domains,
      due: body.due,
      to_all: body.toAll,
      after_id: body.after ?? null,
      state: 'open',
      folded: sql<string>`council.folded(${everyWord(body.title, body.question)})`,
      account_id: ctx.actor.account,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows) {
    await ctx.tx
      .insertInto('council.request_addressees')
      .values(to.map(id => ({ request_id: body.id, party_id: id })))
      .execute()
    await tell(ctx.tx, 'request.asked', body.id, to, ctx.now)
  }
  ctx.trail.touched(body.id)
  return whole(ctx, body.id)
}

/** What one may not see is no earlier request of anybody's. */
async function requireSeen(tx: Tx, id: string | undefined): Promise<void> {
  if (id && !(await find(tx, id))) throw invalid([{ pointer: '/after', code: 'not-found' }])
}

async function addressees(
  ctx: Context,
  mine: PartyName,
  { toAll, to }: Parsed<typeof routes.askForInformation>['body'],
): Promise<string[]> {
  const members = [...(await partyNames(ctx.tx)).values()].filter(
    one => one.classification === 'member' && one.id !== mine.id,
  )
  // Of all, also those who name somebody later: they find it waiting.
  if (toAll) return members.map(one => one.id)
  const day = ctx.now.toISOString().slice(0, 10)
  const named = await ctx.tx
    .selectFrom('council.focal_points')
    .select('party_id')
    .where('party_id', 'in', to)
    .where('from_day', '<=', day)
    .where(eb => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', day)]))
    .execute()
  const faults = to.flatMap((id, at) => {
    if (members.every(one => one.id !== id)) return [{ pointer: `/to/${at}`, code: 'only-members' }]
    return named.every(one => one.party_id !== id) ? [{ pointer: `/to/${at}`, code: 'nobody-named' }] : []
  })
  if (faults.length > 0) throw invalid(faults)
  return to
}

/** Focal points whose term runs, and no others. */
export async function tell(
  tx: Tx,
  topic: 'request.asked' | 'request.answered' | 'request.due',
  requestId: string,
  parties: readonly string[],
  now: Date,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from council.receivers(${[...parties]}::uuid[], ${now.toISOString().slice(0, 10)}::date) as id`.execute(
    tx,
  )
  await emitToAll(
    tx,
    topic,
    rows.map(row => row.id),
    { requestId },
  )
}

/** @throws DomainError `not-yours` for who has not asked, `request-closed` */
async function lockMine(ctx: Context, id: string): Promise<FoundRequest> {
  const seen = await get(ctx.tx, id)
  const party = await requireFocal(ctx)
  if (seen.party_id !== party.id) throw new DomainError('forbidden', 'not-yours')
  await sql`select 1 from council.requests where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx.tx, id)
  if (row.state !== 'open') throw new DomainError('conflict', 'request-closed')
  return row
}

export async function extend(ctx: Context, id: string, due: string): Promise<InfoRequest> {
  const row = await lockMine(ctx, id)
  if (due <= row.due || due < today(ctx)) throw invalid([{ pointer: '/due', code: 'not-longer' }])
  await ctx.tx
    .updateTable('council.requests')
    .set({ due, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['due'])
  return whole(ctx, id)
}

export async function withdraw(ctx: Context, id: string, reason: string): Promise<InfoRequest> {
  const row = await lockMine(ctx, id)
  await ctx.tx
    .updateTable('council.requests')
    .set({ state: 'withdrawn', reason, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['state'])
  ctx.trail.because(reason)
  return whole(ctx, id)
}

/** @throws DomainError `not-asked` for an answer of who was not asked, `request-closed` */
export async function takeTurn(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.takeTurn>['body'],
): Promise<InfoRequest> {
  const request = await get(ctx.tx, id)
  const party = await requireFocal(ctx)
  const asked = await ctx.tx
    .selectFrom('council.request_addressees')
    .select(['party_id', 'answered_at'])
    .where('request_id', '=', id)
    .execute()
  const mine = asked.find(one => one.party_id === party.id)
  if (!mine && (body.kind === 'answer' || request.party_id !== party.id)) {
    throw new DomainError('forbidden', 'not-asked')
  }
  if (request.state !== 'open') throw new DomainError('conflict', 'request-closed')
  if (body.reusable && body.kind !== 'answer') throw invalid([{ pointer: '/reusable', code: 'not-valid' }])
  await requirePapers(ctx, body.papers)
  const made = await ctx.tx
    .insertInto('council.request_turns')
    .values({
      id: body.id,
      request_id: id,
      party_id: party.id,
      account_id: ctx.actor.account,
      at: ctx.now,
      kind: body.kind,
      language: ctx.actor.language,
      words: body.words,
      reusable: body.reusable,
      folded: sql<string>`council.folded(${body.words})`,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  ctx.trail.touched(id, [body.kind])
  if (!made.numInsertedOrUpdatedRows) return whole(ctx, id)
  if (body.papers.length > 0) {
    await ctx.tx
      .insertInto('council.request_papers')
      .values([...new Set(body.papers)].map(paper => ({ turn_id: body.id, document_id: paper })))
      .execute()
  }
  if (body.kind === 'answer' && mine && mine.answered_at === null) {
    await ctx.tx
      .updateTable('council.request_addressees')
      .set({ answered_at: ctx.now })
      .where('request_id', '=', id)
      .where('party_id', '=', party.id)
      .execute()
  }
  const others = mine ? [request.party_id] : asked.map(one => one.party_id)
  await tell(ctx.tx, 'request.answered', id, others, ctx.now)
  return whole(ctx, id)
}

async function requirePapers(ctx: Context, papers: readonly string[]) {
  if (papers.length === 0) return
  const found = await ctx.tx
    .selectFrom('council.documents')
    .select('id')
    .where('id', 'in', [...papers])
    .execute()
  const missing = papers.findIndex(id => found.every(one => one.id !== id))
  if (missing >= 0) throw invalid([{ pointer: `/papers/${missing}`, code: 'not-found' }])
}
