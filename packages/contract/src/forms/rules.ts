/** Which form comes next on the way of a case. A hint: every form can be begun at any time. */
import type { CaseState } from '../cases/states.ts'
import type { FormStep } from './definition.ts'

const formsOf: Partial<Record<CaseState, FormStep>> = {
  arrived: 'intake',
  intake: 'intake',
  assessment: 'visit',
  planning: 'visit',
  active: 'visit',
  'review-due': 'review',
  closing: 'closure',
  closed: 'closure',
  'follow-up': 'visit',
}

interface Begun {
  step: FormStep
  state: 'draft' | 'handed-in' | 'corrected'
}

/**
 * @param begun those that are open to the reader. What is asked once and was handed in gives way to the next visit.
 */
export function nextForm(state: CaseState, begun: readonly Begun[]): FormStep | undefined {
  const step = formsOf[state]
  const done = begun.some(one => one.step === step && one.state !== 'draft')
  if (step === 'intake' && done) return 'visit'
  return step === 'closure' && done ? undefined : step
}

/** Visits and reviews come again and again; of the others there is one draft at a time, and so is there of a review. */
export const severalAtOnce = (step: FormStep): boolean => step === 'visit'
