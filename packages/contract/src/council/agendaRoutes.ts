/** Ways in to the agenda and to the list of speakers of a session. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import * as a from './agenda.ts'
import * as f from './floor.ts'

const byId = z.strictObject({ id: Id })
const item = z.strictObject({ id: Id, itemId: Id })
const path = '/council/sessions/:id'

export const getAgenda = route({
  method: 'GET',
  path: `${path}/agenda`,
  summary: 'The agenda of a session, and as it was given out before',
  access: 'council.read',
  audit: 'agenda.read',
  params: byId,
  response: a.Agenda,
  offline: 'keep',
})
export const addItem = route({
  method: 'POST',
  path: `${path}/agenda`,
  summary: 'Add an item at the end',
  access: 'council.prepare',
  audit: 'agenda.item-added',
  params: byId,
  body: a.AddItem,
  response: a.Agenda,
  status: 201,
})
export const changeItem = route({
  method: 'PUT',
  path: `${path}/agenda/:itemId`,
  summary: 'Change an item',
  access: 'council.prepare',
  audit: 'agenda.item-changed',
  params: item,
  body: a.ChangeItem,
  response: a.Agenda,
})
export const moveItem = route({
  method: 'POST',
  path: `${path}/agenda/:itemId/move`,
  summary: 'Move an item up or down',
  access: 'council.prepare',
  audit: 'agenda.item-moved',
  params: item,
  body: a.MoveItem,
  response: a.Agenda,
})
export const removeItem = route({
  method: 'DELETE',
  path: `${path}/agenda/:itemId`,
  summary: 'Take an item off',
  access: 'council.prepare',
  audit: 'agenda.item-removed',
  params: item,
  response: a.Agenda,
})
export const giveOutAgenda = route({
  method: 'POST',
  path: `${path}/agenda/given-out`,
  summary: 'Give the agenda out: provisional, annotated or adopted',
  access: 'council.prepare',
  audit: 'agenda.given-out',
  params: byId,
  body: a.GiveOut,
  response: a.Agenda,
})

export const getFloor = route({
  method: 'GET',
  path: `${path}/floor`,
  summary: 'The list of speakers',
  access: 'council.read',
  audit: 'floor.read',
  params: byId,
  response: f.FloorOfMine,
})
/** Events named `floor` carry a `Floor`; the first one comes at once. `ended` says that the session of the listener is over. */
export const liveFloor = route({
  method: 'GET',
  path: `${path}/floor/live`,
  summary: 'The list of speakers as it changes, as server-sent events',
  access: 'council.read',
  audit: 'floor.listened',
  params: byId,
  response: z.unknown(),
  produces: 'text/event-stream',
})
export const setFloor = route({
  method: 'PUT',
  path: `${path}/floor`,
  summary: 'Open or close the list, set the time and the item',
  access: 'council.prepare',
  audit: 'floor.set',
  params: byId,
  body: f.SetFloor,
  response: f.FloorOfMine,
})
export const askFloor = route({
  method: 'POST',
  path: `${path}/floor/entries`,
  summary: 'Ask for the floor, or for a right of reply',
  access: 'council.speak',
  audit: 'floor.asked',
  params: byId,
  body: f.AskFloor,
  response: f.FloorOfMine,
  status: 201,
})
export const leaveFloor = route({
  method: 'POST',
  path: `${path}/floor/entries/:itemId/withdrawn`,
  summary: 'Take oneself off the list; chair and secretariat anybody',
  access: 'council.read',
  audit: 'floor.left',
  params: item,
  response: f.FloorOfMine,
})
export const nextSpeaker = route({
  method: 'POST',
  path: `${path}/floor/next`,
  summary: 'The speaker has ended; the next one begins, if somebody waits',
  access: 'council.prepare',
  audit: 'floor.next',
  params: byId,
  body: z.strictObject({ version: z.number().int() }),
  response: f.FloorOfMine,
})
