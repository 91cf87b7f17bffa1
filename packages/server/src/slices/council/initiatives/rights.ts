/**
 * Whose rows somebody keeps: all for those who prepare the Council's work, their own for a partner, their own state's for
 * a delegation. The database says the same (`council.may_keep`).
 */
import { type Place, stateOf } from '@kerege/contract/council/initiatives/codes'
import type { KeepingRights } from '@kerege/contract/council/initiatives/schema'
import { voiceHindrance } from '@kerege/contract/council/silence'
import { DomainError } from '@kerege/contract/errors'
import type { Context } from '../../../platform/context.ts'
import { voiceOf } from '../voices.ts'

export async function keepingRights(ctx: Context): Promise<KeepingRights> {
  if (ctx.actor.verbs.includes('council.prepare')) return { all: true }
  if (!ctx.actor.verbs.includes('council.speak')) return { all: false }
  const voice = await voiceOf(ctx)
  if (!voice || voiceHindrance(voice.standing, ctx.now.toISOString().slice(0, 10)) !== null)
    return { all: false }
  const { classification } = voice.party
  return classification === 'member' || classification === 'partner'
    ? { all: false, party: voice.party }
    : { all: false }
}

interface Kept {
  leadId: string
  places: readonly Place[]
}

/** Code of what stands against it; null where nothing does. A member's code is that of its state. */
export function hindranceOf(rights: KeepingRights, row: Kept): 'not-yours' | 'other-state' | null {
  if (rights.all) return null
  const { party } = rights
  if (!party || party.id !== row.leadId) return 'not-yours'
  const elsewhere =
    party.classification === 'member' && row.places.some(place => stateOf(place) !== party.code)
  return elsewhere ? 'other-state' : null
}

/** @throws DomainError `not-yours`, `other-state` */
export function requireKept(rights: KeepingRights, row: Kept) {
  const code = hindranceOf(rights, row)
  if (code) throw new DomainError('forbidden', code)
}

/** What stands on the public page is said in the name of the Council: those who prepare its work decide on it. */
export const publishes = (
  rights: KeepingRights,
  row: { public: boolean },
  before: { public: boolean } | undefined,
): boolean => !rights.all && row.public !== (before?.public ?? false)
