/**
 * Citations for people to read: GOST R 7.0.100-2018 (one level, electronic resource) in the words of the reader's language,
 * and one English style after the usage of APA 7 for reports of an organisation. Written here: no style engine is needed for
 * one kind of document.
 */
import type { Language, PlainDate } from '../../common.ts'
import { type Cited, ended, oneLine, yearOf } from './cited.ts'

interface Words {
  /** Of the text, as GOST wants it said. */
  readonly medium: string
  readonly site: string
  readonly version: string
  readonly accessed: string
}

const words: Readonly<Record<Language, Words>> = {
  en: { medium: 'Text : electronic', site: 'website', version: 'version', accessed: 'accessed' },
  ru: { medium: 'Текст : электронный', site: 'сайт', version: 'версия', accessed: 'дата обращения' },
  kk: { medium: 'Мәтін : электрондық', site: 'сайт', version: 'нұсқа', accessed: 'қаралған күні' },
  ky: { medium: 'Текст : электрондук', site: 'сайт', version: 'нуска', accessed: 'кайрылган күнү' },
  tg: { medium: 'Матн : электронӣ', site: 'сомона', version: 'нусха', accessed: 'санаи муроҷиат' },
  tk: { medium: 'Tekst : elektron', site: 'saýt', version: 'wersiýa', accessed: 'serediş senesi' },
  uz: { medium: 'Matn : elektron', site: 'sayt', version: 'versiya', accessed: 'murojaat sanasi' },
}

/** `2026-11-26` as 26.11.2026. */
const dotted = (day: PlainDate) => day.split('-').reverse().join('.')

export function gost(cited: Cited, language: Language): string {
  const say = words[language]
  const title = oneLine(cited.title)
  const authors = cited.authors.map(oneLine).join(', ')
  return [
    `${ended(authors === '' ? title : `${title} / ${authors}`)} – ${say.medium} // ${oneLine(cited.publisher)} : [${say.site}].`,
    `${yearOf(cited.published)}.`,
    `${cited.symbol}, ${say.version} ${cited.edition}.`,
    ...(cited.doi === undefined ? [] : [`DOI ${oneLine(cited.doi)}.`]),
    `URL: ${oneLine(cited.url)} (${say.accessed}: ${dotted(cited.accessed)}).`,
  ].join(' – ')
}

export function apa(cited: Cited): string {
  const title = oneLine(cited.title)
  const english = cited.englishTitle === undefined ? '' : ` [${oneLine(cited.englishTitle)}]`
  const publisher = oneLine(cited.publisher)
  const authors = listed(cited.authors.map(oneLine))
  const address = cited.doi === undefined ? oneLine(cited.url) : `https://doi.org/${oneLine(cited.doi)}`
  // Whoever is author and publisher at once is named once.
  return authors === ''
    ? `${ended(publisher)} (${yearOf(cited.published)}). ${title}${english} (${cited.symbol}, version ${cited.edition}). ${address}`
    : `${ended(authors)} (${yearOf(cited.published)}). ${title}${english} (${cited.symbol}, version ${cited.edition}). ${ended(publisher)} ${address}`
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`
