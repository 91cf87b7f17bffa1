/** Ways in to the board of requests and offers. */
import { z } from 'zod'
import { Id } from '../../../common.ts'
import { route } from '../../../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/trainings/board'
const answers = '/trainings/answers/:id'

export const listWishes = route({
  method: 'GET',
  path,
  summary: 'Trainings that are asked for and offered, newest first',
  access: 'practices.read',
  audit: 'training-wishes.listed',
  query: s.WishFilter,
  response: s.WishPage,
})
export const addWish = route({
  method: 'POST',
  path,
  summary: 'Ask for a training, or offer one, for one’s agency',
  access: 'trainings.take',
  audit: 'training-wish.added',
  body: s.AddWish,
  response: s.Wish,
  status: 201,
  versioned: true,
})
export const getWish = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One request or offer, with what fits it and who answered',
  access: 'practices.read',
  audit: 'training-wish.read',
  params: byId,
  response: s.Wish,
  versioned: true,
})
export const changeWish = route({
  method: 'PUT',
  path: `${path}/:id`,
  summary: 'Change one’s own',
  access: 'trainings.take',
  audit: 'training-wish.changed',
  params: byId,
  body: s.ChangeWish,
  response: s.Wish,
  versioned: true,
})
export const withdrawWish = route({
  method: 'POST',
  path: `${path}/:id/withdrawal`,
  summary: 'Take it back',
  access: 'trainings.take',
  audit: 'training-wish.withdrawn',
  params: byId,
  body: s.WithReason,
  response: s.Wish,
  versioned: true,
})
export const answerWish = route({
  method: 'POST',
  path: `${path}/:id/answers`,
  summary: 'Take a request or an offer up, for one’s agency',
  access: 'trainings.take',
  audit: 'training-wish.answered',
  params: byId,
  body: s.AnswerWish,
  response: s.Wish,
  status: 201,
  versioned: true,
})
export const decideAnswer = route({
  method: 'POST',
  path: `${answers}/decision`,
  summary: 'Agree with who answered, or decline with a reason',
  access: 'trainings.take',
  audit: 'training-wish.decided',
  params: byId,
  body: s.DecideAnswer,
  response: s.Wish,
  versioned: true,
})
export const withdrawAnswer = route({
  method: 'POST',
  path: `${answers}/withdrawal`,
  summary: 'Whoever answered thinks better of it',
  access: 'trainings.take',
  audit: 'training-wish.answer-withdrawn',
  params: byId,
  body: s.WithReason,
  response: s.Wish,
  versioned: true,
})
