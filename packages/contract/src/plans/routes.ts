/** Ways in to plans: those of a case, writing and agreeing one, reviewing it, and what was used for a goal. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })

export const casePlans = route({
  method: 'GET',
  path: '/cases/:id/plan',
  summary:
    'The plan of a case in all its versions, the plan of its household, and which needs ask for a goal',
  access: 'plans.read',
  audit: 'plan.read',
  params: byId,
  response: s.CasePlans,
  offline: 'keep',
})
export const personPlans = route({
  method: 'GET',
  path: '/people/:id/plans',
  summary: 'Which plans one person has',
  access: 'plans.read',
  audit: 'plan.listed',
  params: byId,
  response: s.PersonPlans,
  offline: 'keep',
})
export const beginPlan = route({
  method: 'POST',
  path: '/cases/:id/plan',
  summary: 'Begin a plan, or a new version of the one that is in force',
  access: 'plans.write',
  audit: 'plan.begun',
  params: byId,
  body: s.BeginPlan,
  response: s.CasePlans,
  status: 201,
  offline: 'queue',
})
export const saveGoal = route({
  method: 'POST',
  path: '/plans/:id/goals',
  summary: 'Write a goal of a draft, with what is done for it',
  access: 'plans.write',
  audit: 'plan.goal-written',
  params: byId,
  body: s.SaveGoal,
  response: s.CasePlans,
  offline: 'queue',
})
export const dropGoal = route({
  method: 'DELETE',
  path: '/plan-goals/:id',
  summary: 'Take a goal out of a draft',
  access: 'plans.write',
  audit: 'plan.goal-dropped',
  params: byId,
  response: s.CasePlans,
})
export const agreePlan = route({
  method: 'POST',
  path: '/plans/:id/agreements',
  summary: 'Write down that the family says yes to a plan: by signature, or heard',
  access: 'plans.write',
  audit: 'plan.agreed',
  params: byId,
  body: s.AgreePlan,
  response: s.CasePlans,
  status: 201,
  offline: 'queue',
})
export const actOnPlan = route({
  method: 'POST',
  path: '/plans/:id/acts',
  summary: 'Ask for approval, open an agreed plan again, or drop a draft',
  access: 'plans.write',
  audit: 'plan.moved',
  params: byId,
  body: s.ActOnPlan,
  response: s.CasePlans,
})
export const reviewPlan = route({
  method: 'POST',
  path: '/plans/:id/reviews',
  summary: 'Say for each goal of a plan in force what changed',
  access: 'plans.write',
  audit: 'plan.reviewed',
  params: byId,
  body: s.ReviewPlan,
  response: s.CasePlans,
  status: 201,
  offline: 'queue',
})
export const closeGoal = route({
  method: 'POST',
  path: '/plan-goals/:id/outcome',
  summary: 'Say what came of a goal, as the worker and as the family sees it',
  access: 'plans.write',
  audit: 'plan.goal-closed',
  params: byId,
  body: s.CloseGoal,
  response: s.CasePlans,
  offline: 'queue',
})
export const doneAction = route({
  method: 'POST',
  path: '/plan-actions/:id/done',
  summary: 'Say that a service or a referral of a plan was there',
  access: 'plans.write',
  audit: 'plan.action-done',
  params: byId,
  body: s.DoneAction,
  response: s.CasePlans,
  offline: 'queue',
})
export const takePractice = route({
  method: 'POST',
  path: '/plan-goals/:id/uses',
  summary: 'Take a practice or a recommendation for a goal',
  access: 'plans.write',
  audit: 'plan.practice-taken',
  params: byId,
  body: s.TakePractice,
  response: s.CasePlans,
  status: 201,
  offline: 'queue',
})
export const sayWent = route({
  method: 'POST',
  path: '/plan-uses/:id/went',
  summary: 'Say how a practice went that was taken for a goal',
  access: 'plans.write',
  audit: 'plan.practice-went',
  params: byId,
  body: s.SayWent,
  response: s.CasePlans,
  offline: 'queue',
})
/** Of a practice and never of a case: nothing is told that could lead to somebody. */
export const usedInPlans = route({
  method: 'GET',
  path: '/plans/used/:id',
  summary: 'In how many cases of this node a practice was taken, never as a small number',
  access: 'practices.read',
  audit: null,
  params: byId,
  response: s.UsedInPlans,
})
