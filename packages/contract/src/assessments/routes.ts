/** Ways in to assessments: those of a person, one of them, and what an administrator sets for an instrument. */
import { z } from 'zod'
import { Id, LanguageTag } from '../common.ts'
import { route } from '../route.ts'
import {
  Assessment,
  InstrumentId,
  InstrumentRow,
  InstrumentText,
  PersonAssessments,
  SaveAssessment,
  SetCutOff,
  StartAssessment,
} from './schema.ts'

const byId = z.strictObject({ id: Id })
const byInstrument = z.strictObject({ instrument: InstrumentId })
const done = z.strictObject({ id: Id })

export const listInstruments = route({
  method: 'GET',
  path: '/instruments',
  summary: 'Instruments, with the texts and cut-offs that this node has',
  access: 'signed-in',
  audit: null,
  response: z.strictObject({ rows: z.array(InstrumentRow) }),
  offline: 'keep',
})
export const getInstrumentText = route({
  method: 'GET',
  path: '/instruments/:instrument/texts/:language',
  summary: 'The official text of an instrument in one language, as this node has it on file',
  access: 'signed-in',
  audit: null,
  params: z.strictObject({ instrument: InstrumentId, language: LanguageTag }),
  response: InstrumentText,
  offline: 'keep',
})
export const putInstrumentText = route({
  method: 'POST',
  path: '/instruments/:instrument/texts',
  summary: 'Put the official text of an instrument on file, with its source and licence',
  access: 'instruments.administer',
  audit: 'instrument.text-added',
  params: byInstrument,
  body: InstrumentText,
  response: done,
  status: 201,
})
export const setCutOff = route({
  method: 'POST',
  path: '/instruments/:instrument/cut-offs',
  summary: 'Set a cut-off for a language, with the study that it comes from',
  access: 'instruments.administer',
  audit: 'instrument.cut-off-set',
  params: byInstrument,
  body: SetCutOff,
  response: done,
  status: 201,
})
export const personAssessments = route({
  method: 'GET',
  path: '/people/:id/assessments',
  summary: 'Assessments of one person that are open to the asker, the latest first',
  access: 'assessments.read',
  audit: 'assessments.read',
  params: byId,
  response: PersonAssessments,
  offline: 'keep',
})
export const startAssessment = route({
  method: 'POST',
  path: '/people/:id/assessments',
  summary: 'Begin an assessment of a person',
  access: 'assessments.take',
  audit: 'assessment.begun',
  params: byId,
  body: StartAssessment,
  response: Assessment,
  status: 201,
  versioned: true,
})
export const getAssessment = route({
  method: 'GET',
  path: '/assessments/:id',
  summary: 'One assessment, with the one before it and those of others who looked at the same',
  access: 'assessments.read',
  audit: 'assessment.read',
  params: byId,
  response: Assessment,
  versioned: true,
  offline: 'keep',
})
export const saveAssessment = route({
  method: 'PUT',
  path: '/assessments/:id',
  summary: 'Keep what was said so far',
  access: 'assessments.take',
  audit: 'assessment.saved',
  params: byId,
  body: SaveAssessment,
  response: Assessment,
  versioned: true,
})
export const finishAssessment = route({
  method: 'POST',
  path: '/assessments/:id/finish',
  summary: 'Finish an assessment; it does not change any more',
  access: 'assessments.take',
  audit: 'assessment.finished',
  params: byId,
  body: SaveAssessment,
  response: Assessment,
  versioned: true,
})
export const discardAssessment = route({
  method: 'DELETE',
  path: '/assessments/:id',
  summary: 'Throw away a draft of one’s own',
  access: 'assessments.take',
  audit: 'assessment.discarded',
  params: byId,
  response: done,
})
