/** Ways in to the calendar of sessions by a secret address, for programs that cannot sign in. */
import { z } from 'zod'
import { Instant } from '../common.ts'
import { route } from '../route.ts'

const State = z.strictObject({ madeAt: Instant.optional() })
const path = '/council/calendar'

export const councilCalendarState = route({
  method: 'GET',
  path,
  summary: 'Whether a calendar elsewhere can read the sessions by an address of mine',
  access: 'council.read',
  audit: null,
  response: State,
})
/** Said once: only a hash is kept. A new address takes the place of the old one, which then opens nothing. */
export const openCouncilCalendar = route({
  method: 'POST',
  path,
  summary: 'Make my secret address of the calendar of sessions, or a new one',
  access: 'council.read',
  audit: 'council-calendar.opened',
  response: z.strictObject({ address: z.url() }),
  status: 201,
})
export const shutCouncilCalendar = route({
  method: 'DELETE',
  path,
  summary: 'Take my secret address of the calendar of sessions back',
  access: 'council.read',
  audit: 'council-calendar.shut',
  response: State,
})
/** Sessions as their readers have them, without practical notes and names. Whoever does not know the secret hears that nothing is there. */
export const readCouncilCalendar = route({
  method: 'GET',
  path: '/calendars/sessions/:secret',
  summary: 'Sessions with a day, for the calendar of whoever holds the secret address (RFC 5545)',
  access: 'public',
  audit: null,
  params: z.strictObject({ secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
  response: z.string(),
  produces: 'text/calendar',
})
