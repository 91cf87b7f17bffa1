/** A question of one focal point to others, without data of any person; and answers, which may be of use to all members. */
import { Marked } from '../../practices/finding/schema.ts'
import { z } from 'zod'
import { Id, Instant, Language, MultiText, page, pageQuery, PlainDate, Reason } from '../../common.ts'
import { Domain, Domains } from '../../domains.ts'
import { impersonal, impersonalTexts } from '../../personalData.ts'
import { PartyName } from '../schema.ts'
import { requestStandings, turnKinds } from './rules.ts'

export const RequestRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  party: PartyName,
  title: MultiText,
  domains: z.array(Domain),
  due: PlainDate,
  toAll: z.boolean(),
  asked: z.number().int(),
  answered: z.number().int(),
  standing: z.enum(requestStandings),
  /** The reader's own party was asked and has not answered. */
  waitsForUs: z.boolean(),
  at: Instant,
})
export type RequestRow = z.infer<typeof RequestRow>

const Paper = z.strictObject({ id: Id, symbol: z.string().optional(), title: MultiText })
export const RequestTurn = z.strictObject({
  id: Id,
  kind: z.enum(turnKinds),
  party: PartyName,
  by: z.string(),
  at: Instant,
  language: Language,
  words: z.string(),
  reusable: z.boolean(),
  papers: z.array(Paper),
})
export type RequestTurn = z.infer<typeof RequestTurn>

/** Another request, named. */
const Linked = z.strictObject({ id: Id, title: MultiText, party: PartyName, at: Instant })

export const focalHindrances = ['no-focal-point', 'term-ended', 'observers-read'] as const
export const InfoRequest = RequestRow.extend({
  question: MultiText,
  reason: z.string().optional(),
  addressees: z.array(z.strictObject({ party: PartyName, answeredAt: Instant.optional() })),
  turns: z.array(RequestTurn),
  /** The request that this one asks again, and those that ask this one again; as far as the reader may see them. */
  after: Linked.optional(),
  again: z.array(Linked),
  may: z.strictObject({ answer: z.boolean(), clarify: z.boolean(), change: z.boolean() }),
})
export type InfoRequest = z.infer<typeof InfoRequest>

export const RequestFilter = z.strictObject({
  ...pageQuery,
  /** By us, of us, or both. */
  side: z.enum(['by-us', 'of-us']).optional(),
  standing: z.enum(requestStandings).optional(),
  domain: Domain.optional(),
})
export type RequestFilter = z.infer<typeof RequestFilter>
export const RequestPage = page(RequestRow)

/** What waits for the reader's party, and for whom the reader asks and answers. */
export const RequestCount = z.strictObject({
  waiting: z.number().int(),
  party: PartyName.optional(),
  hindrance: z.enum(focalHindrances).optional(),
})

export const AskForInformation = z
  .strictObject({
    id: Id,
    toAll: z.boolean().default(false),
    to: z.array(Id).max(30).default([]),
    title: impersonalTexts(MultiText),
    question: impersonalTexts(MultiText),
    domains: Domains,
    due: PlainDate,
    /** An earlier request that is asked again: of others, or since it is old. */
    after: Id.optional(),
  })
  .refine(({ toAll, to }) => toAll || to.length > 0, { path: ['to'], message: 'required' })
  .refine(({ to }) => new Set(to).size === to.length, { path: ['to'], message: 'twice' })
export const ExtendRequest = z.strictObject({ due: PlainDate })
export const WithdrawRequest = z.strictObject({ reason: Reason })
export const TakeTurn = z.strictObject({
  id: Id,
  kind: z.enum(turnKinds),
  words: impersonal(8000),
  /** An answer that all members may find. */
  reusable: z.boolean().default(false),
  papers: z.array(Id).max(20).default([]),
})

export const FindAnswers = z.strictObject({ query: z.string().max(200) })
export const FoundAnswers = z.strictObject({
  rows: z.array(
    z.strictObject({
      id: Id,
      requestId: Id,
      title: MultiText,
      domains: z.array(Domain),
      party: PartyName,
      at: Instant,
      language: Language,
      words: z.string(),
      /** What of the words was found, as pairs of places. */
      marks: Marked.shape.marks,
    }),
  ),
})
