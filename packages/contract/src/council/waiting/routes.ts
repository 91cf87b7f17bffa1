/** The way in to what waits at the Council. */
import { route } from '../../route.ts'
import { Waiting } from './schema.ts'

export const listWaiting = route({
  method: 'GET',
  path: '/council/waiting',
  summary:
    'Invitations without an answer, records in their term of corrections, and papers that lack a language or are behind in one',
  access: 'council.read',
  audit: 'council-waiting.listed',
  response: Waiting,
  offline: 'keep',
})
