/** What an edition is stored under: for each language that it has, keys with what BM25 makes of them. */
import { countKeys } from '@kerege/contract/analysis/index/collect'
import { commonness } from '@kerege/contract/analysis/index/weights'
import { rememberingWords, type WordReader } from '@kerege/contract/analysis/analyse'
import { type Analyser, conceptKey } from '@kerege/contract/analysis/thesaurus/expand'
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

/** The texts of an edition, one language after the other, so that whoever indexes many can look up between two. */
export function* postingsOf(
  analyser: Analyser,
  { texts, facts }: PracticeContent,
  read: WordReader = rememberingWords(),
): Generator<Posting[]> {
  for (const language of languages) {
    const said = (field: (typeof textFields)[number]) => texts[field]?.[language]?.text ?? ''
    const title = said('title')
    const text = textFields
      .filter(field => field !== 'title' && field !== 'contact')
      .map(said)
      .filter(one => one !== '')
      .join('\n')
    if (title === '' && text === '') continue
    const { counted, length } = countKeys(analyser, { lang: language, title, text }, read)
    for (const theme of facts.themes) {
      counted.set(conceptKey(theme), (counted.get(conceptKey(theme)) ?? 0) + themeCount)
    }
    yield [
      { key: everyText, language, impact: 0 },
      ...[...counted].map(([key, count]) => ({
        key,
        language,
        impact: Math.round(commonness(count, length, usualLength) * 1000) / 1000,
      })),
    ]
  }
}

/** On how many pages of files beside a practice a key stands, by the language of the file. */
export interface FileKeys {
  readonly language: Language
  readonly keys: readonly string[]
  readonly counts: readonly number[]
}
/** What a file says beside a practice tells less than the practice. */
const fileShare = 0.5

/** A text has a key once: from the record or from a file, as it tells more. */
export function withFiles(postings: readonly Posting[], files: readonly FileKeys[]): Posting[] {
  const best = new Map(postings.map(posting => [`${posting.language} ${posting.key}`, posting]))
  for (const { language, keys, counts } of files) {
    for (const [at, key] of keys.entries()) {
      const share = fileShare * commonness(counts[at] ?? 1, usualLength, usualLength)
      const impact = Math.round(share * 1000) / 1000
      const place = `${language} ${key}`
      if ((best.get(place)?.impact ?? 0) < impact) best.set(place, { key, language, impact })
    }
  }
  return [...best.values()]
}

/** In which languages the record has a text, a bit for each (migration 0046). */
export const languageBits = (postings: readonly Posting[]): number =>
  postings.reduce((bits, { language }) => bits | (1 << languages.indexOf(language)), 0)

/** How the database keeps a posting (migration 0036), in one number that sorts by impact: thousandths, place in its portion, language. */
const packedOf = ({ impact, language }: Posting, place: number) =>
  Math.round(impact * 1000) * 8192 + place * 8 + languages.indexOf(language)

/** As many postings as are put in order before somebody else has a turn: some ten milliseconds. */
const atOnce = 20_000

/** Postings of a portion of editions, by key, the most telling first; in pieces, as the arrays that the database reads. */
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
    *pieces(): Generator<{ keys: string[]; lists: string[] }> {
      let keys: string[] = []
      let lists: string[] = []
      let count = 0
      for (const [key, list] of byKey) {
        keys.push(key)
        lists.push(`{${Int32Array.from(list).sort().reverse().join(',')}}`)
        count += list.length
        if (count < atOnce) continue
        yield { keys, lists }
        keys = []
        lists = []
        count = 0
      }
      if (keys.length > 0) yield { keys, lists }
    },
  }
}
