/**
 * Concerns as versioned data: what is hard for somebody now, in plain words of ours, each in the section that its readers have.
 * A concern speaks of a need and of nobody's character: what anybody believes, whom they knew or where they were is none, and
 * there is no code for danger from anybody. Severity is that of the need; nothing is added up.
 */
import { z } from 'zod'
import { NeedDomain, NeedLevel } from '../assessments/needs.ts'
import { Compartment } from '../access/compartments.ts'
import { Id, Instant, type Language, Language as LanguageCode, paragraph, PlainDate } from '../common.ts'
import { Colleague } from '../tasks/schema.ts'
import first from './data/concerns.1.json' with { type: 'json' }

const ConcernSet = z.strictObject({
  version: z.string(),
  concerns: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
      domain: NeedDomain,
      compartment: Compartment,
      text: z.record(LanguageCode, z.string()),
    }),
  ),
})
type ConcernSet = z.infer<typeof ConcernSet>
export type ConcernCode = ConcernSet['concerns'][number]

const versions: readonly ConcernSet[] = [ConcernSet.parse(first)]
/** Those that can be noted today. */
export const concernSet: ConcernSet = versions.at(-1) ?? ConcernSet.parse(first)

/** A concern that was noted by an older list keeps its words. */
export const concernOf = (code: string, version: string = concernSet.version): ConcernCode | undefined =>
  versions.find(one => one.version === version)?.concerns.find(one => one.code === code)
export const concernText = (code: string, version: string, language: Language): string =>
  concernOf(code, version)?.text[language] ?? code

/** Who told of it. */
export const concernSources = [
  'self',
  'family',
  'worker',
  'school',
  'health',
  'neighbours',
  'service',
  'other',
] as const
export const concernStates = ['open', 'eased', 'over'] as const
export const ConcernState = z.enum(concernStates)
export type ConcernState = z.infer<typeof ConcernState>

export const ConcernStep = z.strictObject({
  severity: NeedLevel,
  state: ConcernState,
  why: z.string().optional(),
  by: Colleague,
  at: Instant,
})
export const Concern = z.strictObject({
  id: Id,
  version: z.number().int(),
  personId: Id,
  code: z.string(),
  codeVersion: z.string(),
  compartment: Compartment,
  severity: NeedLevel,
  since: PlainDate.optional(),
  source: z.enum(concernSources),
  state: ConcernState,
  notedAt: Instant,
  updatedAt: Instant,
  /** What became of it, the latest first. */
  steps: z.array(ConcernStep),
  mayChange: z.boolean(),
})
export type Concern = z.infer<typeof Concern>
export const PersonConcerns = z.strictObject({
  rows: z.array(Concern),
  /** Sections in which the asker may note one. */
  mayNote: z.array(Compartment),
})
export type PersonConcerns = z.infer<typeof PersonConcerns>

const why = paragraph(1000)
export const NoteConcern = z.strictObject({
  /** Made by the device, so that a repeated command notes one. */
  id: Id,
  code: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  severity: NeedLevel,
  since: PlainDate.optional(),
  source: z.enum(concernSources),
  why: why.optional(),
})
export type NoteConcern = z.infer<typeof NoteConcern>

export const ChangeConcern = z.strictObject({ severity: NeedLevel, state: ConcernState, why })
export type ChangeConcern = z.infer<typeof ChangeConcern>
