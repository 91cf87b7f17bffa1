/**
 * Relations between people: typed, dated, with their evidence. A relation leads to somebody on the register, to
 * somebody who is not, or to nobody known ("father unknown" is an answer). Of a genetic test there is room for three
 * things only: that it was done, what it said, and who keeps it. No profile, marker or sample number, ever.
 */
import { z } from 'zod'
import { Id, Instant, line, PlainDate, Reason } from '../../common.ts'
import { BirthDate, Sex } from '../schema.ts'
import { kinBases, kinKinds } from './kinds.ts'

/** A day as exactly as it is known; absent when it is not. */
export const RoughDate = z.discriminatedUnion('precision', [
  z.strictObject({ precision: z.literal('day'), date: PlainDate }),
  z.strictObject({
    precision: z.literal('month'),
    month: z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, 'month'),
  }),
  z.strictObject({ precision: z.literal('year'), year: z.number().int().min(1900).max(2199) }),
])
export type RoughDate = z.infer<typeof RoughDate>

/** Told by somebody, proved by papers, told differently by others, found to be untrue. */
export const kinStandings = ['claimed', 'proved', 'contested', 'refuted'] as const
export const KinStanding = z.enum(kinStandings)
export type KinStanding = z.infer<typeof KinStanding>

export const evidenceTypes = [
  'birth-certificate',
  'marriage-certificate',
  'court-decision',
  'guardianship-order',
  'consular-letter',
  'hospital-record',
  'own-words',
  'statement-of-relative',
  'other',
] as const
export const testResults = ['supports', 'excludes', 'inconclusive'] as const

export const Evidence = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.enum(evidenceTypes),
    date: PlainDate.optional(),
    /** Who issued it or wrote it down. */
    office: line(160).optional(),
  }),
  z.strictObject({
    type: z.literal('genetic-test'),
    doneOn: PlainDate,
    result: z.enum(testResults),
    /** Who keeps the finding; it is not kept here. */
    custodian: line(160),
  }),
])
export type Evidence = z.infer<typeof Evidence>

export const lifeStates = ['alive', 'died', 'not-known'] as const

/** Somebody who is not on the register. One id wherever the same one is meant, so that a tree shows them once. */
export const Outsider = z.strictObject({
  outsiderId: Id,
  name: line(160),
  sex: Sex,
  birth: BirthDate.optional(),
  life: z.enum(lifeStates),
  died: RoughDate.optional(),
})
export type Outsider = z.infer<typeof Outsider>

const outside = Outsider.extend({ who: z.literal('outside') })
const unknown = z.strictObject({ who: z.literal('unknown'), sex: Sex })

export const RelativeDraft = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('person'), personId: Id }),
  outside,
  unknown,
])
export type RelativeDraft = z.infer<typeof RelativeDraft>

/** The other side as a reader sees it. Of somebody whose file was erased, the place in the family is what stays. */
export const Relative = z.discriminatedUnion('who', [
  z.strictObject({
    who: z.literal('person'),
    personId: Id,
    label: z.string(),
    sex: Sex,
    birth: BirthDate,
  }),
  outside,
  unknown,
  z.strictObject({ who: z.literal('erased'), sex: Sex }),
])
export type Relative = z.infer<typeof Relative>

export const endReasons = [
  'died',
  'divorced',
  'guardianship-ended',
  'came-of-age',
  'court-decision',
  'corrected',
  'other',
] as const
export type EndReason = (typeof endReasons)[number]

export const Kind = z.enum(kinKinds)
export const Basis = z.enum(kinBases)

const said = {
  basis: Basis,
  standing: KinStanding,
  since: RoughDate.optional(),
  evidence: z.array(Evidence).max(12),
  note: line(300).optional(),
}

/** One relation, read from one person's side: `kind` is what the other is to them. */
export const Relation = z.strictObject({
  id: Id,
  version: z.number().int(),
  kind: Kind,
  ...said,
  other: Relative,
  until: RoughDate.optional(),
  /** Present once it has ended; `corrected` means that it was never so. */
  endReason: z.enum(endReasons).optional(),
  updatedAt: Instant,
})
export type Relation = z.infer<typeof Relation>

/** What is called proved names what proves it. */
const isEvident = ({ standing, evidence }: { standing: KinStanding; evidence: Evidence[] }) =>
  standing !== 'proved' || evidence.length > 0
const evidentFault = { path: ['evidence'], message: 'evidence-needed' }

export const AddRelation = z
  .strictObject({ id: Id, kind: Kind, other: RelativeDraft, ...said })
  .refine(isEvident, evidentFault)
export type AddRelation = z.infer<typeof AddRelation>

/** What may be changed; whom it leads to and as what may not: that is ended as corrected, and written anew. */
export const ChangeRelation = z
  .strictObject({
    ...said,
    /** New details of somebody who is not on the register, wherever they stand. */
    outsider: Outsider.omit({ outsiderId: true }).optional(),
    kind: z.enum(['update', 'correction']),
    reason: Reason.optional(),
  })
  .refine(isEvident, evidentFault)
export type ChangeRelation = z.infer<typeof ChangeRelation>

export const EndRelation = z.strictObject({
  why: z.enum(endReasons),
  on: RoughDate.optional(),
  /** Compulsory where the word alone says too little: `corrected`, `other`. */
  reason: Reason.optional(),
})
export type EndRelation = z.infer<typeof EndRelation>

export const checkCodes = [
  'child-older',
  'parent-too-young',
  'two-birth-mothers',
  'two-birth-fathers',
  'own-ancestor',
  'spouse-of-kin',
  'siblings-differ',
  'guardian-is-child',
  'died-before-birth',
  'ward-is-adult',
  'married-as-child',
  'no-carer',
] as const
export type CheckCode = (typeof checkCodes)[number]

/** Something on the tree that cannot be, or that wants a question. About what is written, never about a person's worth. */
export const ShownCheck = z.strictObject({
  code: z.enum(checkCodes),
  severity: z.enum(['contradiction', 'question']),
  /** Dates are exact enough to be sure. */
  certain: z.boolean(),
  relationIds: z.array(Id).min(1),
  /** Those whom the sentence names, in its order. */
  names: z.array(z.string()),
  looked: z.strictObject({ by: z.string(), at: Instant, reason: z.string() }).optional(),
})
export type ShownCheck = z.infer<typeof ShownCheck>

/** Somebody on the tree. `key` is the id of a person or of an outsider, or stands for an unknown one. */
export const TreePerson = z.strictObject({
  key: z.string(),
  other: Relative,
  /** Steps from the person in the middle. */
  distance: z.number().int().min(0),
})
export type TreePerson = z.infer<typeof TreePerson>

export const TreeTie = z.strictObject({
  id: Id,
  /** `to` is `kind` of `from`: from the child to the parent. */
  from: z.string(),
  to: z.string(),
  kind: Kind,
  basis: Basis,
  standing: KinStanding,
  ended: z.boolean(),
})
export type TreeTie = z.infer<typeof TreeTie>

export const Tree = z.strictObject({
  people: z.array(TreePerson),
  ties: z.array(TreeTie),
  checks: z.array(ShownCheck),
  /** Relatives of those shown who are not open to the reader. */
  notShown: z.number().int(),
  /** The family goes on beyond what is drawn. */
  more: z.boolean(),
})
export type Tree = z.infer<typeof Tree>
