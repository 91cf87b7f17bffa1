/** One's own passkeys: made, named, taken off. Each new one is told by mail, and so is each that went. */
import * as routes from '@kerege/contract/access/proofRoutes'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Context } from '../../../platform/context.ts'
import { handler } from '../../../platform/handler.ts'
import { newId } from '../../../platform/ids.ts'
import { emit } from '../../../platform/outbox.ts'
import { newPasskeyOptions, readNewPasskey } from './ceremony.ts'
import { findPasskeys, shown } from './store.ts'

/** Enough for every device that somebody works with, and for a key in a drawer. */
const most = 12

const mine = (ctx: Context) => findPasskeys(ctx.client, 'account_id', ctx.actor.account)

async function one(ctx: Context, id: string) {
  const [row] = await findPasskeys(ctx.client, 'id', id)
  if (!row) throw notFound()
  return row
}

export const passkeyHandlers = [
  handler(routes.listPasskeys, async ctx => ({ rows: (await mine(ctx)).map(shown) })),

  handler(routes.askNewPasskey, async ctx => newPasskeyOptions(ctx.node, ctx.actor, await mine(ctx))),

  handler(routes.addPasskey, async (ctx, { body }) => {
    if ((await mine(ctx)).length >= most) throw new DomainError('conflict', 'passkeys-full', { most })
    const made = await readNewPasskey(ctx.node, ctx.actor.session, body.made)
    if (!made) throw invalid([{ pointer: '/made', code: 'passkey-refused' }])
    const id = newId(ctx.now.getTime())
    const added = await ctx.client.query(
      `insert into access.passkeys (id, account_id, credential_id, public_key, counter, transports, name, synced, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [
        id,
        ctx.actor.account,
        made.credentialId,
        made.publicKey,
        made.counter,
        made.transports,
        body.name,
        made.synced,
        ctx.now,
      ],
    )
    if (added.rowCount === 0) throw invalid([{ pointer: '/made', code: 'passkey-refused' }])
    ctx.trail.touched(ctx.actor.account, ['passkeys'])
    await emit(ctx.tx, 'account.passkey-added', { accountId: ctx.actor.account })
    return shown(await one(ctx, id))
  }),

  handler(routes.renamePasskey, async (ctx, { params, body }) => {
    await ctx.client.query('update access.passkeys set name = $2 where id = $1', [params.id, body.name])
    ctx.trail.touched(ctx.actor.account, ['passkeys'])
    return shown(await one(ctx, params.id))
  }),

  handler(routes.removePasskey, async (ctx, { params }) => {
    const gone = await ctx.client.query('delete from access.passkeys where id = $1', [params.id])
    if (gone.rowCount === 0) throw notFound()
    ctx.trail.touched(ctx.actor.account, ['passkeys'])
    await emit(ctx.tx, 'account.passkey-removed', { accountId: ctx.actor.account })
    return undefined
  }),
]
