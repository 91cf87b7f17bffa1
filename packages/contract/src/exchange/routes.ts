/** Ways in to what a node has taken from the hub; and, at the hub, to what nodes have told. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { SignedBody } from '../guidance/feed.ts'
import { route } from '../route.ts'
import { reportPath } from './feed.ts'
import { lessonPath } from './lesson.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/exchange/practices'

export const exchangeSource = route({
  method: 'GET',
  path: '/exchange/source',
  summary: 'Where practices and guidance come from, and how the last look at it went',
  access: 'practices.read',
  audit: null,
  response: s.Source,
})
/** A search: its words travel in the body. */
export const findHeld = route({
  method: 'POST',
  path: `${path}/search`,
  summary: 'Practices of the region, as the hub has published them, the latest changed first',
  access: 'practices.read',
  audit: 'exchange.searched',
  body: s.FindPractices,
  response: s.HeldPage,
})
export const getHeld = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One practice with the review it was published with, and how it was used here',
  access: 'practices.read',
  audit: 'exchange.read',
  params: byId,
  response: s.HeldPractice,
})
export const keepPractices = route({
  method: 'GET',
  path: '/exchange/kept',
  summary: 'What a device keeps to read without a line: public texts only, the same for everybody here',
  access: 'practices.read',
  audit: 'exchange.kept',
  query: s.KeepQuery,
  response: s.KeptPage,
  offline: 'keep',
})
export const sayUsed = route({
  method: 'POST',
  path: `${path}/:id/reports`,
  summary: 'Say how a practice was used here; a coordinator confirms',
  access: 'practices.read',
  audit: 'exchange.used',
  params: byId,
  body: s.SayUsed,
  response: s.HeldPractice,
  status: 201,
})
export const confirmUse = route({
  method: 'POST',
  path: '/exchange/uses/:id/confirmation',
  summary: 'Stand by a report, and say whether the hub is told',
  access: 'guidance.confirm',
  audit: 'exchange.confirmed',
  params: byId,
  body: s.ConfirmUse,
  response: s.HeldPractice,
})

/** For nodes, which have no account: what they say is signed with the key of their log. */
export const takeReport = route({
  method: 'POST',
  path: reportPath,
  summary: 'A node says, signed, how a practice was used in its state',
  access: 'public',
  audit: 'exchange.told',
  body: SignedBody.extend({ body: z.string().max(20_000) }),
  response: z.strictObject({ result: z.enum(['taken', 'known']) }),
  status: 201,
})
export const takeLesson = route({
  method: 'POST',
  path: lessonPath,
  summary: 'A node gives, signed, what was learnt from an operation, as the draft of a practice',
  access: 'public',
  audit: 'exchange.lesson-taken',
  body: SignedBody.extend({ body: z.string().max(60_000) }),
  response: z.strictObject({ result: z.enum(['taken', 'known']) }),
  status: 201,
})
export const toldOf = route({
  method: 'GET',
  path: '/exchange/told/:id',
  summary: 'What the nodes of members have said of using a practice, the last word of each',
  access: 'practices.read',
  audit: 'exchange.told-read',
  params: byId,
  response: s.ToldRows,
})
