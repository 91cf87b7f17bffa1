/** My session: who I am, which hat I wear, what it may do. */
import { compartments } from '@kerege/contract/access/compartments'
import * as routes from '@kerege/contract/access/routes'
import type { Hat, Session } from '@kerege/contract/access/schema'
import { type MultiText, textIn } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import type { Actor, Context } from '../../platform/context.ts'
import { handler } from '../../platform/handler.ts'

export const sessionHandlers = [
  handler(routes.getSession, ctx => describe(ctx, ctx.actor)),

  handler(routes.wearHat, async (ctx, { body }) => {
    const hat = await ctx.tx
      .selectFrom('access.hats')
      .select('id')
      .where('id', '=', body.hatId)
      .where('account_id', '=', ctx.actor.account)
      .where('ended_at', 'is', null)
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
]

async function rightsOfHat(ctx: Context, hatId: string): Promise<Pick<Actor, 'role' | 'rights' | 'verbs'>> {
  const found = await ctx.tx
    .selectFrom('access.hats')
    .innerJoin('access.roles', 'access.roles.name', 'access.hats.role')
    .select(['access.roles.name', 'access.roles.rights', 'access.roles.verbs', 'access.roles.second_factor'])
    .where('access.hats.id', '=', hatId)
    .executeTakeFirstOrThrow()
  // A hat that needs a second factor stays empty in a session that was opened without one.
  const complete = !found.second_factor || ctx.actor.openedBy !== 'password'
  return {
    role: found.name as Actor['role'],
    rights: complete ? (found.rights as Actor['rights']) : {},
    verbs: complete ? (found.verbs as Actor['verbs']) : [],
  }
}

async function describe(ctx: Context, actor: Actor): Promise<Session> {
  const hats = await hatsOf(ctx, actor.account)
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
    secondFactor: actor.openedBy === 'second-factor',
    expiresAt: new Date(actor.expiresAt).toISOString(),
    idleMinutes: ctx.node.session.idleMinutes,
  }
}

/** Hats in force of an account, with the names of agency and team in the asker's language. */
export async function hatsOf(ctx: Context, accountId: string): Promise<Hat[]> {
  const rows = await ctx.tx
    .selectFrom('access.hats as h')
    .innerJoin('access.agencies as a', 'a.id', 'h.agency_id')
    .leftJoin('access.teams as t', 't.id', 'h.team_id')
    .select(['h.id', 'h.role', 'h.agency_id', 'h.team_id', 'h.areas', 'a.name as agency', 't.name as team'])
    .where('h.account_id', '=', accountId)
    .where('h.ended_at', 'is', null)
    .orderBy('h.created_at')
    .orderBy('h.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    role: row.role as Hat['role'],
    agencyId: row.agency_id,
    agency: textIn(row.agency as MultiText, ctx.actor.language).text,
    ...(row.team_id ? { teamId: row.team_id } : {}),
    ...(row.team ? { team: row.team } : {}),
    areas: row.areas,
  }))
}
