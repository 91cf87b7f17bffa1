/**
 * What two names say for and against being one, word by word, in bits: what agrees speaks for, what is
 * contradicted speaks against, what one side omits says nothing.
 */
import { matchForms, matchWords, pairFactor, type WordMatch, type WordVerdict } from './matchWords.ts'
import type { Role } from '../parse.ts'
import type { PreparedName, PreparedWord } from './prepare.ts'
import type { Reason } from './reasons.ts'
import { spaceMoved } from './spaceMoved.ts'

export interface NameEvidence {
  bits: number
  /** The given names agree well enough to speak of one person. */
  givenAgrees: boolean
  /** 0 no, 1 alike but not the same, 2 clearly other given names. */
  givenContradicted: 0 | 1 | 2
  /** Only a further given name agrees, the first has no counterpart: it may be the father's. */
  secondOnly: boolean
  reasons: Reason[]
}

const penalties: Readonly<Record<Role, number>> = { given: 14, family: 6, patronymic: 9, unknown: 9 }

interface Pair {
  a: PreparedWord
  b: PreparedWord
  match: WordMatch
}

/** Goes through both names once: agreements, words grown together, and what is left over. */
export function nameEvidence(a: PreparedName, b: PreparedName): NameEvidence {
  const evidence: NameEvidence = {
    bits: 0,
    givenAgrees: false,
    givenContradicted: 0,
    secondOnly: false,
    reasons: [],
  }
  if (a.words.length === 0 || b.words.length === 0) {
    evidence.reasons.push({ code: 'no-name', kind: 'none' })
    return evidence
  }
  const usedA = new Set<PreparedWord>()
  const usedB = new Set<PreparedWord>()
  const pairs = pairUp(a.words, b.words, usedA, usedB)
  for (const pair of pairs) addAgreement(evidence, pair)
  addJoined(evidence, a, b, usedA, usedB)
  addJoined(evidence, b, a, usedB, usedA)
  addRest(
    evidence,
    a.words.filter(word => !usedA.has(word)),
    b.words.filter(word => !usedB.has(word)),
  )
  judgeGiven(evidence, pairs, a.words.length + b.words.length === 2 * pairs.length)
  evidence.secondOnly = isSecondOnly(a, b, pairs) || isSecondOnly(b, a, pairs)
  const moved = evidence.givenContradicted === 0 ? undefined : spaceMoved(a, b)
  return moved ? { ...moved, givenAgrees: true, givenContradicted: 0, secondOnly: false } : evidence
}

/** The best pairs first, each word once. */
function pairUp(
  wordsA: PreparedWord[],
  wordsB: PreparedWord[],
  usedA: Set<PreparedWord>,
  usedB: Set<PreparedWord>,
): Pair[] {
  const found: (Pair & { value: number })[] = []
  for (const a of wordsA) {
    for (const b of wordsB) {
      const factor = pairFactor(a, b)
      if (factor === 0) continue
      const match = matchWords(a, b)
      // Among equals the one in its place: Ali Hasan Ali is not read crosswise.
      if (match.quality > 0)
        found.push({ a, b, match, value: match.quality * factor - 0.01 * Math.abs(a.at - b.at) })
    }
  }
  if (found.length > 1) found.sort((one, other) => other.value - one.value)
  const pairs: Pair[] = []
  for (const pair of found) {
    if (usedA.has(pair.a) || usedB.has(pair.b)) continue
    usedA.add(pair.a)
    usedB.add(pair.b)
    pairs.push(pair)
  }
  return pairs
}

/** Under which word of the reasons a pair is spoken of. */
function roleOf(a: Role, b: Role): 'given' | 'family' | 'patronymic' | 'name' {
  if (a === 'patronymic' || b === 'patronymic') return 'patronymic'
  const known = a === 'unknown' ? b : a
  return known === 'unknown' ? 'name' : known
}

function addAgreement(evidence: NameEvidence, { a, b, match }: Pair): void {
  const roleA = a.word.role
  const roleB = b.word.role
  const bits = Math.min(a.bits, b.bits) * match.quality * pairFactor(a, b)
  const crossed = roleA !== roleB && roleA !== 'unknown' && roleB !== 'unknown'
  evidence.bits += a.word.minor && b.word.minor ? Math.min(bits, 1) : bits
  const params = { a: a.word.text, b: b.word.text }
  if (
    crossed &&
    (a.word.perhapsFather || b.word.perhapsFather) &&
    (roleA === 'patronymic' || roleB === 'patronymic')
  ) {
    evidence.reasons.push({ code: 'patronymic-unmarked', kind: 'for', params })
    return
  }
  if (crossed) {
    const swapped = roleA === 'given' || roleB === 'given'
    evidence.reasons.push({
      code: swapped ? 'given-family-swapped' : 'patronymic-as-family',
      kind: 'for',
      params,
    })
    return
  }
  const role = roleOf(roleA, roleB)
  let form: WordVerdict | 'other-form' = match.verdict
  const otherEnding = a.word.ending !== b.word.ending || match.byStem
  if (
    otherEnding &&
    (role === 'patronymic' || role === 'family') &&
    (form === 'same' || form === 'spelling')
  ) {
    form = 'other-form'
  }
  evidence.reasons.push({ code: `${role}-${form}`, kind: 'for', params })
  if (Math.min(a.bits, b.bits) < 5.5 && match.verdict !== 'initial') {
    evidence.reasons.push({ code: 'frequent-name', kind: 'none', params })
  }
}

/** Two words of `a` that are one word in `b`: Nur Muhammad and Nurmuhammad. */
function addJoined(
  evidence: NameEvidence,
  a: PreparedName,
  b: PreparedName,
  usedA: Set<PreparedWord>,
  usedB: Set<PreparedWord>,
): void {
  if (usedB.size === b.words.length || a.words.length - usedA.size < 2) return
  for (const first of a.words) {
    const second = a.words[first.at + 1]
    if (!second || usedA.has(first) || usedA.has(second)) continue
    const joined = first.joined()
    if (!joined) continue
    for (const one of b.words) {
      if (usedB.has(one) || one.word.initial) continue
      const match = matchForms(joined, one.whole, first.word.arabic || one.word.arabic)
      if (match.quality < 0.8) continue
      usedA.add(first).add(second)
      usedB.add(one)
      evidence.bits += Math.max(first.bits, one.bits) * match.quality
      if (first.word.role !== 'family' || second.word.role !== 'family') evidence.givenAgrees = true
      const role = roleOf(first.word.role, one.word.role)
      evidence.reasons.push({
        code: `${role}-joined`,
        kind: 'for',
        params: { a: `${first.word.text} ${second.word.text}`, b: one.word.text },
      })
      break
    }
  }
}

/** What found no partner: contradicted where the other side has such a part left too, omitted otherwise. */
function addRest(evidence: NameEvidence, restA: PreparedWord[], restB: PreparedWord[]): void {
  const openB = restB.filter(b => !b.word.minor)
  for (const a of restA) {
    if (a.word.minor) continue
    const at = openB.findIndex(b => clash(a, b))
    const b = openB[at]
    if (!b) addOmission(evidence, a)
    else {
      openB.splice(at, 1)
      addContradiction(evidence, a, b)
    }
  }
  for (const b of openB) addOmission(evidence, b)
}

function clash({ word: a }: PreparedWord, { word: b }: PreparedWord): boolean {
  if (a.role === b.role || a.role === 'unknown' || b.role === 'unknown') return true
  return (a.perhapsFather && b.role === 'patronymic') || (b.perhapsFather && a.role === 'patronymic')
}

function addOmission(evidence: NameEvidence, word: PreparedWord): void {
  const role = roleOf(word.word.role, word.word.role)
  evidence.reasons.push({ code: `${role}-omitted`, kind: 'none', params: { a: word.word.text } })
}

function addContradiction(evidence: NameEvidence, a: PreparedWord, b: PreparedWord): void {
  const role = roleOf(a.word.role, b.word.role)
  const initial = a.word.initial || b.word.initial
  const alike = !initial && matchWords(a, b).verdict === 'doubtful'
  const full = penaltyOf(role, a.word.role === b.word.role)
  evidence.bits -= initial ? 5 : alike ? full * 0.25 : full
  if (role === 'given' || role === 'name') {
    evidence.givenContradicted = alike || initial ? (evidence.givenContradicted === 2 ? 2 : 1) : 2
  }
  evidence.reasons.push({
    code: `${role}-${initial ? 'initial-differs' : alike ? 'doubtful' : 'differs'}`,
    kind: 'against',
    params: { a: a.word.text, b: b.word.text },
  })
}

/** A word of unknown role beside a family or father's name may be the other of the two. */
function penaltyOf(role: 'given' | 'family' | 'patronymic' | 'name', sure: boolean): number {
  if (role === 'name') return penalties.unknown
  if (sure || role === 'given') return penalties[role]
  return role === 'family' ? 3 : 6
}

/**
 * A family name alone is many persons; a given name, or initials with a family name, can be one.
 * @param nothingElse the pairs are all that either side says, so that a bare family name is the whole name
 */
function judgeGiven(evidence: NameEvidence, pairs: Pair[], nothingElse: boolean): void {
  let initials = 0
  let families = 0
  let swapped = 0
  for (const { a, b, match } of pairs) {
    const roles = [a.word.role, b.word.role]
    if (match.verdict === 'initial') initials++
    else if (roles.includes('given') && roles.includes('family')) swapped++
    else if (roles.includes('family')) families++
    else if (!roles.includes('patronymic')) evidence.givenAgrees = true
  }
  if ((families > 0 && (initials > 0 || nothingElse)) || swapped > 1) evidence.givenAgrees = true
  if (!evidence.givenAgrees && evidence.givenContradicted === 0) {
    evidence.reasons.push({ code: 'no-given-name', kind: 'none' })
  }
  const inA = [...pairs].sort((one, other) => one.a.at - other.a.at)
  if (inA.some(({ b }, at) => b.at < (inA[at - 1]?.b.at ?? 0))) {
    evidence.reasons.push({ code: 'order-differs', kind: 'none' })
  }
}

/** Tajik and Arabic lists write the father's name without any mark behind the given name. */
function isSecondOnly(a: PreparedName, b: PreparedName, pairs: readonly Pair[]): boolean {
  const givenOf = ({ words }: PreparedName) =>
    words.filter(({ word }) => word.role === 'given' && !word.initial && !word.minor)
  const several = givenOf(a)
  if (several.length < 2 || givenOf(b).length !== 1) return false
  const first = several[0]?.whole.sounds
  return !pairs.some(pair => pair.a.whole.sounds === first || pair.b.whole.sounds === first)
}
