/** A whole invented national node: districts, staff, families, and the work around them. Pure: same seed, same node. */
import { addDays, idTime, momentOf, timeOf } from './days.ts'
import { type Family, inventFamily } from './families.ts'
import { type DemoRelation, inventRelations, twists } from './kinship.ts'
import { surnameText } from './names/forms.ts'
import { inventPapers } from './papers.ts'
import { inventHome, inventSections } from './person.ts'
import { inventDistricts } from './places.ts'
import { type Random, random } from './random.ts'
import { centreTeams, inventStaff, type Staff } from './staff.ts'
import { type StateFacts, states } from './states.ts'
import type { DemoAccount, DemoArea, DemoHousehold, DemoNode, DemoPerson, DemoState } from './types.ts'
import { inventGrants, inventNotifications, inventTasks, type Placed } from './work.ts'

/** Families of each case manager; the usual limit of a caseload. */
export const familiesPerManager = 25
const twistEvery = 10
/** Enough for a list of about thirteen families, as flights of the last years had. */
const familiesAtConsul = 20
const familiesAtReception = 10
/** Came to the first team in the last days; nobody works with them yet. */
const familiesWaiting = 2

/**
 * @param seed any text; the same text gives the same node
 * @param today the day around which tasks, grants and ages lie
 */
export function inventNode(state: DemoState, seed: string, today: string): DemoNode {
  const facts = states[state]
  const chance = random(`${seed}/${state}`)
  const areas = inventDistricts(chance.fork('places'), facts)
  const staff = inventStaff(chance.fork('staff'), facts, state, areas, today)
  const managers = staff.accounts.filter(
    account => account.role === 'caseManager' && account.agencyId === staff.agency('centre'),
  )

  const people: DemoPerson[] = []
  const households: DemoHousehold[] = []
  const relations: DemoRelation[] = []
  const placed: Placed[] = []
  const settle = (label: string, place: Place) => {
    const family = settleFamily(chance.fork(label), facts, today, place, households.at(-1)?.id)
    households.push(family.household)
    people.push(...family.people)
    relations.push(...family.relations)
    placed.push(family)
  }
  for (let n = 0; n < managers.length * familiesPerManager; n++) {
    const place = placeAtCentre(staff, areas, facts, managers, n)
    // Each case manager has a few families with something to look at.
    const nth = Math.floor(n / managers.length)
    settle(`family/${n}`, { ...place, twist: twists[nth % twistEvery] })
  }
  for (let n = 0; n < familiesAtReception; n++) {
    const [agencyId, teamId] = [staff.agency('reception'), staff.receptionTeam]
    settle(`reception/${n}`, { agencyId, teamId, areas: areasOf(areas, facts.regions[0]), days: [1, 20] })
  }
  for (let n = 0; n < familiesAtConsul; n++) {
    settle(`consul/${n}`, {
      agencyId: staff.agency('consular'),
      areas: areasOf(areas, facts.regions[0]),
      days: [2, 60],
    })
  }

  for (let n = 0; n < familiesWaiting; n++) {
    const [team] = staff.teams
    settle(`waiting/${n}`, {
      agencyId: staff.agency('centre'),
      ...(team && { teamId: team.id }),
      areas: areasOf(areas, facts.regions[0]),
      days: [1, 6],
    })
  }

  const accounts = [
    ...staff.accounts,
    familyAccount(chance.fork('member'), facts, staff, placed, state, today),
  ]
  const grants = inventGrants(chance.fork('grants'), today, accounts, placed, staff.receptionTeam)
  const tasks = inventTasks(chance.fork('tasks'), today, accounts, openTo(accounts, grants, people))
  const papers = inventPapers(chance.fork('papers'), state, today, placed)
  const notifications = inventNotifications(chance.fork('notices'), today, accounts, tasks, grants)
  const { agencies, teams } = staff
  return {
    id: state,
    kind: 'national',
    agencies,
    teams,
    areas,
    accounts,
    people,
    households,
    relations,
    grants,
    tasks,
    papers,
    notifications,
  }
}

export interface Place {
  readonly agencyId: string
  readonly teamId?: string
  readonly manager?: DemoAccount
  readonly areas: readonly string[]
  readonly twist?: (typeof twists)[number] | undefined
  /** How many days ago the file was opened, from and to. */
  readonly days: readonly [number, number]
}

export const areasOf = (areas: readonly DemoArea[], region: string | undefined) =>
  areas.filter(area => area.parent === region).map(area => area.code)

function placeAtCentre(
  staff: Staff,
  areas: readonly DemoArea[],
  facts: StateFacts,
  managers: readonly DemoAccount[],
  n: number,
): Place {
  const manager = managers[n % managers.length]
  const team = staff.teams.findIndex(({ id }) => id === manager?.teamId)
  return {
    agencyId: staff.agency('centre'),
    ...(manager?.teamId && { teamId: manager.teamId }),
    ...(manager && { manager }),
    areas: areasOf(areas, facts.regions[team % centreTeams]),
    days: [30, 900],
  }
}

/** @param neighbours a household that is there already: some grandmother lived in it before */
export function settleFamily(
  chance: Random,
  facts: StateFacts,
  today: string,
  place: Place,
  neighbours: string | undefined,
) {
  const family = inventFamily(chance, today, facts.traditions)
  const home = inventHome(chance, facts)
  const opened = addDays(today, -chance.int(...place.days))
  // Changes spread over the time since, and none lies in the future.
  const changed = addDays(
    opened,
    chance.int(0, Math.max(0, Math.round((timeOf(today) - timeOf(opened)) / 86_400_000) - 1)),
  )
  const area = chance.pick(place.areas)
  const createdAt = momentOf(opened, chance.int(28_000, 60_000))
  const updatedAt = changed > opened ? momentOf(changed, chance.int(28_000, 60_000)) : createdAt
  const householdId = chance.id(idTime(timeOf(opened), today))
  const people = family.members.map(
    (member): DemoPerson => ({
      id: chance.id(idTime(Date.parse(createdAt), today)),
      agencyId: place.agencyId,
      ...(place.teamId && { teamId: place.teamId }),
      area,
      householdId,
      householdRole: member.role,
      ...inventSections(chance, facts, family, member, home, today),
      createdAt,
      updatedAt,
    }),
  )
  const kin = chance.fork('kin')
  const relations = inventRelations(kin, {
    family,
    twist: place.twist,
    ids: people.map(({ id }) => id),
    language: facts.language,
    today,
    createdAt,
    time: idTime(Date.parse(createdAt), today),
  })
  const elder = people.find(({ householdRole: role }) => role === 'grandparent' || role === 'guardian')
  if (elder && neighbours && kin.chance(0.15)) {
    elder.earlierHome = { householdId: neighbours, role: 'grandparent', on: opened }
  }
  return {
    people,
    relations,
    household: { id: householdId, name: facts.household(headName(family)), createdAt, updatedAt },
    born: family.members.map(({ born }) => born),
    withoutParents: family.shape === 'guardian',
    ...(place.manager && { manager: place.manager }),
  }
}

function headName({ members }: Family): string {
  const [head] = members
  return head ? surnameText(head.surname, head.sex) : ''
}

/** The account of a mother who reads her own family's plan. */
function familyAccount(
  chance: Random,
  facts: StateFacts,
  staff: Staff,
  families: readonly Placed[],
  node: string,
  today: string,
): DemoAccount {
  const home = families.find(
    ({ manager, withoutParents, people }) => manager?.door && !withoutParents && people.length > 3,
  )
  const name = home?.people[0]?.contact.names[0]
  const founded = idTime(timeOf(addDays(today, -30)), today)
  return {
    id: chance.id(founded),
    hatId: chance.id(founded),
    key: 'family-member',
    name: `${name?.given ?? ''} ${name?.family?.charAt(0) ?? ''}.`,
    email: `family-member@${node}.demo.example`,
    language: facts.language,
    role: 'familyMember',
    agencyId: staff.agency('centre'),
    areas: [],
    door: true,
  }
}

/** Whom an account may open, for tasks that are about a person. */
function openTo(
  accounts: readonly DemoAccount[],
  grants: DemoNode['grants'],
  people: readonly DemoPerson[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    accounts.map(({ id, role, agencyId, teamId }) => {
      const granted = grants.filter(grant => grant.accountId === id).map(grant => grant.subjectId)
      const mine = people.filter(person =>
        role === 'consularOfficer' || role === 'operationLead'
          ? person.agencyId === agencyId
          : role === 'receptionOfficer' && person.teamId === teamId,
      )
      return [id, [...granted, ...mine.map(person => person.id)]]
    }),
  )
}
