/** What becomes of a press without a line, as a table. */
import { expect, test } from 'vitest'
import { type Noted, noted, notedAt, standing, without } from './queue.ts'

const one: Noted = {
  eventId: 'e',
  sessionId: 's',
  registrationId: 'r',
  present: true,
  was: null,
  at: '2026-11-26T08:00:00Z',
}

test.each([
  [true, null, null, 'send'],
  [true, null, true, 'there'],
  [true, null, false, 'differs'],
  [false, true, true, 'send'],
  [false, true, null, 'differs'],
  [false, null, true, 'differs'],
  [false, false, false, 'there'],
] as const)('pressed %s over %s, where the hub now says %s: %s', (present, was, now, expected) => {
  expect(standing({ ...one, present, was }, now)).toBe(expected)
})

test.each([
  [true, null, false, 'send'],
  [false, null, true, 'send'],
  [false, true, null, 'differs'],
] as const)('pressed %s over %s by who has said the opposite, where the hub now says %s: %s', (...row) => {
  const [present, was, now, expected] = row
  expect(standing({ ...one, present, was, own: true }, now)).toBe(expected)
})

test('the last press counts, and is held against what stood there before the first', () => {
  const twice = noted(noted([], one), { ...one, present: false, was: true })
  expect(twice).toEqual([{ ...one, present: false, own: true }])
  expect(noted(noted([], one), one)).toEqual([one])
})

test('of somebody else, or of another session, nothing is touched', () => {
  const other = { ...one, registrationId: 'q' }
  const later = { ...one, sessionId: 't' }
  const list = [other, later].reduce<Noted[]>(noted, noted([], one))
  expect(list).toHaveLength(3)
  expect(without(list, one)).toEqual([other, later])
  expect(notedAt(list, other)).toEqual(other)
})
