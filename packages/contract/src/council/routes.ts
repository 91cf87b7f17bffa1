/** Ways in to the Council's bodies, parties and sessions. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })

export const listBodies = route({
  method: 'GET',
  path: '/council/bodies',
  summary: 'Bodies of the Council, each with who chairs and who follows',
  access: 'council.read',
  audit: 'bodies.listed',
  response: s.Bodies,
  offline: 'keep',
})
export const getBody = route({
  method: 'GET',
  path: '/council/bodies/:id',
  summary: 'One body with its rules, their history and its chairs',
  access: 'council.read',
  audit: 'body.read',
  params: byId,
  response: s.Body,
  offline: 'keep',
})
export const proposeRules = route({
  method: 'POST',
  path: '/council/bodies/:id/rules',
  summary: 'Propose other rules; a second person decides',
  access: 'council.prepare',
  audit: 'body.rules-proposed',
  params: byId,
  body: s.ProposeRules,
  response: s.Body,
  status: 201,
})
export const handOverChair = route({
  method: 'POST',
  path: '/council/bodies/:id/chair',
  summary: 'Record who takes the chair and what was handed over',
  access: 'council.prepare',
  audit: 'body.chair-handed-over',
  params: byId,
  body: s.HandOverChair,
  response: s.Body,
  status: 201,
})
export const listParties = route({
  method: 'GET',
  path: '/council/parties',
  summary: 'Members, partners, observers and experts',
  access: 'council.read',
  audit: 'parties.listed',
  response: s.Parties,
  offline: 'keep',
})
export const addParty = route({
  method: 'POST',
  path: '/council/parties',
  summary: 'Add a party',
  access: 'council.prepare',
  audit: 'party.added',
  body: s.AddParty,
  response: s.Party,
  status: 201,
  versioned: true,
})
export const getParty = route({
  method: 'GET',
  path: '/council/parties/:id',
  summary: 'One party with its delegation',
  access: 'council.read',
  audit: 'party.read',
  params: byId,
  response: s.Party,
  versioned: true,
  offline: 'keep',
})
export const changeParty = route({
  method: 'PUT',
  path: '/council/parties/:id',
  summary: 'Change names or classification of a party; another classification wants a reason',
  access: 'council.prepare',
  audit: 'party.changed',
  params: byId,
  body: s.ChangeParty,
  response: s.Party,
  versioned: true,
})
export const addDelegate = route({
  method: 'POST',
  path: '/council/parties/:id/delegates',
  summary: 'Add somebody to the delegation of a party',
  access: 'council.prepare',
  audit: 'delegate.added',
  params: byId,
  body: s.AddDelegate,
  response: s.Party,
  status: 201,
  versioned: true,
})
export const changeDelegate = route({
  method: 'PUT',
  path: '/council/delegates/:id',
  summary: 'Change credentials, term or account of a delegate',
  access: 'council.prepare',
  audit: 'delegate.changed',
  params: byId,
  body: s.ChangeDelegate,
  response: s.Delegate,
  versioned: true,
})

export const listSessions = route({
  method: 'GET',
  path: '/council/sessions',
  summary: 'The register of sessions and events, the latest first',
  access: 'council.read',
  audit: 'sessions.listed',
  query: s.SessionFilter,
  response: s.SessionPage,
  offline: 'keep',
})
export const sessionCalendar = route({
  method: 'GET',
  path: '/council/sessions.ics',
  summary: 'Sessions with a day, as a calendar (RFC 5545)',
  access: 'council.read',
  audit: 'sessions.calendar',
  response: z.unknown(),
  produces: 'text/calendar',
})
export const planSession = route({
  method: 'POST',
  path: '/council/sessions',
  summary: 'Put a session on the register',
  access: 'council.prepare',
  audit: 'session.planned',
  body: s.PlanSession,
  response: s.Session,
  status: 201,
  versioned: true,
})
export const getSession = route({
  method: 'GET',
  path: '/council/sessions/:id',
  summary: 'One session: facts, what each source reports, who is invited',
  access: 'council.read',
  audit: 'session.read',
  params: byId,
  response: s.Session,
  versioned: true,
  offline: 'keep',
})
export const changeSession = route({
  method: 'PUT',
  path: '/council/sessions/:id',
  summary: 'Change facts of a session',
  access: 'council.prepare',
  audit: 'session.changed',
  params: byId,
  body: s.ChangeSession,
  response: s.Session,
  versioned: true,
})
export const moveSession = route({
  method: 'POST',
  path: '/council/sessions/:id/state',
  summary: 'Say that a session is under way, closed or called off',
  access: 'council.prepare',
  audit: 'session.moved',
  params: byId,
  body: s.MoveSession,
  response: s.Session,
  versioned: true,
})
export const giveSymbol = route({
  method: 'POST',
  path: '/council/sessions/:id/symbol',
  summary: 'Give a session its symbol, once and for all languages',
  access: 'council.prepare',
  audit: 'session.numbered',
  params: byId,
  body: s.GiveSymbol,
  response: s.Session,
  versioned: true,
})
export const addReport = route({
  method: 'POST',
  path: '/council/sessions/:id/reports',
  summary: 'Add what a source reports of a session',
  access: 'council.prepare',
  audit: 'session.report-added',
  params: byId,
  body: s.AddReport,
  response: s.Session,
  status: 201,
  versioned: true,
})
export const inviteParty = route({
  method: 'PUT',
  path: '/council/sessions/:id/invitations/:partyId',
  summary: 'Invite a party, or write down its answer',
  access: 'council.prepare',
  audit: 'session.invited',
  params: z.strictObject({ id: Id, partyId: Id }),
  body: s.Invite,
  response: s.Session,
})
export const answerInvitation = route({
  method: 'PUT',
  path: '/council/sessions/:id/invitations/:partyId/answer',
  summary: 'Say for one’s party whether it comes',
  access: 'council.speak',
  audit: 'session.invitation-answered',
  params: z.strictObject({ id: Id, partyId: Id }),
  body: s.AnswerInvitation,
  response: s.Session,
})
export const registerParticipant = route({
  method: 'POST',
  path: '/council/sessions/:id/participants',
  summary: 'Register somebody who comes, for badge and visa',
  access: 'council.read',
  audit: 'session.participant-registered',
  params: byId,
  body: s.Register,
  response: s.Session,
  status: 201,
  versioned: true,
})
export const changeParticipant = route({
  method: 'PUT',
  path: '/council/sessions/participants/:id',
  summary: 'Change a registration, or write down who was there',
  access: 'council.read',
  audit: 'session.participant-changed',
  params: byId,
  body: s.ChangeParticipant,
  response: s.Participant,
  versioned: true,
})
export const removeParticipant = route({
  method: 'DELETE',
  path: '/council/sessions/participants/:id',
  summary: 'Take somebody off the list who does not come, until the session begins',
  access: 'council.read',
  audit: 'session.participant-removed',
  params: byId,
  response: s.Session,
})
