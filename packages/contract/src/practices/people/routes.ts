/** Ways in to the directory of practitioners and to letters between them. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/practitioners'

export const listPractitioners = route({
  method: 'GET',
  path,
  summary: 'Practitioners who chose to be found, by profession',
  access: 'practices.read',
  audit: 'practitioners.listed',
  query: s.PractitionerFilter,
  response: s.PractitionerPage,
})
/** By POST, since what somebody looks for stays out of addresses. */
export const findPractitioners = route({
  method: 'POST',
  path: `${path}/search`,
  summary: 'Practitioners by words of what they can be asked about, in any language and script',
  access: 'practices.read',
  audit: 'practitioners.searched',
  body: s.FindPractitioners,
  response: s.FoundPractitioners,
})
export const myEntry = route({
  method: 'GET',
  path: `${path}/mine`,
  summary: 'One’s own entry, and whether one’s state asks for one',
  access: 'practices.read',
  audit: 'practitioner.own-read',
  response: s.MyEntry,
})
export const countDirectory = route({
  method: 'GET',
  path: `${path}/count`,
  summary: 'What waits for the reader in the directory',
  access: 'practices.read',
  audit: null,
  response: s.DirectoryCount,
})
export const getPeopleSettings = route({
  method: 'GET',
  path: `${path}/settings`,
  summary: 'How long a confirmation holds, and how often people may be asked and written to',
  access: 'practices.read',
  audit: null,
  response: s.PeopleSettings,
  versioned: true,
})
export const changePeopleSettings = route({
  method: 'PUT',
  path: `${path}/settings`,
  summary: 'Change how long a confirmation holds, and how often people may be asked and written to',
  access: 'practices.moderate',
  audit: 'practitioners.settings-changed',
  body: s.ChangePeopleSettings,
  response: s.PeopleSettings,
  versioned: true,
})
export const standInDirectory = route({
  method: 'POST',
  path,
  summary: 'Stand in the directory, by one’s own choice',
  access: 'practices.write',
  audit: 'practitioner.entered',
  body: s.StandInDirectory,
  response: s.PractitionerWhole,
  status: 201,
  versioned: true,
})
export const getPractitioner = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One practitioner',
  access: 'practices.read',
  audit: 'practitioner.read',
  params: byId,
  response: s.PractitionerWhole,
  versioned: true,
})
export const changeEntry = route({
  method: 'PUT',
  path: `${path}/:id`,
  summary: 'Change one’s own entry; another profession or agency wants another confirmation',
  access: 'practices.write',
  audit: 'practitioner.changed',
  params: byId,
  body: s.ChangeEntry,
  response: s.PractitionerWhole,
  versioned: true,
})
export const leaveDirectory = route({
  method: 'DELETE',
  path: `${path}/:id`,
  summary: 'Leave the directory: the entry is gone at once',
  access: 'practices.read',
  audit: 'practitioner.left',
  params: byId,
  response: z.undefined(),
  status: 204,
})
export const confirmPractitioner = route({
  method: 'POST',
  path: `${path}/:id/confirmation`,
  summary:
    'Confirm for one’s state, or for an organisation, that somebody works there; again: for another term',
  access: 'practices.read',
  audit: 'practitioner.confirmed',
  params: byId,
  body: z.strictObject({ id: Id }),
  response: s.PractitionerWhole,
  versioned: true,
})
export const endConfirmation = route({
  method: 'POST',
  path: `${path}/:id/confirmation/end`,
  summary: 'Take a confirmation back',
  access: 'practices.read',
  audit: 'practitioner.confirmation-ended',
  params: byId,
  body: s.WithReason,
  response: s.PractitionerWhole,
  versioned: true,
})
export const listNominations = route({
  method: 'GET',
  path: '/nominations',
  summary: 'Whom one’s state asks to stand in the directory',
  access: 'practices.read',
  audit: 'nominations.listed',
  response: s.Nominations,
})
export const nominate = route({
  method: 'POST',
  path: '/nominations',
  summary: 'Ask somebody of one’s state to stand in the directory; they decide',
  access: 'practices.read',
  audit: 'practitioner.nominated',
  body: s.Nominate,
  response: s.Nominations,
  status: 201,
})
export const endNomination = route({
  method: 'POST',
  path: '/nominations/:id/end',
  summary: 'Decline to stand in the directory, or take a nomination back',
  access: 'practices.read',
  audit: 'nomination.ended',
  params: byId,
  body: z.strictObject({}),
  response: s.Nominations,
})

// ------------------------------------------------------------------ letters
export const listLetters = route({
  method: 'GET',
  path: '/letters',
  summary: 'One’s own letters, the newest first',
  access: 'practices.read',
  audit: 'letters.listed',
  query: s.LettersFilter,
  response: s.ThreadPage,
})
export const writeLetter = route({
  method: 'POST',
  path: `${path}/:id/letters`,
  summary: 'Write to a practitioner; no address is revealed',
  access: 'practices.write',
  audit: 'letter.written',
  params: byId,
  body: s.WriteLetter,
  response: s.Thread,
  status: 201,
})
export const getLetters = route({
  method: 'GET',
  path: '/letters/:id',
  summary: 'Letters of one exchange; they are read then',
  access: 'practices.read',
  audit: 'letter.read',
  params: byId,
  response: s.Thread,
})
export const answerLetter = route({
  method: 'POST',
  path: '/letters/:id',
  summary: 'Answer a letter',
  access: 'practices.write',
  audit: 'letter.answered',
  params: byId,
  body: s.WriteLetter,
  response: s.Thread,
  status: 201,
})
