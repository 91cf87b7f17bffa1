/** The thesaurus as its moderators keep it: concepts with labels in seven languages, changed one by one or by a file, each change a step that can be undone. */
import { z } from 'zod'
import { conceptId, isLabel, longestLabel, mostLabels } from '../../analysis/thesaurus/reading/entry.ts'
import { Id, Instant, Language, line, page, Reason, TextState } from '../../common.ts'
import { PracticeRef } from '../adoption/schema.ts'

export const ConceptId = z
  .string()
  .max(60)
  .refine(text => conceptId.test(text), 'concept-id')
const Label = line(longestLabel).refine(isLabel, 'bad-label')

/** What a concept is called in each language: the first label is the one that is shown. */
const labels = z.partialRecord(Language, z.array(z.string()))
const states = z.partialRecord(Language, TextState)

export const GivenConcept = z.strictObject({
  id: z.string(),
  broader: z.string().optional(),
  related: z.array(z.string()).optional(),
  labels,
  states: states.optional(),
})
export type GivenConcept = z.infer<typeof GivenConcept>
export const Thesaurus = z.strictObject({ version: z.number().int(), concepts: z.array(GivenConcept) })
export type Thesaurus = z.infer<typeof Thesaurus>

export const ConceptRow = z.strictObject({
  id: z.string(),
  labels: z.partialRecord(Language, z.string()),
  broader: z.string().optional(),
  /** In how many practices it was chosen, closed ones and drafts among them. */
  uses: z.number().int(),
  /** Languages whose labels somebody has yet to look at. */
  unsure: z.array(Language),
  /** Made or changed here. */
  own: z.boolean(),
})
export type ConceptRow = z.infer<typeof ConceptRow>
export const ConceptFilter = z.strictObject({
  search: z.string().max(200).optional(),
  unsure: Language.optional(),
  own: z.stringbool().optional(),
})
export const ConceptPage = page(ConceptRow)

const Shown = z.strictObject({ text: Label, state: TextState })
const Content = z.strictObject({
  label: z.partialRecord(Language, Shown).refine(map => Object.keys(map).length > 0, 'no-language'),
  alternatives: z.partialRecord(Language, z.array(Label).max(mostLabels - 1)),
  broader: ConceptId.optional(),
  related: z.array(ConceptId).max(40),
})
/** Further labels alone would leave a language without the one that is shown. */
const needsLabel = <T extends z.infer<typeof Content>>(
  { label, alternatives }: T,
  ctx: z.RefinementCtx<T>,
) => {
  for (const language of Language.options) {
    if ((alternatives[language]?.length ?? 0) > 0 && !label[language])
      ctx.addIssue({ code: 'custom', path: ['label', language], message: 'label-first' })
  }
}
export const ChangeConcept = Content.superRefine(needsLabel)
export type ChangeConcept = z.infer<typeof ChangeConcept>
export const AddConcept = Content.extend({ id: ConceptId }).superRefine(needsLabel)

export const Concept = Content.extend({
  id: z.string(),
  version: z.number().int(),
  uses: z.number().int(),
  /** Of the practices that have it, those whom the reader may open. */
  usedIn: z.array(PracticeRef),
  narrower: z.array(z.string()),
})
export type Concept = z.infer<typeof Concept>

export const ThesaurusStep = z.strictObject({
  id: Id,
  number: z.number().int(),
  kind: z.enum(['edit', 'removal', 'import', 'undo']),
  reason: z.string().optional(),
  by: z.string(),
  at: Instant,
  /** The first few that it was about. */
  concepts: z.array(z.string()),
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  undone: z.boolean(),
})
export const ThesaurusState = z.strictObject({
  version: z.number().int(),
  concepts: z.number().int(),
  steps: z.array(ThesaurusStep),
  /** The step that can be undone: the last one that stands. */
  last: Id.optional(),
  /** How much of the library is found by it already. */
  index: z.strictObject({ whole: z.number().int(), done: z.number().int() }),
})
export type ThesaurusState = z.infer<typeof ThesaurusState>

/** As much as a request carries; a larger one comes by the command line. */
export const mostThesaurusLetters = 400_000
const file = {
  text: z.string().max(mostThesaurusLetters),
  /** What the file does not have is taken out, where no practice has it. */
  whole: z.boolean(),
}
export const ThesaurusFile = z.strictObject(file)
export const TakeThesaurus = z.strictObject({ ...file, seen: z.string().max(100), reason: Reason })
const Remark = z.strictObject({
  line: z.number().int(),
  column: z.number().int(),
  code: z.string(),
  word: z.string(),
})
const Named = z.strictObject({ id: z.string(), label: z.string() })
export const ThesaurusReport = z.strictObject({
  form: z.enum(['turtle', 'table']),
  read: z.number().int(),
  added: z.array(Named),
  changed: z.array(Named),
  removed: z.array(Named),
  /** Not in the file, and kept: practices have it, or another concept that stays is below it. */
  kept: z.array(Named),
  same: z.number().int(),
  faults: z.array(Remark),
  notes: z.array(Remark),
  moreRemarks: z.number().int(),
  /** Of what would be done. What is confirmed is this and nothing else. */
  seen: z.string(),
})
export type ThesaurusReport = z.infer<typeof ThesaurusReport>
export const Because = z.strictObject({ reason: Reason })
