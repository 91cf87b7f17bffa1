/**
 * Which practices and recommendations fit a goal, and why each is offered. Runs on the reader's own device over what it keeps:
 * no server learns of whom somebody was thinking. Says what may be worth reading, and decides nothing about anybody.
 */
import type { Language, MultiText } from '../common.ts'
import type { GivenPractice } from '../exchange/practice.ts'
import { appliesToAge, type KnownAge } from '../guidance/rules.ts'
import type { GoalDomain } from './domains.ts'

export interface Sought {
  domain: GoalDomain
  age?: KnownAge | undefined
  /** Of the reader. */
  language: Language
  /** Where it is to happen, where somebody chose. */
  setting?: string | undefined
}

export interface Practice {
  id: string
  symbol: string
  state: string
  title: MultiText
  given?: Pick<GivenPractice, 'facts' | 'adoption'> | undefined
}
export interface Recommendation {
  id: string
  symbol: string
  state: string
  title: MultiText
  domains: readonly string[]
  ages: { from?: number | undefined; to?: number | undefined }
}

export const whys = ['domain', 'age', 'setting', 'language', 'worked'] as const
export type Why = (typeof whys)[number]

export interface Offer {
  source: 'practice' | 'guidance'
  id: string
  symbol: string
  title: MultiText
  why: Why[]
  /** Places that said it worked there. */
  worked: number
}

/** What speaks of the domain, contradicts neither the age nor the place, and what more speaks for comes first. */
export function offersFor(
  sought: Sought,
  practices: readonly Practice[],
  guidance: readonly Recommendation[],
): Offer[] {
  const found = [
    ...guidance.flatMap(one => (one.state === 'in-force' ? offer(sought, 'guidance', one, [], 0) : [])),
    ...practices.flatMap(({ given, ...one }) =>
      one.state === 'published' && given
        ? offer(
            sought,
            'practice',
            { ...one, domains: given.facts.domains, ages: given.facts.ages },
            given.facts.settings,
            given.adoption?.worked ?? 0,
          )
        : [],
    ),
  ]
  return found.toSorted(
    (one, other) =>
      other.why.length - one.why.length || other.worked - one.worked || (one.symbol < other.symbol ? -1 : 1),
  )
}

type Reach = Pick<Recommendation, 'id' | 'symbol' | 'title' | 'domains' | 'ages'>

function offer(
  { domain, age, language, setting }: Sought,
  source: Offer['source'],
  { id, symbol, title, domains, ages }: Reach,
  settings: readonly string[],
  worked: number,
): Offer[] {
  // What is for every part of life says nothing about this goal.
  if (!domains.includes(domain)) return []
  const bounded = ages.from !== undefined || ages.to !== undefined
  if (bounded && age && !appliesToAge({ ages }, age)) return []
  if (setting && settings.length > 0 && !settings.includes(setting)) return []
  const why: Why[] = [
    'domain',
    ...(bounded && age ? (['age'] as const) : []),
    ...(setting && settings.includes(setting) ? (['setting'] as const) : []),
    ...(title[language] ? (['language'] as const) : []),
    ...(worked > 0 ? (['worked'] as const) : []),
  ]
  return [{ source, id, symbol, title, why, worked }]
}
