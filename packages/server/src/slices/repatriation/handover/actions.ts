/**
 * Handing people over, in one transaction: who signed and what went with them is written down, the stay and what the
 * operation opened ends, and somebody works with each of them from then on. A family is not divided by it unless two
 * people said so.
 */
import { invalid, notFound } from '@kerege/contract/errors'
import { ageOn } from '@kerege/contract/people/rules'
import type { BirthDate } from '@kerege/contract/people/schema'
import type { MadeHandover, MakeHandover } from '@kerege/contract/repatriation/handover/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { openCase } from '../../cases/index.ts'
import * as operations from '../operations/store.ts'
import { step } from '../operations/steps.ts'
import { endBedsOf, handedOver, requireTogether } from '../reception/index.ts'
import { today } from '../../../platform/localDay.ts'

/**
 * A command that is sent again hands over once: the id was made by the device.
 * @throws DomainError `family-divided`; `not-found` for a person who may not be changed
 */
export async function make(ctx: Context, body: MakeHandover): Promise<MadeHandover> {
  const known = await ctx.tx
    .selectFrom('repatriation.handovers')
    .select('id')
    .where('id', '=', body.id)
    .executeTakeFirst()
  const people = [...new Set(body.people)].sort()
  if (known) return { id: body.id, people: people.length }
  const found = await peopleOf(ctx, people)
  const place = await placeOf(ctx, body.teamId)
  await requireFitting(ctx, body, found)
  await requireTogether(ctx, people, handedOver(people))
  const lines = await linesOf(ctx, people)
  await write(ctx, body, people, place.agencyId, lines)
  if (body.belongings) await giveBack(ctx, body, people)
  for (const line of lines) {
    const operation = await operations.get(ctx, line.operation_id)
    await step(ctx, operation, line.id, { to: 'handed-over' })
  }
  await endBedsOf(ctx, people)
  for (const personId of people) {
    const opened = await openCase(ctx, {
      id: newId(ctx.now.getTime()),
      personId,
      origin: body.origin,
      operationId: lines.find(line => line.person_id === personId)?.operation_id,
      place: { agencyId: place.agencyId, teamId: body.teamId },
    })
    await sql`select repatriation.note_case(${body.id}::uuid, ${personId}::uuid, ${opened.id}::uuid)`.execute(
      ctx.tx,
    )
  }
  await endGrants(ctx, people)
  ctx.trail.touched(body.id)
  return { id: body.id, people: people.length }
}

interface Found {
  id: string
  birth: unknown
}

/** All of them, open to be changed: who hands over answers for each. */
async function peopleOf(ctx: Context, ids: readonly string[]): Promise<Found[]> {
  const found = await ctx.tx
    .selectFrom('people.persons as p')
    .select(['p.id', 'p.birth'])
    .where(sql<boolean>`p.id = any (${[...ids]}::uuid[])`)
    .where(sql<boolean>`access.covers('write', 'contact', p.id)`)
    .execute()
  if (found.length !== ids.length) throw notFound()
  return found
}

async function placeOf(ctx: Context, teamId: string): Promise<{ agencyId: string }> {
  const team = await ctx.tx
    .selectFrom('access.teams')
    .select('agency_id')
    .where('id', '=', teamId)
    .executeTakeFirst()
  if (!team) throw invalid([{ pointer: '/teamId', code: 'not-found' }])
  return { agencyId: team.agency_id }
}

async function requireFitting(ctx: Context, body: MakeHandover, people: readonly Found[]): Promise<void> {
  const faults: { pointer: string; code: string }[] = []
  const day = today(ctx)
  if (body.on > day) faults.push({ pointer: '/on', code: 'in-the-future' })
  if (body.signedOn > day) faults.push({ pointer: '/signedOn', code: 'in-the-future' })
  if (body.to === 'self') {
    // Whose age is not known is taken for a child, who is not sent home alone by mistake.
    const grown = people.every(one => (ageOn(one.birth as BirthDate, day)?.min ?? 0) >= 18)
    if (!grown) faults.push({ pointer: '/to', code: 'child-needs-carer' })
  } else if (body.to !== 'centre') {
    if (!body.receiverId && !body.receiver) faults.push({ pointer: '/receiver', code: 'required' })
    if (!body.receiverId && !body.reach) faults.push({ pointer: '/reach', code: 'required' })
  }
  if (body.receiverId) {
    const receiver = await ctx.tx
      .selectFrom('people.persons')
      .select('id')
      .where('id', '=', body.receiverId)
      .executeTakeFirst()
    if (!receiver || body.people.includes(body.receiverId)) {
      faults.push({ pointer: '/receiverId', code: 'not-found' })
    }
  }
  body.items.forEach(({ personId }, at) => {
    if (!body.people.includes(personId)) faults.push({ pointer: `/items/${at}/personId`, code: 'not-found' })
  })
  if (faults.length > 0) throw invalid(faults)
}

/** Lines of those who came with an operation in which the actor works. */
const linesOf = (ctx: Context, people: readonly string[]) =>
  ctx.tx
    .selectFrom('repatriation.lines')
    .select(['id', 'operation_id', 'person_id'])
    .where(sql<boolean>`person_id = any (${[...people]}::uuid[])`)
    .where('state', '=', 'arrived')
    .execute()

async function write(
  ctx: Context,
  body: MakeHandover,
  people: readonly string[],
  agencyId: string,
  lines: readonly { id: string; person_id: string }[],
): Promise<void> {
  const made = await ctx.tx
    .insertInto('repatriation.handovers')
    .values({
      id: body.id,
      to_kind: body.to,
      receiver_id: body.receiverId ?? null,
      receiver: body.receiver ?? null,
      reach: body.reach ?? null,
      agency_id: agencyId,
      team_id: body.teamId,
      handed_on: body.on,
      signed_by: body.signedBy,
      signed_on: body.signedOn,
      at: ctx.now,
      by_id: ctx.actor.account,
    })
    // Somebody else's handover with this id: the answer is the one for what cannot be seen.
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw notFound()
  for (const personId of people) {
    await ctx.tx
      .insertInto('repatriation.handover_people')
      .values({
        id: newId(ctx.now.getTime()),
        handover_id: body.id,
        person_id: personId,
        line_id: lines.find(line => line.person_id === personId)?.id ?? null,
      })
      .execute()
    ctx.trail.touched(personId, ['handover'])
  }
  for (const { id, personId, kind, what } of body.items) {
    await ctx.tx
      .insertInto('repatriation.handover_items')
      .values({
        id,
        handover_id: body.id,
        person_id: personId,
        kind,
        compartment: kind === 'paper' ? 'identity' : kind === 'medicine' ? 'health' : 'contact',
        what,
      })
      .execute()
  }
}

/** What was kept for them goes into the hands of who signs. */
const giveBack = (ctx: Context, body: MakeHandover, people: readonly string[]) =>
  ctx.tx
    .updateTable('repatriation.belongings')
    .set({ given_back_on: body.on, given_back_to: body.signedBy, given_back_by: ctx.actor.account })
    .where(sql<boolean>`person_id = any (${[...people]}::uuid[])`)
    .where('given_back_on', 'is', null)
    .execute()

/** Who works in reception has nothing to do with them any more, whoever of them registered the person. */
const endGrants = (ctx: Context, people: readonly string[]) =>
  ctx.tx
    .updateTable('access.grants')
    .set({ valid_to: sql<string>`greatest(${ctx.now.toISOString()}::timestamptz, valid_from)` })
    .where(sql<boolean>`subject_id = any (${[...people]}::uuid[])`)
    .where(
      sql<boolean>`(valid_to is null or valid_to > now())
        and account_id in (select h.account_id from access.hats h where h.role = 'receptionOfficer' and h.ended_at is null)`,
    )
    .execute()
