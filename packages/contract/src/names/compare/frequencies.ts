/**
 * How much the agreement of a name tells: a rare name more than a frequent one.
 * Shares come from the register at hand (`countNames`). Without one, listed given names count as frequent,
 * a few as very frequent and all others as rare: an assumption stated here and in docs/names.md,
 * not a statistic.
 */
import { countedAs, type NameInput, parseName, type Role } from '../parse.ts'
import { skeleton } from '../skeleton.ts'

export interface NameFrequencies {
  /**
   * @param name the name as `countedAs` gives it
   * @param listed whether it is a listed given name
   * @returns the share of persons who bear it, 0..1
   */
  share: (name: string, role: Role, listed: boolean) => number
}

const veryFrequent = new Set(
  'muhammad ahmad fatima aisha mariam abdulla ali umar ibrahim iusuf maria anna aleksandr'.split(' '),
)

/** Used when no register is at hand. */
export const assumedFrequencies: NameFrequencies = {
  share(name, role, listed) {
    if (role === 'family') return 1 / 800
    if (veryFrequent.has(name)) return 1 / 40
    return listed ? 1 / 150 : 1 / 600
  },
}

/** Shares counted in a register. A name never met counts as if met once. */
export function countNames(names: Iterable<NameInput>): NameFrequencies {
  const counts = new Map<string, number>()
  let total = 0
  for (const name of names) {
    total++
    const seen = new Set(
      parseName(name)
        .words.filter(word => !word.initial)
        .map(countedAs),
    )
    for (const counted of seen) counts.set(counted, (counts.get(counted) ?? 0) + 1)
  }
  // In a small register one meeting proves little, so it never counts for fewer than 200 persons.
  const persons = Math.max(total, 200)
  return { share: name => Math.max(1, counts.get(name) ?? 0) / persons }
}

/**
 * Shares in a register that counts its search keys and keeps those that at least `least` persons bear: `counts` holds
 * the counted ones among the keys of the names at hand. Names that sound alike are counted together.
 */
export function countedFrequencies(
  counts: ReadonlyMap<string, number>,
  register: number,
  least: number,
): NameFrequencies {
  const persons = Math.max(register, 200)
  return {
    share: (name, _role, listed) =>
      (counts.get(listed ? `g:${name}` : `s:${skeleton(name)}`) ?? least - 1) / persons,
  }
}

/** Bits of evidence in agreeing on a name borne by this share of persons, between 3 and 12. */
export const bitsOf = (share: number): number => Math.min(12, Math.max(3, -Math.log2(share)))
