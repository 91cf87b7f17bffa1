import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOfStay, lengthOf, suggestRooms } from './rules.ts'

const room = (id: string, free: number) => ({ id, free })
const party = (id: string, size: number) => ({ id, size })

describe('rooms for families', () => {
  test.each([
    [
      'the smallest room that takes all',
      [party('f', 3)],
      [room('a', 6), room('b', 3), room('c', 4)],
      ['b:3'],
    ],
    [
      'the largest family first',
      [party('f', 2), party('g', 4)],
      [room('a', 4), room('b', 2)],
      ['b:2', 'a:4'],
    ],
    ['two small families share a large room', [party('f', 2), party('g', 2)], [room('a', 4)], ['a:2', 'a:2']],
    ['two rooms where none is large enough', [party('f', 6)], [room('a', 2), room('b', 4)], ['b:4+a:2']],
    ['nobody is half in a full house', [party('f', 3)], [room('a', 2)], ['']],
    ['a full room is no room', [party('f', 1)], [room('a', 0), room('b', 1)], ['b:1']],
  ])('%s', (_, parties, rooms, expected) =>
    expect(
      suggestRooms(parties, rooms).map(one => one.rooms.map(r => `${r.roomId}:${r.count}`).join('+')),
    ).toEqual(expected),
  )

  test('never more in a room than it has beds, never a family in part, divided only where no room takes it whole', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 })
    fc.assert(
      fc.property(sizes, sizes, (families, beds) => {
        const rooms = beds.map((free, at) => room(`r${at}`, free))
        const found = suggestRooms(
          families.map((size, at) => party(`f${at}`, size)),
          rooms,
        )
        const used = new Map<string, number>()
        for (const [at, one] of found.entries()) {
          const placed = one.rooms.reduce((sum, r) => sum + r.count, 0)
          expect([0, families[at]]).toContain(placed)
          for (const r of one.rooms) used.set(r.roomId, (used.get(r.roomId) ?? 0) + r.count)
        }
        for (const { id, free } of rooms) expect(used.get(id) ?? 0).toBeLessThanOrEqual(free)
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), sizes, (size, beds) => {
        const [one] = suggestRooms(
          [party('f', size)],
          beds.map((free, at) => room(`r${at}`, free)),
        )
        const whole = beds.some(free => free >= size)
        expect(one?.rooms.length === 1).toBe(whole)
      }),
    )
  })
})

test.each([
  ['2026-11-24', '2026-11-24', 1],
  ['2026-11-23', '2026-11-24', 2],
  ['2026-03-28', '2026-03-30', 3],
])('who came on %s is, on %s, in day %i', (since, today, day) => expect(dayOfStay(since, today)).toBe(day))

test.each([
  [30, { from: 21, to: 30 }, 'usual'],
  [31, { from: 21, to: 30 }, 'long'],
  [300, null, 'usual'],
] as const)('day %i of %o is %s', (day, usual, expected) => expect(lengthOf(day, usual)).toBe(expected))
