/**
 * What somebody typed into the search box: a number, or a name and perhaps a birth date beside it.
 * Nothing here guesses more than it can show: the answer goes back to the screen.
 */
import { foldName, parseName, queryKeys } from '@kerege/contract/names/index'
import { BirthDate, type UnderstoodQuery } from '@kerege/contract/people/schema'
import { digits, numberQuery, plain } from './words.ts'

export interface Query {
  /** The name without what stood beside it; empty when a number was typed. */
  name: string
  birth?: BirthDate
  /** Words of people.tokens to look for, exactly, by their beginning, or nearly. */
  words: string[]
  keys: string[]
  /** Folded letters that stand for a whole word. */
  initials: string[]
  understood: UnderstoodQuery
}

/** Eight words are enough to know somebody. */
const mostWords = 8

export function readQuery(text: string): Query {
  const { name, birth } = takeBirth(text)
  if (isNumber(text) && !(birth && isWord(name))) {
    const number = text.trim()
    return {
      name: '',
      words: numberQuery(text),
      keys: [],
      initials: [],
      understood: { words: [], number },
    }
  }
  const parsed = parseName(name)
  const typed = name.split(/[\s,.]+/).filter(Boolean)
  const folded = foldName(name).split(' ').filter(Boolean)
  const words = folded.length > 0 ? folded : [plain(name)].filter(Boolean)
  return {
    name,
    ...(birth ? { birth } : {}),
    words: [...new Set(words.filter(word => word.length > 1 || words.length === 1))].slice(0, mostWords),
    keys: queryKeys(name),
    initials: parsed.words.filter(word => word.initial).map(word => foldName(word.text)),
    understood: {
      words: parsed.words.map(({ text, role, initial }) => ({ text: asTyped(typed, text), role, initial })),
      ...(birth ? { birth } : {}),
    },
  }
}

function isNumber(text: string): boolean {
  const bare = text.replace(/\s/g, '')
  const number = digits(text)
  return number.length >= 4 && number.length >= bare.length - 4
}

/** "Алия 2017" is a name and a year, "KA 2017" the beginning of a number. */
const isWord = (text: string) => /^[\p{L}\s]{3,}$/u.test(text)

const dates = [
  /(?<![\d.])(?<day>\d{1,2})[./](?<month>\d{1,2})[./](?<year>(?:19|20)\d\d)(?!\d)/,
  /(?<!\d)(?<year>(?:19|20)\d\d)-(?<month>\d{2})(?:-(?<day>\d{2}))?(?!\d)/,
  /(?<!\d)(?<year>(?:19|20)\d\d)(?!\d)/,
]

/** Takes a year or a date from beside a name. */
function takeBirth(text: string): { name: string; birth: BirthDate | undefined } {
  for (const pattern of dates) {
    const found = pattern.exec(text)
    if (!found) continue
    const birth = birthOf(found.groups ?? {})
    if (birth) return { name: text.replace(found[0], ' ').trim(), birth }
  }
  return { name: text, birth: undefined }
}

function birthOf({ year = '', month, day }: Partial<Record<string, string>>): BirthDate | undefined {
  const two = (number: string) => number.padStart(2, '0')
  const read = BirthDate.safeParse(
    month === undefined
      ? { precision: 'year', year: Number(year) }
      : day === undefined
        ? { precision: 'month', month: `${year}-${two(month)}` }
        : { precision: 'day', date: `${year}-${two(month)}-${two(day)}` },
  )
  return read.success ? read.data : undefined
}

/** The library folds to small letters; what is shown is what was typed. */
function asTyped(typed: readonly string[], text: string): string {
  return text
    .split(' ')
    .map(word => typed.find(one => one.toLowerCase() === word) ?? word)
    .join(' ')
}
