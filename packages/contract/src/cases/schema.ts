/** A case: one person, one episode, and whoever works with them. Why and from where is told by sections. */
import { z } from 'zod'
import { NeedDomain } from '../assessments/needs.ts'
import { AreaCode, Id, Instant, line, page, pageQuery, paragraph, PlainDate, Reason } from '../common.ts'
import { Colleague } from '../tasks/schema.ts'
import { caseStates, guards, outcomes, statedGuards } from './states.ts'

export const caseOrigins = ['handover', 'walk-in', 'referral', 'guardian-detained'] as const
export const CaseOrigin = z.enum(caseOrigins)
export type CaseOrigin = z.infer<typeof CaseOrigin>
/** Those that somebody says on a screen; a handover is made where families are handed over. */
export const saidOrigins = [
  'walk-in',
  'referral',
  'guardian-detained',
] as const satisfies readonly CaseOrigin[]

const State = z.enum(caseStates)
const Team = z.strictObject({ id: Id, name: z.string() })

/** The step on: what it asks, whose turn it is, and whether the reader can take it now. */
export const NextStep = z.strictObject({
  to: State,
  turn: z.enum(['worker', 'lead', 'program']),
  guards: z.array(
    z.strictObject({ guard: z.enum(guards), answer: z.enum(['met', 'missing', 'shut', 'ask']) }),
  ),
  /** Good to have before it; who goes on without is not held up. */
  advised: z.array(z.strictObject({ guard: z.enum(guards), answer: z.enum(['met', 'missing']) })),
})
export type NextStep = z.infer<typeof NextStep>

export const CaseRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  number: z.number().int(),
  episode: z.number().int(),
  personId: Id,
  person: z.string(),
  area: AreaCode,
  state: State,
  since: Instant,
  openedAt: Instant,
  /** Whose family: named where that is open to the reader. */
  householdId: Id.optional(),
  household: z.string().optional(),
  team: Team.optional(),
  worker: Colleague.optional(),
  /** The worker's account is shut: somebody else has to take over. */
  workerGone: z.boolean(),
  next: NextStep.optional(),
  /** The next day that asks for somebody: a review, a look in after closing. */
  lookOn: PlainDate.optional(),
})
export type CaseRow = z.infer<typeof CaseRow>

export const CaseStepTaken = z.strictObject({
  from: State.optional(),
  to: State,
  at: Instant,
  /** Absent where the program took it, on the day that was set. */
  by: Colleague.optional(),
  reason: z.string().optional(),
  outcome: z.enum(outcomes).optional(),
  /** What was said with it, where the social section is open to the reader. */
  said: z.array(z.strictObject({ guard: z.enum(statedGuards), words: z.string() })),
})

export const lookWays = ['visit', 'call', 'not-reached'] as const
export const lookFindings = ['well', 'needs-help'] as const
/** One day of looking in after closing. */
export const Look = z.strictObject({
  id: Id,
  number: z.number().int(),
  due: PlainDate,
  doneAt: Instant.optional(),
  by: Colleague.optional(),
  how: z.enum(lookWays).optional(),
  going: z.enum(lookFindings).optional(),
  words: z.string().optional(),
})
export type Look = z.infer<typeof Look>

export const CaseAssigned = z.strictObject({
  at: Instant,
  until: Instant.optional(),
  by: Colleague,
  worker: Colleague.optional(),
  team: Team.optional(),
  reason: z.string().optional(),
})

export const Case = CaseRow.extend({
  /** Those that are open to the reader: what tells of an operation, or of a guardian in detention, may be shut. */
  origins: z.array(
    z.strictObject({
      origin: CaseOrigin,
      at: Instant,
      by: Colleague,
      operationId: Id.optional(),
      sentBy: z.string().optional(),
    }),
  ),
  steps: z.array(CaseStepTaken),
  assigned: z.array(CaseAssigned),
  /** The case that goes on, where this one was merged into it. */
  mergedInto: Id.optional(),
  /** Steps that the reader may take now, the step on first. */
  open: z.array(z.strictObject({ to: State, reason: z.boolean(), asks: z.array(z.enum(statedGuards)) })),
  /** The request to close it, while somebody has to decide. */
  closureId: Id.optional(),
  /** Days of looking in after closing, where the social section is open to the reader. */
  looks: z.array(Look),
  mayLookIn: z.boolean(),
  mayAssign: z.boolean(),
  mayHandBack: z.boolean(),
  /** Other cases of the person, the latest first. */
  others: z.array(z.strictObject({ id: Id, number: z.number().int(), state: State, openedAt: Instant })),
})
export type Case = z.infer<typeof Case>

export const caseViews = ['mine', 'team', 'unassigned', 'all'] as const
export const CaseFilter = z.strictObject({
  ...pageQuery,
  /** One's own, those of one's team, those that nobody works on yet, or every one that is open to the reader. */
  of: z.enum(caseViews).default('mine'),
  /** Without it all that are not over. */
  state: State.optional(),
  workerId: Id.optional(),
  /** Those that ask for somebody today: a review or a look in that has come, a closing that was sent back. */
  due: z.literal('now').optional(),
  /** Those whose closing was refused, and where nothing was done since. */
  back: z.literal('yes').optional(),
  /** Those whose latest look at the needs says so of this domain, as far as its section is open to the asker. */
  need: NeedDomain.optional(),
  /** How much help is needed there; without it whatever asks for a goal. */
  level: z.enum(['3', '4']).optional(),
})
export type CaseFilter = z.infer<typeof CaseFilter>
export const CasePage = page(CaseRow)

/** Numbers of the landing page; each opens the list that it counts. */
export const CaseSummary = z.strictObject({
  /** Given to me, and intake has not begun. */
  arrived: z.number().int(),
  mine: z.number().int(),
  /** A review or a look in that has come: of mine or, for who gives cases out, of the team. */
  due: z.number().int(),
  /** Of mine or, for who gives cases out, of the team: where each stands. */
  states: z.array(z.strictObject({ state: State, count: z.number().int() })),
  /** Of my team, worked on by nobody; zero for those who give none out. */
  unassigned: z.number().int(),
  /** My families, those of one household counted as one, and how many are usual. */
  families: z.number().int(),
  usual: z.number().int(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

export const OpenCase = z.strictObject({
  /** Made by the device, so that a repeated command makes one case. */
  id: Id,
  personId: Id,
  origin: z.enum(saidOrigins),
  /** Who sent the family, in a few words. */
  sentBy: line(160).optional(),
})
export type OpenCase = z.infer<typeof OpenCase>

/** `joined`: the person had an open case, and that one goes on. */
export const OpenedCase = z.strictObject({ id: Id, joined: z.boolean() })
export type OpenedCase = z.infer<typeof OpenedCase>

export const TakeStep = z.strictObject({
  to: State,
  /** The version that was read: somebody who did not see what happened since is told so first. */
  seen: z.number().int().min(1).optional(),
  reason: Reason.optional(),
  outcome: z.enum(outcomes).optional(),
  /** What the step asks and the program cannot know. */
  said: z
    .array(z.strictObject({ guard: z.enum(statedGuards), words: paragraph(2000) }))
    .max(statedGuards.length)
    .default([]),
})
export type TakeStep = z.infer<typeof TakeStep>

/** `going` is said where somebody was reached. */
export const LookIn = z
  .strictObject({
    how: z.enum(lookWays),
    going: z.enum(lookFindings).optional(),
    words: paragraph(1000).optional(),
  })
  .refine(one => (one.how === 'not-reached') === (one.going === undefined), {
    path: ['going'],
    message: 'required',
  })
export type LookIn = z.infer<typeof LookIn>

/** One case or many to one worker, or to a team alone. */
export const AssignCases = z
  .strictObject({
    ids: z.array(Id).min(1).max(100),
    workerId: Id.optional(),
    teamId: Id.optional(),
    /** Asked for where the worker has more families than usual already. */
    reason: Reason.optional(),
  })
  .refine(one => (one.workerId === undefined) !== (one.teamId === undefined), 'worker-or-team')
export type AssignCases = z.infer<typeof AssignCases>

export const AssignedCases = z.strictObject({
  done: z.array(Id),
  /** Those that stay where they are, each with the code that it alone would have answered. */
  refused: z.array(z.strictObject({ id: Id, code: z.string() })),
})

/** Who can be given cases, with the families that they have. */
export const CaseWorkers = z.strictObject({
  usual: z.number().int(),
  rows: z.array(
    z.strictObject({ id: Id, name: z.string(), team: Team.optional(), families: z.number().int() }),
  ),
  teams: z.array(Team),
})
export type CaseWorkers = z.infer<typeof CaseWorkers>
