/** The one way out for rows as a file. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import { AskExport, ExportTicket } from './schema.ts'

export const askExport = route({
  method: 'POST',
  path: '/exports',
  summary: 'Ask for a list as a file, with a reason; the answer says where to fetch it once',
  access: 'export',
  audit: 'export.asked',
  stepUp: true,
  body: AskExport,
  response: ExportTicket,
  status: 201,
})
export const fetchExport = route({
  method: 'GET',
  path: '/exports/:id',
  summary: 'The file, once, for the account and the hat that asked for it',
  access: 'export',
  audit: 'export.fetched',
  params: z.strictObject({ id: Id }),
  response: z.undefined(),
  produces: 'application/octet-stream',
})

/** Papers of work: who may read what stands on one may take it, whether or not they take lists out. */
export const askPaper = route({
  method: 'POST',
  path: '/papers-out',
  summary: 'Ask for a paper of work, with a reason; the answer says where to fetch it once',
  access: 'signed-in',
  audit: 'export.asked',
  stepUp: true,
  body: AskExport,
  response: ExportTicket,
  status: 201,
})
export const fetchPaper = route({
  method: 'GET',
  path: '/papers-out/:id',
  summary: 'The paper, once, for the account and the hat that asked for it',
  access: 'signed-in',
  audit: 'export.fetched',
  params: z.strictObject({ id: Id }),
  response: z.undefined(),
  produces: 'application/octet-stream',
})
