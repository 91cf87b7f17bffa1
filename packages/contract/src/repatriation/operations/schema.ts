/**
 * An operation, its legs, the list of people and those who work in it. The operation by itself is about nobody; who is
 * on its list is the journey of a person. There is no field for security information, and none may be added.
 */
import { z } from 'zod'
import { Country, Id, Instant, LanguageTag, line, page, pageQuery, PlainDate, Reason } from '../../common.ts'
import { BirthDate, Sex } from '../../people/schema.ts'
import { ageGroups } from './rules.ts'
import { lineStates, operationGuards, operationStates } from './states.ts'

export type Birth = z.infer<typeof BirthDate>

export const OperationState = z.enum(operationStates)
export const LineState = z.enum(lineStates)

export const duties = [
  'lead',
  'consular',
  'boarding',
  'reception',
  'doctor',
  'interpreter',
  'psychologist',
  'social-worker',
] as const
export const Duty = z.enum(duties)
export type Duty = z.infer<typeof Duty>

export const legKinds = ['air', 'land', 'border'] as const

/** On what the travel of somebody rests who has not consented, or cannot. */
export const bases = [
  'best-interests',
  'guardian-decides',
  'court-decision',
  'vital-interests',
  'handed-over-by-authority',
] as const
export const Basis = z.enum(bases)
export type Basis = z.infer<typeof Basis>

const Somebody = z.strictObject({ id: Id, name: z.string() })
export type Somebody = z.infer<typeof Somebody>

const count = z.number().int().min(0)

/** How many are on the list; who may be a child counts as one. */
export const Totals = z.strictObject({
  people: count,
  families: count,
  men: count,
  women: count,
  children: count,
  /** Grown up or not, woman or man: somebody does not know. */
  notKnown: count,
})
export type Totals = z.infer<typeof Totals>

export const ListState = z.strictObject({ number: z.number().int(), state: z.enum(['open', 'frozen']) })

export const OperationRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  name: z.string(),
  fromCountry: Country,
  plannedFrom: PlainDate.optional(),
  plannedTo: PlainDate.optional(),
  state: OperationState,
  stateSince: Instant,
  totals: Totals,
  list: ListState,
  updatedAt: Instant,
})
export type OperationRow = z.infer<typeof OperationRow>

export const Leg = z.strictObject({
  id: Id,
  version: z.number().int(),
  ordinal: z.number().int(),
  kind: z.enum(legKinds),
  fromPlace: z.string(),
  toPlace: z.string(),
  vehicle: z.string().optional(),
  seats: count.optional(),
  /** Whose vehicle it is, where another state carries our people. */
  ofCountry: Country.optional(),
  departsAt: Instant.optional(),
  arrivesAt: Instant.optional(),
  /** How many of the list are on it. */
  people: count,
})
export type Leg = z.infer<typeof Leg>

export const StaffMember = z.strictObject({
  id: Id,
  account: Somebody,
  duty: Duty,
  languages: z.array(LanguageTag),
  until: PlainDate,
})
export type StaffMember = z.infer<typeof StaffMember>

export const OperationStep = z.strictObject({
  at: Instant,
  by: Somebody,
  from: OperationState.optional(),
  to: OperationState,
  reason: z.string().optional(),
})

/** A version of the list: a freeze closes it, unfreezing opens the next with a reason. */
export const ListVersion = z.strictObject({
  id: Id,
  number: z.number().int(),
  state: z.enum(['open', 'frozen']),
  at: Instant,
  by: Somebody,
  reason: z.string().optional(),
  /** At the freeze. */
  totals: Totals.optional(),
})
export type ListVersion = z.infer<typeof ListVersion>

export const Operation = OperationRow.extend({
  agencyId: Id,
  places: count.optional(),
  wanted: z.partialRecord(Duty, count),
  legs: z.array(Leg),
  staff: z.array(StaffMember),
  versions: z.array(ListVersion),
  steps: z.array(OperationStep),
  /** Where it may go on to, and what is not yet true for that. */
  next: z.array(
    z.strictObject({
      to: OperationState,
      needsReason: z.boolean(),
      missing: z.array(z.enum(operationGuards)),
    }),
  ),
  /** What the reader may do here. */
  may: z.strictObject({ lead: z.boolean(), keep: z.boolean(), board: z.boolean(), receive: z.boolean() }),
})
export type Operation = z.infer<typeof Operation>

const plan = {
  name: line(120),
  fromCountry: Country,
  plannedFrom: PlainDate.optional(),
  plannedTo: PlainDate.optional(),
  places: count.max(100_000).optional(),
  wanted: z.partialRecord(Duty, count.max(1000)).default({}),
}
const inOrder = (operation: { plannedFrom?: string | undefined; plannedTo?: string | undefined }) =>
  !operation.plannedFrom || !operation.plannedTo || operation.plannedFrom <= operation.plannedTo

/** Made by the device, so that a repeated command makes one operation. */
export const MakeOperation = z
  .strictObject({ id: Id, ...plan })
  .refine(inOrder, { path: ['plannedTo'], error: 'period-reversed' })
export type MakeOperation = z.infer<typeof MakeOperation>
export const ChangeOperation = z
  .strictObject(plan)
  .refine(inOrder, { path: ['plannedTo'], error: 'period-reversed' })
export type ChangeOperation = z.infer<typeof ChangeOperation>

export const MoveOperation = z.strictObject({ to: OperationState, reason: Reason.optional() })

export const WriteLeg = z
  .strictObject({
    ordinal: z.number().int().min(1).max(40),
    kind: z.enum(legKinds),
    fromPlace: line(160),
    toPlace: line(160),
    vehicle: line(80).optional(),
    seats: count.max(2000).optional(),
    ofCountry: Country.optional(),
    departsAt: Instant.optional(),
    arrivesAt: Instant.optional(),
  })
  .refine(leg => !leg.departsAt || !leg.arrivesAt || leg.departsAt <= leg.arrivesAt, {
    path: ['arrivesAt'],
    error: 'period-reversed',
  })
export type WriteLeg = z.infer<typeof WriteLeg>

export const AddStaff = z.strictObject({
  id: Id,
  accountId: Id,
  duty: Duty,
  languages: z.array(LanguageTag).max(12).default([]),
  until: PlainDate,
})
export type AddStaff = z.infer<typeof AddStaff>

export const Family = z.strictObject({ id: Id, name: z.string(), householdId: Id.optional() })
export type Family = z.infer<typeof Family>
export const WriteFamily = z.strictObject({ name: line(160), householdId: Id.optional() })

const bracelet = line(24)

export const ListLine = z.strictObject({
  id: Id,
  version: z.number().int(),
  personId: Id,
  /** As the register calls them, and other spellings that are open to the reader. */
  name: z.string(),
  otherNames: z.array(z.string()),
  sex: Sex,
  birth: BirthDate,
  ageGroup: z.enum(ageGroups),
  familyId: Id.optional(),
  head: z.boolean(),
  carer: Somebody.optional(),
  bracelet: z.string().optional(),
  /** Was to have it at the door; somebody else has, and they have none yet. */
  braceletAsked: z.string().optional(),
  /** Came without being on the list. */
  door: z.boolean(),
  forCountry: Country.optional(),
  basis: Basis.optional(),
  state: LineState,
  stateSince: Instant,
  legs: z.array(z.strictObject({ legId: Id, seat: z.string().optional() })),
})
export type ListLine = z.infer<typeof ListLine>

/** The list. Those whose line is not open to the reader are counted and not named. */
export const PeopleList = z.strictObject({
  families: z.array(Family),
  lines: z.array(ListLine),
  notShown: count,
  /** Of a part: behind which line the next one begins. */
  next: Id.optional(),
})
export type PeopleList = z.infer<typeof PeopleList>

/** Without a limit the whole list; with one a part of it, in the order of the families, each of them whole. */
export const ListPart = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).optional(),
  after: Id.optional(),
})
export type ListPart = z.infer<typeof ListPart>

export const LineStep = z.strictObject({
  at: Instant,
  by: Somebody,
  from: LineState.optional(),
  to: LineState,
  reason: z.string().optional(),
  legId: Id.optional(),
  /** What a device without a line said, and its clock. */
  device: z.string().optional(),
  deviceAt: Instant.optional(),
})
export const LineWithSteps = ListLine.extend({ steps: z.array(LineStep) })
export type LineWithSteps = z.infer<typeof LineWithSteps>

const place = {
  familyId: Id.optional(),
  head: z.boolean().default(false),
  carerId: Id.optional(),
  bracelet: bracelet.optional(),
  forCountry: Country.optional(),
}
/** Somebody of the register, who was looked for first. Made by the device. */
export const AddLine = z.strictObject({
  id: Id,
  personId: Id,
  ...place,
  /** At the door: the list may be frozen. */
  door: z.boolean().default(false),
  reason: Reason.optional(),
})
export type AddLine = z.infer<typeof AddLine>
export const ChangeLine = z.strictObject(place)
export type ChangeLine = z.infer<typeof ChangeLine>

export const MoveLine = z.strictObject({
  to: LineState,
  reason: Reason.optional(),
  basis: Basis.optional(),
  legId: Id.optional(),
  device: line(80).optional(),
  deviceAt: Instant.optional(),
})
export type MoveLine = z.infer<typeof MoveLine>

/** Who sits on a leg, and who no longer. */
export const PlaceOnLeg = z.strictObject({
  put: z
    .array(z.strictObject({ lineId: Id, seat: line(12).optional() }))
    .max(1000)
    .default([]),
  take: z.array(Id).max(1000).default([]),
})
export type PlaceOnLeg = z.infer<typeof PlaceOnLeg>

export const OperationFilter = z.strictObject({ ...pageQuery, state: OperationState.optional() })
export type OperationFilter = z.infer<typeof OperationFilter>
export const OperationPage = page(OperationRow)
