/**
 * The shape of an instrument: what is asked, which answers there are, and how they are counted, as data with a version.
 * A published file is never changed: results of years ago must still say by which rules they were made. There is no text
 * of an item here unless the official text in that language, its source and its licence are on file; nobody translates
 * an instrument by themselves.
 */
import { z } from 'zod'

const Key = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,60}$/, 'word')

/** Holds of one answer, or of several at once. An answer that is missing leaves open what depends on it. */
export type Condition =
  | { item: string; from?: number | undefined; to?: number | undefined }
  | { all: Condition[] }
  | { any: Condition[] }
  | { count: Condition[]; from: number; to?: number | undefined }
const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ item: Key, from: z.number().optional(), to: z.number().optional() }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({
      count: z.array(Condition).min(1),
      from: z.number().int(),
      to: z.number().int().optional(),
    }),
  ]),
)

const Item = z.strictObject({
  id: Key,
  /** Name of the row of `responses` that holds its answers. */
  responses: Key,
  /** Counted from the other end of its answers. */
  reversed: z.literal(true).optional(),
  /** May stay empty; the result is whole without it. */
  optional: z.literal(true).optional(),
  /** Asked only where this holds. */
  asked: Condition.optional(),
})
export type Item = z.infer<typeof Item>

const Scale = z.strictObject({
  id: Key,
  items: z.array(Key).min(1),
  times: z.number().positive().optional(),
  least: z.number(),
  most: z.number(),
  /** Only where the published rule says so: the mean of the answers stands for up to so many missing ones. */
  prorate: z.strictObject({ atMost: z.number().int().positive(), source: z.string() }).optional(),
  source: z.string(),
})
export type Scale = z.infer<typeof Scale>

/** From where on one looks further. A node sets its own for a language, with the study that it comes from. */
const CutOff = z.strictObject({
  id: Key,
  scale: Key,
  reached: z.enum(['at-least', 'at-most']),
  value: z.number(),
  source: z.string(),
})
export type CutOff = z.infer<typeof CutOff>

const Band = z.union([
  /** By where the scale stands: the last row whose `from` is reached. */
  z.strictObject({
    scale: Key,
    rows: z.array(z.strictObject({ id: Key, from: z.number() })).min(2),
    source: z.string(),
  }),
  /** On which side of a cut-off. */
  z.strictObject({ cutOff: Key, yes: Key, no: Key, source: z.string() }),
  /** By a rule on the answers. */
  z.strictObject({ if: Condition, yes: Key, no: Key, source: z.string() }),
])

const Rule = z.strictObject({
  id: Key,
  /** `provisional`: what a diagnosis would ask, for a clinician to look into. `safety`: somebody looks in today. */
  kind: z.enum(['provisional', 'functional', 'identifier', 'safety']),
  if: Condition,
  source: z.string(),
})
export type Rule = z.infer<typeof Rule>

export const Instrument = z.strictObject({
  id: Key,
  version: z.string().regex(/^\d+$/),
  /** The name that it was published under, the same in every language. */
  title: z.string(),
  compartment: z.enum(['mhpss', 'health']),
  /** For whom, in whole years of age. */
  ages: z.strictObject({ from: z.number().int(), to: z.number().int().optional() }),
  answeredBy: z.enum(['self', 'carer']),
  licence: z.strictObject({ name: z.string(), holder: z.string(), source: z.string() }),
  /** Languages in which the official text of the items ships with the program. */
  languages: z.array(z.string()),
  responses: z.record(
    Key,
    z.strictObject({
      values: z.array(z.number().int()).min(2),
      /** Given, and yet no answer: refused, not known. */
      noAnswer: z.array(z.number().int()).optional(),
    }),
  ),
  items: z.array(Item).min(1),
  /** The one that is called `total` is the total; the others are subscales. */
  scales: z.array(Scale),
  /** Answered by yes or no, each for itself. */
  domains: z.array(z.strictObject({ id: Key, if: Condition, source: z.string() })).optional(),
  cutOffs: z.array(CutOff),
  band: Band,
  rules: z.array(Rule),
})
export type Instrument = z.infer<typeof Instrument>
