/** Ways in to what follows from decisions. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import * as s from './actions.ts'

const byId = z.strictObject({ id: Id })
const path = '/council/actions'

export const listActions = route({
  method: 'GET',
  path,
  summary: 'What was promised, by its day; with `late`, what was not done in time',
  access: 'council.read',
  audit: 'actions.listed',
  query: s.ActionFilter,
  response: s.ActionPage,
  offline: 'keep',
})
export const countActions = route({
  method: 'GET',
  path: `${path}/count`,
  summary: 'How much is past its day',
  access: 'council.read',
  audit: null,
  response: s.ActionCount,
})
export const makeAction = route({
  method: 'POST',
  path,
  summary: 'Write down who does what until when',
  access: 'council.prepare',
  audit: 'action.made',
  body: s.MakeAction,
  response: s.Action,
  status: 201,
  versioned: true,
})
export const getAction = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One action with all that was reported',
  access: 'council.read',
  audit: 'action.read',
  params: byId,
  response: s.Action,
  versioned: true,
  offline: 'keep',
})
export const reportAction = route({
  method: 'POST',
  path: `${path}/:id/reports`,
  summary: 'The owner says how far it is',
  access: 'council.read',
  audit: 'action.reported',
  params: byId,
  body: s.ReportAction,
  response: s.Action,
  status: 201,
  versioned: true,
})
