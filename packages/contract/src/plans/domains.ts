/**
 * Which part of life a goal is about, and in whose section it lies: a goal is read and written by those who read and write
 * that section, as a need is. A need that asks for a goal asks for one of these.
 */
import type { Compartment } from '../access/compartments.ts'
import type { NeedDomain } from '../assessments/needs.ts'
import { z } from 'zod'
import type { Domain } from '../domains.ts'

/** Those domains of the region's work that somebody can have a goal in. */
export const goalDomains = [
  'protection',
  'family',
  'papers',
  'law',
  'health',
  'psychosocial',
  'education',
  'housing',
  'livelihood',
  'community',
] as const satisfies readonly Domain[]
export const GoalDomain = z.enum(goalDomains)
export type GoalDomain = z.infer<typeof GoalDomain>

export const sectionOf: Readonly<Record<GoalDomain, Compartment>> = {
  protection: 'protection',
  family: 'kinship',
  papers: 'identity',
  law: 'legal',
  health: 'health',
  psychosocial: 'mhpss',
  education: 'education',
  housing: 'social',
  livelihood: 'social',
  community: 'social',
}

export const domainOfNeed: Readonly<Record<NeedDomain, GoalDomain>> = {
  safety: 'protection',
  family: 'family',
  papers: 'papers',
  nationality: 'law',
  health: 'health',
  disability: 'health',
  mhpss: 'psychosocial',
  education: 'education',
  housing: 'housing',
  livelihood: 'livelihood',
  community: 'community',
  belief: 'community',
  participation: 'community',
}
