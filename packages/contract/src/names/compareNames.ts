/**
 * Compares two names word by word and adds up the evidence in bits: what agrees speaks for, what is
 * contradicted speaks against, what one side omits says nothing.
 * `score` turns bits into 0..1 the same way everywhere; `matchThreshold` is the one decision.
 */
import type { NameFrequencies } from './frequencies.ts'
import { matchForms, matchWords, roleFactor, type WordMatch, type WordVerdict } from './matchWords.ts'
import type { NameInput, Role } from './parse.ts'
import { type PreparedName, type PreparedWord, prepareName } from './prepare.ts'
import type { Reason } from './reasons.ts'

export interface Comparison {
  /** 0..1; see `scoreOf`. */
  score: number
  match: boolean
  reasons: Reason[]
}

/** From this score on two names or persons count as one, until a person decides. */
export const matchThreshold = 0.7

/** What has to be outweighed before anything counts as the same. */
export const priorBits = -2

/** Every two bits double the odds; no evidence at all is below one half. */
export const scoreOf = (bits: number): number => 1 / (1 + 2 ** (-bits / 2))

export interface NameEvidence {
  bits: number
  /** The given names agree well enough to speak of one person. */
  givenAgrees: boolean
  /** 0 no, 1 alike but not the same, 2 clearly other given names. */
  givenContradicted: 0 | 1 | 2
  reasons: Reason[]
}

const penalties: Readonly<Record<Role, number>> = { given: 14, family: 6, patronymic: 9, unknown: 9 }

interface Pair {
  a: PreparedWord
  b: PreparedWord
  match: WordMatch
}

export function compareNames(
  a: NameInput | PreparedName,
  b: NameInput | PreparedName,
  options: { frequencies?: NameFrequencies } = {},
): Comparison {
  const evidence = bestNameEvidence(ready(a, options.frequencies), ready(b, options.frequencies))
  const score = cappedScore(priorBits + evidence.bits, evidence)
  return { score, match: score >= matchThreshold, reasons: evidence.reasons }
}

const ready = (name: NameInput | PreparedName, frequencies?: NameFrequencies) =>
  typeof name === 'object' && 'words' in name ? name : prepareName(name, frequencies)

/** Other given names are never outweighed: brothers and sisters share everything else. */
export function cappedScore(bits: number, evidence: NameEvidence): number {
  const score = scoreOf(bits)
  if (evidence.givenContradicted === 2) return Math.min(score, 0.3)
  if (evidence.givenContradicted === 1) return Math.min(score, 0.75)
  return evidence.givenAgrees ? score : Math.min(score, 0.6)
}

/** The evidence of the best pair among all names that the two persons go by. */
export function bestNameEvidence(a: PreparedName, b: PreparedName): NameEvidence {
  let best = nameEvidence(a, b)
  if (a.others.length + b.others.length === 0) return best
  for (const nameA of [a, ...a.others]) {
    for (const nameB of [b, ...b.others]) {
      if (nameA.words.length === 0 || nameB.words.length === 0) continue
      const evidence = nameEvidence(nameA, nameB)
      if (cappedScore(evidence.bits, evidence) > cappedScore(best.bits, best)) best = evidence
    }
  }
  return best
}

function nameEvidence(a: PreparedName, b: PreparedName): NameEvidence {
  const evidence: NameEvidence = { bits: 0, givenAgrees: false, givenContradicted: 0, reasons: [] }
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
  judgeGiven(evidence, pairs)
  return evidence
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
      const factor = roleFactor(a.word.role, b.word.role)
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
  const known = a === 'unknown' ? b : a
  return known === 'unknown' ? 'name' : known
}

function addAgreement(evidence: NameEvidence, { a, b, match }: Pair): void {
  const roleA = a.word.role
  const roleB = b.word.role
  const bits = Math.min(a.bits, b.bits) * match.quality * roleFactor(roleA, roleB)
  const crossed = roleA !== roleB && roleA !== 'unknown' && roleB !== 'unknown'
  evidence.bits += a.word.minor && b.word.minor ? Math.min(bits, 1) : bits
  const params = { a: a.word.text, b: b.word.text }
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
    if (!first.joined || !second || usedA.has(first) || usedA.has(second)) continue
    for (const one of b.words) {
      if (usedB.has(one) || one.word.initial) continue
      const match = matchForms(first.joined, one.whole, first.word.arabic || one.word.arabic)
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
    const at = openB.findIndex(b => clash(a.word.role, b.word.role))
    const b = openB[at]
    if (!b) addOmission(evidence, a)
    else {
      openB.splice(at, 1)
      addContradiction(evidence, a, b)
    }
  }
  for (const b of openB) addOmission(evidence, b)
}

const clash = (a: Role, b: Role) => a === b || a === 'unknown' || b === 'unknown'

function addOmission(evidence: NameEvidence, word: PreparedWord): void {
  const role = roleOf(word.word.role, word.word.role)
  evidence.reasons.push({ code: `${role}-omitted`, kind: 'none', params: { a: word.word.text } })
}

function addContradiction(evidence: NameEvidence, a: PreparedWord, b: PreparedWord): void {
  const role = roleOf(a.word.role, b.word.role)
  const initial = a.word.initial || b.word.initial
  const alike = !initial && matchWords(a, b).verdict === 'doubtful'
  const full = penalties[role === 'name' ? 'unknown' : role]
  evidence.bits -= initial ? 5 : alike ? full * 0.35 : full
  if (role === 'given' || role === 'name') {
    evidence.givenContradicted = alike || initial ? (evidence.givenContradicted === 2 ? 2 : 1) : 2
  }
  evidence.reasons.push({
    code: `${role}-${initial ? 'initial-differs' : alike ? 'doubtful' : 'differs'}`,
    kind: 'against',
    params: { a: a.word.text, b: b.word.text },
  })
}

/** A family name alone is many persons; a given name, or initials with a family name, can be one. */
function judgeGiven(evidence: NameEvidence, pairs: Pair[]): void {
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
  if ((initials > 0 && families > 0) || swapped > 1) evidence.givenAgrees = true
  if (!evidence.givenAgrees && evidence.givenContradicted === 0) {
    evidence.reasons.push({ code: 'no-given-name', kind: 'none' })
  }
  const inA = [...pairs].sort((one, other) => one.a.at - other.a.at)
  if (inA.some(({ b }, at) => b.at < (inA[at - 1]?.b.at ?? 0))) {
    evidence.reasons.push({ code: 'order-differs', kind: 'none' })
  }
}
