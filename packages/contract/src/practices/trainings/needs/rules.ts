/**
 * Who lacks what, in which language: what agencies say their staff need, against those who took part since. Numbers of staff only;
 * it judges nobody. Pure.
 */
import type { Domain } from '../../../domains.ts'
import type { Profession } from '../common.ts'

export interface NeedLine {
  /** The state of who answered; absent for organisations of none. */
  country?: string | undefined
  /** The day on which that was so: whoever was trained earlier is not counted against it. */
  asOf: string
  profession: Profession
  domain: Domain
  language: string
  people: number
  by: string
}

export interface TrainedLine {
  country?: string | undefined
  profession: Profession
  language: string
  domains: readonly Domain[]
  /** Last day of the training. */
  until: string
  people: number
}

export interface Gap {
  country?: string | undefined
  profession: Profession
  domain: Domain
  language: string
  needed: number
  trained: number
  /** Never below nought. */
  missing: number
  /** The earliest day by which somebody needs it. */
  by: string
}

const keyOf = (one: Pick<Gap, 'country' | 'profession' | 'domain' | 'language'>) =>
  [one.country ?? '', one.profession, one.domain, one.language].join(' ')

/** The largest lack first; what is covered last. A training about no domain in particular is about all of them. */
export function gaps(needs: readonly NeedLine[], trained: readonly TrainedLine[]): Gap[] {
  const found = new Map<string, Gap & { since: string }>()
  for (const { country, profession, domain, language, people, by, asOf } of needs) {
    const key = keyOf({ country, profession, domain, language })
    const known = found.get(key)
    if (!known) {
      const one = { country, profession, domain, language, needed: people, trained: 0, missing: people, by }
      found.set(key, { ...one, since: asOf })
      continue
    }
    known.needed += people
    if (by < known.by) known.by = by
    if (asOf < known.since) known.since = asOf
  }
  const all = [...found.values()].map(({ since, ...gap }) => {
    const fits = (one: TrainedLine) =>
      one.country === gap.country &&
      one.profession === gap.profession &&
      one.language === gap.language &&
      one.until >= since &&
      (one.domains.length === 0 || one.domains.includes(gap.domain))
    const sum = trained.filter(fits).reduce((total, one) => total + one.people, 0)
    return { ...gap, trained: sum, missing: Math.max(0, gap.needed - sum) }
  })
  return all.toSorted(
    (one, other) =>
      other.missing - one.missing || one.by.localeCompare(other.by) || keyOf(one).localeCompare(keyOf(other)),
  )
}
