import type { KinKind } from '@kerege/contract/people/kinship/kinds'
import type { Tree, TreePerson, TreeTie } from '@kerege/contract/people/kinship/schema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jointsOf, withFewerUnknowns } from './joints.ts'
import { boxHeight, boxWidth, drawTree } from './layout.ts'
import { branchesFrom } from './treeWords.ts'

const person = (key: string): TreePerson => ({
  key,
  distance: 0,
  other: { who: 'person', personId: key, label: key, sex: 'female', birth: { precision: 'unknown' } },
})
const unknown = (key: string): TreePerson => ({ key, distance: 1, other: { who: 'unknown', sex: 'male' } })
const tie = (from: string, kind: KinKind, to: string, more: Partial<TreeTie> = {}): TreeTie => ({
  id: `${from} ${kind} ${to}`,
  from,
  to,
  kind,
  basis: 'not-said',
  standing: 'claimed',
  ended: false,
  ...more,
})
const tree = (people: TreePerson[], ties: TreeTie[]): Tree => ({
  people,
  ties,
  checks: [],
  notShown: 0,
  more: false,
})
const people = (keys: string) => keys.split(' ').map(person)
const short = (made: Tree) =>
  jointsOf(made).map(({ from, to }) =>
    [from.map(end => end.key).join('+'), to.map(end => end.key).join('+')].join('>'),
  )

describe('joints', () => {
  test('children of the same two parents hang on one', () => {
    const ties = ['a', 'b'].flatMap(child => [tie(child, 'parent', 'm'), tie(child, 'parent', 'f')])
    expect(short(tree(people('a b m f'), ties))).toEqual(['m+f>a+b'])
  })
  test('a child whose father is contested hangs on another', () => {
    const ties = [
      tie('a', 'parent', 'm'),
      tie('b', 'parent', 'm'),
      tie('b', 'parent', 'f', { standing: 'contested' }),
    ]
    expect(short(tree(people('a b m f'), ties))).toEqual(['m>a', 'm+f>b'])
  })
  test('a couple with a child has one joint, without a child its own', () => {
    const child = [tie('c', 'parent', 'm'), tie('c', 'parent', 'f')]
    expect(short(tree(people('c m f'), [...child, tie('m', 'spouse', 'f')]))).toEqual(['m+f>c'])
    expect(short(tree(people('m f'), [tie('m', 'spouse', 'f')]))).toEqual(['m+f>'])
  })
  test('a grandmother who is guardian too has one line, two generations up', () => {
    const ties = [tie('c', 'guardian', 'g'), tie('c', 'grandparent', 'g')]
    const [joint, ...more] = jointsOf(tree(people('c g'), ties))
    expect(more).toEqual([])
    expect(joint).toMatchObject({ care: true, from: [{ key: 'g', generations: 2 }], to: [{ key: 'c' }] })
  })
  test('a grandmother above the mother is not drawn a second time', () => {
    const ties = [tie('c', 'parent', 'm'), tie('m', 'parent', 'g'), tie('c', 'grandparent', 'g')]
    expect(short(tree(people('c m g'), ties))).toEqual(['m>c', 'g>m'])
  })
  test('brothers and sisters without parents hang on one, however many ties there are', () => {
    const ties = [tie('a', 'sibling', 'b'), tie('a', 'sibling', 'c'), tie('b', 'sibling', 'c')]
    expect(short(tree(people('a b c'), ties))).toEqual(['>a+b+c'])
  })
  test('what was found untrue is not drawn', () => {
    expect(short(tree(people('a m'), [tie('a', 'parent', 'm', { standing: 'refuted' })]))).toEqual([])
  })
})

test('a father whom nobody knows stands once for the children of one mother, and apart for another child', () => {
  const ties = ['a', 'b'].flatMap((child, n) => [tie(child, 'parent', 'm'), tie(child, 'parent', `u${n}`)])
  const made = tree(
    [...people('a b m z'), unknown('u0'), unknown('u1'), unknown('u2')],
    [...ties, tie('z', 'parent', 'u2')],
  )
  expect(withFewerUnknowns(made).people).toHaveLength(6)
})

const wildTies = fc.array(
  fc
    .record({
      from: fc.integer({ min: 0, max: 29 }),
      to: fc.integer({ min: 0, max: 29 }),
      kind: fc.constantFrom<KinKind>(
        'parent',
        'sibling',
        'spouse',
        'grandparent',
        'guardian',
        'cousin',
        'aunt-uncle',
      ),
      standing: fc.constantFrom('claimed', 'proved', 'contested', 'refuted'),
    })
    .filter(one => one.from !== one.to),
  { maxLength: 60 },
)

test('any thirty relatives are drawn without one box upon another, and each stands in the list once', () => {
  fc.assert(
    fc.property(wildTies, wild => {
      const keys = Array.from({ length: 30 }, (_, n) => `p${n}`)
      const ties = wild.map((one, n) => ({
        ...tie(`p${one.from}`, one.kind, `p${one.to}`, { standing: one.standing as TreeTie['standing'] }),
        id: `t${n}`,
      }))
      const made = tree(keys.map(person), ties)
      const { boxes, width, height } = drawTree(made)
      expect(boxes).toHaveLength(30)
      for (const [n, a] of boxes.entries()) {
        expect(a.x >= 0 && a.y >= 0 && a.x + boxWidth <= width + 1 && a.y + boxHeight <= height + 1).toBe(
          true,
        )
        for (const b of boxes.slice(n + 1)) {
          expect(Math.abs(a.x - b.x) >= boxWidth - 1 || Math.abs(a.y - b.y) >= boxHeight - 1).toBe(true)
        }
      }
      const count = (branch: ReturnType<typeof branchesFrom>): string[] =>
        branch ? [branch.person.key, ...branch.below.flatMap(count)] : []
      const listed = count(branchesFrom(made, 'p0'))
      expect(new Set(listed).size).toBe(listed.length)
    }),
    { numRuns: 60 },
  )
})
