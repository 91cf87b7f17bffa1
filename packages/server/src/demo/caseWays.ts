/** How far invented families have come: by turns at intake, assessment, plan, work, review, and followed after closing. */
import type { CaseState, Outcome, StatedGuard } from '@kerege/contract/cases/states'
import { addDays, momentOf } from './days.ts'

export interface DemoStep {
  from: CaseState
  to: CaseState
  at: string
  by: 'worker' | 'lead' | 'program'
  said?: { guard: StatedGuard; words: string }
  reason?: string
  outcome?: Outcome
}
type Way = { steps: DemoStep[]; looks: string[]; lookOn?: string }

const words: Partial<Record<StatedGuard, string>> = {
  needs: 'Мектеп, туу туралы куәлік, жұмыс.',
}
/** Days after the opening. */
const days = { assessment: 8, planning: 20, active: 30, closing: 150, closed: 153, 'follow-up': 155 } as const

export function furtherOf(n: number, opened: string, today: string): Way {
  const past = (day: string) => day < today
  const step = (
    from: CaseState,
    to: keyof typeof days,
    by: DemoStep['by'],
    guard?: StatedGuard,
  ): DemoStep => ({
    from,
    to,
    at: momentOf(addDays(opened, days[to]), 36_000 + days[to]),
    by,
    ...(guard ? { said: { guard, words: words[guard] ?? '' } } : {}),
  })
  const way = [
    step('intake', 'assessment', 'worker'),
    step('assessment', 'planning', 'worker', 'needs'),
    step('planning', 'active', 'worker'),
  ].filter(one => past(one.at.slice(0, 10)))
  const steps = way.slice(0, n % 6)
  const last = steps.at(-1)
  if (last?.to !== 'active') return { steps, looks: [] }
  if (n % 6 === 5 && past(addDays(opened, days['follow-up']))) {
    const looks = [1, 3, 6, 12, 24, 36]
      .map(months => addDays(addDays(opened, days.closed), months * 30))
      .filter((day, at) => at > 2 || day >= addDays(today, -20))
    const [lookOn] = looks
    const asked = step('active', 'closing', 'worker')
    return {
      steps: [
        ...steps,
        { ...asked, reason: 'Отбасы өз бетінше күн көріп жүр', outcome: 'stands-alone' },
        step('closing', 'closed', 'lead'),
        step('closed', 'follow-up', 'worker'),
      ],
      looks,
      ...(lookOn ? { lookOn } : {}),
    }
  }
  if (n % 6 === 4 && past(addDays(opened, days.active + 3))) {
    const day = addDays(today, -2)
    return {
      steps: [...steps, { from: 'active', to: 'review-due', at: momentOf(day, 19_800), by: 'program' }],
      looks: [],
      lookOn: day,
    }
  }
  return { steps, looks: [], lookOn: addDays(today, 10 + (n % 60)) }
}
