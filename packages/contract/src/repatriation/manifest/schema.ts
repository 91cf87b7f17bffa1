/** What a list of names becomes before anybody is on a manifest: columns, persons, families, and all that is to be said of them. */
import { z } from 'zod'
import { Country, line, PlainDate } from '../../common.ts'
import { BirthDate, householdRoles, Identifier, PersonName, Sex } from '../../people/schema.ts'
import { fields } from './words.ts'

export const ManifestField = z.enum(fields)
export type ManifestField = z.infer<typeof ManifestField>

/** How a list is read, as a person confirmed it. Columns by their heading, or by their letter. */
export const ManifestMap = z.strictObject({
  sheet: z.string().max(100).optional(),
  /** Rows of the heading, both ends; `to` 0 where there is none. */
  head: z.strictObject({ from: z.number().int().min(0), to: z.number().int().min(0) }).optional(),
  columns: z.record(z.string().max(300), z.union([ManifestField, z.literal('skip')])).optional(),
  dates: z.enum(['day-first', 'month-first']).optional(),
  /** Day of the list: ages count from it. */
  asOf: PlainDate.optional(),
})
export type ManifestMap = z.infer<typeof ManifestMap>

/** `stop`: cannot come in as it is. `ask`: somebody has to look. `note`: said, and nothing more. */
export const problemLevels = ['stop', 'ask', 'note'] as const
export type ProblemLevel = (typeof problemLevels)[number]

export const levelOf = {
  'name-missing': 'stop',
  'name-unreadable': 'stop',
  'birth-in-future': 'stop',
  'birth-too-long-ago': 'stop',
  'birth-unreadable': 'ask',
  'birth-other-calendar': 'ask',
  'date-order-unclear': 'ask',
  'birth-age-differ': 'ask',
  'age-unreadable': 'ask',
  'sex-unreadable': 'ask',
  'sex-relation-differ': 'ask',
  'relation-unreadable': 'ask',
  'child-as-head': 'ask',
  'two-heads': 'ask',
  'family-split': 'ask',
  'duplicate-row': 'ask',
  'on-two-legs': 'ask',
  'paper-shared': 'ask',
  'bracelet-taken': 'ask',
  'seat-twice': 'ask',
  'seat-taken': 'ask',
  'cell-error': 'ask',
  'text-cut': 'ask',
  'total-differs': 'ask',
  'birth-is-age': 'note',
  'age-is-year': 'note',
  'age-range': 'note',
  'birth-first-of-january': 'note',
  'birth-short-year': 'note',
  'date-order-assumed': 'note',
  'sex-from-relation': 'note',
  'citizenship-unreadable': 'note',
  'no-adult': 'note',
  'head-missing': 'note',
  formula: 'note',
  'row-hidden': 'note',
  'encoding-guessed': 'note',
  'row-broken': 'ask',
  'row-not-read': 'note',
  macros: 'note',
  'sheet-hidden': 'note',
  'sheet-not-read': 'note',
  'column-hidden': 'note',
  'heading-not-read': 'note',
  'heads-assumed': 'note',
  'families-assumed': 'note',
} as const satisfies Record<string, ProblemLevel>
export type ProblemCode = keyof typeof levelOf
export const problemCodes = Object.keys(levelOf) as ProblemCode[] // the table's own keys

export const Problem = z.strictObject({
  /** Row of the sheet; 0 where the whole file is meant. */
  row: z.number().int(),
  /** Letter of the column. */
  column: z.string().optional(),
  code: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]),
  level: z.enum(problemLevels),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Problem = z.infer<typeof Problem>

/** A row as the person that it will become. Without a name nobody can come in; the row says so itself. */
export const ManifestPerson = z.strictObject({
  names: z.array(PersonName).max(3),
  sex: Sex,
  birth: BirthDate,
  relation: z.enum(householdRoles),
  head: z.boolean(),
  citizenship: Country.optional(),
  papers: z.array(Identifier).max(3),
  birthPlace: line(200).optional(),
  leg: line(120).optional(),
  seat: line(20).optional(),
  bracelet: line(40).optional(),
  notes: line(500).optional(),
})
export type ManifestPerson = z.infer<typeof ManifestPerson>

/** Somebody in the same file who may be this very person. */
export const RowLikeness = z.strictObject({
  row: z.number().int(),
  score: z.number(),
  match: z.boolean(),
  reasons: z.array(
    z.strictObject({
      code: z.string(),
      kind: z.enum(['for', 'against', 'none']),
      params: z.record(z.string(), z.string()).optional(),
    }),
  ),
})
export type RowLikeness = z.infer<typeof RowLikeness>

export const ManifestRow = z.strictObject({
  row: z.number().int(),
  /** The file's own text of every cell, from column A on. */
  cells: z.array(z.string()),
  /** Place among the families. */
  family: z.number().int(),
  person: ManifestPerson,
  problems: z.array(Problem),
  lookalikes: z.array(RowLikeness),
})
export type ManifestRow = z.infer<typeof ManifestRow>

export const ManifestColumn = z.strictObject({
  column: z.string(),
  heading: z.string(),
  field: ManifestField.optional(),
  /** 1: its heading is a word that we know. 0: nobody can say. */
  confidence: z.number(),
  /** First cells below, to look at. */
  samples: z.array(z.string()),
})
export type ManifestColumn = z.infer<typeof ManifestColumn>

export const familyWays = ['column', 'blocks', 'heads', 'indents', 'blank-rows', 'alone'] as const

export const ManifestReading = z.strictObject({
  /** As it was read: what was given, filled up with what was found. */
  map: ManifestMap.required(),
  columns: z.array(ManifestColumn),
  /** Sheets that can be chosen. */
  sheets: z.array(z.string()),
  familiesBy: z.enum(familyWays),
  families: z.array(z.strictObject({ name: z.string(), rows: z.array(z.number().int()) })),
  rows: z.array(ManifestRow),
  /** Rows that are nobody: titles, totals, remarks. Nothing of the file is lost. */
  leftOut: z.array(z.strictObject({ row: z.number().int(), cells: z.array(z.string()), why: z.string() })),
  /** What is to be said of the file and of rows that are nobody. */
  problems: z.array(Problem),
})
export type ManifestReading = z.infer<typeof ManifestReading>

/** More persons than any flight, and few enough to be looked at one by one. */
export const mostRows = 5_000
