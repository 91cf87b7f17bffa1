/** Who may do what on the register, beyond what the role's verbs and the database's policies say. */
import type { Compartment } from '@kerege/contract/access/compartments'
import type { Mode } from '@kerege/contract/access/roles'
import { DomainError } from '@kerege/contract/errors'
import type { Context } from '../../platform/context.ts'

/** A new record has no scope yet: the hat must be able to hold every compartment that is given, in some scope. */
export function requireAll(ctx: Context, mode: Mode, compartments: readonly Compartment[]): void {
  const shut = compartments.filter(compartment => (ctx.actor.rights[mode]?.[compartment] ?? []).length === 0)
  if (shut.length > 0) throw new DomainError('forbidden', 'compartment-shut', { compartments: shut })
}
