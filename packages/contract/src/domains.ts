/** Parts of life and work that help is about: what an offer, a question or guidance concerns. Never about a person's views. */
import { z } from 'zod'

export const domains = [
  'reception',
  'papers',
  'family',
  'housing',
  'health',
  'psychosocial',
  'education',
  'livelihood',
  'law',
  'protection',
  'community',
  'staff',
] as const
export const Domain = z.enum(domains)
export type Domain = z.infer<typeof Domain>

/** None stands for all of them. */
export const Domains = z
  .array(Domain)
  .max(domains.length)
  .refine(list => new Set(list).size === list.length, 'twice')
