/** Ways in to what has to be minded before getting in touch with somebody. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import { Flag, PersonFlags, SetFlag } from './flags.ts'

const byId = z.strictObject({ id: Id })

export const personFlags = route({
  method: 'GET',
  path: '/people/:id/flags',
  summary: 'What has to be minded with one person today, by the sections that are open to the asker',
  access: 'people.read',
  audit: 'flags.read',
  params: byId,
  response: PersonFlags,
  offline: 'keep',
})
/** For the rows of a list of tasks: nobody is named in the question. */
export const taskFlags = route({
  method: 'GET',
  path: '/flags/of-tasks',
  summary: 'What has to be minded with those whom open tasks of mine or of my team are about',
  access: 'tasks.work',
  audit: 'flags.listed',
  response: z.strictObject({ rows: z.array(Flag) }),
  offline: 'keep',
})
export const setFlag = route({
  method: 'POST',
  path: '/people/:id/flags',
  summary: 'Set down something that has to be minded with a person',
  access: 'casework.write',
  audit: 'flag.set',
  params: byId,
  body: SetFlag,
  response: PersonFlags,
  status: 201,
  offline: 'queue',
})
/** Lifted twice is lifted once. */
export const liftFlag = route({
  method: 'POST',
  path: '/flags/:id/lifted',
  summary: 'Take it down: it holds no longer',
  access: 'casework.write',
  audit: 'flag.lifted',
  params: byId,
  response: PersonFlags,
  offline: 'queue',
})
