/** Who may do what with a task that they see, and to whom it may be given. The database's policies say the same. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { invalid } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Actor, Context } from '../../platform/context.ts'

interface Standing {
  owner_id: string
  created_by: string
  team_id: string | null
  compartment: string
}

/** Its owner, who made it, and those who write for the owner's team. */
export function mayChange(actor: Actor, task: Standing): boolean {
  const leads = actor.rights.write?.[task.compartment as Compartment]?.includes('team') ?? false
  return (
    task.owner_id === actor.account ||
    task.created_by === actor.account ||
    (leads && task.team_id !== null && task.team_id === actor.team)
  )
}

/** Work goes only to somebody who is there and who may see what it is about. */
export async function requireOwner(
  ctx: Context,
  ownerId: string,
  about: { subjectId: string | null; compartment: string },
): Promise<void> {
  if (ownerId === ctx.actor.account) return
  const account = await ctx.tx
    .selectFrom('access.accounts')
    .select('id')
    .where('id', '=', ownerId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!account) throw invalid([{ pointer: '/ownerId', code: 'not-found' }])
  if (about.subjectId === null) return
  const sees = await sql<{ sees: boolean }>`
    select access.opens_to(${ownerId}::uuid, 'read', ${about.compartment}, ${about.subjectId}::uuid, 'tasks.work') as sees`.execute(
    ctx.tx,
  )
  if (!sees.rows[0]?.sees) throw invalid([{ pointer: '/ownerId', code: 'owner-cannot-see' }])
}

/** The record is open to the maker in the compartment of the task. */
export async function requireSubject(
  ctx: Context,
  subjectId: string,
  compartment: Compartment,
): Promise<void> {
  const open = await sql<{ open: boolean }>`
    select access.covers('read', ${compartment}, ${subjectId}::uuid) as open`.execute(ctx.tx)
  if (!open.rows[0]?.open) throw invalid([{ pointer: '/subjectId', code: 'not-found' }])
}
