/** Ways in to operations: the plan, its legs, its people and who works in it. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import {
  AddLine,
  AddStaff,
  ChangeLine,
  ChangeOperation,
  Family,
  LineWithSteps,
  ListPart,
  MakeOperation,
  MoveLine,
  MoveOperation,
  Operation,
  OperationFilter,
  OperationPage,
  PeopleList,
  PlaceOnLeg,
  WriteFamily,
  WriteLeg,
} from './schema.ts'

const byId = z.strictObject({ id: Id })
const byLine = z.strictObject({ id: Id, lineId: Id })
const byLeg = z.strictObject({ id: Id, legId: Id })

export const listOperations = route({
  method: 'GET',
  path: '/operations',
  summary: 'Operations of my agency, and those that I work in, the newest first',
  access: 'repatriation.read',
  audit: 'operations.listed',
  query: OperationFilter,
  response: OperationPage,
})
export const makeOperation = route({
  method: 'POST',
  path: '/operations',
  summary: 'Begin an operation',
  access: 'repatriation.lead',
  audit: 'operation.made',
  body: MakeOperation,
  response: Operation,
  status: 201,
  versioned: true,
})
export const getOperation = route({
  method: 'GET',
  path: '/operations/:id',
  summary: 'One operation: plan, legs, staff, versions of the list, what became of it',
  access: 'repatriation.read',
  audit: 'operation.read',
  params: byId,
  response: Operation,
  versioned: true,
  offline: 'keep',
})
export const changeOperation = route({
  method: 'PUT',
  path: '/operations/:id',
  summary: 'Change the plan',
  access: 'repatriation.lead',
  audit: 'operation.changed',
  params: byId,
  body: ChangeOperation,
  response: Operation,
  versioned: true,
})
/** Safe to repeat: an operation that stands there already is answered as it is. */
export const moveOperation = route({
  method: 'POST',
  path: '/operations/:id/steps',
  summary: 'What became of it: prepared, under way, completed, called off',
  access: 'repatriation.lead',
  audit: 'operation.moved',
  params: byId,
  body: MoveOperation,
  response: Operation,
  versioned: true,
})

export const writeLeg = route({
  method: 'PUT',
  path: '/operations/:id/legs/:legId',
  summary: 'Add a leg, or change it',
  access: 'repatriation.register',
  audit: 'operation.leg-written',
  params: byLeg,
  body: WriteLeg,
  response: Operation,
})
export const endLeg = route({
  method: 'DELETE',
  path: '/operations/:id/legs/:legId',
  summary: 'Take a leg away; nobody has boarded it',
  access: 'repatriation.register',
  audit: 'operation.leg-ended',
  params: byLeg,
  response: Operation,
})
export const placeOnLeg = route({
  method: 'POST',
  path: '/operations/:id/legs/:legId/places',
  summary: 'Say who travels on a leg, and who does not',
  access: 'repatriation.register',
  audit: 'operation.placed',
  params: byLeg,
  body: PlaceOnLeg,
  response: PeopleList,
})

export const addStaff = route({
  method: 'POST',
  path: '/operations/:id/staff',
  summary: 'Somebody works in the operation; the people on its list become open to them until their last day',
  access: 'repatriation.lead',
  audit: 'operation.staffed',
  params: byId,
  body: AddStaff,
  response: Operation,
  status: 201,
})
export const endStaff = route({
  method: 'DELETE',
  path: '/operations/:id/staff/:staffId',
  summary: 'Somebody works in it no longer',
  access: 'repatriation.lead',
  audit: 'operation.staff-ended',
  params: z.strictObject({ id: Id, staffId: Id }),
  response: Operation,
})

export const listPeopleOf = route({
  method: 'GET',
  path: '/operations/:id/lines',
  summary: 'The list: families and everybody on it, whole or in parts',
  access: 'repatriation.read',
  audit: 'operation.list-read',
  params: byId,
  query: ListPart,
  response: PeopleList,
  offline: 'keep',
})
export const addLine = route({
  method: 'POST',
  path: '/operations/:id/lines',
  summary: 'Put somebody of the register on the list, or add them at the door',
  access: 'repatriation.read',
  audit: 'operation.line-added',
  params: byId,
  body: AddLine,
  response: LineWithSteps,
  status: 201,
  versioned: true,
  offline: 'queue',
})
export const getLine = route({
  method: 'GET',
  path: '/operations/:id/lines/:lineId',
  summary: 'One line of the list, and what became of it',
  access: 'repatriation.read',
  audit: 'operation.line-read',
  params: byLine,
  response: LineWithSteps,
  versioned: true,
})
export const changeLine = route({
  method: 'PUT',
  path: '/operations/:id/lines/:lineId',
  summary: 'Change the family, the carer or the bracelet',
  access: 'repatriation.register',
  audit: 'operation.line-changed',
  params: byLine,
  body: ChangeLine,
  response: LineWithSteps,
  versioned: true,
})
/** Safe to repeat. Which verb it wants depends on the step (`verbFor`). */
export const moveLine = route({
  method: 'POST',
  path: '/operations/:id/lines/:lineId/steps',
  summary: 'What became of a line: verified, consented, refused, boarded, arrived …',
  access: 'repatriation.read',
  audit: 'operation.line-moved',
  params: byLine,
  body: MoveLine,
  response: LineWithSteps,
  versioned: true,
  offline: 'queue',
})

export const writeFamily = route({
  method: 'PUT',
  path: '/operations/:id/families/:familyId',
  summary: 'Add a family to the list, or rename it',
  access: 'repatriation.register',
  audit: 'operation.family-written',
  params: z.strictObject({ id: Id, familyId: Id }),
  body: WriteFamily,
  response: Family,
})
