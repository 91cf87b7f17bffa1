/** Ways in to what was opened in an emergency. The file itself is read where it always is, and the log says under what. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import {
  BreakGlass,
  BreakGlassByNumber,
  MyOpenings,
  Opening,
  OpeningCounts,
  OpeningFilter,
  OpeningPage,
  ReviewOpening,
} from './schema.ts'

const byId = z.strictObject({ id: Id })

export const breakGlass = route({
  method: 'POST',
  path: '/people/:id/glass',
  summary: 'Open the file of a person in an emergency: read only, for an hour, and a second person is told',
  access: 'glass.break',
  audit: 'glass.opened',
  params: byId,
  body: BreakGlass,
  response: Opening,
  status: 201,
})
export const breakGlassByNumber = route({
  method: 'POST',
  path: '/glass/by-number',
  summary: 'The same for somebody on no list of mine, by a number of a paper',
  access: 'glass.break',
  audit: 'glass.opened',
  body: BreakGlassByNumber,
  response: Opening,
  status: 201,
})
export const myOpenings = route({
  method: 'GET',
  path: '/glass/mine',
  summary: 'What I opened in an emergency and what is still open',
  access: 'glass.break',
  audit: null,
  response: MyOpenings,
})
export const listOpenings = route({
  method: 'GET',
  path: '/glass',
  summary: 'Files opened in an emergency that I may review',
  access: 'glass.review',
  audit: 'glass.listed',
  query: OpeningFilter,
  response: OpeningPage,
})
export const openingCounts = route({
  method: 'GET',
  path: '/glass/counts',
  summary: 'How many are open, wait for a review, are late, and how they were found',
  access: 'glass.review',
  audit: null,
  response: OpeningCounts,
})
export const getOpening = route({
  method: 'GET',
  path: '/glass/:id',
  summary: 'One file opened in an emergency: why, and what was said of it',
  access: 'signed-in',
  audit: 'glass.read',
  params: byId,
  response: Opening,
  versioned: true,
})
export const closeOpening = route({
  method: 'POST',
  path: '/glass/:id/closed',
  summary: 'Close it before its time is over',
  access: 'glass.break',
  audit: 'glass.closed',
  params: byId,
  body: z.strictObject({}),
  response: Opening,
  versioned: true,
})
export const reviewOpening = route({
  method: 'POST',
  path: '/glass/:id/review',
  summary: 'Say whether it was justified; somebody else than who opened it',
  access: 'glass.review',
  audit: 'glass.reviewed',
  params: byId,
  body: ReviewOpening,
  response: Opening,
  versioned: true,
})
