/**
 * From a draft to what somebody was told. Sending is an act of sharing: it rests on an answer of the family that covers it today, and
 * stands in the register of who was told; without one nothing leaves, and why is said.
 */
import { randomInt } from 'node:crypto'
import { DomainError, type Fault, invalid, notFound } from '@kerege/contract/errors'
import type {
  ChangeDraft,
  DraftReferral,
  Receivers,
  Referral,
  SendReferral,
} from '@kerege/contract/referrals/schema'
import { runs } from '@kerege/contract/referrals/rules'
import type { Service } from '@kerege/contract/services/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { keyedHash } from '../../platform/keys.ts'
import { today } from '../../platform/localDay.ts'
import { journeyWords, tell } from '../consents/index.ts'
import { findOrganisation, findService } from '../services/index.ts'
import * as store from './store.ts'

/** A way in lasts as long as help may take. */
const linkDays = 60

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function draft(ctx: Context, personId: string, body: DraftReferral): Promise<Referral> {
  const { mayMake } = await store.ofPerson(ctx, personId)
  const known = await store.find(ctx, body.id)
  if (known) {
    if (known.person_id !== personId) throw notFound()
    return store.whole(ctx, body.id)
  }
  if (!mayMake) throw new DomainError('forbidden', 'not-yours')
  await requireSound(ctx, personId, body)
  const thread = await threadOf(ctx, personId, body.actionId)
  const made = await ctx.tx
    .insertInto('referrals.referrals')
    .values({
      ...columns(ctx, body),
      id: body.id,
      person_id: personId,
      case_id: sql<string | null>`casework.case_of(${personId}::uuid)`,
      plan_thread: thread,
      account_id: ctx.actor.account,
      created_at: ctx.now,
    })
    // Somebody else's with this id: the answer is the one for what cannot be seen.
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw notFound()
  await ctx.tx
    .insertInto('referrals.steps')
    .values({
      referral_id: body.id,
      number: 1,
      person_id: personId,
      at: ctx.now,
      account_id: ctx.actor.account,
      what: 'draft',
      state: 'draft',
    })
    .execute()
  ctx.trail.touched(body.id, ['referral'])
  ctx.trail.touched(personId)
  return store.whole(ctx, body.id)
}

const columns = (ctx: Context, body: ChangeDraft) => ({
  service_id: body.serviceId,
  purpose: body.purpose,
  language: body.language,
  task: body.task,
  answer_by: body.answerBy,
  updated_at: ctx.now,
})

/** All that cannot be, at once. */
async function requireSound(ctx: Context, personId: string, body: ChangeDraft): Promise<void> {
  const service = await findService(ctx, body.serviceId)
  const task = body.task.toLocaleLowerCase()
  const tells = (await journeyWords(ctx, personId)).some(place => task.includes(place))
  const faults: Fault[] = [
    ...(service ? [] : [{ pointer: '/serviceId', code: 'not-found' }]),
    ...(service && isShut(service) ? [{ pointer: '/serviceId', code: 'closed' }] : []),
    // What is asked for is read by others as what is told is: of the journey nothing leaves.
    ...(tells ? [{ pointer: '/task', code: 'tells-journey' }] : []),
    ...(body.answerBy < today(ctx) ? [{ pointer: '/answerBy', code: 'in-the-past' }] : []),
  ]
  if (faults.length > 0) throw invalid(faults)
}
const isShut = ({ state, organisation }: Service) => state !== 'open' || organisation.closed

/** A step of the plan, the same across its versions; of nobody else. */
async function threadOf(ctx: Context, personId: string, actionId: string | undefined) {
  if (actionId === undefined) return null
  const found = await ctx.tx
    .selectFrom('plans.actions as x')
    .select('x.thread')
    .where('x.id', '=', actionId)
    .where('x.person_id', '=', personId)
    .executeTakeFirst()
  if (!found) throw invalid([{ pointer: '/actionId', code: 'not-found' }])
  return found.thread
}

/** @throws DomainError `referral-cannot` once it was sent; `stale-version` */
export async function change(ctx: Context, id: string, body: ChangeDraft): Promise<Referral> {
  const row = await writable(ctx, id, ctx.basedOn)
  if (row.state !== 'draft') throw new DomainError('conflict', 'referral-cannot', { state: row.state })
  await requireSound(ctx, row.person_id, body)
  const saved = await ctx.tx
    .updateTable('referrals.referrals')
    .set({ ...columns(ctx, body), version: row.version + 1 })
    .where('id', '=', id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  if (!saved.numUpdatedRows) throw new DomainError('conflict', 'stale-version')
  ctx.trail.touched(id, ['referral'])
  return store.whole(ctx, id)
}

/** @throws DomainError `not-found`, `not-yours`, `stale-version` */
export async function writable(ctx: Context, id: string, seen: number | null): Promise<store.Found> {
  const row = await store.get(ctx, id)
  if (!(await store.writes(ctx, [row.person_id])).has(row.person_id))
    throw new DomainError('forbidden', 'not-yours')
  if (row.version !== seen) throw new DomainError('conflict', 'stale-version', { version: row.version })
  return row
}

export async function receivers(ctx: Context, serviceId: string): Promise<Receivers> {
  const service = await findService(ctx, serviceId)
  if (!service) throw notFound()
  return { rows: await receiversOf(ctx, service) }
}

async function receiversOf(ctx: Context, { organisationId }: Service): Promise<Receivers['rows']> {
  const agency = (await findOrganisation(ctx, organisationId))?.agencyId
  if (!agency) return []
  const found = await sql<{ account_id: string; name: string; role: string }>`
    select * from referrals.receivers(${agency}::uuid, null)`.execute(ctx.tx)
  return found.rows.map(row => ({ id: row.account_id, name: row.name, role: row.role }))
}

/**
 * Sent twice it is sent once: the id of the act of sharing was made by the device.
 * @throws DomainError `consent-missing` with why, `service-shut`, `referral-no-mail`; faults at the receiver and at each field
 */
export async function send(ctx: Context, id: string, body: SendReferral): Promise<Referral> {
  // Two who send at once: the second one sees that the first has.
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 70))`.execute(ctx.tx)
  const before = await store.get(ctx, id)
  if (before.disclosure_id === body.id) return store.whole(ctx, id)
  const row = await writable(ctx, id, body.seen)
  if (row.state !== 'draft') throw new DomainError('conflict', 'referral-cannot', { state: row.state })
  const service = await findService(ctx, row.service_id)
  if (!service || isShut(service)) throw new DomainError('conflict', 'service-shut')
  const agency = row.organisation_agency
  if (agency) await requireReceiver(ctx, service, body.receiverId)
  else requireOutside(row, body.receiverId)
  const shape = row as unknown as Referral // words that the schema of the draft let in
  await tell(ctx, row.person_id, {
    id: body.id,
    contactId: row.organisation_id,
    purpose: shape.purpose,
    language: shape.language,
    how: 'referral',
    fields: body.fields,
    ...(body.despite ? { despite: body.despite } : {}),
  })
  await sql`select referrals.send(${id}::uuid, ${body.id}::uuid, ${agency}::uuid, ${body.receiverId ?? null}::uuid,
    ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.tx)
  ctx.trail.touched(id, ['sent'])
  return store.whole(ctx, id, agency ? undefined : await makeLink(ctx, row))
}

/** Blocked, gone, or of another house: the form offers those who are there. */
async function requireReceiver(ctx: Context, service: Service, chosen: string | undefined): Promise<void> {
  const there = await receiversOf(ctx, service)
  if (there.length === 0) throw invalid([{ pointer: '/receiverId', code: 'nobody-there' }])
  if (chosen && !there.some(one => one.id === chosen))
    throw invalid([{ pointer: '/receiverId', code: 'not-there' }])
}

function requireOutside(row: store.Found, chosen: string | undefined): void {
  if (chosen) throw invalid([{ pointer: '/receiverId', code: 'not-asked' }])
  if (!(row.service_email ?? row.organisation_email)) throw new DomainError('conflict', 'referral-no-mail')
}

/** Old ways in stop. @returns the code, which exists nowhere else */
async function makeLink(ctx: Context, row: store.Found): Promise<string> {
  const code = String(randomInt(0, 100_000_000)).padStart(8, '0')
  await ctx.tx
    .updateTable('referrals.links')
    .set({ closed_at: ctx.now })
    .where('referral_id', '=', row.id)
    .where('closed_at', 'is', null)
    .execute()
  await ctx.tx
    .insertInto('referrals.links')
    .values({
      id: newId(ctx.now.getTime()),
      referral_id: row.id,
      person_id: row.person_id,
      code_hash: codeHash(ctx.node.keys.hashes, code),
      made_by: ctx.actor.account,
      made_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + linkDays * 86_400_000),
      mail_after: ctx.now,
    })
    .execute()
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

export const codeHash = (key: Buffer, code: string): Buffer => keyedHash(key, `referral ${code}`)

/** @throws DomainError `referral-cannot` where nobody outside is asked, or no longer */
export async function renew(ctx: Context, id: string, seen: number): Promise<Referral> {
  const row = await writable(ctx, id, seen)
  const running = runs(row.state as Referral['state'])
  if (row.agency_id || !running) throw new DomainError('conflict', 'referral-cannot', { state: row.state })
  if (!(row.service_email ?? row.organisation_email)) throw new DomainError('conflict', 'referral-no-mail')
  const code = await makeLink(ctx, row)
  ctx.trail.touched(id, ['link'])
  return store.whole(ctx, id, code)
}
