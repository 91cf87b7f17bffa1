/** Ways in to what authorities ask for in writing. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import {
  AuthorityRequest,
  ProposeRelease,
  RecordRequest,
  RefuseRequest,
  RequestFilter,
  RequestPage,
} from './requestSchema.ts'

const byId = z.strictObject({ id: Id })

export const listRequests = route({
  method: 'GET',
  path: '/authority-requests',
  summary: 'What authorities ask for in writing, the nearest term first',
  access: 'consents.read',
  audit: 'authority-requests.listed',
  query: RequestFilter,
  response: RequestPage,
})
export const recordRequest = route({
  method: 'POST',
  path: '/people/:id/authority-requests',
  summary: 'Record what an authority asks in writing about a person',
  access: 'requests.answer',
  audit: 'authority-request.recorded',
  params: byId,
  body: RecordRequest,
  response: AuthorityRequest,
  status: 201,
  versioned: true,
})
export const getRequest = route({
  method: 'GET',
  path: '/authority-requests/:id',
  summary: 'One request of an authority, with what is proposed or was released',
  access: 'consents.read',
  audit: 'authority-request.read',
  params: byId,
  response: AuthorityRequest,
  versioned: true,
})
/** Releases nothing: a second person decides. */
export const proposeRelease = route({
  method: 'POST',
  path: '/authority-requests/:id/release',
  summary: 'Ask a second person to release what was chosen',
  access: 'requests.answer',
  audit: 'authority-request.release-asked',
  stepUp: true,
  params: byId,
  body: ProposeRelease,
  response: AuthorityRequest,
  versioned: true,
})
export const refuseRequest = route({
  method: 'POST',
  path: '/authority-requests/:id/refuse',
  summary: 'Release nothing, with the reason',
  access: 'requests.answer',
  audit: 'authority-request.refused',
  params: byId,
  body: RefuseRequest,
  response: AuthorityRequest,
  versioned: true,
})
