/** Ways in to the catalogue of curricula. */
import { z } from 'zod'
import { Id } from '../../../common.ts'
import { route } from '../../../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/trainings/catalogue'

export const listCurricula = route({
  method: 'GET',
  path,
  summary: 'Curricula that were shared, newest first',
  access: 'practices.read',
  audit: 'curricula.listed',
  query: s.CurriculumFilter,
  response: s.CurriculumPage,
  offline: 'keep',
})
export const addCurriculum = route({
  method: 'POST',
  path,
  summary: 'Share a curriculum of one’s agency',
  access: 'trainings.run',
  audit: 'curriculum.added',
  body: s.AddCurriculum,
  response: s.Curriculum,
  status: 201,
  versioned: true,
})
export const getCurriculum = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One curriculum, in its last version or in an older one',
  access: 'practices.read',
  audit: 'curriculum.read',
  params: byId,
  query: s.VersionQuery,
  response: s.Curriculum,
  versioned: true,
  offline: 'keep',
})
export const changeCurriculum = route({
  method: 'PUT',
  path: `${path}/:id`,
  summary: 'A new version; the older ones stay readable',
  access: 'trainings.run',
  audit: 'curriculum.changed',
  params: byId,
  body: s.ChangeCurriculum,
  response: s.Curriculum,
  versioned: true,
})
export const withdrawCurriculum = route({
  method: 'POST',
  path: `${path}/:id/withdrawal`,
  summary: 'Not to be taught any more, and why',
  access: 'trainings.run',
  audit: 'curriculum.withdrawn',
  params: byId,
  body: s.WithdrawCurriculum,
  response: s.Curriculum,
  versioned: true,
})
