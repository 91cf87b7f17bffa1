/** Ways in to the record of a practice. What is open to whom beyond the verb is decided behind them, record by record. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/practices'

export const listPractices = route({
  method: 'GET',
  path,
  summary: 'Practices, the latest changed first',
  access: 'practices.read',
  audit: 'practices.listed',
  query: s.PracticeFilter,
  response: s.PracticePage,
  offline: 'keep',
})
export const makePractice = route({
  method: 'POST',
  path,
  summary: 'Begin a practice as a draft',
  access: 'practices.write',
  audit: 'practice.made',
  body: s.MakePractice,
  response: s.Practice,
  status: 201,
  versioned: true,
})
export const getPractice = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One practice: its edition, and for those who work on it what is being written',
  access: 'practices.read',
  audit: 'practice.read',
  params: byId,
  response: s.Practice,
  versioned: true,
  offline: 'keep',
})
export const savePractice = route({
  method: 'PUT',
  path: `${path}/:id`,
  summary: 'Save what its author works on; what was said before is kept',
  access: 'practices.write',
  audit: 'practice.saved',
  params: byId,
  body: s.SavePractice,
  response: s.Practice,
  versioned: true,
})
export const submitPractice = route({
  method: 'POST',
  path: `${path}/:id/submit`,
  summary: 'Hand a draft in for review',
  access: 'practices.write',
  audit: 'practice.submitted',
  params: byId,
  response: s.Practice,
  versioned: true,
})
