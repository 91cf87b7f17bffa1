/** Routes of the agenda and of the list of speakers: parse, call one action, answer. */
import * as routes from '@kerege/contract/council/agendaRoutes'
import type { Node } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { type AnyHandler, handler, liveHandler } from '../../platform/handler.ts'
import { eventOf, openLive } from '../../platform/live.ts'
import * as agenda from './agenda.ts'
import * as floor from './floor.ts'
import { get } from './sessionStore.ts'

export function agendaHandlers(node: Node): AnyHandler[] {
  const live = openLive(node, {
    event: 'floor',
    versions: async ids => {
      const { rows } = await node.pool.query<{ session_id: string; version: number }>(
        'select session_id, version from council.floor_versions($1)',
        [ids],
      )
      return new Map(rows.map(row => [row.session_id, row.version]))
    },
    read: id => inTransaction(node.pool, tx => floor.stateOf(tx, id, node.now().toISOString())),
  })
  return [
    handler(routes.getAgenda, (ctx, { params }) => agenda.read(ctx, params.id)),
    handler(routes.addItem, (ctx, { params, body }) => agenda.add(ctx, params.id, body)),
    handler(routes.giveOutAgenda, (ctx, { params, body }) => agenda.giveOut(ctx, params.id, body)),
    handler(routes.changeItem, (ctx, { params, body }) => agenda.change(ctx, params.id, params.itemId, body)),
    handler(routes.moveItem, (ctx, { params, body }) => agenda.move(ctx, params.id, params.itemId, body.by)),
    handler(routes.removeItem, (ctx, { params }) => agenda.remove(ctx, params.id, params.itemId)),
    handler(routes.getFloor, (ctx, { params }) => floor.read(ctx, params.id)),
    liveHandler(routes.liveFloor, async (ctx, { params }) => {
      await get(ctx.tx, params.id)
      ctx.trail.shown([params.id])
      const state = await floor.stateOf(ctx.tx, params.id, ctx.now.toISOString())
      return {
        first: eventOf('floor', state.version, state),
        listen: listener => live.listen(params.id, listener),
      }
    }),
    handler(routes.setFloor, (ctx, { params, body }) => floor.set(ctx, params.id, body)),
    handler(routes.askFloor, (ctx, { params, body }) => floor.ask(ctx, params.id, body)),
    handler(routes.leaveFloor, (ctx, { params }) => floor.leave(ctx, params.id, params.itemId)),
    handler(routes.nextSpeaker, (ctx, { params, body }) => floor.next(ctx, params.id, body.version)),
  ]
}
