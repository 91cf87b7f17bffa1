/** Agencies, teams, areas and accounts of an invented node: the first that stands there, so that the doors open. */
import type pg from 'pg'
import type { RegionNode } from '../region/region.ts'
import { copyRows } from './copy.ts'
import type { DemoAccount, DemoNode } from './types.ts'

/** What of a node is needed for accounts. */
export interface SignsIn {
  readonly running: Pick<RegionNode['running'], 'signIn'>
}

export async function fillStaff(client: pg.ClientBase, node: SignsIn, demo: DemoNode): Promise<void> {
  const users = await usersOf(node, demo.accounts)
  await client.query('begin')
  await copyRows(
    client,
    'access.agencies',
    ['id', 'name', 'kind', 'country'],
    demo.agencies.map(agency => [agency.id, agency.name, agency.kind, agency.country ?? null]),
  )
  await copyRows(
    client,
    'access.teams',
    ['id', 'agency_id', 'name'],
    demo.teams.map(team => [team.id, team.agencyId, team.name]),
  )
  for (const area of demo.areas) {
    await client.query(
      'insert into access.areas (code, parent, name, invented) values ($1, $2, $3, $4) on conflict do nothing',
      [area.code, area.parent ?? null, JSON.stringify(area.name), area.invented],
    )
  }
  await copyAccounts(client, demo.accounts, users)
  await client.query('commit')
}

/** Who signs in, by account; safe to repeat where a start before was broken off. */
export async function usersOf(
  node: SignsIn,
  accounts: readonly DemoAccount[],
): Promise<ReadonlyMap<string, string>> {
  const users = new Map<string, string>()
  for (const one of accounts) {
    users.set(one.id, await node.running.signIn.ensureUser(one.email, one.name))
  }
  return users
}

export async function copyAccounts(
  client: pg.ClientBase,
  accounts: readonly DemoAccount[],
  users: ReadonlyMap<string, string>,
): Promise<void> {
  await copyRows(
    client,
    'access.accounts',
    ['id', 'user_id', 'email', 'name', 'language', 'state'],
    accounts.map(one => [one.id, users.get(one.id), one.email, one.name, one.language, 'active']),
  )
  await copyRows(
    client,
    'access.hats',
    ['id', 'account_id', 'role', 'agency_id', 'team_id', 'areas'],
    accounts.map(one => [one.hatId, one.id, one.role, one.agencyId, one.teamId, one.areas]),
  )
}
