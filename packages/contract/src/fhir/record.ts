/**
 * What of a case a FHIR file carries, without ids and without who wrote it: the same before it leaves and after it is read. Notes,
 * incidents, concerns and answers to instruments stay where they were written; so do papers, and whom else was told.
 */
import { z } from 'zod'
import { About, NeedDomain, NeedLevel } from '../assessments/needs.ts'
import { caseStates } from '../cases/states.ts'
import { AreaCode, Instant, Language, LanguageTag, line, paragraph, PlainDate } from '../common.ts'
import { consentKinds, effects, givers } from '../consents/kinds.ts'
import { Purpose, RecipientKind, Tellable } from '../consents/schema.ts'
import { Basis, endReasons, Kind, KinStanding, lifeStates, RoughDate } from '../people/kinship/schema.ts'
import {
  BirthDate,
  ContactSection,
  Disability,
  householdRoles,
  IdentitySection,
  JourneySection,
  Sex,
} from '../people/schema.ts'
import { GoalDomain } from '../plans/domains.ts'
import { actionKinds } from '../plans/schema.ts'
import { goalOutcomes, planKinds, planStates } from '../plans/states.ts'
import { referralStates } from '../referrals/rules.ts'

export const Who = z.strictObject({
  contact: ContactSection,
  identity: IdentitySection.optional(),
  journey: JourneySection.optional(),
  area: AreaCode.optional(),
})
export type Who = z.infer<typeof Who>

export const Relative = z.strictObject({
  kind: Kind,
  basis: Basis,
  standing: KinStanding,
  /** Absent of somebody whom nobody knows. */
  name: line(160).optional(),
  sex: Sex,
  birth: BirthDate.optional(),
  life: z.enum(lifeStates).optional(),
  died: RoughDate.optional(),
  since: RoughDate.optional(),
  until: RoughDate.optional(),
  endReason: z.enum(endReasons).optional(),
})
export type Relative = z.infer<typeof Relative>

export const Household = z.strictObject({
  name: line(160),
  role: z.enum(householdRoles),
  /** The others who live there, as they are called. */
  members: z.array(
    z.strictObject({ name: line(400), role: z.enum(householdRoles), since: PlainDate.optional() }),
  ),
})
export type Household = z.infer<typeof Household>

export const Episode = z.strictObject({
  state: z.enum(caseStates),
  openedAt: Instant,
  steps: z.array(z.strictObject({ to: z.enum(caseStates), at: Instant })),
})
export type Episode = z.infer<typeof Episode>

export const Action = z.strictObject({
  kind: z.enum(actionKinds),
  words: line(200),
  who: line(120).optional(),
  due: PlainDate.optional(),
  done: z.boolean(),
})
export type Action = z.infer<typeof Action>

export const Goal = z.strictObject({
  domain: GoalDomain,
  words: paragraph(600),
  language: LanguageTag,
  baseline: paragraph(600).optional(),
  target: paragraph(600),
  indicator: line(300).optional(),
  due: PlainDate,
  came: z.enum(goalOutcomes).optional(),
  actions: z.array(Action).max(20),
})
export type Goal = z.infer<typeof Goal>

export const Plan = z.strictObject({
  kind: z.enum(planKinds),
  state: z.enum(planStates),
  madeAt: Instant,
  goals: z.array(Goal),
})
export type Plan = z.infer<typeof Plan>

export const Referral = z.strictObject({
  state: z.enum(referralStates),
  purpose: Purpose,
  language: Language,
  task: paragraph(2000),
  answerBy: PlainDate,
  /** The service and whose it is, as it was called. */
  service: line(400),
})
export type Referral = z.infer<typeof Referral>

export const Consent = z.strictObject({
  kind: z.enum(consentKinds),
  givenBy: z.enum(givers).optional(),
  effect: z.enum(effects),
  purposes: z.array(Purpose),
  recipients: z.array(RecipientKind),
  /** Single recipients, as they are called. */
  contacts: z.array(line(160)),
  classes: z.array(Tellable),
  since: PlainDate,
  until: PlainDate.optional(),
  recordedAt: Instant,
})
export type Consent = z.infer<typeof Consent>

export const Needs = z.strictObject({
  about: About,
  version: line(20),
  takenOn: PlainDate,
  levels: z.array(z.strictObject({ domain: NeedDomain, level: NeedLevel, reason: line(500) })),
})
export type Needs = z.infer<typeof Needs>

export const CaseRecord = z.strictObject({
  person: Who,
  /** The six questions of the Washington Group. */
  functioning: Disability.optional(),
  relatives: z.array(Relative),
  household: Household.optional(),
  episode: Episode.optional(),
  plans: z.array(Plan),
  referrals: z.array(Referral),
  consents: z.array(Consent),
  needs: z.array(Needs),
})
export type CaseRecord = z.infer<typeof CaseRecord>
