/** Finding practices. What somebody looks for travels in the body: addresses are written down in many places. */
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
