/** Two more members of the commission on children, of other agencies than its door: a panel is never of one house. */
import type pg from 'pg'
import type { RegionNode } from '../region/region.ts'
import { copyRows } from './copy.ts'
import { random } from './random.ts'
import type { DemoAccount, DemoNode } from './types.ts'

const posts = [
  { key: 'commission-psychology', like: 'psychologist' },
  { key: 'commission-school', like: 'teacher' },
] as const

/** The door of the commission first. */
export async function seatCommission(
  client: pg.ClientBase,
  node: RegionNode,
  demo: DemoNode,
  seed: string,
): Promise<DemoAccount[]> {
  const door = demo.accounts.find(one => one.role === 'guardianshipOfficer')
  if (!door) return []
  const chance = random(`${seed}/${demo.id}/commission`)
  const others = posts.flatMap(({ key, like }): DemoAccount[] => {
    const colleague = demo.accounts.find(one => one.role === like)
    if (!colleague) return []
    const [domain] = door.email.split('@').slice(-1)
    // Named after nobody: the initials of two who are invented already, turned round.
    const name = `${colleague.name.split(' ')[0]} ${door.name.charAt(0)}.`
    return [
      {
        ...door,
        id: chance.id(Date.UTC(2024, 0, 1)),
        hatId: chance.id(Date.UTC(2024, 0, 1)),
        key,
        name,
        email: `${key}@${domain}`,
        agencyId: colleague.agencyId,
        door: false,
      },
    ]
  })
  const rows: (string | null | undefined)[][] = []
  for (const one of others) {
    const user = await node.running.signIn.ensureUser(one.email, one.name)
    rows.push([one.id, user, one.email, one.name, one.language, 'active'])
  }
  await copyRows(client, 'access.accounts', ['id', 'user_id', 'email', 'name', 'language', 'state'], rows)
  await copyRows(
    client,
    'access.hats',
    ['id', 'account_id', 'role', 'agency_id'],
    others.map(one => [one.hatId, one.id, one.role, one.agencyId]),
  )
  return [door, ...others]
}
