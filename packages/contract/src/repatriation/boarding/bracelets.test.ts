import { expect, test } from 'vitest'
import { nextFree } from './bracelets.ts'
import type { Board, BoardLine } from './schema.ts'
import { boardRows, withoutNumber } from './view.ts'

test.each([
  ['12', [], '13'],
  ['12', ['13', '14'], '15'],
  ['A-09', ['A-10'], 'A-11'],
  ['0099', [], '0100'],
  ['red', ['red-2'], 'red-3'],
  ['x'.repeat(24), [], `${'x'.repeat(18)}-2`],
])('%s with %j worn offers %s', (taken, worn, next) => {
  expect(nextFree(taken, new Set([taken, ...worn]))).toBe(next)
})

test('a number that somebody wears is told on this device already, and given to nobody else', () => {
  const line = (id: string, more: object = {}): BoardLine => ({
    id,
    name: id,
    otherNames: [],
    sex: 'unknown',
    birth: { precision: 'unknown' },
    ageGroup: 'unknown',
    head: false,
    door: false,
    state: 'consented',
    ...more,
  })
  const board: Board = {
    operationId: 'o',
    name: 'Bahor',
    families: [],
    lines: [line('a', { bracelet: '12' }), line('b', { braceletAsked: '12' })],
    marks: [],
    notShown: 0,
    at: '2026-11-26T05:00:00.000Z',
  }
  const waiting = ['12', '20', '20'].map((bracelet, at) => line(`door-${at}`, { bracelet, door: true }))
  const rows = boardRows(board, { marks: [], lines: waiting })
  expect(rows.map(row => row.line.bracelet)).toEqual(['12', undefined, undefined, '20', undefined])
  expect(withoutNumber(rows).map(({ row, asked, free }) => [row.line.id, asked, free])).toEqual([
    ['b', '12', '13'],
    ['door-0', '12', '14'],
    ['door-2', '20', '21'],
  ])
})
