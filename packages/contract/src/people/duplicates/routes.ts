/** Ways in to merging two records of one person and to taking it back. */
import { z } from 'zod'
import { Id, Reason } from '../../common.ts'
import { route } from '../../route.ts'
import { Merge, MergePeople, Pair, Undone, UndoMerge } from './merges.ts'
import {
  ChangeDuplicateSettings,
  DuplicateFilter,
  DuplicatePage,
  DuplicatePreview,
  DuplicateSettings,
  DuplicateView,
  leastLikeness,
  ProposePair,
  PutOff,
} from './schema.ts'

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

export const listDuplicates = route({
  method: 'GET',
  path: '/duplicates',
  summary: 'Pairs of records that may be one person, the most alike first',
  access: 'people.merge',
  audit: 'duplicates.listed',
  query: DuplicateFilter,
  response: DuplicatePage,
})
export const countDuplicates = route({
  method: 'GET',
  path: '/duplicates/count',
  summary: 'How many pairs wait',
  access: 'people.merge',
  audit: 'duplicates.counted',
  query: DuplicateFilter,
  response: z.strictObject({ total: z.number().int() }),
})
export const proposePair = route({
  method: 'POST',
  path: '/duplicates',
  summary: 'Propose that two records may be one person',
  access: 'people.read',
  audit: 'duplicates.proposed',
  body: ProposePair,
  response: z.undefined(),
  status: 204,
})
export const duplicateSettings = route({
  method: 'GET',
  path: '/duplicates/settings',
  summary: 'How alike is alike enough',
  access: 'people.merge',
  audit: 'duplicates.settings-read',
  response: DuplicateSettings,
  versioned: true,
})
export const changeDuplicateSettings = route({
  method: 'PUT',
  path: '/duplicates/settings',
  summary: 'Change how alike is alike enough, for the whole node',
  access: 'people.merge',
  audit: 'duplicates.settings-changed',
  body: ChangeDuplicateSettings,
  response: DuplicateSettings,
  versioned: true,
})
export const previewDuplicates = route({
  method: 'GET',
  path: '/duplicates/preview',
  summary: 'What another threshold would do',
  access: 'people.merge',
  audit: 'duplicates.previewed',
  query: z.strictObject({ propose: z.coerce.number().min(leastLikeness).max(1) }),
  response: DuplicatePreview,
})
export const getDuplicate = route({
  method: 'GET',
  path: '/duplicates/:id',
  summary: 'One pair, side by side',
  access: 'people.merge',
  audit: 'people.beside-read',
  params: byId,
  response: DuplicateView,
})
export const putOffDuplicate = route({
  method: 'PUT',
  path: '/duplicates/:id/later',
  summary: 'Decide later',
  access: 'people.merge',
  audit: 'duplicates.put-off',
  params: byId,
  body: PutOff,
  response: z.undefined(),
  status: 204,
})
export const takeUpDuplicate = route({
  method: 'DELETE',
  path: '/duplicates/:id/later',
  summary: 'Take up again what was put off',
  access: 'people.merge',
  audit: 'duplicates.taken-up',
  params: byId,
  response: z.undefined(),
  status: 204,
})
export const sayTwoPersons = route({
  method: 'PUT',
  path: '/duplicates/:id/two-persons',
  summary: 'These are two persons',
  access: 'people.merge',
  audit: 'person.said-not-same',
  params: byId,
  body: z.strictObject({ reason: Reason.optional() }),
  response: z.undefined(),
  status: 204,
})
export const takeBackTwoPersons = route({
  method: 'DELETE',
  path: '/duplicates/:id/two-persons',
  summary: 'Take that back',
  access: 'people.merge',
  audit: 'person.not-same-taken-back',
  params: byId,
  response: z.undefined(),
  status: 204,
})
