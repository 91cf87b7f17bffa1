/** Which sections of a person the actor may write, and whether work can go to somebody. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { DomainError, type Fault } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { requireTaskOwner } from '../tasks/index.ts'

export async function writableOf(ctx: Context, personId: string): Promise<Compartment[]> {
  const found = await sql<{ open: Compartment[] }>`
    select access.open_compartments('write', ${personId}::uuid) as open`.execute(ctx.tx)
  return found.rows[0]?.open ?? []
}

interface Given {
  ownerId?: string | undefined
}

/** Colleagues to whom the work cannot go, each as a fault at its place in the form. */
export async function ownerFaults(
  ctx: Context,
  list: readonly Given[],
  pointer: string,
  about: { subjectId: string; compartment: string },
): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const [at, { ownerId }] of list.entries()) {
    if (!ownerId) continue
    try {
      await requireTaskOwner(ctx, ownerId, about)
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
      const [fault] = error.details['faults'] as Fault[]
      faults.push({ pointer: `${pointer}/${at}/ownerId`, code: fault?.code ?? 'not-found' })
    }
  }
  return faults
}
