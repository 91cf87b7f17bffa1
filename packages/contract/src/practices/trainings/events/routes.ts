/** Ways in to trainings and study visits. */
import { z } from 'zod'
import { Id } from '../../../common.ts'
import { route } from '../../../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/trainings/events'
const registrations = '/trainings/registrations/:id'

export const listEvents = route({
  method: 'GET',
  path,
  summary: 'Trainings and study visits, the latest first',
  access: 'practices.read',
  audit: 'trainings.listed',
  query: s.EventFilter,
  response: s.EventPage,
  offline: 'keep',
})
export const listWaiting = route({
  method: 'GET',
  path: '/trainings/waiting',
  summary: 'What waits for me: nominations, questions, deployments',
  access: 'trainings.take',
  audit: null,
  response: s.Waiting,
})
export const planEvent = route({
  method: 'POST',
  path,
  summary: 'Plan a training or a study visit of one’s agency',
  access: 'trainings.run',
  audit: 'training.planned',
  body: s.PlanEvent,
  response: s.Event,
  status: 201,
  versioned: true,
})
export const getEvent = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One training: programme, places, and of those who come whom the reader may see',
  access: 'practices.read',
  audit: 'training.read',
  params: byId,
  response: s.Event,
  versioned: true,
  offline: 'keep',
})
export const changeEvent = route({
  method: 'PUT',
  path: `${path}/:id`,
  summary: 'Change it; those who come are told',
  access: 'trainings.run',
  audit: 'training.changed',
  params: byId,
  body: s.ChangeEvent,
  response: s.Event,
  versioned: true,
})
export const moveEvent = route({
  method: 'POST',
  path: `${path}/:id/moves`,
  summary: 'Open the registration, or call it off with a reason',
  access: 'trainings.run',
  audit: 'training.moved',
  params: byId,
  body: s.MoveEvent,
  response: s.Event,
  versioned: true,
})
export const writeProgramme = route({
  method: 'PUT',
  path: `${path}/:id/programme`,
  summary: 'The programme as a whole: sessions by the clock of the host, with trainers of the roster',
  access: 'trainings.run',
  audit: 'training.programme-written',
  params: byId,
  body: s.WriteProgramme,
  response: s.Event,
  versioned: true,
})
export const getCalendar = route({
  method: 'GET',
  path: `${path}/:id/calendar`,
  summary: 'The programme as a calendar; where one goes only for those who come',
  access: 'practices.read',
  audit: 'training.calendar',
  params: byId,
  response: z.undefined(),
  produces: 'text/calendar',
})
export const register = route({
  method: 'POST',
  path: `${path}/:id/registrations`,
  summary: 'Ask for a place; the focal point of one’s state nominates',
  access: 'trainings.take',
  audit: 'training.asked',
  params: byId,
  body: s.Register,
  response: s.Event,
  status: 201,
})
export const nominate = route({
  method: 'POST',
  path: `${registrations}/nomination`,
  summary:
    'The focal point of a state nominates, or declines with a reason; for those of no state the organiser',
  access: 'trainings.run',
  audit: 'training.nominated',
  params: byId,
  body: s.Nominate,
  response: s.Event,
})
export const decideRegistration = route({
  method: 'POST',
  path: `${registrations}/decision`,
  summary: 'The organiser confirms, or declines with a reason',
  access: 'trainings.run',
  audit: 'training.decided',
  params: byId,
  body: s.Nominate,
  response: s.Event,
})
export const withdrawRegistration = route({
  method: 'POST',
  path: `${registrations}/withdrawal`,
  summary: 'Not to come after all; whoever waits moves up',
  access: 'trainings.take',
  audit: 'training.registration-withdrawn',
  params: byId,
  body: s.WithReason,
  response: s.Event,
})
export const noteAttendance = route({
  method: 'POST',
  path: `${path}/:id/attendance`,
  summary: 'Who is there: noted by the organiser or the trainer, session by session',
  access: 'trainings.take',
  audit: 'training.attendance-noted',
  params: byId,
  body: s.NoteAttendance,
  response: s.Event,
})
