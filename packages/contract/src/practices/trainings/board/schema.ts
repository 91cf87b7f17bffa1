/** The board: a training is asked for or offered, and somebody takes it up. */
import { z } from 'zod'
import {
  Id,
  Instant,
  LanguageTag,
  MultiText,
  page,
  pageQuery,
  paragraph,
  PlainDate,
  Reason,
} from '../../../common.ts'
import { Domain, Domains } from '../../../domains.ts'
import { AgencyName, LanguageTags } from '../../roster/schema.ts'
import { Profession, Professions } from '../common.ts'
import { answerStates, wishKinds, wishStates } from './rules.ts'

export const WishKind = z.enum(wishKinds)
export const WishRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  kind: WishKind,
  agency: AgencyName,
  title: MultiText,
  domains: z.array(Domain),
  professions: z.array(Profession),
  languages: z.array(LanguageTag),
  people: z.number().int().optional(),
  from: PlainDate,
  until: PlainDate,
  state: z.enum(wishStates),
  waiting: z.number().int(),
})
export type WishRow = z.infer<typeof WishRow>
export const WishAnswer = z.strictObject({
  id: Id,
  agency: AgencyName,
  words: z.string(),
  state: z.enum(answerStates),
  reason: z.string().optional(),
  at: Instant,
  by: z.string(),
  may: z.strictObject({ decide: z.boolean(), withdraw: z.boolean() }),
})
export type WishAnswer = z.infer<typeof WishAnswer>
export const Wish = WishRow.extend({
  words: MultiText.optional(),
  reason: z.string().optional(),
  curriculum: z.strictObject({ id: Id, title: MultiText }).optional(),
  answers: z.array(WishAnswer),
  /** Of the other kind, that go together with it. */
  fitting: z.array(WishRow),
  events: z.array(z.strictObject({ id: Id, title: MultiText })),
  may: z.strictObject({ change: z.boolean(), answer: z.boolean() }),
})
export type Wish = z.infer<typeof Wish>

export const WishFilter = z.strictObject({
  ...pageQuery,
  kind: WishKind.optional(),
  domain: Domain.optional(),
  language: LanguageTag.optional(),
  open: z.stringbool().optional(),
})
export type WishFilter = z.infer<typeof WishFilter>
export const WishPage = page(WishRow)

const content = {
  title: MultiText,
  words: MultiText.optional(),
  domains: Domains,
  professions: Professions,
  languages: LanguageTags,
  people: z.number().int().min(1).max(10_000).optional(),
  from: PlainDate,
  until: PlainDate,
  curriculumId: Id.optional(),
}
const inOrder = ({ from, until }: { from: string; until: string }) => until >= from
const reversed = { path: ['until'], message: 'period-reversed' }
export const AddWish = z.strictObject({ id: Id, kind: WishKind, ...content }).refine(inOrder, reversed)
export const ChangeWish = z.strictObject(content).refine(inOrder, reversed)
export const AnswerWish = z.strictObject({ id: Id, words: paragraph(2000) })
export const DecideAnswer = z
  .strictObject({ agree: z.boolean(), reason: Reason.optional() })
  .refine(({ agree, reason }) => agree || reason !== undefined, { path: ['reason'], message: 'required' })
export const WithReason = z.strictObject({ reason: Reason })
