/**
 * Compares two names: gathers the evidence and turns it into a score and a decision.
 * `score` turns bits into 0..1 the same way everywhere; `matchThreshold` is the one decision.
 */
import type { NameFrequencies } from './frequencies.ts'
import { type NameEvidence, nameEvidence } from './nameEvidence.ts'
import type { NameInput } from '../parse.ts'
import { type PreparedName, prepareName } from './prepare.ts'
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

/**
 * Other given names are never outweighed: brothers and sisters share everything else.
 * @param dated the birth dates agree to the day, which makes a slip in the given name likelier than a twin
 */
export function cappedScore(bits: number, evidence: NameEvidence, dated = false): number {
  const score = scoreOf(bits)
  if (evidence.givenContradicted === 2) return Math.min(score, 0.3)
  if (evidence.givenContradicted === 1 || evidence.secondOnly) return Math.min(score, dated ? 0.75 : 0.65)
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
