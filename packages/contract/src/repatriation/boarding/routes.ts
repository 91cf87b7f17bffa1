/** Ways in to boarding and arrival. The commands wait on a device without a line. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import { AtDoor, Board, MakeMark, MarkedLine } from './schema.ts'

const byId = z.strictObject({ id: Id })

export const getBoarding = route({
  method: 'GET',
  path: '/operations/:id/legs/:legId/boarding',
  summary: 'Who is expected on a leg, and what was ticked',
  access: 'repatriation.board',
  audit: 'boarding.taken-along',
  params: z.strictObject({ id: Id, legId: Id }),
  response: Board,
  offline: 'keep',
})
export const getArrivals = route({
  method: 'GET',
  path: '/operations/:id/arrivals',
  summary: 'Who is expected to arrive, and what was ticked',
  access: 'repatriation.board',
  audit: 'arrivals.taken-along',
  params: byId,
  response: Board,
  offline: 'keep',
})
/** Never refused because another device said something else: both stand, and a person settles it with a further mark. */
export const makeMark = route({
  method: 'POST',
  path: '/operations/:id/marks',
  summary: 'Tick somebody off, say that they are not there and why, or take a tick back',
  access: 'repatriation.board',
  audit: 'boarding.marked',
  params: byId,
  body: MakeMark,
  response: MarkedLine,
  status: 201,
  offline: 'queue',
})
export const addAtDoor = route({
  method: 'POST',
  path: '/operations/:id/door',
  summary: 'Somebody came without being on the list: register, add and tick them',
  access: 'repatriation.board',
  audit: 'boarding.added-at-door',
  params: byId,
  body: AtDoor,
  response: MarkedLine,
  status: 201,
  offline: 'queue',
})
