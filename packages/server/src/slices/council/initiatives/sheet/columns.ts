/**
 * Columns of the sheet, their headings in seven languages, and the words that stand for codes. A heading or a word is
 * found in whatever language it is written; the code itself does too.
 */
import { type Language, languages } from '@kerege/contract/common'
import {
  activityKinds,
  budgetBands,
  initiativeStatuses,
  matrixStates,
  targetGroups,
} from '@kerege/contract/council/initiatives/codes'
import { ownNames } from '../../../../platform/languageNames.ts'
import { words } from '../words.ts'

type TextColumn = `${'title' | 'description'}_${Language}`
const texts = (of: 'title' | 'description') => languages.map((language): TextColumn => `${of}_${language}`)

export const sheetColumns = [
  'id',
  'pillar',
  ...texts('title'),
  'lead',
  'partners',
  'places',
  'status',
  'kind',
  'groups',
  'from',
  'to',
  'budget',
  'funding',
  'contact',
  ...texts('description'),
  'plans',
  'actions',
  'decisions',
  'public',
] as const
export type SheetColumn = (typeof sheetColumns)[number]

/** A sheet without them is no sheet of initiatives. */
export const neededColumns = ['pillar', 'lead', 'places', 'status', 'kind', 'groups', 'from'] as const

const wide: Partial<Record<string, number>> = { id: 14, pillar: 10, title: 40, description: 50, plans: 40 }

export const headingOf = (column: SheetColumn, language: Language): string => {
  const [of = '', own] = column.split('_')
  const heading = words(language, `column.${of}`)
  return own ? `${heading} (${ownNames[own as Language]})` : heading // a column is made with a language or without
}

export const headings = (language: Language) =>
  sheetColumns.map(column => ({
    heading: headingOf(column, language),
    width: wide[column.split('_')[0] ?? ''] ?? 18,
  }))

/** Letters and digits alone, so that a star, a colon or a blank more changes nothing. */
export const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

const columnsByHeading: ReadonlyMap<string, SheetColumn> = new Map(
  languages
    .flatMap(language =>
      sheetColumns.flatMap((column): [string, SheetColumn][] => {
        const own = column.split('_')[1]
        return [
          [plain(column), column],
          [plain(headingOf(column, language)), column],
          // A plain "Title" is in the language of the heading.
          ...(own === language
            ? [[plain(words(language, `column.${column.split('_')[0]}`)), column] as [string, SheetColumn]]
            : []),
        ]
      }),
    )
    // The first language that has a word keeps it.
    .reverse(),
)
export const columnFor = (heading: string): SheetColumn | undefined => columnsByHeading.get(plain(heading))

const lists = {
  status: initiativeStatuses,
  kind: activityKinds,
  group: targetGroups,
  budget: budgetBands,
  state: matrixStates,
  public: ['yes', 'no'],
} as const
type List = keyof typeof lists

/** `status.running` in words of a language. */
export const wordFor = (list: List, code: string, language: Language | undefined): string =>
  language === undefined ? code : words(language, `${list}.${code}`)

const codesByWord: ReadonlyMap<string, string> = new Map(
  (Object.keys(lists) as List[]).flatMap(list =>
    lists[list].flatMap(code =>
      [code, ...languages.map(language => words(language, `${list}.${code}`))].map(
        (word): [string, string] => [`${list} ${plain(word)}`, code],
      ),
    ),
  ),
)
/** The code that a word stands for; undefined for a word that nobody knows. */
export const codeFor = (list: List, word: string): string | undefined =>
  codesByWord.get(`${list} ${plain(word)}`)

/** For the test: no word may stand for two codes. */
export const allWords = () =>
  (Object.keys(lists) as List[]).flatMap(list =>
    lists[list].flatMap(code =>
      languages.map(language => ({ list, code, word: plain(words(language, `${list}.${code}`)) })),
    ),
  )
export const samePlain = (one: string, other: string): boolean => plain(one) === plain(other)
