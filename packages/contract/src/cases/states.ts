/**
 * The way of a case, as data: which steps there are, who takes them, what has to be there first and when a reason is
 * asked. Pure, for server, browser and device alike. A state is never typed; it follows from steps that somebody took.
 *
 * What a step asks is answered by the program where it can, and else stated by whoever takes the step, in words. A slice
 * that comes to know an answer fills it (server, cases/fills.ts), and then it is no longer stated.
 */
export const caseStates = [
  'arrived',
  'intake',
  'assessment',
  'planning',
  'active',
  'review-due',
  'closing',
  'closed',
  'follow-up',
  'ended',
  'paused',
  'transferred',
  'merged',
] as const
export type CaseState = (typeof caseStates)[number]

/** Nobody works with these any more; whoever needs help again has a new episode. */
export const overStates: readonly CaseState[] = ['ended', 'transferred', 'merged']
export const isOver = (state: CaseState): boolean => overStates.includes(state)

/** From the asking for its end on, what a case taught may be written down for others. */
export const teaches = (state: CaseState): boolean =>
  state === 'closing' || state === 'closed' || state === 'follow-up' || state === 'ended'

/** The joints of the strip, in order. */
export const way = [
  'arrived',
  'intake',
  'assessment',
  'planning',
  'active',
  'review-due',
  'closing',
  'follow-up',
] as const satisfies readonly CaseState[]
export type WayState = (typeof way)[number]

/** Which joint a state stands at; a case that is paused or over stands at none. */
export function joint(state: CaseState): WayState | undefined {
  if (state === 'closed') return 'closing'
  return way.find(one => one === state)
}

/** What has to be there before a step. */
export const guards = [
  'worker', // somebody works with the family
  'reachable', // a way to reach them is written down
  'home', // the household they live in is written down
  'birth', // somebody asked when they were born, be the answer exact or not
  'consent', // asked for: who may hear of them
  'intake-form', // the first talk is handed in as a form
  'needs', // the needs of today are looked at
  'plan-agreed', // the family says yes to its plan
  'plan-approved', // a second person let it come into force
  'review', // what changed since the plan is written down
  'goals', // each goal has an outcome, in the worker's words and in the family's
  'follow-up', // days of looking in again
  'last-look', // somebody looked in on the last of them
  'search', // how the family is looked for, while it cannot be found
  'accepted', // the other side takes the case over
] as const
export type Guard = (typeof guards)[number]

/** Stated in words by whoever takes the step, as long as no slice answers them. */
export const statedGuards = [
  'consent',
  'needs',
  'plan-agreed',
  'review',
  'goals',
  'search',
  'accepted',
] as const satisfies readonly Guard[]
export type StatedGuard = (typeof statedGuards)[number]
export const isStated = (guard: Guard): guard is StatedGuard => statedGuards.some(one => one === guard)

/** Why a case closes. */
export const outcomes = [
  'stands-alone', // the family needs no file any more
  'help-elsewhere',
  'family-wish',
  'moved-away',
  'not-found',
  'died',
] as const
export type Outcome = (typeof outcomes)[number]

/** `worker`: who works with the family. `lead`: who gives cases out. `program`: it follows from something else. */
export type Taker = 'worker' | 'lead' | 'program'

export interface CaseStep {
  readonly from: CaseState
  readonly to: CaseState
  readonly by: Taker
  readonly guards: readonly Guard[]
  /** Good to have before it. Who goes on without is not held up. */
  readonly advised: readonly Guard[]
  /** The next colleague must be able to read why. */
  readonly reason: boolean
}

const step = (
  from: CaseState,
  to: CaseState,
  by: Taker,
  needs: readonly Guard[] = [],
  reason = false,
  advised: readonly Guard[] = [],
): CaseStep => ({ from, to, by, guards: needs, advised, reason })

/** While these last, a family can be lost from sight, and found again. */
const running: readonly CaseState[] = ['intake', 'assessment', 'planning', 'active', 'review-due']

/** The step on stands first of those that leave a state. */
export const caseSteps: readonly CaseStep[] = [
  step('arrived', 'intake', 'worker', ['worker']),
  // Opened by mistake, or help was not wanted: said by who gives cases out, never by silence.
  step('arrived', 'ended', 'lead', [], true),
  step('intake', 'assessment', 'worker', ['worker', 'reachable', 'home', 'birth', 'consent'], false, [
    'intake-form',
  ]),
  step('assessment', 'planning', 'worker', ['needs']),
  step('planning', 'active', 'worker', ['plan-agreed', 'plan-approved']),
  // On the day that was set; the worker may look earlier.
  step('active', 'review-due', 'worker'),
  step('review-due', 'active', 'worker', ['review']),
  step('active', 'closing', 'worker', ['goals'], true),
  step('review-due', 'closing', 'worker', ['goals'], true),
  // By the approval of a second person; a refusal brings the case back with the words of who refused.
  step('closing', 'closed', 'program'),
  step('closing', 'active', 'worker', [], true),
  step('closed', 'follow-up', 'worker', ['follow-up']),
  // Re-opened, in one step.
  step('closed', 'active', 'worker', [], true),
  step('follow-up', 'ended', 'lead', ['last-look'], true),
  step('follow-up', 'active', 'worker', [], true),
  ...running.flatMap(state => [
    step(state, 'paused', 'worker', ['search'], true),
    step('paused', state, 'worker', [], true),
  ]),
  ...(['arrived', ...running, 'paused'] as const).map(state =>
    step(state, 'transferred', 'lead', ['accepted'], true),
  ),
  // By the merge of two records of one person, and back by its undoing.
  ...caseStates.filter(state => !isOver(state)).map(state => step(state, 'merged', 'program')),
]

/**
 * Steps that a person can take from here.
 * @param before where a paused case stood: it comes back to there and nowhere else
 */
export const stepsFrom = (state: CaseState, before?: CaseState): CaseStep[] =>
  caseSteps.filter(
    one =>
      one.from === state &&
      one.by !== 'program' &&
      (state !== 'paused' || one.to === before || isOver(one.to)),
  )

export const stepOf = (from: CaseState, to: CaseState, before?: CaseState): CaseStep | undefined =>
  stepsFrom(from, before).find(one => one.to === to)

/** The step on, whether or not it can be taken now: what it asks can be gathered already. */
export const nextOf = (state: CaseState, before?: CaseState): CaseStep | undefined =>
  state === 'paused' ? stepsFrom(state, before)[0] : caseSteps.find(one => one.from === state)

/** What the program knows of a case; `undefined` where the section that tells it is shut to the reader. */
export type Known = Partial<Record<Guard, boolean | undefined>>
/** `ask`: whoever takes the step says it then. */
export type Answer = 'met' | 'missing' | 'shut' | 'ask'

/** What a step asks, answered as far as the program can. */
export const answers = (one: CaseStep, known: Known): { guard: Guard; answer: Answer }[] =>
  one.guards.map(guard => ({ guard, answer: answerTo(guard, known) }))

/** What is advised before it, as far as the program knows: it holds nobody up. */
export const advice = (one: CaseStep, known: Known): { guard: Guard; answer: 'met' | 'missing' }[] =>
  one.advised.flatMap(guard =>
    known[guard] === undefined ? [] : [{ guard, answer: known[guard] ? 'met' : 'missing' }],
  )

function answerTo(guard: Guard, known: Known): Answer {
  if (isStated(guard) && !(guard in known)) return 'ask'
  const found = known[guard]
  return found === undefined ? 'shut' : found ? 'met' : 'missing'
}

/** Whose turn it is: who gives cases out, as long as nobody works with the family. */
export const turnOf = (one: CaseStep, known: Known): Taker =>
  one.guards.includes('worker') && known.worker === false ? 'lead' : one.by
