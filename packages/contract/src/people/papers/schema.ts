/**
 * A paper that somebody needs: the fact to prove, the way to it, the office, the steps, and what stays shut as long
 * as it is not there. All of it lies in the identity compartment. There is no field for a place of birth.
 */
import { z } from 'zod'
import { AreaCode, Id, Instant, line, MultiText, page, pageQuery, PlainDate, Reason } from '../../common.ts'
import { PathwayTemplate } from './practice.ts'
import { blockable, facts, paperStates, pathways, stepCodes } from './rules.ts'

export const PaperStateName = z.enum(paperStates)

const noneTwice = (items: readonly { id: string }[]) =>
  new Set(items.map(item => item.id)).size === items.length

/** A step has words of ours by a code, or somebody's own in a line. */
export const PaperStep = z
  .strictObject({
    id: Id,
    code: z.enum(stepCodes).optional(),
    text: line(200).optional(),
    due: PlainDate.optional(),
    doneOn: PlainDate.optional(),
  })
  .refine(step => (step.code === undefined) !== (step.text === undefined), {
    path: ['text'],
    error: 'required',
  })
export type PaperStep = z.infer<typeof PaperStep>

export const Office = z.strictObject({
  name: line(160),
  place: line(160).optional(),
  contact: line(160).optional(),
})
export type Office = z.infer<typeof Office>

/** Proof that is there or still wanted: a file of the identity section, or described. */
export const Evidence = z
  .strictObject({
    id: Id,
    standing: z.enum(['held', 'wanted']),
    text: line(200).optional(),
    documentId: Id.optional(),
  })
  .refine(proof => (proof.text ?? proof.documentId) !== undefined, { path: ['text'], error: 'required' })
export type Evidence = z.infer<typeof Evidence>

/** What is written down; everything else follows from it. */
const content = {
  /** A document type of the state's profile, where one fits. */
  paper: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,60}$/, 'word')
    .optional(),
  pathway: z.enum(pathways),
  office: Office.optional(),
  steps: z.array(PaperStep).max(20).refine(noneTwice, 'twice').default([]),
  evidence: z.array(Evidence).max(20).refine(noneTwice, 'twice').default([]),
  blocks: z
    .array(z.enum(blockable))
    .max(blockable.length)
    .refine(list => new Set(list).size === list.length, 'twice')
    .default([]),
  /** What is in the way, in a line. */
  obstacle: line(300).optional(),
  /** When somebody has to look again: a hearing, an answer that was promised. */
  nextOn: PlainDate.optional(),
}

export const MakePaper = z.strictObject({
  /** Made by the device, so that a repeated command makes one paper. */
  id: Id,
  fact: z.enum(facts),
  ...content,
  /** The day on which the need was known; today where none is given. */
  on: PlainDate.optional(),
  /** One's own where nobody is named. */
  responsibleId: Id.optional(),
})
export type MakePaper = z.infer<typeof MakePaper>

export const ChangePaper = z.strictObject({ ...content, responsibleId: Id })
export type ChangePaper = z.infer<typeof ChangePaper>

export const MarkStep = z.strictObject({
  /** Absent: it is not done after all. */
  doneOn: PlainDate.optional(),
})
export const MovePaper = z.strictObject({
  to: PaperStateName,
  /** The day on which it happened; today where none is given. */
  on: PlainDate.optional(),
  reason: Reason.optional(),
})
export type MovePaper = z.infer<typeof MovePaper>

const Somebody = z.strictObject({ id: Id, name: z.string() })

/** A row of the list, and what a person's page says first. */
export const PaperRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  personId: Id,
  person: z.string(),
  area: AreaCode,
  fact: z.enum(facts),
  paper: z.string().optional(),
  pathway: z.enum(pathways),
  office: Office.optional(),
  state: PaperStateName,
  stateSince: PlainDate,
  waitingSince: PlainDate,
  filedOn: PlainDate.optional(),
  closedOn: PlainDate.optional(),
  /** Whole days without the paper. */
  days: z.number().int(),
  /** What it shuts now; empty once the paper is there. */
  blocks: z.array(z.enum(blockable)),
  steps: z.array(PaperStep),
  dueOn: PlainDate.optional(),
  responsible: Somebody,
})
export type PaperRow = z.infer<typeof PaperRow>

export const PaperTransition = z.strictObject({
  at: Instant,
  on: PlainDate,
  by: Somebody,
  from: PaperStateName.optional(),
  to: PaperStateName,
  reason: z.string().optional(),
  /** Taken back on the same day by who had recorded it; kept, and counted for nothing. */
  undone: z.boolean(),
})
export type PaperTransition = z.infer<typeof PaperTransition>

export const Paper = PaperRow.extend({
  /** What it would shut, as written down: `blocks` is this as long as somebody waits. */
  wouldBlock: z.array(z.enum(blockable)),
  evidence: z.array(Evidence),
  obstacle: z.string().optional(),
  nextOn: PlainDate.optional(),
  createdAt: Instant,
  updatedAt: Instant,
  transitions: z.array(PaperTransition),
  /** Other papers of the same person for the same fact that somebody still waits for. */
  twins: z.number().int(),
  mayChange: z.boolean(),
  /** The last transition may still be taken back by the reader. */
  mayUndo: z.boolean(),
})
export type Paper = z.infer<typeof Paper>

const filters = {
  state: PaperStateName.optional(),
  fact: z.enum(facts).optional(),
  /** What it shuts; `any` for whatever it is. */
  blocks: z.enum([...blockable, 'any']).optional(),
  /** Waiting for more days than this. */
  over: z.coerce.number().int().min(0).max(10_000).optional(),
  area: AreaCode.optional(),
  /** Only those of people granted to the asker. */
  mine: z.stringbool().optional(),
  /** A step or a date that has come. */
  due: z.stringbool().optional(),
}

/** Without a state: those that somebody waits for. */
export const PaperFilter = z.strictObject({ ...pageQuery, ...filters })
export type PaperFilter = z.infer<typeof PaperFilter>

/** Numbers about people beside the asker; each opens the list of that filter. */
export const PaperSummary = z.strictObject({ blocking: z.number().int(), due: z.number().int() })

/** How papers are had in this state, with the names of its document types. */
export const PaperGuide = z.strictObject({
  usualLimit: z.number().int(),
  limits: z.partialRecord(z.enum(facts), z.number().int()),
  pathways: z.array(PathwayTemplate),
  papers: z.array(z.strictObject({ code: z.string(), name: MultiText })),
  /** Systems of numbers that this state's papers carry. */
  systems: z.array(z.strictObject({ system: z.string(), name: MultiText })),
})
export type PaperGuide = z.infer<typeof PaperGuide>

export const PaperPage = page(PaperRow)
export const PersonPapers = z.strictObject({ rows: z.array(Paper) })
