/** What a person, or who decides for them, said about sharing what is known of them; and what stands behind it. */
import { z } from 'zod'
import { Id, Instant, LanguageTag, line, paragraph, PlainDate } from '../common.ts'
import { Colleague } from '../tasks/schema.ts'
import {
  capacities,
  consentKinds,
  effects,
  evidences,
  explainedWays,
  givers,
  interpreters,
  otherBases,
  purposes,
} from './kinds.ts'
import { recipientKinds, tellable } from './recipients.ts'

export const Purpose = z.enum(purposes)
export const RecipientKind = z.enum(recipientKinds)
export const Tellable = z.enum(tellable)
const unique = <Value extends z.ZodType>(value: Value, max: number) =>
  z
    .array(value)
    .max(max)
    .refine(all => new Set(all).size === all.length, 'twice')

const Kind = z.enum(consentKinds)
const Giver = z.enum(givers)

/** Who gave it, where that is not the person: a carer of the family tree, or somebody by name. */
const GiverRef = z
  .strictObject({ relationId: Id.optional(), name: line(160).optional() })
  .refine(one => one.relationId === undefined || one.name === undefined, 'one-of-two')

const shared = {
  kind: Kind,
  /** Absent where the law itself is the basis. */
  givenBy: Giver.optional(),
  giver: GiverRef.optional(),
  capacity: z.enum(capacities),
  language: LanguageTag.optional(),
  explained: z.enum(explainedWays).optional(),
  interpreter: z.enum(interpreters).default('none'),
  purposes: unique(Purpose, purposes.length),
  recipients: unique(RecipientKind, recipientKinds.length),
  /** Single recipients, from the register of contacts. */
  contacts: unique(Id, 20),
  classes: unique(Tellable, tellable.length),
  since: PlainDate,
  until: PlainDate.optional(),
  evidence: z.enum(evidences),
  /** Where the signed paper lies, or who was there. */
  evidenceNote: line(200).optional(),
  /** A paper that is attached to the person. */
  documentId: Id.optional(),
  /** Of what kind another lawful basis is, and which one: the law, the decision. */
  basis: z.enum(otherBases).optional(),
  basisWords: line(300).optional(),
}

export const RecordConsent = z
  .strictObject({
    /** Made by the device, so that a repeated command makes one. */
    id: Id,
    ...shared,
    /** How it was explained and what was asked, in a few words. */
    explainedWords: paragraph(1000).optional(),
    /** What the child itself thinks of it, in its words. */
    view: paragraph(1000).optional(),
  })
  .superRefine((one, context) => {
    const need = (path: string, wanted: boolean, code = 'required') => {
      if (wanted) context.addIssue({ code: 'custom', path: [path], message: code })
    }
    const other = one.kind === 'other-basis'
    need('givenBy', !other && one.givenBy === undefined)
    need('givenBy', one.kind === 'assent' && one.givenBy !== undefined && one.givenBy !== 'self', 'not-asked')
    need('giver', one.givenBy === 'self' && one.giver !== undefined, 'not-asked')
    need('language', !other && one.language === undefined)
    need('explained', !other && one.explained === undefined)
    need('basis', other && one.basis === undefined)
    need('basisWords', other && one.basisWords === undefined)
    need('basis', !other && one.basis !== undefined, 'not-asked')
    // Only a no may be said to everything: a yes names what it is for, to whom, and of what.
    if (one.kind !== 'refusal') {
      need('purposes', one.purposes.length === 0)
      need('recipients', one.recipients.length + one.contacts.length === 0)
      need('classes', one.classes.length === 0)
      need('until', one.until === undefined)
    }
  })
export type RecordConsent = z.infer<typeof RecordConsent>

export const Consent = z.strictObject({
  id: Id,
  version: z.number().int(),
  personId: Id,
  ...shared,
  /** The carer's name, where kinship is open to the reader. */
  giverName: z.string().optional(),
  interpreter: z.enum(interpreters),
  contacts: z.array(z.strictObject({ id: Id, organisation: z.string() })),
  effect: z.enum(effects),
  by: Colleague,
  recordedAt: Instant,
  withdrawn: z
    .strictObject({ at: Instant, by: Colleague, who: Giver, why: z.string().optional() })
    .optional(),
  custodyEndedAt: Instant.optional(),
  /** Words, where their section is open to the reader. */
  explainedWords: z.string().optional(),
  view: z.string().optional(),
  /** How often something was told that rests on it. */
  told: z.number().int(),
})
export type Consent = z.infer<typeof Consent>

/** Who said something that an act of sharing rests on, or is stopped by. */
export const Voice = z.strictObject({
  id: Id,
  kind: Kind,
  givenBy: Giver.optional(),
  /** The carer's name, where kinship is open to the reader. */
  giverName: z.string().optional(),
  basisWords: z.string().optional(),
  until: PlainDate.optional(),
})
export type Voice = z.infer<typeof Voice>

export const WithdrawConsent = z.strictObject({
  /** Who takes it back. */
  who: Giver,
  why: paragraph(500).optional(),
})
export type WithdrawConsent = z.infer<typeof WithdrawConsent>

/** Somebody who may be asked for the person: carers of the family tree. */
export const Carer = z.strictObject({
  relationId: Id,
  kind: z.enum(['parent', 'guardian', 'foster-carer']),
  name: z.string(),
})
export type Carer = z.infer<typeof Carer>

export const PersonConsents = z.strictObject({
  person: z.string(),
  rows: z.array(Consent),
  /** Whose word counts today. */
  word: z.enum(['own', 'carer', 'unclear']),
  /** The child's own yes is needed, too. */
  assent: z.boolean(),
  /** The first day on which the person may be of age, while it lies ahead. */
  adultFrom: PlainDate.optional(),
  /** Somebody was asked, whatever they said. */
  asked: z.boolean(),
  longestMonths: z.number().int(),
  carers: z.array(Carer),
  mayRecord: z.boolean(),
  mayTell: z.boolean(),
  mayAnswer: z.boolean(),
})
export type PersonConsents = z.infer<typeof PersonConsents>
