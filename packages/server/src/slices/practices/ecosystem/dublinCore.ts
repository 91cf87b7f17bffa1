/**
 * A practice in the fifteen elements of Dublin Core (ISO 15836-1): for the heads of pages and for whoever harvests. Texts stand
 * in every language that they were written in; codes of ours never leave as codes.
 */
import { type Language, languages, type MultiText } from '@kerege/contract/common'
import { licenceAddress, languagesOf, practiceAddress, type PublicPractice, symbolOf } from './published.ts'
import { countryName, words } from './words.ts'

export const dcElements = [
  'title',
  'creator',
  'subject',
  'description',
  'publisher',
  'contributor',
  'date',
  'type',
  'format',
  'identifier',
  'source',
  'language',
  'relation',
  'coverage',
  'rights',
] as const
export type DcElement = (typeof dcElements)[number]

export interface DcStatement {
  readonly element: DcElement
  readonly text: string
  readonly language?: Language
}

export function dublinCore(practice: PublicPractice, baseUrl: string): DcStatement[] {
  const { edition, organisation, country, licence, papers } = practice
  const { texts, facts } = edition.content
  const own = languagesOf(practice)
  const inEach = (element: DcElement, text: (language: Language) => string | undefined): DcStatement[] =>
    own.flatMap(language => {
      const said = text(language)
      return said === undefined ? [] : [{ element, text: said, language }]
    })
  const plain = (element: DcElement, ...all: (string | undefined)[]): DcStatement[] =>
    all.flatMap(text => (text === undefined ? [] : [{ element, text }]))
  const rights = licenceAddress[licence]
  return [
    ...written('title', texts.title),
    ...(organisation
      ? written('creator', organisation)
      : inEach('creator', language => words(language, 'council'))),
    ...facts.domains.flatMap(domain => inEach('subject', language => words(language, `domain.${domain}`))),
    ...plain('subject', ...facts.themes.map(theme => theme.replaceAll('-', ' '))),
    ...(texts.summary ? written('description', texts.summary) : []),
    ...inEach('publisher', language => words(language, 'council')),
    ...plain('date', edition.publishedAt.slice(0, 10)),
    ...plain('type', 'Text'),
    ...plain('format', 'text/html'),
    ...plain('identifier', baseUrl + practiceAddress(practice), symbolOf(practice)),
    ...plain('source', ...facts.sources.map(source => source.url ?? source.title)),
    ...plain('language', ...own),
    ...plain('relation', ...papers),
    ...inEach('coverage', language => countryName(language, country)),
    ...(rights === undefined
      ? inEach('rights', language => words(language, 'licence.ask'))
      : plain('rights', rights)),
  ]
}

const written = (element: DcElement, map: MultiText): DcStatement[] =>
  languages.flatMap(language => {
    const text = map[language]?.text
    return text === undefined ? [] : [{ element, text, language }]
  })
