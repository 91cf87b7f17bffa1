/** Ways in to the thesaurus: everybody reads it, moderators change it. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const path = '/thesaurus'
const byConcept = z.strictObject({ id: s.ConceptId })

export const getThesaurus = route({
  method: 'GET',
  path,
  summary: 'Concepts by which practices are found, with labels in seven languages',
  access: 'practices.read',
  audit: 'thesaurus.read',
  response: s.Thesaurus,
  offline: 'keep',
})
export const thesaurusState = route({
  method: 'GET',
  path: `${path}/state`,
  summary: 'Steps of the thesaurus, and how far the library is written anew',
  access: 'practices.moderate',
  audit: 'thesaurus.state-read',
  response: s.ThesaurusState,
})
export const thesaurusAsFile = route({
  method: 'GET',
  path: `${path}/file`,
  summary: 'The thesaurus as SKOS in Turtle, or as a table',
  access: 'practices.read',
  audit: 'thesaurus.taken-out',
  query: z.strictObject({ as: z.enum(['turtle', 'csv']) }),
  response: z.undefined(),
  produces: 'application/octet-stream',
})
export const previewThesaurus = route({
  method: 'POST',
  path: `${path}/import/preview`,
  summary:
    'Read a thesaurus (SKOS in Turtle, or a table) and say what would become of it; nothing is written',
  access: 'practices.moderate',
  audit: 'thesaurus.import-previewed',
  body: s.ThesaurusFile,
  response: s.ThesaurusReport,
})
export const takeThesaurus = route({
  method: 'POST',
  path: `${path}/import`,
  summary: 'Take in as one step what the preview has shown, if it would still be the same',
  access: 'practices.moderate',
  audit: 'thesaurus.imported',
  body: s.TakeThesaurus,
  response: s.ThesaurusReport,
})
export const undoThesaurus = route({
  method: 'POST',
  path: `${path}/steps/:id/undo`,
  summary: 'Undo the last step that stands',
  access: 'practices.moderate',
  audit: 'thesaurus.undone',
  params: z.strictObject({ id: Id }),
  body: s.Because,
  response: s.ThesaurusState,
})
export const listConcepts = route({
  method: 'GET',
  path: `${path}/concepts`,
  summary: 'Concepts by a word of any language, with where labels are unsure and how often each is used',
  access: 'practices.moderate',
  audit: 'concepts.listed',
  query: s.ConceptFilter,
  response: s.ConceptPage,
})
export const addConcept = route({
  method: 'POST',
  path: `${path}/concepts`,
  summary: 'Add a concept',
  access: 'practices.moderate',
  audit: 'concept.added',
  body: s.AddConcept,
  response: s.Concept,
  status: 201,
  versioned: true,
})
export const getConcept = route({
  method: 'GET',
  path: `${path}/concepts/:id`,
  summary: 'One concept, and where it is used',
  access: 'practices.moderate',
  audit: 'concept.read',
  params: byConcept,
  response: s.Concept,
  versioned: true,
})
export const changeConcept = route({
  method: 'PUT',
  path: `${path}/concepts/:id`,
  summary: 'Change labels of a concept and where it stands',
  access: 'practices.moderate',
  audit: 'concept.changed',
  params: byConcept,
  body: s.ChangeConcept,
  response: s.Concept,
  versioned: true,
})
export const removeConcept = route({
  method: 'POST',
  path: `${path}/concepts/:id/remove`,
  summary: 'Take a concept out that no practice has and no other concept stands below',
  access: 'practices.moderate',
  audit: 'concept.removed',
  params: byConcept,
  body: s.Because,
  response: s.ThesaurusState,
})
