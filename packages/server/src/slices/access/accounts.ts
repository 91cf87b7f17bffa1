/**
 * What can be done with an account: invite, give other hats, block and let in again. Every action reads the same way:
 * lock, check who is asking, change, leave a trail. Nothing of the people on the register is within reach here.
 */
import type { AccountFilter, AccountRow, HatDraft, Invite } from '@kerege/contract/access/schema'
import { DomainError, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { openCursor, sealCursor } from '../../platform/cursor.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/outbox.ts'
import { hatsOf, hatsOfAll, replaceHats, requirePossible, wornAlready } from './hats.ts'
import { addressKey } from './lockout.ts'
import { requireAdministratorBeside, requireOther } from './policy.ts'

const columns = [
  'a.id',
  'a.name',
  'a.email',
  'a.state',
  'a.last_seen_at',
  sql<boolean>`access.has_second_factor(a.id)`.as('second_factor'),
] as const

interface Row {
  id: string
  name: string
  email: string
  state: string
  second_factor: boolean
  last_seen_at: string | null
}

export async function list(
  ctx: Context,
  filter: z.output<typeof AccountFilter>,
): Promise<{ rows: AccountRow[]; next?: string }> {
  const key = ctx.node.keys.cursors
  const after = openCursor(key, 'accounts', filter.cursor)
  let query = ctx.tx.selectFrom('access.accounts as a').select(columns)
  if (after) query = query.where(sql<boolean>`(a.name, a.id) > (${after[0]}, ${after[1]}::uuid)`)
  if (filter.role) {
    const { role } = filter
    query = query.where(eb =>
      eb.exists(
        eb
          .selectFrom('access.hats as h')
          .select('h.id')
          .whereRef('h.account_id', '=', 'a.id')
          .where('h.ended_at', 'is', null)
          .where('h.role', '=', role),
      ),
    )
  }
  const found = await query
    .orderBy('a.name')
    .orderBy('a.id')
    .limit(filter.limit + 1)
    .execute()
  const shown = found.slice(0, filter.limit)
  const last = shown.at(-1)
  ctx.trail.shown(shown.map(row => row.id))
  return {
    rows: await complete(ctx, shown),
    ...(found.length > shown.length && last
      ? { next: sealCursor(key, 'accounts', [last.name, last.id]) }
      : {}),
  }
}

export async function read(ctx: Context, id: string): Promise<AccountRow> {
  const row = await ctx.tx
    .selectFrom('access.accounts as a')
    .select(columns)
    .where('a.id', '=', id)
    .executeTakeFirst()
  const [account] = row ? await complete(ctx, [row]) : []
  if (!account) throw notFound()
  ctx.trail.shown([id])
  return account
}

async function complete(ctx: Context, rows: readonly Row[]): Promise<AccountRow[]> {
  const hats = await hatsOfAll(
    ctx,
    rows.map(row => row.id),
  )
  const locked = await lockedAmong(ctx, rows)
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    email: row.email,
    state: row.state === 'active' && locked.has(row.id) ? 'locked' : (row.state as AccountRow['state']),
    secondFactor: row.second_factor,
    hats: hats.get(row.id) ?? [],
    ...(row.last_seen_at ? { lastSeenAt: row.last_seen_at } : {}),
  }))
}

async function lockedAmong(ctx: Context, rows: readonly Row[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const byKey = new Map(rows.map(row => [addressKey(ctx.node, row.email).toString('hex'), row.id]))
  const found = await ctx.tx
    .selectFrom('access.lockouts')
    .select('key')
    .where(
      'key',
      'in',
      [...byKey.keys()].map(key => Buffer.from(key, 'hex')),
    )
    .where('locked_until', '>', sql<string>`now()`)
    .execute()
  return new Set(found.flatMap(row => byKey.get(row.key.toString('hex')) ?? []))
}

/**
 * Who was invited and has not come yet is invited again. Roles are not given here: a second administrator agrees to them first
 * (slices/administration), and only then the letter goes out.
 * @returns the account, and whether it has these very hats already
 */
export async function prepareInvitation(
  ctx: Context,
  draft: z.output<typeof Invite>,
): Promise<{ id: string; agreed: boolean }> {
  await requirePossible(ctx, draft.hats)
  const made = newId(ctx.now.getTime())
  await ctx.tx
    .insertInto('access.accounts')
    // The sign-in library learns of somebody when they accept; until then our own id holds the place.
    .values({
      id: made,
      user_id: made,
      email: draft.email,
      name: draft.name,
      language: draft.language,
      state: 'invited',
    })
    .onConflict(conflict => conflict.column('email').doNothing())
    .execute()
  const account = await ctx.tx
    .selectFrom('access.accounts')
    .select(['id', 'state'])
    .where('email', '=', draft.email)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (account.state !== 'invited') throw new DomainError('conflict', 'account-exists')
  await ctx.tx
    .updateTable('access.accounts')
    .set({ name: draft.name, language: draft.language })
    .where('id', '=', account.id)
    .execute()
  ctx.trail.touched(account.id, ['hats'])
  return { id: account.id, agreed: await wornAlready(ctx, account.id, draft.hats) }
}

/** @returns whether nothing is given: what is only taken away needs nobody else */
export async function prepareHats(ctx: Context, id: string, hats: readonly Hats[]): Promise<boolean> {
  await lock(ctx, id)
  requireOther(ctx, id)
  await requirePossible(ctx, hats)
  await requireSomebodyLeft(ctx, id, hats)
  return wornAlready(ctx, id, hats)
}

type Hats = z.output<typeof HatDraft>

async function requireSomebodyLeft(ctx: Context, id: string, hats: readonly Hats[]): Promise<void> {
  if (hats.some(hat => hat.role === 'administrator') || !(await administers(ctx, id))) return
  await requireAdministratorBeside(ctx, id)
}

/** Gives what was agreed. Whoever was only invited gets their letter now. */
export async function giveHats(ctx: Context, id: string, hats: readonly Hats[]): Promise<void> {
  const account = await lock(ctx, id)
  await requirePossible(ctx, hats)
  await requireSomebodyLeft(ctx, id, hats)
  await replaceHats(ctx, id, hats)
  if (account.state === 'invited') await emit(ctx.tx, 'account.invited', { accountId: id })
  ctx.trail.touched(id, ['hats'])
}

export async function block(ctx: Context, id: string, reason: string): Promise<AccountRow> {
  await lock(ctx, id)
  requireOther(ctx, id)
  if (await administers(ctx, id)) await requireAdministratorBeside(ctx, id)
  await setState(ctx, id, 'blocked')
  await ctx.tx.deleteFrom('access.sessions').where('account_id', '=', id).execute()
  ctx.trail.touched(id, ['state'])
  ctx.trail.because(reason)
  return read(ctx, id)
}

/** Lets somebody in again who was blocked, or whom too many wrong passwords have shut out. */
export async function unblock(ctx: Context, id: string, reason: string): Promise<AccountRow> {
  const account = await lock(ctx, id)
  if (account.state === 'blocked') await setState(ctx, id, await stateBefore(ctx, id))
  await ctx.tx.deleteFrom('access.lockouts').where('key', '=', addressKey(ctx.node, account.email)).execute()
  // Wrong codes are counted by the sign-in library, on connections of its own.
  await emit(ctx.tx, 'account.unblocked', { accountId: id })
  ctx.trail.touched(id, ['state'])
  ctx.trail.because(reason)
  return read(ctx, id)
}

async function lock(ctx: Context, id: string) {
  const row = await ctx.tx
    .selectFrom('access.accounts')
    .select(['id', 'state', 'email'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

const setState = (ctx: Context, id: string, state: AccountRow['state']) =>
  ctx.tx.updateTable('access.accounts').set({ state }).where('id', '=', id).execute()

/** Who was blocked before accepting is still to accept. */
async function stateBefore(ctx: Context, id: string): Promise<'invited' | 'active'> {
  const account = await ctx.tx
    .selectFrom('access.accounts')
    .select(['id', 'user_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return account.user_id === account.id ? 'invited' : 'active'
}

const administers = async (ctx: Context, id: string): Promise<boolean> =>
  (await hatsOf(ctx, id)).some(hat => hat.role === 'administrator')
