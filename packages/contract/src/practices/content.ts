/**
 * What a good-practice record holds: texts in several languages side by side, and facts that are the same in all of them.
 * Nobody who returned is in here: a practice tells what people did for everybody in a situation, never who was in it.
 */
import { z } from 'zod'
import { Country, Id, type Language, languages, line, MultiText } from '../common.ts'
import { Domains } from '../domains.ts'

/**
 * The texts of a record in the order of reading. In `steps` and `resources` each line is one step or one thing needed.
 * `unwanted` is what went wrong or did harm, `transfer` what to mind elsewhere, `contact` a professional address.
 */
export const textFields = [
  'title',
  'summary',
  'problem',
  'context',
  'forWhom',
  'steps',
  'resources',
  'evidence',
  'results',
  'unwanted',
  'safeguards',
  'limits',
  'transfer',
  'contact',
] as const
export type TextField = (typeof textFields)[number]

/** Texts without which a record cannot be submitted. */
export const neededFields = [
  'title',
  'summary',
  'problem',
  'forWhom',
  'steps',
  'results',
  'safeguards',
  'limits',
] as const satisfies readonly TextField[]

const optionalTexts = Object.fromEntries(textFields.map(field => [field, MultiText.optional()])) as {
  [Field in TextField]: z.ZodOptional<typeof MultiText>
}
export const PracticeTexts = z.strictObject({ ...optionalTexts, title: MultiText })
export type PracticeTexts = z.infer<typeof PracticeTexts>

export const settings = [
  'abroad',
  'reception-site',
  'home',
  'school',
  'clinic',
  'community',
  'institution',
  'detention',
  'office',
] as const
export const Setting = z.enum(settings)
export type Setting = z.infer<typeof Setting>

export const audienceRoles = [
  'children',
  'young-people',
  'carers',
  'families',
  'neighbours',
  'staff',
] as const
export const costBands = ['none', 'low', 'medium', 'high'] as const
/**
 * How sure one can be that it works, from weak to strong: told by who did it, followed over time, compared with how it was
 * before or with others, repeated by others elsewhere, evaluated by somebody independent.
 */
export const evidenceLevels = ['told', 'followed', 'compared', 'repeated', 'evaluated'] as const
export const EvidenceLevel = z.enum(evidenceLevels)
export type EvidenceLevel = z.infer<typeof EvidenceLevel>

export const licences = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC0-1.0', 'ask'] as const
export const Licence = z.enum(licences)
export type Licence = z.infer<typeof Licence>

const Age = z.number().int().min(0).max(120)
const Year = z.number().int().min(1990).max(2200)
/** Addresses that a reader may follow: of the web only. */
export const WebAddress = z.url({ protocol: /^https?$/ }).max(500)

export const PracticeSource = z.strictObject({
  title: line(300),
  url: WebAddress.optional(),
  year: Year.optional(),
})
/** A number that the evidence rests on, as its source says it. */
export const PracticeFigure = z.strictObject({ label: MultiText, value: line(60), source: line(300) })

export const PracticeFacts = z.strictObject({
  /** Parts of life that it is about; empty: all of them. */
  domains: Domains,
  /** Ids of concepts of the thesaurus. */
  themes: z.array(z.string().regex(/^[a-z][a-z0-9-]{1,59}$/)).max(30),
  settings: z.array(Setting).max(settings.length),
  audience: z.array(z.enum(audienceRoles)).max(audienceRoles.length),
  ages: z
    .strictObject({ from: Age.optional(), to: Age.optional() })
    .refine(({ from, to }) => from === undefined || to === undefined || to >= from, {
      path: ['to'],
      message: 'period-reversed',
    }),
  sex: z.enum(['any', 'female', 'male']),
  /** Where it was done, and since when. */
  country: Country,
  since: Year.optional(),
  until: Year.optional(),
  cost: z.enum(costBands).optional(),
  /** Weeks from the first day until it shows what it can. */
  weeks: z.number().int().min(0).max(1000).optional(),
  evidenceLevel: EvidenceLevel,
  figures: z.array(PracticeFigure).max(20),
  sources: z.array(PracticeSource).max(30),
  related: z.array(Id).max(20),
})
export type PracticeFacts = z.infer<typeof PracticeFacts>

export const PracticeContent = z.strictObject({ texts: PracticeTexts, facts: PracticeFacts })
export type PracticeContent = z.infer<typeof PracticeContent>

/**
 * A text as its reader reads it: in their language, else in the next one that they most likely read. Who reads a state language of
 * the region reads Russian before English; whoever wrote it in both is not read in the farther one.
 */
export function practiceText(map: MultiText, language: Language): { language: Language; text: string } {
  const order: readonly Language[] = language === 'en' ? languages : [language, 'ru', ...languages]
  const shown = order.find(one => map[one]) ?? language
  return { language: shown, text: map[shown]?.text ?? '' }
}
