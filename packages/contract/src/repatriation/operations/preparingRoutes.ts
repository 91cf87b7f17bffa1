/** Ways in to the preparation of an operation, to the versions of its list, and to what is left of it afterwards. */
import { z } from 'zod'
import { Country, Id } from '../../common.ts'
import { route } from '../../route.ts'
import {
  AddLesson,
  AddPublished,
  AskDivision,
  AskedDivision,
  Carried,
  LineFile,
  ListDifferences,
  OpenList,
  Readiness,
  Summary,
  WriteCare,
  WriteCheck,
  WriteConsent,
  WriteEvidence,
  WriteNeeds,
} from './preparing.ts'
import { Operation } from './schema.ts'

const byId = z.strictObject({ id: Id })
const byLine = z.strictObject({ id: Id, lineId: Id })

/** Safe to repeat: a frozen list is answered as it is. */
export const freezeList = route({
  method: 'POST',
  path: '/operations/:id/list/freeze',
  summary:
    'Close the list as a version; families are together, children have a carer, refusals are respected',
  access: 'repatriation.lead',
  audit: 'operation.list-frozen',
  params: byId,
  body: z.strictObject({}),
  response: Operation,
})
export const openList = route({
  method: 'POST',
  path: '/operations/:id/list/open',
  summary: 'Open the list again, with a reason; the next version begins',
  access: 'repatriation.lead',
  audit: 'operation.list-opened',
  params: byId,
  body: OpenList,
  response: Operation,
})
export const listDifferences = route({
  method: 'GET',
  path: '/operations/:id/list/differences',
  summary: 'What changed between two versions of the list, or since one of them',
  access: 'repatriation.read',
  audit: 'operation.versions-compared',
  params: byId,
  query: z.strictObject({
    from: z.coerce.number().int().min(1).max(10_000),
    to: z.coerce.number().int().min(1).max(10_000).optional(),
  }),
  response: ListDifferences,
})

export const readiness = route({
  method: 'GET',
  path: '/operations/:id/readiness',
  summary: 'What is to be settled, what is ready and what is not',
  access: 'repatriation.read',
  audit: 'operation.readiness-read',
  params: byId,
  response: Readiness,
})
export const askDivision = route({
  method: 'POST',
  path: '/operations/:id/divisions',
  summary: 'Ask that a family be divided all the same: why, until when; a second person decides',
  access: 'repatriation.register',
  audit: 'operation.division-asked',
  params: byId,
  body: AskDivision,
  response: Readiness,
  status: 202,
})

export const askedDivision = route({
  method: 'GET',
  path: '/family-divisions/:id',
  summary: 'Which family would be divided, where and until when: for who asked and who decides',
  access: 'signed-in',
  audit: 'approval.read',
  params: byId,
  response: AskedDivision,
})

export const addChecks = route({
  method: 'POST',
  path: '/operations/:id/checks',
  summary: 'Begin the checklists with what usually has to be ready',
  access: 'repatriation.lead',
  audit: 'operation.checks-begun',
  params: byId,
  body: z.strictObject({}),
  response: Readiness,
})
const byCheck = z.strictObject({ id: Id, checkId: Id })
export const writeCheck = route({
  method: 'PUT',
  path: '/operations/:id/checks/:checkId',
  summary: 'Add a check in own words, or give one an owner and a day',
  access: 'repatriation.register',
  audit: 'operation.check-written',
  params: byCheck,
  body: WriteCheck,
  response: Readiness,
})
export const endCheck = route({
  method: 'DELETE',
  path: '/operations/:id/checks/:checkId',
  summary: 'Take a check away',
  access: 'repatriation.lead',
  audit: 'operation.check-ended',
  params: byCheck,
  response: Readiness,
})
/** Safe to repeat. */
export const doCheck = route({
  method: 'POST',
  path: '/operations/:id/checks/:checkId/done',
  summary: 'Say that a check is done, or that it is not',
  access: 'repatriation.read',
  audit: 'operation.check-done',
  params: byCheck,
  body: z.strictObject({ done: z.boolean() }),
  response: Readiness,
})

export const lineFile = route({
  method: 'GET',
  path: '/operations/:id/lines/:lineId/file',
  summary: 'Consent, proof, needs on board and carers of one line, as far as they are open',
  access: 'repatriation.read',
  audit: 'operation.line-file-read',
  params: byLine,
  response: LineFile,
})
export const writeConsent = route({
  method: 'PUT',
  path: '/operations/:id/lines/:lineId/consents/:consentId',
  summary: 'Consent was asked for, given, refused or taken back',
  access: 'repatriation.register',
  audit: 'operation.consent-written',
  params: byLine.extend({ consentId: Id }),
  body: WriteConsent,
  response: LineFile,
})
export const writeEvidence = route({
  method: 'PUT',
  path: '/operations/:id/lines/:lineId/evidence/:evidenceId',
  summary: 'Proof of identity, nationality or kinship that is held, or still wanted',
  access: 'repatriation.register',
  audit: 'operation.evidence-written',
  params: byLine.extend({ evidenceId: Id }),
  body: WriteEvidence,
  response: LineFile,
})
export const endEvidence = route({
  method: 'DELETE',
  path: '/operations/:id/lines/:lineId/evidence/:evidenceId',
  summary: 'Take a proof off that was written down by mistake',
  access: 'repatriation.register',
  audit: 'operation.evidence-ended',
  params: byLine.extend({ evidenceId: Id }),
  response: LineFile,
})
export const writeNeeds = route({
  method: 'PUT',
  path: '/operations/:id/lines/:lineId/needs',
  summary: 'What somebody needs on board',
  access: 'repatriation.read',
  audit: 'operation.needs-written',
  params: byLine,
  body: WriteNeeds,
  response: LineFile,
})
export const writeCare = route({
  method: 'PUT',
  path: '/operations/:id/lines/:lineId/care',
  summary: 'Who is beside a child, hour by hour',
  access: 'repatriation.register',
  audit: 'operation.care-written',
  params: byLine,
  body: WriteCare,
  response: LineFile,
})
export const carriedPeople = route({
  method: 'GET',
  path: '/operations/:id/carried/:country',
  summary: 'The least that another state needs of those carried for it, or by it',
  access: 'repatriation.register',
  audit: 'operation.carried-read',
  params: z.strictObject({ id: Id, country: Country }),
  response: Carried,
})

export const operationSummary = route({
  method: 'GET',
  path: '/operations/:id/summary',
  summary: 'By sex and age, what was counted beside what was published, and lessons',
  access: 'repatriation.read',
  audit: 'operation.summary-read',
  params: byId,
  response: Summary,
})
export const addPublished = route({
  method: 'POST',
  path: '/operations/:id/published',
  summary: 'What was said in public, with its source',
  access: 'repatriation.read',
  audit: 'operation.published-added',
  params: byId,
  body: AddPublished,
  response: Summary,
  status: 201,
})
export const withdrawPublished = route({
  method: 'POST',
  path: '/operations/:id/published/:publishedId/withdrawal',
  summary: 'It was entered by mistake',
  access: 'repatriation.read',
  audit: 'operation.published-withdrawn',
  params: z.strictObject({ id: Id, publishedId: Id }),
  body: z.strictObject({}),
  response: Summary,
})
export const addLesson = route({
  method: 'POST',
  path: '/operations/:id/lessons',
  summary: 'What the next operation does otherwise',
  access: 'repatriation.read',
  audit: 'operation.lesson-added',
  params: byId,
  body: AddLesson,
  response: Summary,
  status: 201,
})
