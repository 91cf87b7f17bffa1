/**
 * Operations and camps by name. A state may have told of them, and a practice may need them; on what a school or an employer
 * reads they point at whoever was there. So only ever a second look, and only where everybody may read.
 */
import type { Found } from './finding.ts'
import { wordList } from './patterns.ts'
import { around, type Reading } from './reading.ts'

const plainOperations = wordList('zhusan jusan жусан жусана русафа rusafa')
/** Also ordinary words - kindness, mercy, generous: only with a capital and beside a word for an operation or a number. */
const wordOperations = wordList('mehr mekhr мехр меҳр aikol айкөл айкол meerim мээрим мехр')
const operationWords = wordList(
  'operation* операци* операция* операциясы* амалиёт* operasiýa* operatsiya* amaliyot*',
)
const camps = wordList('hol хол hawl hол roj рож ройж roç')
const campWords = wordList('camp camps лагер* лагерь* лагері* düşelge* lager* qarorgoh* урдугоҳ* ордугоҳ*')
const articles = wordList('al el аль эль әл ал')

export function publicNamesIn(reading: Reading): Found[] {
  const { words } = reading
  return words.flatMap((word, at): Found[] => {
    const code = codeOf(reading, at)
    return code ? [{ kind: 'public-name', severity: 'look', code, from: word.from, to: word.to }] : []
  })
}

function codeOf(reading: Reading, at: number): 'operation-name' | 'camp-name' | undefined {
  const word = reading.words[at]
  if (!word?.capital) return undefined
  if (plainOperations(word.plain)) return 'operation-name'
  if (wordOperations(word.plain) && (near(reading, at, operationWords) || numbered(reading, at))) {
    return 'operation-name'
  }
  const before = reading.words[at - 1]
  if (camps(word.plain) && ((before && articles(before.plain)) || near(reading, at, campWords)))
    return 'camp-name'
  return undefined
}

function numbered(reading: Reading, at: number): boolean {
  const next = reading.words[at + 1]
  return next?.number !== undefined && next.from - (reading.words[at]?.to ?? 0) <= 1
}

function near(reading: Reading, at: number, test: (key: string) => boolean): boolean {
  for (const place of around(reading, at, 2, 2)) if (test(reading.words[place]?.plain ?? '')) return true
  return false
}
