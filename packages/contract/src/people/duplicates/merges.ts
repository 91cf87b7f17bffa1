/** Shapes of joining two records of one person, and of parting them again. */
import { z } from 'zod'
import { Compartment } from '../../access/compartments.ts'
import { Id, Instant, PlainDate, Reason } from '../../common.ts'
import { Fault } from '../../errors.ts'

/** Fields that hold one value: where both records have one and they differ, a person chooses. */
export const choiceFields = ['area', 'sex', 'birth', 'birthPlace', 'disability'] as const
export const ChoiceField = z.enum(choiceFields)
export type ChoiceField = z.infer<typeof ChoiceField>

export const Side = z.enum(['stays', 'joins'])
export type Side = z.infer<typeof Side>
export const Choices = z.partialRecord(ChoiceField, Side)
export type Choices = z.infer<typeof Choices>

export const MergePeople = z.strictObject({
  /** Made by the device, so that a repeated command merges once. */
  id: Id,
  /** The record that stays, and the one that joins it; with the versions that the decider looked at. */
  stays: Id,
  staysVersion: z.number().int(),
  joins: Id,
  joinsVersion: z.number().int(),
  choices: Choices.default({}),
  /** Whose home is that of today, where both live somewhere; the other becomes an earlier one. */
  home: Side.optional(),
  /** The last day in that other home; today, when it is not said. */
  leftOn: PlainDate.optional(),
  reason: Reason,
})
export type MergePeople = z.infer<typeof MergePeople>

export const Merge = z.strictObject({
  id: Id,
  stays: Id,
  joins: Id,
  state: z.enum(['done', 'undone']),
  at: Instant,
  by: z.string(),
  undoneAt: Instant.optional(),
  undoneBy: z.string().optional(),
})
export type Merge = z.infer<typeof Merge>

export const UndoMerge = z.strictObject({
  reason: Reason,
  /** What was changed since the merge stays as it is now. Without it, such changes are named and nothing is done. */
  keepEdits: z.boolean().default(false),
})

/** What stays because somebody changed it since: `contact.contacts`, and how much in sections not open to the reader. */
export const Undone = z.strictObject({
  merge: Merge,
  kept: z.array(z.string()),
  keptElsewhere: z.number().int(),
})
export type Undone = z.infer<typeof Undone>

/** How many rows of one kind would move, as far as they are open to the reader. */
export const Moves = z.strictObject({
  documents: z.number().int(),
  tasks: z.number().int(),
  grants: z.number().int(),
})

const Home = z.strictObject({ name: z.string(), since: PlainDate.optional() })

/** Two records beside each other, before anybody decides. */
export const Pair = z.strictObject({
  one: Id,
  other: Id,
  oneVersion: z.number().int(),
  otherVersion: z.number().int(),
  /** Sections in which both are open to the reader. */
  open: z.array(Compartment),
  /** Fields that want a choice, among those open to the reader. */
  differing: z.array(ChoiceField),
  /** Homes of today, where these are two: one of them is chosen. Absent where a home is not open to the reader. */
  homes: z.strictObject({ one: Home, other: Home }).optional(),
  /** What stands in the way of a merge. */
  clashes: z.array(Fault),
  moves: z.strictObject({ one: Moves, other: Moves }),
})
export type Pair = z.infer<typeof Pair>
