/**
 * One open operation of a node, made of its invented families who are still with the consul: women and children, as on
 * the flights of the last years. It has something to settle: a family in two buses, a child with nobody beside it, a
 * mother who has not answered. Pure: same seed, same operation.
 */
import { checkTemplates } from '@kerege/contract/repatriation/operations/checks'
import type { RoleName } from '@kerege/contract/access/roles'
import type { LineState } from '@kerege/contract/repatriation/operations/states'
import { addDays, idTime, momentOf, timeOf } from './days.ts'
import { operationTexts } from './operationTexts.ts'
import { random } from './random.ts'
import type { DemoAccount, DemoNode, DemoPerson, DemoState } from './types.ts'

/** Rows of the tables of one operation, by name; the first row of each is what its columns are called. */
export interface DemoOperation {
  id: string
  lead: DemoAccount
  /** Snapshots of the frozen version are taken from what stands here. */
  manifestId: string
  openedAt: string
  rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

const mostFamilies = 13
const travellers: readonly DemoPerson['householdRole'][] = ['head', 'mother', 'child']

export function inventOperation(
  demo: DemoNode,
  state: DemoState,
  seed: string,
  today: string,
): DemoOperation | undefined {
  const lead = demo.accounts.find(one => one.role === 'operationLead')
  const consul = demo.accounts.find(one => one.role === 'consularOfficer')
  if (!lead || !consul) return undefined
  const words = operationTexts[state]
  const chance = random(`${seed}/${state}/operation`)
  const started = addDays(today, -40)
  const at = (days: number, seconds = 36_000) => momentOf(addDays(today, days), seconds)
  const id = chance.id(idTime(timeOf(started), today))
  const next = () => chance.id(idTime(timeOf(started), today))
  const [manifestId, nextManifestId] = [next(), next()]
  const legs = inventLegs(words, next, id, at)
  const families = familiesOf(demo, lead.agencyId)
  const sizes = families.slice(0, 6).map(people => people.length)
  const divided = sizes.indexOf(Math.max(...sizes))
  const list = families.map((people, nth) =>
    inventFamilyLines(nth, { people, demo, id, by: consul, at, next, legs, words, divided }),
  )
  let bracelet = 0
  const lines: Readonly<Record<string, unknown>>[] = list.flatMap(one =>
    one.lines.map(row => ({ ...row, bracelet: String(++bracelet).padStart(3, '0') })),
  )
  const staff = inventStaffRows(demo, next, id, lead, at, addDays(today, 45))
  return {
    id,
    lead,
    manifestId,
    openedAt: at(-3),
    rows: {
      operations: [
        {
          id,
          agency_id: lead.agencyId,
          name: words.name,
          from_country: 'SY',
          planned_from: addDays(today, 16),
          planned_to: addDays(today, 17),
          places: Math.max(1, lines.length - 3),
          wanted: { doctor: 1, interpreter: 2, psychologist: 1, reception: 1 },
          created_by: lead.id,
          created_at: at(-40),
          updated_at: at(-3),
        },
      ],
      operation_steps: [
        { id: next(), operation_id: id, number: 1, to_state: 'planned', at: at(-40), actor_id: lead.id },
      ],
      staff,
      legs,
      families: list.map(one => one.family),
      lines,
      line_steps: list.flatMap(one => one.steps),
      line_legs: list.flatMap(one => one.places),
      evidence: list.flatMap(one => one.evidence),
      consents: list.flatMap(one => one.consents),
      checks: inventChecks(next, id, staff, lead, today, at),
      manifests: [
        { id: manifestId, operation_id: id, number: 1, state: 'open', at: at(-40), by: lead.id },
        {
          id: nextManifestId,
          operation_id: id,
          number: 2,
          state: 'open',
          at: at(-3),
          by: lead.id,
          reason: words.opened,
        },
      ],
    },
  }
}

type Row = Readonly<Record<string, unknown>>
type Words = (typeof operationTexts)[DemoState]
type At = (days: number, seconds?: number) => string

function inventLegs(words: Words, next: () => string, operation: string, at: At) {
  const leg = (ordinal: number, over: Row) => ({
    id: next(),
    operation_id: operation,
    ordinal,
    ...over,
    created_at: at(-39),
    updated_at: at(-39),
  })
  const bus = (n: number) =>
    leg(2, {
      kind: 'land',
      from_place: words.airport,
      to_place: words.centre,
      vehicle: words.bus(n),
      seats: 30,
      departs_at: at(16, 43_200),
      arrives_at: at(16, 50_400),
    })
  const flight = leg(1, {
    kind: 'air',
    from_place: words.airfield,
    to_place: words.airport,
    vehicle: words.flight,
    seats: 80,
    departs_at: at(16, 18_000),
    arrives_at: at(16, 39_600),
  })
  return [flight, bus(1), bus(2)] as const
}

/** Whole families of the lead's agency; who waits at home is not on the list. */
function familiesOf(demo: DemoNode, agencyId: string): DemoPerson[][] {
  const homes = new Map<string, DemoPerson[]>()
  for (const person of demo.people) {
    if (person.agencyId !== agencyId || !travellers.includes(person.householdRole)) continue
    homes.set(person.householdId, [...(homes.get(person.householdId) ?? []), person])
  }
  const whole = [...homes.values()]
  const grown = whole.filter(people => people.some(person => person.householdRole !== 'child'))
  // Few children travel without anybody of their own: the smallest of those families.
  const [alone] = whole.filter(people => !grown.includes(people)).toSorted((a, b) => a.length - b.length)
  return [...grown.slice(0, mostFamilies - 1), ...(alone ? [alone] : [])]
}

interface FamilyGround {
  people: readonly DemoPerson[]
  demo: DemoNode
  id: string
  by: DemoAccount
  at: At
  next: () => string
  legs: ReturnType<typeof inventLegs>
  words: Words
  /** Which family is the one in two buses. */
  divided: number
}

/** The lines of one family with what became of each, their places, proof and answers. */
function inventFamilyLines(nth: number, ground: FamilyGround) {
  const { people, demo, id, next, at, words } = ground
  const familyId = next()
  const home = demo.households.find(one => one.id === people[0]?.householdId)
  const head = people.find(person => person.householdRole !== 'child')
  const lines = people.map((person): Row & { id: string; person_id: string } => ({
    id: next(),
    operation_id: id,
    person_id: person.id,
    family_id: familyId,
    head: person === head,
    created_by: ground.by.id,
    created_at: at(-30),
    updated_at: at(-30),
  }))
  const passed = lines.map((_, member) => course(nth, member, people.length))
  return {
    family: {
      id: familyId,
      operation_id: id,
      name: home?.name ?? '',
      household_id: home?.id,
      created_at: at(-30),
    },
    lines,
    steps: lines.flatMap((line, member) => stepsOf(line.id, passed[member] ?? [], ground)),
    places: lines.flatMap((line, member) =>
      passed[member]?.at(-1) === 'refused' ? [] : placesOf(line.id, nth, member, people.length, ground),
    ),
    evidence: lines.map((line, member) => {
      const held = passed[member]?.includes('verified') ?? false
      return {
        id: next(),
        line_id: line.id,
        person_id: line.person_id,
        about: 'kinship',
        compartment: 'kinship',
        standing: held ? 'held' : 'wanted',
        text: held ? words.proof : words.wanted,
        written_by: ground.by.id,
        created_at: at(-28),
        updated_at: at(-28),
      }
    }),
    consents: head ? consentsOf(lines, people.indexOf(head), nth, ground) : [],
  }
}

/** Most have come as far as their answer; one adult wishes to stay, and some are still being looked into. */
function course(nth: number, member: number, size: number): readonly LineState[] {
  if (nth === 4 && size === 1) return ['identified', 'refused']
  if (nth % 4 === 2 && member === size - 1) return ['identified']
  if (nth % 4 === 3) return ['identified', 'verified']
  return ['identified', 'verified', 'consented']
}

function stepsOf(lineId: string, states: readonly LineState[], { by, at, next, words }: FamilyGround): Row[] {
  return states.map((state, number) => ({
    id: next(),
    line_id: lineId,
    number: number + 1,
    from_state: states[number - 1],
    to_state: state,
    at: at(-30 + number * 8),
    actor_id: by.id,
    reason: state === 'refused' ? words.refused : undefined,
  }))
}

/** The largest family of the first ones sits in two buses: that has to be settled before the list is closed. */
function placesOf(lineId: string, nth: number, member: number, size: number, ground: FamilyGround): Row[] {
  const [flight, first, second] = ground.legs
  const apart = nth === ground.divided && member >= size - 2
  const bus = (nth % 2 === 0) !== apart ? first : second
  return [flight, bus].map(leg => ({ line_id: lineId, leg_id: leg.id, operation_id: ground.id }))
}

/** A mother answers for her children; one has not answered yet, and somebody asks her again. */
function consentsOf(
  lines: readonly { id: string; person_id: string }[],
  head: number,
  nth: number,
  { by, at, next, words }: FamilyGround,
): Row[] {
  const waits = nth % 4 === 3
  return lines.map((line, member) => ({
    id: next(),
    line_id: line.id,
    person_id: line.person_id,
    giver: member === head ? 'self' : 'mother',
    standing: waits ? 'asked' : 'given',
    asked_on: at(-25).slice(0, 10),
    answered_on: waits ? undefined : at(-20).slice(0, 10),
    through: words.through,
    written_by: by.id,
    created_at: at(-25),
    updated_at: at(-20),
  }))
}

const duties: Readonly<Partial<Record<RoleName, string>>> = {
  operationLead: 'lead',
  consularOfficer: 'consular',
  receptionOfficer: 'reception',
  doctor: 'doctor',
  psychologist: 'psychologist',
  ngoWorker: 'interpreter',
}

function inventStaffRows(
  demo: DemoNode,
  next: () => string,
  id: string,
  lead: DemoAccount,
  at: At,
  until: string,
): (Row & { duty: string; account_id: string })[] {
  return demo.accounts.flatMap(account => {
    const duty = duties[account.role]
    if (!duty) return []
    return [
      {
        id: next(),
        operation_id: id,
        account_id: account.id,
        duty,
        languages: duty === 'interpreter' ? [account.language] : [],
        until,
        added_by: lead.id,
        added_at: at(-38),
      },
    ]
  })
}

/** What is usual, with the first half done. */
function inventChecks(
  next: () => string,
  id: string,
  staff: readonly { duty: string; account_id: string }[],
  lead: DemoAccount,
  today: string,
  at: At,
): Row[] {
  return checkTemplates.map((check, ordinal) => {
    const owner = staff.find(one => one.duty === check.duty)?.account_id ?? lead.id
    const done = ordinal < 5
    return {
      id: next(),
      operation_id: id,
      step: check.step,
      ordinal,
      code: check.code,
      owner_id: owner,
      due: addDays(today, 16 - check.daysBefore),
      done_at: done ? at(-10 + ordinal) : undefined,
      done_by: done ? owner : undefined,
    }
  })
}
