/** To whom guidance applies: a whole domain or all, an age range or every age. Says what may fit, and decides nothing about anybody. */
import type { Domain } from '../domains.ts'

export interface Ages {
  from?: number | undefined
  to?: number | undefined
}

export interface Reach {
  domains: readonly string[]
  ages: Ages
}

/** Somebody's age as far as it is known: the youngest and the oldest that they can be. */
export interface KnownAge {
  min: number
  max: number
}

/** An age that is not known exactly fits where any age that it allows does; one that is not known at all does not. */
export function appliesToAge({ ages }: Pick<Reach, 'ages'>, age: KnownAge | null): boolean {
  if (ages.from === undefined && ages.to === undefined) return true
  return age !== null && age.max >= (ages.from ?? 0) && age.min <= (ages.to ?? Number.POSITIVE_INFINITY)
}

export const appliesToDomain = ({ domains }: Pick<Reach, 'domains'>, domain: Domain): boolean =>
  domains.length === 0 || domains.includes(domain)

export const guidanceStates = ['in-force', 'superseded', 'withdrawn'] as const
export type GuidanceState = (typeof guidanceStates)[number]

/** How far a state, or a node of it, has come with putting it into practice. */
export const useStates = ['planned', 'in-use', 'not-applicable'] as const
export type UseState = (typeof useStates)[number]
