/** Ways in to requests for information. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/council/requests'

export const listRequests = route({
  method: 'GET',
  path,
  summary: 'Requests for information that concern the reader’s party, newest first',
  access: 'council.read',
  audit: 'requests.listed',
  query: s.RequestFilter,
  response: s.RequestPage,
})
export const countRequests = route({
  method: 'GET',
  path: `${path}/count`,
  summary: 'How many wait for the reader’s party, and for whom the reader answers',
  access: 'council.read',
  audit: null,
  response: s.RequestCount,
})
export const askForInformation = route({
  method: 'POST',
  path,
  summary: 'Ask one state, several or all; without data of any person',
  access: 'council.speak',
  audit: 'request.asked',
  body: s.AskForInformation,
  response: s.InfoRequest,
  status: 201,
  versioned: true,
})
export const getRequest = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One request with what was said; for other members, the answers that may be used again',
  access: 'council.read',
  audit: 'request.read',
  params: byId,
  response: s.InfoRequest,
  versioned: true,
})
export const extendRequest = route({
  method: 'POST',
  path: `${path}/:id/extension`,
  summary: 'Whoever asked gives more time',
  access: 'council.speak',
  audit: 'request.extended',
  params: byId,
  body: s.ExtendRequest,
  response: s.InfoRequest,
  versioned: true,
})
export const withdrawRequest = route({
  method: 'POST',
  path: `${path}/:id/withdrawal`,
  summary: 'Whoever asked takes it back',
  access: 'council.speak',
  audit: 'request.withdrawn',
  params: byId,
  body: s.WithdrawRequest,
  response: s.InfoRequest,
  versioned: true,
})
export const takeTurn = route({
  method: 'POST',
  path: `${path}/:id/turns`,
  summary: 'Answer, or ask back',
  access: 'council.speak',
  audit: 'request.answered',
  params: byId,
  body: s.TakeTurn,
  response: s.InfoRequest,
  status: 201,
  versioned: true,
})
export const draftFromAnswer = route({
  method: 'POST',
  path: '/council/answers/:id/practice',
  summary: 'Make the draft of a practice out of an answer that all may use',
  access: 'practices.write',
  audit: 'answer.made-practice',
  params: byId,
  body: z.strictObject({ id: Id }),
  response: z.strictObject({ id: Id }),
  status: 201,
})
/** By POST, since what somebody looks for stays out of addresses. */
export const findAnswers = route({
  method: 'POST',
  path: '/council/answers/search',
  summary: 'Answers that may be used again, by words of any language and script',
  access: 'council.read',
  audit: 'answers.searched',
  body: s.FindAnswers,
  response: s.FoundAnswers,
})
