/** Ways in to papers: what is needed, where it stands, and what it shuts as long as it is not there. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import {
  ChangePaper,
  MakePaper,
  MarkStep,
  MovePaper,
  Paper,
  PaperFilter,
  PaperGuide,
  PaperPage,
  PaperSummary,
  PersonPapers,
} from './schema.ts'

const byId = z.strictObject({ id: Id })

export const listPapers = route({
  method: 'GET',
  path: '/papers',
  summary: 'Papers that people wait for, the longest wait first',
  access: 'people.read',
  audit: 'papers.listed',
  query: PaperFilter,
  response: PaperPage,
  offline: 'keep',
})
export const countPapers = route({
  method: 'GET',
  path: '/papers/count',
  summary: 'How many a filter would show, before it is applied',
  access: 'people.read',
  audit: 'papers.counted',
  query: PaperFilter,
  response: z.strictObject({ total: z.number().int() }),
})
export const paperSummary = route({
  method: 'GET',
  path: '/papers/summary',
  summary: 'How many papers of people beside me shut something, and how many steps have come',
  access: 'people.read',
  audit: null,
  response: PaperSummary,
  offline: 'keep',
})
export const paperGuide = route({
  method: 'GET',
  path: '/papers/guide',
  summary: 'How papers are had in this state: usual steps, names of papers, limits of waiting',
  access: 'people.read',
  audit: null,
  response: PaperGuide,
  offline: 'keep',
})
export const personPapers = route({
  method: 'GET',
  path: '/people/:id/papers',
  summary: 'All papers of one person',
  access: 'people.read',
  audit: 'papers.read',
  params: byId,
  response: PersonPapers,
  offline: 'keep',
})
export const makePaper = route({
  method: 'POST',
  path: '/people/:id/papers',
  summary: 'A person needs a paper',
  access: 'people.correct',
  audit: 'paper.made',
  params: byId,
  body: MakePaper,
  response: Paper,
  status: 201,
  versioned: true,
  offline: 'queue',
})
export const getPaper = route({
  method: 'GET',
  path: '/papers/:id',
  summary: 'One paper with its steps and what became of it',
  access: 'people.read',
  audit: 'paper.read',
  params: byId,
  response: Paper,
  versioned: true,
  offline: 'keep',
})
export const changePaper = route({
  method: 'PUT',
  path: '/papers/:id',
  summary: 'Change the way, the office, steps, proof, or what the paper shuts',
  access: 'people.correct',
  audit: 'paper.changed',
  params: byId,
  body: ChangePaper,
  response: Paper,
  versioned: true,
  offline: 'queue',
})
/** Safe to repeat: what is marked so is answered as it is. */
export const markStep = route({
  method: 'POST',
  path: '/papers/:id/steps/:stepId',
  summary: 'Say on which day a step was done, or that it is not done',
  access: 'people.correct',
  audit: 'paper.step-marked',
  params: z.strictObject({ id: Id, stepId: Id }),
  body: MarkStep,
  response: Paper,
  versioned: true,
  offline: 'queue',
})
/** Safe to repeat: a paper that stands there already is answered as it is. */
export const movePaper = route({
  method: 'POST',
  path: '/papers/:id/transitions',
  summary: 'What became of the paper: filed, in court, issued, handed over …',
  access: 'people.correct',
  audit: 'paper.moved',
  params: byId,
  body: MovePaper,
  response: Paper,
  versioned: true,
  offline: 'queue',
})
export const undoPaperMove = route({
  method: 'POST',
  path: '/papers/:id/undo',
  summary: 'Take back the last transition, on the same day, by who recorded it',
  access: 'people.correct',
  audit: 'paper.move-undone',
  params: byId,
  body: z.strictObject({}),
  response: Paper,
  versioned: true,
})
