/**
 * Invented conferences and panels: some held, some ahead, one that has no record yet; and of children one assessment that a second person reads,
 * one that was sent back, one panel that is open and one that has decided, where somebody saw it differently.
 */
import { type Factor, factors } from '@kerege/contract/meetings/interests'
import { ageOn } from '@kerege/contract/people/rules'
import type pg from 'pg'
import { newId } from '../platform/ids.ts'
import type { DemoCase } from './cases.ts'
import { copyRows, type Value } from './copy.ts'
import { addDays, momentOf } from './days.ts'
import { meetingTexts, type MeetingWords, type Scenario } from './meetingTexts.ts'
import type { DemoAccount, DemoNode, DemoState } from './types.ts'

const columns = {
  'meetings.conferences':
    'id case_id person_id compartment state starts_at minutes way place purpose agenda family family_words next_on called_by called_at recorded_by recorded_at why updated_at',
  'meetings.participants':
    'id conference_id person_id compartment ordinal account_id role agency came stand words',
  'meetings.decisions': 'id conference_id person_id compartment ordinal words owner_id due',
  'meetings.amendments': 'id conference_id person_id compartment words actor_id at',
  'meetings.interests':
    'id case_id person_id question state content written_by written_at reviewed_by reviewed_at updated_at',
  'meetings.interest_steps': 'id interest_id person_id number from_state to_state at actor_id reason',
  'meetings.panels':
    'id interest_id person_id state sits_at place quorum called_by called_at option words reasons review_on decided_at updated_at',
  'meetings.panel_steps': 'id panel_id person_id number from_state to_state at actor_id',
  'access.grants': 'id account_id subject_id kind granted_by valid_from valid_to',
  'meetings.members':
    'id panel_id person_id ordinal account_id agency_id role grant_id option words said_at dissents dissent_words',
  'meetings.follow_ups': 'id panel_id person_id ordinal words owner_id due author_id',
  'approvals.approvals':
    'id kind subject_kind subject_id person_id compartment params state asked_by asked_at closed_at',
  'approvals.steps': 'approval_id ordinal verb accounts quorum',
  'approvals.decisions': 'id approval_id ordinal account_id verdict at',
} as const
type Made = Record<keyof typeof columns, Value[][]>

interface Place {
  made: Made
  state: DemoState
  today: string
  t: MeetingWords
  /** Those of the commission, each of an agency of their own. */
  commission: readonly DemoAccount[]
  supervisorOf: (one: DemoCase) => string
}

export async function copyMeetings(
  client: pg.ClientBase,
  cases: readonly DemoCase[],
  demo: DemoNode & { id: DemoState },
  commission: readonly DemoAccount[],
  today: string,
): Promise<void> {
  const made = Object.fromEntries(Object.keys(columns).map(table => [table, []])) as unknown as Made // filled below
  const supervisors = demo.accounts.filter(one => one.role === 'supervisor')
  const place: Place = {
    made,
    state: demo.id,
    today,
    t: meetingTexts[demo.id],
    commission,
    supervisorOf: one => supervisors.find(it => it.teamId === one.person.teamId)?.id ?? one.openedBy,
  }
  const homes = new Set<string>()
  const first = cases.filter(one => {
    if (!one.worker || !one.begunAt || homes.has(one.person.householdId)) return false
    homes.add(one.person.householdId)
    return true
  })
  // Each worker has some, so that no door of theirs is empty.
  const nth = new Map<string, number>()
  for (const one of first) {
    const n = nth.get(one.worker?.id ?? '') ?? 0
    nth.set(one.worker?.id ?? '', n + 1)
    if (n < conferences.length) conference(place, one, n)
  }
  const door = demo.accounts.find(one => one.key === 'case-manager')?.id
  const children = cases.filter(
    one => one.worker?.id === door && one.begunAt && isChild(one, today) && one.further.length > 0,
  )
  for (const [n, one] of children.slice(0, 4).entries()) interests(place, one, n)
  for (const table of Object.keys(columns) as (keyof Made)[]) {
    await copyRows(client, table, columns[table].split(' '), made[table])
  }
}

function isChild(one: DemoCase, today: string): boolean {
  const age = ageOn(one.person.contact.birth, today)
  return age !== null && age.max < 17 && age.min > 5
}

/** Days from today, and what became of it. */
const conferences = [
  { in: 1, state: 'planned' },
  { in: -12, state: 'held' },
  { in: -2, state: 'planned' },
  { in: 6, state: 'planned' },
  { in: -40, state: 'held' },
  { in: -5, state: 'called-off' },
] as const

function conference({ made, t, today, supervisorOf }: Place, one: DemoCase, n: number): void {
  const plan = conferences[n]
  if (!plan || !one.worker) return
  const day = addDays(today, plan.in)
  const at = momentOf(day, 32_400)
  const called = momentOf(addDays(day, -9), 36_000)
  const id = newId(Date.parse(called))
  const whose = [id, one.person.id, 'social']
  const held = plan.state === 'held'
  const later = momentOf(day, 43_200)
  const worker = one.worker.id
  made['meetings.conferences'].push([
    ...[id, one.id, one.person.id, 'social', plan.state, at, 60, n % 2 === 0 ? 'together' : 'mixed', t.place],
    ...[t.purpose[n % 2], [...t.agenda]],
    ...(held ? [n % 4 === 1 ? 'took-part' : 'heard-before', t.family, addDays(day, 60)] : [null, null, null]),
    ...[worker, called, held ? worker : null, held ? later : null],
    ...[plan.state === 'called-off' ? t.calledOff : null, held ? later : called],
  ])
  const people: Value[][] = [
    [supervisorOf(one), null, null, held ? true : null, held ? 'agrees' : null, null],
    [null, t.teacher, t.school, held ? true : null, held ? 'dissents' : null, held ? t.dissent : null],
  ]
  made['meetings.participants'].push(
    ...people.map((row, at) => [newId(Date.parse(called)), ...whose, at, ...row]),
  )
  if (!held) return
  made['meetings.decisions'].push(
    ...t.decisions.map((words, at) => [
      ...[newId(Date.parse(later)), ...whose, at, words, worker, addDays(day, 14 + at * 7)],
    ]),
  )
  made['meetings.amendments'].push([
    newId(Date.parse(later)),
    ...whose,
    t.added,
    worker,
    momentOf(addDays(day, 1), 36_000),
  ])
}

/** Sent back, being read, with an open panel, decided: in this order of the children. */
function interests(place: Place, one: DemoCase, n: number): void {
  const { made, t, today, supervisorOf } = place
  if (!one.worker) return
  const question = n === 1 ? 'return' : 'guardianship'
  const scenario = question === 'return' ? t.return : t.guardianship
  const worker = one.worker.id
  const lead = supervisorOf(one)
  const day = addDays(today, [-6, -2, -20, -70][n] ?? -6)
  const at = momentOf(day, 36_000)
  const time = Date.parse(at)
  const id = newId(time)
  const content = contentOf(question, scenario, time)
  const read = n >= 2
  const readAt = momentOf(addDays(day, 3), 36_000)
  const state = n === 0 ? 'draft' : n === 1 ? 'review' : 'reviewed'
  const whose = [id, one.person.id]
  made['meetings.interests'].push([
    ...[id, one.id, one.person.id, question, state, content, worker, at],
    ...[read ? lead : null, read ? readAt : null, read ? readAt : at],
  ])
  const asked = momentOf(addDays(day, 1), 36_000)
  const steps: Value[][] = [[null, 'draft', at, worker, null]]
  steps.push(['draft', 'review', asked, worker, null])
  if (n === 0) steps.push(['review', 'draft', momentOf(addDays(day, 3), 36_000), lead, t.back])
  if (read) steps.push(['review', 'reviewed', readAt, lead, null])
  made['meetings.interest_steps'].push(...steps.map((step, at) => [newId(time), ...whose, at + 1, ...step]))
  if (n === 1) {
    const approval = newId(Date.parse(asked))
    made['approvals.approvals'].push([
      ...[
        approval,
        'best-interests-review',
        'best-interests',
        id,
        one.person.id,
        'protection',
        {},
        'pending',
      ],
      ...[worker, asked, null],
    ])
    made['approvals.steps'].push([approval, 0, 'interests.review', null, 1])
  }
  if (read) panel(place, one, { id, lead, day, options: content.options.map(it => it.id), decided: n === 3 })
}

/** What speaks against the second way, of what is said about it. */
const speaksAgainst: Readonly<Record<'guardianship' | 'return', readonly Factor[]>> = {
  guardianship: ['family', 'development'],
  return: ['safety', 'development'],
}

function contentOf(question: 'guardianship' | 'return', scenario: Scenario, time: number) {
  const options = [scenario.first, scenario.second].map((way, at) => ({
    id: newId(time),
    words: way.words,
    ...Object.fromEntries(
      factors.map(factor => {
        const against = at === 1 && speaksAgainst[question].includes(factor)
        const last = factor === 'family' ? way.against : undefined
        const sides = against
          ? { against: [way[factor], last].filter(Boolean).join(' ') }
          : { for: way[factor], ...(last ? { against: last } : {}) }
        return [factor, sides]
      }),
    ),
  }))
  return {
    matter: scenario.matter,
    child: { heard: 'asked', words: scenario.child },
    views: [
      { of: 'carer', words: scenario.carer },
      { of: 'school', words: scenario.school },
    ],
    options,
    recommended: options[0]?.id,
    reasons: scenario.reasons,
  }
}

interface Sitting {
  id: string
  lead: string
  day: string
  options: readonly string[]
  decided: boolean
}

function panel({ made, t, today, commission }: Place, one: DemoCase, sitting: Sitting): void {
  const { id: interest, lead, day, options, decided } = sitting
  const called = momentOf(addDays(day, 5), 36_000)
  const time = Date.parse(called)
  const sits = decided ? addDays(day, 14) : addDays(today, 4)
  const id = newId(time)
  const person = one.person.id
  const ended = momentOf(sits, 46_800)
  const [best, other] = options
  made['meetings.panels'].push([
    ...[
      id,
      interest,
      person,
      decided ? 'decided' : 'called',
      momentOf(sits, 32_400),
      t.place,
      2,
      lead,
      called,
    ],
    ...(decided
      ? [best, t.decision, t.why, addDays(sits, 90), ended, ended]
      : [null, null, null, null, null, called]),
  ])
  const steps: Value[][] = [[null, 'called', called, lead]]
  if (decided) {
    steps.push(['called', 'proposed', momentOf(sits, 43_200), lead])
    steps.push(['proposed', 'decided', ended, commission[1]?.id ?? lead])
  }
  made['meetings.panel_steps'].push(...steps.map((step, at) => [newId(time), id, person, at + 1, ...step]))
  for (const [at, member] of commission.entries()) {
    const grant = newId(time)
    made['access.grants'].push([
      ...[grant, member.id, person, 'sitting', lead, called],
      decided ? ended : momentOf(addDays(sits, 30), 0),
    ])
    // In the open one the door of the commission has yet to say what it thinks.
    const said = decided || at === 1
    const differs = decided && at === 2
    made['meetings.members'].push([
      ...[newId(time), id, person, at + 1, member.id, member.agencyId, member.role, grant],
      ...(said
        ? [at === 2 ? other : best, t.opinions[at] ?? t.opinions[0], momentOf(addDays(day, 8), 36_000)]
        : [null, null, null]),
      ...[differs, differs ? t.differs : null],
    ])
  }
  if (!decided) return
  made['meetings.follow_ups'].push(
    ...t.followUps.map((words, at) => [
      ...[newId(time), id, person, at, words, one.worker?.id ?? lead, addDays(sits, 30), lead],
    ]),
  )
  const approval = newId(Date.parse(ended))
  made['approvals.approvals'].push([
    ...[approval, 'best-interests', 'panel', id, person, 'protection', { interest }, 'approved', lead],
    ...[momentOf(sits, 43_200), ended],
  ])
  made['approvals.steps'].push([approval, 0, null, commission.map(it => it.id), 2])
  made['approvals.decisions'].push(
    ...commission.slice(0, 2).map(it => [newId(Date.parse(ended)), approval, 0, it.id, 'approved', ended]),
  )
}
