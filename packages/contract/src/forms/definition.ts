/**
 * The shape of a form: pages of questions, as data with a version, in the words of SurveyJS so that its engine judges them as
 * they stand. A published version is never changed: what was answered years ago must still be read as it was asked. Each page
 * lies in one section of the file, and nothing on it depends on an answer in another: who does not read there misses nothing.
 */
import { z } from 'zod'
import { Compartment } from '../access/compartments.ts'
import { languages } from '../common.ts'

/** Where on the way of a case it is asked. */
export const formSteps = ['intake', 'visit', 'review', 'closure'] as const
export const FormStep = z.enum(formSteps)
export type FormStep = z.infer<typeof FormStep>

export const FormName = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'word')
const Version = z.number().int().min(1)
/** Name of a question or a page: a key of the answers. */
export const QuestionName = z.string().regex(/^[a-z][A-Za-z0-9]{0,40}$/, 'word')
const Choice = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'word')

/** All languages: a form that one family cannot read is not finished. */
const Words = z.strictObject(
  Object.fromEntries(languages.map(one => [one, z.string().min(1).max(400)])) as Record<
    (typeof languages)[number],
    z.ZodString
  >,
)

/** A form with its words in all languages, or in one. */
const shapes = <Text extends z.ZodType>(text: Text) => {
  const asked = {
    name: QuestionName,
    title: text,
    description: text.optional(),
    isRequired: z.literal(true).optional(),
    /** An expression of SurveyJS over questions of the same page. */
    visibleIf: z.string().max(300).optional(),
  }
  const choices = z
    .array(z.strictObject({ value: Choice, text }))
    .min(2)
    .max(30)
  const simple = [
    z.strictObject({
      type: z.literal('text'),
      ...asked,
      inputType: z.enum(['date', 'number']).optional(),
      maxLength: z.number().int().min(1).max(400).optional(),
      min: z.number().optional(),
      max: z.number().optional(),
    }),
    z.strictObject({ type: z.literal('comment'), ...asked, maxLength: z.number().int().min(1).max(4000) }),
    z.strictObject({ type: z.literal('radiogroup'), ...asked, choices }),
    z.strictObject({ type: z.literal('checkbox'), ...asked, choices }),
  ] as const
  const Simple = z.discriminatedUnion('type', simple)
  const Question = z.discriminatedUnion('type', [
    ...simple,
    /** The same few questions for each of several. */
    z.strictObject({
      type: z.literal('paneldynamic'),
      ...asked,
      templateElements: z.array(Simple).min(1).max(8),
      minPanelCount: z.literal(1).optional(),
      maxPanelCount: z.number().int().min(1).max(40),
    }),
  ])
  const Page = z.strictObject({
    name: QuestionName,
    /** Its readers, and who writes it. */
    compartment: Compartment,
    title: text,
    /** What another slice knows is shown, and not asked again. */
    shows: z.literal('consents').optional(),
    elements: z.array(Question).min(1).max(20),
  })
  const Form = z.strictObject({
    id: FormName,
    version: Version,
    step: FormStep,
    title: text,
    lead: text,
    pages: z.array(Page).min(1).max(12),
  })
  return { Simple, Question, Page, Form }
}

const whole = shapes(Words)
/** A form in one language: what a device draws. */
const spoken = shapes(z.string())

export const FormSheet = spoken.Form
export type FormSheet = z.infer<typeof FormSheet>
export type SheetPage = FormSheet['pages'][number]
export type Question = SheetPage['elements'][number]
export type SimpleQuestion = z.infer<typeof spoken.Simple>

/** As a file: no name twice, and no condition over another page. */
export const Definition = whole.Form.superRefine((form, context) => {
  const fault = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message })
  const pages = new Set(form.pages.map(page => page.name))
  if (pages.size !== form.pages.length) fault(['pages'], 'twice')
  const questions = form.pages.flatMap(page => page.elements.map(one => one.name))
  if (new Set(questions).size !== questions.length) fault(['pages'], 'twice')
  form.pages.forEach((page, at) => {
    page.elements.forEach((one, nth) => {
      const own = page.elements.slice(0, nth).map(other => other.name)
      for (const name of namesIn(one.visibleIf)) {
        if (!own.includes(name)) fault(['pages', at, 'elements', nth, 'visibleIf'], 'not-found')
      }
      if (one.type === 'paneldynamic' && one.templateElements.some(inner => inner.visibleIf)) {
        fault(['pages', at, 'elements', nth, 'templateElements'], 'not-valid')
      }
    })
  })
})
export type Definition = z.infer<typeof Definition>

/** Questions that a condition reads. */
const namesIn = (expression = ''): string[] =>
  [...expression.matchAll(/\{([^}]*)\}/g)].map(found => found[1] ?? '')
