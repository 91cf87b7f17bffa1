/**
 * Columns of the sheet and headings of the form: texts by field and language, facts once. A heading or a word is found in
 * whatever language it is written, the code itself does too; a heading of the form is looked for in its own language first.
 */
import { type Language, languages } from '@kerege/contract/common'
import { domains } from '@kerege/contract/domains'
import {
  audienceRoles,
  costBands,
  evidenceLevels,
  licences,
  settings,
  type TextField,
  textFields,
} from '@kerege/contract/practices/content'
import { audiences } from '@kerege/contract/practices/rules'
import { ownNames } from '../../../../platform/languageNames.ts'
import { countryName, words } from '../words.ts'

export const factColumns = [
  'domains',
  'settings',
  'audience',
  'age_from',
  'age_to',
  'sex',
  'country',
  'since',
  'until',
  'cost',
  'weeks',
  'evidenceLevel',
  'sources',
  'licence',
  'readers',
] as const
export type FactColumn = (typeof factColumns)[number]
const spoken = [...textFields, 'organisation'] as const
type Spoken = TextField | 'organisation'
export type TextColumn = `${Spoken}_${Language}`
export type Column = TextColumn | FactColumn

export const textColumn = (field: Spoken, language: Language): TextColumn => `${field}_${language}`

/** Letters and digits alone, so that a star, a colon or a blank more changes nothing. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

const spokenLabel = (field: Spoken, language: Language) =>
  words(language, field === 'organisation' ? 'fact.organisation' : `field.${field}`)
const factLabel = (column: FactColumn, language: Language) =>
  words(language, column === 'sources' ? 'sources' : `fact.${column}`)

/** As it is written above a column or a part of the form. */
export function labelOf(column: Column, language: Language): string {
  const [field = '', own] = column.split('_')
  const text = spoken.find(one => one === field)
  if (text && own) {
    const label = spokenLabel(text, language)
    return own === language ? label : `${label} (${ownNames[own as Language]})` // a text column ends with its language
  }
  return factLabel(column as FactColumn, language) // no text, so a fact
}

const inLanguage = (language: Language): [string, Column][] => [
  ...spoken.flatMap((field): [string, Column][] => [
    [plain(spokenLabel(field, language)), textColumn(field, language)],
    ...languages.map((own): [string, Column] => [
      plain(`${spokenLabel(field, language)} (${ownNames[own]})`),
      textColumn(field, own),
    ]),
  ]),
  ...factColumns.map((column): [string, Column] => [plain(factLabel(column, language)), column]),
]
const codes: [string, Column][] = [
  ...spoken.flatMap(field =>
    languages.map((own): [string, Column] => [plain(`${field}_${own}`), textColumn(field, own)]),
  ),
  ...factColumns.map((column): [string, Column] => [plain(column), column]),
]
const byLanguage: ReadonlyMap<Language, ReadonlyMap<string, Column>> = new Map(
  languages.map(language => [language, new Map(inLanguage(language))]),
)
const byHeading: ReadonlyMap<string, Column> = new Map([
  ...languages.flatMap(inLanguage),
  // In the sheet a plain heading is in the language of the first of ours that has it; a code always means itself.
  ...languages.toReversed().flatMap(inLanguage),
  ...codes,
])

export const columnFor = (heading: string, language?: Language): Column | undefined =>
  (language && byLanguage.get(language)?.get(plain(heading))) ?? byHeading.get(plain(heading))

const lists = {
  domain: domains,
  setting: settings,
  group: audienceRoles,
  sex: ['any', 'female', 'male'],
  cost: costBands,
  evidence: evidenceLevels,
  readers: audiences,
  licence: licences,
} as const
export type List = keyof typeof lists

/** Licences are called the same everywhere, but for the one that says to ask. */
export const wordFor = (list: List, code: string, language: Language): string =>
  list === 'licence' && code !== 'ask' ? code : words(language, `${list}.${code}`)

export const codesOf = (list: List): readonly string[] => lists[list]

const codesByWord: ReadonlyMap<string, string> = new Map(
  (Object.keys(lists) as List[]).flatMap(list =>
    codesOf(list).flatMap(code =>
      [code, ...languages.map(language => wordFor(list, code, language))].map((word): [string, string] => [
        `${list} ${plain(word)}`,
        code,
      ]),
    ),
  ),
)
export const codeFor = (list: List, word: string): string | undefined =>
  codesByWord.get(`${list} ${plain(word)}`)

/** For the test: no word may stand for two codes. */
export const allWords = () =>
  (Object.keys(lists) as List[]).flatMap(list =>
    codesOf(list).flatMap(code =>
      languages.map(language => ({ list, code, word: plain(wordFor(list, code, language)) })),
    ),
  )

const ofTheRegion = ['KZ', 'KG', 'TJ', 'TM', 'UZ'] as const
const countries: ReadonlyMap<string, string> = new Map(
  ofTheRegion.flatMap(code =>
    languages.map((language): [string, string] => [plain(countryName(language, code)), code]),
  ),
)
/** A state of the region by its name, any other by its two letters. */
export const countryFor = (word: string): string | undefined =>
  /^[A-Za-z]{2}$/.test(word.trim()) ? word.trim().toUpperCase() : countries.get(plain(word))
