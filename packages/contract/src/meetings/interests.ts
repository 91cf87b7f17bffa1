/**
 * An assessment of what is best for one child, before others decide on its life: what it says itself, what those around it say, and
 * what speaks for and against each way. Words and no numbers: nothing is added up, and no way is chosen by the program.
 *
 * Factors after UNHCR, Best Interests Procedure Guidelines (2021), part 4: the views of the child and of those close to it; a safe
 * environment; family and close relationships; development and identity.
 */
import { z } from 'zod'
import { Id, Instant, line, MultiText, paragraph, PlainDate } from '../common.ts'
import { RoleName } from '../access/roles.ts'
import { ClockTime } from '../casework/appointments.ts'
import { Colleague } from '../tasks/schema.ts'
import { Done } from './conferences.ts'
import { interestStates, panelStates } from './states.ts'

export const questions = ['separation', 'guardianship', 'placement', 'contact', 'return'] as const
export const Question = z.enum(questions)
export type Question = z.infer<typeof Question>
export const factors = ['safety', 'family', 'development'] as const
export type Factor = (typeof factors)[number]
/** `observed`: too young to be asked, and told by how it is with people. `not-asked`: why stands in the words. */
export const heardWays = ['asked', 'observed', 'not-asked'] as const
export const viewHolders = [
  'carer',
  'parent',
  'sibling',
  'relative',
  'school',
  'health',
  'worker',
  'other',
] as const

export const Weighed = z.strictObject({
  for: paragraph(1500).optional(),
  against: paragraph(1500).optional(),
})
export const Option = z.strictObject({
  id: Id,
  words: line(300),
  safety: Weighed.default({}),
  family: Weighed.default({}),
  development: Weighed.default({}),
})
export type Option = z.infer<typeof Option>

export const Content = z.strictObject({
  /** What has to be decided, and by when it presses. */
  matter: paragraph(2000),
  child: z
    .strictObject({ heard: z.enum(heardWays).optional(), words: paragraph(3000).optional() })
    .default({}),
  views: z
    .array(z.strictObject({ of: z.enum(viewHolders), words: paragraph(2000) }))
    .max(12)
    .default([]),
  options: z.array(Option).max(6).default([]),
  recommended: Id.optional(),
  reasons: paragraph(4000).optional(),
  /** What cannot wait for a decision. */
  urgent: paragraph(2000).optional(),
})
export type Content = z.infer<typeof Content>

export const SaveInterests = z.strictObject({
  /** The version that was read; absent when it begins. */
  seen: z.number().int().min(1).optional(),
  question: Question,
  content: Content,
})
export type SaveInterests = z.infer<typeof SaveInterests>
export const BeginInterests = z.strictObject({ id: Id, question: Question, content: Content })
export type BeginInterests = z.infer<typeof BeginInterests>

export const lackKinds = ['child', 'views', 'options', 'weighed', 'recommended', 'reasons'] as const
export type Lack = (typeof lackKinds)[number]

/** What an assessment needs before a second person reads it. */
export function lacksOf(content: Content): Lack[] {
  const weighed = (one: Option) =>
    factors.every(factor => one[factor].for !== undefined || one[factor].against !== undefined)
  const missing: Record<Lack, boolean> = {
    child: !content.child.heard || !content.child.words,
    views: content.views.length === 0,
    options: content.options.length < 2,
    weighed: !content.options.every(weighed),
    recommended: !content.options.some(one => one.id === content.recommended),
    reasons: !content.reasons,
  }
  return lackKinds.filter(kind => missing[kind])
}

export const interestActs = ['ask', 'take-back', 'drop'] as const
export const ActOnInterests = z
  .strictObject({
    act: z.enum(interestActs),
    seen: z.number().int().min(1),
    reason: line(500).optional(),
  })
  .refine(one => one.act === 'ask' || (one.reason?.length ?? 0) >= 3, {
    path: ['reason'],
    message: 'reason-too-short',
  })
export type ActOnInterests = z.infer<typeof ActOnInterests>

export const CallPanel = z.strictObject({
  id: Id,
  /** Of the assessment. */
  seen: z.number().int().min(1),
  day: PlainDate,
  time: ClockTime,
  place: line(160).optional(),
  /** The first leads the sitting. */
  members: z
    .array(z.strictObject({ id: Id, accountId: Id }))
    .min(1)
    .max(9)
    .refine(list => new Set(list.map(one => one.accountId)).size === list.length, 'twice'),
})
export type CallPanel = z.infer<typeof CallPanel>

export const SayOpinion = z
  .strictObject({
    option: Id,
    words: paragraph(3000),
    /** Of a decision that was proposed: it is not theirs, and why stands beside it for good. */
    dissents: z.boolean().default(false),
    dissentWords: paragraph(2000).optional(),
    /** The request that was read: what is seen differently is that text and no later one. */
    approvalId: Id.optional(),
  })
  .refine(one => !one.dissents || one.dissentWords !== undefined, {
    path: ['dissentWords'],
    message: 'required',
  })
export type SayOpinion = z.infer<typeof SayOpinion>

export const ProposeDecision = z.strictObject({
  seen: z.number().int().min(1),
  option: Id,
  words: paragraph(2000),
  reasons: paragraph(4000),
  /** The day on which it is looked at again: no decision about a child stands unseen. */
  reviewOn: PlainDate,
  followUps: z
    .array(
      z.strictObject({
        id: Id,
        words: line(200),
        ownerId: Id.optional(),
        who: line(120).optional(),
        due: PlainDate,
      }),
    )
    .max(12),
})
export type ProposeDecision = z.infer<typeof ProposeDecision>

export const panelActs = ['take-back', 'drop'] as const
export const ActOnPanel = z.strictObject({
  act: z.enum(panelActs),
  seen: z.number().int().min(1),
  reason: line(500).refine(text => text.length >= 3, 'reason-too-short'),
})
export type ActOnPanel = z.infer<typeof ActOnPanel>

const step = <State extends z.ZodType>(state: State) =>
  z.strictObject({
    from: state.optional(),
    to: state,
    at: Instant,
    by: Colleague,
    reason: z.string().optional(),
  })

export const Member = z.strictObject({
  id: Id,
  account: Colleague,
  role: RoleName,
  agency: MultiText,
  leads: z.boolean(),
  option: Id.optional(),
  words: z.string().optional(),
  saidAt: Instant.optional(),
  dissents: z.boolean(),
  dissentWords: z.string().optional(),
  agreed: z.boolean(),
})
export type Member = z.infer<typeof Member>

export const Panel = z.strictObject({
  id: Id,
  version: z.number().int(),
  state: z.enum(panelStates),
  day: PlainDate,
  time: ClockTime,
  place: z.string().optional(),
  by: Colleague,
  quorum: z.number().int(),
  members: z.array(Member),
  decision: z
    .strictObject({
      option: Id,
      words: z.string(),
      reasons: z.string(),
      reviewOn: PlainDate,
      followUps: z.array(Done),
      /** Once it was decided. */
      at: Instant.optional(),
    })
    .optional(),
  steps: z.array(step(z.enum(panelStates))),
  approvalId: Id.optional(),
  /** The reader is one of them, and may still say what they think. */
  maySay: z.boolean(),
  /** Whoever called it writes the decision down. */
  mayWrite: z.boolean(),
})
export type Panel = z.infer<typeof Panel>

export const InterestRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  question: Question,
  state: z.enum(interestStates),
  by: Colleague,
  at: Instant,
  panel: z
    .strictObject({
      state: z.enum(panelStates),
      day: PlainDate,
      decidedAt: Instant.optional(),
      reviewOn: PlainDate.optional(),
    })
    .optional(),
})
export type InterestRow = z.infer<typeof InterestRow>
export const CaseInterests = z.strictObject({
  caseId: Id,
  personId: Id,
  person: z.string(),
  /** Whether this is a child: for somebody else there is no such assessment. */
  child: z.boolean(),
  rows: z.array(InterestRow),
  mayBegin: z.boolean(),
})

export const Interests = InterestRow.omit({ panel: true }).extend({
  caseId: Id,
  personId: Id,
  /** Where the contact section is open: after the sitting a member sees what they decided, and no name. */
  person: z.string().optional(),
  content: Content,
  lacks: z.array(z.enum(lackKinds)),
  reviewed: z.strictObject({ by: Colleague, at: Instant }).optional(),
  steps: z.array(step(z.enum(interestStates))),
  approvalId: Id.optional(),
  panels: z.array(Panel),
  /** How a panel has to be made up here. */
  rule: z.strictObject({ members: z.number().int(), agencies: z.number().int(), quorum: z.number().int() }),
  mayWrite: z.boolean(),
  mayCall: z.boolean(),
})
export type Interests = z.infer<typeof Interests>
