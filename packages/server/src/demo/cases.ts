/**
 * Invented cases: each family of a case manager has one for every member, most of them at intake, a few given this
 * week; those who came in the last days wait for a worker. Where each stands, the database derives from its steps.
 */
import type { CaseOrigin } from '@kerege/contract/cases/schema'
import type pg from 'pg'
import { newId } from '../platform/ids.ts'
import { copyRows } from './copy.ts'
import { addDays, momentOf } from './days.ts'
import { furtherOf, type DemoStep } from './caseWays.ts'
import { random } from './random.ts'
import type { DemoNode, DemoPerson, DemoState } from './types.ts'

export interface DemoCase {
  id: string
  person: DemoPerson
  origin: CaseOrigin
  openedBy: string
  openedAt: string
  worker?: { id: string; grantId: string; since: string; until?: string }
  /** When the intake began; absent where it did not yet. */
  begunAt?: string
  /** What came after the intake. */
  further: DemoStep[]
  /** The next day that asks for somebody. */
  lookOn?: string
  /** Days of looking in after closing. */
  looks: string[]
  /** At how many of them somebody has looked in, and how it was. */
  looked?: { count: number; words: string }
  /** Of a family that reception handed over: the same for all of it. */
  handover?: { id: string; by: string; signedBy: string }
}

/** Of ten families of a case manager one was given this week. */
const freshEvery = 10
/** Of seven one was handed over by reception. */
const handedEvery = 7

export function inventCases(demo: DemoNode & { id: DemoState }, seed: string, today: string): DemoCase[] {
  const chance = random(`${seed}/${demo.id}/cases`)
  const role = new Map(demo.accounts.map(account => [account.id, account.role]))
  const supervisors = demo.accounts.filter(account => account.role === 'supervisor')
  const grants = new Map(
    demo.grants
      .filter(grant => grant.kind === 'own' && role.get(grant.accountId) === 'caseManager')
      .map(grant => [grant.subjectId, grant]),
  )
  return demo.households.flatMap((home, n) => {
    const people = demo.people.filter(person => person.householdId === home.id)
    const supervisor = supervisors.find(account => account.teamId === people[0]?.teamId)
    if (!supervisor) return []
    const fresh = n % freshEvery === 0 || !people.some(person => grants.has(person.id))
    const day = addDays(today, -chance.int(1, 6))
    const handover = n % handedEvery === 1 && !fresh ? handedOver(demo, people) : undefined
    const said = chance.weighted<CaseOrigin>([
      ['walk-in', 3],
      ['referral', 3],
      ['guardian-detained', 1],
    ])
    return people.map((person): DemoCase => {
      const opened = fresh ? momentOf(day, 32_400) : person.createdAt
      const grant = grants.get(person.id)
      const way =
        fresh || !grant
          ? { steps: [], looks: [] }
          : furtherOf(demo.id, Number.parseInt(home.id.slice(-4), 16), opened.slice(0, 10), today)
      return {
        id: newId(Date.parse(opened)),
        person,
        origin: handover ? 'handover' : said,
        openedBy: handover?.by ?? supervisor.id,
        openedAt: opened,
        ...(handover ? { handover } : {}),
        ...(grant ? { worker: { id: grant.accountId, grantId: grant.id, since: opened } } : {}),
        further: way.steps,
        looks: way.looks,
        ...(way.lookOn ? { lookOn: way.lookOn } : {}),
        ...(fresh ? {} : { begunAt: momentOf(addDays(opened.slice(0, 10), 1), 36_000) }),
      }
    })
  })
}

/** To the centre that works with them, signed by the eldest. */
function handedOver(demo: DemoNode, people: readonly DemoPerson[]): DemoCase['handover'] {
  const officer = demo.accounts.find(account => account.role === 'receptionOfficer')
  const [head] = people
  const name = head?.contact.names[0]
  if (!officer || !head || !name) return undefined
  const signedBy = [name.given, name.family].filter(Boolean).join(' ')
  return { id: newId(Date.parse(head.createdAt)), by: officer.id, signedBy }
}

const compartmentOf = (origin: CaseOrigin) =>
  origin === 'handover' ? 'journey' : origin === 'guardian-detained' ? 'legal' : 'contact'

export async function copyCases(client: pg.ClientBase, cases: readonly DemoCase[]): Promise<void> {
  if (cases.length === 0) return
  const { rows } = await client.query<{ last: number }>(
    `select setval('cases.numbers', nextval('cases.numbers') - 1 + $1)::int as last`,
    [cases.length],
  )
  const before = (rows[0]?.last ?? cases.length) - cases.length
  await copyRows(
    client,
    'cases.cases',
    'id person_id number episode state state_since household_id agency_id team_id worker_id opened_by opened_at updated_at look_on'.split(
      ' ',
    ),
    cases.map(({ id, person, openedAt, openedBy, worker, lookOn }, n) => [
      id,
      person.id,
      before + n + 1,
      1,
      'arrived',
      openedAt,
      person.householdId,
      person.agencyId,
      person.teamId,
      worker?.id,
      openedBy,
      openedAt,
      openedAt,
      lookOn,
    ]),
  )
  await copyRows(
    client,
    'cases.origins',
    'id case_id person_id compartment origin at actor_id'.split(' '),
    cases.map(({ id, person, origin, openedAt, openedBy }) => [
      newId(Date.parse(openedAt)),
      id,
      person.id,
      compartmentOf(origin),
      origin,
      openedAt,
      openedBy,
    ]),
  )
  await copyRows(
    client,
    'cases.assignments',
    'id case_id agency_id team_id worker_id grant_id at ended_at actor_id'.split(' '),
    cases.flatMap(({ id, person, worker, openedBy }) =>
      worker
        ? [
            [
              newId(Date.parse(worker.since)),
              id,
              person.agencyId,
              person.teamId,
              worker.id,
              worker.grantId,
              worker.since,
              worker.until,
              openedBy,
            ],
          ]
        : [],
    ),
  )
  await copyRows(
    client,
    'cases.steps',
    'id case_id number from_state to_state at actor_id reason outcome'.split(' '),
    cases.flatMap(({ id, openedAt, openedBy, worker, begunAt, further }) => [
      [newId(Date.parse(openedAt)), id, 1, null, 'arrived', openedAt, openedBy, null, null],
      ...(begunAt && worker
        ? [[newId(Date.parse(begunAt)), id, 2, 'arrived', 'intake', begunAt, worker.id, null, null]]
        : []),
      ...further.map(({ from, to, at, by, reason, outcome }, n) => [
        newId(Date.parse(at)),
        id,
        n + 3,
        from,
        to,
        at,
        by === 'program' ? null : by === 'lead' ? openedBy : worker?.id,
        reason,
        outcome,
      ]),
    ]),
  )
  await copyRows(
    client,
    'cases.statements',
    'id case_id person_id step guard words'.split(' '),
    cases.flatMap(({ id, person, further }) =>
      further.flatMap(({ at, said }, n) =>
        said ? [[newId(Date.parse(at)), id, person.id, n + 3, said.guard, said.words]] : [],
      ),
    ),
  )
  await copyRows(
    client,
    'cases.looks',
    'id case_id person_id number due done_at done_by how going words'.split(' '),
    cases.flatMap(({ id, person, worker, openedAt, looks, looked }) =>
      looks.map((due, n) => [
        ...[newId(Date.parse(openedAt)), id, person.id, n + 1, due],
        ...(looked && worker && n < looked.count
          ? [momentOf(due, 40_000), worker.id, n % 2 ? 'call' : 'visit', 'well', looked.words]
          : [null, null, null, null, null]),
      ]),
    ),
  )
  await copyHandovers(client, cases)
}

async function copyHandovers(client: pg.ClientBase, cases: readonly DemoCase[]): Promise<void> {
  const handed = cases.flatMap(one => (one.handover ? [{ ...one, handover: one.handover }] : []))
  const families = new Map(handed.map(one => [one.handover.id, one]))
  await copyRows(
    client,
    'repatriation.handovers',
    'id to_kind agency_id team_id handed_on signed_by signed_on at by_id'.split(' '),
    [...families.values()].map(({ handover, person, openedAt }) => [
      handover.id,
      'centre',
      person.agencyId,
      person.teamId,
      openedAt.slice(0, 10),
      handover.signedBy,
      openedAt.slice(0, 10),
      openedAt,
      handover.by,
    ]),
  )
  await copyRows(
    client,
    'repatriation.handover_people',
    'id handover_id person_id case_id'.split(' '),
    handed.map(({ id, handover, person, openedAt }) => [
      newId(Date.parse(openedAt)),
      handover.id,
      person.id,
      id,
    ]),
  )
}
