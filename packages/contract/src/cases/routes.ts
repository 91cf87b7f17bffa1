/** Ways in to cases: the queue, one case, opening, giving out, handing back, the steps of the way. */
import { z } from 'zod'
import { Id, Reason } from '../common.ts'
import { route } from '../route.ts'
import {
  AssignCases,
  AssignedCases,
  Case,
  CaseFilter,
  CasePage,
  CaseRow,
  CaseSummary,
  CaseWorkers,
  LookIn,
  OpenCase,
  OpenedCase,
  TakeStep,
} from './schema.ts'

const byId = z.strictObject({ id: Id })

export const listCases = route({
  method: 'GET',
  path: '/cases',
  summary: 'Cases that are open to the asker, the longest in its state first',
  access: 'cases.read',
  audit: 'cases.listed',
  query: CaseFilter,
  response: CasePage,
  offline: 'keep',
})
export const countCases = route({
  method: 'GET',
  path: '/cases/count',
  summary: 'How many a filter would show, before it is applied',
  access: 'cases.read',
  audit: 'cases.counted',
  query: CaseFilter,
  response: z.strictObject({ total: z.number().int() }),
})
export const caseSummary = route({
  method: 'GET',
  path: '/cases/summary',
  summary: 'How many cases were given to me, and how many of my team nobody works on',
  access: 'cases.read',
  audit: null,
  response: CaseSummary,
  offline: 'keep',
})
export const caseWorkers = route({
  method: 'GET',
  path: '/cases/workers',
  summary: 'Who can be given cases, with the families that they have',
  access: 'cases.assign',
  audit: null,
  response: CaseWorkers,
})
export const personCases = route({
  method: 'GET',
  path: '/people/:id/cases',
  summary: 'All cases of one person, the latest first',
  access: 'cases.read',
  audit: 'cases.read',
  params: byId,
  response: z.strictObject({ rows: z.array(CaseRow) }),
  offline: 'keep',
})
/** Answers without the case itself: whoever opens one need not be who works with it. */
export const openCase = route({
  method: 'POST',
  path: '/cases',
  summary: 'Open a case for a person, or join the one that is open',
  access: 'cases.open',
  audit: 'case.opened',
  body: OpenCase,
  response: OpenedCase,
  status: 201,
  offline: 'queue',
})
export const assignCases = route({
  method: 'POST',
  path: '/cases/assign',
  summary: 'Give one case or many to a worker or a team',
  access: 'cases.assign',
  audit: 'cases.assigned',
  body: AssignCases,
  response: AssignedCases,
})
export const getCase = route({
  method: 'GET',
  path: '/cases/:id',
  summary: 'One case: where it stands, what the next step asks, and whose turn it is',
  access: 'cases.read',
  audit: 'case.read',
  params: byId,
  response: Case,
  versioned: true,
  offline: 'keep',
})
/** Safe to repeat: a case that stands there already is answered as it is. */
export const takeCaseStep = route({
  method: 'POST',
  path: '/cases/:id/steps',
  summary: 'Take a step on the way of a case',
  access: 'cases.read',
  audit: 'case.step-taken',
  params: byId,
  body: TakeStep,
  response: Case,
  versioned: true,
  offline: 'queue',
})
export const lookIn = route({
  method: 'POST',
  path: '/cases/:id/looks/:lookId',
  summary: 'Say how the family was found on a day of looking in after closing',
  access: 'cases.work',
  audit: 'case.looked-in',
  params: z.strictObject({ id: Id, lookId: Id }),
  body: LookIn,
  response: Case,
  offline: 'queue',
})
export const handBackCase = route({
  method: 'POST',
  path: '/cases/:id/hand-back',
  summary: 'Hand a case back to the team, with the reason',
  access: 'cases.work',
  audit: 'case.handed-back',
  params: byId,
  body: z.strictObject({ reason: Reason }),
  // Whoever hands a case back may see it no longer.
  response: z.strictObject({ id: Id }),
})
