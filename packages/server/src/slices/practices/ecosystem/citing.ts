/** A published edition as a citation names it. */
import { type Language, textIn } from '@kerege/contract/common'
import type { Cited } from '@kerege/contract/practices/citation/cited'
import { localDay } from '../../../platform/localDay.ts'
import { practiceAddress, type PublicPractice, symbolOf, titleOf } from './published.ts'
import { cut, plainText, words } from './words.ts'

interface Place {
  readonly baseUrl: string
  readonly now: Date
}

export function citedOf(practice: PublicPractice, language: Language, { baseUrl, now }: Place): Cited {
  const { edition, organisation, licence } = practice
  const { texts, facts } = edition.content
  const title = titleOf(practice, language)
  const english = texts.title.en?.text
  const summary = texts.summary && textIn(texts.summary, title.language)
  return {
    symbol: symbolOf(practice),
    edition: edition.number,
    language: title.language,
    title: title.text,
    englishTitle: title.language === 'en' ? undefined : english,
    abstract: summary?.language === title.language ? summary.text : undefined,
    authors: organisation ? [plainText(organisation, title.language)] : [],
    publisher: words(title.language, 'council'),
    published: edition.publishedAt.slice(0, 10),
    url: baseUrl + practiceAddress(practice, edition.number),
    accessed: localDay(now, 'UTC'),
    keywords: [
      ...facts.domains.map(domain => words(title.language, `domain.${domain}`)),
      ...facts.themes.map(theme => theme.replaceAll('-', ' ')),
    ],
    licence: licence === 'ask' ? undefined : licence,
  }
}

/** For a page: whoever wants a title or an abstract of ten thousand letters has the file. */
export const citedShortly = (practice: PublicPractice, language: Language, place: Place): Cited => {
  const cited = citedOf(practice, language, place)
  return {
    ...cited,
    title: cut(cited.title, 300),
    abstract: cited.abstract === undefined ? undefined : cut(cited.abstract, 600),
  }
}
