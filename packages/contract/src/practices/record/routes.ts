/** Ways in to the record of a practice. What is open to whom beyond the verb is decided behind them, record by record. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/practices'

export const listPractices = route({
  method: 'GET',
  path,
  summary: 'Practices, the latest changed first',
  access: 'practices.read',
  audit: 'practices.listed',
  query: s.PracticeFilter,
  response: s.PracticePage,
  offline: 'keep',
})
export const makePractice = route({
  method: 'POST',
  path,
  summary: 'Begin a practice as a draft',
  access: 'practices.write',
  audit: 'practice.made',
  body: s.MakePractice,
  response: s.Practice,
  status: 201,
  versioned: true,
})
export const getPractice = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One practice: its edition, and for those who work on it what is being written',
  access: 'practices.read',
  audit: 'practice.read',
  params: byId,
  response: s.Practice,
  versioned: true,
  offline: 'keep',
})
export const savePractice = route({
  method: 'PUT',
  path: `${path}/:id`,
  summary: 'Save what its author works on; what was said before is kept',
  access: 'practices.write',
  audit: 'practice.saved',
  params: byId,
  body: s.SavePractice,
  response: s.Practice,
  versioned: true,
})
export const submitPractice = route({
  method: 'POST',
  path: `${path}/:id/submit`,
  summary: 'Hand a draft in for review',
  access: 'practices.write',
  audit: 'practice.submitted',
  params: byId,
  body: s.Submit,
  response: s.Practice,
  versioned: true,
})

/** Looks and keeps nothing: what is typed has not left the form yet. */
export const lookAtPractice = route({
  method: 'POST',
  path: `${path}/look`,
  summary: 'What should be looked at before this is handed in',
  access: 'practices.write',
  audit: null,
  body: s.SavePractice.pick({ audience: true, organisation: true, content: true }),
  response: z.strictObject({ things: z.array(s.Thing) }),
})
export const listVersions = route({
  method: 'GET',
  path: `${path}/:id/versions`,
  summary: 'Every save: who, when, which fields',
  access: 'practices.read',
  audit: 'practice.versions-read',
  params: byId,
  response: s.Versions,
})
export const getVersion = route({
  method: 'GET',
  path: `${path}/:id/versions/:version`,
  summary: 'What it said after one save',
  access: 'practices.read',
  audit: 'practice.version-read',
  params: z.strictObject({ id: Id, version: z.coerce.number().int().min(1).max(1_000_000) }),
  response: s.VersionContent,
})
export const undoSave = route({
  method: 'POST',
  path: `${path}/:id/undo`,
  summary: 'Take the last save back; both stay in the history',
  access: 'practices.write',
  audit: 'practice.save-undone',
  params: byId,
  body: z.strictObject({ version: z.number().int().min(2) }),
  response: s.Practice,
  versioned: true,
})
export const listEditions = route({
  method: 'GET',
  path: `${path}/:id/editions`,
  summary: 'Every edition with the review it was published with',
  access: 'practices.read',
  audit: 'practice.editions-read',
  params: byId,
  response: s.Editions,
})

const byFile = z.strictObject({ id: Id, fileId: Id })
export const listAttachments = route({
  method: 'GET',
  path: `${path}/:id/attachments`,
  summary: 'Files beside a practice',
  access: 'practices.read',
  audit: 'practice.attachments-listed',
  params: byId,
  response: s.Attachments,
})
export const addAttachment = route({
  method: 'POST',
  path: `${path}/:id/attachments`,
  summary: 'Announce a file; its bytes follow',
  access: 'practices.write',
  audit: 'practice.attachment-added',
  params: byId,
  body: s.AddAttachment,
  response: s.Attachments,
  status: 201,
})
/** Sending the same bytes again changes nothing. */
export const putAttachment = route({
  method: 'PUT',
  path: `${path}/:id/attachments/:fileId/content`,
  summary: 'The bytes of an announced file',
  access: 'practices.write',
  audit: 'practice.attachment-stored',
  params: byFile,
  body: z.instanceof(Uint8Array),
  consumes: 'application/octet-stream',
  response: s.Attachments,
})
export const getAttachment = route({
  method: 'GET',
  path: `${path}/:id/attachments/:fileId/content`,
  summary: 'The file itself',
  access: 'practices.read',
  audit: 'practice.attachment-taken',
  params: byFile,
  response: z.undefined(),
  produces: 'application/octet-stream',
})
export const removeAttachment = route({
  method: 'POST',
  path: `${path}/:id/attachments/:fileId/removal`,
  summary: 'Remove a file',
  access: 'practices.write',
  audit: 'practice.attachment-removed',
  params: byFile,
  body: s.WithReason,
  response: s.Attachments,
})
