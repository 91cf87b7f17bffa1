/** Practices at a node, as they were fetched from the hub, and what is said here of using them. */
import { z } from 'zod'
import { Id, Instant, Language, MultiText, page, pageQuery, paragraph } from '../common.ts'
import { impersonal } from '../personalData.ts'
import { AdoptionState } from '../practices/rules.ts'
import { GivenPractice } from './practice.ts'
import { lineFaults } from './rules.ts'

/** withdrawn: no longer among what the hub gives out. */
export const heldStates = ['published', 'archived', 'retracted', 'withdrawn'] as const
const HeldState = z.enum(heldStates)
export type HeldState = z.infer<typeof HeldState>

/** Where practices and guidance come from, and when the hub was heard last. */
export const Source = z.strictObject({
  /** False where no hub is configured. */
  connected: z.boolean(),
  takenAt: Instant.optional(),
  triedAt: Instant.optional(),
  signedAt: Instant.optional(),
  size: z.number().int(),
  fault: z.enum(lineFaults).optional(),
})
export type Source = z.infer<typeof Source>

const code = z.string().regex(/^[a-z][a-z-]{0,40}$/, 'not-valid')
export const FindPractices = z.strictObject({
  ...pageQuery,
  words: paragraph(200).optional(),
  domain: code.optional(),
  setting: code.optional(),
  age: z.coerce.number().int().min(0).max(120).optional(),
  language: Language.optional(),
  state: HeldState.optional(),
  /** With a report that waits for a coordinator. */
  waiting: z.stringbool().optional(),
})
export type FindPractices = z.output<typeof FindPractices>

export const HeldRow = z.strictObject({
  id: Id,
  symbol: z.string(),
  state: HeldState,
  title: MultiText,
  summary: MultiText.optional(),
  domains: z.array(z.string()),
  ages: z.strictObject({ from: z.number().optional(), to: z.number().optional() }),
  country: z.string().optional(),
  languages: z.array(Language),
  changedAt: Instant,
  /** How it was said last to be used here. */
  use: AdoptionState.optional(),
})
export type HeldRow = z.infer<typeof HeldRow>
export const HeldPage = page(HeldRow)

export const toldStates = ['draft', 'kept', 'waiting', 'sent', 'refused', 'overtaken'] as const
export const UseReport = z.strictObject({
  id: Id,
  state: AdoptionState,
  language: Language,
  words: z.string().optional(),
  by: z.string(),
  at: Instant,
  /** What became of it: waits for a coordinator, kept here, on its way, at the hub, or not taken. */
  told: z.enum(toldStates),
})
export type UseReport = z.infer<typeof UseReport>

export const HeldPractice = z.strictObject({
  id: Id,
  state: HeldState,
  symbol: z.string(),
  title: MultiText,
  /** Absent of what is no longer given out. */
  given: GivenPractice.optional(),
  /** What it is about, in the words of the hub's thesaurus. */
  themes: z.array(MultiText),
  cameAt: Instant,
  changedAt: Instant,
  reports: z.array(UseReport),
})
export type HeldPractice = z.infer<typeof HeldPractice>

/** What a device keeps: the same for everybody who works here, in the order of changes. */
export const KeepQuery = z.strictObject({ after: z.coerce.number().int().min(0).default(0) })
export const Kept = z.strictObject({
  id: Id,
  change: z.number().int(),
  state: HeldState,
  symbol: z.string(),
  title: MultiText,
  given: GivenPractice.optional(),
  changedAt: Instant,
})
export type Kept = z.infer<typeof Kept>
/** `newest`: the last change that there is; a device that knows a later one kept what the node has lost. */
export const KeptPage = z.strictObject({ rows: z.array(Kept), more: z.boolean(), newest: z.number().int() })

/** How it was used, in words about the practice and about nobody. */
export const SayUsed = z
  .strictObject({ id: Id, state: AdoptionState, words: impersonal(2000).optional() })
  .refine(({ state, words }) => state === 'trying' || words !== undefined, {
    path: ['words'],
    message: 'required',
  })
/** A coordinator stands by a report; told to the hub only where they choose that. */
export const ConfirmUse = z.strictObject({ share: z.boolean().default(false) })

/** At the hub: the last word of each state on a practice. */
export const ToldRow = z.strictObject({
  party: z.string(),
  state: AdoptionState,
  language: Language,
  words: z.string().optional(),
  at: Instant,
})
export const ToldRows = z.strictObject({ rows: z.array(ToldRow) })
