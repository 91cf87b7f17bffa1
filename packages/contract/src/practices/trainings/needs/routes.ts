/** Ways in to the needs survey and the gap view. */
import { route } from '../../../route.ts'
import * as s from './schema.ts'

export const listNeeds = route({
  method: 'GET',
  path: '/trainings/needs',
  summary: 'What staff need to learn, as their agencies answered; the last answer first',
  access: 'trainings.take',
  audit: 'training-needs.listed',
  response: s.Needs,
})
export const answerNeeds = route({
  method: 'POST',
  path: '/trainings/needs',
  summary:
    'Answer for one’s agency: how many people of which profession need what, in which language, by when',
  access: 'trainings.run',
  audit: 'training-needs.answered',
  body: s.AnswerNeeds,
  response: s.Needs,
  status: 201,
})
export const listGaps = route({
  method: 'GET',
  path: '/trainings/gaps',
  summary: 'Who lacks what, in which language: needs against trainings held since',
  access: 'trainings.take',
  audit: 'training-gaps.listed',
  query: s.GapFilter,
  response: s.Gaps,
})
