/** How far invented families have come: by turns at intake, assessment, plan, work, review, and followed after closing. */
import type { CaseState, Outcome, StatedGuard } from '@kerege/contract/cases/states'
import { addDays, momentOf } from './days.ts'
import { type WayWords, wayWords } from './caseWayTexts.ts'
import type { DemoState } from './types.ts'

export interface DemoStep {
  from: CaseState
  to: CaseState
  at: string
  by: 'worker' | 'lead' | 'program'
  said?: { guard: StatedGuard; words: string }
  reason?: string
  outcome?: Outcome
}
export interface Way {
  steps: DemoStep[]
  /** Days of looking in after closing. */
  looks: string[]
  /** At how many of them somebody has looked in. */
  looked?: number
  /** The next day that asks for somebody. */
  lookOn?: string
}

/** Days after the opening. */
const days = { assessment: 8, planning: 20, active: 30, closing: 150, closed: 153, 'follow-up': 155 } as const
const lookMonths = [1, 3, 6, 12, 24, 36]
const looksAfter = (closed: string) => lookMonths.map(months => addDays(closed, months * 30))

/** The steps of a family that was opened that day, each on its day. */
function stepsOf(state: DemoState, opened: string) {
  const say = wayWords[state]
  const dayOf = (to: keyof typeof days) => addDays(opened, days[to])
  const step = (from: CaseState, to: keyof typeof days, by: DemoStep['by']): DemoStep => ({
    from,
    to,
    at: momentOf(dayOf(to), 36_000 + days[to]),
    by,
  })
  const needs = { guard: 'needs', words: say.needs } as const
  return {
    say,
    dayOf,
    /** In order, each from the one before. */
    begun: [
      step('intake', 'assessment', 'worker'),
      { ...step('assessment', 'planning', 'worker'), said: needs },
      step('planning', 'active', 'worker'),
    ],
    closing: {
      ...step('active', 'closing', 'worker'),
      reason: say.standsAlone,
      outcome: 'stands-alone' as const,
    },
    closed: step('closing', 'closed', 'lead'),
    followed: step('closed', 'follow-up', 'worker'),
  }
}

export function furtherOf(state: DemoState, n: number, opened: string, today: string): Way {
  const past = (day: string) => day < today
  const { begun, closing, closed, followed, dayOf } = stepsOf(state, opened)
  const steps = begun.filter(one => past(one.at.slice(0, 10))).slice(0, n % 6)
  const last = steps.at(-1)
  if (last?.to !== 'active') return { steps, looks: [] }
  if (n % 6 === 5 && past(dayOf('follow-up'))) {
    const looks = looksAfter(dayOf('closed')).filter((day, at) => at > 2 || day >= addDays(today, -20))
    const [lookOn] = looks
    return { steps: [...steps, closing, closed, followed], looks, ...(lookOn ? { lookOn } : {}) }
  }
  if (n % 6 === 4 && past(addDays(dayOf('active'), 3))) {
    const day = addDays(today, -2)
    return { steps: [...steps, called(day)], looks: [], lookOn: day }
  }
  return { steps, looks: [], lookOn: addDays(today, 10 + (n % 60)) }
}

const called = (day: string): DemoStep => ({
  from: 'active',
  to: 'review-due',
  at: momentOf(day, 19_800),
  by: 'program',
})

/** Where the families of a whole caseload stand, of one case manager: how many, and how many days ago they came. */
export const wholeCaseload = [
  ['arrived', 1, [1, 6]],
  ['intake', 2, [5, 20]],
  ['assessment', 3, [16, 30]],
  ['planning', 4, [26, 50]],
  ['active', 9, [60, 400]],
  ['review-due', 3, [130, 300]],
  ['closing', 1, [160, 400]],
  ['paused', 2, [60, 300]],
  ['closed', 1, [156, 170]],
  ['follow-up', 2, [190, 600]],
  ['ended', 2, [1300, 1400]],
  ['transferred', 1, [200, 500]],
] as const satisfies readonly (readonly [CaseState, number, readonly [number, number]])[]
export type StandsAt = (typeof wholeCaseload)[number][0]

/** Families of such a caseload that somebody works with. */
export const isWorkedWith = (stands: StandsAt): boolean =>
  stands !== 'closed' && stands !== 'follow-up' && stands !== 'ended' && stands !== 'transferred'

/** How a family came to where it stands; its opening lies as far back as that takes. */
export function wayTo(state: DemoState, stands: StandsAt, n: number, opened: string, today: string): Way {
  const { say, begun, closing, closed, followed, dayOf } = stepsOf(state, opened)
  switch (stands) {
    case 'arrived':
    case 'intake':
      return { steps: [], looks: [] }
    case 'assessment':
      return { steps: begun.slice(0, 1), looks: [] }
    case 'planning':
      return { steps: begun.slice(0, 2), looks: [] }
    case 'active':
      return { steps: begun, looks: [], lookOn: addDays(today, 7 + ((n * 11) % 60)) }
    case 'review-due': {
      const day = addDays(today, -1 - (n % 9))
      return { steps: [...begun, called(day)], looks: [], lookOn: day }
    }
    case 'closing': {
      const asked = momentOf(addDays(today, -1 - (n % 4)), 38_000)
      return { steps: [...begun, { ...closing, at: asked }], looks: [] }
    }
    case 'paused':
      return { steps: [...begun, lost(say, addDays(today, -5 - (n % 20)))], looks: [] }
    case 'transferred':
      return { steps: [...begun, gone(say, dayOf('closing'))], looks: [] }
    case 'closed':
    case 'follow-up':
    case 'ended': {
      const looks = looksAfter(dayOf('closed'))
      const looked = stands === 'closed' ? 0 : looks.filter(day => day < addDays(today, -10)).length
      const lookOn = looks[looked]
      return {
        steps: [
          ...begun,
          closing,
          closed,
          ...(stands === 'closed' ? [] : [followed]),
          ...(stands === 'ended' ? [over(say, addDays(looks.at(-1) ?? today, 4))] : []),
        ],
        looks,
        looked,
        ...(lookOn ? { lookOn } : {}),
      }
    }
  }
}

const lost = (say: WayWords, day: string): DemoStep => ({
  from: 'active',
  to: 'paused',
  at: momentOf(day, 41_000),
  by: 'worker',
  reason: say.lost,
  said: { guard: 'search', words: say.search },
})
const gone = (say: WayWords, day: string): DemoStep => ({
  from: 'active',
  to: 'transferred',
  at: momentOf(day, 41_000),
  by: 'lead',
  reason: say.moved,
  said: { guard: 'accepted', words: say.accepted },
})
const over = (say: WayWords, day: string): DemoStep => ({
  from: 'follow-up',
  to: 'ended',
  at: momentOf(day, 41_000),
  by: 'lead',
  reason: say.over,
})
