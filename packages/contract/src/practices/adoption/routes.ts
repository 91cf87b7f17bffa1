/** Ways in to adoptions. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/adoptions'

export const whereUsed = route({
  method: 'GET',
  path: '/practices/:id/adoptions',
  summary: 'Where a practice is tried and how it went, each place once in the counts',
  access: 'practices.read',
  audit: 'practice.uses-read',
  params: byId,
  response: s.WhereUsed,
  offline: 'keep',
})
export const adoptPractice = route({
  method: 'POST',
  path: '/practices/:id/adoptions',
  summary: 'Say that a practice is tried at a place; its author hears of it',
  access: 'practices.adopt',
  audit: 'practice.adopted',
  params: byId,
  body: s.Adopt,
  response: s.Adoption,
  status: 201,
  versioned: true,
})
export const listAdoptions = route({
  method: 'GET',
  path,
  summary: 'What is tried where, the last word first',
  access: 'practices.read',
  audit: 'adoptions.listed',
  query: s.AdoptionFilter,
  response: s.AdoptionPage,
  offline: 'keep',
})
export const getAdoption = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One adoption with everything that was said of it',
  access: 'practices.read',
  audit: 'adoption.read',
  params: byId,
  response: s.Adoption,
  versioned: true,
  offline: 'keep',
})
export const reportAdoption = route({
  method: 'POST',
  path: `${path}/:id/reports`,
  summary: 'Say how it goes, or correct what was said by saying it anew',
  access: 'practices.adopt',
  audit: 'adoption.reported',
  params: byId,
  body: s.ReportAdoption,
  response: s.Adoption,
  status: 201,
  versioned: true,
})
export const withdrawAdoption = route({
  method: 'POST',
  path: `${path}/:id/withdrawal`,
  summary: 'Take it back with a reason: it counts nowhere then',
  access: 'practices.adopt',
  audit: 'adoption.withdrawn',
  params: byId,
  body: s.WithdrawAdoption,
  response: s.Adoption,
  versioned: true,
})
export const answerAdoption = route({
  method: 'POST',
  path: `${path}/:id/answers`,
  summary: 'The author answers those who try it, and they answer back',
  access: 'practices.read',
  audit: 'adoption.answered',
  params: byId,
  body: s.AnswerAdoption,
  response: s.Adoption,
  status: 201,
  versioned: true,
})
