/** Ways in to cases that come as FHIR files. A case leaves by the way of papers (exports/routes.ts). */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import { FhirLook, LookAtFhir, PersonFhirImports, TakeFhir, TakenFhir, UndoFhir } from './importing.ts'

const byId = z.strictObject({ id: Id })

export const lookAtFhir = route({
  method: 'POST',
  path: '/fhir/looks',
  summary:
    'What would become of a FHIR file: who it is about, who looks alike, what is made and what is kept as told',
  access: 'cases.work',
  audit: 'fhir.looked-at',
  body: LookAtFhir,
  response: FhirLook,
})
/** Safe to repeat: what was taken in is taken in once. */
export const takeFhir = route({
  method: 'POST',
  path: '/fhir/imports',
  summary: 'Take in a case from a FHIR file, all of it or nothing',
  access: 'cases.work',
  audit: 'fhir.taken-in',
  body: TakeFhir,
  response: TakenFhir,
  status: 201,
})
export const undoFhir = route({
  method: 'POST',
  path: '/fhir/imports/:id/undo',
  summary: 'Take back what came from a file, as long as nobody has worked with it',
  access: 'cases.work',
  audit: 'fhir.undone',
  params: byId,
  body: UndoFhir,
  response: z.strictObject({ id: Id }),
})
export const personFhirImports = route({
  method: 'GET',
  path: '/people/:id/fhir-imports',
  summary: 'Files from which something of a person came, and what their senders told',
  access: 'cases.read',
  audit: 'fhir.read',
  params: byId,
  response: PersonFhirImports,
  offline: 'keep',
})
