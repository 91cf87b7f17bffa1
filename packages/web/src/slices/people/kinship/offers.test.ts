import type { Relation } from '@kerege/contract/people/kinship/schema'
import type { KinshipSection } from '@kerege/contract/people/schema'
import { expect, test } from 'vitest'
import { offersFor } from './offers.ts'

type Household = NonNullable<KinshipSection['household']>
type Role = Household['role']

const home = (mine: Role, ...others: Role[]): Household => ({
  id: 'h',
  version: 1,
  name: 'Home',
  role: mine,
  members: [mine, ...others].map((role, at) => ({
    personId: `${at}`,
    role,
    label: `${role} ${at}`,
    sex: 'female',
  })),
  notShown: 0,
  left: [],
})
const short = (household: Household, relations: Relation[] = []) =>
  offersFor('0', household, relations).map(({ personId, kind }) => `${personId} ${kind}`)

test.each<[Role, Role[], string[]]>([
  ['child', ['mother', 'child', 'grandparent'], ['1 parent', '3 grandparent']],
  ['mother', ['child', 'child', 'grandparent'], ['1 child', '2 child']],
  ['guardian', ['child'], ['1 ward']],
  ['grandparent', ['mother', 'child'], ['2 grandchild']],
  ['head', ['child'], []],
  ['sibling', ['child', 'mother'], []],
])('%s with %j is offered %j', (mine, others, expected) => {
  expect(short(home(mine, ...others))).toEqual(expected)
})

test('what is written down already is not offered, whatever it says', () => {
  const told = { other: { who: 'person', personId: '1' } } as Relation // nothing else is looked at
  expect(short(home('child', 'mother', 'father'), [told])).toEqual(['2 parent'])
})
