/** My sessions: who I am, which hat I wear, what it may do, and where else I am signed in. */
import { compartments } from '@kerege/contract/access/compartments'
import * as routes from '@kerege/contract/access/routes'
import type { Session } from '@kerege/contract/access/schema'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Actor, Context } from '../../platform/context.ts'
import { handler } from '../../platform/handler.ts'
import { keyedHash } from '../../platform/keys.ts'
import { hatsOf } from './hats.ts'
import { isBySso, isWhole } from './session.ts'
import { describeView } from './viewing.ts'

export const sessionHandlers = [
  handler(routes.getSession, ctx => {
    const { viewing, role } = ctx.actor
    return viewing ? describeView(ctx, viewing.account, role, viewing.until) : describe(ctx, ctx.actor)
  }),

  handler(routes.wearHat, async (ctx, { body }) => {
    const hat = await ctx.tx
      .selectFrom('access.hats')
      .select('id')
      .where('id', '=', body.hatId)
      .where('account_id', '=', ctx.actor.account)
      .where('ended_at', 'is', null)
      // A role that a group gives is worn only by who came in that way.
      .where(eb => (isBySso(ctx.actor) ? eb.lit(true) : eb('by_sso', '=', false)))
      .executeTakeFirst()
    if (!hat) throw notFound()
    await ctx.tx
      .updateTable('access.sessions')
      .set({ hat_id: hat.id })
      .where('id', '=', ctx.actor.session)
      .execute()
    return describe(ctx, { ...ctx.actor, hat: hat.id, ...(await rightsOfHat(ctx, hat.id)) })
  }),

  handler(routes.speak, async (ctx, { body }) => {
    await ctx.tx
      .updateTable('access.accounts')
      .set({ language: body.language })
      .where('id', '=', ctx.actor.account)
      .execute()
    return undefined
  }),

  // Made anew each time and stored nowhere: a device that is lost after signing out has nothing that opens it.
  handler(routes.unlockDevice, async (ctx, { body }) => {
    ctx.trail.touched(ctx.actor.account)
    const lock = keyedHash(ctx.node.keys.devices, `${ctx.actor.account} ${body.device}`)
    return { lock: lock.toString('base64') }
  }),

  handler(routes.listSessions, async ctx => {
    const rows = await ctx.tx
      .selectFrom('access.sessions')
      .select(['id', 'device', 'opened_by', 'created_at', 'last_seen_at', 'new_device'])
      .where('account_id', '=', ctx.actor.account)
      .where('expires_at', '>', sql<string>`now()`)
      .where(
        'last_seen_at',
        '>',
        sql<string>`now() - make_interval(mins => ${ctx.node.session.idleMinutes}::int)`,
      )
      .orderBy('last_seen_at', 'desc')
      .orderBy('id')
      .execute()
    return {
      rows: rows.map(row => ({
        id: row.id,
        createdAt: row.created_at,
        lastSeenAt: row.last_seen_at,
        device: row.device,
        newDevice: row.new_device,
        openedBy: row.opened_by as Actor['openedBy'],
        current: row.id === ctx.actor.session,
      })),
    }
  }),

  handler(routes.closeOtherSessions, async ctx => {
    const closed = await ctx.tx
      .deleteFrom('access.sessions')
      .where('id', '<>', ctx.actor.session)
      .where('account_id', '=', ctx.actor.account)
      .executeTakeFirst()
    ctx.trail.touched(ctx.actor.account)
    ctx.trail.counted('closed', Number(closed.numDeletedRows))
    return { closed: Number(closed.numDeletedRows) }
  }),

  // Without our row the library's own opens nothing; it is thrown away when it is over.
  handler(routes.closeSession, async (ctx, { params }) => {
    const closed = await ctx.tx
      .deleteFrom('access.sessions')
      .where('id', '=', params.id)
      .where('account_id', '=', ctx.actor.account)
      .executeTakeFirst()
    if (closed.numDeletedRows === 0n) throw notFound()
    ctx.trail.touched(ctx.actor.account)
    return undefined
  }),
]

async function rightsOfHat(ctx: Context, hatId: string): Promise<Pick<Actor, 'role' | 'rights' | 'verbs'>> {
  const found = await ctx.tx
    .selectFrom('access.hats')
    .innerJoin('access.roles', 'access.roles.name', 'access.hats.role')
    .select(['access.roles.name', 'access.roles.rights', 'access.roles.verbs', 'access.roles.second_factor'])
    .where('access.hats.id', '=', hatId)
    .executeTakeFirstOrThrow()
  // A hat that needs a second factor stays empty in a session that was opened without one.
  const complete = !found.second_factor || isWhole(ctx.actor)
  return {
    role: found.name as Actor['role'],
    rights: complete ? (found.rights as Actor['rights']) : {},
    verbs: complete ? (found.verbs as Actor['verbs']) : [],
  }
}

export async function describe(ctx: Context, actor: Actor): Promise<Session> {
  const hats = (await hatsOf(ctx, actor.account)).filter(one => !one.bySso || isBySso(actor))
  const hat = hats.find(one => one.id === actor.hat)
  if (!hat) throw notFound()
  return {
    node: ctx.node.info,
    account: { id: actor.account, name: actor.name, email: actor.email, language: actor.language },
    hats,
    hat,
    rights: {
      verbs: actor.verbs,
      compartments: compartments.map(compartment => ({
        compartment,
        read: actor.rights.read?.[compartment] ?? [],
        write: actor.rights.write?.[compartment] ?? [],
      })),
    },
    secondFactor: actor.openedBy !== 'demo' && isWhole(actor),
    expiresAt: new Date(actor.expiresAt).toISOString(),
    idleMinutes: ctx.node.session.idleMinutes,
  }
}
