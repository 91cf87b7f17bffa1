/**
 * Grave acts ask once more who is there: a phone that was left lying open takes no list of families out. Routes say
 * `stepUp`; an action whose gravity shows only inside (the release among approvals) calls this itself.
 */
import { DomainError } from '@kerege/contract/errors'
import type { Context } from './context.ts'

/** @throws DomainError `step-up-needed` when the last proof is older than the node allows */
export function requireFresh({ node, actor }: Pick<Context, 'node' | 'actor'>): void {
  const { freshMinutes } = node.session
  if (actor.provenAgo === null || actor.provenAgo >= freshMinutes * 60) {
    throw new DomainError('forbidden', 'step-up-needed', { minutes: freshMinutes })
  }
}
