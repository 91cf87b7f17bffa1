/** Ways in to citations of practices. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const path = '/council/citations'

export const listCitations = route({
  method: 'GET',
  path,
  summary: 'What cites a practice, or which practices one record of the Council cites',
  access: 'council.read',
  audit: 'citations.listed',
  query: s.CitationFilter,
  response: s.Citations,
  offline: 'keep',
})
export const citePractice = route({
  method: 'POST',
  path,
  summary: 'Cite a practice in a decision, an action, a document, a session or an indicator',
  access: 'council.prepare',
  audit: 'practice.cited',
  body: s.Cite,
  response: s.Citations,
  status: 201,
})
export const dropCitation = route({
  method: 'DELETE',
  path: `${path}/:id`,
  summary: 'Take a citation back; the log keeps that it was there',
  access: 'council.prepare',
  audit: 'practice.citation-dropped',
  params: z.strictObject({ id: Id }),
  response: s.Citations,
})
