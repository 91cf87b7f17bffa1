/** Ways in to the register of people. */
import { z } from 'zod'
import { AreaCode, Id, Instant, line, page, pageQuery, PlainDate, Reason } from '../common.ts'
import { route } from '../route.ts'
import { RoleName } from '../access/roles.ts'
import {
  ChangeSection,
  EditableSection,
  FoundPerson,
  HouseholdLeaver,
  HouseholdMember,
  NotSame,
  Person,
  PersonFilter,
  PersonHistory,
  PersonPage,
  PersonSearch,
  PersonSketch,
  RegisterPerson,
  UnderstoodQuery,
} from './schema.ts'

const byId = z.strictObject({ id: Id })
const none = z.undefined()

export const listPeople = route({
  method: 'GET',
  path: '/people',
  summary: 'The register, as far as the asker may see it',
  access: 'people.read',
  audit: 'people.listed',
  query: PersonFilter,
  response: PersonPage,
  offline: 'keep',
})
export const countPeople = route({
  method: 'GET',
  path: '/people/count',
  summary: 'How many a filter would show, before it is applied',
  access: 'people.read',
  audit: 'people.counted',
  query: PersonFilter,
  response: z.strictObject({ total: z.number().int() }),
})
/** By POST, since a name must not stand in an address or a log. */
export const searchPeople = route({
  method: 'POST',
  path: '/people/search',
  summary: 'Find people by any name in any script, or by an identifier or phone',
  access: 'people.read',
  audit: 'people.searched',
  body: PersonSearch,
  response: z.strictObject({ rows: z.array(FoundPerson), understood: UnderstoodQuery }),
})
/** Asked while somebody is being registered; only records that are open to the asker can be named. */
export const lookAlikes = route({
  method: 'POST',
  path: '/people/look-alikes',
  summary: 'Who on the register looks like somebody who is about to be registered',
  access: 'people.register',
  audit: 'people.compared',
  body: PersonSketch,
  response: z.strictObject({ rows: z.array(FoundPerson) }),
})
export const registerPerson = route({
  method: 'POST',
  path: '/people',
  summary: 'Put a person on the register',
  access: 'people.register',
  audit: 'person.registered',
  body: RegisterPerson,
  response: Person,
  status: 201,
  versioned: true,
  offline: 'queue',
})
export const getPerson = route({
  method: 'GET',
  path: '/people/:id',
  summary: 'One person; sections that the reader may not see are absent',
  access: 'people.read',
  audit: 'person.read',
  params: byId,
  response: Person,
  versioned: true,
  offline: 'keep',
})
export const changeSection = route({
  method: 'PUT',
  path: '/people/:id/sections/:section',
  summary: 'Update or correct one section',
  access: 'people.correct',
  audit: 'person.changed',
  params: z.strictObject({ id: Id, section: EditableSection }),
  body: ChangeSection,
  response: Person,
  versioned: true,
  offline: 'queue',
})
export const movePerson = route({
  method: 'PUT',
  path: '/people/:id/area',
  summary: 'The person lives in another area now',
  access: 'people.correct',
  audit: 'person.moved',
  params: byId,
  body: z.strictObject({ area: AreaCode, reason: Reason.optional() }),
  response: Person,
  versioned: true,
  offline: 'queue',
})
export const personHistory = route({
  method: 'GET',
  path: '/people/:id/history',
  summary: 'What changed, in the sections open to the reader',
  access: 'people.read',
  audit: 'person.history-read',
  params: byId,
  query: z.strictObject(pageQuery),
  response: PersonHistory,
})

export const listNotSame = route({
  method: 'GET',
  path: '/people/:id/not-same',
  summary: 'Who looks like this person and was said to be another',
  access: 'people.read',
  audit: 'person.not-same-read',
  params: byId,
  response: z.strictObject({ rows: z.array(NotSame) }),
})
const pair = z.strictObject({ id: Id, otherId: Id })
export const sayNotSame = route({
  method: 'PUT',
  path: '/people/:id/not-same/:otherId',
  summary: 'Say that two records are two persons',
  access: 'people.register',
  audit: 'person.said-not-same',
  params: pair,
  body: z.strictObject({ reason: Reason.optional() }),
  response: none,
  status: 204,
})
/** By POST, since it carries a reason: somebody had looked at both, and is told why that no longer holds. */
export const takeBackNotSame = route({
  method: 'POST',
  path: '/people/:id/not-same/:otherId/take-back',
  summary: 'Take that back, with a reason',
  access: 'people.register',
  audit: 'person.not-same-taken-back',
  params: pair,
  body: z.strictObject({ reason: Reason }),
  response: none,
  status: 204,
})

export const PersonGrant = z.strictObject({
  id: Id,
  accountId: Id,
  name: z.string(),
  role: RoleName.optional(),
  kind: z.enum(['own', 'task', 'sitting']),
  from: Instant,
  until: Instant.optional(),
})
export const listPersonGrants = route({
  method: 'GET',
  path: '/people/:id/grants',
  summary: 'Who works with this person',
  access: 'people.read',
  audit: 'person.grants-read',
  params: byId,
  response: page(PersonGrant),
})
export const grantPerson = route({
  method: 'POST',
  path: '/people/:id/grants',
  summary: 'Bring somebody beside this person',
  access: 'people.assign',
  audit: 'person.granted',
  params: byId,
  body: z.strictObject({
    id: Id,
    accountId: Id,
    kind: z.enum(['own', 'task', 'sitting']),
    until: PlainDate.optional(),
    reason: Reason,
  }),
  response: PersonGrant,
  status: 201,
})
export const endPersonGrant = route({
  method: 'DELETE',
  path: '/people/:id/grants/:grantId',
  summary: 'End it',
  access: 'people.assign',
  audit: 'person.grant-ended',
  params: z.strictObject({ id: Id, grantId: Id }),
  response: none,
  status: 204,
})

export const makeHousehold = route({
  method: 'POST',
  path: '/households',
  summary: 'Join people to one household',
  access: 'people.correct',
  audit: 'household.made',
  body: z.strictObject({ id: Id, name: line(160), members: z.array(HouseholdMember).min(1).max(40) }),
  response: z.strictObject({ id: Id, version: z.number().int() }),
  status: 201,
})
export const changeHousehold = route({
  method: 'PUT',
  path: '/households/:id',
  summary: 'Rename a household or change who belongs to it',
  access: 'people.correct',
  audit: 'household.changed',
  params: byId,
  body: z.strictObject({
    name: line(160),
    members: z.array(HouseholdMember).min(1).max(40),
    /** Of those who are no longer among the members: when they left and why. Not said: today, moved. */
    left: z.array(HouseholdLeaver).max(40).default([]),
    reason: Reason.optional(),
  }),
  response: z.strictObject({ id: Id, version: z.number().int() }),
  versioned: true,
})

export const askErasure = route({
  method: 'POST',
  path: '/people/:id/erasure',
  summary: 'Ask for the erasure of a person; a second person decides',
  access: 'people.erase',
  audit: 'person.erasure-asked',
  params: byId,
  body: z.strictObject({ reason: Reason }),
  response: z.strictObject({ approvalId: Id }),
  status: 202,
})
