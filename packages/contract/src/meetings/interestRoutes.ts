/** Ways in to what is best for a child: assessments of a case, one with its panels, opinions, and the decision. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import * as s from './interests.ts'

const byId = z.strictObject({ id: Id })

export const caseInterests = route({
  method: 'GET',
  path: '/cases/:id/best-interests',
  summary: 'Assessments of a child’s best interests in one case, the latest first',
  access: 'interests.read',
  audit: 'best-interests.listed',
  params: byId,
  response: s.CaseInterests,
  offline: 'keep',
})
export const beginInterests = route({
  method: 'POST',
  path: '/cases/:id/best-interests',
  summary: 'Begin an assessment of a child’s best interests',
  access: 'interests.write',
  audit: 'best-interests.begun',
  params: byId,
  body: s.BeginInterests,
  response: s.Interests,
  status: 201,
  versioned: true,
  offline: 'queue',
})
export const getInterests = route({
  method: 'GET',
  path: '/best-interests/:id',
  summary: 'One assessment with its panels: for the team of the child, and for those who sit on it',
  access: 'interests.read',
  audit: 'best-interests.read',
  params: byId,
  response: s.Interests,
  versioned: true,
  offline: 'keep',
})
export const saveInterests = route({
  method: 'POST',
  path: '/best-interests/:id/content',
  summary: 'Write in an assessment that is a draft',
  access: 'interests.write',
  audit: 'best-interests.written',
  params: byId,
  body: s.SaveInterests,
  response: s.Interests,
  versioned: true,
  offline: 'queue',
})
export const actOnInterests = route({
  method: 'POST',
  path: '/best-interests/:id/acts',
  summary: 'Ask a second person to read it, take it back, or drop a draft',
  access: 'interests.write',
  audit: 'best-interests.moved',
  params: byId,
  body: s.ActOnInterests,
  response: s.Interests,
  versioned: true,
})
export const callPanel = route({
  method: 'POST',
  path: '/best-interests/:id/panels',
  summary: 'Call a panel to decide on an assessment; its members see the file until they have decided',
  access: 'interests.write',
  audit: 'panel.called',
  params: byId,
  body: s.CallPanel,
  response: s.Interests,
  status: 201,
  versioned: true,
})
export const sayOpinion = route({
  method: 'POST',
  path: '/panels/:id/opinion',
  summary: 'Say as a member what one thinks is best, and where one sees a proposed decision differently',
  access: 'interests.read',
  audit: 'panel.opinion-said',
  params: byId,
  body: s.SayOpinion,
  response: s.Interests,
  versioned: true,
})
export const proposeDecision = route({
  method: 'POST',
  path: '/panels/:id/proposal',
  summary: 'Write down the decision of a panel, for its members to agree to',
  access: 'interests.write',
  audit: 'panel.decision-proposed',
  params: byId,
  body: s.ProposeDecision,
  response: s.Interests,
  versioned: true,
})
export const actOnPanel = route({
  method: 'POST',
  path: '/panels/:id/acts',
  summary: 'Take a proposed decision back, or end a panel that does not sit',
  access: 'interests.write',
  audit: 'panel.moved',
  params: byId,
  body: s.ActOnPanel,
  response: s.Interests,
  versioned: true,
})
