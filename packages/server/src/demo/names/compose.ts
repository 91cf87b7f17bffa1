/**
 * One invented person's names in every spelling that a file may hold. Errors of lists abroad are made here too:
 * they are what a search across scripts has to live with.
 */
import type { PersonName } from '@kerege/contract/people/schema'
import type { Random } from '../random.ts'
import {
  patronymicText,
  plainPatronymic,
  pools,
  russianPatronymic,
  type Sex,
  type Surname,
  surnameText,
} from './forms.ts'
import { airlineLatin, arabic, russian, uzbekCyrillic } from './spell.ts'

export interface Named {
  readonly surname: Surname
  readonly given: string
  readonly sex: Sex
  /** The father's given name; absent when nobody knows it. */
  readonly father?: string
}

type Use = Pick<PersonName, 'use' | 'source'>

const name = (
  family: string | undefined,
  given: string | undefined,
  patronymic: string | undefined,
  script: PersonName['script'],
  language: string | undefined,
  use: Use,
): PersonName => ({
  ...(family && { family }),
  ...(given && { given }),
  ...(patronymic && { patronymic }),
  script,
  ...(language && { language }),
  ...use,
})

const languageOf = ({ surname }: Named) => pools[surname.tradition].language

/** In the own spelling; in daily use the father's name is mostly left out. */
export function ownName(who: Named, use: Use, full: boolean): PersonName {
  const pool = pools[who.surname.tradition]
  const patronymic = full && who.father ? patronymicText(who.surname, who.father, who.sex) : undefined
  return name(surnameText(who.surname, who.sex), who.given, patronymic, pool.script, pool.language, use)
}

/** In Russian letters, with -ович or with -улы as the office preferred it. */
export function russianName(who: Named, use: Use, ovich: boolean): PersonName {
  const language = languageOf(who)
  const patronymic =
    who.father === undefined || who.surname.form === 'uulu'
      ? undefined
      : ovich
        ? russianPatronymic(who.father, language, who.sex)
        : plainPatronymic(who.surname, who.father, who.sex)
  const family = russian(surnameText(who.surname, who.sex), language)
  return name(family, russian(who.given, language), patronymic, 'Cyrl', 'ru', use)
}

/** Uzbek Cyrillic, as older papers have it. */
export function cyrillicUzbekName(who: Named, use: Use): PersonName {
  const patronymic = who.father && patronymicText(who.surname, who.father, who.sex)
  return name(
    uzbekCyrillic(surnameText(who.surname, who.sex)),
    uzbekCyrillic(who.given),
    patronymic && uzbekCyrillic(patronymic),
    'Cyrl',
    'uz-Cyrl',
    use,
  )
}

const listed: Use = { use: 'other', source: 'list' }

/** As on a passenger list: capitals, no father's name, now and then a slip. */
export function manifestName(who: Named, random: Random): PersonName {
  const language = languageOf(who)
  const slip = (text: string) => (random.chance(0.25) ? slipped(text, random) : text)
  const family = slip(airlineLatin(surnameText(who.surname, who.sex), language))
  const given = slip(airlineLatin(who.given, language))
  // One list in twelve has the two columns the wrong way round.
  return random.chance(1 / 12)
    ? name(given, family, undefined, 'Latn', undefined, listed)
    : name(family, given, undefined, 'Latn', undefined, listed)
}

/** As on a list in Arabic letters: own name, then the father's, and the surname only sometimes. */
export function arabicName(who: Named, random: Random): PersonName {
  const language = languageOf(who)
  const family = random.chance(0.6) ? arabic(surnameText(who.surname, who.sex), language) : undefined
  const father = who.father && random.chance(0.7) ? arabic(who.father, language) : undefined
  const given = random.chance(0.15) ? shortened(arabic(who.given, language)) : arabic(who.given, language)
  return name(family, given, father, 'Arab', 'ar', listed)
}

/** Long vowels that a clerk did not hear. */
const shortened = (text: string) =>
  text.length > 4 ? text.slice(0, 1) + text.slice(1).replace(/[اوي]/, '') : text

const swaps: readonly (readonly [string, string])[] = [
  ...([
    ['Y', 'I'],
    ['I', 'Y'],
    ['KH', 'H'],
    ['ZH', 'J'],
    ['OV', 'OW'],
    ['U', 'O'],
    ['A', 'E'],
    ['G', 'GH'],
  ] as const),
]

/** One slip of a tired clerk: a sound heard otherwise, a letter lost, doubled or out of order. */
function slipped(text: string, random: Random): string {
  const at = random.int(1, Math.max(1, text.length - 2))
  switch (random.int(0, 3)) {
    case 0: {
      const [from, to] = random.pick(swaps.filter(([sound]) => text.includes(sound)).concat([['', '']]))
      return text.replace(from, to)
    }
    case 1:
      return text.length > 4 ? text.slice(0, at) + text.slice(at + 1) : text
    case 2:
      return text.slice(0, at) + text.charAt(at) + text.slice(at)
    default:
      return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
  }
}
