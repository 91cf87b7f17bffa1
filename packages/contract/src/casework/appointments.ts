/** Appointments with families: when, where in words, with whom, and a reminder. In a section of the file, as notes are. */
import { z } from 'zod'
import { Id, Instant, line, PlainDate } from '../common.ts'
import { nextDue } from '../tasks/rules.ts'
import { Colleague } from '../tasks/schema.ts'
import { NoteSection } from './notes.ts'

export const appointmentKinds = ['visit', 'office', 'call', 'together'] as const
export const AppointmentKind = z.enum(appointmentKinds)
export const reminders = ['none', 'hour', 'day'] as const
export const appointmentStates = ['planned', 'kept', 'missed', 'called-off'] as const
/** Those that end it. */
export const appointmentEnds = ['kept', 'missed', 'called-off'] as const

/** `09:30`, by the clocks of the node. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')

const content = {
  compartment: NoteSection,
  kind: AppointmentKind,
  day: PlainDate,
  time: ClockTime,
  minutes: z.number().int().min(5).max(720),
  withWhom: line(160).optional(),
  place: line(160).optional(),
  remind: z.enum(reminders).default('none'),
}
/** How one comes again, and how often in all. */
export const appointmentRhythms = ['weekly', 'fortnightly', 'monthly'] as const
export const mostTimes = 60
export const AppointmentRepeat = z
  .strictObject({
    every: z.enum(appointmentRhythms),
    times: z.number().int().min(2).max(mostTimes).optional(),
    until: PlainDate.optional(),
  })
  .refine(one => (one.times === undefined) !== (one.until === undefined), {
    path: ['times'],
    message: 'times-or-until',
  })
export type AppointmentRepeat = z.infer<typeof AppointmentRepeat>

/** The days of all of them, the first included; no more than can be looked over, whatever the last day says. */
export function daysOf(first: PlainDate, repeat?: AppointmentRepeat): PlainDate[] {
  const days = [first]
  while (repeat && days.length < (repeat.times ?? mostTimes)) {
    const next = nextDue(first, repeat.every, days.at(-1) ?? first)
    if (next === null || (repeat.until !== undefined && next > repeat.until)) break
    days.push(next)
  }
  return days
}

export const MakeAppointment = z.strictObject({
  /** Made by the device, so that a repeated command makes one. */
  id: Id,
  ...content,
  repeat: AppointmentRepeat.optional(),
})
export type MakeAppointment = z.infer<typeof MakeAppointment>
export const ChangeAppointment = z.strictObject(content)
export type ChangeAppointment = z.infer<typeof ChangeAppointment>
export const EndAppointment = z
  .strictObject({
    state: z.enum(appointmentEnds),
    /** The version that was read. */
    seen: z.number().int().min(1),
    why: line(300).optional(),
    /** Called off with those of the same row that lie ahead. */
    rest: z.boolean().default(false),
  })
  .refine(one => !one.rest || one.state === 'called-off', { path: ['rest'], message: 'not-asked' })
  .refine(one => one.state === 'kept' || one.why !== undefined, { path: ['why'], message: 'required' })
export type EndAppointment = z.infer<typeof EndAppointment>

export const Appointment = z.strictObject({
  id: Id,
  version: z.number().int(),
  personId: Id,
  person: z.string(),
  caseId: Id.optional(),
  compartment: NoteSection,
  kind: AppointmentKind,
  by: Colleague,
  withWhom: z.string().optional(),
  place: z.string().optional(),
  startsAt: Instant,
  day: PlainDate,
  time: ClockTime,
  minutes: z.number().int(),
  remind: z.enum(reminders),
  state: z.enum(appointmentStates),
  why: z.string().optional(),
  /** How many more of the same row lie ahead of it, planned. */
  following: z.number().int(),
  mayChange: z.boolean(),
})
export type Appointment = z.infer<typeof Appointment>

export const AppointmentFilter = z.strictObject({
  of: z.enum(['mine', 'team']).default('mine'),
  /** Both included, by the days of the node; today and the six that follow where nothing is said. */
  from: PlainDate.optional(),
  to: PlainDate.optional(),
})
export type AppointmentFilter = z.infer<typeof AppointmentFilter>
export const AppointmentList = z.strictObject({
  from: PlainDate,
  to: PlainDate,
  rows: z.array(Appointment),
})
/** Whether there is an address of one's calendar, and since when. The address itself is said once, when it is made. */
export const CalendarState = z.strictObject({ madeAt: Instant.optional() })
export type AppointmentList = z.infer<typeof AppointmentList>
