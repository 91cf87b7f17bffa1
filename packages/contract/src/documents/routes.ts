/** Ways in to attachments. Names go in bodies; addresses hold ids only. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import {
  AddDocument,
  AddVersion,
  Content,
  Document,
  DocumentFilter,
  DocumentPage,
  Entitle,
  Removal,
} from './schema.ts'

const byId = z.strictObject({ id: Id })
const byVersion = z.strictObject({ id: Id, versionId: Id })
const none = z.undefined()

export const listDocuments = route({
  method: 'GET',
  path: '/documents',
  summary: 'Attachments of one record, in the compartments open to the asker',
  access: 'documents.read',
  audit: 'documents.listed',
  query: DocumentFilter,
  response: DocumentPage,
})
export const addDocument = route({
  method: 'POST',
  path: '/documents',
  summary: 'Announce an attachment; its bytes follow',
  access: 'documents.add',
  audit: 'document.added',
  body: AddDocument,
  response: Document,
  status: 201,
  versioned: true,
})
export const getDocument = route({
  method: 'GET',
  path: '/documents/:id',
  summary: 'One attachment and its versions',
  access: 'documents.read',
  audit: 'document.read',
  params: byId,
  response: Document,
  versioned: true,
})
export const entitleDocument = route({
  method: 'PUT',
  path: '/documents/:id/title',
  summary: 'Give an attachment a title in one or more languages',
  access: 'documents.add',
  audit: 'document.entitled',
  params: byId,
  body: Entitle,
  response: Document,
  versioned: true,
})
export const addVersion = route({
  method: 'POST',
  path: '/documents/:id/versions',
  summary: 'Announce a newer file of the same attachment; its bytes follow',
  access: 'documents.add',
  audit: 'document.version-added',
  params: byId,
  body: AddVersion,
  response: Document,
  status: 201,
  versioned: true,
})
/** Sending the same bytes again changes nothing. */
export const putContent = route({
  method: 'PUT',
  path: '/documents/:id/versions/:versionId/content',
  summary: 'The bytes of an announced file',
  access: 'documents.add',
  audit: 'document.content-stored',
  params: byVersion,
  body: Content,
  consumes: 'application/octet-stream',
  response: Document,
})
export const getContent = route({
  method: 'GET',
  path: '/documents/:id/versions/:versionId/content',
  summary: 'The file itself',
  access: 'documents.read',
  audit: 'document.downloaded',
  params: byVersion,
  response: none,
  produces: 'application/octet-stream',
})
/** By POST, since a reason goes with it. */
export const removeDocument = route({
  method: 'POST',
  path: '/documents/:id/removal',
  summary: 'Remove an attachment and all its versions, with a reason',
  access: 'documents.add',
  audit: 'document.removed',
  params: byId,
  body: Removal,
  response: none,
  status: 204,
})
