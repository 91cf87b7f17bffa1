/** Who works with a family: one case or many given to a worker or a team, and handed back. */
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { AssignCases } from '@kerege/contract/cases/schema'
import { isOver, type CaseState } from '@kerege/contract/cases/states'
import type { Output } from '@kerege/contract/route'
import type * as routes from '@kerege/contract/cases/routes'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { familiesOf, usual } from './caseload.ts'
import { type FoundCase, find } from './store.ts'
import { tellGivers, tellWorker } from './telling.ts'

interface Place {
  workerId: string | null
  agencyId: string
  teamId: string | null
}

/** Each case by itself: one that cannot be given does not hold the others back. */
export async function assign(ctx: Context, command: AssignCases): Promise<Output<typeof routes.assignCases>> {
  const places = await placesOf(ctx, command)
  await requireRoom(ctx, command)
  const done: string[] = []
  const refused: { id: string; code: string }[] = []
  for (const id of new Set(command.ids)) {
    const row = await find(ctx, id)
    const code = refusal(ctx, row, places)
    if (!row || code) {
      refused.push({ id, code: code ?? 'not-found' })
      continue
    }
    const place = placeFor(row, places)
    if (place) await give(ctx, row, place, command.reason)
    done.push(id)
  }
  ctx.trail.shown(done)
  return { done, refused }
}

/** Where the worker wears a fitting hat, or the team stands. */
async function placesOf(ctx: Context, { workerId, teamId }: AssignCases): Promise<readonly Place[]> {
  if (teamId) {
    const team = await ctx.tx
      .selectFrom('access.teams')
      .select(['id', 'agency_id'])
      .where('id', '=', teamId)
      .executeTakeFirst()
    if (!team) throw invalid([{ pointer: '/teamId', code: 'not-found' }])
    return [{ workerId: null, agencyId: team.agency_id, teamId: team.id }]
  }
  const hats = await ctx.tx
    .selectFrom('access.hats')
    .select(['agency_id', 'team_id'])
    .where('account_id', '=', workerId ?? '')
    .where('ended_at', 'is', null)
    .where(sql<boolean>`cases.works_at(account_id, agency_id, team_id)`)
    .orderBy('created_at')
    .execute()
  if (hats.length === 0) throw invalid([{ pointer: '/workerId', code: 'cannot-work' }])
  return hats.map(hat => ({ workerId: workerId ?? null, agencyId: hat.agency_id, teamId: hat.team_id }))
}

/** Over the usual number somebody must say why; nothing is refused. */
export async function requireRoom(
  ctx: Context,
  { workerId, reason }: Pick<AssignCases, 'workerId' | 'reason'>,
): Promise<void> {
  if (!workerId || reason) return
  const families = (await familiesOf(ctx, [workerId])).get(workerId) ?? 0
  if (families >= usual(ctx)) throw invalid([{ pointer: '/reason', code: 'caseload-full' }])
}

function refusal(ctx: Context, row: FoundCase | undefined, places: readonly Place[]): string | undefined {
  if (!row) return 'not-found'
  if (isOver(row.state as CaseState)) return 'case-over'
  if (ctx.actor.rights.read?.contact?.includes('node')) return undefined
  // Beyond one's agency a case is handed over, not given.
  if (row.agency_id !== ctx.actor.agency) return 'not-yours'
  return places.some(place => place.agencyId === row.agency_id) ? undefined : 'not-yours'
}

/** The hat in the team of the case before any other; nothing where it is there already. */
function placeFor(row: FoundCase, places: readonly Place[]): Place | undefined {
  const [first] = [...places].sort((a, b) => nearness(row, b) - nearness(row, a))
  if (!first) return undefined
  const place = { ...first, teamId: first.teamId ?? (first.agencyId === row.agency_id ? row.team_id : null) }
  const same =
    place.workerId === row.worker_id && place.teamId === row.team_id && place.agencyId === row.agency_id
  return same ? undefined : place
}
const nearness = (row: FoundCase, place: Place) =>
  Number(place.agencyId === row.agency_id) + Number(place.teamId !== null && place.teamId === row.team_id)

async function give(ctx: Context, row: FoundCase, place: Place, reason: string | undefined): Promise<void> {
  const id = () => newId(ctx.now.getTime())
  await sql`select cases.give(${row.id}::uuid, ${place.workerId}::uuid, ${place.agencyId}::uuid, ${place.teamId}::uuid,
    ${id()}::uuid, ${id()}::uuid, ${reason ?? null}, ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.tx)
  ctx.trail.touched(row.id, ['worker'])
  ctx.trail.touched(row.person_id, ['grants'])
  if (place.workerId) ctx.trail.touched(place.workerId)
  if (row.worker_id) ctx.trail.touched(row.worker_id)
  if (reason) ctx.trail.because(reason, row.person_id)
  if (place.workerId) await tellWorker(ctx, place.workerId, row.id, row.person_id)
  else await tellGivers(ctx, 'case.opened', row.id, row.person_id)
}

/** @throws DomainError `not-yours` where somebody else works with the family */
export async function handBack(ctx: Context, id: string, reason: string): Promise<void> {
  const row = await find(ctx, id)
  if (!row) throw notFound()
  if (isOver(row.state as CaseState)) throw new DomainError('conflict', 'case-over')
  if (row.worker_id !== ctx.actor.account) throw new DomainError('forbidden', 'not-yours')
  const place = { workerId: null, agencyId: row.agency_id, teamId: row.team_id }
  const ids = () => newId(ctx.now.getTime())
  await sql`select cases.give(${id}::uuid, null, ${place.agencyId}::uuid, ${place.teamId}::uuid, ${ids()}::uuid, null,
    ${reason}, ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.tx)
  ctx.trail.touched(id, ['worker'])
  ctx.trail.touched(row.person_id, ['grants'])
  ctx.trail.because(reason, row.person_id)
  await tellGivers(ctx, 'case.handed-back', id, row.person_id)
}
