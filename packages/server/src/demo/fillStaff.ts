/** Agencies, teams, areas and accounts of an invented node: the first that stands there, so that the doors open. */
import type pg from 'pg'
import type { RegionNode } from '../region/region.ts'
import { copyRows } from './copy.ts'
import type { DemoNode } from './types.ts'

/** What of a node is needed for accounts. */
export interface SignsIn {
  readonly running: Pick<RegionNode['running'], 'signIn'>
}

export async function fillStaff(client: pg.ClientBase, node: SignsIn, demo: DemoNode): Promise<void> {
  const users = new Map<string, string>()
  for (const account of demo.accounts) {
    users.set(account.id, await node.running.signIn.ensureUser(account.email, account.name))
  }
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
  await copyRows(
    client,
    'access.accounts',
    ['id', 'user_id', 'email', 'name', 'language', 'state'],
    demo.accounts.map(account => [
      account.id,
      users.get(account.id),
      account.email,
      account.name,
      account.language,
      'active',
    ]),
  )
  await copyRows(
    client,
    'access.hats',
    ['id', 'account_id', 'role', 'agency_id', 'team_id', 'areas'],
    demo.accounts.map(account => [
      account.hatId,
      account.id,
      account.role,
      account.agencyId,
      account.teamId,
      account.areas,
    ]),
  )
  await client.query('commit')
}
