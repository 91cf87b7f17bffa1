/** What waits for somebody at meetings, in one answer: conferences of theirs, opinions that are asked of them, assessments that came back. */
import { z } from 'zod'
import { Id, Instant, PlainDate } from '../common.ts'
import { route } from '../route.ts'
import { Invitation } from './conferences.ts'
import { Question } from './interests.ts'

export const MeetingsToday = z.strictObject({
  /** Of today and tomorrow. */
  ahead: z.array(Invitation),
  /** Called by me, over, and nothing was written down. */
  toRecord: z.array(Invitation),
  /** Panels on which I sit and have not said what I think. */
  opinions: z.array(z.strictObject({ id: Id, question: Question, day: PlainDate, since: Instant })),
  /** Assessments of mine that were sent back. */
  back: z.array(
    z.strictObject({ id: Id, person: z.string(), question: Question, reason: z.string(), at: Instant }),
  ),
})
export type MeetingsToday = z.infer<typeof MeetingsToday>

export const meetingsToday = route({
  method: 'GET',
  path: '/today/meetings',
  summary: 'Conferences that are near, opinions that are asked of me, assessments that came back',
  access: 'people.read',
  audit: 'meetings.today',
  response: MeetingsToday,
  offline: 'keep',
})
