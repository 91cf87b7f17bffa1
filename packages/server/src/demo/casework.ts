/**
 * Invented work with families: what a worker wrote after visits and calls, what is hard for whom, and what stands in the way, on whose
 * desk and how long. Nobody in it is real; it is written in the language of the state.
 */
import { concernOf, concernSet } from '@kerege/contract/casework/concerns'
import { flagOf, flagSet } from '@kerege/contract/casework/flags'
import type { DeskKind, ObstacleKind } from '@kerege/contract/casework/obstacles'
import type { Domain } from '@kerege/contract/domains'
import type pg from 'pg'
import { caseworkTexts } from './caseworkTexts.ts'
import { copyRows, type Value } from './copy.ts'
import { addDays, idTime, momentOf, timeOf } from './days.ts'
import { type Random, random } from './random.ts'
import type { DemoNode, DemoPerson, DemoState } from './types.ts'

interface Made {
  notes: Value[][]
  amendments: Value[][]
  concerns: Value[][]
  concernSteps: Value[][]
  obstacles: Value[][]
  obstacleSteps: Value[][]
  appointments: Value[][]
  flags: Value[][]
}

/** Days in which a note may be changed, as in the profiles. */
const lockDays = 3

export async function fillCasework(
  client: pg.ClientBase,
  demo: Pick<DemoNode, 'accounts' | 'people' | 'grants'>,
  state: DemoState,
  seed: string,
  today: string,
): Promise<void> {
  const chance = random(`${seed}/${state}/casework`)
  const made: Made = {
    notes: [],
    amendments: [],
    concerns: [],
    concernSteps: [],
    obstacles: [],
    obstacleSteps: [],
    appointments: [],
    flags: [],
  }
  // Of its own, so that what was invented before stays as it is.
  const minding = random(`${seed}/${state}/flags`)
  const people = new Map(demo.people.map(person => [person.id, person]))
  const workers = new Set(demo.accounts.filter(one => one.role === 'caseManager').map(one => one.id))
  const heads = new Set<string>()
  /** Appointments of each worker so far. */
  const planned = new Map<string, number>()
  for (const grant of demo.grants.filter(one => one.kind === 'own' && workers.has(one.accountId))) {
    const person = people.get(grant.subjectId)
    if (!person) continue
    const about = { person, by: grant.accountId, state, today }
    // What is about the whole family stands with one of it.
    const first = !heads.has(person.householdId)
    heads.add(person.householdId)
    if (first || chance.chance(0.6)) inventNotes(made, chance, about, first)
    if (chance.chance(0.4)) inventConcern(made, chance, about)
    if (first && minding.chance(0.3)) inventFlag(made, minding, about)
    if (first && chance.chance(0.35)) inventObstacle(made, chance, about)
    const nth = planned.get(grant.accountId) ?? 0
    if (first && nth < days.length) {
      planned.set(grant.accountId, nth + 1)
      inventAppointment(made, chance, about, nth)
    }
  }
  await copy(client, made)
}

interface About {
  person: DemoPerson
  by: string
  state: DemoState
  today: string
}

function inventNotes(made: Made, chance: Random, { person, by, state, today }: About, all: boolean) {
  const texts = caseworkTexts[state].notes
  let day = addDays(today, -chance.int(2, 14))
  for (const kind of all ? (['visit', 'call', 'meeting'] as const) : (['visit'] as const)) {
    const at = momentOf(day, 50_400)
    const id = chance.id(idTime(timeOf(day), today))
    const words = chance.pick(texts[kind])
    made.notes.push([id, person.id, 'social', kind, day, words, by, addDays(day, lockDays), at, at])
    if (kind === 'call') {
      const later = addDays(day, 1)
      made.amendments.push([
        chance.id(idTime(timeOf(later), today)),
        id,
        person.id,
        'social',
        texts.added,
        by,
        momentOf(later, 39_600),
      ])
    }
    day = addDays(day, -chance.int(12, 40))
  }
}

const concerns = [
  'too-little-room',
  'debts',
  'no-income',
  'catching-up',
  'no-school-place',
  'misses-parent',
] as const

function inventConcern(made: Made, chance: Random, { person, by, state, today }: About) {
  const code = chance.pick(concerns)
  const section = concernOf(code)?.compartment
  if (!section) return
  const texts = caseworkTexts[state].concerns
  const noted = addDays(today, -chance.int(20, 80))
  const eased = chance.chance(0.4)
  const id = chance.id(idTime(timeOf(noted), today))
  const last = eased ? addDays(noted, 14) : noted
  made.concerns.push([
    id,
    person.id,
    section,
    code,
    concernSet.version,
    eased ? 2 : 3,
    addDays(noted, -30),
    chance.pick(['self', 'family', 'worker', 'school']),
    eased ? 'eased' : 'open',
    eased ? 2 : 1,
    momentOf(noted, 43_200),
    momentOf(last, 43_200),
  ])
  const step = (number: number, severity: number, its: string, why: string, day: string) =>
    made.concernSteps.push([
      chance.id(idTime(timeOf(day), today)),
      id,
      person.id,
      section,
      number,
      severity,
      its,
      why,
      by,
      momentOf(day, 43_200),
    ])
  step(1, 3, 'open', texts.noted, noted)
  if (eased) step(2, 2, 'eased', texts.eased, last)
}

const flags = [
  'interpreter',
  'contact-through',
  'call-hours',
  'read-aloud',
  'no-letters',
  'lesson-hours',
] as const

function inventFlag(made: Made, chance: Random, { person, by, today }: About) {
  const code = chance.pick(flags)
  const section = flagOf(code)?.compartment
  if (!section) return
  const day = addDays(today, -chance.int(3, 60))
  const id = chance.id(idTime(timeOf(day), today))
  made.flags.push([id, person.id, section, code, flagSet.version, day, by, momentOf(day, 43_200)])
}

const obstacles: readonly [ObstacleKind, Domain, DeskKind][] = [
  ['paper', 'papers', 'registry'],
  ['paper', 'papers', 'court'],
  ['school-place', 'education', 'education'],
  ['allowance', 'livelihood', 'benefits'],
  ['housing', 'housing', 'housing'],
]

function inventObstacle(made: Made, chance: Random, { person, by, state, today }: About) {
  const [kind, domain, desk] = chance.pick(obstacles)
  const texts = caseworkTexts[state].obstacles
  // Most wait for days, a few for weeks.
  const days = chance.chance(0.8) ? chance.int(2, 12) : chance.int(15, 60)
  const since = addDays(today, -days)
  const asked = days > 5
  const solved = chance.chance(0.25)
  const id = chance.id(idTime(timeOf(since), today))
  const solvedOn = solved ? addDays(today, -1) : null
  made.obstacles.push([
    id,
    person.id,
    kind,
    domain,
    desk,
    since,
    solved ? 'solved' : asked ? 'asked' : 'open',
    asked ? addDays(since, 3) : null,
    solvedOn,
    by,
    1 + Number(asked) + Number(solved),
    momentOf(since, 36_000),
    momentOf(solvedOn ?? since, 39_600),
  ])
  let number = 0
  const step = (what: string, words: string | null, day: string) =>
    made.obstacleSteps.push([
      chance.id(idTime(timeOf(day), today)),
      id,
      person.id,
      'social',
      ++number,
      what,
      what === 'opened' ? desk : null,
      words,
      by,
      momentOf(day, 36_000),
    ])
  step('opened', texts[kind === 'paper' ? 'paper' : 'other'], since)
  if (asked) step('asked', null, addDays(since, 3))
  if (solvedOn) step('solved', texts.solved, solvedOn)
}

/** From today: two today, one tomorrow … and one that was kept. */
const days = [0, 0, 1, 2, 4, 5, -1] as const
/** In seconds of the day in UTC: mornings and afternoons in all four states. */
const hours = [21_600, 32_400, 18_000, 25_200, 28_800, 19_800, 23_400] as const

function inventAppointment(made: Made, chance: Random, { person, by, state, today }: About, nth: number) {
  const texts = caseworkTexts[state].appointments
  const day = addDays(today, days[nth] ?? 0)
  const noted = momentOf(addDays(today, -3), 30_000)
  const kind = nth % 3 === 2 ? 'together' : nth % 3 === 1 ? 'office' : 'visit'
  made.appointments.push([
    chance.id(idTime(timeOf(day), today)),
    person.id,
    'social',
    kind,
    by,
    texts.whom,
    texts[kind],
    momentOf(day, hours[nth] ?? 21_600),
    60,
    'day',
    (days[nth] ?? 0) < 0 ? 'kept' : 'planned',
    noted,
    noted,
  ])
}

async function copy(client: pg.ClientBase, made: Made): Promise<void> {
  await copyRows(
    client,
    'casework.notes',
    'id person_id compartment kind held_on words account_id locks_on written_at updated_at'.split(' '),
    made.notes,
  )
  await copyRows(
    client,
    'casework.amendments',
    'id note_id person_id compartment words account_id at'.split(' '),
    made.amendments,
  )
  await copyRows(
    client,
    'casework.concerns',
    'id person_id compartment code code_version severity since source state version noted_at updated_at'.split(
      ' ',
    ),
    made.concerns,
  )
  await copyRows(
    client,
    'casework.concern_steps',
    'id concern_id person_id compartment number severity state why account_id at'.split(' '),
    made.concernSteps,
  )
  await copyRows(
    client,
    'casework.obstacles',
    'id person_id kind domain desk since state asked_on solved_on opened_by version opened_at updated_at'.split(
      ' ',
    ),
    made.obstacles,
  )
  await copyRows(
    client,
    'casework.obstacle_steps',
    'id obstacle_id person_id compartment number what whom words account_id at'.split(' '),
    made.obstacleSteps,
  )
  await copyRows(
    client,
    'casework.appointments',
    'id person_id compartment kind account_id with_whom place starts_at minutes remind state made_at updated_at'.split(
      ' ',
    ),
    made.appointments,
  )
  await copyRows(
    client,
    'casework.flags',
    'id person_id compartment code code_version since set_by set_at'.split(' '),
    made.flags,
  )
  for (const table of ['notes', 'concerns', 'obstacles', 'appointments']) {
    await client.query(
      `update casework.${table} t set case_id = c.id from cases.cases c where c.person_id = t.person_id and t.case_id is null`,
    )
  }
}
