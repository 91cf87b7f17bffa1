/** Finding practices. What somebody looks for travels in the body: addresses are written down in many places. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

export const findPractices = route({
  method: 'POST',
  path: '/practices/search',
  summary: 'Find practices by words of any language, in any script',
  access: 'practices.read',
  audit: 'practices.searched',
  body: s.AskPractices,
  response: s.FoundPractices,
})
export const listSearches = route({
  method: 'GET',
  path: '/practices/searches',
  summary: 'The searches that I keep',
  access: 'practices.read',
  audit: 'practice-searches.listed',
  response: s.SavedSearches,
})
export const saveSearch = route({
  method: 'POST',
  path: '/practices/searches',
  summary: 'Keep a search: a mail says when something new fits, never what',
  access: 'practices.read',
  audit: 'practice-search.saved',
  body: s.SavedSearch,
  response: s.SavedSearch,
  status: 201,
})
export const endSearch = route({
  method: 'DELETE',
  path: '/practices/searches/:id',
  summary: 'Keep it no longer',
  access: 'practices.read',
  audit: 'practice-search.ended',
  params: z.strictObject({ id: Id }),
  response: z.undefined(),
  status: 204,
})
