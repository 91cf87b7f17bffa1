/** Ways in to the sealing of the records of a child. Two people for each: who asks, and who decides. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import { AskOpening, AskSeal, SealFilter, SealPage, SealRules, SealState } from './sealing.ts'

const byId = z.strictObject({ id: Id })
const asked = z.strictObject({ approvalId: Id })

export const sealRules = route({
  method: 'GET',
  path: '/sealing/rules',
  summary: 'At which age the state seals the records of a child, and how many are sealed',
  access: 'people.erase',
  audit: null,
  response: SealRules,
})
export const listSealable = route({
  method: 'GET',
  path: '/sealing',
  summary: 'Whose records are past the age, the longest first; nothing is sealed by itself',
  access: 'people.erase',
  audit: 'sealing.listed',
  query: SealFilter,
  response: SealPage,
})
export const personSeal = route({
  method: 'GET',
  path: '/people/:id/seal',
  summary: 'Whether the records of a person are sealed, and what is asked of it',
  access: 'people.erase',
  audit: 'sealing.read',
  params: byId,
  response: SealState,
})
export const askSeal = route({
  method: 'POST',
  path: '/people/:id/seal',
  summary: 'Ask that the records of a child be sealed; a second person decides',
  access: 'people.erase',
  audit: 'sealing.asked',
  params: byId,
  body: AskSeal,
  response: asked,
  status: 201,
})
export const askSealOpening = route({
  method: 'POST',
  path: '/people/:id/seal/opening',
  summary: 'Ask to open sealed records for some days; a second person decides',
  access: 'people.erase',
  audit: 'sealing.opening-asked',
  params: byId,
  body: AskOpening,
  response: asked,
  status: 201,
})
