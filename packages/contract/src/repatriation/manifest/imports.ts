/** A list on its way to the list of an operation: mapped, looked at row by row, brought in as one batch, taken back as one. */
import { z } from 'zod'
import { AreaCode, Id, Instant, Language, line, page, Reason } from '../../common.ts'
import { FoundPerson } from '../../people/schema.ts'
import { familyWays, ManifestColumn, ManifestMap, ManifestPerson, Problem, RowLikeness } from './schema.ts'

/** What is said, in the words of the reader's language. */
export const ToldProblem = Problem.extend({ message: z.string() })
export type ToldProblem = z.infer<typeof ToldProblem>

/** In whose words it is told, where that is not the language of the account. */
export const Told = z.strictObject({ language: Language.optional() })

export const decisions = ['open', 'accept', 'park'] as const
export const Decision = z.enum(decisions)

export const ImportCounts = z.strictObject({
  rows: z.number().int(),
  open: z.number().int(),
  accepted: z.number().int(),
  parked: z.number().int(),
  /** Not yet compared with the register. */
  unmatched: z.number().int(),
  /** Undecided, and nothing is to be said of them. */
  clean: z.number().int(),
  /** Undecided, and cannot come in as they are. */
  stopped: z.number().int(),
})

export const ManifestImport = z.strictObject({
  id: Id,
  version: z.number().int(),
  operationId: Id,
  state: z.enum(['open', 'imported']),
  map: ManifestMap.required(),
  columns: z.array(ManifestColumn),
  sheets: z.array(z.string()),
  familiesBy: z.enum(familyWays),
  families: z.array(z.string()),
  /** What is to be said of the file, and of rows that are nobody. */
  problems: z.array(ToldProblem),
  counts: ImportCounts,
  /** The mapping of this source was known. */
  template: z.string().optional(),
  /** Columns can still be mapped anew. */
  mappable: z.boolean(),
  /** No list was frozen since. */
  undoable: z.boolean(),
  broughtBy: z.string(),
  broughtAt: Instant,
  importedAt: Instant.optional(),
  /** Rows that another list had left waiting when it came in. */
  goesOn: z.boolean(),
  /** Of the last undoing: with how many somebody has worked since, who stay. */
  stayed: z.number().int().optional(),
})
export type ManifestImport = z.infer<typeof ManifestImport>

export const ImportSummary = z.strictObject({
  id: Id,
  state: z.enum(['open', 'imported']),
  broughtBy: z.string(),
  broughtAt: Instant,
  importedAt: Instant.optional(),
  rows: z.number().int(),
  /** Rows that wait for later. */
  parked: z.number().int(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

export const ImportRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  row: z.number().int(),
  cells: z.array(z.string()),
  family: z.number().int(),
  familyName: z.string(),
  person: ManifestPerson,
  problems: z.array(ToldProblem),
  /** Rows of the same file. */
  alike: z.array(RowLikeness),
  /** Persons of the register, as far as they are open to the reader. */
  lookAlikes: z.array(FoundPerson),
  matched: z.boolean(),
  decision: Decision,
  sameAs: Id.optional(),
  others: z.array(Id),
  corrected: z.boolean(),
  personId: Id.optional(),
})
export type ImportRow = z.infer<typeof ImportRow>

export const rowViews = ['all', 'open', 'look', 'accepted', 'parked'] as const
export const RowFilter = z.strictObject({
  /** `look`: undecided, with something to be said or somebody alike. */
  view: z.enum(rowViews).default('all'),
  /** Row behind which the page begins. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  ...Told.shape,
})
export const ImportRowPage = page(ImportRow)

export const MapImport = z.strictObject({
  map: ManifestMap,
  /** Keep it for this source, under a name. */
  saveAs: line(120).optional(),
})
/** A row that somebody put right: the person whole, and the family by its place. */
export const CorrectRow = z.strictObject({
  person: ManifestPerson.extend({ names: ManifestPerson.shape.names.min(1) }),
  family: z.number().int().min(0).max(5_000),
})
export type CorrectRow = z.infer<typeof CorrectRow>
export const DecideRow = z.strictObject({
  decision: Decision,
  /** Somebody of the register: no new person is made. */
  sameAs: Id.optional(),
  /** Look-alikes who are other persons. */
  others: z.array(Id).max(50).default([]),
})
export type DecideRow = z.infer<typeof DecideRow>
/** `clean`: accept all of whom nothing is to be said. `rest`: park all that are undecided. */
export const DecideMany = z.strictObject({ what: z.enum(['clean', 'rest']) })
export const FinishImport = z.strictObject({
  /** Where those who come are registered until it is known where they live. */
  area: AreaCode,
})
export const UndoImport = z.strictObject({ reason: Reason })
/** Rows that were parked go on as a list of their own. */
export const GoOn = z.strictObject({
  /** Made by the device. */
  importId: Id,
})
