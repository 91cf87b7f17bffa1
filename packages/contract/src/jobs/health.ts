/** How a node stands, as whoever runs it reads it: on its page, and from `kerege doctor`. Numbers, moments and versions; nothing of anybody. */
import { z } from 'zod'
import { Instant } from '../common.ts'
import { route } from '../route.ts'

/** All is well; look at it in calm; something does not work or may be lost. */
export const verdicts = ['ok', 'attention', 'wrong'] as const
export const Verdict = z.enum(verdicts)
export type Verdict = z.infer<typeof Verdict>

export const findingCodes = [
  'versions',
  'letters',
  'migrations',
  'clock',
  'line',
  'storage',
  'queues',
  'log',
  'backup',
  'space',
  'papers',
  'key',
  'certificate',
  'mail',
] as const
export const FindingCode = z.enum(findingCodes)
export type FindingCode = z.infer<typeof FindingCode>

export const Finding = z.strictObject({
  code: FindingCode,
  verdict: Verdict,
  /** One sentence in the reader's language; of what is not well, a second one that says what to do. */
  text: z.string(),
})
export type Finding = z.infer<typeof Finding>

export const Health = z.strictObject({ at: Instant, findings: z.array(Finding) })
export type Health = z.infer<typeof Health>

export const getHealth = route({
  method: 'GET',
  path: '/node/health',
  summary: 'How the node stands: versions, storage, log, backups, keys, certificate, clock',
  access: 'jobs.administer',
  audit: 'node.looked-at',
  response: Health,
})
