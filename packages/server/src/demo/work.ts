/** Who works with whom, and what is to be done: grants, tasks and notices around today. */
import type { RoleName } from '@kerege/contract/access/roles'
import { addDays, daysBetween, idTime, momentOf, timeOf } from './days.ts'
import type { Random } from './random.ts'
import type { TaskCode } from './taskTexts.ts'
import type { DemoAccount, DemoGrant, DemoNotification, DemoPerson, DemoTask } from './types.ts'

/** One family as it stands in the files, with what grants need to know about its members. */
export interface Placed {
  readonly people: readonly DemoPerson[]
  /** Index-aligned with `people`: the true day of birth. */
  readonly born: readonly string[]
  readonly withoutParents: boolean
  readonly manager?: DemoAccount
}

const byRole = (accounts: readonly DemoAccount[], role: RoleName) =>
  accounts.find(account => account.role === role)

export function inventGrants(
  random: Random,
  today: string,
  accounts: readonly DemoAccount[],
  families: readonly Placed[],
  receptionTeam: string,
): DemoGrant[] {
  const supervisor = byRole(accounts, 'supervisor')
  const grants: DemoGrant[] = []
  const give = (
    account: DemoAccount | undefined,
    person: DemoPerson,
    kind: DemoGrant['kind'],
    period: { from: string; until?: string },
  ) => {
    if (!account || !supervisor) return
    grants.push({
      id: random.id(idTime(timeOf(period.from), today)),
      accountId: account.id,
      subjectId: person.id,
      kind,
      grantedBy: supervisor.id,
      validFrom: momentOf(period.from, 32_400),
      ...(period.until && { validTo: momentOf(period.until, 64_800) }),
    })
  }
  for (const { people, manager } of families) {
    for (const person of people) give(manager, person, 'own', { from: person.createdAt.slice(0, 10) })
  }

  // Those who do one part of a plan see a few people of the two case managers with a door.
  const near = families.filter(({ manager }) => manager?.door)
  const everybody = near.flatMap(({ people, born }) =>
    people.map((person, at) => ({ person, born: born[at] ?? today })),
  )
  const age = (born: string) => daysBetween(born, today) / 365.25
  const some = (role: RoleName, count: number, fits: (age: number) => boolean) => {
    const open = everybody.filter(({ born }) => fits(age(born)))
    for (let left = Math.min(count, open.length); left > 0; left--) {
      const [chosen] = open.splice(random.int(0, open.length - 1), 1)
      const from = addDays(today, -random.int(5, 60))
      const until = addDays(today, random.int(20, 120))
      if (chosen) give(byRole(accounts, role), chosen.person, 'task', { from, until })
    }
  }
  some('psychologist', 18, years => years >= 5)
  some('doctor', 16, () => true)
  some('teacher', 16, years => years >= 6 && years < 17)
  some('lawyer', 12, () => true)
  some('ngoWorker', 10, years => years >= 7 && years < 30)
  some('ombudsperson', 3, years => years >= 18)

  const sitting = { from: addDays(today, -3), until: addDays(today, 4) }
  for (const { people } of near.filter(family => family.withoutParents).slice(0, 3)) {
    for (const person of people) give(byRole(accounts, 'guardianshipOfficer'), person, 'sitting', sitting)
  }
  for (const { people } of families
    .filter(family => family.people[0]?.teamId === receptionTeam)
    .slice(0, 4)) {
    const period = { from: addDays(today, -9), until: addDays(today, 21) }
    for (const person of people) give(byRole(accounts, 'operationLead'), person, 'task', period)
  }
  const home = near.find(({ withoutParents, people }) => !withoutParents && people.length > 3)
  for (const person of home?.people ?? []) {
    give(byRole(accounts, 'familyMember'), person, 'own', { from: person.createdAt.slice(0, 10) })
  }
  return grants
}

/** How many tasks a role has, which they may be, and whether they are about a person. */
const work: Partial<Record<RoleName, { count: number; codes: readonly TaskCode[]; person: boolean }>> = {
  caseManager: {
    count: 18,
    codes: [
      'home-visit',
      'plan-review',
      'birth-certificate',
      'school-place',
      'guardian-call',
      'consent-renewal',
    ],
    person: true,
  },
  supervisor: { count: 8, codes: ['case-conference', 'caseload-check', 'plan-review'], person: false },
  nationalCoordinator: { count: 5, codes: ['figures', 'caseload-check'], person: false },
  consularOfficer: { count: 8, codes: ['kinship-papers', 'parent-consent', 'list-check'], person: true },
  operationLead: { count: 6, codes: ['list-check', 'kinship-papers', 'room-for-family'], person: true },
  receptionOfficer: { count: 8, codes: ['doctor-first', 'room-for-family'], person: true },
  psychologist: { count: 9, codes: ['session'], person: true },
  doctor: { count: 8, codes: ['health-check'], person: true },
  teacher: { count: 8, codes: ['placement-test', 'learning-plan'], person: true },
  lawyer: { count: 7, codes: ['court-date', 'birth-certificate'], person: true },
  guardianshipOfficer: { count: 4, codes: ['sitting'], person: true },
  ngoWorker: { count: 5, codes: ['club-day'], person: true },
  ombudsperson: { count: 4, codes: ['complaint-answer'], person: true },
  familyMember: { count: 3, codes: ['appointment'], person: true },
  administrator: { count: 3, codes: ['accounts-review'], person: false },
  secretariat: { count: 7, codes: ['agenda-draft', 'paper-comment'], person: false },
  chair: { count: 4, codes: ['agenda-draft', 'paper-comment'], person: false },
  delegate: { count: 4, codes: ['paper-comment'], person: false },
  expert: { count: 4, codes: ['paper-comment'], person: false },
  practitioner: { count: 3, codes: ['paper-comment'], person: false },
  observer: { count: 1, codes: ['paper-comment'], person: false },
  hubAuditor: { count: 3, codes: ['log-check'], person: false },
}

/** Days from today: one is always due today, few are late by days, most lie ahead. */
function dueIn(random: Random, at: number): number {
  if (at === 0) return 0
  return random.weighted([
    [-random.int(1, 6), 10],
    [0, 12],
    [random.int(1, 7), 38],
    [random.int(8, 45), 40],
  ])
}

export function inventTasks(
  random: Random,
  today: string,
  accounts: readonly DemoAccount[],
  /** People whom an account may open, by account id. */
  open: ReadonlyMap<string, readonly string[]>,
): DemoTask[] {
  return accounts.flatMap(account => {
    const plan = work[account.role]
    const mine = open.get(account.id) ?? []
    if (!plan || (plan.person && mine.length === 0)) return []
    const chief = accounts.find(one => one.role === 'supervisor' && one.teamId === account.teamId) ?? account
    const task = (code: TaskCode, due: number, done: number | undefined): DemoTask => {
      const created = addDays(today, Math.min(due, 0) - random.int(3, 25))
      return {
        id: random.id(idTime(timeOf(created), today) + random.int(30_000_000, 60_000_000)),
        code,
        ownerId: account.id,
        ...(plan.person && { subjectId: random.pick(mine) }),
        createdBy: random.chance(0.4) ? chief.id : account.id,
        dueOn: addDays(today, due),
        ...(done !== undefined && { doneAt: momentOf(addDays(today, done), random.int(30_000, 60_000)) }),
        createdAt: momentOf(created, random.int(30_000, 60_000)),
      }
    }
    const ahead = Array.from({ length: plan.count }, (_, at) =>
      task(random.pick(plan.codes), dueIn(random, at), undefined),
    )
    const done = Array.from({ length: Math.ceil(plan.count / 3) }, () => {
      const due = -random.int(2, 40)
      return task(random.pick(plan.codes), due, due - random.int(0, 2))
    })
    return [...ahead, ...done]
  })
}

/** A few notices for those who have a door, the newest of them not read yet. */
export function inventNotifications(
  random: Random,
  today: string,
  accounts: readonly DemoAccount[],
  tasks: readonly DemoTask[],
  grants: readonly DemoGrant[],
): DemoNotification[] {
  return accounts
    .filter(account => account.door)
    .flatMap(account => {
      const given = tasks.filter(
        task => task.ownerId === account.id && task.createdBy !== account.id && !task.doneAt,
      )
      const access = grants.filter(grant => grant.accountId === account.id && grant.kind !== 'own')
      const about: Pick<DemoNotification, 'code' | 'subjectId'>[] = [
        ...given.slice(0, 3).map(task => ({ code: 'task-given' as const, subjectId: task.id })),
        ...access.slice(0, 2).map(grant => ({ code: 'access-given' as const, subjectId: grant.subjectId })),
        ...access.slice(2, 3).map(grant => ({ code: 'access-ends' as const, subjectId: grant.subjectId })),
      ]
      return about.map((notice, at): DemoNotification => {
        const day = addDays(today, -1 - at * 2)
        const seconds = random.int(28_000, 60_000)
        return {
          id: random.id(idTime(timeOf(day), today) + seconds * 1000),
          accountId: account.id,
          ...notice,
          at: momentOf(day, seconds),
          ...(at > 1 && { readAt: momentOf(day, seconds + 7_200) }),
        }
      })
    })
}
