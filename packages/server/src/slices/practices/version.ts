/** What every change here begins with: is it based on what stands now, and which day is it where the hub stands. */
import { DomainError } from '@kerege/contract/errors'
import type { Context } from '../../platform/context.ts'

/** @throws DomainError `stale-version` where somebody else has changed the record since it was read */
export function requireVersion(ctx: Context, version: number) {
  if (ctx.basedOn !== null && ctx.basedOn !== version) {
    throw new DomainError('conflict', 'stale-version', { version })
  }
}
