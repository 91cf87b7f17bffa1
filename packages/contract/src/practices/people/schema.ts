/**
 * A practitioner's entry in the directory: professional data, told by the person. No phone, no address: whoever wants to reach
 * somebody writes through the hub, which reveals neither.
 */
import { z } from 'zod'
import { RoleName } from '../../access/roles.ts'
import {
  Country,
  Id,
  Instant,
  Language,
  LanguageTag,
  MultiText,
  page,
  pageQuery,
  PlainDate,
  Reason,
} from '../../common.ts'
import { Domain, Domains } from '../../domains.ts'
import { impersonal, impersonalTexts } from '../../personalData.ts'
import { Hiding } from '../questions/hiding.ts'
import { confirmationStandings, consentVersion, Profession } from './rules.ts'

const Confirmation = z.strictObject({
  /** The state that confirms; absent: the secretariat, for people of organisations. */
  country: Country.optional(),
  at: Instant,
  until: PlainDate,
  standing: z.enum(confirmationStandings),
})

const shown = {
  id: Id,
  version: z.number().int(),
  name: z.string(),
  role: RoleName,
  profession: Profession,
  title: MultiText.optional(),
  agency: MultiText,
  country: Country.optional(),
  languages: z.array(LanguageTag),
  domains: z.array(Domain),
  about: MultiText,
  answers: z.boolean(),
  reviews: z.boolean(),
  confirmed: Confirmation.optional(),
  mine: z.boolean(),
}
export const Practitioner = z.strictObject(shown)
export type Practitioner = z.infer<typeof Practitioner>

export const PractitionerWhole = z.strictObject({
  ...shown,
  hidden: z.boolean(),
  /** Of one's own entry: why. */
  hiding: Hiding.optional(),
  consentedAt: Instant,
  /** Of one's own entry: the text that was agreed to. */
  consent: z.number().int().optional(),
  may: z.strictObject({
    write: z.boolean(),
    confirm: z.boolean(),
    endConfirmation: z.boolean(),
  }),
})
export type PractitionerWhole = z.infer<typeof PractitionerWhole>

const narrowing = {
  profession: Profession.optional(),
  language: LanguageTag.optional(),
  domain: Domain.optional(),
  country: Country.optional(),
  /** Confirmed today. */
  confirmed: z.stringbool().optional(),
  answers: z.stringbool().optional(),
  reviews: z.stringbool().optional(),
  /** For whoever confirms: those of their state without a confirmation that holds. */
  waiting: z.stringbool().optional(),
}
export const PractitionerFilter = z.strictObject({ ...pageQuery, ...narrowing })
export type PractitionerFilter = z.infer<typeof PractitionerFilter>
export const PractitionerPage = page(Practitioner)

/** Words of a search travel in bodies. */
export const FindPractitioners = z.strictObject({ query: z.string().max(200) })
export const FoundPractitioners = z.strictObject({ rows: z.array(Practitioner) })

const content = {
  profession: Profession,
  title: impersonalTexts(MultiText).optional(),
  /** Of people whose agency belongs to no state; others have that of their agency. */
  country: Country.optional(),
  languages: z
    .array(LanguageTag)
    .min(1)
    .max(12)
    .refine(list => new Set(list).size === list.length, 'twice'),
  domains: Domains,
  about: impersonalTexts(MultiText),
  answers: z.boolean(),
  reviews: z.boolean(),
  /** Says that the text of this number was read and agreed to. */
  consent: z.literal(consentVersion),
}
export const StandInDirectory = z.strictObject({ id: Id, ...content })
export const ChangeEntry = z.strictObject(content)

const Nomination = z.strictObject({
  id: Id,
  accountId: Id,
  name: z.string(),
  country: Country.optional(),
  at: Instant,
  state: z.enum(['open', 'accepted', 'declined', 'withdrawn']),
})
export type Nomination = z.infer<typeof Nomination>
export const Nominations = z.strictObject({ rows: z.array(Nomination) })
export const Nominate = z.strictObject({ id: Id, accountId: Id })

/** What one's own page begins with. */
export const MyEntry = z.strictObject({
  entry: PractitionerWhole.optional(),
  /** One's state asks one to stand in the directory. */
  nomination: Nomination.optional(),
  /** The state of one's agency, which an entry takes over. */
  country: Country.optional(),
})
export type MyEntry = z.infer<typeof MyEntry>

/** What waits for the reader in the directory. */
export const DirectoryCount = z.strictObject({
  /** Entries of the reader's state without a confirmation that holds, oldest first. */
  toConfirm: z.number().int(),
  since: Instant.optional(),
  /** The reader's own confirmation, where it ends or has ended. */
  mine: z.strictObject({ entryId: Id, standing: z.enum(confirmationStandings), until: PlainDate }).optional(),
  nominated: z.strictObject({ at: Instant, country: Country.optional() }).optional(),
  letters: z.number().int(),
})
export type DirectoryCount = z.infer<typeof DirectoryCount>

export const WithReason = z.strictObject({ reason: Reason })

export const PeopleSettings = z.strictObject({
  version: z.number().int(),
  confirmMonths: z.number().int().min(1).max(60),
  replyDays: z.number().int().min(1).max(90),
  asksADay: z.number().int().min(1).max(100),
  askedAWeek: z.number().int().min(1).max(50),
  lettersADay: z.number().int().min(1).max(100),
})
export type PeopleSettings = z.infer<typeof PeopleSettings>
export const ChangePeopleSettings = PeopleSettings.omit({ version: true })

// ------------------------------------------------------------------ letters
const Other = z.strictObject({
  name: z.string(),
  /** While they stand in the directory. */
  entryId: Id.optional(),
})
export const Letter = z.strictObject({
  id: Id,
  mine: z.boolean(),
  language: Language,
  words: z.string(),
  byMail: z.boolean(),
  at: Instant,
  hidden: z.boolean(),
  /** Of one's own letter: why. */
  hiding: Hiding.optional(),
})
export type Letter = z.infer<typeof Letter>
export const ThreadRow = z.strictObject({
  id: Id,
  other: Other,
  at: Instant,
  letters: z.number().int(),
  unread: z.number().int(),
})
export type ThreadRow = z.infer<typeof ThreadRow>
export const ThreadPage = page(ThreadRow)
export const Thread = z.strictObject({
  id: Id,
  other: Other,
  letters: z.array(Letter),
  mayReply: z.boolean(),
})
export type Thread = z.infer<typeof Thread>
export const WriteLetter = z.strictObject({ id: Id, words: impersonal(4000) })
export const LettersFilter = z.strictObject(pageQuery)
