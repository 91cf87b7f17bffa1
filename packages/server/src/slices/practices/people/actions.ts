/**
 * Standing in the directory, changing one's entry, leaving. Each for oneself and for nobody else. What one's agency tells of the
 * state is taken from it; a confirmation holds for the profession, agency and state that were confirmed.
 */
import type { MultiText } from '@kerege/contract/common'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { confirmedUntil } from '@kerege/contract/practices/people/rules'
import type * as routes from '@kerege/contract/practices/people/routes'
import type { MyEntry, PractitionerWhole } from '@kerege/contract/practices/people/schema'
import { wordKeys, wordsVersion } from '@kerege/contract/practices/questions/words'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { emitToAll } from '../../../platform/outbox.ts'
import { requireVersion } from '../record/policy.ts'
import { openNomination } from './nominations.ts'
import { offerReviews } from './reviewing.ts'
import { settings } from './settings.ts'
import { get, ownEntry, toWhole, whole } from './store.ts'
import { today } from '../../../platform/localDay.ts'

type Content = Parsed<typeof routes.changeEntry>['body']

export async function myCountry(ctx: Context): Promise<string | null> {
  const { rows } = await sql<{ country: string | null }>`select practices.my_country() as country`.execute(
    ctx.tx,
  )
  return rows[0]?.country ?? null
}

const everyWord = (...texts: (MultiText | undefined)[]) =>
  texts.flatMap(text => Object.values(text ?? {}).map(one => one?.text ?? '')).join(' ')

async function columns(ctx: Context, body: Content) {
  return {
    agency_id: ctx.actor.agency,
    country: (await myCountry(ctx)) ?? body.country ?? null,
    profession: body.profession,
    title: body.title ? JSON.stringify(body.title) : null,
    languages: body.languages,
    domains: body.domains,
    about: JSON.stringify(body.about),
    keys: wordKeys(everyWord(body.title, body.about)),
    keys_version: wordsVersion,
    answers: body.answers,
    reviews: body.reviews,
    updated_at: ctx.now,
  }
}

/** Whoever may not review others' practices cannot offer it. */
function requireReviewer(ctx: Context, body: Content) {
  if (body.reviews && !ctx.actor.verbs.includes('practices.review')) {
    throw invalid([{ pointer: '/reviews', code: 'not-allowed' }])
  }
}

/** @throws DomainError `entry-exists` where one stands there already */
export async function stand(
  ctx: Context,
  body: Parsed<typeof routes.standInDirectory>['body'],
): Promise<PractitionerWhole> {
  requireReviewer(ctx, body)
  const { id, consent, ...content } = body
  const made = await ctx.tx
    .insertInto('practices.entries')
    .values({
      id,
      account_id: ctx.actor.account,
      ...(await columns(ctx, { ...content, consent })),
      consent,
      consented_at: ctx.now,
      created_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  const mine = await ownEntry(ctx)
  // Sent again it is there; another one, of whomever, is not overwritten.
  if (!mine || mine.id !== id) throw new DomainError('conflict', 'entry-exists')
  if (made.numInsertedOrUpdatedRows && body.reviews) await offerReviews(ctx, body)
  ctx.trail.touched(id)
  if (made.numInsertedOrUpdatedRows && !(await acceptNomination(ctx))) await tellConfirmers(ctx, mine.country)
  return whole(ctx, id)
}

async function acceptNomination(ctx: Context): Promise<boolean> {
  const { confirmMonths } = await settings(ctx.tx)
  const { rows } = await sql<{ accepted: boolean }>`
    select practices.accept_nomination(${newId(ctx.now.getTime())}::uuid,
      ${confirmedUntil(today(ctx), confirmMonths)}::date, ${ctx.now.toISOString()}::timestamptz) as accepted`.execute(
    ctx.tx,
  )
  return rows[0]?.accepted ?? false
}

async function tellConfirmers(ctx: Context, country: string | null) {
  const { rows } = await sql<{ id: string }>`select practices.confirmers(${country}) as id`.execute(ctx.tx)
  const others = rows.map(row => row.id).filter(id => id !== ctx.actor.account)
  await emitToAll(ctx.tx, 'entry.waiting', others, {})
}

async function lockMine(ctx: Context, id: string) {
  const row = await get(ctx.tx, id)
  if (row.account_id !== ctx.actor.account) throw notFound()
  await sql`select 1 from practices.entries where id = ${id}::uuid for update`.execute(ctx.tx)
  return get(ctx.tx, id)
}

/** @throws DomainError `not-found` for anybody else's */
export async function change(ctx: Context, id: string, body: Content): Promise<PractitionerWhole> {
  const row = await lockMine(ctx, id)
  requireVersion(ctx, row.version)
  // Who offered it while they might may go on; only offering anew needs the right.
  if (!row.reviews) requireReviewer(ctx, body)
  await ctx.tx
    .updateTable('practices.entries')
    .set({
      ...(await columns(ctx, body)),
      version: row.version + 1,
      ...(row.consent === body.consent ? {} : { consent: body.consent, consented_at: ctx.now }),
    })
    .where('id', '=', id)
    .execute()
  if (body.reviews || row.reviews) await offerReviews(ctx, body.reviews ? body : null)
  const now = await get(ctx.tx, id)
  ctx.trail.touched(id, ['entry'])
  if (row.confirmed_at !== null && now.confirmed_at === null) await tellConfirmers(ctx, now.country)
  return toWhole(ctx, now)
}

/** Gone at once, with its confirmation: lists, search and old questions no longer know the name. */
export async function leave(ctx: Context, id: string): Promise<undefined> {
  const row = await get(ctx.tx, id)
  if (row.account_id !== ctx.actor.account) throw notFound()
  if (row.reviews) await offerReviews(ctx, null)
  await ctx.tx.deleteFrom('practices.entries').where('id', '=', id).execute()
  ctx.trail.touched(id)
  return undefined
}

export async function mine(ctx: Context): Promise<MyEntry> {
  const row = await ownEntry(ctx)
  const nomination = await openNomination(ctx)
  const country = await myCountry(ctx)
  return {
    ...(row ? { entry: await toWhole(ctx, row) } : {}),
    ...(nomination ? { nomination } : {}),
    ...(country === null ? {} : { country }),
  }
}
