/**
 * CarePlan, Goal, and what is done for a goal: our own work as Task, a service or a referral as ServiceRequest. An action names its
 * goal, and the plan names both.
 */
import { Action as ActionShape, Goal as GoalShape, Plan as PlanShape } from './record.ts'
import type { Action, Goal, Plan } from './record.ts'
import type { PlanState } from '../plans/states.ts'
import { momentOf } from './episode.ts'
import { all, piece, type Spot } from './spot.ts'
import { coding, concept, extension, maybe, some } from './systems.ts'
import type { Element, Entry, Resource } from './types.ts'

const planStatus: Readonly<Record<PlanState, string>> = {
  draft: 'draft',
  agreed: 'draft',
  current: 'active',
  replaced: 'revoked',
  dropped: 'revoked',
}
const goalStatus: Readonly<Record<PlanState, string>> = {
  draft: 'proposed',
  agreed: 'accepted',
  current: 'active',
  replaced: 'cancelled',
  dropped: 'cancelled',
}

/** What the mapping hands to each resource: the person it is about, and fresh addresses. */
export interface Making {
  readonly patient: Element
  readonly entry: (resource: Resource) => Entry
}
const reference = (entry: Entry) => ({ reference: entry.fullUrl })

export function planEntries(plan: Plan, { patient, entry }: Making): Entry[] {
  const goals = plan.goals.map(goal => {
    const its = entry(goalOf(goal, plan.state, patient))
    return { its, actions: goal.actions.map(one => entry(actionOf(one, reference(its), patient))) }
  })
  const carePlan = entry({
    resourceType: 'CarePlan',
    extension: [extension('plan-state', 'valueCode', plan.state)],
    status: planStatus[plan.state],
    intent: 'plan',
    category: [concept('plan-kind', plan.kind)],
    subject: patient,
    created: plan.madeAt,
    ...some(
      'goal',
      goals.map(goal => reference(goal.its)),
    ),
    ...some(
      'activity',
      goals.flatMap(goal => goal.actions.map(action => ({ reference: reference(action) }))),
    ),
  })
  return [carePlan, ...goals.flatMap(goal => [goal.its, ...goal.actions])]
}

const goalOf = (goal: Goal, state: PlanState, patient: Element): Resource => ({
  resourceType: 'Goal',
  language: goal.language,
  ...(goal.baseline ? { extension: [extension('baseline', 'valueString', goal.baseline)] } : {}),
  lifecycleStatus: goal.came ? 'completed' : goalStatus[state],
  ...(goal.came ? { achievementStatus: concept('goal-outcome', goal.came) } : {}),
  category: [concept('goal-domain', goal.domain)],
  description: { text: goal.words },
  subject: patient,
  target: [
    {
      // FHIR wants to know what is measured wherever it is told how far.
      measure: { coding: [coding('measure', 'target')], ...maybe('text', goal.indicator) },
      detailString: goal.target,
      dueDate: goal.due,
    },
  ],
})

function actionOf(one: Action, its: Element, patient: Element): Resource {
  if (one.kind === 'task')
    return {
      resourceType: 'Task',
      status: one.done ? 'completed' : 'requested',
      intent: 'plan',
      code: { text: one.words },
      focus: its,
      for: patient,
      ...(one.who ? { owner: { display: one.who } } : {}),
      ...(one.due ? { restriction: { period: { end: one.due } } } : {}),
    }
  return {
    resourceType: 'ServiceRequest',
    extension: [extension('goal', 'valueString', String(its['reference']))],
    status: one.done ? 'completed' : 'active',
    intent: 'plan',
    category: [concept('action-kind', one.kind)],
    code: { text: one.words },
    subject: patient,
    ...(one.due ? { occurrenceDateTime: one.due } : {}),
    ...(one.who ? { performer: [{ display: one.who }] } : {}),
  }
}

/** Resources of the file by their address. */
export type Found = (address: string) => Spot | undefined

/** A reference that leads nowhere is a fault: half a plan is not taken for a whole one. */
function led(spot: Spot, found: Found): Spot | undefined {
  const address = spot.get('reference').text()
  if (address === undefined) return undefined
  const target = found(address)
  if (!target) spot.get('reference').fault('reference-missing')
  return target
}

export function readPlan(spot: Spot, found: Found): Plan | undefined {
  const actions = spot
    .each('activity')
    .flatMap(one => led(one.get('reference'), found) ?? [])
    .map(action => ({ action, of: goalAddress(action) }))
  const goals = spot.each('goal').flatMap(one => {
    const target = led(one, found)
    if (!target) return []
    const address = one.get('reference').value
    return [
      readGoal(
        target,
        actions.filter(({ of }) => of === address).map(({ action }) => action),
      ),
    ]
  })
  return piece(
    spot,
    PlanShape,
    {
      kind: spot.first('category').code('plan-kind').value ?? 'individual',
      state:
        spot.extension('plan-state').get('valueCode').value ??
        (spot.get('status').value === 'active' ? 'current' : 'draft'),
      madeAt: momentOf(spot.get('created').value ?? spot.get('period').get('start').value),
      goals: all(goals),
    },
    { '/madeAt': spot.get('created') },
  )
}

const goalAddress = (action: Spot): unknown =>
  action.get('resourceType').value === 'Task'
    ? action.get('focus').get('reference').value
    : action.extension('goal').get('valueString').value

function readGoal(spot: Spot, actions: readonly Spot[]): Goal | undefined {
  const target = spot.first('target')
  const measure = target.get('measure')
  const reached = target.get('detailString')
  return piece(
    spot,
    GoalShape,
    {
      domain: spot.first('category').code('goal-domain'),
      words: spot.get('description').get('text'),
      language: spot.get('language').value ?? 'und',
      baseline: spot.extension('baseline').get('valueString'),
      target: reached,
      indicator: measure.get('text'),
      due: target.get('dueDate'),
      came: spot.get('achievementStatus').code('goal-outcome'),
      actions: all(actions.map(readAction)),
    },
    { '/actions': spot },
  )
}

function readAction(spot: Spot): Action | undefined {
  const isTask = spot.get('resourceType').value === 'Task'
  return piece(spot, ActionShape, {
    kind: isTask ? 'task' : (spot.first('category').code('action-kind').value ?? 'service'),
    words:
      spot.get('code').get('text').value === undefined
        ? spot.get('description')
        : spot.get('code').get('text'),
    who: isTask ? spot.get('owner').get('display') : spot.first('performer').get('display'),
    due: isTask ? spot.get('restriction').get('period').get('end') : spot.get('occurrenceDateTime'),
    done: spot.get('status').value === 'completed',
  })
}
