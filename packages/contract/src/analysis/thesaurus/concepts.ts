/**
 * The thesaurus of the field: what is asked for under many names in seven languages. After SKOS (W3C, 2009): a concept has a stable id, one preferred label a
 * language (the first), further labels, and perhaps a broader concept. Labels are ours; native readers have yet to go through them (docs/languages.md).
 *
 * Columns: id | broader | en | ru | kk | ky | tg | tk | uz. Labels are separated by semicolons. Uzbek Cyrillic is made from the Latin.
 */
import type { SearchLanguage } from '../languages.ts'
import { uzbekCyrillic } from '../uzbek.ts'
import { family } from './family.ts'
import { law } from './law.ts'
import { wellbeing } from './wellbeing.ts'

export const labelStates = ['draft', 'machine', 'checked', 'stale'] as const
export type LabelState = (typeof labelStates)[number]

export interface Concept {
  readonly id: string
  readonly broader?: string
  /** What is near to it in meaning and neither wider nor narrower. */
  readonly related?: readonly string[]
  /** How sure the labels of a language are, where somebody has said so. */
  readonly states?: Readonly<Partial<Record<SearchLanguage, LabelState>>>
  readonly labels: Readonly<Record<SearchLanguage, readonly string[]>>
}

const columns = ['en', 'ru', 'kk', 'ky', 'tg', 'tk', 'uz'] as const

export function readConcepts(table: string): Concept[] {
  return table
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const [id = '', broader = '', ...cells] = line.split('|').map(cell => cell.trim())
      const labels = Object.fromEntries(
        columns.map((language, at) => [
          language,
          (cells[at] ?? '')
            .split(';')
            .map(label => label.trim())
            .filter(label => label !== ''),
        ]),
      ) as Record<SearchLanguage, string[]> // one for each column
      return { id, ...(broader === '' ? {} : { broader }), labels }
    })
}

export const concepts: readonly Concept[] = readConcepts(`${family}${law}${wellbeing}`)

/** Ours were written in English and Russian; a native reader of the others has yet to look. */
export const stateOf = ({ states }: Concept, language: SearchLanguage): LabelState =>
  states?.[language] ?? (language === 'en' || language === 'ru' ? 'checked' : 'draft')

/** The label to show, in Uzbek in the alphabet that is asked for. */
export const preferredLabel = (concept: Concept, language: SearchLanguage, cyrillic = false): string => {
  const label =
    concept.labels[language][0] ??
    concept.labels.en[0] ??
    Object.values(concept.labels).flat()[0] ??
    concept.id
  return language === 'uz' && cyrillic ? uzbekCyrillic(label) : label
}
