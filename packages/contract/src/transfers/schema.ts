/** A transfer: a case is offered to another team or agency of the node. Until it is taken over, nothing moves. */
import { z } from 'zod'
import { Id, Instant, Language, MultiText, page, pageQuery, paragraph, PlainDate, Reason } from '../common.ts'
import { toldFields } from '../consents/recipients.ts'
import { Purpose } from '../consents/schema.ts'
import { ToldField } from '../consents/tellingSchema.ts'
import { Colleague } from '../tasks/schema.ts'

export const transferStates = ['asked', 'accepted', 'declined', 'taken-back', 'stopped'] as const
export const TransferState = z.enum(transferStates)
export type TransferState = z.infer<typeof TransferState>

/** Why the program stopped one. */
export const stopReasons = ['consent-ended', 'case-moved'] as const

const Place = z.strictObject({
  agencyId: Id,
  agency: MultiText,
  team: z.strictObject({ id: Id, name: z.string() }).optional(),
})

export const Transfer = z.strictObject({
  id: Id,
  version: z.number().int(),
  caseId: Id,
  state: TransferState,
  from: Place,
  to: Place,
  by: Colleague,
  /** Who of the other side is spoken to. */
  receiver: Colleague.optional(),
  /** They are not there any more; others of them may answer. */
  receiverGone: z.boolean(),
  askedAt: Instant,
  answerBy: PlainDate,
  /** Nobody has answered, and the day is past. */
  late: z.boolean(),
  answeredAt: Instant.optional(),
  stopped: z.enum(stopReasons).optional(),
  noted: z.boolean(),
  /** Where the social section is open to the reader. */
  words: z.array(
    z.strictObject({
      what: z.enum(['asked', 'brief', 'accepted', 'declined', 'taken-back', 'stopped', 'reminded']),
      at: Instant,
      by: Colleague.optional(),
      words: z.string().optional(),
    }),
  ),
  mayTakeBack: z.boolean(),
})
export type Transfer = z.infer<typeof Transfer>

/** All of one case, the latest first. */
export const CaseTransfers = z.strictObject({ rows: z.array(Transfer), mayAsk: z.boolean() })
export type CaseTransfers = z.infer<typeof CaseTransfers>

/** Where cases can go, with those who take them over there. */
export const TransferPlaces = z.strictObject({
  rows: z.array(
    z.strictObject({
      agencyId: Id,
      name: MultiText,
      own: z.boolean(),
      /** Its line in the directory, by which it is told; absent where it has none. */
      contactId: Id.optional(),
      teams: z.array(z.strictObject({ id: Id, name: z.string() })),
      people: z.array(z.strictObject({ id: Id, name: z.string(), teamId: Id.optional() })),
    }),
  ),
})
export type TransferPlaces = z.infer<typeof TransferPlaces>

/** What they are told before they answer; asked for where they are of another agency, and only then. */
const tells = {
  purpose: Purpose.optional(),
  language: Language.optional(),
  fields: z
    .array(z.strictObject({ field: ToldField, words: paragraph(600).optional() }))
    .min(1)
    .max(toldFields.length)
    .refine(all => new Set(all.map(one => one.field)).size === all.length, 'twice')
    .optional(),
  despite: Reason.optional(),
}

export const AskTransfer = z.strictObject({
  /** Made by the device, so that a repeated command asks once. */
  id: Id,
  /** The version of the case that was read. */
  seen: z.number().int().min(1),
  agencyId: Id,
  teamId: Id.optional(),
  receiverId: Id.optional(),
  reason: Reason,
  /** What whoever takes it over needs to know. */
  brief: paragraph(2000),
  answerBy: PlainDate,
  ...tells,
})
export type AskTransfer = z.infer<typeof AskTransfer>

export const TakeBack = z.strictObject({ seen: z.number().int().min(1), reason: Reason })
export type TakeBack = z.infer<typeof TakeBack>

/** What is offered: no person, no case, no id of either; what was told, and why. */
export const OfferRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  from: Place,
  by: Colleague,
  team: z.strictObject({ id: Id, name: z.string() }).optional(),
  receiver: Colleague.optional(),
  /** How the person is called: where it was told, or is open to the reader anyhow. */
  person: z.string().optional(),
  askedAt: Instant,
  answerBy: PlainDate,
  late: z.boolean(),
})
export type OfferRow = z.infer<typeof OfferRow>
export const Offer = OfferRow.extend({
  reason: z.string(),
  brief: z.string(),
  told: z.array(z.strictObject({ field: ToldField, value: z.string() })),
})
export type Offer = z.infer<typeof Offer>
export const OfferFilter = z.strictObject({ ...pageQuery })
export type OfferFilter = z.infer<typeof OfferFilter>
export const OfferPage = page(OfferRow)

export const AcceptOffer = z.strictObject({
  seen: z.number().int().min(1),
  /** Who works with the family from now on; without it the team chooses. */
  workerId: Id.optional(),
  /** Asked for where the worker has more families than usual already. */
  reason: Reason.optional(),
})
export type AcceptOffer = z.infer<typeof AcceptOffer>
export const DeclineOffer = z.strictObject({ seen: z.number().int().min(1), reason: Reason })
export type DeclineOffer = z.infer<typeof DeclineOffer>

/** What of transfers waits for who asked: a no or a stop that was not read, and what nobody answered. */
export const TransfersToday = z.strictObject({
  rows: z.array(
    z.strictObject({
      id: Id,
      caseId: Id,
      person: z.string(),
      state: TransferState,
      late: z.boolean(),
      agency: MultiText,
      answerBy: PlainDate,
      at: Instant,
      /** Where the social section is open to the reader. */
      why: z.string().optional(),
      stopped: z.enum(stopReasons).optional(),
    }),
  ),
})
export type TransfersToday = z.infer<typeof TransfersToday>
