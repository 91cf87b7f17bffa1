/**
 * The rest of a whole caseload: one more case manager in each team of the centre, with families at every place of the way, so that a
 * node has about two thousand people. Apart from the first families, who come with the doors: these come while somebody looks around
 * already, and not at all where a region is asked for that fills quickly. Pure: same seed, same people.
 */
import { isOver } from '@kerege/contract/cases/states'
import { newId } from '../platform/ids.ts'
import type { DemoCase } from './cases.ts'
import { isWorkedWith, type StandsAt, wayTo, wholeCaseload } from './caseWays.ts'
import { wayWords } from './caseWayTexts.ts'
import { addDays, idTime, momentOf, timeOf } from './days.ts'
import { pools } from './names/forms.ts'
import { areasOf, settleFamily } from './node.ts'
import { inventPapers } from './papers.ts'
import { type Random, random } from './random.ts'
import { states } from './states.ts'
import type { DemoAccount, DemoGrant, DemoNode, DemoState } from './types.ts'
import { inventTasks, type Placed } from './work.ts'

export type More = Pick<
  DemoNode,
  'accounts' | 'people' | 'households' | 'relations' | 'grants' | 'tasks' | 'papers'
> & {
  /** Whose families stand where, by household. */
  readonly stands: ReadonlyMap<string, StandsAt>
}

/** @param demo the node with its first families, who stay as they are */
export function inventMore(demo: DemoNode & { id: DemoState }, seed: string, today: string): More {
  const chance = random(`${seed}/${demo.id}/more`)
  const leads = demo.accounts.filter(
    one => one.role === 'supervisor' && demo.people.some(person => person.teamId === one.teamId),
  )
  const managers = inventManagers(chance.fork('staff'), demo, leads, today)
  const made: { [part in 'people' | 'households' | 'relations' | 'grants']: DemoNode[part] } = {
    people: [],
    households: [],
    relations: [],
    grants: [],
  }
  const stands = new Map<string, StandsAt>()
  const placed: Placed[] = []
  managers.forEach((manager, at) => {
    const lead = leads[at]
    for (const [n, stand] of wholeCaseload
      .flatMap(([it, count]) => Array<StandsAt>(count).fill(it))
      .entries()) {
      const family = settle(chance.fork(`${at}/${n}`), demo, manager, stand, today)
      stands.set(family.household.id, stand)
      made.households.push(family.household)
      made.people.push(...family.people)
      made.relations.push(...family.relations)
      if (isWorkedWith(stand)) placed.push(family)
      for (const person of family.people) {
        const from = person.createdAt.slice(0, 10)
        made.grants.push({
          id: chance.id(idTime(timeOf(from), today)),
          accountId: manager.id,
          subjectId: person.id,
          kind: 'own',
          grantedBy: lead?.id ?? manager.id,
          validFrom: momentOf(from, 32_400),
        })
      }
    }
  })
  const mine = (manager: DemoAccount) =>
    made.grants.filter(grant => grant.accountId === manager.id).map(grant => grant.subjectId)
  const owners = new Set(managers.map(one => one.id))
  const tasks = inventTasks(
    chance.fork('tasks'),
    today,
    [...managers, ...leads],
    new Map(managers.map(one => [one.id, mine(one)])),
  ).filter(task => owners.has(task.ownerId))
  return {
    accounts: managers,
    ...made,
    tasks,
    papers: inventPapers(chance.fork('papers'), demo.id, today, placed),
    stands,
  }
}

function inventManagers(
  chance: Random,
  demo: DemoNode & { id: DemoState },
  leads: readonly DemoAccount[],
  today: string,
): DemoAccount[] {
  const founded = idTime(timeOf(addDays(today, -1000)), today)
  const pool = pools[states[demo.id].mainTradition]
  const taken = new Set(demo.accounts.map(one => one.name.split(' ')[0]))
  return leads.map((lead, at): DemoAccount => {
    const given = chance.pick([...pool.female, ...pool.male].filter(one => !taken.has(one)))
    taken.add(given)
    const key = `case-manager-${at + 1}-more`
    return {
      ...lead,
      id: chance.id(founded),
      hatId: chance.id(founded),
      key,
      name: `${given} ${chance.pick(pool.stems).charAt(0)}.`,
      email: `${key}@${demo.id}.demo.example`,
      role: 'caseManager',
      door: false,
    }
  })
}

const most = 40

/** A family that was registered as long ago as its way takes: nobody in it was born later. */
function settle(
  chance: Random,
  demo: DemoNode & { id: DemoState },
  manager: DemoAccount,
  stand: StandsAt,
  today: string,
) {
  const facts = states[demo.id]
  const region = demo.areas.find(area => area.code === manager.areas[0])?.parent ?? facts.regions[0]
  const days = wholeCaseload.find(([it]) => it === stand)?.[2] ?? [30, 900]
  const place = {
    agencyId: manager.agencyId,
    ...(manager.teamId && { teamId: manager.teamId }),
    manager,
    areas: areasOf(demo.areas, region),
    days,
  }
  for (let round = 1; ; round++) {
    const family = settleFamily(chance.fork(`round/${round}`), facts, today, place, undefined)
    const opened = family.household.createdAt.slice(0, 10)
    if (round === most || family.born.every(day => day < opened)) return family
  }
}

/** Their cases, each with the steps that led to where the family stands. */
export function inventMoreCases(demo: DemoNode & { id: DemoState }, more: More, today: string): DemoCase[] {
  const leads = demo.accounts.filter(one => one.role === 'supervisor')
  const grants = new Map(more.grants.map(grant => [grant.subjectId, grant]))
  return more.households.flatMap((home, n) => {
    const stand = more.stands.get(home.id) ?? 'active'
    const opened = home.createdAt
    const way = wayTo(demo.id, stand, n, opened.slice(0, 10), today)
    const end = way.steps.at(-1)
    return more.people
      .filter(person => person.householdId === home.id)
      .map((person): DemoCase => {
        const grant = grants.get(person.id)
        const lead = leads.find(one => one.teamId === person.teamId)
        return {
          id: newId(Date.parse(opened)),
          person,
          origin: n % 3 ? 'walk-in' : 'referral',
          openedBy: lead?.id ?? grant?.accountId ?? '',
          openedAt: opened,
          ...(grant && {
            worker: {
              id: grant.accountId,
              grantId: grant.id,
              since: opened,
              ...(end && isOver(end.to) ? { until: end.at } : {}),
            },
          }),
          ...(stand === 'arrived' ? {} : { begunAt: momentOf(addDays(opened.slice(0, 10), 1), 36_000) }),
          further: way.steps,
          looks: way.looks,
          ...(way.looked ? { looked: { count: way.looked, words: wayWords[demo.id].well } } : {}),
          ...(way.lookOn ? { lookOn: way.lookOn } : {}),
        }
      })
  })
}

/** What a worker opened ends where a case is over. */
export const endedGrants = (cases: readonly DemoCase[]): readonly (readonly [grant: string, at: string])[] =>
  cases.flatMap(({ worker }) => (worker?.until ? [[worker.grantId, worker.until] as const] : []))

/** Those of whom a worker writes today. */
export const worked = (more: More): DemoGrant[] => {
  const live = new Set(
    more.people
      .filter(person => isWorkedWith(more.stands.get(person.householdId) ?? 'ended'))
      .map(person => person.id),
  )
  return more.grants.filter(grant => live.has(grant.subjectId))
}
