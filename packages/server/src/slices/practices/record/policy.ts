/** Who may change what is being written, and when: its author, while nobody else reads it. The database says the same. */
import { DomainError, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Found } from './store.ts'

const open: readonly string[] = ['draft', 'revise', 'published', 'archived']

export const mayChange = (ctx: Context, row: Pick<Found, 'author_id' | 'state'>): boolean =>
  row.author_id === ctx.actor.account &&
  ctx.actor.verbs.includes('practices.write') &&
  open.includes(row.state)

/** @throws DomainError `not-found`, `not-yours`, `practice-in-review`, `practice-retracted` */
export function requireChange(ctx: Context, row: Pick<Found, 'author_id' | 'state'>) {
  if (row.author_id !== ctx.actor.account) throw new DomainError('forbidden', 'not-yours')
  if (row.state === 'retracted') throw new DomainError('conflict', 'practice-retracted')
  if (!open.includes(row.state)) throw new DomainError('conflict', 'practice-in-review')
}

/** Says that it still holds: its author, its state, who moderates. */
export async function mayConfirm(
  ctx: Context,
  row: Pick<Found, 'author_id' | 'state' | 'country'>,
): Promise<boolean> {
  if (row.state !== 'published' && row.state !== 'archived') return false
  const { verbs, account } = ctx.actor
  if (
    verbs.includes('practices.moderate') ||
    (row.author_id === account && verbs.includes('practices.write'))
  )
    return true
  return verbs.includes('practices.confirm') && row.country === (await myCountry(ctx))
}

async function myCountry(ctx: Context): Promise<string | null> {
  const { rows } = await sql<{ country: string | null }>`select practices.my_country() as country`.execute(
    ctx.tx,
  )
  return rows[0]?.country ?? null
}

/** @throws DomainError `stale-version` */
export function requireVersion(ctx: Context, version: number) {
  if (ctx.basedOn !== null && ctx.basedOn !== version) {
    throw new DomainError('conflict', 'stale-version', { version })
  }
}

/** What the database says of a step that leads nowhere, in words of ours. */
export function stepFault(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code === '42501') throw notFound()
  if (constraint === 'steps_agreed') throw new DomainError('conflict', 'agreement-awaited')
  if (constraint === 'steps_allowed') throw new DomainError('conflict', 'step-refused')
  throw error
}
