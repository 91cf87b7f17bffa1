/** Ways in to kinship: who is whose mother, brother, guardian, and how surely. */
import { z } from 'zod'
import { Id, Reason } from '../../common.ts'
import { route } from '../../route.ts'
import { AddRelation, ChangeRelation, checkCodes, EndRelation, Relation, Tree } from './schema.ts'

const byPerson = z.strictObject({ id: Id })
const byRelation = z.strictObject({ id: Id, relationId: Id })

export const listRelations = route({
  method: 'GET',
  path: '/people/:id/relations',
  summary: 'Relations of a person; relatives who are not open are counted',
  access: 'people.read',
  audit: 'relations.listed',
  params: byPerson,
  response: z.strictObject({ rows: z.array(Relation), notShown: z.number().int() }),
  offline: 'keep',
})
export const familyTree = route({
  method: 'GET',
  path: '/people/:id/tree',
  summary: 'Three steps of kinship around a person, and what contradicts itself there',
  access: 'people.read',
  audit: 'person.tree-read',
  params: byPerson,
  response: Tree,
  offline: 'keep',
})
export const addRelation = route({
  method: 'POST',
  path: '/people/:id/relations',
  summary: 'Write down a relation',
  access: 'people.correct',
  audit: 'relation.added',
  params: byPerson,
  body: AddRelation,
  response: Relation,
  status: 201,
  versioned: true,
  offline: 'queue',
})
export const changeRelation = route({
  method: 'PUT',
  path: '/people/:id/relations/:relationId',
  summary: 'Change how surely it is known, since when, or by what evidence',
  access: 'people.correct',
  audit: 'relation.changed',
  params: byRelation,
  body: ChangeRelation,
  response: Relation,
  versioned: true,
  offline: 'queue',
})
export const endRelation = route({
  method: 'PUT',
  path: '/people/:id/relations/:relationId/end',
  summary: 'End a relation; it stays on record',
  access: 'people.correct',
  audit: 'relation.ended',
  params: byRelation,
  body: EndRelation,
  response: Relation,
  versioned: true,
  offline: 'queue',
})
export const lookAtCheck = route({
  method: 'POST',
  path: '/people/:id/tree/looks',
  summary:
    'A contradiction was looked at and stands, with the reason; it comes back when the relations change',
  access: 'people.correct',
  audit: 'relation.looked-at',
  params: byPerson,
  body: z.strictObject({
    id: Id,
    code: z.enum(checkCodes),
    relationIds: z.array(Id).min(1).max(60),
    reason: Reason,
  }),
  response: z.strictObject({ id: Id }),
  status: 201,
})
