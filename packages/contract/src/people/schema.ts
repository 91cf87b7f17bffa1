/** A person on the register, in sections by compartment. Why somebody is known is not said here. */
import { z } from 'zod'
import { Compartment } from '../access/compartments.ts'
import {
  AreaCode,
  Country,
  Id,
  Instant,
  LanguageTag,
  line,
  page,
  pageQuery,
  PlainDate,
  Reason,
  Script,
} from '../common.ts'
import { Merge } from './duplicates/merges.ts'

export const nameUses = ['usual', 'official', 'former', 'other'] as const
export const nameSources = [
  'self',
  'relative',
  'birth-certificate',
  'identity-card',
  'passport',
  'court',
  'list',
  'other',
] as const

/** One way in which a person's name is written. At least one part is there; order is not meaning. */
export const PersonName = z
  .strictObject({
    family: line(120).optional(),
    given: line(120).optional(),
    patronymic: line(120).optional(),
    script: Script,
    language: LanguageTag.optional(),
    use: z.enum(nameUses),
    source: z.enum(nameSources),
  })
  .refine(name => Boolean(name.family ?? name.given ?? name.patronymic), 'name-empty')
export type PersonName = z.infer<typeof PersonName>

/** Unknown, estimated and withheld are three different answers, none of them empty. */
export const BirthDate = z.discriminatedUnion('precision', [
  z.strictObject({ precision: z.literal('day'), date: PlainDate }),
  z.strictObject({
    precision: z.literal('month'),
    month: z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, 'month'),
  }),
  z.strictObject({ precision: z.literal('year'), year: z.number().int().min(1900).max(2199) }),
  z.strictObject({
    precision: z.literal('estimated'),
    age: z.number().int().min(0).max(120),
    asOf: PlainDate,
  }),
  z.strictObject({ precision: z.literal('unknown') }),
  z.strictObject({ precision: z.literal('withheld') }),
])
export type BirthDate = z.infer<typeof BirthDate>

export const sexes = ['female', 'male', 'unknown', 'withheld'] as const
export const Sex = z.enum(sexes)
export type Sex = z.infer<typeof Sex>

export const SpokenLanguage = z.strictObject({
  tag: LanguageTag,
  level: z.enum(['mother-tongue', 'good', 'some', 'unknown']),
  preferred: z.boolean(),
})

export const contactSystems = ['phone', 'email', 'address', 'other'] as const
export const ContactPoint = z.strictObject({
  system: z.enum(contactSystems),
  value: line(300),
  /** Whose it is, in plain words: "mother's sister". */
  belongsTo: line(120).optional(),
  /** May one call or write there openly, or only when the family agreed to the hour? */
  discretion: z.enum(['open', 'ask-first', 'never-mention']),
})

export const ContactSection = z.strictObject({
  names: z.array(PersonName).min(1).max(20),
  sex: Sex,
  birth: BirthDate,
  languages: z.array(SpokenLanguage).max(12),
  contacts: z.array(ContactPoint).max(12),
})
export type ContactSection = z.infer<typeof ContactSection>

export const Citizenship = z.strictObject({
  country: Country,
  standing: z.enum(['claimed', 'proved', 'refused', 'unknown']),
})

/** An identifier as its issuer writes it. `system` is a short word such as `iin`, `pinfl`, `passport`. */
export const Identifier = z
  .strictObject({
    system: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'identifier-system'),
    value: line(64),
    issuer: line(160).optional(),
    validFrom: PlainDate.optional(),
    validTo: PlainDate.optional(),
  })
  .refine(id => !id.validFrom || !id.validTo || id.validFrom <= id.validTo, 'period-reversed')

export const IdentitySection = z.strictObject({
  names: z.array(PersonName).max(20),
  citizenships: z.array(Citizenship).max(6),
  identifiers: z.array(Identifier).max(20),
})
export type IdentitySection = z.infer<typeof IdentitySection>

/** Origin and place of birth: sealed from school, clinic and employer. Names as lists abroad wrote them belong here. */
export const JourneySection = z.strictObject({
  names: z.array(PersonName).max(20),
  birthPlace: z
    .strictObject({
      country: Country,
      place: line(200).optional(),
      certainty: z.enum(['proved', 'stated', 'unknown']),
    })
    .optional(),
})
export type JourneySection = z.infer<typeof JourneySection>

export const difficulties = ['none', 'some', 'a-lot', 'cannot', 'unknown', 'declined'] as const
export const disabilityDomains = [
  'seeing',
  'hearing',
  'walking',
  'remembering',
  'selfCare',
  'communicating',
] as const
const Difficulty = z.enum(difficulties)

/** Washington Group Short Set on Functioning: six domains, four answers, beside unknown and declined. */
export const Disability = z.strictObject({
  seeing: Difficulty,
  hearing: Difficulty,
  walking: Difficulty,
  remembering: Difficulty,
  selfCare: Difficulty,
  communicating: Difficulty,
  askedOn: PlainDate,
  answeredBy: z.enum(['self', 'carer', 'other']),
})
export const HealthSection = z.strictObject({ disability: Disability.optional() })
export type HealthSection = z.infer<typeof HealthSection>

export const householdRoles = [
  'head',
  'mother',
  'father',
  'child',
  'grandparent',
  'sibling',
  'guardian',
  'other',
] as const
export const leftReasons = ['moved', 'married', 'placed', 'died', 'corrected', 'other'] as const

/** `since`: the day from which they live there, where it is known. */
export const HouseholdMember = z.strictObject({
  personId: Id,
  role: z.enum(householdRoles),
  since: PlainDate.optional(),
})
/** Somebody who lives there no longer. They are not deleted: the household keeps who lived there when. */
export const HouseholdLeaver = z.strictObject({ personId: Id, on: PlainDate, why: z.enum(leftReasons) })

/** Written through the household; here it is read. Members whom the reader may not see are counted, not named. */
export const KinshipSection = z.strictObject({
  household: z
    .strictObject({
      id: Id,
      version: z.number().int(),
      name: line(160),
      role: z.enum(householdRoles),
      members: z.array(
        z.strictObject({
          personId: Id,
          role: z.enum(householdRoles),
          since: PlainDate.optional(),
          label: z.string(),
          birth: BirthDate.optional(),
          sex: Sex.optional(),
        }),
      ),
      notShown: z.number().int(),
      /** Who lived there before, the last to leave first. */
      left: z.array(
        z.strictObject({
          personId: Id,
          role: z.enum(householdRoles),
          label: z.string(),
          since: PlainDate.optional(),
          on: PlainDate,
          why: z.enum(leftReasons),
        }),
      ),
    })
    .optional(),
  /** Where this person lived before. */
  earlier: z.array(
    z.strictObject({
      householdId: Id,
      name: line(160),
      role: z.enum(householdRoles),
      since: PlainDate.optional(),
      on: PlainDate,
      why: z.enum(leftReasons),
    }),
  ),
})
export type KinshipSection = z.infer<typeof KinshipSection>

/** The sections that are edited on the person itself. */
export const editableSections = {
  contact: ContactSection,
  identity: IdentitySection,
  journey: JourneySection,
  health: HealthSection,
} as const
export type EditableSection = keyof typeof editableSections
export const EditableSection = z.enum(
  Object.keys(editableSections) as [EditableSection, ...EditableSection[]],
)

export const Person = z.strictObject({
  id: Id,
  version: z.number().int(),
  area: AreaCode,
  agencyId: Id,
  teamId: Id.optional(),
  createdAt: Instant,
  updatedAt: Instant,
  /** A section that the reader may not see is absent. */
  contact: ContactSection.optional(),
  identity: IdentitySection.optional(),
  journey: JourneySection.optional(),
  health: HealthSection.optional(),
  kinship: KinshipSection.optional(),
  /** Compartments open to the reader on this very person, and those that may be changed. */
  open: z.array(Compartment),
  writable: z.array(Compartment),
  /** Records that joined this one and could be taken out again, latest first; absent where there are none. */
  joined: z.array(Merge).optional(),
  /** How many compartments there are in all: "5 of 10 are open to you". */
  compartments: z.number().int(),
})
export type Person = z.infer<typeof Person>

/** A row of the register: what a list, a search or an export shows, all of it from the contact compartment. */
export const PersonRow = z.strictObject({
  id: Id,
  label: z.string(),
  otherNames: z.array(z.string()),
  sex: Sex.optional(),
  birth: BirthDate.optional(),
  area: AreaCode,
  householdId: Id.optional(),
  household: z.string().optional(),
  /** In the order of families: how many belong to it, those who are not open counted too. */
  householdSize: z.number().int().optional(),
  /** In the order of families: whether there is a family is not open to the asker. */
  familyClosed: z.boolean().optional(),
  updatedAt: Instant,
})
export type PersonRow = z.infer<typeof PersonRow>

/** Why somebody was found or is left in doubt: a code with a message in every language, and the words it speaks of. */
export const LikenessReason = z.strictObject({
  code: z.string(),
  kind: z.enum(['for', 'against', 'none']),
  params: z.record(z.string(), z.string()).optional(),
})
export type LikenessReason = z.infer<typeof LikenessReason>

/** A person found, how alike they are (docs/names.md says what a score means), and why. It proposes; people decide. */
export const FoundPerson = PersonRow.extend({
  score: z.number().min(0).max(1),
  matched: z.enum(['name', 'identifier', 'phone']),
  /** The spelling that is nearest to what was asked. */
  spelling: z.string().optional(),
  reasons: z.array(LikenessReason),
})
export type FoundPerson = z.infer<typeof FoundPerson>

export const PersonFilter = z.strictObject({
  ...pageQuery,
  area: AreaCode.optional(),
  sex: Sex.optional(),
  /** Whole years today, both ends included. */
  minAge: z.coerce.number().int().min(0).max(120).optional(),
  maxAge: z.coerce.number().int().min(0).max(120).optional(),
  /** Only those granted to the asker. */
  mine: z.stringbool().optional(),
  /** `family`: families whole, by their names. */
  sort: z.enum(['family', 'name', 'updated']).default('name'),
})
export type PersonFilter = z.infer<typeof PersonFilter>

export const PersonSearch = z.strictObject({
  q: line(200),
  limit: z.number().int().min(1).max(50).default(20),
})

/** What a search took the text for, so that a person sees why something was or was not found. */
export const UnderstoodQuery = z.strictObject({
  /** Words of the name as they were typed, by the part of a name that they were taken for. */
  words: z.array(
    z.strictObject({
      text: z.string(),
      role: z.enum(['given', 'family', 'patronymic', 'unknown']),
      initial: z.boolean(),
    }),
  ),
  birth: BirthDate.optional(),
  number: z.string().optional(),
})
export type UnderstoodQuery = z.infer<typeof UnderstoodQuery>

/** Somebody who is not yet on the register, as far as the form is filled in. */
export const PersonSketch = z.strictObject({
  names: z.array(PersonName).min(1).max(20),
  birth: BirthDate.optional(),
  sex: Sex.optional(),
  area: AreaCode.optional(),
  mother: line(200).optional(),
  father: line(200).optional(),
  /** A child of this household: mother and father there speak for and against, as far as they are open. */
  childOf: Id.optional(),
  limit: z.number().int().min(1).max(20).default(5),
})
export type PersonSketch = z.infer<typeof PersonSketch>

/** Somebody said that these are two persons. */
export const NotSame = z.strictObject({
  personId: Id,
  label: z.string(),
  saidBy: z.string(),
  saidAt: Instant,
  reason: z.string().optional(),
})
export type NotSame = z.infer<typeof NotSame>

export const RegisterPerson = z.strictObject({
  /** Made by the device, so that a repeated command makes one person. */
  id: Id,
  area: AreaCode,
  contact: ContactSection,
  identity: IdentitySection.optional(),
  journey: JourneySection.optional(),
  householdId: Id.optional(),
  householdRole: z.enum(householdRoles).optional(),
  /** People of the register who look alike and were said to be others. */
  notSame: z.array(Id).max(50).optional(),
})
export type RegisterPerson = z.infer<typeof RegisterPerson>

/** A change of one section. A correction of what was wrong says why; an update of what changed need not. */
export const ChangeSection = z.strictObject({
  section: z.unknown(),
  kind: z.enum(['update', 'correction']),
  reason: Reason.optional(),
})

export const FieldChange = z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })
export const HistoryEntry = z.strictObject({
  id: Id,
  at: Instant,
  by: z.string(),
  kind: z.enum(['created', 'update', 'correction', 'merge', 'undo']),
  /** The record that it happened to, where that one joined this one later. */
  of: Id.optional(),
  compartment: Compartment,
  reason: z.string().optional(),
  changes: z.array(FieldChange),
})
export const PersonHistory = page(HistoryEntry)
export const PersonPage = page(PersonRow)
