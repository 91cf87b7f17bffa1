/** What a new version of a plan changes, goal by goal: for who decides, and for the family to whom it is read. */
import type { Plan, PlanGoal } from './schema.ts'

export const goalFields = [
  'words',
  'domain',
  'baseline',
  'target',
  'indicator',
  'due',
  'owner',
  'actions',
] as const
export type GoalField = (typeof goalFields)[number]

export interface GoalChange {
  thread: string
  what: 'new' | 'gone' | 'changed' | 'same'
  before?: PlanGoal
  after?: PlanGoal
  fields: GoalField[]
}

/** In the order of the later version; what is gone stands last. */
export function changesOf(before: Pick<Plan, 'goals'>, after: Pick<Plan, 'goals'>): GoalChange[] {
  const kept = after.goals.map((goal): GoalChange => {
    const old = before.goals.find(one => one.thread === goal.thread)
    if (!old) return { thread: goal.thread, what: 'new', after: goal, fields: [] }
    const fields = goalFields.filter(field => written(old, field) !== written(goal, field))
    return {
      thread: goal.thread,
      what: fields.length > 0 ? 'changed' : 'same',
      before: old,
      after: goal,
      fields,
    }
  })
  const gone = before.goals
    .filter(goal => !after.goals.some(one => one.thread === goal.thread))
    .map((goal): GoalChange => ({ thread: goal.thread, what: 'gone', before: goal, fields: [] }))
  return [...kept, ...gone]
}

function written(goal: PlanGoal, field: GoalField): string {
  if (field === 'owner') return goal.owner.id
  if (field === 'actions') {
    return goal.actions
      .map(one =>
        [one.thread, one.kind, one.words, one.who ?? '', one.owner?.id ?? '', one.due ?? ''].join('|'),
      )
      .sort()
      .join('\n')
  }
  return goal[field] ?? ''
}
