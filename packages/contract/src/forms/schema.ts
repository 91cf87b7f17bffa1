/** A form about a person: begun, written page by page, handed in; what was handed in is corrected beside what stood there. */
import { z } from 'zod'
import { Compartment } from '../access/compartments.ts'
import { Id, Instant, PlainDate, Reason } from '../common.ts'
import { Colleague } from '../tasks/schema.ts'
import { Answers } from './answers.ts'
import { FormName, FormStep, QuestionName } from './definition.ts'

export const formStates = ['draft', 'handed-in', 'corrected'] as const
export const FormState = z.enum(formStates)
/** What it belongs to, where it belongs to something: a visit, the review of a plan, the request to close the case. */
export const aboutKinds = ['appointment', 'review', 'closing'] as const
export const FormAbout = z.strictObject({ kind: z.enum(aboutKinds), id: Id })
export type FormAbout = z.infer<typeof FormAbout>

export const FormRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  personId: Id,
  step: FormStep,
  form: FormName,
  formVersion: z.number().int(),
  state: FormState,
  about: FormAbout.optional(),
  begunBy: Colleague,
  begunAt: Instant,
  /** Who goes on with a draft, and who handed it to them; absent while it lies with who began it. */
  with: Colleague.optional(),
  given: z.strictObject({ by: Colleague, at: Instant }).optional(),
  handedBy: Colleague.optional(),
  handedAt: Instant.optional(),
})
export type FormRow = z.infer<typeof FormRow>

/** A draft that a colleague handed over. */
export const FormDraft = FormRow.extend({ person: z.string() })
export type FormDraft = z.infer<typeof FormDraft>

export const PersonForms = z.strictObject({
  person: z.string(),
  rows: z.array(FormRow),
  /** Which comes next on the way of the case, where the reader knows of it. */
  next: FormStep.optional(),
  mayBegin: z.array(FormStep),
  /** What a form can belong to, the latest first. */
  abouts: z.array(FormAbout.extend({ day: PlainDate })),
})
export type PersonForms = z.infer<typeof PersonForms>

export const BeginForm = z.strictObject({
  /** Made by the device, so that a repeated command makes one. */
  id: Id,
  step: FormStep,
  about: FormAbout.optional(),
})
export type BeginForm = z.infer<typeof BeginForm>

/** One edition of a page: the first, or a correction with its reason. */
export const PageEdition = z.strictObject({
  edition: z.number().int(),
  answers: Answers,
  by: Colleague,
  at: Instant,
  reason: z.string().optional(),
})
export type PageEdition = z.infer<typeof PageEdition>

export const FormPage = z.strictObject({
  page: QuestionName,
  compartment: Compartment,
  /** Version that is read here; 0 while nobody wrote on it. */
  version: z.number().int(),
  now: PageEdition.optional(),
  /** What stood there before, the latest first. */
  earlier: z.array(PageEdition),
  mayWrite: z.boolean(),
})
export type FormPage = z.infer<typeof FormPage>

export const WholeForm = FormRow.extend({
  person: z.string(),
  caseId: Id.optional(),
  /** Those in sections that are open to the reader; others do not exist. */
  pages: z.array(FormPage),
  mayHandIn: z.boolean(),
  mayDiscard: z.boolean(),
})
export type WholeForm = z.infer<typeof WholeForm>

const page = {
  answers: Answers,
  /** The version of the page that was read. */
  seen: z.number().int().min(0),
}
export const SavePage = z.strictObject(page)
export type SavePage = z.infer<typeof SavePage>
export const CorrectPage = z.strictObject({ ...page, reason: Reason })
export type CorrectPage = z.infer<typeof CorrectPage>
/** All pages of one's own sections. */
export const HandIn = z.strictObject({
  /** The version of the form that was read: nobody hands in what they did not see. */
  seen: z.number().int().min(1),
})
export const HandOverForm = z.strictObject({
  /** Who goes on with it. */
  accountId: Id,
  /** The version of the form that was read. */
  seen: z.number().int().min(1),
})
export type HandOverForm = z.infer<typeof HandOverForm>
