/** Ways in to the roster and to deployments. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/roster'

export const listRoster = route({
  method: 'GET',
  path,
  summary: 'Experts and trainers, by what they give, in which language, about what',
  access: 'practices.read',
  audit: 'roster.listed',
  query: s.RosterFilter,
  response: s.RosterPage,
})
export const myEntry = route({
  method: 'GET',
  path: `${path}/mine`,
  summary: 'My own entry, if I have one',
  access: 'practices.read',
  audit: null,
  response: s.MyEntry,
})
export const joinRoster = route({
  method: 'POST',
  path,
  summary: 'Stand on the roster, by own choice; the own state confirms',
  access: 'practices.write',
  audit: 'roster.joined',
  body: s.JoinRoster,
  response: s.RosterEntry,
  status: 201,
  versioned: true,
})
export const getEntry = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One entry with free days and deployments',
  access: 'practices.read',
  audit: 'roster.read',
  params: byId,
  response: s.RosterEntry,
  versioned: true,
})
export const changeEntry = route({
  method: 'PUT',
  path: `${path}/:id`,
  summary: 'Change one’s own entry; what was confirmed and says something else now waits again',
  access: 'practices.write',
  audit: 'roster.changed',
  params: byId,
  body: s.ChangeEntry,
  response: s.RosterEntry,
  versioned: true,
})
export const leaveRoster = route({
  method: 'DELETE',
  path: `${path}/:id`,
  summary: 'Leave the roster, at once',
  access: 'practices.read',
  audit: 'roster.left',
  params: byId,
  response: z.undefined(),
  status: 204,
})
export const confirmEntry = route({
  method: 'POST',
  path: `${path}/:id/confirmation`,
  summary: 'The state of an expert confirms them, or takes that back',
  access: 'practices.read',
  audit: 'roster.confirmed',
  params: byId,
  body: s.ConfirmEntry,
  response: s.RosterEntry,
  versioned: true,
})
export const askDeployment = route({
  method: 'POST',
  path: `${path}/:id/deployments`,
  summary: 'Ask for somebody, for one’s state or organisation',
  access: 'trainings.run',
  audit: 'deployment.asked',
  params: byId,
  body: s.AskDeployment,
  response: s.Deployment,
  status: 201,
})
export const listDeployments = route({
  method: 'GET',
  path: '/deployments',
  summary: 'Deployments that concern the reader: as expert, as who asked, as the state that lends',
  access: 'trainings.take',
  audit: 'deployments.listed',
  response: s.Deployments,
})
export const moveDeployment = route({
  method: 'POST',
  path: '/deployments/:id/moves',
  summary: 'Offer, agree, decline, begin, end with a short report, or withdraw',
  access: 'trainings.take',
  audit: 'deployment.moved',
  params: byId,
  body: s.MoveDeployment,
  response: s.Deployment,
})
