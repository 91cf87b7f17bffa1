/** Ways in to what comes of a training. */
import { z } from 'zod'
import { Id } from '../../../common.ts'
import { route } from '../../../route.ts'
import { Event } from '../events/schema.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/trainings/events/:id'

export const writeQuestions = route({
  method: 'PUT',
  path: `${path}/questions`,
  summary: 'The questions that are asked before and after, until somebody has answered',
  access: 'trainings.run',
  audit: 'training.questions-written',
  params: byId,
  body: s.WriteQuestions,
  response: Event,
})
export const answerQuestions = route({
  method: 'POST',
  path: `${path}/answers`,
  summary: 'Answer them, once before and once after; kept without who answered',
  access: 'trainings.take',
  audit: 'training.answered',
  params: byId,
  body: s.AnswerQuestions,
  response: Event,
})
export const answerFollowUp = route({
  method: 'POST',
  path: `${path}/follow-up`,
  summary: 'After half a year: what I use, what hindered',
  access: 'trainings.take',
  audit: 'training.followed-up',
  params: byId,
  body: s.AnswerFollowUp,
  response: Event,
})
export const issueCertificates = route({
  method: 'POST',
  path: `${path}/certificates`,
  summary: 'Certificates for all who took part and have none yet',
  access: 'trainings.run',
  audit: 'certificates.issued',
  params: byId,
  response: s.Issued,
})
export const revokeCertificate = route({
  method: 'POST',
  path: '/trainings/certificates/:id/revocation',
  summary: 'A certificate is not valid any more',
  access: 'trainings.run',
  audit: 'certificate.revoked',
  params: byId,
  body: s.Revoke,
  response: Event,
})
export const getCertificateFile = route({
  method: 'GET',
  path: '/trainings/certificates/:id/file',
  summary: 'The certificate as a PDF file, for its holder and the organiser',
  access: 'trainings.take',
  audit: 'certificate.file',
  params: byId,
  query: s.InLanguage,
  response: z.undefined(),
  produces: 'application/octet-stream',
})
export const getLessons = route({
  method: 'GET',
  path: `${path}/lessons`,
  summary: 'The lessons report',
  access: 'practices.read',
  audit: 'training-lessons.read',
  params: byId,
  response: s.Lessons,
  versioned: true,
})
export const draftLessons = route({
  method: 'POST',
  path: `${path}/lessons/draft`,
  summary: 'Drafted by the system from attendance, answers and follow-up; what people wrote stays',
  access: 'trainings.run',
  audit: 'training-lessons.drafted',
  params: byId,
  response: s.Lessons,
})
export const writeLessons = route({
  method: 'PUT',
  path: `${path}/lessons`,
  summary: 'Write the report, and share it',
  access: 'trainings.run',
  audit: 'training-lessons.written',
  params: byId,
  body: s.WriteLessons,
  response: s.Lessons,
  versioned: true,
})
export const getLessonsFile = route({
  method: 'GET',
  path: `${path}/lessons/file`,
  summary: 'The report as a Word or PDF file',
  access: 'practices.read',
  audit: 'training-lessons.file',
  params: byId,
  query: s.LessonsFile,
  response: z.undefined(),
  produces: 'application/octet-stream',
})
