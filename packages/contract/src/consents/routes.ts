/** Ways in to what was agreed about sharing: of one person, recorded, taken back. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import { Consent, PersonConsents, RecordConsent, WithdrawConsent } from './schema.ts'

const byId = z.strictObject({ id: Id })

export const personConsents = route({
  method: 'GET',
  path: '/people/:id/consents',
  summary: 'What was agreed about sharing, what still counts of it, and whose word counts today',
  access: 'consents.read',
  audit: 'consents.read',
  params: byId,
  response: PersonConsents,
  offline: 'keep',
})
export const recordConsent = route({
  method: 'POST',
  path: '/people/:id/consents',
  summary: 'Record a yes, a child’s yes, a no, or another lawful basis',
  access: 'consents.record',
  audit: 'consent.recorded',
  params: byId,
  body: RecordConsent,
  response: Consent,
  status: 201,
  versioned: true,
  offline: 'queue',
})
/** Safe to repeat: what is taken back stays so. */
export const withdrawConsent = route({
  method: 'POST',
  path: '/consents/:id/withdraw',
  summary: 'Record that a yes or a no was taken back; nothing is deleted',
  access: 'consents.record',
  audit: 'consent.withdrawn',
  params: byId,
  body: WithdrawConsent,
  response: Consent,
  versioned: true,
})
