/** Rules of opening a file in an emergency, as pure functions. That it ends is no rule here but the database's clock. */

export const verdicts = ['justified', 'not-justified'] as const
export type Verdict = (typeof verdicts)[number]
export const glassStates = ['open', 'waiting', 'late', ...verdicts] as const
export type GlassState = (typeof glassStates)[number]

/** Long enough to say what happened: some words, not one word stretched or the same letter over and over. */
export function reasonIsEnough(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return text.length >= 20 && words.length >= 4 && new Set(words.map(word => word.toLowerCase())).size >= 3
}

interface Times {
  endsAt: string
  endedAt?: string | undefined
  reviewDue: string
  verdict?: Verdict | undefined
}

/** @param now ISO 8601 @param today the day at the node */
export function stateOf(one: Times, now: string, today: string): GlassState {
  if (one.verdict) return one.verdict
  if (!one.endedAt && one.endsAt > now) return 'open'
  return one.reviewDue < today ? 'late' : 'waiting'
}
