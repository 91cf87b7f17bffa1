/** Ways in to reception: houses and rooms, who stays where, what they need now, what they brought. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import {
  AddBelonging,
  AddTriage,
  AskApart,
  EndStay,
  GiveBack,
  Interpreter,
  MoveBeds,
  PersonReception,
  SiteList,
  SiteWhole,
  TakeIn,
  WriteRoom,
  WriteSite,
} from './schema.ts'

const byId = z.strictObject({ id: Id })

export const listSites = route({
  method: 'GET',
  path: '/reception',
  summary: 'Houses that receive people, and how full they are',
  access: 'repatriation.read',
  audit: 'reception.listed',
  response: SiteList,
  offline: 'keep',
})
/** Made or changed by its id. */
export const writeSite = route({
  method: 'POST',
  path: '/reception',
  summary: 'Add a house, rename it, or close it when nobody stays there',
  access: 'reception.work',
  audit: 'reception.site-written',
  body: WriteSite,
  response: SiteWhole,
})
export const askApart = route({
  method: 'POST',
  path: '/reception/divisions',
  summary: 'Ask that a family or a home be apart for a time; a second person decides',
  access: 'reception.work',
  audit: 'reception.division-asked',
  body: AskApart,
  response: z.strictObject({ id: Id }),
  status: 201,
})
export const getSite = route({
  method: 'GET',
  path: '/reception/:id',
  summary: 'One house: its rooms, who stays there, and who came and has no bed yet',
  access: 'repatriation.read',
  audit: 'reception.read',
  params: byId,
  response: SiteWhole,
  offline: 'keep',
})
export const writeRoom = route({
  method: 'POST',
  path: '/reception/:id/rooms',
  summary: 'Add a room, change its beds, or close it when nobody sleeps there',
  access: 'reception.work',
  audit: 'reception.room-written',
  params: byId,
  body: WriteRoom,
  response: SiteWhole,
})
/** Safe to repeat: whoever has that bed already keeps it. */
export const takeIn = route({
  method: 'POST',
  path: '/reception/:id/stays',
  summary: 'Give beds to people who came; families stay whole',
  access: 'reception.work',
  audit: 'reception.taken-in',
  params: byId,
  body: TakeIn,
  response: SiteWhole,
})
export const moveBeds = route({
  method: 'POST',
  path: '/reception/:id/moves',
  summary: 'Move people to another room or house; families stay whole',
  access: 'reception.work',
  audit: 'reception.moved',
  params: byId,
  body: MoveBeds,
  response: SiteWhole,
})
export const endStay = route({
  method: 'POST',
  path: '/reception/stays/:id/end',
  summary: 'Somebody leaves the house',
  access: 'reception.work',
  audit: 'reception.stay-ended',
  params: byId,
  body: EndStay,
  response: z.strictObject({}),
})
export const setInterpreter = route({
  method: 'POST',
  path: '/reception/stays/:id/interpreter',
  summary: 'Which interpreter somebody needs, and who does it',
  access: 'reception.work',
  audit: 'reception.interpreter-set',
  params: byId,
  body: Interpreter,
  response: z.strictObject({}),
})
export const personReception = route({
  method: 'GET',
  path: '/people/:id/reception',
  summary: 'Stays, belongings and needs of one person',
  access: 'repatriation.read',
  audit: 'reception.person-read',
  params: byId,
  response: PersonReception,
  offline: 'keep',
})
export const addTriage = route({
  method: 'POST',
  path: '/people/:id/triage',
  summary: 'What somebody needs now: medical or psychosocial',
  access: 'repatriation.read',
  audit: 'reception.triage-added',
  params: byId,
  body: AddTriage,
  response: PersonReception,
  offline: 'queue',
})
export const addBelonging = route({
  method: 'POST',
  path: '/people/:id/belongings',
  summary: 'Something that is kept for somebody',
  access: 'reception.work',
  audit: 'reception.belonging-added',
  params: byId,
  body: AddBelonging,
  response: PersonReception,
  offline: 'queue',
})
export const giveBack = route({
  method: 'POST',
  path: '/people/:id/belongings/:belongingId/give-back',
  summary: 'It is given back, and who signed for it',
  access: 'reception.work',
  audit: 'reception.belonging-given-back',
  params: z.strictObject({ id: Id, belongingId: Id }),
  body: GiveBack,
  response: PersonReception,
})
