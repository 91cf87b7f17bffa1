/** Ways in to what a case keeps of a life. Every one is asked again by the section in which the record lies. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import {
  AddEntry,
  ChangeEntry,
  DayAhead,
  DaysAhead,
  EndEntry,
  Entry,
  EntryVersion,
  Situation,
} from './schema.ts'

import { WaitingFilter, WaitingPage } from './waiting.ts'

const byId = z.strictObject({ id: Id })

export const daysAhead = route({
  method: 'GET',
  path: '/situation/days',
  summary: 'Days in court, days of release, next letters and ends of leases: of my families, or of my team',
  access: 'casework.read',
  audit: 'situation.days-listed',
  query: DaysAhead,
  response: z.strictObject({ rows: z.array(DayAhead) }),
  offline: 'keep',
})
export const listWaiting = route({
  method: 'GET',
  path: '/situation/waiting',
  summary:
    'Children without a school or a look at where they can begin, days in court and their deadlines: of mine, or of my team',
  access: 'casework.read',
  audit: 'situation.listed',
  query: WaitingFilter,
  response: WaitingPage,
  offline: 'keep',
})
export const countWaiting = route({
  method: 'GET',
  path: '/situation/waiting/count',
  summary: 'How many a filter would show, before it is applied',
  access: 'casework.read',
  audit: 'situation.counted',
  query: WaitingFilter,
  response: z.strictObject({ total: z.number().int() }),
})
export const personSituation = route({
  method: 'GET',
  path: '/people/:id/situation',
  summary: 'School, health, work, home, law and family contact of one person, by the sections that are open',
  access: 'casework.read',
  audit: 'situation.read',
  params: byId,
  response: Situation,
  offline: 'keep',
})
export const addEntry = route({
  method: 'POST',
  path: '/people/:id/situation',
  summary: 'Write down one record',
  access: 'casework.write',
  audit: 'situation.added',
  params: byId,
  body: AddEntry,
  response: Entry,
  status: 201,
  versioned: true,
  offline: 'queue',
})
export const getEntry = route({
  method: 'GET',
  path: '/situation/:id',
  summary: 'One record',
  access: 'casework.read',
  audit: 'situation.read',
  params: byId,
  response: Entry,
  versioned: true,
  offline: 'keep',
})
export const changeEntry = route({
  method: 'PUT',
  path: '/situation/:id',
  summary: 'How it is now, or a correction with its reason; what stood before stays in the history',
  access: 'casework.write',
  audit: 'situation.changed',
  params: byId,
  body: ChangeEntry,
  response: Entry,
  versioned: true,
  offline: 'queue',
})
export const endEntry = route({
  method: 'POST',
  path: '/situation/:id/end',
  summary: 'It is over and what came of it, or it was never so and why',
  access: 'casework.write',
  audit: 'situation.ended',
  params: byId,
  body: EndEntry,
  response: Entry,
  versioned: true,
  offline: 'queue',
})
export const entryHistory = route({
  method: 'GET',
  path: '/situation/:id/history',
  summary: 'All versions of one record, the latest first',
  access: 'casework.read',
  audit: 'situation.history-read',
  params: byId,
  response: z.strictObject({ rows: z.array(EntryVersion) }),
})
