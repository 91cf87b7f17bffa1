/** Ways in to the register of focal points. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const path = '/council/focal-points'

export const listFocalPoints = route({
  method: 'GET',
  path,
  summary: 'Who asks and answers for whom; contacts for members only',
  access: 'council.read',
  audit: 'focal-points.listed',
  query: s.FocalFilter,
  response: s.FocalPoints,
  offline: 'keep',
})
export const addFocalPoint = route({
  method: 'POST',
  path,
  summary: 'Name a focal point or a deputy',
  access: 'council.prepare',
  audit: 'focal-point.added',
  body: s.AddFocalPoint,
  response: s.FocalPoint,
  status: 201,
  versioned: true,
})
export const changeFocalPoint = route({
  method: 'PUT',
  path: `${path}/:id`,
  summary: 'Change a focal point, or end its term',
  access: 'council.prepare',
  audit: 'focal-point.changed',
  params: z.strictObject({ id: Id }),
  body: s.ChangeFocalPoint,
  response: s.FocalPoint,
  versioned: true,
})
