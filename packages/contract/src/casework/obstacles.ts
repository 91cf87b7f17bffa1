/** The obstacle log: what stands in a family's way, on whose desk it lies and for how long. It blames a situation, nobody in it. */
import { z } from 'zod'
import { Domain } from '../domains.ts'
import { AreaCode, Id, Instant, line, page, pageQuery, paragraph, PlainDate } from '../common.ts'
import { Colleague } from '../tasks/schema.ts'

export const obstacleKinds = [
  'paper',
  'school-place',
  'allowance',
  'housing',
  'language',
  'money',
  'transport',
  'care',
  'other',
] as const
export const ObstacleKind = z.enum(obstacleKinds)
export type ObstacleKind = z.infer<typeof ObstacleKind>

/** On whose desk it lies: kinds of bodies, so that it can be counted; which one is a word beside it. */
export const deskKinds = [
  'own',
  'registry',
  'education',
  'benefits',
  'housing',
  'health',
  'migration',
  'court',
  'guardianship',
  'employment',
  'bank',
  'abroad',
  'other',
] as const
export const DeskKind = z.enum(deskKinds)
export type DeskKind = z.infer<typeof DeskKind>

export const obstacleStates = ['open', 'asked', 'answered', 'solved'] as const
export const ObstacleState = z.enum(obstacleStates)
export type ObstacleState = z.infer<typeof ObstacleState>

export const obstacleSteps = [
  'opened',
  'asked',
  'answered',
  'moved',
  'carried',
  'solved',
  'again',
  'word',
] as const
/** Those that somebody takes. */
export const takenSteps = ['asked', 'answered', 'moved', 'solved', 'again', 'word'] as const
export const TakenStep = z.enum(takenSteps)
export type TakenStep = z.infer<typeof TakenStep>

/** What may be said of it, by where it stands. */
export const stepsFrom = (state: ObstacleState): readonly TakenStep[] =>
  state === 'solved'
    ? ['again', 'word']
    : ['asked', ...(state === 'asked' ? (['answered'] as const) : []), 'moved', 'solved', 'word']

/** Where it stands after a step. On another desk nobody has asked yet. */
export function stateAfter(state: ObstacleState, step: TakenStep): ObstacleState {
  switch (step) {
    case 'asked':
    case 'answered':
    case 'solved':
      return step
    case 'moved':
    case 'again':
      return 'open'
    case 'word':
      return state
  }
}

/** Days after which the rule carries it on: to the supervisors, and so many days later to the coordinators. */
export const CarryRule = z.strictObject({
  supervisor: z.number().int().min(1).max(365),
  coordinator: z.number().int().min(1).max(365),
})
export type CarryRule = z.infer<typeof CarryRule>
/** Where the profile of a state says nothing. */
const usualRule: CarryRule = { supervisor: 14, coordinator: 14 }
/** A child without a school place, or nobody to care for them, waits for nobody. */
const soonRule: CarryRule = { supervisor: 7, coordinator: 7 }
export const carryRule = (
  kind: ObstacleKind,
  profile: Readonly<Partial<Record<ObstacleKind, CarryRule>>> = {},
): CarryRule => profile[kind] ?? (kind === 'school-place' || kind === 'care' ? soonRule : usualRule)

/** Ages by which they are listed and counted, in days. */
export const obstacleAges = ['week', 'month', 'quarter', 'longer'] as const
export const ObstacleAge = z.enum(obstacleAges)
export type ObstacleAge = z.infer<typeof ObstacleAge>
/** From and to, both included; the last has no end. */
export const ageDays: Readonly<Record<ObstacleAge, readonly [number, number | null]>> = {
  week: [0, 7],
  month: [8, 30],
  quarter: [31, 90],
  longer: [91, null],
}

export const ObstacleRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  personId: Id,
  person: z.string(),
  household: z.string().optional(),
  area: AreaCode,
  caseId: Id.optional(),
  worker: Colleague.optional(),
  kind: ObstacleKind,
  domain: Domain,
  desk: DeskKind,
  deskName: z.string().optional(),
  since: PlainDate,
  state: ObstacleState,
  askedOn: PlainDate.optional(),
  answeredOn: PlainDate.optional(),
  solvedOn: PlainDate.optional(),
  /** To whom the rule carried it. */
  carriedTo: z.enum(['supervisor', 'coordinator']).optional(),
  carriedOn: PlainDate.optional(),
  /** Longer than the rule allows, today. */
  late: z.boolean(),
  may: z.array(TakenStep),
})
export type ObstacleRow = z.infer<typeof ObstacleRow>

export const Obstacle = ObstacleRow.extend({
  /** The latest first; what is said in a section that is shut to the reader is absent. */
  steps: z.array(
    z.strictObject({
      what: z.enum(obstacleSteps),
      whom: z.string().optional(),
      words: z.string().optional(),
      by: Colleague.optional(),
      at: Instant,
    }),
  ),
})
export type Obstacle = z.infer<typeof Obstacle>

export const obstacleViews = ['mine', 'team', 'all'] as const
export const ObstacleFilter = z.strictObject({
  ...pageQuery,
  of: z.enum(obstacleViews).default('mine'),
  kind: ObstacleKind.optional(),
  desk: DeskKind.optional(),
  age: ObstacleAge.optional(),
  /** Without it all that are not solved. */
  state: ObstacleState.optional(),
  /** Those that the rule carried on, or that lie longer than it allows. */
  late: z.literal('yes').optional(),
})
export type ObstacleFilter = z.infer<typeof ObstacleFilter>
export const ObstaclePage = page(ObstacleRow)

/** How many families wait, by kind, desk and age. Of one household counted once in each cell. */
export const ObstacleCounts = z.strictObject({
  rows: z.array(
    z.strictObject({
      kind: ObstacleKind,
      desk: DeskKind,
      families: z.number().int(),
      longest: z.number().int(),
      late: z.number().int(),
      byAge: z.strictObject({
        week: z.number().int(),
        month: z.number().int(),
        quarter: z.number().int(),
        longer: z.number().int(),
      }),
    }),
  ),
})
export type ObstacleCounts = z.infer<typeof ObstacleCounts>

const desk = { desk: DeskKind, deskName: line(120).optional() }
export const OpenObstacle = z.strictObject({
  /** Made by the device, so that a repeated command opens one. */
  id: Id,
  kind: ObstacleKind,
  domain: Domain,
  ...desk,
  since: PlainDate,
  askedOn: PlainDate.optional(),
  /** What exactly, for those who read the social section. */
  words: paragraph(1000).optional(),
})
export type OpenObstacle = z.infer<typeof OpenObstacle>

export const TakeObstacleStep = z
  .strictObject({
    what: TakenStep,
    /** The version that was read: somebody who did not see what happened since is told so first. */
    seen: z.number().int().min(1),
    /** When it was asked, answered, solved; today where nothing is said. */
    on: PlainDate.optional(),
    desk: DeskKind.optional(),
    deskName: line(120).optional(),
    words: paragraph(1000).optional(),
  })
  .refine(one => (one.what === 'moved') === (one.desk !== undefined), { path: ['desk'], message: 'required' })
  // How it was solved helps the next family; why it is there again helps this one.
  .refine(one => !['solved', 'again', 'word'].includes(one.what) || one.words !== undefined, {
    path: ['words'],
    message: 'required',
  })
export type TakeObstacleStep = z.infer<typeof TakeObstacleStep>
