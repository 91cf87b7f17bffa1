/**
 * Asking another team or agency to take a case over. Another agency is told before it answers: that is an act of sharing, which rests on
 * an answer of the family that covers it today, or on another basis in law, and stands in the register of who was told.
 */
import { DomainError, type Fault, invalid, notFound } from '@kerege/contract/errors'
import type { AskTransfer, CaseTransfers, TakeBack, TransferPlaces } from '@kerege/contract/transfers/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'
import { findCase } from '../cases/index.ts'
import { journeyWords, tell } from '../consents/index.ts'
import * as store from './store.ts'

type Found = NonNullable<Awaited<ReturnType<typeof findCase>>>
type Place = TransferPlaces['rows'][number]

/**
 * Sent twice it asks once: the id was made by the device.
 * @throws DomainError `transfer-asked` while somebody else is asked, `transfer-cannot`, `stale-version`, `consent-missing` with why
 */
export async function ask(ctx: Context, caseId: string, body: AskTransfer): Promise<CaseTransfers> {
  const row = await findCase(ctx, caseId)
  if (!row) throw notFound()
  const known = await store.find(ctx, body.id)
  if (known) {
    if (known.case_id !== caseId) throw notFound()
    return store.ofCase(ctx, caseId)
  }
  const place = (await store.places(ctx)).rows.find(one => one.agencyId === body.agencyId)
  await requireSound(ctx, row, body, place)
  const disclosed = place && !place.own ? await tellThem(ctx, row, body, place) : null
  const said = await sql<{ said: string }>`
    select transfers.ask(${body.id}::uuid, ${caseId}::uuid, ${body.seen}::int, ${body.agencyId}::uuid, ${body.teamId ?? null}::uuid,
      ${body.receiverId ?? null}::uuid, ${disclosed}::uuid, ${body.answerBy}::date, ${body.reason}, ${body.brief},
      ${ctx.now.toISOString()}::timestamptz) as said`.execute(ctx.tx)
  refuse(said.rows[0]?.said)
  ctx.trail.touched(body.id, ['asked'])
  ctx.trail.touched(caseId)
  ctx.trail.because(body.reason, row.person_id)
  return store.ofCase(ctx, caseId)
}

/** All that cannot be, at once. */
async function requireSound(ctx: Context, row: Found, body: AskTransfer, place: Place | undefined) {
  const fault = (pointer: string, code: string): Fault => ({ pointer, code })
  const faults: Fault[] = place ? whomFaults(row, body, place) : [fault('/agencyId', 'nobody-there')]
  if (body.answerBy < today(ctx)) faults.push(fault('/answerBy', 'in-the-past'))
  if (place && !place.own) {
    if (!place.contactId) faults.push(fault('/agencyId', 'not-in-directory'))
    for (const key of ['purpose', 'language', 'fields'] as const) {
      if (body[key] === undefined) faults.push(fault(`/${key}`, 'required'))
    }
    // What they read leaves the agency as what is told does: of the journey nothing goes with it.
    const journey = await journeyWords(ctx, row.person_id)
    for (const key of ['reason', 'brief'] as const) {
      const words = body[key].toLocaleLowerCase()
      if (journey.some(one => words.includes(one))) faults.push(fault(`/${key}`, 'tells-journey'))
    }
  } else if (place && body.fields) faults.push(fault('/fields', 'not-asked'))
  if (faults.length > 0) throw invalid(faults)
}

/** Blocked, gone, or of another place: the form offers those who are there. */
function whomFaults(row: Found, { agencyId, teamId, receiverId }: AskTransfer, place: Place): Fault[] {
  const there = place.people.filter(one => !teamId || !one.teamId || one.teamId === teamId)
  if (teamId && !place.teams.some(one => one.id === teamId))
    return [{ pointer: '/teamId', code: 'not-found' }]
  if (row.agency_id === agencyId && (row.team_id ?? undefined) === teamId)
    return [{ pointer: '/teamId', code: 'there-already' }]
  // Within one's agency a team is meant: the agency has the case already.
  if (row.agency_id === agencyId && !teamId) return [{ pointer: '/teamId', code: 'required' }]
  if (there.length === 0) return [{ pointer: teamId ? '/teamId' : '/agencyId', code: 'nobody-there' }]
  if (receiverId && !there.some(one => one.id === receiverId))
    return [{ pointer: '/receiverId', code: 'not-there' }]
  return []
}

/** @returns the act of sharing: it has the id of the question, which was made by the device */
async function tellThem(ctx: Context, row: Found, body: AskTransfer, place: Place): Promise<string> {
  const { purpose, language, fields, despite } = body
  if (!place.contactId || !purpose || !language || !fields) throw notFound()
  const told = await tell(ctx, row.person_id, {
    id: body.id,
    contactId: place.contactId,
    purpose,
    language,
    how: 'transfer',
    fields,
    ...(despite ? { despite } : {}),
  })
  return told.id
}

/** As the functions of the database say it. */
export function refuse(said: string | undefined): void {
  switch (said) {
    case 'done':
      return
    case 'stale':
      throw new DomainError('conflict', 'stale-version')
    case 'asked':
      throw new DomainError('conflict', 'transfer-asked')
    case 'cannot':
      throw new DomainError('conflict', 'transfer-cannot')
    case 'no-basis':
      throw new DomainError('conflict', 'consent-missing', { why: 'expired' })
    case 'not-yours':
      throw new DomainError('forbidden', 'not-yours')
    case 'nobody':
      throw invalid([{ pointer: '/agencyId', code: 'nobody-there' }])
    case 'no-worker':
      throw invalid([{ pointer: '/workerId', code: 'cannot-work' }])
    default:
      throw notFound()
  }
}

export async function takeBack(ctx: Context, id: string, { seen, reason }: TakeBack): Promise<CaseTransfers> {
  const row = await store.find(ctx, id)
  if (!row) throw notFound()
  // Said twice it is said once.
  if (row.state === 'taken-back') return store.ofCase(ctx, row.case_id)
  if (row.state !== 'asked') throw new DomainError('conflict', 'transfer-cannot')
  const said = await sql<{ said: string }>`
    select transfers.end_it(${id}::uuid, ${seen}::int, 'taken-back', ${reason}, ${ctx.now.toISOString()}::timestamptz) as said`.execute(
    ctx.tx,
  )
  refuse(said.rows[0]?.said)
  ctx.trail.touched(id, ['taken-back'])
  ctx.trail.because(reason, row.person_id)
  return store.ofCase(ctx, row.case_id)
}

export async function note(ctx: Context, id: string): Promise<{ id: string }> {
  const row = await store.find(ctx, id)
  if (!row) throw notFound()
  const done = await sql<{ done: boolean }>`
    select transfers.note(${id}::uuid, ${ctx.now.toISOString()}::timestamptz) as done`.execute(ctx.tx)
  if (!done.rows[0]?.done) throw new DomainError('conflict', 'transfer-cannot')
  ctx.trail.touched(id, ['noted'])
  return { id }
}
