/**
 * Compares two persons by what a register knows of them: names, birth date, sex, place and kin.
 * It proposes, people decide: nothing here merges anybody, and no part of it concerns conduct or belief.
 */
import { type BirthDate, compareBirthDates, readBirthDate } from './birthDate.ts'
import { bestNameEvidence, cappedScore, type Comparison, matchThreshold, priorBits } from './compareNames.ts'
import { foldName } from '../fold.ts'
import type { NameFrequencies } from './frequencies.ts'
import type { NameFields, NameInput } from '../parse.ts'
import { type FormCache, type PreparedName, prepareName } from './prepare.ts'
import type { Reason } from './reasons.ts'

export interface KinFields {
  /** `mother`, `father`, `spouse`, `child` … ; equal words are compared with each other. */
  relation: string
  name: NameInput
}

export interface PersonFields extends NameFields {
  /** See `readBirthDate`: a day, a month or a year. */
  birthDate?: string | undefined
  sex?: string | undefined
  place?: string | undefined
  kin?: readonly KinFields[] | undefined
}

export interface PreparedPerson {
  name: PreparedName
  birthDate: BirthDate | undefined
  sex: 'f' | 'm' | ''
  /** Folded words of the place. */
  place: readonly string[]
  kin: readonly { relation: string; name: PreparedName }[]
}

export function preparePerson(
  person: PersonFields,
  frequencies?: NameFrequencies,
  cache: FormCache = new Map(),
): PreparedPerson {
  return {
    name: prepareName(person, frequencies, cache),
    birthDate: readBirthDate(person.birthDate),
    sex: readSex(person.sex),
    place: foldName(person.place ?? '')
      .split(' ')
      .filter(word => word.length > 2),
    kin: (person.kin ?? []).slice(0, 12).map(({ relation, name }) => ({
      relation: relation.toLowerCase(),
      name: prepareName(name, frequencies, cache),
    })),
  }
}

const female = new Set([
  'f',
  'female',
  'w',
  'woman',
  'girl',
  'ж',
  'жен',
  'женский',
  'әйел',
  'аял',
  'зан',
  'ayol',
  'zenan',
  '2',
])
const male = new Set([
  'm',
  'male',
  'man',
  'boy',
  'м',
  'муж',
  'мужской',
  'ер',
  'эркек',
  'мард',
  'erkak',
  'erkek',
  '1',
])

export function readSex(text: string | undefined): 'f' | 'm' | '' {
  const word = (text ?? '').trim().toLowerCase().replace(/\.$/, '')
  if (female.has(word)) return 'f'
  return male.has(word) ? 'm' : ''
}

/** However many words agree, a name alone never outweighs another birth year. */
const mostNameBits = 14
const otherMother = -15
const otherKin = -6

export function comparePersons(
  a: PersonFields | PreparedPerson,
  b: PersonFields | PreparedPerson,
  options: { frequencies?: NameFrequencies } = {},
): Comparison {
  const one = ready(a, options.frequencies)
  const other = ready(b, options.frequencies)
  const names = bestNameEvidence(one.name, other.name)
  const reasons = names.reasons
  let bits = priorBits + Math.min(mostNameBits, names.bits)
  const date = compareBirthDates(one.birthDate, other.birthDate)
  if (date) {
    bits += date.bits
    reasons.push(date.reason)
  }
  bits += sexBits(one, other, reasons) + placeBits(one, other, reasons) + kinBits(one, other, reasons)
  const score = cappedScore(bits, names, date?.reason.code === 'birth-date-same')
  return { score, match: score >= matchThreshold, reasons }
}

const ready = (person: PersonFields | PreparedPerson, frequencies?: NameFrequencies): PreparedPerson =>
  typeof person.name === 'object' && 'place' in person && Array.isArray(person.place)
    ? (person as PreparedPerson) // only prepared persons hold their place as words
    : preparePerson(person as PersonFields, frequencies)

function sexBits(a: PreparedPerson, b: PreparedPerson, reasons: Reason[]): number {
  if (a.sex === '' || b.sex === '') return 0
  if (a.sex === b.sex) {
    reasons.push({ code: 'sex-same', kind: 'for' })
    return 0.5
  }
  reasons.push({ code: 'sex-differs', kind: 'against' })
  return -12
}

function placeBits(a: PreparedPerson, b: PreparedPerson, reasons: Reason[]): number {
  if (a.place.length === 0 || b.place.length === 0) return 0
  if (a.place.some(word => b.place.includes(word))) {
    reasons.push({ code: 'place-same', kind: 'for' })
    return 1.5
  }
  reasons.push({ code: 'place-differs', kind: 'none' })
  return -0.5
}

function kinBits(a: PreparedPerson, b: PreparedPerson, reasons: Reason[]): number {
  let bits = 0
  for (const kin of a.kin) {
    const partner = b.kin.find(({ relation }) => relation === kin.relation)
    if (!partner) continue
    const evidence = bestNameEvidence(kin.name, partner.name)
    const params = {
      relation: kin.relation,
      a: kin.name.words.map(({ word }) => word.text).join(' '),
      b: partner.name.words.map(({ word }) => word.text).join(' '),
    }
    if (evidence.givenContradicted === 2) {
      // Several children and spouses are usual, several mothers are not.
      bits += kin.relation === 'mother' || kin.relation === 'father' ? otherMother : otherKin / 3
      reasons.push({ code: 'kin-differs', kind: 'against', params })
    } else if (evidence.givenAgrees && evidence.bits > 2) {
      bits += Math.min(6, evidence.bits)
      reasons.push({ code: 'kin-same', kind: 'for', params })
    }
  }
  return Math.max(-20, Math.min(10, bits))
}
