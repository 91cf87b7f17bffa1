/** Ways in to guidance at a node. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })

export const listGuidance = route({
  method: 'GET',
  path: '/guidance',
  summary: 'Decisions of the Council for the work here, newest first',
  access: 'guidance.read',
  audit: 'guidance.listed',
  query: s.GuidanceFilter,
  response: s.GuidancePage,
  offline: 'keep',
})
export const getGuidance = route({
  method: 'GET',
  path: '/guidance/:id',
  summary: 'One decision with its text, and how it is put into practice here',
  access: 'guidance.read',
  audit: 'guidance.read',
  params: byId,
  response: s.Guidance,
  offline: 'keep',
})
export const sayUse = route({
  method: 'POST',
  path: '/guidance/:id/uses',
  summary: 'Say how it is put into practice, and whether the hub is told',
  access: 'guidance.confirm',
  audit: 'guidance.used',
  params: byId,
  body: s.SayUse,
  response: s.Guidance,
  status: 201,
})
