/**
 * Compares two persons by what a register knows of them: names, birth date, sex, place and kin.
 * It proposes, people decide: nothing here merges anybody, and no part of it concerns conduct or belief.
 */
import { type BirthDate, compareBirthDates, readBirthDate } from './birthDate.ts'
import { bestNameEvidence, cappedScore, type Comparison, matchThreshold, priorBits } from './compareNames.ts'
import type { NameEvidence } from './nameEvidence.ts'
import { foldName } from '../fold.ts'
import type { NameFrequencies } from './frequencies.ts'
import type { NameFields, NameInput } from '../parse.ts'
import { type NameCache, nameCache, type PreparedName, prepareName } from './prepare.ts'
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
  /** Code of the region or district, as the register at hand has it. */
  area?: string | undefined
  kin?: readonly KinFields[] | undefined
}

export interface PreparedPerson {
  name: PreparedName
  birthDate: BirthDate | undefined
  sex: 'f' | 'm' | ''
  /** Folded words of the place. */
  place: readonly string[]
  /** Code of the region. */
  region: string
  kin: readonly { relation: string; name: PreparedName }[]
}

export function preparePerson(
  person: PersonFields,
  frequencies?: NameFrequencies,
  cache: NameCache = nameCache(),
): PreparedPerson {
  return {
    name: prepareName(person, frequencies, cache),
    birthDate: readBirthDate(person.birthDate),
    sex: readSex(person.sex),
    place: foldName(person.place ?? '')
      .split(' ')
      .filter(word => word.length > 2),
    // A district lies behind a dot: people of one region are near enough to be one.
    region: person.area?.split('.')[0] ?? '',
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
/** Mothers and fathers are one each; people have several children, and marry twice. */
const otherParent = -15
const otherRelative = -4
/** Beside another contradiction a place speaks against, too; alone it does not: people move. */
const otherPlace = -0.5
const otherPlaceToo = -7

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
  bits += sexBits(one, other, reasons) + kinBits(one, other, reasons)
  // Last, since it weighs by what was said before.
  bits += placeBits(one, other, reasons)
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
  const same = samePlace(a, b)
  if (same === undefined) return 0
  if (same) {
    reasons.push({ code: 'place-same', kind: 'for' })
    return a.place.length > 0 ? 1.5 : 0.5
  }
  // Somebody who moved and took another name is the same mother's daughter.
  const doubted = reasons.some(({ kind }) => kind === 'against')
  const vouched = reasons.some(({ code }) => code === 'kin-same')
  if (doubted && !vouched) {
    reasons.push({ code: 'place-differs-too', kind: 'against' })
    return otherPlaceToo
  }
  reasons.push({ code: 'place-differs', kind: 'none' })
  return otherPlace
}

/** Nothing where one side does not say. */
function samePlace(a: PreparedPerson, b: PreparedPerson): boolean | undefined {
  if (a.place.length > 0 && b.place.length > 0) return a.place.some(word => b.place.includes(word))
  return a.region === '' || b.region === '' ? undefined : a.region === b.region
}

function kinBits(a: PreparedPerson, b: PreparedPerson, reasons: Reason[]): number {
  let bits = 0
  for (const relation of new Set(a.kin.map(kin => kin.relation))) {
    const found = nearestKin(relation, a, b)
    if (!found) continue
    const { evidence, mine, theirs } = found
    const textOf = (name: PreparedName) => name.words.map(({ word }) => word.text).join(' ')
    const params = { relation, a: textOf(mine), b: textOf(theirs) }
    if (evidence.givenContradicted === 2) {
      bits += relation === 'mother' || relation === 'father' ? otherParent : otherRelative
      reasons.push({ code: 'kin-differs', kind: 'against', params })
    } else if (evidence.givenAgrees && evidence.bits > 2) {
      bits += Math.min(6, evidence.bits)
      reasons.push({ code: 'kin-same', kind: 'for', params })
    }
  }
  return Math.max(-20, Math.min(10, bits))
}

/** Of several children one in common is enough: the likeliest two relatives of a kind are compared. */
function nearestKin(relation: string, a: PreparedPerson, b: PreparedPerson) {
  let best: { evidence: NameEvidence; mine: PreparedName; theirs: PreparedName } | undefined
  for (const mine of a.kin) {
    if (mine.relation !== relation) continue
    for (const theirs of b.kin) {
      if (theirs.relation !== relation) continue
      const evidence = bestNameEvidence(mine.name, theirs.name)
      if (!best || worth(evidence) > worth(best.evidence))
        best = { evidence, mine: mine.name, theirs: theirs.name }
    }
  }
  return best
}

// A brother of the same family name shares more bits with a brother than a wife who kept hers with herself.
const worth = ({ givenContradicted, bits }: NameEvidence) => bits - 20 * givenContradicted
