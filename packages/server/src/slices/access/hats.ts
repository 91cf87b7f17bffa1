/** Hats: one role in one place. Drafts are checked as a whole; what was worn stays in the table, with its end. */
import { role } from '@kerege/contract/access/roles'
import type { Hat, HatDraft } from '@kerege/contract/access/schema'
import { type MultiText, textIn } from '@kerege/contract/common'
import { type Fault, invalid } from '@kerege/contract/errors'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'

type Draft = z.output<typeof HatDraft>

/** Hats in force of an account, with the names of agency and team in the asker's language. */
export const hatsOf = async (ctx: Context, accountId: string): Promise<Hat[]> =>
  (await hatsOfAll(ctx, [accountId])).get(accountId) ?? []

export async function hatsOfAll(ctx: Context, accountIds: readonly string[]): Promise<Map<string, Hat[]>> {
  if (accountIds.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('access.hats as h')
    .innerJoin('access.agencies as a', 'a.id', 'h.agency_id')
    .leftJoin('access.teams as t', 't.id', 'h.team_id')
    .select([
      'h.id',
      'h.account_id',
      'h.role',
      'h.agency_id',
      'h.team_id',
      'h.areas',
      'h.by_sso',
      'a.name as agency',
      't.name as team',
    ])
    .where('h.account_id', 'in', accountIds)
    .where('h.ended_at', 'is', null)
    .orderBy('h.created_at')
    .orderBy('h.id')
    .execute()
  const hats = new Map<string, Hat[]>()
  for (const row of rows) {
    const hat = {
      id: row.id,
      role: row.role as Hat['role'],
      agencyId: row.agency_id,
      agency: textIn(row.agency as MultiText, ctx.actor.language).text,
      ...(row.team_id ? { teamId: row.team_id } : {}),
      ...(row.team ? { team: row.team } : {}),
      areas: row.areas,
      ...(row.by_sso ? { bySso: true as const } : {}),
    }
    hats.set(row.account_id, [...(hats.get(row.account_id) ?? []), hat])
  }
  return hats
}

/** @throws DomainError `invalid` with every fault of every hat */
export async function requirePossible(ctx: Context, drafts: readonly Draft[]): Promise<void> {
  const known = await places(ctx, drafts)
  const faults = drafts.flatMap((draft, at): Fault[] => {
    const fault = (field: string, code: string) => ({ pointer: `/hats/${at}/${field}`, code })
    const team = draft.teamId && known.teams.get(draft.teamId)
    return [
      ...(role(draft.role).nodes.includes(ctx.node.info.kind) ? [] : [fault('role', 'role-not-here')]),
      ...(known.agencies.has(draft.agencyId) ? [] : [fault('agencyId', 'not-found')]),
      ...(draft.teamId && team !== draft.agencyId ? [fault('teamId', 'not-found')] : []),
      ...draft.areas.flatMap((area, n) =>
        known.areas.has(area) ? [] : [fault(`areas/${n}`, 'area-unknown')],
      ),
      ...(drafts.findIndex(other => sameHat(other, draft)) < at ? [fault('role', 'twice')] : []),
    ]
  })
  if (faults.length > 0) throw invalid(faults)
}

async function places(ctx: Context, drafts: readonly Draft[]) {
  const agencies = await ctx.tx
    .selectFrom('access.agencies')
    .select('id')
    .where(
      'id',
      'in',
      drafts.map(draft => draft.agencyId),
    )
    .execute()
  const teamIds = drafts.flatMap(draft => draft.teamId ?? [])
  const teams = teamIds.length
    ? await ctx.tx.selectFrom('access.teams').select(['id', 'agency_id']).where('id', 'in', teamIds).execute()
    : []
  const codes = drafts.flatMap(draft => draft.areas)
  const areas = codes.length
    ? await ctx.tx.selectFrom('access.areas').select('code').where('code', 'in', codes).execute()
    : []
  return {
    agencies: new Set(agencies.map(one => one.id)),
    teams: new Map(teams.map(one => [one.id, one.agency_id])),
    areas: new Set(areas.map(one => one.code)),
  }
}

type Place = Pick<Draft, 'role' | 'agencyId' | 'teamId' | 'areas'>

const sameHat = (one: Place, other: Place) =>
  one.role === other.role &&
  one.agencyId === other.agencyId &&
  one.teamId === other.teamId &&
  [...one.areas].sort().join() === [...other.areas].sort().join()

/** Are all of these worn now? */
export async function wornAlready(
  ctx: Context,
  accountId: string,
  drafts: readonly Draft[],
): Promise<boolean> {
  const worn = await hatsOf(ctx, accountId)
  return drafts.every(draft => worn.some(hat => sameHat(hat, draft)))
}

/** Ends what is not wanted any more, with the sessions that wear it, and adds what is new. What stays is not touched. */
export async function replaceHats(ctx: Context, accountId: string, drafts: readonly Draft[]): Promise<void> {
  const worn = await hatsOf(ctx, accountId)
  const ended = worn.filter(hat => !drafts.some(draft => sameHat(hat, draft))).map(hat => hat.id)
  if (ended.length > 0) {
    await ctx.tx.updateTable('access.hats').set({ ended_at: ctx.now }).where('id', 'in', ended).execute()
    await ctx.tx.deleteFrom('access.sessions').where('hat_id', 'in', ended).execute()
  }
  const added = drafts.filter(draft => !worn.some(hat => sameHat(hat, draft)))
  if (added.length > 0) {
    await ctx.tx
      .insertInto('access.hats')
      .values(
        added.map(draft => ({
          id: newId(),
          account_id: accountId,
          role: draft.role,
          agency_id: draft.agencyId,
          team_id: draft.teamId ?? null,
          areas: draft.areas,
        })),
      )
      .execute()
  }
}
