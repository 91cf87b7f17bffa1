/** Is a word a given name of the region, perhaps with the ending of a case? Only ever asked beside an age or a word for somebody. */
import { givenNames } from '../../names/tables/givenNames.ts'
import { fold } from './words.ts'

// Names of beliefs and months, and words that begin many a sentence.
const notNames = new Set(
  'сарвар sarvar ислам islam islom ыслам ислом май мая may iman иман имон дин din vera вера надежда мир мира mir роза гүл gul умед umid umed умид'.split(
    ' ',
  ),
)

const known: ReadonlySet<string> = new Set(
  givenNames
    .flatMap(line => line.split(' '))
    .map(fold)
    .filter(name => name.length > 2 && !notNames.has(name)),
)

const endings: ReadonlySet<string> = new Set(
  (
    'а у ы и е ю я ой ей ом ем нің ның дің дың тің тың ға ге қа ке ды ді ты ті ны ні дан ден тан тен мен бен ' +
    'нын нин дын дин тын тин га ка ды ди ты ти да де та те ро ҳо s ning ni ga ka da dan ' +
    'nyň niň yň iň ny ni a e y i dan den da de'
  ).split(' '),
)

export function isGivenName(key: string): boolean {
  if (known.has(key)) return true
  for (let cut = 1; cut <= 4 && key.length - cut >= 3; cut++) {
    const stem = key.slice(0, -cut)
    if (endings.has(key.slice(-cut)) && (known.has(stem) || known.has(`${stem}а`))) return true
  }
  return false
}
