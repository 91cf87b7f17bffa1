import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classifications } from './rules.ts'
import { floorKinds, inOrder, secondsLeft } from './floor.ts'

const entry = (
  id: string,
  kind: 'speech' | 'reply',
  classification: (typeof classifications)[number],
  askedAt: string,
) => ({
  id,
  kind,
  askedAt,
  party: { classification },
})

test('members first, then partners, then observers; replies after all', () => {
  const list = [
    entry('a', 'reply', 'member', '1'),
    entry('b', 'speech', 'observer', '2'),
    entry('c', 'speech', 'member', '4'),
    entry('d', 'speech', 'partner', '3'),
    entry('e', 'speech', 'member', '3'),
  ]
  expect(inOrder(list).map(one => one.id)).toEqual(['e', 'c', 'd', 'b', 'a'])
})

test('whoever asks later never moves those of the same kind who stand already', () => {
  const any = fc.record({
    kind: fc.constantFrom(...floorKinds),
    classification: fc.constantFrom(...classifications),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), any, (before, late) => {
      const list = before.map((one, at) =>
        entry(
          `a${String(at).padStart(2, '0')}`,
          one.kind,
          one.classification,
          `t${String(at).padStart(2, '0')}`,
        ),
      )
      const added = entry('z', late.kind, late.classification, 'tz')
      expect(inOrder([...list, added]).filter(one => one.id !== 'z')).toEqual(inOrder(list))
    }),
  )
})

test.each([
  ['2026-12-03T09:00:00Z', 180],
  ['2026-12-03T09:02:00Z', 60],
  ['2026-12-03T09:03:30Z', -30],
])('at %s %i seconds are left', (now, left) =>
  expect(secondsLeft(180, '2026-12-03T09:00:00Z', now)).toBe(left),
)
