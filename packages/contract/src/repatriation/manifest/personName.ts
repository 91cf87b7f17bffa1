/** A name from a list as parts of a name. Split only where its own endings say how; else it stands whole, as it is written. */
import { parseName, scriptOf } from '../../names/index.ts'
import { PersonName } from '../../people/schema.ts'
import { shownText } from './fold.ts'

type Part = 'family' | 'given' | 'patronymic'
export type NameParts = Partial<Record<Part, string>>

/** Numbers and marks that lists put beside a name. */
const beside = /^[\s\d.)(\-–—•*№#]+|[\s*]+$/g

/** @returns undefined where no letter of a name is left */
export function nameOf(text: string): PersonName | undefined {
  const shown = shownText(text).replace(beside, '').slice(0, 200)
  return /\p{L}/u.test(shown) ? named(partsOf(shown)) : undefined
}

export function nameFrom(parts: NameParts): PersonName | undefined {
  const shown = Object.fromEntries(
    Object.entries(parts)
      .map(([part, text]) => [part, shownText(text).replace(beside, '').slice(0, 120)])
      .filter(([, text]) => /\p{L}/u.test(text ?? '')),
  ) as NameParts // the same keys, fewer of them
  return Object.keys(shown).length > 0 ? named(shown) : undefined
}

function named(parts: NameParts): PersonName | undefined {
  const text = [parts.family, parts.given, parts.patronymic].filter(Boolean).join(' ')
  const made = PersonName.safeParse({ ...parts, script: scriptOf(text), use: 'usual', source: 'list' })
  return made.success ? made.data : undefined
}

/** Each word keeps its letters and goes where the library of names puts it; what it passes over goes with the next. */
function partsOf(text: string): NameParts {
  const { words, family, patronymic } = parseName(text)
  const roles = words.flatMap(word =>
    word.text.split(' ').map(one => ({ text: plain(one), role: word.role })),
  )
  const certain = family.length > 0 || patronymic.length > 0
  if (!certain) return { given: text.replace(/[,،]\s*/g, ' ').trim() }
  const parts: Record<Part, string[]> = { family: [], given: [], patronymic: [] }
  let waiting: string[] = []
  let at = 0
  for (const token of text.split(/[\s,،]+/).filter(Boolean)) {
    const found = roles.findIndex(
      (one, place) => place >= at && one.text !== '' && plain(token).endsWith(one.text),
    )
    const role = found < 0 ? undefined : roles[found]?.role
    waiting.push(token)
    if (role === undefined) continue
    at = found + 1
    parts[role === 'unknown' ? 'given' : role].push(...waiting)
    waiting = []
  }
  parts[parts.patronymic.length > 0 ? 'patronymic' : 'given'].push(...waiting)
  surnameFirst(parts, text)
  return Object.fromEntries(
    Object.entries(parts).flatMap(([part, all]) =>
      all.length > 0 ? [[part, all.join(' ').slice(0, 120)]] : [],
    ),
  )
}

/** Фамилия Имя Отчество: a father's name at the end of three Cyrillic words leaves no other order. */
function surnameFirst({ family, given, patronymic }: Record<Part, string[]>, text: string) {
  const last = patronymic.at(-1)
  if (family.length > 0 || given.length !== 2 || last === undefined || !text.endsWith(last)) return
  if (scriptOf(text) === 'Cyrl') family.push(...given.splice(0, 1))
}

const plain = (word: string) =>
  word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
