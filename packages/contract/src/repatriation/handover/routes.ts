/** Ways in to handing over. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import { Handover, HandoverPlaces, MadeHandover, MakeHandover } from './schema.ts'

const byId = z.strictObject({ id: Id })

/** Answers without the people: whoever handed them over need not see them any longer. */
export const makeHandover = route({
  method: 'POST',
  path: '/handovers',
  summary: 'Hand people over: ends their stay, opens or joins their cases',
  access: 'reception.work',
  audit: 'handover.made',
  body: MakeHandover,
  response: MadeHandover,
  status: 201,
})
export const handoverPlaces = route({
  method: 'GET',
  path: '/handovers/places',
  summary: 'Teams that can receive a family',
  access: 'reception.work',
  audit: null,
  response: HandoverPlaces,
})
export const getHandover = route({
  method: 'GET',
  path: '/handovers/:id',
  summary: 'One handover: to whom, what went with them, who signed',
  access: 'people.read',
  audit: 'handover.read',
  params: byId,
  response: Handover,
})
export const personHandovers = route({
  method: 'GET',
  path: '/people/:id/handovers',
  summary: 'Handovers of one person, the latest first',
  access: 'people.read',
  audit: 'handovers.read',
  params: byId,
  response: z.strictObject({ rows: z.array(Handover) }),
})

/** The document was added to one of the people before; here it is said to be the agreement. */
export const keepScan = route({
  method: 'POST',
  path: '/handovers/:id/scan',
  summary: 'Keep the signed agreement of a handover as a document',
  access: 'documents.add',
  audit: 'handover.scan-kept',
  params: byId,
  body: z.strictObject({ documentId: Id }),
  response: Handover,
})
