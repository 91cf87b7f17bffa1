/** What an edition is stored under: for each language that it has, keys with what BM25 makes of them. */
import { countKeys } from '@kerege/contract/analysis/index/collect'
import { commonness } from '@kerege/contract/analysis/index/weights'
import { rememberingWords, type WordReader } from '@kerege/contract/analysis/analyse'
import { conceptKey } from '@kerege/contract/analysis/thesaurus/expand'
import { type Language, languages } from '@kerege/contract/common'
import { type PracticeContent, textFields } from '@kerege/contract/practices/content'

export interface Posting {
  key: string
  language: Language
  impact: number
}

/** Every text has it: its count is how many texts there are. */
const everyText = 't:'
/** Words of a usual text. A constant, so that one edition can be written without reading the others. */
const usualLength = 400
/** A theme that somebody chose weighs like a word of the title. */
const themeCount = 4

export function postingsOf(
  { texts, facts }: PracticeContent,
  read: WordReader = rememberingWords(),
): Posting[] {
  return languages.flatMap(language => {
    const said = (field: (typeof textFields)[number]) => texts[field]?.[language]?.text ?? ''
    const title = said('title')
    const text = textFields
      .filter(field => field !== 'title' && field !== 'contact')
      .map(said)
      .filter(one => one !== '')
      .join('\n')
    if (title === '' && text === '') return []
    const { counted, length } = countKeys({ lang: language, title, text }, read)
    for (const theme of facts.themes) {
      counted.set(conceptKey(theme), (counted.get(conceptKey(theme)) ?? 0) + themeCount)
    }
    return [
      { key: everyText, language, impact: 0 },
      ...[...counted].map(([key, count]) => ({
        key,
        language,
        impact: Math.round(commonness(count, length, usualLength) * 1000) / 1000,
      })),
    ]
  })
}

/** How the database keeps a posting (migration 0036), in one number that sorts by impact: thousandths, place in its portion, language. */
const packedOf = ({ impact, language }: Posting, place: number) =>
  Math.round(impact * 1000) * 8192 + place * 8 + languages.indexOf(language)

/** Postings of a portion of editions, by key, the most telling first; as the arrays that the database reads. */
export function packing() {
  const byKey = new Map<string, number[]>()
  return {
    add(place: number, postings: readonly Posting[]) {
      for (const posting of postings) {
        const list = byKey.get(posting.key)
        if (list) list.push(packedOf(posting, place))
        else byKey.set(posting.key, [packedOf(posting, place)])
      }
    },
    finish: () => ({
      keys: [...byKey.keys()],
      lists: [...byKey.values()].map(list => `{${list.sort((one, other) => other - one).join(',')}}`),
    }),
  }
}
