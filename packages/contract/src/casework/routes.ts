/** Ways in to casework: notes of a person, concerns, and what stands in the way. */
import { z } from 'zod'
import { Id, paragraph } from '../common.ts'
import { route } from '../route.ts'
import { ChangeConcern, Concern, NoteConcern, PersonConcerns } from './concerns.ts'
import { ChangeNote, FindNotes, ListNotes, Note, NotePage, NotePeople, WriteNote } from './notes.ts'
import {
  Obstacle,
  ObstacleCounts,
  ObstacleFilter,
  ObstaclePage,
  ObstacleRow,
  OpenObstacle,
  TakeObstacleStep,
} from './obstacles.ts'

const byId = z.strictObject({ id: Id })

export const listNotes = route({
  method: 'GET',
  path: '/people/:id/notes',
  summary: 'Notes of one person that are open to the asker, the latest first',
  access: 'casework.read',
  audit: 'notes.read',
  params: byId,
  query: ListNotes,
  response: NotePage,
  offline: 'keep',
})
export const findNotes = route({
  method: 'POST',
  path: '/people/:id/notes/find',
  summary: 'Find words in the notes of one person that are open to the asker',
  access: 'casework.read',
  audit: 'notes.read',
  params: byId,
  body: FindNotes,
  response: NotePage,
})
export const notePeople = route({
  method: 'GET',
  path: '/people/:id/notes/people',
  summary: 'Who of the household can be named as being there',
  access: 'casework.write',
  audit: 'notes.people-listed',
  params: byId,
  response: NotePeople,
  offline: 'keep',
})
export const writeNote = route({
  method: 'POST',
  path: '/people/:id/notes',
  summary: 'Write a note or an incident, and finish a task with it',
  access: 'casework.write',
  audit: 'note.written',
  params: byId,
  body: WriteNote,
  response: Note,
  status: 201,
  versioned: true,
  offline: 'queue',
})
export const getNote = route({
  method: 'GET',
  path: '/notes/:id',
  summary: 'One note with its amendments',
  access: 'casework.read',
  audit: 'note.read',
  params: byId,
  response: Note,
  versioned: true,
  offline: 'keep',
})
export const changeNote = route({
  method: 'PUT',
  path: '/notes/:id',
  summary: 'Change a note of one’s own before it locks',
  access: 'casework.write',
  audit: 'note.changed',
  params: byId,
  body: ChangeNote,
  response: Note,
  versioned: true,
  offline: 'queue',
})
export const amendNote = route({
  method: 'POST',
  path: '/notes/:id/amendments',
  summary: 'Add to a note that is locked or somebody else’s',
  access: 'casework.write',
  audit: 'note.amended',
  params: byId,
  body: z.strictObject({ id: Id, words: paragraph(4000) }),
  response: Note,
  status: 201,
  versioned: true,
  offline: 'queue',
})

export const personConcerns = route({
  method: 'GET',
  path: '/people/:id/concerns',
  summary: 'Concerns about one person’s needs that are open to the asker',
  access: 'casework.read',
  audit: 'concerns.read',
  params: byId,
  response: PersonConcerns,
  offline: 'keep',
})
export const noteConcern = route({
  method: 'POST',
  path: '/people/:id/concerns',
  summary: 'Note a concern',
  access: 'casework.write',
  audit: 'concern.noted',
  params: byId,
  body: NoteConcern,
  response: Concern,
  status: 201,
  versioned: true,
  offline: 'queue',
})
export const changeConcern = route({
  method: 'PUT',
  path: '/concerns/:id',
  summary: 'Say how much help is needed now, or that it eased or is over, and why',
  access: 'casework.write',
  audit: 'concern.changed',
  params: byId,
  body: ChangeConcern,
  response: Concern,
  versioned: true,
  offline: 'queue',
})

export const listObstacles = route({
  method: 'GET',
  path: '/obstacles',
  summary: 'What stands in the way of families, the longest first',
  access: 'cases.read',
  audit: 'obstacles.listed',
  query: ObstacleFilter,
  response: ObstaclePage,
  offline: 'keep',
})
export const countObstacles = route({
  method: 'GET',
  path: '/obstacles/count',
  summary: 'How many a filter would show, before it is applied',
  access: 'cases.read',
  audit: 'obstacles.counted',
  query: ObstacleFilter,
  response: z.strictObject({ total: z.number().int() }),
})
export const obstacleCounts = route({
  method: 'GET',
  path: '/obstacles/by-desk',
  summary: 'How many families wait, by kind, desk and age',
  access: 'cases.assign',
  audit: 'obstacles.counted',
  query: z.strictObject({ of: z.enum(['team', 'all']).default('all') }),
  response: ObstacleCounts,
})
export const personObstacles = route({
  method: 'GET',
  path: '/people/:id/obstacles',
  summary: 'What stands in the way of one person, the longest first, the solved last',
  access: 'cases.read',
  audit: 'obstacles.read',
  params: byId,
  response: z.strictObject({ rows: z.array(ObstacleRow), mayOpen: z.boolean() }),
  offline: 'keep',
})
export const openObstacle = route({
  method: 'POST',
  path: '/people/:id/obstacles',
  summary: 'Say what stands in the way, and on whose desk it lies',
  access: 'casework.write',
  audit: 'obstacle.opened',
  params: byId,
  body: OpenObstacle,
  response: Obstacle,
  status: 201,
  versioned: true,
  offline: 'queue',
})
export const getObstacle = route({
  method: 'GET',
  path: '/obstacles/:id',
  summary: 'One obstacle with what was done about it',
  access: 'cases.read',
  audit: 'obstacle.read',
  params: byId,
  response: Obstacle,
  versioned: true,
  offline: 'keep',
})
export const takeObstacleStep = route({
  method: 'POST',
  path: '/obstacles/:id/steps',
  summary: 'Asked, answered, on another desk, solved and how',
  access: 'cases.read',
  audit: 'obstacle.step-taken',
  params: byId,
  body: TakeObstacleStep,
  response: Obstacle,
  versioned: true,
  offline: 'queue',
})
