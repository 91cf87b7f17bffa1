/** Ways in to libraries elsewhere: who moderates says which are looked at; what they have is read by everybody who reads practices. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const path = '/practices/libraries'
const byId = z.strictObject({ id: Id })

export const listLibraries = route({
  method: 'GET',
  path,
  summary: 'Libraries elsewhere, with when they were last looked at',
  access: 'practices.read',
  audit: null,
  response: s.Libraries,
})
export const addLibrary = route({
  method: 'POST',
  path,
  summary: 'Have a library looked at by the clock',
  access: 'practices.moderate',
  audit: 'library.added',
  body: s.AddLibrary,
  response: s.Libraries,
  status: 201,
})
export const changeLibrary = route({
  method: 'PATCH',
  path: `${path}/:id`,
  summary: 'Rename a library, pause it, or look more or less often',
  access: 'practices.moderate',
  audit: 'library.changed',
  params: byId,
  body: s.ChangeLibrary,
  response: s.Libraries,
})
export const lookAtLibrary = route({
  method: 'POST',
  path: `${path}/:id/look`,
  summary: 'Look at a library at the next tick of the clock',
  access: 'practices.moderate',
  audit: 'library.look-asked',
  params: byId,
  response: s.Libraries,
})
export const removeLibrary = route({
  method: 'POST',
  path: `${path}/:id/remove`,
  summary: 'Forget a library and its records',
  access: 'practices.moderate',
  audit: 'library.removed',
  params: byId,
  body: s.RemoveLibrary,
  response: s.Libraries,
})
export const listExternal = route({
  method: 'GET',
  path: '/practices/elsewhere',
  summary: 'Records of other libraries, by title',
  access: 'practices.read',
  audit: null,
  query: s.ExternalFilter,
  response: s.ExternalPage,
})
