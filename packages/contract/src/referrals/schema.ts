/**
 * Referrals as the sender sees them, as the receiver inside sees them, and as somebody outside sees them. The three shapes are apart on
 * purpose: a receiver reads the task and what they were told, and nothing else of the file.
 */
import { z } from 'zod'
import { Id, Instant, Language, MultiText, page, pageQuery, paragraph, PlainDate } from '../common.ts'
import { Purpose } from '../consents/schema.ts'
import { Tell, ToldField } from '../consents/tellingSchema.ts'
import { hindrances } from '../consents/rules.ts'
import { OrganisationKind } from '../services/schema.ts'
import { Colleague } from '../tasks/schema.ts'
import { needsWords, referralStates } from './rules.ts'

export const ReferralState = z.enum(referralStates)

const draftFacts = {
  serviceId: Id,
  purpose: Purpose,
  /** In which it is written and told. */
  language: Language,
  /** What is asked for, as the receiver reads it. */
  task: paragraph(2000),
  answerBy: PlainDate,
}
export const DraftReferral = z.strictObject({
  /** Made by the device, so that a repeated command makes one. */
  id: Id,
  ...draftFacts,
  /** A step of the plan that it is for. */
  actionId: Id.optional(),
})
export type DraftReferral = z.infer<typeof DraftReferral>
export const ChangeDraft = z.strictObject(draftFacts)
export type ChangeDraft = z.infer<typeof ChangeDraft>

export const SendReferral = z.strictObject({
  /** Id of the act of sharing, made by the device. */
  id: Id,
  /** The version that was read: somebody who did not see what happened since is told so first. */
  seen: z.number().int().min(1),
  fields: Tell.shape.fields,
  despite: Tell.shape.despite,
  /** One of those who answer inside; whoever of them comes first where absent. Not asked of a body outside. */
  receiverId: Id.optional(),
})
export type SendReferral = z.infer<typeof SendReferral>

const Service = z.strictObject({
  id: Id,
  name: MultiText,
  organisation: MultiText,
  organisationId: Id,
  kind: OrganisationKind,
  inside: z.boolean(),
  phone: z.string().optional(),
})
export const ReferralRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  personId: Id,
  person: z.string(),
  caseId: Id.optional(),
  service: Service,
  purpose: Purpose,
  state: ReferralState,
  answerBy: PlainDate,
  /** The day is past and nobody has answered. */
  unanswered: z.boolean(),
  /** Whoever was asked is not there any more. */
  receiverGone: z.boolean(),
  /** Read and done with, where it ended badly. */
  noted: z.boolean(),
  sender: Colleague,
  receiver: Colleague.optional(),
  sentAt: Instant.optional(),
  updatedAt: Instant,
  /** In the words of who declined, or why it was not delivered. */
  why: z.string().optional(),
})
export type ReferralRow = z.infer<typeof ReferralRow>

export const Step = z.strictObject({
  what: z.string(),
  state: ReferralState,
  at: Instant,
  by: Colleague.optional(),
  /** By the link of somebody outside. */
  outside: z.boolean(),
  words: z.string().optional(),
})

export const Referral = ReferralRow.extend({
  task: z.string(),
  language: Language,
  /** The latest first. */
  steps: z.array(Step),
  disclosureId: Id.optional(),
  told: z.array(z.strictObject({ field: ToldField, value: z.string() })),
  /** How the way in for somebody outside stands. */
  link: z
    .strictObject({
      madeAt: Instant,
      expiresAt: Instant,
      mailedAt: Instant.optional(),
      openedAt: Instant.optional(),
      /** Too many wrong codes, or a newer one was made. */
      closed: z.boolean(),
      email: z.string().optional(),
    })
    .optional(),
  /** Said once, when a link was made: by telephone, never by the mail that carries the link. */
  code: z.string().optional(),
  /** Why the consent would not let it be sent today; of a draft. */
  hindrance: z.enum(hindrances).optional(),
  may: z.array(ReferralState),
  mayChange: z.boolean(),
})
export type Referral = z.infer<typeof Referral>

export const referralViews = ['mine', 'all'] as const
export const ReferralFilter = z.strictObject({
  ...pageQuery,
  of: z.enum(referralViews).default('mine'),
  state: ReferralState.optional(),
  personId: Id.optional(),
  serviceId: Id.optional(),
  /** `open`: drafts and what runs. `unanswered`: past its day. `back`: ended badly and not noted yet. */
  show: z.enum(['open', 'unanswered', 'back']).optional(),
})
export type ReferralFilter = z.infer<typeof ReferralFilter>
export const ReferralPage = page(ReferralRow)

export const PersonReferrals = z.strictObject({ rows: z.array(ReferralRow), mayMake: z.boolean() })
export type PersonReferrals = z.infer<typeof PersonReferrals>

/** Who answers for a service inside. */
export const Receivers = z.strictObject({
  rows: z.array(z.strictObject({ id: Id, name: z.string(), role: z.string() })),
})
export type Receivers = z.infer<typeof Receivers>

const step = {
  becomes: z.enum([
    'accepted',
    'declined',
    'under-way',
    'delivered',
    'not-delivered',
    'confirmed',
    'called-off',
  ]),
  seen: z.number().int().min(1),
  words: paragraph(1000).optional(),
}
const wordsWhere =
  (side: 'sender' | 'receiver') =>
  (one: { becomes: z.infer<typeof step.becomes>; words?: string | undefined }): boolean =>
    one.words !== undefined || !needsWords(one.becomes, side)
const missing = { path: ['words'], message: 'required' }
export const SenderStep = z.strictObject(step).refine(wordsWhere('sender'), missing)
export type SenderStep = z.infer<typeof SenderStep>
export const ReceiverStep = z.strictObject(step).refine(wordsWhere('receiver'), missing)
export type ReceiverStep = z.infer<typeof ReceiverStep>

export const HandReferral = z.strictObject({ receiverId: Id, seen: z.number().int().min(1) })
export type HandReferral = z.infer<typeof HandReferral>
export const SeenVersion = z.strictObject({ seen: z.number().int().min(1) })

/** What was asked of me: no person, no case, no id of either. */
export const AskedRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  service: MultiText,
  purpose: Purpose,
  state: ReferralState,
  answerBy: PlainDate,
  late: z.boolean(),
  from: Colleague,
  sentAt: Instant,
  /** Of the agency, and nobody has taken it yet. */
  anybody: z.boolean(),
})
export type AskedRow = z.infer<typeof AskedRow>
export const AskedPage = page(AskedRow)
export const AskedFilter = z.strictObject({ ...pageQuery, state: ReferralState.optional() })
export type AskedFilter = z.infer<typeof AskedFilter>

const told = z.array(z.strictObject({ field: ToldField, value: z.string() }))
export const Asked = AskedRow.extend({
  task: z.string(),
  language: Language,
  told,
  may: z.array(ReferralState),
})
export type Asked = z.infer<typeof Asked>

/** For somebody outside: the two secrets go with every request, and nothing stays in the browser. */
const secrets = {
  token: z.string().min(20).max(100),
  code: z
    .string()
    .max(30)
    .overwrite(text => text.replace(/\D/g, '')),
}
export const OpenLink = z.strictObject(secrets)
export type OpenLink = z.infer<typeof OpenLink>
export const AnswerLink = z.strictObject({ ...secrets, ...step }).refine(wordsWhere('receiver'), missing)
export type AnswerLink = z.infer<typeof AnswerLink>
export const AskedOutside = z.strictObject({
  version: z.number().int(),
  state: ReferralState,
  service: MultiText,
  organisation: MultiText,
  task: z.string(),
  language: Language,
  answerBy: PlainDate,
  from: z.strictObject({ name: z.string(), agency: MultiText.optional() }),
  told,
  may: z.array(ReferralState),
})
export type AskedOutside = z.infer<typeof AskedOutside>

/** The part of referrals in the landing page. */
export const ReferralsToday = z.strictObject({
  /** Declined, not delivered, stopped: nobody has noted it yet. */
  back: z.array(ReferralRow),
  unanswered: z.array(ReferralRow),
  /** Delivered, and the family was not asked yet; or the receiver is gone. */
  ask: z.array(ReferralRow),
})
export type ReferralsToday = z.infer<typeof ReferralsToday>
