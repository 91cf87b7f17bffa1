/** Ways in to questions and answers among practitioners, and to keeping them in order. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import { Hiding } from './hiding.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/questions'

export const listQuestions = route({
  method: 'GET',
  path,
  summary: 'Questions, those first where something was said last',
  access: 'practices.read',
  audit: 'questions.listed',
  query: s.QuestionFilter,
  response: s.QuestionPage,
})
export const findQuestions = route({
  method: 'POST',
  path: `${path}/search`,
  summary: 'Questions like some words, in any language and script',
  access: 'practices.read',
  audit: 'questions.searched',
  body: s.FindQuestions,
  response: s.FoundQuestions,
})
export const countQuestions = route({
  method: 'GET',
  path: `${path}/count`,
  summary: 'What waits for the reader',
  access: 'practices.read',
  audit: 'questions.counted',
  response: s.QuestionCount,
})
export const askQuestion = route({
  method: 'POST',
  path,
  summary: 'Ask, without data of any person',
  access: 'practices.write',
  audit: 'question.asked',
  body: s.AskQuestion,
  response: s.Question,
  status: 201,
  versioned: true,
})
export const getQuestion = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One question with what was said',
  access: 'practices.read',
  audit: 'question.read',
  params: byId,
  response: s.Question,
  versioned: true,
})
export const sayAnswer = route({
  method: 'POST',
  path: `${path}/:id/answers`,
  summary: 'Answer, or comment',
  access: 'practices.write',
  audit: 'question.answered',
  params: byId,
  body: s.SayAnswer,
  response: s.Question,
  status: 201,
  versioned: true,
})
export const sayAnswered = route({
  method: 'PUT',
  path: `${path}/:id/answered`,
  summary: 'Say which answer it was; a moderator may after thirty days',
  access: 'practices.write',
  audit: 'question.settled',
  params: byId,
  body: s.SayAnswered,
  response: s.Question,
  versioned: true,
})
export const moveQuestion = route({
  method: 'PUT',
  path: `${path}/:id/state`,
  summary: 'Close a question, or open it again',
  access: 'practices.write',
  audit: 'question.moved',
  params: byId,
  body: s.MoveQuestion,
  response: s.Question,
  versioned: true,
})
export const followQuestion = route({
  method: 'PUT',
  path: `${path}/:id/following`,
  summary: 'Hear what is said, or no more',
  access: 'practices.read',
  audit: 'question.followed',
  params: byId,
  body: s.OnOff,
  response: s.Question,
})
export const suggestPeople = route({
  method: 'GET',
  path: `${path}/:id/practitioners`,
  summary: 'Whom one could ask',
  access: 'practices.write',
  audit: 'question.people-suggested',
  params: byId,
  response: s.SuggestedPeople,
})
export const askPeople = route({
  method: 'POST',
  path: `${path}/:id/practitioners`,
  summary: 'Ask people by name; nobody is asked too often',
  access: 'practices.write',
  audit: 'question.people-asked',
  params: byId,
  body: s.AskPeople,
  response: s.SuggestedPeople,
})
export const declineQuestion = route({
  method: 'POST',
  path: `${path}/:id/declining`,
  summary: 'Asked by name: not me',
  access: 'practices.write',
  audit: 'question.declined',
  params: byId,
  body: z.strictObject({}),
  response: s.Question,
})
export const markHelpful = route({
  method: 'PUT',
  path: '/answers/:id/helpful',
  summary: 'Say that an answer helped, or take it back',
  access: 'practices.read',
  audit: 'answer.marked',
  params: byId,
  body: s.OnOff,
  response: s.Question,
})

export const draftFromQuestion = route({
  method: 'POST',
  path: `${path}/:id/practice`,
  summary: 'Make a draft practice of a question and an answer; whose words are used is asked to agree',
  access: 'practices.write',
  audit: 'question.drafted',
  params: byId,
  body: s.DraftPractice,
  response: s.Question,
  status: 201,
})
export const agreeDraft = route({
  method: 'POST',
  path: `${path}/:id/practice/agreement`,
  summary: 'Say whether one’s words may stand in the practice, with one’s name',
  access: 'practices.write',
  audit: 'question.draft-agreed',
  params: byId,
  body: s.AgreeDraft,
  response: s.Question,
})
export const listContributors = route({
  method: 'GET',
  path: '/practices/:id/contributors',
  summary: 'Whose question and answer a practice was made of, once both agreed',
  access: 'practices.read',
  audit: null,
  params: byId,
  response: s.Contributors,
})

// ------------------------------------------------------------------ order
export const reportText = route({
  method: 'POST',
  path: '/reports',
  summary: 'Tell those who keep order that a text should not stand there',
  access: 'practices.read',
  audit: 'text.reported',
  body: s.ReportText,
  response: z.strictObject({ id: Id }),
  status: 201,
})
export const orderQueue = route({
  method: 'GET',
  path: '/moderation',
  summary: 'Texts that were reported, and appeals',
  access: 'practices.moderate',
  audit: 'moderation.listed',
  response: s.OrderQueue,
})
export const decideText = route({
  method: 'POST',
  path: '/moderation',
  summary: 'Leave a text, or hide it with a reason that its author reads',
  access: 'practices.moderate',
  audit: 'text.decided',
  body: s.DecideText,
  response: s.OrderQueue,
})
export const appealHiding = route({
  method: 'POST',
  path: '/hidings/:id/appeal',
  summary: 'Of a hidden text, its author: once, somebody else should look',
  access: 'practices.read',
  audit: 'text.appealed',
  params: byId,
  body: s.Appeal,
  response: Hiding,
})
export const decideHiding = route({
  method: 'POST',
  path: '/hidings/:id/verdict',
  summary: 'Show a hidden text again, or let it stay hidden after an appeal',
  access: 'practices.moderate',
  audit: 'text.verdict',
  params: byId,
  body: s.DecideHiding,
  response: s.OrderQueue,
})
