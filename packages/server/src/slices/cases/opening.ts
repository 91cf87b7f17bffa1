/**
 * Opening a case. A person has one open case: whoever opens a second joins the first, and what is told of where the
 * person came from is kept beside it.
 */
import { invalid, notFound } from '@kerege/contract/errors'
import type { CaseOrigin, OpenCase, OpenedCase } from '@kerege/contract/cases/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { tellGivers } from './telling.ts'

export interface Opening {
  /** Of the case, should a new one be made. */
  id: string
  personId: string
  origin: CaseOrigin
  /** Of a handover: told only to those to whom the journey is open. */
  operationId?: string | undefined
  /** Who sent the family, in a few words. */
  sentBy?: string | undefined
  /** Whose work it will be; without it that of the place where the person stands. The person moves there with it. */
  place?: { agencyId: string; teamId?: string | undefined } | undefined
  /** Read by whoever opens the case. */
  reason?: string | undefined
}

/**
 * For a handover and for the screens alike: opens a case, or joins the one that is open. The actor holds `cases.open`
 * and may read the contact section of the person; nobody is asked whether they may read the case.
 * @throws DomainError `not-found` for a person who is not open to the actor, `invalid` for a team that is not there
 */
export async function openCase(ctx: Context, opening: Opening): Promise<OpenedCase> {
  await requirePerson(ctx, opening.personId)
  await requirePlace(ctx, opening.place)
  const moment = ctx.now.toISOString()
  const { agencyId, teamId } = opening.place ?? {}
  const made = await sql<{ id: string; joined: boolean }>`
    select case_id as id, joined from cases.open_case(${opening.id}::uuid, ${opening.personId}::uuid, ${agencyId ?? null}::uuid,
      ${teamId ?? null}::uuid, ${newId(ctx.now.getTime())}::uuid, ${newId(ctx.now.getTime())}::uuid, ${opening.origin},
      ${opening.operationId ?? null}::uuid, ${opening.sentBy ?? null}, ${opening.reason ?? null}, ${moment}::timestamptz)`.execute(
    ctx.tx,
  )
  const [opened] = made.rows
  if (!opened) throw notFound()
  ctx.trail.touched(opened.id, opened.joined ? ['origin'] : ['state'])
  ctx.trail.touched(opening.personId)
  if (!opened.joined) await takeOver(ctx, opening, opened.id)
  return opened
}

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function openByHand(ctx: Context, draft: OpenCase): Promise<OpenedCase> {
  const known = await ctx.tx
    .selectFrom('cases.cases')
    .select('person_id')
    .where('id', '=', draft.id)
    .executeTakeFirst()
  if (known) {
    if (known.person_id !== draft.personId) throw notFound()
    ctx.trail.shown([draft.id, draft.personId])
    return { id: draft.id, joined: false }
  }
  return openCase(ctx, draft)
}

async function requirePerson(ctx: Context, personId: string) {
  const person = await ctx.tx
    .selectFrom('people.persons')
    .select('id')
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) throw notFound()
}

async function requirePlace(ctx: Context, place: Opening['place']) {
  if (!place) return
  const agency = await ctx.tx
    .selectFrom('access.agencies')
    .select('id')
    .where('id', '=', place.agencyId)
    .executeTakeFirst()
  if (!agency) throw invalid([{ pointer: '/agencyId', code: 'not-found' }])
  if (!place.teamId) return
  const team = await ctx.tx
    .selectFrom('access.teams')
    .select('id')
    .where('id', '=', place.teamId)
    .where('agency_id', '=', place.agencyId)
    .executeTakeFirst()
  if (!team) throw invalid([{ pointer: '/teamId', code: 'not-found' }])
}

/** Who works with the person already goes on with them; else those who give cases out hear of it. */
async function takeOver(ctx: Context, { place, personId }: Opening, caseId: string) {
  if (place || !ctx.actor.verbs.includes('cases.work'))
    return tellGivers(ctx, 'case.opened', caseId, personId)
  const mine = await sql<{ mine: boolean; agency: string; team: string | null }>`
    select c.agency_id as agency, c.team_id as team,
      cases.works_at(${ctx.actor.account}::uuid, c.agency_id, c.team_id)
      and exists (select 1 from access.grants g where g.account_id = ${ctx.actor.account}::uuid and g.subject_id = c.person_id
        and g.kind = 'own' and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())) as mine
    from cases.cases c where c.id = ${caseId}::uuid`.execute(ctx.tx)
  const [one] = mine.rows
  if (!one?.mine) return tellGivers(ctx, 'case.opened', caseId, personId)
  await sql`select cases.give(${caseId}::uuid, ${ctx.actor.account}::uuid, ${one.agency}::uuid, ${one.team}::uuid,
    ${newId(ctx.now.getTime())}::uuid, ${newId(ctx.now.getTime())}::uuid, null, ${ctx.now.toISOString()}::timestamptz)`.execute(
    ctx.tx,
  )
}
