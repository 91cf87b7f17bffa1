/**
 * Initiatives: who does what where, as a row that its lead organisation keeps. Programmes only: nobody's family is in it, and
 * no number of persons is asked for.
 */
import { z } from 'zod'
import { Id, Instant, line, MultiText, page, pageQuery, PlainDate, Reason } from '../../common.ts'
import { PartyName } from '../schema.ts'
import { ActivityKind, BudgetBand, InitiativeStatus, MatrixState, Place, TargetGroup } from './codes.ts'

// ---------------------------------------------------------------- pillars
export const PillarCode = z.string().regex(/^[A-Za-z0-9-]{1,12}$/, 'not-valid')
const pillarContent = {
  code: PillarCode,
  name: MultiText,
  /** Of which plan it is a part, and where that can be read. */
  source: line(300).optional(),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .optional(),
  ordinal: z.number().int().min(0).max(99),
  /** Takes no new rows; old ones keep it. */
  retired: z.boolean().default(false),
}
export const Pillar = z.strictObject({
  id: Id,
  version: z.number().int(),
  ...pillarContent,
  retired: z.boolean(),
})
export type Pillar = z.infer<typeof Pillar>
export const Pillars = z.strictObject({ rows: z.array(Pillar) })
export const AddPillar = z.strictObject({ id: Id, ...pillarContent })
export const ChangePillar = z.strictObject(pillarContent)

const PillarName = z.strictObject({ id: Id, code: z.string(), name: MultiText })

// ---------------------------------------------------------------- initiatives
/** A title is short; a text is not. */
const shortText = (most: number) =>
  MultiText.refine(map => Object.values(map).every(one => one.text.length <= most), 'too-big')

const initiativeContent = {
  pillarId: Id,
  title: shortText(300),
  description: shortText(4000).optional(),
  leadId: Id,
  partnerIds: z.array(Id).max(20),
  places: z.array(Place).min(1).max(40),
  status: InitiativeStatus,
  kind: ActivityKind,
  groups: z.array(TargetGroup).min(1).max(8),
  from: PlainDate,
  to: PlainDate.optional(),
  budget: BudgetBand.optional(),
  /** Who pays, in words. */
  funding: line(300).optional(),
  /** An office and a function rather than a name; inside only. */
  contact: line(200).optional(),
  /** Plans of others that it serves: a pillar of the Joint Plan of Action, a bilateral roadmap. */
  plans: z.array(line(300)).max(10),
  actionIds: z.array(Id).max(20),
  decisionIds: z.array(Id).max(20),
  public: z.boolean().default(false),
}
const Content = z.strictObject(initiativeContent)
export type InitiativeContent = z.infer<typeof Content>

/** Code and place of what does not go together; empty when all does. */
export function contentFaults(one: Pick<InitiativeContent, 'status' | 'from' | 'to'>, today: PlainDate) {
  const faults: { pointer: string; code: string }[] = []
  const over = one.status === 'ended' || one.status === 'stopped'
  if (one.to !== undefined && one.to < one.from) faults.push({ pointer: '/to', code: 'period-reversed' })
  if (over && one.to === undefined) faults.push({ pointer: '/to', code: 'end-needed' })
  if (over && one.to !== undefined && one.to > today) faults.push({ pointer: '/to', code: 'in-the-future' })
  return faults
}

export const initiativeStands = ['current', 'withdrawn'] as const
export const InitiativeRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  title: MultiText,
  pillar: PillarName,
  lead: PartyName,
  partners: z.array(PartyName),
  places: z.array(Place),
  status: InitiativeStatus,
  kind: ActivityKind,
  groups: z.array(TargetGroup),
  from: PlainDate,
  to: PlainDate.optional(),
  public: z.boolean(),
  stand: z.enum(initiativeStands),
})
export type InitiativeRow = z.infer<typeof InitiativeRow>

/** What was said before a change, cell by cell as the sheet writes them. */
const Revision = z.strictObject({
  version: z.number().int(),
  at: Instant,
  by: z.string().optional(),
  reason: z.string().optional(),
  fields: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
})
export type InitiativeRevision = z.infer<typeof Revision>

export const Initiative = InitiativeRow.extend({
  description: MultiText.optional(),
  budget: BudgetBand.optional(),
  funding: z.string().optional(),
  contact: z.string().optional(),
  plans: z.array(z.string()),
  actions: z.array(z.strictObject({ id: Id, title: MultiText })),
  decisions: z.array(z.strictObject({ id: Id, title: MultiText, symbol: z.string().optional() })),
  withdrawnBecause: z.string().optional(),
  updatedAt: Instant,
  mayChange: z.boolean(),
  revisions: z.array(Revision),
})
export type Initiative = z.infer<typeof Initiative>

export const AddInitiative = z.strictObject({ id: Id, ...initiativeContent })
export type AddInitiative = z.infer<typeof AddInitiative>
export const ChangeInitiative = z.strictObject({ ...initiativeContent, reason: Reason.optional() })
export type ChangeInitiative = z.infer<typeof ChangeInitiative>
export const WithdrawInitiative = z.strictObject({ reason: Reason })

const Year = z.coerce.number().int().min(2000).max(2100)
const filter = {
  pillarId: Id.optional(),
  state: MatrixState.optional(),
  partyId: Id.optional(),
  status: InitiativeStatus.optional(),
  kind: ActivityKind.optional(),
  group: TargetGroup.optional(),
  /** Its days touch the year. */
  year: Year.optional(),
  public: z.stringbool().optional(),
  stand: z.enum(initiativeStands).optional(),
  actionId: Id.optional(),
}
export const InitiativeFilter = z.strictObject({ ...pageQuery, ...filter })
export type InitiativeFilter = z.infer<typeof InitiativeFilter>
export const InitiativePage = page(InitiativeRow)
export const SearchInitiatives = z.strictObject({ words: line(200) })
export const FoundInitiatives = z.strictObject({ rows: z.array(InitiativeRow) })

/** What the actor may keep: everything, the rows of one organisation, or none. */
export const KeepingRights = z.strictObject({ all: z.boolean(), party: PartyName.optional() })
export type KeepingRights = z.infer<typeof KeepingRights>

// ---------------------------------------------------------------- the matrix
export const MatrixQuery = z
  .strictObject({ year: Year.optional(), on: PlainDate.optional() })
  .refine(query => query.year === undefined || query.on === undefined, { path: ['on'], message: 'not-valid' })
export const Matrix = z.strictObject({
  from: PlainDate,
  to: PlainDate,
  /** The day on which it was asked, by the clock of the hub. */
  asked: PlainDate,
  /** Years in which anything lies, to choose from. */
  years: z.array(z.number().int()),
  pillars: z.array(Pillar),
  parties: z.array(PartyName),
  initiatives: z.array(InitiativeRow),
  cells: z.array(
    z.strictObject({
      pillarId: Id,
      state: MatrixState,
      running: z.array(Id),
      planned: z.array(Id),
      parties: z.array(Id),
      gap: z.boolean(),
    }),
  ),
  overlaps: z.array(
    z.strictObject({ kind: ActivityKind, group: TargetGroup, places: z.array(Place), ids: z.array(Id) }),
  ),
})
export type Matrix = z.infer<typeof Matrix>

// ---------------------------------------------------------------- sheets
export const importOutcomes = ['new', 'changed', 'same', 'left-out'] as const
export const SheetReport = z.strictObject({
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  leftOut: z.number().int(),
  rows: z.array(
    z.strictObject({
      row: z.number().int(),
      outcome: z.enum(importOutcomes),
      title: z.string(),
      /** Columns whose content differs. */
      fields: z.array(z.string()),
    }),
  ),
  faults: z.array(
    z.strictObject({
      row: z.number().int(),
      /** Letter of the column in the sheet; empty where the row as a whole is meant. */
      column: z.string(),
      field: z.string(),
      code: z.string(),
    }),
  ),
  moreFaults: z.number().int(),
  /** Headings that nobody reads. */
  unread: z.array(z.string()),
  /** Of what would be done. What is confirmed is this and nothing else. */
  seen: z.string(),
})
export type SheetReport = z.infer<typeof SheetReport>
