/** Seeing the screens of another role without data: begun by an administrator, for half an hour. What is shown meanwhile is the door's affair (http/viewing.ts). */
import * as routes from '@kerege/contract/access/routes'
import { compartments } from '@kerege/contract/access/compartments'
import { role, type RoleName, scopesFor } from '@kerege/contract/access/roles'
import type { Session } from '@kerege/contract/access/schema'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { handler } from '../../platform/handler.ts'
import { hatsOf } from './hats.ts'
import { describe } from './sessions.ts'

const viewMinutes = 30

export const viewHandlers = [
  handler(routes.beginView, async (ctx, { body }) => {
    if (!role(body.role).nodes.includes(ctx.node.info.kind) || body.role === ctx.actor.role)
      throw invalid([{ pointer: '/role', code: 'role-not-here' }])
    const until = new Date(ctx.now.getTime() + viewMinutes * 60_000).toISOString()
    await sql`select access.begin_view(${body.role}, ${until}::timestamptz)`.execute(ctx.tx)
    ctx.trail.touched(ctx.actor.account, [body.role])
    ctx.trail.counted('minutes', viewMinutes)
    return describeView(ctx, ctx.actor.account, body.role, until)
  }),

  handler(routes.endView, async ctx => {
    const { viewing } = ctx.actor
    if (!viewing) throw new DomainError('conflict', 'not-viewing')
    await sql`select access.end_view()`.execute(ctx.tx)
    ctx.trail.touched(viewing.account, [ctx.actor.role])
    const rights = await ctx.tx
      .selectFrom('access.roles')
      .select(['rights', 'verbs'])
      .where('name', '=', viewing.role)
      .executeTakeFirstOrThrow()
    const { viewing: _, ...rest } = ctx.actor
    const own = { ...rest, account: viewing.account, role: viewing.role }
    return describe(ctx, { ...own, ...(rights as Pick<typeof own, 'rights' | 'verbs'>) })
  }),
]

/** What the browser hears of who is there: the hat of whoever looks, with the role that is looked at, and its rights as the table has them. */
export async function describeView(
  ctx: Context,
  accountId: string,
  seen: RoleName,
  until: string,
): Promise<Session> {
  const hat = (await hatsOf(ctx, accountId)).find(one => one.id === ctx.actor.hat)
  if (!hat) throw notFound()
  const shown = { ...hat, role: seen }
  const { name, email, language } = ctx.actor
  return {
    node: ctx.node.info,
    account: { id: accountId, name, email, language },
    hats: [shown],
    hat: shown,
    rights: {
      verbs: [...role(seen).verbs],
      compartments: compartments.map(compartment => ({
        compartment,
        read: scopesFor(seen, 'read', compartment),
        write: scopesFor(seen, 'write', compartment),
      })),
    },
    secondFactor: false,
    expiresAt: new Date(ctx.actor.expiresAt).toISOString(),
    idleMinutes: ctx.node.session.idleMinutes,
    viewing: { until: new Date(until).toISOString() },
  }
}
