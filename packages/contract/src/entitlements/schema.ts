/** The check-list of a person: what there is to claim, how far each is, and what was handed over. */
import { z } from 'zod'
import { DeskKind } from '../casework/obstacles.ts'
import {
  AreaCode,
  Id,
  Instant,
  line,
  MultiText,
  page,
  pageQuery,
  paragraph,
  PlainDate,
  Reason,
} from '../common.ts'
import { Colleague } from '../tasks/schema.ts'
import { helpers, meantFor } from './profile.ts'
import { claimStates, claimSteps, needsWords } from './rules.ts'

export const ClaimState = z.enum(claimStates)
export const ClaimStep = z.enum(claimSteps)
export const EntitlementCode = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, 'word')

const claim = {
  id: Id,
  version: z.number().int(),
  state: ClaimState,
  askedOn: PlainDate.optional(),
  givenOn: PlainDate.optional(),
  appealBy: PlainDate.optional(),
  /** The day on which something has to be done next; the task says what. */
  nextOn: PlainDate.optional(),
  /** Asked longer ago than the profile finds usual. */
  late: z.boolean(),
}

export const CheckRow = z.strictObject({
  code: EntitlementCode,
  title: MultiText,
  /** By the age alone; whether it concerns them, a person says. */
  fits: z.boolean(),
  whose: z.enum(meantFor),
  desk: DeskKind,
  helper: z.enum(helpers),
  papers: z.array(MultiText),
  basis: MultiText.optional(),
  /** Whether lawyers of the state have compared it with the law. */
  verified: z.boolean(),
  /** Not in the profile any more; what was recorded stays. */
  gone: z.boolean(),
  claim: z
    .strictObject({
      ...claim,
      /** The latest first. */
      steps: z.array(
        z.strictObject({
          what: ClaimStep,
          on: PlainDate,
          words: z.string().optional(),
          by: Colleague,
          at: Instant,
        }),
      ),
    })
    .optional(),
  may: z.array(ClaimStep),
})
export type CheckRow = z.infer<typeof CheckRow>

export const Delivery = z.strictObject({
  id: Id,
  code: EntitlementCode.optional(),
  what: z.string(),
  amount: z.string().optional(),
  on: PlainDate,
  byWhom: z.string(),
  receivedBy: z.string(),
  note: z.string().optional(),
  by: Colleague,
  /** Written by mistake: who struck it out, and why. */
  struck: z.strictObject({ by: Colleague, at: Instant, why: z.string() }).optional(),
})
export type Delivery = z.infer<typeof Delivery>

export const CheckList = z.strictObject({
  personId: Id,
  person: z.string(),
  /** Whether the section in which all of it lies is open to the reader; shut, the lists are empty. */
  open: z.boolean(),
  rows: z.array(CheckRow),
  deliveries: z.array(Delivery),
  waitDays: z.number().int(),
  mayWrite: z.boolean(),
})
export type CheckList = z.infer<typeof CheckList>

export const TakeClaimStep = z
  .strictObject({
    /** Made by the device, so that a repeated command is one step. */
    id: Id,
    what: ClaimStep,
    /** The version that was read; zero where nobody had looked. */
    seen: z.number().int().min(0),
    /** When it was asked, given, refused; today where nothing is said. */
    on: PlainDate.optional(),
    words: paragraph(1000).optional(),
    appealBy: PlainDate.optional(),
    /** What has to be done next, as a task of who writes it. */
    next: z.strictObject({ title: line(160), due: PlainDate }).optional(),
  })
  .refine(one => !needsWords(one.what) || one.words !== undefined, { path: ['words'], message: 'required' })
export type TakeClaimStep = z.infer<typeof TakeClaimStep>

export const AddDelivery = z.strictObject({
  /** Made by the device, so that a repeated command writes one. */
  id: Id,
  code: EntitlementCode.optional(),
  what: line(160),
  amount: line(60).optional(),
  on: PlainDate,
  byWhom: line(160),
  receivedBy: line(160),
  note: paragraph(600).optional(),
})
export type AddDelivery = z.infer<typeof AddDelivery>
export const StrikeDelivery = z.strictObject({ reason: Reason })

export const claimViews = ['mine', 'team', 'all'] as const
export const ClaimFilter = z.strictObject({
  ...pageQuery,
  of: z.enum(claimViews).default('mine'),
  /** Without it what was asked or appealed and is not given. */
  state: ClaimState.optional(),
  code: EntitlementCode.optional(),
  /** Asked longer ago than the profile finds usual. */
  late: z.literal('yes').optional(),
})
export type ClaimFilter = z.infer<typeof ClaimFilter>

export const ClaimRow = z.strictObject({
  ...claim,
  code: EntitlementCode,
  title: MultiText,
  desk: DeskKind.optional(),
  personId: Id,
  person: z.string(),
  household: z.string().optional(),
  area: AreaCode,
  worker: Colleague.optional(),
})
export type ClaimRow = z.infer<typeof ClaimRow>
export const ClaimPage = page(ClaimRow)

/** What waits too long: of mine, or of my team for who gives cases out. */
export const EntitlementsToday = z.strictObject({
  of: z.enum(['mine', 'team']),
  late: z.number().int(),
  rows: z.array(ClaimRow),
})
export type EntitlementsToday = z.infer<typeof EntitlementsToday>
