/** Ways in to merging two records of one person and to taking it back. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import { Merge, MergePeople, Pair, Undone, UndoMerge } from './schema.ts'

const byId = z.strictObject({ id: Id })

export const comparePair = route({
  method: 'GET',
  path: '/people/:id/beside/:otherId',
  summary: 'Two records beside each other: what differs, what stands in the way, what would move',
  access: 'people.merge',
  audit: 'people.beside-read',
  params: z.strictObject({ id: Id, otherId: Id }),
  response: Pair,
})
export const mergePeople = route({
  method: 'POST',
  path: '/people/merges',
  summary: 'Two records are one person: the second joins the first',
  access: 'people.merge',
  audit: 'people.merged',
  body: MergePeople,
  response: Merge,
  status: 201,
})
export const undoMerge = route({
  method: 'POST',
  path: '/people/merges/:id/undo',
  summary: 'Take a merge back: both records as they were',
  access: 'people.merge',
  audit: 'people.parted',
  params: byId,
  body: UndoMerge,
  response: Undone,
})
