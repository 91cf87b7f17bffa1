/** Ways in to the digest before a session. */
import { z } from 'zod'
import { Id, Language } from '../common.ts'
import { route } from '../route.ts'
import { Digest } from './digest.ts'

const params = z.strictObject({ id: Id })
const path = '/council/sessions/:id/digest'

export const getDigest = route({
  method: 'GET',
  path,
  summary: 'The digest before a session: decided, due, late and done, documents, silences, credentials',
  access: 'council.read',
  audit: 'session.digest-read',
  params,
  response: Digest,
  offline: 'keep',
})
export const getDigestFile = route({
  method: 'GET',
  path: `${path}/file`,
  summary: 'The digest as a Word file or a PDF',
  access: 'council.read',
  audit: 'session.digest-downloaded',
  params,
  query: z.strictObject({ format: z.enum(['docx', 'pdf']), language: Language }),
  response: z.undefined(),
  produces: 'application/octet-stream',
})
