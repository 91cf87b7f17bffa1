/** States of a plan and of a goal in words, and which version is which. */
import type { CasePlans, Plan, PlanGoal } from '@kerege/contract/plans/schema'
import type { GoalDomain } from '@kerege/contract/plans/domains'
import { goalDomains } from '@kerege/contract/plans/domains'
import type { Translate } from '../../i18n/useT.tsx'
import type { StateKind } from '../../ui/StatePill.tsx'

export function planPill(plan: Plan, t: Translate): { kind: StateKind; text: string } {
  if (plan.waits) return { kind: 'wait', text: t('plans.state.waits') }
  const kinds = { draft: 'info', agreed: 'wait', current: 'ok', replaced: 'mute', dropped: 'mute' } as const
  return { kind: kinds[plan.state], text: t(`plans.state.${plan.state}`) }
}

export interface Line {
  /** What is being written, where something is. */
  open: Plan | undefined
  current: Plan | undefined
  past: Plan[]
}

export const lineOf = (plans: readonly Plan[]): Line => ({
  open: plans.find(one => one.state === 'draft' || one.state === 'agreed'),
  current: plans.find(one => one.state === 'current'),
  past: plans.filter(one => one.state === 'replaced' || one.state === 'dropped'),
})

/** In the order of the domains; those without a goal are left out. */
export const byDomain = (goals: readonly PlanGoal[]): [GoalDomain, PlanGoal[]][] =>
  goalDomains.flatMap(domain => {
    const its = goals.filter(goal => goal.domain === domain)
    return its.length > 0 ? [[domain, its] as [GoalDomain, PlanGoal[]]] : []
  })

/** Needs that ask for a goal and have none yet, one for each domain. */
export const unanswered = (body: CasePlans, plan: Plan | undefined) =>
  body.asks.filter(
    (ask, at) =>
      !plan?.goals.some(goal => goal.domain === ask.domain) &&
      body.asks.findIndex(one => one.domain === ask.domain) === at,
  )

export const isDone = (action: PlanGoal['actions'][number]): boolean =>
  action.doneOn !== undefined || action.task === 'done'
