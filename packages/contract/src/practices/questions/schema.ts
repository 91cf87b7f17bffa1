/**
 * Questions of practitioners and what others answer, in any language, about how work is done and never about a person. Whoever is
 * not in the directory shows by their role only.
 */
import { z } from 'zod'
import { RoleName } from '../../access/roles.ts'
import {
  Country,
  Id,
  Instant,
  Language,
  LanguageTag,
  page,
  pageQuery,
  PlainDate,
  Reason,
} from '../../common.ts'
import { Domain, Domains } from '../../domains.ts'
import { impersonal } from '../../personalData.ts'
import { Profession } from '../people/rules.ts'
import { Hiding } from './hiding.ts'
import { questionStandings, textKinds } from './rules.ts'

/** Who said something. Name, state and entry are there while they stand in the directory. */
export const Author = z.strictObject({
  me: z.boolean(),
  role: RoleName,
  name: z.string().optional(),
  entryId: Id.optional(),
  profession: Profession.optional(),
  country: Country.optional(),
})
export type Author = z.infer<typeof Author>

export const QuestionAudience = z.enum(['practitioners', 'council'])

const rowContent = {
  id: Id,
  version: z.number().int(),
  by: Author,
  language: Language,
  title: z.string(),
  domains: z.array(Domain),
  wantedBy: PlainDate.optional(),
  audience: QuestionAudience,
  standing: z.enum(questionStandings),
  closed: z.boolean(),
  answers: z.number().int(),
  askedOfMe: z.boolean(),
  at: Instant,
  movedAt: Instant,
}
export const QuestionRow = z.strictObject(rowContent)
export type QuestionRow = z.infer<typeof QuestionRow>

export const Answer = z.strictObject({
  id: Id,
  kind: z.enum(['answer', 'comment']),
  /** The answer that a comment belongs to; absent: the question itself. */
  underId: Id.optional(),
  by: Author,
  language: Language,
  words: z.string(),
  byMail: z.boolean(),
  at: Instant,
  helpful: z.number().int(),
  /** The reader found it helpful. */
  helpedMe: z.boolean(),
  hiding: Hiding.optional(),
})
export type Answer = z.infer<typeof Answer>

/** A practice that is being made of this question and an answer. */
export const QuestionDraft = z.strictObject({
  practiceId: Id,
  answerId: Id,
  state: z.enum(['asked', 'agreed', 'declined']),
  /** The reader drafts it; otherwise the reader is asked to agree. */
  mine: z.boolean(),
})
export type QuestionDraft = z.infer<typeof QuestionDraft>

export const Question = z.strictObject({
  ...rowContent,
  words: z.string(),
  answerId: Id.optional(),
  said: z.array(Answer),
  following: z.boolean(),
  /** Of the reader: those who draft, and those whose words are used. */
  drafts: z.array(QuestionDraft),
  hiding: Hiding.optional(),
  may: z.strictObject({
    answer: z.boolean(),
    sayAnswered: z.boolean(),
    close: z.boolean(),
    askPeople: z.boolean(),
    decline: z.boolean(),
    /** Make a practice of it together with an answer. */
    draft: z.boolean(),
    report: z.boolean(),
  }),
})
export type Question = z.infer<typeof Question>

export const QuestionFilter = z.strictObject({
  ...pageQuery,
  standing: z.enum(questionStandings).optional(),
  domain: Domain.optional(),
  language: Language.optional(),
  /** Asked by me, answered by me, followed by me; for me: asked of me by name, or in my languages and parts of life without an answer. */
  of: z.enum(['asked', 'answered', 'followed', 'for-me']).optional(),
})
export type QuestionFilter = z.infer<typeof QuestionFilter>
export const QuestionPage = page(QuestionRow)

/** Words of a search travel in bodies: a whole question while it is being typed, or a few words. */
export const FindQuestions = z.strictObject({
  query: z.string().max(8200),
  limit: z.number().int().min(1).max(50).default(20),
})
export const FoundQuestions = z.strictObject({ rows: z.array(QuestionRow) })

const Title = impersonal(200).refine(text => !/[\n\r\t]/.test(text), 'forbidden-characters')

export const AskQuestion = z.strictObject({
  id: Id,
  language: Language,
  title: Title,
  words: impersonal(8000),
  domains: Domains,
  wantedBy: PlainDate.optional(),
  audience: QuestionAudience.default('practitioners'),
})
export type AskQuestion = z.infer<typeof AskQuestion>
export const SayAnswer = z
  .strictObject({
    id: Id,
    kind: z.enum(['answer', 'comment']),
    underId: Id.optional(),
    language: Language,
    words: impersonal(8000),
  })
  .refine(({ kind, underId }) => kind === 'comment' || underId === undefined, {
    path: ['underId'],
    message: 'not-valid',
  })

/** `null` takes it back. */
export const SayAnswered = z.strictObject({ answerId: Id.nullable() })
export const MoveQuestion = z.strictObject({ state: z.enum(['open', 'closed']) })
export const OnOff = z.strictObject({ on: z.boolean() })

/** Whom one could ask: by parts of life and language, those first who are asked least. */
export const SuggestedPerson = z.strictObject({
  entryId: Id,
  name: z.string(),
  profession: Profession,
  country: Country.optional(),
  languages: z.array(LanguageTag),
  confirmed: z.boolean(),
  asked: z.boolean(),
  /** Has been asked by name as often this week as one may be. */
  busy: z.boolean(),
})
export type SuggestedPerson = z.infer<typeof SuggestedPerson>
export const SuggestedPeople = z.strictObject({ rows: z.array(SuggestedPerson) })
export const AskPeople = z.strictObject({ entryIds: z.array(Id).min(1).max(5) })

export const QuestionCount = z.strictObject({
  /** Asked of me by name and not answered by me yet. */
  forMe: z.array(QuestionRow),
  /** Mine, with answers, and nothing said yet about which one it was. */
  mine: z.array(QuestionRow),
  /** Practices that wait for my yes, since my words are used. */
  drafts: z.array(z.strictObject({ questionId: Id, title: z.string(), language: Language, at: Instant })),
  /** For who keeps order: reports and appeals that wait. */
  order: z.number().int(),
  orderSince: Instant.optional(),
})
export type QuestionCount = z.infer<typeof QuestionCount>

export const DraftPractice = z.strictObject({ id: Id, answerId: Id })
export const AgreeDraft = z.strictObject({ practiceId: Id, agree: z.boolean() })
export const Contributors = z.strictObject({ rows: z.array(z.strictObject({ name: z.string() })) })

// ------------------------------------------------------------------ order
export const TextKind = z.enum(textKinds)
export const ReportText = z.strictObject({ id: Id, kind: TextKind, targetId: Id, reason: Reason })

/** One text with everything that was said against it, or an appeal of its author. */
export const OrderItem = z.strictObject({
  kind: TextKind,
  targetId: Id,
  /** Where it stands: the question, the entry. A letter has no page for others. */
  placeId: Id.optional(),
  language: Language.optional(),
  words: z.string(),
  by: Author,
  reports: z.array(z.strictObject({ at: Instant, reason: z.string() })),
  hiding: Hiding.optional(),
  since: Instant,
  /** Not one's own text; an appeal is for somebody else than who hid it. */
  mayDecide: z.boolean(),
})
export type OrderItem = z.infer<typeof OrderItem>
export const OrderQueue = z.strictObject({ rows: z.array(OrderItem) })

/** About a text that was reported, or seen by a moderator. */
export const DecideText = z.strictObject({
  id: Id,
  kind: TextKind,
  targetId: Id,
  hide: z.boolean(),
  reason: Reason,
})
export const Appeal = z.strictObject({ words: impersonal(2000) })
export const DecideHiding = z.strictObject({ verdict: z.enum(['stays', 'restored']), words: Reason })
