/**
 * Papers of a third of the families: some on their way, some that keep a school or a clinic closed for more than two
 * months, some in the family's hands. Each state is reached by the steps that lead to it, each on a day of its own.
 */
import type { Blocked, Fact, PaperState, Pathway, StepCode } from '@kerege/contract/people/papers/rules'
import type { Evidence, PaperStep } from '@kerege/contract/people/papers/schema'
import { addDays, daysBetween, idTime, momentOf, timeOf } from './days.ts'
import { paperTexts } from './paperTexts.ts'
import type { Random } from './random.ts'
import type { DemoPaper, DemoPaperMove, DemoPerson, DemoState } from './types.ts'
import type { Placed } from './work.ts'

interface Kind {
  readonly fact: Fact
  readonly paper?: string
  readonly pathway: Pathway
  readonly steps: readonly StepCode[]
  readonly blocks: readonly Blocked[]
}

const birth = { fact: 'birth', paper: 'birth-certificate', blocks: ['school', 'benefit'] } as const
const kinds: Readonly<Record<'child' | 'adult', readonly (readonly [Kind, number])[]>> = {
  child: [
    [
      {
        ...birth,
        pathway: 'court',
        steps: ['court-claim', 'hearing', 'decision-in-force', 'collect-paper', 'show-school'],
      },
      40,
    ],
    [
      {
        ...birth,
        blocks: ['clinic'],
        pathway: 'registry',
        steps: ['collect-proof', 'ask-registry', 'file-application', 'collect-paper'],
      },
      25,
    ],
    [
      {
        fact: 'parentage',
        paper: 'court-decision',
        pathway: 'court',
        steps: ['collect-proof', 'court-claim', 'hearing', 'decision-in-force', 'collect-paper'],
        blocks: ['benefit'],
      },
      15,
    ],
    [
      {
        fact: 'education',
        paper: 'school-record',
        pathway: 'school-board',
        steps: ['file-application', 'school-test', 'collect-paper', 'show-school'],
        blocks: [],
      },
      20,
    ],
  ],
  adult: [
    [
      {
        fact: 'identity',
        paper: 'identity-card',
        pathway: 'registry',
        steps: ['photo-and-fee', 'file-application', 'collect-paper'],
        blocks: ['work', 'bank'],
      },
      55,
    ],
    [
      {
        fact: 'residence',
        paper: 'residence-registration',
        pathway: 'migration-office',
        steps: ['write-application', 'file-application', 'collect-paper'],
        blocks: ['housing'],
      },
      45,
    ],
  ],
}

/** The ways that lead to each state; the last word is the state. */
const ways: readonly (readonly [readonly PaperState[], number])[] = [
  [['needed'], 10],
  [['needed', 'preparing'], 14],
  [['needed', 'preparing', 'filed'], 16],
  [['needed', 'filed', 'waiting'], 22],
  [['needed', 'preparing', 'filed', 'in-court'], 12],
  [['needed', 'filed', 'waiting', 'refused'], 4],
  [['needed', 'filed', 'refused', 'appealed'], 4],
  [['needed', 'preparing', 'filed', 'waiting', 'issued'], 6],
  [['needed', 'filed', 'waiting', 'issued', 'handed-over'], 10],
  [['needed', 'not-needed'], 2],
]

export function inventPapers(
  random: Random,
  state: DemoState,
  today: string,
  families: readonly Placed[],
): DemoPaper[] {
  return families.flatMap(family => {
    const { manager, people, born } = family
    if (!manager || !random.chance(0.36)) return []
    const young = people.filter((_, at) => daysBetween(born[at] ?? today, today) < 16 * 365)
    const isYoung = (person: DemoPerson) => young.includes(person)
    const chosen = random.chance(0.85) && young.length > 0 ? random.pick(young) : random.pick(people)
    const first = invent(random, state, today, chosen, manager.id, kindFor(random, chosen, isYoung(chosen)))
    const mother = people[0]
    // Now and then the mother waits for a paper of her own.
    if (!mother || mother === chosen || isYoung(mother) || !random.chance(0.3)) return [first]
    return [first, invent(random, state, today, mother, manager.id, kindFor(random, mother, false))]
  })
}

/** Nobody waits for the paper whose number stands in the file already. */
function kindFor(random: Random, person: DemoPerson, young: boolean): Kind {
  const has = person.identity.identifiers.length > 0
  const fitting = kinds[young ? 'child' : 'adult'].filter(
    ([kind]) => !has || (kind.fact !== 'birth' && kind.fact !== 'identity'),
  )
  return random.weighted(fitting)
}

function invent(
  random: Random,
  state: DemoState,
  today: string,
  person: DemoPerson,
  accountId: string,
  kind: Kind,
): DemoPaper {
  const texts = paperTexts[state]
  const way = random.weighted(
    kind.pathway === 'court' ? ways : ways.filter(([way]) => !way.includes('in-court')),
  )
  // Nobody wrote down a need before the file was opened.
  const known = daysBetween(person.createdAt.slice(0, 10), today)
  const waits = Math.min(
    known,
    random.weighted([
      [random.int(4, 58), 62],
      [random.int(61, 170), 38],
    ]),
  )
  const days = spread(random, waits, way.length).map(ago => addDays(today, -ago))
  const moves = way.map((to, at): DemoPaperMove => {
    const on = days[at] ?? today
    return {
      id: random.id(idTime(timeOf(on), today) + at),
      ...(at > 0 ? { from: way[at - 1] as PaperState } : {}),
      to,
      on,
      at: momentOf(on, 14_000 + at * 600),
      ...(to === 'refused' || to === 'not-needed' ? { reason: texts.reasons[to] } : {}),
    }
  })
  const made = addDays(today, -waits)
  const since = idTime(timeOf(made), today)
  const proof: Evidence = {
    id: random.id(since),
    standing: random.chance(0.6) ? 'held' : 'wanted',
    text: random.pick(texts.proof),
  }
  return {
    id: random.id(since),
    personId: person.id,
    accountId,
    fact: kind.fact,
    ...(kind.paper ? { paper: kind.paper } : {}),
    pathway: kind.pathway,
    office: { name: texts.offices[kind.pathway] ?? texts.offices.registry, contact: texts.hours },
    steps: steps(random, kind.steps, way, days, today),
    evidence: [proof],
    blocks: [...kind.blocks],
    moves,
    createdAt: moves[0]?.at ?? momentOf(made, 14_000),
  }
}

/** Days ago, from the first to the last: each later than the one before, none ahead. */
function spread(random: Random, from: number, count: number): number[] {
  const last = Math.min(from, random.int(0, 12))
  return Array.from({ length: count }, (_, at) =>
    count === 1 ? from : Math.round(from - ((from - last) * at) / (count - 1)),
  )
}

/** How many steps lead to the application, it included. */
const filedSteps = (codes: readonly StepCode[]) =>
  codes.findIndex(code => code === 'file-application' || code === 'court-claim') + 1

/** How many steps are done by the time that the paper stands there. */
function passed(codes: readonly StepCode[], now: PaperState): number {
  const filed = filedSteps(codes)
  const collected = codes.indexOf('collect-paper')
  if (now === 'needed' || now === 'not-needed') return 0
  if (now === 'preparing') return Math.max(0, filed - 1)
  if (now === 'issued') return collected
  if (now === 'handed-over') return codes.length
  if (now === 'in-court') return Math.max(filed, codes.indexOf('hearing') + 1)
  return filed
}

function steps(
  random: Random,
  codes: readonly StepCode[],
  way: readonly PaperState[],
  days: readonly string[],
  today: string,
): PaperStep[] {
  const now = way.at(-1) ?? 'needed'
  const done = passed(codes, now)
  const filed = days[way.indexOf('filed')] ?? days.at(-1) ?? today
  const closed = now === 'handed-over' || now === 'not-needed'
  return codes.map((code, at) => {
    const id = random.id(idTime(timeOf(days[0] ?? today), today) + at)
    // What leads to the application was done by the day of filing, the rest by the day of the last news.
    if (at < done) return { id, code, doneOn: at < filedSteps(codes) ? filed : (days.at(-1) ?? today) }
    if (at === done && !closed) return { id, code, due: addDays(today, random.int(-5, 24)) }
    return { id, code }
  })
}
