/**
 * Which language a text is in, by its letters, its small words and its endings. Only for texts of which nobody said it: a
 * language that is told always wins. A few words may be of several languages at once, so a query gets a ranking.
 */
import { searchLanguages, type SearchLanguage } from './languages.ts'
import { stopWordsAmong } from './stopWords.ts'
import { hasCyrillic } from './uzbek.ts'

/** Letters that only some of the languages have. Weighs one for each word that has any. */
const letters: Readonly<Record<SearchLanguage, { own: RegExp; never: RegExp }>> = {
  en: { own: /w|th|ph|ck|ee|oo/, never: /[\u0400-\u052fçäňñöşüýžğ]/ },
  ru: { own: /[щъ]|ств|ние|ост|ого$|ой$|ый$|ть$|ых$/, never: /[a-zа-я]*[әғқңөұүһіҷӣӯҳў]|[a-zçäňöşüýž]/ },
  kk: { own: /[әұі]|ғ|ң.*[ың]|тік|лық|дың$|ның$/, never: /[ҷӣӯҳў]|[a-z]/ },
  ky: { own: /[ңөү]|оо|уу|үү|өө|аа|дын$|нын$/, never: /[әғқұһіҷӣӯҳў]|[a-z]/ },
  tg: { own: /[ҷӣӯ]|ҳо|ро$|[аи]и$|[қҳ]/, never: /[әңөұүһіўыщ]|[a-z]/ },
  tk: { own: /[äňýžşç]|[yi]ň$|l[ae]r$|mek$|mak$/, never: /[\u0400-\u052fʻqxv]/ },
  uz: {
    own: /ʻ|q|x|sh|ch|lar|ning$|g[ai]$|siz$|lik$|dan$|ў|лар|инг$|г[аи]$|ни$|сиз$|лик$|иш$|[қҳ]/,
    never: /[әңөұүһіҷӣӯщы]|[äňýžş]|w/,
  },
}

export interface Guess {
  readonly language: SearchLanguage
  readonly weight: number
}

/** The languages that the words may be of, the likeliest first; never empty. Weights add up to one. */
export function guessLanguages(words: readonly string[]): Guess[] {
  const sample = words.slice(0, 200)
  const cyrillic = sample.filter(hasCyrillic).length * 2 > sample.length
  const scored = searchLanguages
    .filter(language =>
      cyrillic ? !['en', 'tk'].includes(language) : !['ru', 'kk', 'ky', 'tg'].includes(language),
    )
    .map(language => ({ language, weight: weightOf(sample, language) }))
  const sum = scored.reduce((total, { weight }) => total + weight, 0)
  return scored
    .map(({ language, weight }) => ({ language, weight: weight / sum }))
    .sort((one, other) => other.weight - one.weight)
}

function weightOf(words: readonly string[], language: SearchLanguage): number {
  const { own, never } = letters[language]
  let weight = 0.5 + 3 * stopWordsAmong(words, language)
  for (const word of words) {
    if (never.test(word)) weight -= 2
    else if (own.test(word)) weight += 1
  }
  return Math.max(weight, 0.05)
}
