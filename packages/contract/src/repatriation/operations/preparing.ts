/**
 * What the preparation of an operation looks at: families that would be divided, children without a carer, consent,
 * proof, needs on board, checklists, and what was said of it in public.
 */
import { z } from 'zod'
import { Country, Id, Instant, LanguageTag, line, PlainDate, Reason } from '../../common.ts'
import { Reported } from '../../figures/reported.ts'
import { facts } from '../../people/papers/rules.ts'
import { impersonal } from '../../personalData.ts'
import { BirthDate, Sex } from '../../people/schema.ts'
import { divisionPlaces } from '../unity.ts'
import { checkSteps } from './checks.ts'
import { ageGroups } from './rules.ts'
import { Duty, LineState, Totals } from './schema.ts'

const count = z.number().int().min(0)
const Somebody = z.strictObject({ id: Id, name: z.string() })
const Named = z.strictObject({ lineId: Id, name: z.string() })

// ---------------------------------------------------------------- versions of the list
export const OpenList = z.strictObject({ reason: Reason })

export const listFields = [
  'name',
  'sex',
  'birth',
  'family',
  'head',
  'state',
  'bracelet',
  'carer',
  'forCountry',
  'legs',
] as const
export const ListDifferences = z.strictObject({
  from: z.number().int(),
  /** Absent: the list as it stands now. */
  to: z.number().int().optional(),
  added: z.array(Named),
  removed: z.array(Named),
  changed: z.array(Named.extend({ fields: z.array(z.enum(listFields)) })),
})
export type ListDifferences = z.infer<typeof ListDifferences>

// ---------------------------------------------------------------- families that stay together
export const AskDivision = z.strictObject({
  id: Id,
  familyId: Id,
  at: z.enum(divisionPlaces),
  atId: Id.optional(),
  reason: Reason,
  endsAt: Instant,
})
export type AskDivision = z.infer<typeof AskDivision>
export const Division = z.strictObject({
  id: Id,
  familyId: Id,
  at: z.enum(divisionPlaces),
  reason: z.string().optional(),
  endsAt: Instant,
  askedBy: Somebody,
  askedAt: Instant,
  approvalId: Id.optional(),
  agreedBy: Somebody.optional(),
  agreedAt: Instant.optional(),
})
export type Division = z.infer<typeof Division>

/** Which family, for whoever decides; where they are named by it. */
export const AskedDivision = z.strictObject({
  at: z.enum(divisionPlaces),
  /** The vehicle, the room or the house, where it is about one and open to the reader. */
  place: z.string().optional(),
  endsAt: Instant,
  members: z.array(z.strictObject({ personId: Id, name: z.string(), birth: BirthDate })),
  notShown: count,
})
export type AskedDivision = z.infer<typeof AskedDivision>

const MemberShown = Named.extend({ birth: BirthDate })
export const DividedFamily = z.strictObject({
  familyId: Id,
  name: z.string(),
  /** Legs of this ordinal go side by side. */
  ordinal: z.number().int(),
  parts: z.array(
    z.strictObject({
      /** Absent: without a place while others have one. */
      legId: Id.optional(),
      members: z.array(MemberShown),
      childrenAlone: z.boolean(),
    }),
  ),
  /** Asked for and not decided yet; what was agreed is no question any more. */
  asked: Division.optional(),
})
export type DividedFamily = z.infer<typeof DividedFamily>

export const CareGap = Named.extend({
  birth: BirthDate,
  /** Hours without anybody; empty where the journey has no hours yet and nobody is named at all. */
  gaps: z.array(z.strictObject({ from: Instant, to: Instant })),
})

// ---------------------------------------------------------------- consent, proof, needs
export const consentGivers = [
  'self',
  'mother',
  'father',
  'parent-in-detention',
  'guardian',
  'court',
  'guardianship-body',
] as const
export const consentStandings = ['asked', 'given', 'refused', 'withdrawn'] as const
export const WriteConsent = z
  .strictObject({
    giver: z.enum(consentGivers),
    standing: z.enum(consentStandings),
    askedOn: PlainDate,
    answeredOn: PlainDate.optional(),
    /** Through whom it was asked: a consul, the Red Cross, a lawyer. */
    through: line(160).optional(),
    note: line(300).optional(),
    documentId: Id.optional(),
  })
  .refine(one => (one.standing === 'asked') === (one.answeredOn === undefined), {
    path: ['answeredOn'],
    error: 'answer-day',
  })
  .refine(one => !one.answeredOn || one.askedOn <= one.answeredOn, {
    path: ['answeredOn'],
    error: 'period-reversed',
  })
export type WriteConsent = z.infer<typeof WriteConsent>
export const Consent = z.strictObject({
  id: Id,
  giver: z.enum(consentGivers),
  standing: z.enum(consentStandings),
  askedOn: PlainDate,
  answeredOn: PlainDate.optional(),
  through: z.string().optional(),
  note: z.string().optional(),
  documentId: Id.optional(),
})

export const evidenceAbout = ['identity', 'nationality', 'kinship'] as const
export const WriteEvidence = z
  .strictObject({
    about: z.enum(evidenceAbout),
    standing: z.enum(['wanted', 'held']),
    /** Of a genetic test: that it was done, its result, who keeps it. Never more. */
    text: line(200).optional(),
    documentId: Id.optional(),
  })
  .refine(one => (one.text ?? one.documentId) !== undefined, { path: ['text'], error: 'required' })
export type WriteEvidence = z.infer<typeof WriteEvidence>
export const ProofItem = z.strictObject({
  id: Id,
  about: z.enum(evidenceAbout),
  standing: z.enum(['wanted', 'held']),
  text: z.string().optional(),
  documentId: Id.optional(),
})

export const boardNeeds = [
  'stretcher',
  'wheelchair',
  'oxygen',
  'medicine-on-the-way',
  'cold-medicine',
  'diet',
  'infant-food',
  'pregnancy',
  'doctor-beside',
  'quiet-place',
] as const
export const WriteNeeds = z.strictObject({
  needs: z
    .array(z.enum(boardNeeds))
    .max(boardNeeds.length)
    .refine(list => new Set(list).size === list.length, 'twice'),
  note: line(300).optional(),
})

const careSpan = {
  id: Id,
  fromAt: Instant,
  toAt: Instant,
  accountId: Id.optional(),
  personId: Id.optional(),
}
export const WriteCare = z.strictObject({
  spans: z
    .array(
      z
        .strictObject(careSpan)
        .refine(one => one.fromAt < one.toAt, { path: ['toAt'], error: 'period-reversed' })
        .refine(one => (one.accountId === undefined) !== (one.personId === undefined), {
          path: ['accountId'],
          error: 'required',
        }),
    )
    .max(60),
})
export const CareSpan = z.strictObject({ ...careSpan, name: z.string() })

/** What the consul and the doctor keep of one line. A part that is not open to the reader is absent. */
export const LineFile = z.strictObject({
  consents: z.array(Consent).optional(),
  evidence: z.array(ProofItem).optional(),
  needs: WriteNeeds.optional(),
  care: z.array(CareSpan),
})
export type LineFile = z.infer<typeof LineFile>

// ---------------------------------------------------------------- readiness
export const CheckItem = z.strictObject({
  id: Id,
  version: z.number().int(),
  step: z.enum(checkSteps),
  code: z.string().optional(),
  text: z.string().optional(),
  owner: Somebody.optional(),
  due: PlainDate.optional(),
  doneAt: Instant.optional(),
  doneBy: Somebody.optional(),
})
export type CheckItem = z.infer<typeof CheckItem>
export const WriteCheck = z.strictObject({
  step: z.enum(checkSteps),
  /** Own words; those of the template keep their code. */
  text: line(200).optional(),
  ownerId: Id.optional(),
  due: PlainDate.optional(),
})
export type WriteCheck = z.infer<typeof WriteCheck>

export const Readiness = z.strictObject({
  divided: z.array(DividedFamily),
  agreed: z.array(Division),
  careGaps: z.array(CareGap),
  /** Asked and not answered: since when. */
  consentsWaiting: z.array(Named.extend({ giver: z.enum(consentGivers), askedOn: PlainDate, days: count })),
  /** Somebody said no, and the line still waits to travel. */
  refusedConsents: z.array(Named.extend({ giver: z.enum(consentGivers) })),
  lookAlikes: z.array(z.strictObject({ one: Named, other: Named })),
  /** Papers that shut the way, as far as they are open to the reader. */
  papers: z.array(Named.extend({ facts: z.array(z.enum(facts)) })),
  unaccompanied: z.array(Named.extend({ birth: BirthDate })),
  roster: z.array(z.strictObject({ duty: Duty, have: count, wanted: count })),
  languages: z.array(z.strictObject({ tag: LanguageTag, people: count, interpreters: count })),
  /** Free beds on the day of arrival: of the houses where there are any, else as somebody wrote it. */
  places: z.strictObject({
    people: count,
    places: count.optional(),
    /** Of other operations on the same days, without a bed yet: places leave room for them. */
    others: count,
    houses: z.array(z.strictObject({ id: Id, name: z.string(), places: count, free: count })),
  }),
  seats: z.array(z.strictObject({ legId: Id, people: count, seats: count.optional() })),
  needs: z.array(z.strictObject({ need: z.enum(boardNeeds), people: count })),
  carried: z.array(z.strictObject({ country: Country, people: count })),
  checks: z.array(CheckItem),
  /** Whose lines are not open to the reader: questions about them are not shown either. */
  notShown: count,
})
export type Readiness = z.infer<typeof Readiness>

/** What has to be settled before the list is frozen. */
export const openQuestions = (ready: Pick<Readiness, 'divided' | 'careGaps' | 'refusedConsents'>): number =>
  ready.divided.length + ready.careGaps.length + ready.refusedConsents.length

// ---------------------------------------------------------------- nationals of another state
/** The least that another state needs to receive somebody: no journey, no health, no reason. */
export const CarriedPerson = z.strictObject({
  name: z.string(),
  otherNames: z.array(z.string()),
  sex: Sex,
  birth: BirthDate,
  family: z.string().optional(),
  head: z.boolean(),
  state: LineState,
})
export const Carried = z.strictObject({ country: Country, rows: z.array(CarriedPerson) })

// ---------------------------------------------------------------- afterwards
export const publishedAbout = ['total', 'men', 'women', 'children', 'families'] as const
export const AddPublished = z.strictObject({
  id: Id,
  what: z.enum(publishedAbout),
  value: Reported,
  source: line(200),
  url: z.url({ protocol: /^https?$/ }).max(1000),
  /** As the source has it: a day, a month, a year. */
  saidOn: z
    .string()
    .regex(/^(19|20)\d\d(-\d\d(-\d\d)?)?$/, 'month')
    .optional(),
  note: impersonal(600).optional(),
})
export type AddPublished = z.infer<typeof AddPublished>
export const PublishedFigure = AddPublished.extend({
  enteredBy: Somebody.optional(),
  at: Instant,
})
export type PublishedFigure = z.infer<typeof PublishedFigure>

/** What the next operation does otherwise. Not about anybody: it may go on to a practice. */
export const AddLesson = z.strictObject({ id: Id, step: z.enum(checkSteps), text: impersonal(2000) })
export const Lesson = z.strictObject({
  id: Id,
  step: z.enum(checkSteps),
  text: z.string(),
  by: Somebody.optional(),
  at: Instant,
})

export const Summary = z.strictObject({
  totals: Totals,
  /** Nobody was ever on a list here: the operation is older than the node, and known from public figures only. */
  countedHere: z.boolean(),
  byAge: z.array(z.strictObject({ group: z.enum(ageGroups), female: count, male: count, notKnown: count })),
  byState: z.array(z.strictObject({ state: LineState, people: count })),
  published: z.array(PublishedFigure),
  lessons: z.array(Lesson),
  mayPublish: z.boolean(),
})
export type Summary = z.infer<typeof Summary>
