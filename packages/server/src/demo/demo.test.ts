import { RoleName } from '@kerege/contract/access/roles'
import { Area } from '@kerege/contract/access/schema'
import { Id, MultiText } from '@kerege/contract/common'
import { basesOf, canonical } from '@kerege/contract/people/kinship/kinds'
import { checkKinship } from '@kerege/contract/people/kinship/rules'
import { AddRelation, Outsider } from '@kerege/contract/people/kinship/schema'
import { birthRange } from '@kerege/contract/people/rules'
import { isOpen, mayBecome, needsReason, standing, waitingDays } from '@kerege/contract/people/papers/rules'
import { Evidence, PaperStep } from '@kerege/contract/people/papers/schema'
import {
  ContactSection,
  HealthSection,
  householdRoles,
  IdentitySection,
  JourneySection,
  type PersonName,
} from '@kerege/contract/people/schema'
import { describe, expect, test } from 'vitest'
import { generateFamilies, generatePeople } from './bench.ts'
import { addDays } from './days.ts'
import { inventHub } from './hub.ts'
import { pools } from './names/forms.ts'
import { airlineLatin, arabic, russian, uzbekCyrillic } from './names/spell.ts'
import { inventMore, inventMoreCases } from './more.ts'
import { familiesPerManager, inventNode } from './node.ts'
import { random } from './random.ts'
import { taskTexts } from './taskTexts.ts'
import { type DemoNode, type DemoPerson, type DemoState, demoStates } from './types.ts'
import { isWorkedWith } from './caseWays.ts'
import { caseStates, caseSteps, isOver } from '@kerege/contract/cases/states'

const today = '2026-03-01'
const nodes = demoStates.map(state => inventNode(state, 'test', today))
const hub = inventHub('test', today)

describe('chance', () => {
  test('repeats itself, and a fork does not disturb its trunk', () => {
    const draw = (label: string) => Array.from({ length: 5 }, random(label).next)
    expect(draw('a')).toEqual(draw('a'))
    expect(draw('a')).not.toEqual(draw('b'))
    const forked = random('a')
    forked.fork('x').next()
    expect(Array.from({ length: 5 }, forked.next)).toEqual(draw('a'))
  })
  test('makes ids of version 7 that carry their time', () => {
    const id = random('a').id(Date.parse('2026-03-01T00:00:00Z'))
    expect(Id.parse(id)).toBe(id)
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-03-01T00:00:00Z'))
  })
})

describe('spelling', () => {
  test.each([
    ['Көктемова', 'kk', 'Коктемова', 'KOKTEMOVA'],
    ['Айгүл', 'kk', 'Айгуль', 'AYGUL'],
    ['Баҳорзода', 'tg', 'Бахорзода', 'BAHORZODA'],
    ['Ҷамшед', 'tg', 'Джамшед', 'JAMSHED'],
    ['Yomgʻirov', 'uz', 'Ёмгиров', 'YOMGIROV'],
    ['Jamshid', 'uz', 'Джамшид', 'JAMSHID'],
  ])('%s', (own, language, inRussian, onTicket) => {
    expect(russian(own, language)).toBe(inRussian)
    expect(airlineLatin(own, language)).toBe(onTicket)
    expect(arabic(own, language)).toMatch(/^[\u0621-\u064a ]+$/)
  })
  test('turns Uzbek Latin into Cyrillic', () => {
    expect(uzbekCyrillic('Shabadayeva')).toBe('Шабадаева')
    expect(uzbekCyrillic('Bahrom oʻgʻli')).toBe('Баҳром ўғли')
  })
})

describe('names are plainly invented', () => {
  test('with at least forty nature words for each language of a state', () => {
    for (const tradition of ['kazakh', 'uzbek', 'kyrgyz', 'tajik', 'slavic'] as const) {
      const { stems, female, male } = pools[tradition]
      expect(new Set(stems).size).toBeGreaterThanOrEqual(40)
      for (const list of [stems, female, male]) expect(new Set(list).size).toBe(list.length)
    }
  })
  test('and none of them recalls an operation', () => {
    const all = Object.values(pools).flatMap(({ stems, female, male }) => [...stems, ...female, ...male])
    expect(
      all.filter(word => /жусан|zhusan|jusan|м[еэ]{1,2}рим|айк[өо]л|ме[ҳх]р|mehr|русаф/i.test(word)),
    ).toEqual([])
  })
  test.each(nodes)('in node $id every surname comes from the list', node => {
    const stems = Object.values(pools).flatMap(pool => pool.stems)
    const official = node.people.flatMap(({ contact }) => contact.names.filter(name => name.use === 'usual'))
    expect(
      official.filter(({ family }) => !stems.some(stem => family?.startsWith(stem.replace(/й$/, '')))),
    ).toEqual([])
  })
})

const namesOf = ({ contact, identity, journey }: DemoPerson): PersonName[] => [
  ...contact.names,
  ...identity.names,
  ...journey.names,
]

describe.each(nodes)('node $id', node => {
  test('is the same again from the same seed, and another from another', () => {
    const again = (seed: string) =>
      JSON.stringify(inventNode(node.id as (typeof demoStates)[number], seed, today))
    expect(again('test')).toBe(JSON.stringify(node))
    expect(again('other')).not.toBe(JSON.stringify(node))
  })

  test('has the same people and the same work tomorrow, only a day later', () => {
    const tomorrow = addDays(today, 1)
    const later = inventNode(node.id as (typeof demoStates)[number], 'test', tomorrow)
    const idsOf = ({
      agencies,
      teams,
      accounts,
      people,
      households,
      relations,
      grants,
      tasks,
      papers,
      notifications,
    }: DemoNode) =>
      [agencies, teams, accounts, people, households, relations, grants, tasks, papers, notifications]
        .flat()
        .map(({ id }) => id)
    expect(idsOf(later)).toEqual(idsOf(node))
    const shown = ({ people }: DemoNode) =>
      people.map(({ contact, identity, journey }) => [
        contact.names,
        contact.contacts,
        identity.names,
        journey.names,
      ])
    expect(shown(later)).toEqual(shown(node))
    expect(later.tasks.map(({ dueOn }) => dueOn)).toEqual(node.tasks.map(({ dueOn }) => addDays(dueOn, 1)))
  })

  test('has the families, and each person fits the shapes of the register', () => {
    expect(node.households.length).toBeGreaterThanOrEqual(300)
    expect(node.people.length).toBeGreaterThan(1100)
    expect(node.people.length).toBeLessThan(1600)
    for (const person of node.people) {
      Id.parse(person.id)
      expect(householdRoles).toContain(person.householdRole)
      expect(ContactSection.parse(person.contact)).toEqual(person.contact)
      expect(IdentitySection.parse(person.identity)).toEqual(person.identity)
      expect(JourneySection.parse(person.journey)).toEqual(person.journey)
      expect(HealthSection.parse(person.health)).toEqual(person.health)
      expect(person.createdAt <= person.updatedAt && person.updatedAt < `${today}T`).toBe(true)
    }
  })

  test('hangs together: ids are unique and lead somewhere', () => {
    const ids = [
      node.agencies,
      node.teams,
      node.accounts,
      node.people,
      node.households,
      node.relations,
      node.grants,
      node.tasks,
      node.papers,
      node.papers.flatMap(({ moves, steps, evidence }) => [...moves, ...steps, ...evidence]),
    ]
      .flat()
      .map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const known = new Set(ids)
    const codes = new Set(node.areas.map(({ code }) => code))
    for (const { agencyId, teamId, householdId, area } of node.people) {
      expect(
        known.has(agencyId) && known.has(householdId) && known.has(teamId ?? agencyId) && codes.has(area),
      ).toBe(true)
    }
    for (const { accountId, subjectId, grantedBy } of node.grants) {
      expect([accountId, subjectId, grantedBy].every(id => known.has(id))).toBe(true)
    }
    for (const { ownerId, createdBy, subjectId } of node.tasks) {
      expect([ownerId, createdBy, subjectId ?? ownerId].every(id => known.has(id))).toBe(true)
    }
    for (const area of node.areas) expect(Area.parse(area)).toMatchObject({ invented: true })
    for (const { name } of node.agencies) MultiText.parse(name)
  })

  test('has kinship that fits its shapes, and a checklist with few entries', () => {
    const people = new Map(node.people.map(person => [person.id, person]))
    for (const {
      id,
      basis,
      kind,
      standing,
      since,
      evidence,
      personId,
      otherId,
      outsider,
    } of node.relations) {
      const other = { who: 'person', personId }
      const sent = { id, basis, kind, standing, since, evidence, other }
      expect(AddRelation.safeParse(sent).error).toBeUndefined()
      expect(basesOf(kind)).toContain(basis)
      if (outsider) Outsider.parse(outsider)
      if (otherId) {
        expect(people.has(otherId) && people.has(personId)).toBe(true)
        expect(canonical(personId, kind, otherId)).toEqual({ person: personId, kind, other: otherId })
      }
    }
    const named = node.relations.flatMap(({ outsider }) => (outsider ? [outsider] : []))
    const kin = [
      ...node.people.map(({ id, contact: { sex, birth } }) => ({ key: id, sex, birth })),
      ...named.map(({ outsiderId, sex, life, died }) => ({
        key: outsiderId,
        sex,
        dead: life === 'died',
        died,
      })),
    ]
    const ties = node.relations.map(one => ({
      ...one,
      version: 1,
      from: one.personId,
      to: one.otherId ?? one.outsider?.outsiderId ?? one.id,
    }))
    const checks = checkKinship(kin, ties, today)
    const codes = new Set(checks.map(({ code }) => code))
    for (const code of ['died-before-birth', 'two-birth-mothers'] as const) expect(codes).toContain(code)
    // Somebody comes of age in a guardianship without an end; nothing else goes wrong by chance.
    const expected = ['died-before-birth', 'two-birth-mothers', 'ward-is-adult']
    expect([...codes].filter(code => !expected.includes(code))).toEqual([])
    // Some families have something to look at, most have not.
    expect(checks.length).toBeGreaterThan(5)
    expect(checks.length).toBeLessThan(node.households.length / 4)
  })

  test('has papers under way, some long, and each stands where its steps have led it', () => {
    const whose = new Map(node.people.map(person => [person.id, person]))
    const families = new Set(node.papers.map(paper => whose.get(paper.personId)?.householdId))
    const share = families.size / node.households.length
    expect(share).toBeGreaterThan(0.2)
    expect(share).toBeLessThan(0.45)
    const states = new Map<string, number>()
    let stuck = 0
    for (const { personId, moves, steps, evidence, blocks, createdAt } of node.papers) {
      const person = whose.get(personId)
      expect(person && person.createdAt.slice(0, 10) <= createdAt.slice(0, 10)).toBe(true)
      for (const step of steps) PaperStep.parse(step)
      for (const proof of evidence) Evidence.parse(proof)
      moves.forEach((move, at) => {
        const before = moves[at - 1]
        expect(move.from).toBe(before?.to)
        if (before) {
          expect(mayBecome(before.to, move.to)).toBe(true)
          expect(needsReason(before.to, move.to)).toBe(move.reason !== undefined)
          expect(before.on <= move.on && before.at < move.at).toBe(true)
        }
        expect(move.on <= today).toBe(true)
      })
      const now = standing(moves)
      if (!now) throw new Error('a paper without a transition')
      states.set(now.state, (states.get(now.state) ?? 0) + 1)
      if (blocks.length > 0 && isOpen(now.state) && waitingDays(now, today) > 60) stuck += 1
      for (const { doneOn } of steps)
        if (doneOn) expect(now.waitingSince <= doneOn && doneOn <= today).toBe(true)
    }
    expect(stuck).toBeGreaterThan(10)
    expect(states.size).toBeGreaterThan(7)
  })

  test('has every precision of a birth date and spellings in three scripts', () => {
    const precisions = new Set(node.people.map(({ contact }) => contact.birth.precision))
    expect([...precisions].sort()).toEqual(['day', 'estimated', 'month', 'unknown', 'withheld', 'year'])
    const scripts = new Set(node.people.flatMap(namesOf).map(({ script }) => script))
    expect([...scripts].sort()).toEqual(['Arab', 'Cyrl', 'Latn'])
  })

  test('has personal numbers that nobody can have', () => {
    const numbers = node.people.flatMap(({ identity }) => identity.identifiers)
    // Each form carries the day of birth, or zeros where it would lead; a day 00 or a leading 0000 is never issued.
    const impossible = {
      iin: /^\d\d0000\d{6}$/,
      pinfl: /^50000\d{9}$/,
      pin: /^20000\d{9}$/,
      inn: /^0000\d{5}$/,
    }
    for (const [system, shape] of Object.entries(impossible)) {
      for (const { value } of numbers.filter(one => one.system === system)) expect(value).toMatch(shape)
    }
    const phones = node.people.flatMap(({ contact }) =>
      contact.contacts.filter(one => one.system === 'phone'),
    )
    expect(phones.every(({ value }) => value.includes(' 000 '))).toBe(true)
  })

  test('keeps what lists abroad wrote, and only that, in the journey compartment', () => {
    for (const { contact, identity, journey } of node.people) {
      expect([...contact.names, ...identity.names].some(({ source }) => source === 'list')).toBe(false)
      expect(journey.names.every(({ source }) => source === 'list')).toBe(true)
    }
  })

  test('has plausible ages: mothers 15 to 50 years older than their children, most children under sixteen', () => {
    const lastYear = (person: DemoPerson) =>
      Number(birthRange(person.contact.birth)?.to.slice(0, 4) ?? Number.NaN)
    const children = node.people.filter(({ householdRole }) => householdRole === 'child')
    for (const mother of node.people.filter(({ householdRole }) => householdRole === 'mother')) {
      for (const child of children.filter(({ householdId }) => householdId === mother.householdId)) {
        const gap = lastYear(child) - lastYear(mother)
        expect(Number.isNaN(gap) || (gap >= 15 && gap <= 50)).toBe(true)
      }
    }
    const young = children.filter(child => lastYear(child) > 2010)
    expect(young.length / children.length).toBeGreaterThan(0.75)
  })

  test('gives two case managers their caseload, and today neither nothing nor everything', () => {
    const homes = new Map(node.people.map(({ id, householdId }) => [id, householdId]))
    for (const { id } of node.accounts.filter(({ role, door }) => role === 'caseManager' && door)) {
      const mine = node.grants.filter(grant => grant.accountId === id && grant.kind === 'own')
      expect(new Set(mine.map(({ subjectId }) => homes.get(subjectId))).size).toBe(familiesPerManager)
    }
    expectCalmWork(node)
  })

  test('has a second centre, with somebody who takes cases over and no family yet', () => {
    const leads = node.accounts.filter(({ role, door }) => role === 'supervisor' && door)
    const [, other] = leads
    expect(new Set(leads.map(({ agencyId }) => agencyId)).size).toBe(2)
    expect(node.people.filter(({ agencyId }) => agencyId === other?.agencyId)).toEqual([])
    const team = node.accounts.filter(({ teamId }) => teamId === other?.teamId)
    expect(team.map(({ role }) => role)).toEqual(['supervisor', 'caseManager'])
  })
})

describe.each(nodes)('the whole caseload of node $id', node => {
  const state = node.id as DemoState
  const demo = { ...node, id: state }
  const more = inventMore(demo, 'test', today)
  const cases = inventMoreCases(demo, more, today)

  test('makes about two thousand people, none of them twice, and the same ones tomorrow', () => {
    const people = node.people.length + more.people.length
    expect(people).toBeGreaterThan(1800)
    expect(people).toBeLessThan(2200)
    const ids = [node, more].flatMap(one =>
      [one.people, one.households, one.grants, one.tasks, one.papers].flat(),
    )
    expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length)
    const later = inventMore(
      { ...inventNode(state, 'test', addDays(today, 1)), id: state },
      'test',
      addDays(today, 1),
    )
    expect(later.people.map(({ id }) => id)).toEqual(more.people.map(({ id }) => id))
  })

  test('gives each of its case managers the families of a caseload, and nobody born after the file was opened', () => {
    const homes = new Map(more.people.map(({ id, householdId }) => [id, householdId]))
    expect(more.accounts.map(({ role }) => role)).toEqual(Array(4).fill('caseManager'))
    for (const { id, teamId } of more.accounts) {
      const mine = new Set(
        more.grants.filter(grant => grant.accountId === id).map(grant => homes.get(grant.subjectId) ?? ''),
      )
      const live = [...mine].filter(home => isWorkedWith(more.stands.get(home) ?? 'ended'))
      expect(live).toHaveLength(familiesPerManager)
      expect(node.teams.some(team => team.id === teamId)).toBe(true)
    }
    for (const { contact, createdAt } of more.people) {
      const born = birthRange(contact.birth)
      expect(born === undefined || born === null || born.from <= createdAt.slice(0, 10)).toBe(true)
    }
  })

  test('stands at every place of the way, by steps that there are, none of them ahead', () => {
    const reached = new Set<string>()
    for (const one of cases) {
      const begun = one.begunAt ? [{ from: 'arrived', to: 'intake', at: one.begunAt }] : []
      const steps = [{ from: undefined, to: 'arrived', at: one.openedAt }, ...begun, ...one.further]
      for (const [n, step] of steps.entries()) {
        const before = steps[n - 1]
        expect(step.from).toBe(before?.to)
        if (before) {
          const known = caseSteps.find(it => it.from === step.from && it.to === step.to)
          expect(known).toBeDefined()
          expect(known?.reason ? Boolean('reason' in step && step.reason) : true).toBe(true)
          expect(before.at < step.at).toBe(true)
        }
        expect(step.at < `${today}T`).toBe(true)
      }
      const last = steps.at(-1)?.to ?? ''
      reached.add(last)
      expect(Boolean(one.worker?.until)).toBe(isOver(last as (typeof caseStates)[number]))
      for (const [n, day] of one.looks.entries()) {
        if (n < (one.looked?.count ?? 0)) expect(day < today).toBe(true)
      }
    }
    // A merge is of two records, and another part of the demo; the rest is all there.
    expect([...reached].sort()).toEqual(caseStates.filter(it => it !== 'merged').sort())
  })
})

test('the hub has its people at work and nobody else', () => {
  expect(hub.people).toEqual([])
  expect(hub.papers).toEqual([])
  expectCalmWork(hub)
})

test('every role of the contract has an account with a door', () => {
  const shown = [...nodes.slice(0, 1), hub].flatMap(({ accounts }) => accounts.filter(({ door }) => door))
  expect([...new Set(shown.map(({ role }) => role))].sort()).toEqual([...RoleName.options].sort())
  for (const node of [...nodes, hub]) {
    expect(new Set(node.accounts.map(({ email }) => email)).size).toBe(node.accounts.length)
    for (const { name, email } of node.accounts) {
      expect(name).toMatch(/^\p{L}[\p{L}ʻ]+ \p{L}\.$/u)
      expect(email).toMatch(/@[a-z]+\.demo\.example$/)
    }
  }
})

function expectCalmWork({ accounts, tasks }: DemoNode) {
  for (const { id } of accounts.filter(({ door }) => door)) {
    const open = tasks.filter(task => task.ownerId === id && !task.doneAt)
    const count = (fits: (due: string) => boolean) => open.filter(({ dueOn }) => fits(dueOn)).length
    expect(count(due => due === today)).toBeGreaterThan(0)
    expect(count(due => due < today)).toBeLessThanOrEqual(Math.ceil(open.length / 2))
    expect(open.every(({ dueOn }) => dueOn >= addDays(today, -7))).toBe(true)
    expect(open.every(({ code }) => code in taskTexts)).toBe(true)
  }
}

describe('the big generator', () => {
  test('makes exactly as many as asked for, the same ones each time', () => {
    const once = [...generatePeople('bench', 500, today)]
    expect(once).toHaveLength(500)
    expect([...generatePeople('bench', 500, today)]).toEqual(once)
    for (const person of once) ContactSection.parse(person.contact)
  })
  test('spreads names as a people does: a few common ones and a long tail', () => {
    const counts = new Map<string, number>()
    for (const { people } of generateFamilies('bench', 4000, today)) {
      for (const { contact } of people) {
        const given = contact.names[0]?.given ?? ''
        counts.set(given, (counts.get(given) ?? 0) + 1)
      }
    }
    const sorted = [...counts.values()].sort((a, b) => b - a)
    expect(sorted.length).toBeGreaterThan(400)
    expect((sorted[0] ?? 0) / (sorted[100] ?? 1)).toBeGreaterThan(5)
  })
})
