/** A plan: goals in the family's own words, what is done for each, who said yes, how it went. */
import { z } from 'zod'
import { NeedDomain, NeedLevel } from '../assessments/needs.ts'
import {
  AreaCode,
  Id,
  Instant,
  LanguageTag,
  line,
  MultiText,
  paragraph,
  PlainDate,
  Reason,
} from '../common.ts'
import { impersonal } from '../personalData.ts'
import { Colleague } from '../tasks/schema.ts'
import { taskStates } from '../tasks/rules.ts'
import { GoalDomain } from './domains.ts'
import { goalOutcomes, planKinds, planStates, progresses, wentStates } from './states.ts'

export const actionKinds = ['task', 'service', 'referral'] as const

export const PlanAction = z.strictObject({
  id: Id,
  /** The same through all versions. */
  thread: Id,
  kind: z.enum(actionKinds),
  words: z.string(),
  /** Whoever does it outside of this program. */
  who: z.string().optional(),
  owner: Colleague.optional(),
  due: PlainDate.optional(),
  taskId: Id.optional(),
  /** Of the task, once there is one. */
  task: z.enum(taskStates).optional(),
  doneOn: Instant.optional(),
  doneWords: z.string().optional(),
})
export type PlanAction = z.infer<typeof PlanAction>

export const sources = ['practice', 'guidance'] as const
/** A practice or a recommendation that somebody took for a goal, and how it went. */
export const PracticeUse = z.strictObject({
  id: Id,
  source: z.enum(sources),
  sourceId: Id,
  symbol: z.string(),
  title: MultiText,
  by: Colleague,
  at: Instant,
  went: z.enum(wentStates).optional(),
  words: z.string().optional(),
  wentAt: Instant.optional(),
})
export type PracticeUse = z.infer<typeof PracticeUse>

export const PlanGoal = z.strictObject({
  id: Id,
  thread: Id,
  version: z.number().int(),
  domain: GoalDomain,
  words: z.string(),
  language: LanguageTag,
  baseline: z.string().optional(),
  target: z.string(),
  indicator: z.string().optional(),
  due: PlainDate,
  owner: Colleague,
  actions: z.array(PlanAction),
  progress: z.array(
    z.strictObject({
      on: PlainDate,
      progress: z.enum(progresses),
      words: z.string().optional(),
      by: Colleague,
    }),
  ),
  outcome: z
    .strictObject({
      came: z.enum(goalOutcomes),
      words: z.string(),
      family: z.enum(goalOutcomes),
      familyWords: z.string(),
      by: Colleague,
      at: Instant,
    })
    .optional(),
  uses: z.array(PracticeUse),
  /** The section is the reader's to write. */
  writable: z.boolean(),
})
export type PlanGoal = z.infer<typeof PlanGoal>

export const agreedBy = ['self', 'guardian'] as const
export const agreedHow = ['signature', 'spoken'] as const
export const childViews = ['agrees', 'differs', 'too-young'] as const

export const Agreement = z.strictObject({
  id: Id,
  by: z.enum(agreedBy),
  who: z.string(),
  how: z.enum(agreedHow),
  documentId: Id.optional(),
  on: PlainDate,
  words: z.string().optional(),
  child: z.enum(childViews).optional(),
  childWords: z.string().optional(),
  heardBy: Colleague,
})
export type Agreement = z.infer<typeof Agreement>

export const Plan = z.strictObject({
  id: Id,
  version: z.number().int(),
  caseId: Id,
  personId: Id,
  kind: z.enum(planKinds),
  number: z.number().int(),
  state: z.enum(planStates),
  madeBy: Colleague,
  madeAt: Instant,
  /** Why it changes one that is in force. */
  why: z.string().optional(),
  goals: z.array(PlanGoal),
  agreements: z.array(Agreement),
  steps: z.array(
    z.strictObject({
      from: z.enum(planStates).optional(),
      to: z.enum(planStates),
      at: Instant,
      by: Colleague,
      reason: z.string().optional(),
    }),
  ),
  reviews: z.array(
    z.strictObject({ id: Id, on: PlainDate, by: Colleague, familyWords: z.string().optional() }),
  ),
  /** Somebody is asked to approve it. */
  approvalId: Id.optional(),
  waits: z.boolean(),
})
export type Plan = z.infer<typeof Plan>

export const CasePlans = z.strictObject({
  caseId: Id,
  personId: Id,
  person: z.string(),
  age: z.strictObject({ min: z.number().int(), max: z.number().int() }).optional(),
  area: AreaCode,
  householdId: Id.optional(),
  household: z.string().optional(),
  /** In which language the family is spoken with, where that is written down. */
  familyLanguage: LanguageTag.optional(),
  /** Needs of the latest assessment that ask for a goal, as far as they are open to the reader. */
  asks: z.array(
    z.strictObject({
      need: NeedDomain,
      domain: GoalDomain,
      level: NeedLevel,
      reason: z.string(),
      takenOn: PlainDate,
    }),
  ),
  /** All versions, the latest first. */
  plans: z.array(Plan),
  family: z.array(Plan),
  /** Sections that are the reader's to write, as domains. */
  writable: z.array(GoalDomain),
  /** Works on this case: begins plans, hears the family, asks for approval. */
  works: z.boolean(),
})
export type CasePlans = z.infer<typeof CasePlans>

export const BeginPlan = z.strictObject({
  /** Made by the device, so that a repeated command makes one plan. */
  id: Id,
  kind: z.enum(planKinds),
  /** Why, where it changes a plan that is in force. */
  reason: Reason.optional(),
})
export type BeginPlan = z.infer<typeof BeginPlan>

export const SaveAction = z
  .strictObject({
    /** Kept from version to version; made by the device. */
    thread: Id,
    kind: z.enum(actionKinds),
    words: line(200),
    who: line(120).optional(),
    ownerId: Id.optional(),
    due: PlainDate.optional(),
  })
  .refine(one => one.kind !== 'task' || one.due !== undefined, { path: ['due'], message: 'required' })
export type SaveAction = z.infer<typeof SaveAction>

export const SaveGoal = z.strictObject({
  /** The same through all versions; made by the device. */
  thread: Id,
  /** The version of the goal that was read; absent for a new one. */
  seen: z.number().int().min(1).optional(),
  domain: GoalDomain,
  words: paragraph(600),
  language: LanguageTag,
  baseline: paragraph(600).optional(),
  target: paragraph(600),
  indicator: line(300).optional(),
  due: PlainDate,
  ownerId: Id.optional(),
  actions: z.array(SaveAction).max(20).default([]),
})
export type SaveGoal = z.infer<typeof SaveGoal>

export const AgreePlan = z
  .strictObject({
    id: Id,
    seen: z.number().int().min(1).optional(),
    by: z.enum(agreedBy),
    /** Mother, grandfather, the young person: as the family says it. */
    who: line(120),
    how: z.enum(agreedHow),
    documentId: Id.optional(),
    on: PlainDate,
    words: paragraph(1000).optional(),
    child: z.enum(childViews).optional(),
    childWords: paragraph(1000).optional(),
  })
  .superRefine((one, ctx) => {
    const lacks = (path: string) => ctx.addIssue({ code: 'custom', path: [path], message: 'required' })
    if (one.how === 'signature' && !one.documentId) lacks('documentId')
    if (one.child === 'differs' && !one.childWords) lacks('childWords')
  })
export type AgreePlan = z.infer<typeof AgreePlan>

export const PlanActs = ['ask', 'reopen', 'drop'] as const
export const ActOnPlan = z.strictObject({
  act: z.enum(PlanActs),
  seen: z.number().int().min(1).optional(),
  reason: Reason,
})
export type ActOnPlan = z.infer<typeof ActOnPlan>

export const ReviewPlan = z.strictObject({
  id: Id,
  on: PlainDate,
  familyWords: paragraph(1000).optional(),
  goals: z
    .array(z.strictObject({ thread: Id, progress: z.enum(progresses), words: paragraph(1000).optional() }))
    .min(1)
    .max(60),
})
export type ReviewPlan = z.infer<typeof ReviewPlan>

export const CloseGoal = z.strictObject({
  came: z.enum(goalOutcomes),
  words: paragraph(1000),
  family: z.enum(goalOutcomes),
  familyWords: paragraph(1000),
})
export type CloseGoal = z.infer<typeof CloseGoal>

export const TakePractice = z.strictObject({ id: Id, source: z.enum(sources), sourceId: Id })
export type TakePractice = z.infer<typeof TakePractice>

export const SayWent = z.strictObject({
  went: z.enum(wentStates),
  /** About the family; stays in their file. */
  words: paragraph(1000).optional(),
  /** About the practice and about nobody: a coordinator may let it go to the library. */
  library: impersonal(1000).optional(),
})
export type SayWent = z.infer<typeof SayWent>

export const DoneAction = z.strictObject({ words: line(300).optional() })
export type SayDone = z.infer<typeof DoneAction>
export const PersonPlans = z.strictObject({
  rows: z.array(
    z.strictObject({
      caseId: Id,
      kind: z.enum(planKinds),
      number: z.number().int(),
      state: z.enum(planStates),
      madeAt: Instant,
    }),
  ),
})
export type PersonPlans = z.infer<typeof PersonPlans>

export const UsedInPlans = z.strictObject({
  said: z.enum(['none', 'few', 'some']),
  atLeast: z.number().int().optional(),
})
export type UsedInPlans = z.infer<typeof UsedInPlans>
