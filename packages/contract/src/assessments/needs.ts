/**
 * Needs, domain by domain, as versioned data: how much help is needed now, from 1 (none now) to 4 (urgent). A need is looked
 * at, never a person; there is no sum over domains and none may be added. Belief is there for support that somebody asks
 * for: what or how much anybody believes is not asked. The words of each level stand in the catalogues, by version.
 */
import { z } from 'zod'
import { Compartment } from '../access/compartments.ts'
import first from './data/needs.1.json' with { type: 'json' }

/** Whose needs these are: they are looked at differently. */
export const abouts = ['child', 'adult', 'carer', 'family'] as const
export const About = z.enum(abouts)
export type About = z.infer<typeof About>

export const needDomains = [
  'safety',
  'family',
  'papers',
  'nationality',
  'health',
  'disability',
  'mhpss',
  'education',
  'housing',
  'livelihood',
  'community',
  'belief',
  'participation',
] as const
export const NeedDomain = z.enum(needDomains)
export type NeedDomain = z.infer<typeof NeedDomain>

export const NeedLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type NeedLevel = z.infer<typeof NeedLevel>
export const needLevels = [1, 2, 3, 4] as const satisfies readonly NeedLevel[]

const Needs = z.strictObject({
  version: z.string(),
  levels: z.array(NeedLevel),
  /** From this level on a domain asks for a goal in the plan. */
  asksGoalFrom: NeedLevel,
  domains: z.array(
    z.strictObject({
      id: NeedDomain,
      /** Its readers, and who may say the level. */
      compartment: Compartment,
      about: z.array(About),
      fromAge: z.number().int().optional(),
    }),
  ),
})
export type Needs = z.infer<typeof Needs>

const versions: readonly Needs[] = [Needs.parse(first)]
export const needs: Needs = versions.at(-1) ?? Needs.parse(first)
export const needsOf = (version: string): Needs | undefined => versions.find(one => one.version === version)

/** The name under which an assessment of needs is kept, beside the instruments. */
export const needsId = 'needs'

/** @param age in whole years, where it is known */
export const domainsFor = (set: Needs, about: About, age?: number) =>
  set.domains.filter(
    one => one.about.includes(about) && (age === undefined || about !== 'child' || age >= (one.fromAge ?? 0)),
  )
