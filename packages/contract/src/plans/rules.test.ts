/** Rules of plans as tables: the way of a version, what fits a goal, what a version changes. */
import { describe, expect, test } from 'vitest'
import { changesOf } from './changes.ts'
import { usedIn } from './counts.ts'
import { domainOfNeed, goalDomains, sectionOf } from './domains.ts'
import { offersFor, type Practice, type Recommendation } from './fitting.ts'
import type { PlanGoal } from './schema.ts'
import { type PlanState, type PlanTaker, planStepOf } from './states.ts'

test.each<[PlanState, PlanState, PlanTaker, boolean]>([
  ['draft', 'agreed', 'agreement', true],
  ['draft', 'current', 'approval', false],
  ['agreed', 'current', 'worker', false],
  ['agreed', 'current', 'approval', true],
  ['agreed', 'draft', 'approval', true],
  ['current', 'draft', 'worker', false],
  ['current', 'replaced', 'approval', true],
  ['replaced', 'current', 'approval', false],
])('%s to %s by %s: %s', (from, to, by, may) => {
  expect(planStepOf(from, to, by) !== undefined).toBe(may)
})

test('every need leads to a domain, and every domain lies in one section', () => {
  for (const domain of Object.values(domainOfNeed)) expect(goalDomains).toContain(domain)
  expect(Object.keys(sectionOf).toSorted()).toEqual([...goalDomains].toSorted())
})

const title = { en: { text: 'A', state: 'checked' as const } }
const facts = (over: object) =>
  ({ domains: ['education'], ages: {}, settings: [], ...over }) as unknown as NonNullable<
    Practice['given']
  >['facts']
const practice = (over: object, rest: Partial<Practice> = {}): Practice => ({
  id: 'p',
  symbol: 'GP/1',
  state: 'published',
  title,
  given: { facts: facts(over) },
  ...rest,
})
const sought = { domain: 'education' as const, age: { min: 9, max: 9 }, language: 'en' as const }

describe('what fits a goal', () => {
  test.each<[string, Practice, string[] | undefined]>([
    ['by its domain and language', practice({}), ['domain', 'language']],
    ['by the age', practice({ ages: { from: 6, to: 17 } }), ['domain', 'age', 'language']],
    ['not of another age', practice({ ages: { from: 18 } }), undefined],
    ['not of another domain', practice({ domains: ['health'] }), undefined],
    ['not what is for everything', practice({ domains: [] }), undefined],
    ['not what was taken back', practice({}, { state: 'retracted' }), undefined],
    [
      'by those who said that it worked',
      practice({}, { given: { facts: facts({}), adoption: { places: 3, worked: 2 } } }),
      ['domain', 'language', 'worked'],
    ],
    [
      'in another language, and says so by leaving it out',
      practice({}, { title: { ru: title.en } }),
      ['domain'],
    ],
  ])('%s', (_, one, why) => {
    expect(offersFor(sought, [one], [])[0]?.why).toEqual(why)
  })

  test('what more speaks for comes first, and a recommendation stands among practices', () => {
    const guidance: Recommendation = {
      id: 'g',
      symbol: 'REC/1',
      state: 'in-force',
      title,
      domains: ['education'],
      ages: { to: 17 },
    }
    const found = offersFor(
      sought,
      [practice({}), practice({ domains: ['health'] })],
      [guidance, { ...guidance, id: 'old', state: 'superseded' }],
    )
    expect(found.map(one => one.id)).toEqual(['g', 'p'])
  })
})

const goal = (thread: string, over: Partial<PlanGoal> = {}): PlanGoal => ({
  id: thread,
  thread,
  version: 1,
  domain: 'education',
  words: 'W',
  language: 'kk',
  target: 'T',
  due: '2027-01-01',
  owner: { id: 'o', name: 'O' },
  actions: [],
  progress: [],
  uses: [],
  writable: true,
  ...over,
})

test('what a version changes', () => {
  const action = { id: 'a', thread: 'x', kind: 'service' as const, words: 'Course' }
  const changes = changesOf(
    { goals: [goal('1'), goal('2'), goal('3'), goal('4', { actions: [action] })] },
    {
      goals: [
        goal('2', { target: 'New' }),
        goal('1'),
        goal('5'),
        goal('4', { actions: [{ ...action, id: 'b' }] }),
      ],
    },
  )
  expect(changes.map(one => [one.thread, one.what, one.fields])).toEqual([
    ['2', 'changed', ['target']],
    ['1', 'same', []],
    ['5', 'new', []],
    ['4', 'same', []],
    ['3', 'gone', []],
  ])
})

test.each([
  [0, { said: 'none' }],
  [1, { said: 'few' }],
  [4, { said: 'few' }],
  [5, { said: 'some', atLeast: 5 }],
  [14, { said: 'some', atLeast: 10 }],
])('%i cases are said as %j', (cases, said) => expect(usedIn(cases)).toEqual(said))
