/** Ways in to the register of people believed to be abroad. */
import { z } from 'zod'
import { Id, Reason } from '../../common.ts'
import { route } from '../../route.ts'
import {
  Abroad,
  AbroadCounts,
  AbroadFilter,
  AbroadPage,
  AddEntry,
  OpenAbroad,
  PersonAbroad,
  PutOnList,
  TakeStep,
} from './schema.ts'

const byId = z.strictObject({ id: Id })

export const listAbroad = route({
  method: 'GET',
  path: '/abroad',
  summary: 'People believed to be abroad, who was heard of longest ago first',
  access: 'repatriation.read',
  audit: 'abroad.listed',
  query: AbroadFilter,
  response: AbroadPage,
  offline: 'keep',
})
export const countAbroad = route({
  method: 'GET',
  path: '/abroad/count',
  summary: 'How many a filter would show, before it is applied',
  access: 'repatriation.read',
  audit: 'abroad.counted',
  query: AbroadFilter,
  response: z.strictObject({ total: z.number().int() }),
})
export const abroadCounts = route({
  method: 'GET',
  path: '/abroad/summary',
  summary: 'By state, sex and age group for planning, and what there is to do',
  access: 'repatriation.read',
  audit: 'abroad.counted',
  response: AbroadCounts,
  offline: 'keep',
})
export const openAbroad = route({
  method: 'POST',
  path: '/abroad',
  summary: 'Somebody on the register is believed to be abroad',
  access: 'repatriation.register',
  audit: 'abroad.opened',
  body: OpenAbroad,
  response: Abroad,
  status: 201,
  versioned: true,
  offline: 'queue',
})
export const getAbroad = route({
  method: 'GET',
  path: '/abroad/:id',
  summary: 'What is known of one of them, by whom, since when, and how reliable it is',
  access: 'repatriation.read',
  audit: 'abroad.read',
  params: byId,
  response: Abroad,
  versioned: true,
  offline: 'keep',
})
export const personAbroad = route({
  method: 'GET',
  path: '/people/:id/abroad',
  summary: 'What this register knows of one person',
  access: 'repatriation.read',
  audit: 'abroad.read',
  params: byId,
  response: PersonAbroad,
  offline: 'keep',
})
export const addAbroadEntry = route({
  method: 'POST',
  path: '/abroad/:id/entries',
  summary: 'Write down a source, a place, evidence, a wish, a travel paper, a consent, a contact',
  access: 'repatriation.register',
  audit: 'abroad.entry-added',
  params: byId,
  body: AddEntry,
  response: Abroad,
  versioned: true,
  offline: 'queue',
})
export const takeBackAbroadEntry = route({
  method: 'POST',
  path: '/abroad/:id/entries/:entryId/take-back',
  summary: 'Take an entry back with a reason: it stays readable and counts no more',
  access: 'repatriation.register',
  audit: 'abroad.entry-taken-back',
  params: z.strictObject({ id: Id, entryId: Id }),
  body: z.strictObject({ reason: Reason }),
  response: Abroad,
  versioned: true,
})
/** Safe to repeat: who stands there already is answered as they are. */
export const stepAbroad = route({
  method: 'POST',
  path: '/abroad/:id/steps',
  summary: 'Verified, ready, travelled, refused, lost, died, or back',
  access: 'repatriation.register',
  audit: 'abroad.stepped',
  params: byId,
  body: TakeStep,
  response: Abroad,
  versioned: true,
  offline: 'queue',
})
export const putOnList = route({
  method: 'POST',
  path: '/abroad/to-operation',
  summary: 'Put people on the list of an operation that is being prepared',
  access: 'repatriation.lead',
  audit: 'abroad.put-on-list',
  body: PutOnList,
  response: z.strictObject({
    added: z.number().int(),
    /** On that list already. */
    already: z.number().int(),
  }),
})
