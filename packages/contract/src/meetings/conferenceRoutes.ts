/** Ways in to case conferences: those of a case, one of them, planning, recording, amending; and one's own invitations. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import * as s from './conferences.ts'

const byId = z.strictObject({ id: Id })

export const caseConferences = route({
  method: 'GET',
  path: '/cases/:id/conferences',
  summary: 'Conferences about one case that are open to the asker, the latest first',
  access: 'casework.read',
  audit: 'conferences.read',
  params: byId,
  response: s.CaseConferences,
  offline: 'keep',
})
/** Tells nobody of whom it is: a name only where the record is open. */
export const myConferences = route({
  method: 'GET',
  path: '/conferences',
  summary: 'Conferences of these days that I called or am asked to',
  access: 'people.read',
  audit: 'conferences.listed',
  query: s.InvitationFilter,
  response: z.strictObject({ rows: z.array(s.Invitation) }),
  offline: 'keep',
})
export const planConference = route({
  method: 'POST',
  path: '/cases/:id/conferences',
  summary: 'Call a conference, and ask who is to come',
  access: 'casework.write',
  audit: 'conference.planned',
  params: byId,
  body: s.PlanConference,
  response: s.Conference,
  status: 201,
  versioned: true,
  offline: 'queue',
})
export const getConference = route({
  method: 'GET',
  path: '/conferences/:id',
  summary: 'One conference with who was there and what was decided',
  access: 'casework.read',
  audit: 'conference.read',
  params: byId,
  response: s.Conference,
  versioned: true,
  offline: 'keep',
})
export const changeConference = route({
  method: 'PUT',
  path: '/conferences/:id',
  summary: 'Another time, place, agenda or circle of a conference that lies ahead',
  access: 'casework.write',
  audit: 'conference.changed',
  params: byId,
  body: s.ChangeConference,
  response: s.Conference,
  versioned: true,
})
export const recordConference = route({
  method: 'POST',
  path: '/conferences/:id/record',
  summary: 'Write down who was there, what the family said, what was decided, and who saw it differently',
  access: 'casework.write',
  audit: 'conference.recorded',
  params: byId,
  body: s.RecordConference,
  response: s.Conference,
  versioned: true,
  offline: 'queue',
})
export const callOffConference = route({
  method: 'POST',
  path: '/conferences/:id/call-off',
  summary: 'Call a conference off, and say why',
  access: 'casework.write',
  audit: 'conference.called-off',
  params: byId,
  body: s.CallOff,
  response: s.Conference,
  versioned: true,
})
export const amendConference = route({
  method: 'POST',
  path: '/conferences/:id/amendments',
  summary: 'Add to a record; what stands there stays',
  access: 'casework.write',
  audit: 'conference.amended',
  params: byId,
  body: s.AmendConference,
  response: s.Conference,
  status: 201,
  versioned: true,
  offline: 'queue',
})
