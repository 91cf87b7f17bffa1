/** An offer with who took it up, and what both sides say of it afterwards. */
import { z } from 'zod'
import { Id, Instant, MultiText, page, pageQuery, paragraph, PlainDate, Reason } from '../../common.ts'
import { Domain, Domains } from '../../domains.ts'
import { PartyName } from '../schema.ts'
import { offerKinds, offerStandings, outcomes, takingStates } from './rules.ts'

const Places = z.number().int().min(1).max(10_000)

export const OfferRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  party: PartyName,
  kind: z.enum(offerKinds),
  title: MultiText,
  domains: z.array(Domain),
  from: PlainDate,
  until: PlainDate,
  places: z.number().int().optional(),
  /** Places that are confirmed. */
  taken: z.number().int(),
  standing: z.enum(offerStandings),
  /** How many asked and wait for an answer. */
  waiting: z.number().int(),
})
export type OfferRow = z.infer<typeof OfferRow>

export const Taking = z.strictObject({
  id: Id,
  party: PartyName,
  words: z.string(),
  places: z.number().int().optional(),
  state: z.enum(takingStates),
  reason: z.string().optional(),
  at: Instant,
  by: z.string(),
  reports: z.array(
    z.strictObject({
      id: Id,
      party: PartyName,
      outcome: z.enum(outcomes),
      words: z.string(),
      at: Instant,
      by: z.string(),
    }),
  ),
  /** What the reader may do with it. */
  may: z.strictObject({ decide: z.boolean(), withdraw: z.boolean(), report: z.boolean() }),
})
export type Taking = z.infer<typeof Taking>

export const voiceHindrances = ['no-delegation', 'no-credentials', 'term-ended', 'observers-read'] as const
export const Offer = OfferRow.extend({
  words: MultiText.optional(),
  conditions: MultiText.optional(),
  reason: z.string().optional(),
  session: z.strictObject({ id: Id, title: MultiText }).optional(),
  actions: z.array(z.strictObject({ id: Id, title: MultiText })),
  takings: z.array(Taking),
  mine: z.strictObject({
    party: PartyName.optional(),
    /** Why the reader offers and takes up nothing; absent when they can. */
    hindrance: z.enum(voiceHindrances).optional(),
    change: z.boolean(),
    take: z.boolean(),
  }),
})
export type Offer = z.infer<typeof Offer>

export const OfferFilter = z.strictObject({
  ...pageQuery,
  kind: z.enum(offerKinds).optional(),
  domain: Domain.optional(),
  partyId: Id.optional(),
  /** Made for this session; serving this action. */
  sessionId: Id.optional(),
  actionId: Id.optional(),
  /** Can be taken up today. */
  open: z.stringbool().optional(),
  /** Made by the delegation for which the reader speaks today, and somebody who asked waits for its answer. */
  waitsForUs: z.stringbool().optional(),
})
export type OfferFilter = z.infer<typeof OfferFilter>
export const OfferPage = page(OfferRow)

const content = {
  kind: z.enum(offerKinds),
  title: MultiText,
  words: MultiText.optional(),
  conditions: MultiText.optional(),
  domains: Domains,
  from: PlainDate,
  until: PlainDate,
  places: Places.optional(),
  sessionId: Id.optional(),
  actionIds: z.array(Id).max(20).default([]),
}
const inOrder = ({ from, until }: { from: string; until: string }) => until >= from
const reversed = { path: ['until'], message: 'period-reversed' }
export const MakeOffer = z.strictObject({ id: Id, ...content }).refine(inOrder, reversed)
export const ChangeOffer = z.strictObject(content).refine(inOrder, reversed)
export const TakeUp = z.strictObject({ id: Id, words: paragraph(2000), places: Places.optional() })
export const DecideTaking = z
  .strictObject({ confirm: z.boolean(), reason: Reason.optional() })
  .refine(({ confirm, reason }) => confirm || reason !== undefined, { path: ['reason'], message: 'required' })
export const WithReason = z.strictObject({ reason: Reason })
export const ReportTaking = z.strictObject({ id: Id, outcome: z.enum(outcomes), words: paragraph(4000) })
