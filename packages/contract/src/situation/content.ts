/**
 * What is written of each kind, as one shape that tells the kinds apart. Kept thin on purpose: of health no diagnosis, of a criminal matter
 * that there is one and who defends, and of a child's contact with a parent one line of its own.
 */
import { z } from 'zod'
import { Id, LanguageTag, line, paragraph, PlainDate } from '../common.ts'
import { ClockTime } from '../casework/appointments.ts'

/** Stored with every row; a later shape reads the older ones. */
export const contentVersion = 1

export const Month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, 'month')

export const vaccinationStates = ['all', 'some', 'none', 'not-known'] as const
export const yesNo = ['yes', 'no', 'not-known'] as const
export const livelihoodKinds = ['training', 'work', 'allowance', 'debt', 'other'] as const
export const housingKinds = ['own', 'rented', 'with-family', 'hostel', 'institution', 'other'] as const
export const legalMatters = [
  'paper',
  'guardianship',
  'custody',
  'inheritance',
  'citizenship',
  'criminal',
] as const
export const contactWays = ['letter', 'call', 'visit'] as const
export const contactThrough = [
  'direct',
  'institution',
  'red-crescent',
  'consulate',
  'lawyer',
  'other',
] as const
/** What has to be ready before somebody comes out. */
export const releaseSteps = ['housing', 'papers', 'appointment', 'fetched'] as const
export type ReleaseStep = (typeof releaseSteps)[number]

const words = paragraph(1000)
const short = line(200)

const Schooling = z.strictObject({
  kind: z.literal('schooling'),
  /** As everybody calls it; with the id where it stands in the directory. */
  school: line(160),
  serviceId: Id.optional(),
  grade: line(40).optional(),
  language: LanguageTag.optional(),
  /** When it was looked at where the child can begin, and what was found, in words. */
  placedOn: PlainDate.optional(),
  placement: words.optional(),
  plan: words.optional(),
})
/** Days, and no share of them: a child is not graded by being there. */
const Attendance = z.strictObject({
  kind: z.literal('attendance'),
  month: Month,
  held: z.number().int().min(1).max(31),
  present: z.number().int().min(0).max(31),
  words: short.optional(),
})
const Health = z.strictObject({
  kind: z.literal('health'),
  registered: z.enum(yesNo),
  clinic: line(160).optional(),
  allergies: short.optional(),
  medicine: short.optional(),
  vaccinations: z.enum(vaccinationStates),
  specialist: short.optional(),
  disability: short.optional(),
})
const Livelihood = z.strictObject({
  kind: z.literal('livelihood'),
  of: z.enum(livelihoodKinds),
  words,
})
const Housing = z.strictObject({
  kind: z.literal('housing'),
  of: z.enum(housingKinds),
  withWhom: short.optional(),
  secureUntil: PlainDate.optional(),
  wrong: words.optional(),
})
const Legal = z.strictObject({
  kind: z.literal('legal'),
  matter: z.enum(legalMatters),
  lawyer: short.optional(),
  words: words.optional(),
})
const Hearing = z.strictObject({
  kind: z.literal('hearing'),
  day: PlainDate,
  time: ClockTime.optional(),
  place: short.optional(),
  /** Until when something has to be handed in before it, and what. */
  deadline: PlainDate.optional(),
  toHandIn: short.optional(),
})
const Detention = z.strictObject({
  kind: z.literal('detention'),
  /** An institution and no address; the file of the matter is kept by others. */
  place: line(160),
  visits: short.optional(),
  children: short.optional(),
  release: PlainDate.optional(),
  ready: z.array(z.enum(releaseSteps)).max(releaseSteps.length).default([]),
  /** Who fetches, where to, which appointment comes first. */
  releasePlan: words.optional(),
})
const Contact = z.strictObject({
  kind: z.literal('contact'),
  withPersonId: Id.optional(),
  /** Where they are not on the register. */
  withWhom: line(120).optional(),
  way: z.enum(contactWays),
  day: PlainDate,
  through: z.enum(contactThrough),
  throughWhom: line(120).optional(),
  /** One line in the child's own words: how it was for them. */
  child: short.optional(),
  next: PlainDate.optional(),
})

export const Content = z.discriminatedUnion('kind', [
  Schooling,
  Attendance,
  Health,
  Livelihood,
  Housing,
  Legal,
  Hearing,
  Detention,
  Contact,
])
export type Content = z.infer<typeof Content>
export type ContentOf<K extends Content['kind']> = Extract<Content, { kind: K }>
