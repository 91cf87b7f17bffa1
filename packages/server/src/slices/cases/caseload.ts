/** How many families a worker has, and who can be given more. The usual number comes from the profile of the state. */
import type { CaseSummary, CaseWorkers } from '@kerege/contract/cases/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import * as store from './store.ts'

/** Where the profile of a state says nothing. */
const usualFamilies = 25

export const usual = (ctx: Context): number => ctx.node.profile.caseloadLimit.value ?? usualFamilies

/** Families of each account; those of one household are one. Accounts without any are absent. */
export async function familiesOf(ctx: Context, accounts: readonly string[]): Promise<Map<string, number>> {
  if (accounts.length === 0) return new Map()
  const found = await sql<{ account_id: string; families: number }>`
    select account_id, families from cases.caseloads(${[...accounts]}::uuid[])`.execute(ctx.tx)
  return new Map(found.rows.map(row => [row.account_id, row.families]))
}

export async function summary(ctx: Context): Promise<CaseSummary> {
  const gives = ctx.actor.verbs.includes('cases.assign')
  return {
    arrived: await store.count(ctx, { of: 'mine', state: 'arrived' }),
    mine: await store.count(ctx, { of: 'mine' }),
    due: await store.count(ctx, { of: gives ? 'team' : 'mine', due: 'now' }),
    states: await store.states(ctx, gives ? 'team' : 'mine'),
    unassigned: gives ? await store.count(ctx, { of: 'unassigned' }) : 0,
    families: (await familiesOf(ctx, [ctx.actor.account])).get(ctx.actor.account) ?? 0,
    usual: usual(ctx),
  }
}

/** Workers and teams of one's agency; of every agency for who reads the whole node. */
export async function workers(ctx: Context): Promise<CaseWorkers> {
  const everywhere = ctx.actor.rights.read?.contact?.includes('node') ?? false
  const found = await ctx.tx
    .selectFrom('access.hats as h')
    .innerJoin('access.accounts as a', 'a.id', 'h.account_id')
    .innerJoin('access.roles as r', 'r.name', 'h.role')
    .leftJoin('access.teams as t', 't.id', 'h.team_id')
    .select(['a.id', 'a.name', 'h.team_id', 't.name as team'])
    .where('a.state', '=', 'active')
    .where('h.ended_at', 'is', null)
    .where(sql<boolean>`'cases.work' = any (r.verbs) and r.rights -> 'read' -> 'contact' ? 'own'`)
    .$if(!everywhere, query => query.where('h.agency_id', '=', ctx.actor.agency))
    .orderBy('a.name')
    .orderBy('a.id')
    .limit(500)
    .execute()
  const teams = await ctx.tx
    .selectFrom('access.teams')
    .select(['id', 'name'])
    .$if(!everywhere, query => query.where('agency_id', '=', ctx.actor.agency))
    .orderBy('name')
    .orderBy('id')
    .limit(500)
    .execute()
  const families = await familiesOf(ctx, [...new Set(found.map(row => row.id))])
  const rows = found.map(row => ({
    id: row.id,
    name: row.name,
    ...(row.team_id && row.team ? { team: { id: row.team_id, name: row.team } } : {}),
    families: families.get(row.id) ?? 0,
  }))
  return { usual: usual(ctx), rows, teams }
}
