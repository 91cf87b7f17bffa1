/** Ways in to forms: those of a person, one of them, page by page, and the questions of a form in a language. */
import { z } from 'zod'
import { Id, Language } from '../common.ts'
import { route } from '../route.ts'
import { FormName, FormSheet, QuestionName } from './definition.ts'
import {
  BeginForm,
  CorrectPage,
  FormDraft,
  HandIn,
  HandOverForm,
  PersonForms,
  SavePage,
  WholeForm,
} from './schema.ts'

const byId = z.strictObject({ id: Id })
const byPage = z.strictObject({ id: Id, page: QuestionName })

export const formSheet = route({
  method: 'GET',
  path: '/form-sheets/:form/:version',
  summary: 'The questions of a form in one language, in any version that was ever asked',
  access: 'casework.read',
  audit: null,
  params: z.strictObject({ form: FormName, version: z.coerce.number().int().min(1).max(999) }),
  query: z.strictObject({ language: Language }),
  response: FormSheet,
  offline: 'keep',
})
export const personForms = route({
  method: 'GET',
  path: '/people/:id/forms',
  summary: 'Forms of one person that are open to the asker, the latest first, and which comes next',
  access: 'casework.read',
  audit: 'forms.read',
  params: byId,
  response: PersonForms,
  offline: 'keep',
})
export const beginForm = route({
  method: 'POST',
  path: '/people/:id/forms',
  summary: 'Begin a form; who begins one that is under way goes on with it',
  access: 'casework.write',
  audit: 'form.begun',
  params: byId,
  body: BeginForm,
  response: WholeForm,
  status: 201,
  versioned: true,
})
export const formDrafts = route({
  method: 'GET',
  path: '/forms/drafts',
  summary: 'Drafts that colleagues handed to the asker',
  access: 'casework.write',
  audit: 'forms.read',
  response: z.strictObject({ rows: z.array(FormDraft) }),
  offline: 'keep',
})
export const getForm = route({
  method: 'GET',
  path: '/forms/:id',
  summary: 'One form with its pages in the sections that are open to the asker',
  access: 'casework.read',
  audit: 'form.read',
  params: byId,
  response: WholeForm,
  versioned: true,
  offline: 'keep',
})
export const savePage = route({
  method: 'PUT',
  path: '/forms/:id/pages/:page',
  summary: 'Keep what was answered on a page so far',
  access: 'casework.write',
  audit: 'form.saved',
  params: byPage,
  body: SavePage,
  response: WholeForm,
})
export const handInForm = route({
  method: 'POST',
  path: '/forms/:id/hand-in',
  summary: 'Hand a form in: all pages of one’s own sections, whole',
  access: 'casework.write',
  audit: 'form.handed-in',
  params: byId,
  body: HandIn,
  response: WholeForm,
  versioned: true,
})
export const handOverForm = route({
  method: 'POST',
  path: '/forms/:id/hand-over',
  summary: 'Hand a draft to a colleague who writes there, and goes on with it',
  access: 'casework.write',
  audit: 'form.handed-over',
  params: byId,
  body: HandOverForm,
  response: WholeForm,
  versioned: true,
})
export const correctPage = route({
  method: 'POST',
  path: '/forms/:id/pages/:page/corrections',
  summary: 'Correct a page that was handed in, with the reason; what stood there stays',
  access: 'casework.write',
  audit: 'form.corrected',
  params: byPage,
  body: CorrectPage,
  response: WholeForm,
})
export const discardForm = route({
  method: 'DELETE',
  path: '/forms/:id',
  summary: 'Throw away a draft that one began and nobody else wrote on',
  access: 'casework.write',
  audit: 'form.discarded',
  params: byId,
  response: z.strictObject({ id: Id }),
})
