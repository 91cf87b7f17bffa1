/** How far a claim is, and what may be said of it next. Every state follows from a step that somebody recorded. */
export const claimStates = ['applies', 'not', 'asked', 'given', 'refused', 'appealed', 'ended'] as const
export type ClaimState = (typeof claimStates)[number]

export const claimSteps = [...claimStates, 'word'] as const
export type ClaimStep = (typeof claimSteps)[number]

const next: Readonly<Record<ClaimState | 'open', readonly ClaimState[]>> = {
  // Nobody has looked yet; a family may have had it before they came.
  open: ['applies', 'asked', 'given', 'not'],
  applies: ['asked', 'given', 'not'],
  not: ['applies'],
  asked: ['given', 'refused', 'ended'],
  refused: ['appealed', 'asked', 'ended'],
  appealed: ['given', 'refused', 'ended'],
  given: ['ended'],
  ended: ['applies'],
}
/** `undefined`: nobody has looked. A word can be said of whatever somebody looked at. */
export const stepsOf = (state: ClaimState | undefined): readonly ClaimStep[] =>
  state ? [...next[state], 'word'] : next.open

/** Steps that say nothing without a reason. */
export const needsWords = (what: ClaimStep): boolean => ['not', 'refused', 'ended', 'word'].includes(what)

/** Somebody waits for an office. */
export const waits = (state: ClaimState): boolean => state === 'asked' || state === 'appealed'
