/** Decisions as they travel: drafts, the clock of silence, what each party said, and the receipt of a step. */
import { z } from 'zod'
import { Id, Instant, Language, languages, line, MultiText, page, pageQuery, paragraph } from '../common.ts'
import { CapitalTime, PartyName } from './schema.ts'
import { decisionStates, stepKinds } from './silence.ts'
import { choices, votingRules } from './voting.ts'

export const DecisionRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  body: z.strictObject({ id: Id, code: z.string(), name: MultiText }),
  session: z.strictObject({ id: Id, title: MultiText, symbol: z.string().optional() }).optional(),
  title: MultiText,
  state: z.enum(decisionStates),
  way: z.enum(['room', 'silence', 'vote']).optional(),
  symbol: z.string().optional(),
  expiresAt: Instant.optional(),
  closedAt: Instant.optional(),
  restricted: z.boolean(),
  updatedAt: Instant,
})
export type DecisionRow = z.infer<typeof DecisionRow>

export const DecisionStep = z.strictObject({
  id: Id,
  kind: z.enum(stepKinds),
  at: Instant,
  by: z.string().optional(),
  party: PartyName.optional(),
  text: z.number().int(),
  expiresAt: Instant.optional(),
  words: z.string().optional(),
})
export type DecisionStep = z.infer<typeof DecisionStep>

export const Decision = DecisionRow.extend({
  /** By the server's clock: a countdown counts from here, whatever the device believes. */
  now: Instant,
  text: z.strictObject({
    number: z.number().int(),
    title: MultiText,
    texts: MultiText,
    digest: z.string(),
    at: Instant,
  }),
  versions: z.array(z.strictObject({ number: z.number().int(), at: Instant, by: z.string() })),
  putAt: Instant.optional(),
  expires: z.array(CapitalTime),
  /** Languages that the rules ask for, and those of them without a checked text. */
  required: z.array(Language),
  missing: z.array(Language),
  /** The shortest silence, from now. */
  earliest: Instant,
  steps: z.array(DecisionStep),
  /** Parties whose objection counts. */
  counted: z.array(PartyName),
  /** For whom the reader speaks, and the code of what stands in the way of an objection. */
  /** By the rules in force: whether it may be put to a vote, and which majority carries it. */
  voting: z.enum(votingRules),
  /** Of a decision that was put to a vote: how it stands. */
  tally: z
    .strictObject({ for: z.number().int(), against: z.number().int(), abstain: z.number().int() })
    .optional(),
  mine: z.strictObject({
    party: PartyName.optional(),
    hindrance: z.string().optional(),
    vote: z.enum(choices).optional(),
  }),
})
export type Decision = z.infer<typeof Decision>

export const DecisionFilter = z.strictObject({
  ...pageQuery,
  state: z.enum(decisionStates).optional(),
  sessionId: Id.optional(),
})
export type DecisionFilter = z.infer<typeof DecisionFilter>
export const DecisionPage = page(DecisionRow)
export const DecisionCount = z.strictObject({ silence: z.number().int(), room: z.number().int() })

const basedOn = z.number().int()
const words = paragraph(4000).refine(text => text.length >= 3, 'reason-too-short')

export const DraftDecision = z.strictObject({
  id: Id,
  bodyId: Id,
  sessionId: Id.optional(),
  title: MultiText,
  texts: MultiText,
  restricted: z.boolean().default(false),
})
export type DraftDecision = z.infer<typeof DraftDecision>
/** Languages that were left as they are, and still say the same as those that were changed. */
const stillRight = z.array(Language).max(languages.length).default([])
export const RewriteDecision = z.strictObject({
  sessionId: Id.optional(),
  title: MultiText,
  texts: MultiText,
  stillRight,
  restricted: z.boolean().default(false),
})
export type RewriteDecision = z.infer<typeof RewriteDecision>
export const PutDecision = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('room'), basedOn }),
  z.strictObject({ way: z.literal('vote'), basedOn }),
  z.strictObject({ way: z.literal('silence'), basedOn, expiresAt: Instant }),
])
export const ExtendSilence = z.strictObject({ basedOn, expiresAt: Instant, reason: words })
/** Another text under silence: the clock begins anew. */
export const AmendDecision = z.strictObject({
  basedOn,
  title: MultiText,
  texts: MultiText,
  stillRight,
  expiresAt: Instant,
  reason: words,
})
/** `text` is the version that was read: nobody objects to a text that they have not seen. */
export const Objection = z.strictObject({
  text: z.number().int(),
  words,
})
export const Statement = z.strictObject({
  kind: z.enum(['reserved', 'interpreted']),
  text: z.number().int(),
  words,
})
/** Said again, it replaces what the party said before. */
export const Vote = z.strictObject({ text: z.number().int(), choice: z.enum(choices) })
export const Adopt = z.strictObject({ basedOn })
export const Withdraw = z.strictObject({ basedOn, reason: words })
export const Revise = z.strictObject({ basedOn })

/** Something to keep: it can be checked without this node, by `kerege log verify-receipt`. */
export const Receipt = z.strictObject({
  type: z.literal('kerege-receipt/1'),
  /** Name and public key (Ed25519, base64) of the log. */
  log: z.string(),
  key: z.string(),
  decision: z.strictObject({ id: Id, symbol: z.string().optional() }),
  step: z.strictObject({
    id: Id,
    kind: z.enum(stepKinds),
    at: Instant,
    party: z.string().optional(),
    words: z.string().optional(),
  }),
  /** The text that was meant; its digest is in the entry. */
  text: z.strictObject({ number: z.number().int(), title: MultiText, texts: MultiText }),
  entry: z.strictObject({
    id: Id,
    at: Instant,
    requestId: z.string(),
    accountId: Id.nullable(),
    role: z.string().nullable(),
    action: z.string(),
    outcome: z.string(),
    code: z.string().nullable(),
    subjects: z.array(Id),
    fields: z.array(line(200)),
    counts: z.record(z.string(), z.number()),
    /** Hexadecimal, as is the salt. */
    seals: z.array(z.string()),
    salt: z.string(),
  }),
  /** RFC 9162, base64. */
  leaf: z.string(),
  /** Absent for the second that numbering takes. */
  proof: z
    .strictObject({
      number: z.number().int(),
      size: z.number().int(),
      path: z.array(z.string()),
      /** Signed note (C2SP tlog-checkpoint). */
      checkpoint: z.string(),
    })
    .optional(),
})
export type Receipt = z.infer<typeof Receipt>
