/**
 * Roles by groups: what the configuration on this machine says that a group gives. Looked at with every sign-in, so that who leaves the
 * group has the role no longer than their session. What two administrators gave is not touched (docs/decisions/0106).
 */
import type { Node } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { GroupRole } from '../../../platform/singleSignOn.ts'
import { providerOf } from './away.ts'

interface Wanted {
  id: string
  role: string
  agency: string
  team: string | null
  areas: string[]
}

/** Roles that these groups give here. A role whose place the node does not have is left out, and the operator told. */
export async function rolesOf(node: Node, groups: readonly string[]): Promise<Wanted[]> {
  const given = providerOf(node).settings.roles.filter(({ group }) => groups.includes(group))
  const wanted: Wanted[] = []
  for (const one of given) {
    const place = await placeOf(node, one)
    if (!place) node.log.warn('sso-role-without-place', { code: one.role.toLowerCase() })
    else if (!wanted.some(other => key(other) === key({ ...place, role: one.role }))) {
      wanted.push({ id: newId(), role: one.role, ...place })
    }
  }
  return wanted
}

const key = ({ role, agency, team, areas }: Omit<Wanted, 'id'>) => [role, agency, team, ...areas].join(' ')

/** @returns null where agency, team or an area is not there, or where two agencies have that name */
async function placeOf(
  { pool }: Pick<Node, 'pool'>,
  { agency, team, areas }: GroupRole,
): Promise<Omit<Wanted, 'id' | 'role'> | null> {
  const agencies = await pool.query<{ id: string }>(
    `select id from access.agencies a
      where a.id::text = $1 or exists (select 1 from jsonb_each(a.name) n where n.value ->> 'text' = $1) limit 2`,
    [agency],
  )
  const [found, another] = agencies.rows
  if (!found || another) return null
  const teams = team
    ? await pool.query<{ id: string }>(
        'select id from access.teams where agency_id = $1 and (id::text = $2 or name = $2) limit 2',
        [found.id, team],
      )
    : undefined
  if (teams && teams.rows.length !== 1) return null
  const known = await pool.query<{ n: number }>(
    'select count(*)::int as n from access.areas where code = any ($1)',
    [areas],
  )
  if (known.rows[0]?.n !== new Set(areas).size) return null
  return { agency: found.id, team: teams?.rows[0]?.id ?? null, areas: [...new Set(areas)].sort() }
}

/** @returns how many roles were given and how many ended */
export async function wear(
  node: Node,
  accountId: string,
  wanted: readonly Wanted[],
): Promise<{ given: number; ended: number }> {
  const done = await node.pool.query<{ hats: { given: number; ended: number } }>(
    'select access.sso_hats($1, $2::jsonb) as hats',
    [accountId, JSON.stringify(wanted)],
  )
  return done.rows[0]?.hats ?? { given: 0, ended: 0 }
}
