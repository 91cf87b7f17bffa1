/** Ways in to Council documents. */
import { z } from 'zod'
import { Id, Language } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const byLanguage = z.strictObject({ id: Id, language: Language })
const base = '/council/documents'
const textPath = `${base}/:id/texts/:language`
const which = z.coerce.number().int().min(1)

export const listDocuments = route({
  method: 'GET',
  path: base,
  summary: 'Documents of the Council, the latest first',
  access: 'council.read',
  audit: 'council-documents.listed',
  query: s.DocumentFilter,
  response: s.DocumentPage,
  offline: 'keep',
})
/** By POST, since what somebody looks for stays out of addresses. */
export const searchDocuments = route({
  method: 'POST',
  path: `${base}/search`,
  summary: 'Find documents by words in any language',
  access: 'council.read',
  audit: 'council-documents.searched',
  body: s.SearchDocuments,
  response: s.FoundDocuments,
})
export const readFile = route({
  method: 'POST',
  path: `${base}/readings`,
  summary:
    'Read a Word file, the words of a PDF, pasted HTML or an Akoma Ntoso file into blocks; nothing is kept',
  access: 'council.prepare',
  audit: 'council-document.file-read',
  query: z.strictObject({ format: z.enum(s.importFormats) }),
  body: z.instanceof(Uint8Array),
  consumes: 'application/octet-stream',
  response: s.ReadFile,
})
export const draftDocument = route({
  method: 'POST',
  path: base,
  summary: 'Begin a document with its text in the language in which it is drafted',
  access: 'council.prepare',
  audit: 'council-document.drafted',
  body: s.DraftDocument,
  response: s.CouncilDocument,
  status: 201,
  versioned: true,
})
export const getDocument = route({
  method: 'GET',
  path: `${base}/:id`,
  summary: 'One document: facts, languages, what it supersedes, its way',
  access: 'council.read',
  audit: 'council-document.read',
  params: byId,
  response: s.CouncilDocument,
  versioned: true,
  offline: 'keep',
})
export const changeDocument = route({
  method: 'PUT',
  path: `${base}/:id`,
  summary: 'Change facts of a document',
  access: 'council.prepare',
  audit: 'council-document.changed',
  params: byId,
  body: s.ChangeDocument,
  response: s.CouncilDocument,
  versioned: true,
})
export const placeDocument = route({
  method: 'POST',
  path: `${base}/:id/place`,
  summary: 'Say to which session and which item of its agenda a document belongs',
  access: 'council.prepare',
  audit: 'council-document.placed',
  params: byId,
  body: s.PlaceDocument,
  response: s.CouncilDocument,
  versioned: true,
})
export const moveDocument = route({
  method: 'POST',
  path: `${base}/:id/state`,
  summary: 'Circulate, issue or withdraw a document; an issue gives it its symbol',
  access: 'council.prepare',
  audit: 'council-document.moved',
  params: byId,
  body: s.MoveDocument,
  response: s.CouncilDocument,
  versioned: true,
})
export const giveDocumentSymbol = route({
  method: 'POST',
  path: `${base}/:id/symbol`,
  summary: 'Give a document its symbol before it is issued',
  access: 'council.prepare',
  audit: 'council-document.numbered',
  params: byId,
  body: z.strictObject({ basedOn: z.number().int() }),
  response: s.CouncilDocument,
  versioned: true,
})
export const getText = route({
  method: 'GET',
  path: textPath,
  summary: 'A text in one language, the newest version or the one asked for',
  access: 'council.read',
  audit: 'council-document.text-read',
  params: byLanguage,
  query: z.strictObject({ number: which.optional() }),
  response: s.TextVersion,
  versioned: true,
  offline: 'keep',
})
export const saveText = route({
  method: 'PUT',
  path: textPath,
  summary: 'Save a text as its next version',
  access: 'council.prepare',
  audit: 'council-document.text-saved',
  params: byLanguage,
  body: s.SaveText,
  response: s.TextVersion,
  versioned: true,
})
export const checkText = route({
  method: 'POST',
  path: `${textPath}/checked`,
  summary: 'Say that a text was checked by a person who reads the language',
  access: 'council.prepare',
  audit: 'council-document.text-checked',
  params: byLanguage,
  body: z.strictObject({ number: z.number().int().min(1) }),
  response: s.TextVersion,
  versioned: true,
})
export const listVersions = route({
  method: 'GET',
  path: `${textPath}/versions`,
  summary: 'All versions of a text, the newest first',
  access: 'council.read',
  audit: 'council-document.versions-listed',
  params: byLanguage,
  response: s.TextVersions,
})
export const getChanges = route({
  method: 'GET',
  path: `${textPath}/changes`,
  summary: 'What differs between two versions of a text, by paragraph',
  access: 'council.read',
  audit: 'council-document.changes-read',
  params: byLanguage,
  query: z.strictObject({ from: which, to: which }),
  response: s.TextChanges,
})
export const getFile = route({
  method: 'GET',
  path: `${textPath}/file`,
  summary: 'A text as a file: Word, PDF, HTML or Akoma Ntoso',
  access: 'council.read',
  audit: 'council-document.downloaded',
  params: byLanguage,
  query: z.strictObject({ format: z.enum(s.exportFormats), number: which.optional() }),
  response: z.undefined(),
  produces: 'application/octet-stream',
})
export const listComments = route({
  method: 'GET',
  path: `${base}/:id/comments`,
  summary: 'Comments on a document and its paragraphs',
  access: 'council.read',
  audit: 'council-document.comments-read',
  params: byId,
  response: s.Comments,
})
export const addComment = route({
  method: 'POST',
  path: `${base}/:id/comments`,
  summary: 'Comment on a document or a paragraph, or reply',
  access: 'council.read',
  audit: 'council-document.commented',
  params: byId,
  body: s.AddComment,
  response: s.Comments,
  status: 201,
})
export const resolveComment = route({
  method: 'POST',
  path: `${base}/:id/comments/:commentId/resolved`,
  summary: 'Say that a comment is dealt with',
  access: 'council.read',
  audit: 'council-document.comment-resolved',
  params: z.strictObject({ id: Id, commentId: Id }),
  response: s.Comments,
})
export const listAmendments = route({
  method: 'GET',
  path: `${base}/:id/amendments`,
  summary: 'Amendments by paragraph, open ones first',
  access: 'council.read',
  audit: 'council-document.amendments-read',
  params: byId,
  response: s.Amendments,
})
export const proposeAmendment = route({
  method: 'POST',
  path: `${base}/:id/amendments`,
  summary: 'Propose an amendment to a paragraph for a member',
  access: 'council.speak',
  audit: 'council-document.amendment-proposed',
  params: byId,
  body: s.ProposeAmendment,
  response: s.Amendments,
  status: 201,
})
export const settleAmendment = route({
  method: 'POST',
  path: `${base}/:id/amendments/:amendmentId/settled`,
  summary: 'Accept or decline an amendment, or take it back',
  access: 'council.read',
  audit: 'council-document.amendment-settled',
  params: z.strictObject({ id: Id, amendmentId: Id }),
  body: s.SettleAmendment,
  response: s.Amendments,
})
