/** Ways in to requests to see a file: recorded, looked through, released by a second person, opened with a code. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import {
  AskFile,
  FilePreview,
  FileRequest,
  HandOverFile,
  OpenedFile,
  OpenFile,
  PersonFiles,
  Withhold,
} from './files.ts'

const byId = z.strictObject({ id: Id })

export const personFiles = route({
  method: 'GET',
  path: '/people/:id/file-requests',
  summary: 'Requests to see the file of a person, and who may ask for it',
  access: 'files.request',
  audit: 'file-requests.read',
  params: byId,
  response: PersonFiles,
})
export const askFile = route({
  method: 'POST',
  path: '/people/:id/file-requests',
  summary: 'Record that somebody asks to see the file, and how they were known; a second person releases it',
  access: 'files.request',
  audit: 'file-request.recorded',
  params: byId,
  body: AskFile,
  response: FileRequest,
  status: 201,
  versioned: true,
})
export const previewFile = route({
  method: 'GET',
  path: '/file-requests/:id',
  summary: 'What would be shown, as far as it is open to the reader, with what is kept back',
  access: 'files.request',
  audit: 'file-request.read',
  params: byId,
  response: FilePreview,
})
export const withholdItem = route({
  method: 'POST',
  path: '/file-requests/:id/withheld',
  summary: 'Keep one thing back with its reason, or show it again',
  access: 'files.request',
  audit: 'file-request.withheld',
  params: byId,
  body: Withhold,
  response: FilePreview,
})
export const handOverFile = route({
  method: 'POST',
  path: '/file-requests/:id/handed-over',
  summary: 'Write down that the file was shown or handed over',
  access: 'files.request',
  audit: 'file-request.handed-over',
  params: byId,
  body: HandOverFile,
  response: FileRequest,
  versioned: true,
})
export const openFile = route({
  method: 'POST',
  path: '/files/by-code',
  summary: 'The whole file, for who has the code of a request that was released',
  access: 'public',
  audit: 'file.opened-by-code',
  body: OpenFile,
  response: OpenedFile,
})
