/** The part of casework in the landing page, in one answer. */
import { z } from 'zod'
import { Id, Instant } from '../common.ts'
import { route } from '../route.ts'
import { Colleague } from '../tasks/schema.ts'
import { Appointment } from './appointments.ts'
import { ObstacleRow } from './obstacles.ts'

export const CaseworkToday = z.strictObject({
  /** Whose obstacles these are: one's own families', the team's, or the node's. */
  of: z.enum(['mine', 'team', 'all']),
  /** Obstacles that lie longer than the rule allows. */
  late: z.number().int(),
  /** The longest of them. */
  obstacles: z.array(ObstacleRow),
  /** Appointments of mine, of today. */
  visits: z.array(Appointment),
  /** Closings of mine that were refused, with the words of who refused. */
  back: z.array(
    z.strictObject({
      caseId: Id,
      number: z.number().int(),
      person: z.string(),
      at: Instant,
      by: Colleague.optional(),
      reason: z.string().optional(),
    }),
  ),
  /** For who gives cases out in a team: each worker. */
  team: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      families: z.number().int(),
      /** Reviews and looks in whose day has come. */
      due: z.number().int(),
      overdue: z.number().int(),
    }),
  ),
})
export type CaseworkToday = z.infer<typeof CaseworkToday>

export const caseworkToday = route({
  method: 'GET',
  path: '/today/casework',
  summary: 'What stands in the way too long and, for who gives cases out, the team',
  access: 'cases.read',
  audit: 'casework.today',
  response: CaseworkToday,
  offline: 'keep',
})
