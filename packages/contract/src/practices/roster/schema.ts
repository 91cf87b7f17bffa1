/** The roster of experts and trainers: who can give what, in which languages, when; and where they were lent to. */
import { z } from 'zod'
import {
  Country,
  Id,
  Instant,
  LanguageTag,
  line,
  MultiText,
  page,
  pageQuery,
  paragraph,
  PlainDate,
} from '../../common.ts'
import { Domain, Domains } from '../../domains.ts'
import { deploymentStates, gives } from './rules.ts'

/** An organisation at the hub, and the state it belongs to. */
export const AgencyName = z.strictObject({ id: Id, name: MultiText, country: Country.optional() })
export type AgencyName = z.infer<typeof AgencyName>

export const Gives = z.enum(gives)
const GivesList = z
  .array(Gives)
  .min(1)
  .max(gives.length)
  .refine(list => new Set(list).size === list.length, 'twice')
export const LanguageTags = z
  .array(LanguageTag)
  .min(1)
  .max(20)
  .refine(list => new Set(list).size === list.length, 'twice')

const Year = z.number().int().min(1980).max(2200)
/** A training held elsewhere, as its trainer tells it. */
export const HeldTraining = z.strictObject({
  title: line(200),
  year: Year.optional(),
  place: line(160).optional(),
})
const inOrder = ({ from, until }: { from: string; until: string }) => until >= from
const reversed = { path: ['until'], message: 'period-reversed' }
/** Days on which somebody could be asked. */
export const Period = z
  .strictObject({ id: Id, from: PlainDate, until: PlainDate, note: line(200).optional() })
  .refine(inOrder, reversed)
export type Period = z.infer<typeof Period>

const content = {
  domains: Domains,
  languages: LanguageTags,
  gives: GivesList,
  about: MultiText.optional(),
  held: z.array(HeldTraining).max(30).default([]),
  periods: z.array(Period).max(30).default([]),
}
export const JoinRoster = z.strictObject({ id: Id, ...content })
export const ChangeEntry = z.strictObject(content)
export const ConfirmEntry = z.strictObject({ confirm: z.boolean() })

export const RosterRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  name: z.string(),
  agency: AgencyName,
  domains: z.array(Domain),
  languages: z.array(LanguageTag),
  gives: z.array(Gives),
  confirmed: z.boolean(),
  /** Trainings held here, as the programmes say. */
  heldHere: z.number().int(),
  mine: z.boolean(),
})
export type RosterRow = z.infer<typeof RosterRow>

export const RosterFilter = z.strictObject({
  ...pageQuery,
  domain: Domain.optional(),
  language: LanguageTag.optional(),
  gives: Gives.optional(),
  country: Country.optional(),
  /** Has said that this day is free. */
  freeOn: PlainDate.optional(),
  /** Waits for the reader's confirmation. */
  waiting: z.stringbool().optional(),
})
export type RosterFilter = z.infer<typeof RosterFilter>
export const RosterPage = page(RosterRow)

/** Something else on these days. Of what a reader may not open only the days are told. */
export const Clash = z.strictObject({
  kind: z.enum(['deployment', 'training', 'not-free']),
  id: Id.optional(),
  title: MultiText.optional(),
  from: PlainDate,
  until: PlainDate,
})
export type Clash = z.infer<typeof Clash>

export const DeploymentState = z.enum(deploymentStates)
export const Deployment = z.strictObject({
  id: Id,
  version: z.number().int(),
  /** Absent once they have left the roster. */
  expert: z.strictObject({ entryId: Id.optional(), name: z.string() }).optional(),
  country: Country.optional(),
  agency: AgencyName,
  gives: Gives,
  title: MultiText,
  place: z.string(),
  from: PlainDate,
  until: PlainDate,
  state: DeploymentState,
  steps: z.array(
    z.strictObject({
      state: DeploymentState,
      by: z.string().optional(),
      at: Instant,
      words: z.string().optional(),
    }),
  ),
  clashes: z.array(Clash),
  /** What the reader can bring it to. */
  may: z.array(DeploymentState),
})
export type Deployment = z.infer<typeof Deployment>

export const RosterEntry = RosterRow.extend({
  about: MultiText.optional(),
  held: z.array(HeldTraining),
  trained: z.array(z.strictObject({ eventId: Id, title: MultiText, from: PlainDate })),
  periods: z.array(Period),
  confirmedAt: Instant.optional(),
  confirmedBy: z.string().optional(),
  deployments: z.array(Deployment),
  may: z.strictObject({ change: z.boolean(), confirm: z.boolean(), ask: z.boolean() }),
})
export type RosterEntry = z.infer<typeof RosterEntry>
export const MyEntry = z.strictObject({ entry: RosterEntry.optional() })

export const AskDeployment = z
  .strictObject({
    id: Id,
    gives: Gives,
    title: MultiText,
    place: line(160),
    from: PlainDate,
    until: PlainDate,
    words: paragraph(2000),
  })
  .refine(inOrder, reversed)
export const MoveDeployment = z.strictObject({ to: DeploymentState, words: paragraph(2000).optional() })
export const Deployments = z.strictObject({ rows: z.array(Deployment) })
