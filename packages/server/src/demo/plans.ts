/**
 * Invented plans of the families that have come as far: being written, agreed by the family, sent back, in force, changed by a
 * second version, reviewed, and with what came of each goal where the case was closed.
 */
import { sectionOf } from '@kerege/contract/plans/domains'
import { ageOn } from '@kerege/contract/people/rules'
import type pg from 'pg'
import { newId } from '../platform/ids.ts'
import type { DemoCase } from './cases.ts'
import { copyRows, type Value } from './copy.ts'
import { addDays, momentOf } from './days.ts'
import { type DemoGoal, planTexts } from './planTexts.ts'
import type { DemoState } from './types.ts'

const languageOf = { kz: 'kk', kg: 'ky', tj: 'tg', uz: 'uz' } as const

interface Made {
  plans: Value[][]
  steps: Value[][]
  goals: Value[][]
  actions: Value[][]
  agreements: Value[][]
  reviews: Value[][]
  progress: Value[][]
  outcomes: Value[][]
}

/** When it came into force, where it did. */
interface Version {
  number: number
  state: 'draft' | 'agreed' | 'current' | 'replaced'
  day: string
  why?: string
}

export async function copyPlans(
  client: pg.ClientBase,
  cases: readonly DemoCase[],
  state: DemoState,
  today: string,
): Promise<void> {
  const made: Made = {
    plans: [],
    steps: [],
    goals: [],
    actions: [],
    agreements: [],
    reviews: [],
    progress: [],
    outcomes: [],
  }
  const families = new Set<string>()
  for (const [n, one] of cases.entries()) inventPlan(made, { one, n, state, today, families })
  const whose = 'id plan_id person_id'
  const columns: Record<keyof Made, string> = {
    plans: 'id case_id person_id kind household_id number state made_by made_at why updated_at',
    steps: `${whose} number from_state to_state at actor_id reason`,
    goals: `${whose} compartment thread domain words language baseline target due owner_id author_id created_at updated_at`,
    actions:
      'id goal_id person_id compartment thread ordinal kind words who owner_id author_id due done_at done_by',
    agreements: `${whose} by_whom who how agreed_on words child actor_id at`,
    reviews: `${whose} reviewed_on family_words actor_id at`,
    progress: 'id review_id person_id compartment thread progress',
    outcomes: `${whose} compartment thread came words family family_words actor_id at`,
  }
  for (const table of Object.keys(columns) as (keyof Made)[]) {
    await copyRows(client, `plans.${table}`, columns[table].split(' '), made[table])
  }
}

interface Asked {
  one: DemoCase
  n: number
  state: DemoState
  today: string
  families: Set<string>
}

function inventPlan(made: Made, { one, n, state, today, families }: Asked): void {
  const reached = one.further.map(step => step.to)
  if (!one.worker || !reached.includes('planning')) return
  const active = one.further.find(step => step.to === 'active')
  const planned = one.further.find(step => step.to === 'planning')
  const from = (planned?.at ?? one.openedAt).slice(0, 10)
  // A family stands at one place: some of those who plan have nothing written yet.
  if (!active && n % 3 === 2) return
  const closed = reached.includes('closing')
  const since = active?.at.slice(0, 10) ?? from
  // Somewhat later the plan was changed, where that day has come.
  const later = addDays(since, 60)
  const twice = active && n % 4 === 1 && later < today && !closed
  const versions: Version[] = active
    ? [
        { number: 1, state: twice ? 'replaced' : 'current', day: since },
        ...(twice ? [{ number: 2, state: 'current' as const, day: later, why: planTexts[state].why }] : []),
      ]
    : [{ number: 1, state: n % 3 === 0 ? 'draft' : 'agreed', day: from }]
  const age = ageOn(one.person.contact.birth, today)
  const child = age !== null && age.max < 18
  const goals = child ? planTexts[state].child : planTexts[state].adult
  const threads = [goalIds(one), goalIds(one)]
  for (const version of versions) {
    write(made, { one, state, version, child, closed, goals, threads, today, n, kind: 'individual' })
  }
  const home = one.person.householdId
  if (!active || child || families.has(home) || n % 5 > 1) return
  families.add(home)
  const version: Version = { number: 1, state: 'current', day: since }
  const family = [planTexts[state].family]
  write(made, {
    one,
    state,
    version,
    child,
    closed: false,
    goals: family,
    threads: [goalIds(one)],
    today,
    n,
    kind: 'family',
  })
}

interface Threads {
  goal: string
  task: string
  service: string
}
const goalIds = (one: DemoCase): Threads => {
  const time = Date.parse(one.openedAt)
  return { goal: newId(time), task: newId(time), service: newId(time) }
}

interface Writing {
  one: DemoCase
  state: DemoState
  version: Version
  child: boolean
  closed: boolean
  goals: readonly DemoGoal[]
  threads: readonly Threads[]
  today: string
  n: number
  kind: 'individual' | 'family'
}

function write(made: Made, writing: Writing): void {
  const { one, state, version, child, goals, kind, n } = writing
  const t = planTexts[state]
  const worker = one.worker?.id ?? one.openedBy
  const person = one.person.id
  const at = momentOf(addDays(version.day, -4), 36_000)
  const time = Date.parse(at)
  const id = newId(time)
  made.plans.push([
    id,
    one.id,
    person,
    kind,
    one.person.householdId,
    version.number,
    version.state,
    worker,
    at,
    version.why,
    at,
  ])
  for (const [nth, goal] of goals.entries()) goalRows(made, writing, { goal, nth, id, worker, at })
  if (version.state === 'draft' && n % 6 !== 0) return
  const agreed = momentOf(addDays(version.day, -2), 39_600)
  const guardian = kind === 'individual' && child
  made.agreements.push([
    ...[newId(time), id, person, guardian ? 'guardian' : 'self', guardian ? t.mother : t.self, 'spoken'],
    ...[agreed.slice(0, 10), t.yes, guardian ? 'agrees' : null, worker, agreed],
  ])
  const steps: Value[][] = [['draft', 'agreed', agreed, worker, null]]
  if (version.state === 'draft') steps.push(['agreed', 'draft', agreed, one.openedBy, t.back])
  if (version.state === 'current' || version.state === 'replaced')
    steps.push(['agreed', 'current', momentOf(version.day, 28_800), one.openedBy, null])
  if (version.state === 'replaced')
    steps.push(['current', 'replaced', momentOf(addDays(version.day, 60), 28_800), one.openedBy, null])
  made.steps.push(...steps.map((step, number) => [newId(time), id, person, number + 1, ...step]))
}

interface Row {
  goal: DemoGoal
  nth: number
  id: string
  worker: string
  at: string
}

function goalRows(
  made: Made,
  { one, state, version, closed, threads, today, n }: Writing,
  { goal, nth, id, worker, at }: Row,
): void {
  const t = planTexts[state]
  const time = Date.parse(at)
  const person = one.person.id
  const section = sectionOf[goal.domain]
  const thread = threads[nth] ?? goalIds(one)
  const goalId = newId(time)
  const target = version.number > 1 && nth === 0 ? `${goal.target}. ${t.changed}` : goal.target
  const running = version.state === 'current' && !closed
  const due = running ? addDays(today, 20 + ((n * 7 + nth * 31) % 90)) : addDays(version.day, 120 + 30 * nth)
  made.goals.push([
    ...[goalId, id, person, section, thread.goal, goal.domain, goal.words, languageOf[state], goal.baseline],
    ...[target, due, worker, worker, at, at],
  ])
  const done = momentOf(addDays(version.day, 12), 36_000)
  const inForce = version.state === 'current' || version.state === 'replaced'
  const did = inForce && done.slice(0, 10) < today ? [done, worker] : [null, null]
  made.actions.push([
    ...[newId(time), goalId, person, section, thread.task, 0, 'task', goal.task, null, worker, worker],
    ...[addDays(version.day, 14), ...did],
  ])
  made.actions.push([
    ...[
      newId(time),
      goalId,
      person,
      section,
      thread.service,
      1,
      'service',
      goal.service,
      goal.who,
      null,
      worker,
    ],
    ...[running ? addDays(today, (n % 30) - 3) : addDays(version.day, 90), ...(closed ? did : [null, null])],
  ])
  const looked = addDays(version.day, 50)
  if (version.state === 'current' && nth === 0 && looked < today && n % 2 === 0) {
    const review = newId(time)
    const seen = momentOf(looked, 36_000)
    made.reviews.push([review, id, person, looked, t.review, worker, seen])
    made.progress.push([newId(time), review, person, section, thread.goal, 'further'])
  }
  if (closed && version.state === 'current') {
    const came = nth === 0 ? 'reached' : 'partly'
    const ended = momentOf(addDays(version.day, 110), 36_000)
    made.outcomes.push([
      ...[newId(time), id, person, section, thread.goal, came, target, 'partly', t.familySees, worker, ended],
    ])
  }
}
