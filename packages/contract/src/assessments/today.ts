/** The part of needs in the landing page: in how many cases help is needed soon or now, domain by domain. Never a sum over domains. */
import { z } from 'zod'
import { route } from '../route.ts'
import { NeedDomain } from './needs.ts'

export const NeedsToday = z.strictObject({
  /** Of one's own cases or, for who gives cases out, of the team. */
  of: z.enum(['mine', 'team']),
  /** Domains in which anything is needed, those with the most that is urgent first. */
  rows: z.array(z.strictObject({ domain: NeedDomain, soon: z.number().int(), now: z.number().int() })),
})
export type NeedsToday = z.infer<typeof NeedsToday>

export const needsToday = route({
  method: 'GET',
  path: '/today/needs',
  summary: 'In how many cases help is needed soon or now, domain by domain',
  access: 'assessments.read',
  audit: 'needs.counted',
  response: NeedsToday,
  offline: 'keep',
})
