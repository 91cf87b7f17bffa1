/**
 * Invented cases: each family of a case manager has one for every member, most of them at intake, a few given this
 * week; those who came in the last days wait for a worker. Where each stands, the database derives from its steps.
 */
import type { CaseOrigin } from '@kerege/contract/cases/schema'
import type pg from 'pg'
import { newId } from '../platform/ids.ts'
import { copyRows } from './copy.ts'
import { addDays, momentOf } from './days.ts'
import { random } from './random.ts'
import type { DemoNode, DemoPerson } from './types.ts'

interface DemoCase {
  id: string
  person: DemoPerson
  origin: CaseOrigin
  openedBy: string
  openedAt: string
  worker?: { id: string; grantId: string; since: string }
  /** When the intake began; absent where it did not yet. */
  begunAt?: string
}

/** Of ten families of a case manager one was given this week. */
const freshEvery = 10

export function inventCases(demo: DemoNode, seed: string, today: string): DemoCase[] {
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
    const origin = chance.weighted<CaseOrigin>([
      ['walk-in', 3],
      ['referral', 3],
      ['guardian-detained', 1],
    ])
    return people.map((person): DemoCase => {
      const opened = fresh ? momentOf(day, 32_400) : person.createdAt
      const grant = grants.get(person.id)
      return {
        id: newId(Date.parse(opened)),
        person,
        origin,
        openedBy: supervisor.id,
        openedAt: opened,
        ...(grant ? { worker: { id: grant.accountId, grantId: grant.id, since: opened } } : {}),
        ...(fresh ? {} : { begunAt: momentOf(addDays(opened.slice(0, 10), 1), 36_000) }),
      }
    })
  })
}

const compartmentOf = (origin: CaseOrigin) =>
  origin === 'handover' ? 'journey' : origin === 'guardian-detained' ? 'legal' : 'contact'

export async function copyCases(client: pg.ClientBase, cases: readonly DemoCase[]): Promise<void> {
  await copyRows(
    client,
    'cases.cases',
    'id person_id number episode state state_since household_id agency_id team_id worker_id opened_by opened_at updated_at'.split(
      ' ',
    ),
    cases.map(({ id, person, openedAt, openedBy, worker }, n) => [
      id,
      person.id,
      n + 1,
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
    'id case_id agency_id team_id worker_id grant_id at actor_id'.split(' '),
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
              openedBy,
            ],
          ]
        : [],
    ),
  )
  await copyRows(
    client,
    'cases.steps',
    'id case_id number from_state to_state at actor_id'.split(' '),
    cases.flatMap(({ id, openedAt, openedBy, worker, begunAt }) => [
      [newId(Date.parse(openedAt)), id, 1, null, 'arrived', openedAt, openedBy],
      ...(begunAt && worker
        ? [[newId(Date.parse(begunAt)), id, 2, 'arrived', 'intake', begunAt, worker.id]]
        : []),
    ]),
  )
  await client.query(`select setval('cases.numbers', $1)`, [Math.max(1, cases.length)])
}
