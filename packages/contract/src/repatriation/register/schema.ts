/**
 * What is known of somebody believed to be abroad. Every statement is an entry with its day and its author; nothing
 * is overwritten: a later entry says it anew, or it is taken back and stays readable. There is no field for what
 * somebody may have done, and none for security services.
 */
import { z } from 'zod'
import {
  Country,
  Id,
  Instant,
  LanguageTag,
  line,
  page,
  pageQuery,
  paragraph,
  PlainDate,
  Reason,
} from '../../common.ts'
import { Sex } from '../../people/schema.ts'
import { ageGroups } from '../operations/rules.ts'
import { abroadStates, conditions } from './rules.ts'

export const AbroadStateName = z.enum(abroadStates)

/** Who told. */
export const sourceKinds = [
  'relative',
  'list',
  'consular-visit',
  'delegation-visit',
  'icrc',
  'unicef',
  'own-words',
  'other',
] as const
/** How far it can be relied on, in plain words and not in a code. */
export const reliabilities = ['confirmed', 'likely', 'unclear', 'contradicted'] as const
export const heldAs = ['camp', 'prison', 'childrens-home', 'hospital', 'private-home', 'not-known'] as const
export const wishes = ['return', 'stay', 'undecided', 'not-free-to-speak'] as const
export const toldTo = ['consul', 'delegation', 'icrc', 'unicef', 'relative', 'other'] as const
export const evidenceFor = ['nationality', 'kinship'] as const
export const evidenceItems = [
  'birth-certificate',
  'passport',
  'marriage-certificate',
  'registry-record',
  'court-decision',
  'hospital-record',
  'statement-of-relative',
  'own-words',
  'photographs',
  'genetic-test',
  'other',
] as const
export const evidenceStandings = ['wanted', 'asked', 'found', 'not-found'] as const
export const testResults = ['supports', 'excludes', 'inconclusive'] as const
export const travelPapers = [
  'passport',
  'return-certificate',
  'exit-permit',
  'laissez-passer',
  'other',
] as const
export const travelStandings = ['wanted', 'asked', 'blocked', 'held'] as const
export const consents = ['to-ask', 'asked', 'given', 'refused', 'withdrawn'] as const
export const consentWays = ['in-writing', 'before-the-consul', 'through-icrc', 'by-word'] as const
export const contactWays = ['telephone', 'visit', 'letter', 'office', 'message'] as const

const note = paragraph(1000).optional()

export const EntryContent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('source'),
    from: z.enum(sourceKinds),
    /** Name and office of who told, as far as it may be written. */
    who: line(160).optional(),
    reliability: z.enum(reliabilities),
    note,
  }),
  z.strictObject({
    kind: z.literal('whereabouts'),
    country: Country,
    place: line(160).optional(),
    heldAs: z.enum(heldAs),
    /** With whom: mother, aunt, alone. */
    withWhom: line(300).optional(),
    since: z
      .string()
      .regex(/^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'rough-day')
      .optional(),
    reliability: z.enum(reliabilities),
    note,
  }),
  z.strictObject({
    kind: z.literal('evidence'),
    proves: z.enum(evidenceFor),
    item: z.enum(evidenceItems),
    standing: z.enum(evidenceStandings),
    /** Of a genetic test there is room for the result and who keeps it, and for nothing else. */
    result: z.enum(testResults).optional(),
    custodian: line(160).optional(),
    note,
  }),
  z.strictObject({
    kind: z.literal('wish'),
    wish: z.enum(wishes),
    toldTo: z.enum(toldTo),
    language: LanguageTag.optional(),
    /** Nobody else was there; a wish told before others counts less. */
    alone: z.boolean(),
    askAgainOn: PlainDate.optional(),
    note,
  }),
  z.strictObject({
    kind: z.literal('travel-paper'),
    paper: z.enum(travelPapers),
    standing: z.enum(travelStandings),
    obstacle: line(300).optional(),
    validTo: PlainDate.optional(),
    note,
  }),
  z.strictObject({
    kind: z.literal('parent'),
    parent: line(160),
    heldIn: Country.optional(),
    consent: z.enum(consents),
    way: z.enum(consentWays).optional(),
    note,
  }),
  z.strictObject({
    kind: z.literal('contact'),
    /** Who at home: name and how they are related. */
    withWhom: line(160),
    way: z.enum(contactWays),
    note,
  }),
])
export type EntryContent = z.infer<typeof EntryContent>
export type EntryKind = EntryContent['kind']
export const entryKinds = EntryContent.options.map(option => option.shape.kind.value)

export const AddEntry = z.strictObject({
  /** Made by the device, so that a repeated command adds one. */
  id: Id,
  /** The day of which it speaks; today where none is given. */
  on: PlainDate.optional(),
  content: EntryContent,
  /** The entry that this one says anew. */
  replaces: Id.optional(),
})
export type AddEntry = z.infer<typeof AddEntry>

export const OpenAbroad = z.strictObject({
  id: Id,
  personId: Id,
  source: EntryContent.options[0],
  whereabouts: EntryContent.options[1].optional(),
  on: PlainDate.optional(),
})
export type OpenAbroad = z.infer<typeof OpenAbroad>

export const TakeStep = z.strictObject({
  to: AbroadStateName,
  on: PlainDate.optional(),
  reason: Reason.optional(),
})
export type TakeStep = z.infer<typeof TakeStep>

const Somebody = z.strictObject({ id: Id, name: z.string() })

export const AbroadEntry = z.strictObject({
  id: Id,
  on: PlainDate,
  at: Instant,
  by: Somebody,
  content: EntryContent,
  replacedBy: Id.optional(),
  takenBack: z.strictObject({ at: Instant, reason: z.string() }).optional(),
  mayTakeBack: z.boolean(),
})
export type AbroadEntry = z.infer<typeof AbroadEntry>

export const AbroadRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  personId: Id,
  person: z.string(),
  sex: Sex.optional(),
  ageGroup: z.enum(ageGroups),
  state: AbroadStateName,
  since: PlainDate,
  country: Country.optional(),
  heldAs: z.enum(heldAs).optional(),
  lastHeardOn: PlainDate.optional(),
  askAgainOn: PlainDate.optional(),
  evidenceOpen: z.number().int(),
  paperOpen: z.boolean(),
  consentOpen: z.boolean(),
  responsible: Somebody,
})
export type AbroadRow = z.infer<typeof AbroadRow>

export const AbroadStep = z.strictObject({
  at: Instant,
  on: PlainDate,
  by: Somebody,
  from: AbroadStateName.optional(),
  to: AbroadStateName,
  reason: z.string().optional(),
})

export const Abroad = AbroadRow.extend({
  entries: z.array(AbroadEntry),
  steps: z.array(AbroadStep),
  /** What may follow, and what has to be on record before it. */
  next: z.array(
    z.strictObject({ to: AbroadStateName, reason: z.boolean(), missing: z.array(z.enum(conditions)) }),
  ),
  mayChange: z.boolean(),
  /** On the list of an operation already. */
  operations: z.array(z.strictObject({ id: Id, name: z.string() })),
})
export type Abroad = z.infer<typeof Abroad>

const filters = {
  state: AbroadStateName.optional(),
  country: Country.optional(),
  heldAs: z.enum(heldAs).optional(),
  sex: Sex.optional(),
  ageGroup: z.enum(ageGroups).optional(),
  /** What somebody has to do: a wish to ask again, evidence, a paper, a consent. */
  open: z.enum(['ask', 'evidence', 'paper', 'consent']).optional(),
  mine: z.stringbool().optional(),
}
/** Without a state: those who are still abroad. */
export const AbroadFilter = z.strictObject({ ...pageQuery, ...filters })
export type AbroadFilter = z.infer<typeof AbroadFilter>

export const AbroadPage = page(AbroadRow)

/** For planning: how many of each sex and age group in each state, of those whom the asker may see. */
export const AbroadCounts = z.strictObject({
  cells: z.array(
    z.strictObject({
      state: AbroadStateName,
      sex: Sex,
      ageGroup: z.enum(ageGroups),
      count: z.number().int(),
    }),
  ),
  todo: z.strictObject({
    ask: z.number().int(),
    evidence: z.number().int(),
    paper: z.number().int(),
    consent: z.number().int(),
  }),
})
export type AbroadCounts = z.infer<typeof AbroadCounts>

export const PersonAbroad = z.strictObject({ rows: z.array(Abroad) })

/** From here an operation is prepared: those chosen are put on its list. */
export const PutOnList = z.strictObject({
  operationId: Id,
  ids: z.array(Id).min(1).max(200),
})
export type PutOnList = z.infer<typeof PutOnList>
