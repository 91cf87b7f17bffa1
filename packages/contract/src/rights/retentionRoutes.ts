/** Ways in to retention: what the term has passed for, and holds. Erasure itself is asked for as everywhere. */
import { z } from 'zod'
import { Id, Reason } from '../common.ts'
import { route } from '../route.ts'
import { HoldState, RetentionFilter, RetentionPage, RetentionRules, SetHold } from './retention.ts'

const byId = z.strictObject({ id: Id })

export const retentionRules = route({
  method: 'GET',
  path: '/retention/rules',
  summary: 'How long the state keeps what, and how many files are held',
  access: 'people.erase',
  audit: null,
  response: RetentionRules,
})
export const listResting = route({
  method: 'GET',
  path: '/retention',
  summary: 'Files whose term has passed, the longest first; nothing is destroyed by itself',
  access: 'people.erase',
  audit: 'retention.listed',
  query: RetentionFilter,
  response: RetentionPage,
})
export const personHold = route({
  method: 'GET',
  path: '/people/:id/hold',
  summary: 'What holds the file of a person',
  access: 'people.erase',
  audit: 'retention.hold-read',
  params: byId,
  response: HoldState,
})
export const setHold = route({
  method: 'POST',
  path: '/people/:id/hold',
  summary: 'Hold a file: nothing of it is destroyed while that stands',
  access: 'people.erase',
  audit: 'retention.held',
  params: byId,
  body: SetHold,
  response: HoldState,
  status: 201,
})
export const liftHold = route({
  method: 'POST',
  path: '/people/:id/hold/lifted',
  summary: 'Lift the hold of a file, with the reason',
  access: 'people.erase',
  audit: 'retention.hold-lifted',
  params: byId,
  body: z.strictObject({ reason: Reason }),
  response: HoldState,
})
