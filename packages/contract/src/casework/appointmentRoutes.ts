/** Ways in to appointments, and to one's own calendar by a secret address. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import {
  Appointment,
  AppointmentFilter,
  AppointmentList,
  CalendarState,
  ChangeAppointment,
  EndAppointment,
  MakeAppointment,
} from './appointments.ts'

const byId = z.strictObject({ id: Id })

export const listAppointments = route({
  method: 'GET',
  path: '/appointments',
  summary: 'Appointments of some days: my own, or those of my team',
  access: 'casework.read',
  audit: 'appointments.listed',
  query: AppointmentFilter,
  response: AppointmentList,
  offline: 'keep',
})
export const personAppointments = route({
  method: 'GET',
  path: '/people/:id/appointments',
  summary: 'Appointments with one person from today on, the next first',
  access: 'casework.read',
  audit: 'appointments.read',
  params: byId,
  response: z.strictObject({ rows: z.array(Appointment), mayMake: z.boolean() }),
  offline: 'keep',
})
export const makeAppointment = route({
  method: 'POST',
  path: '/people/:id/appointments',
  summary: 'Make an appointment of one’s own with a family',
  access: 'casework.write',
  audit: 'appointment.made',
  params: byId,
  body: MakeAppointment,
  response: Appointment,
  status: 201,
  versioned: true,
  offline: 'queue',
})
export const changeAppointment = route({
  method: 'PUT',
  path: '/appointments/:id',
  summary: 'Another time or place',
  access: 'casework.write',
  audit: 'appointment.changed',
  params: byId,
  body: ChangeAppointment,
  response: Appointment,
  versioned: true,
  offline: 'queue',
})
export const endAppointment = route({
  method: 'POST',
  path: '/appointments/:id/end',
  summary: 'It took place, it did not, or it is called off, and why',
  access: 'casework.write',
  audit: 'appointment.ended',
  params: byId,
  body: EndAppointment,
  response: Appointment,
  versioned: true,
  offline: 'queue',
})
export const calendarState = route({
  method: 'GET',
  path: '/appointments/calendar',
  summary: 'Whether my appointments can be read by a calendar elsewhere',
  access: 'casework.read',
  audit: null,
  response: CalendarState,
})
/** Said once: only a hash is kept. A new address takes the place of the old one, which then opens nothing. */
export const openCalendar = route({
  method: 'POST',
  path: '/appointments/calendar',
  summary: 'Make the secret address of my calendar, or a new one',
  access: 'casework.write',
  audit: 'calendar.opened',
  response: z.strictObject({ address: z.url() }),
  status: 201,
})
export const shutCalendar = route({
  method: 'DELETE',
  path: '/appointments/calendar',
  summary: 'Take the secret address of my calendar back',
  access: 'casework.write',
  audit: 'calendar.shut',
  response: CalendarState,
})
/** Times and nothing else: no names, no places, no kinds. Whoever does not know the secret hears that nothing is there. */
export const readCalendar = route({
  method: 'GET',
  path: '/calendars/:secret',
  summary: 'Times of appointments, for the calendar of whoever holds the secret address',
  access: 'public',
  audit: null,
  params: z.strictObject({ secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
  response: z.string(),
  produces: 'text/calendar',
})
