import { describe, expect, test } from 'vitest'
import { compartments } from '../access/compartments.ts'
import { Content } from './content.ts'
import { parentOf, sectionOf, situationKinds } from './kinds.ts'
import { aheadOn, contentFaults, taskOf } from './rules.ts'

const today = '2026-03-10'
const codes = (content: unknown) =>
  contentFaults(Content.parse(content), today).map(one => `${one.pointer} ${one.code}`)

describe('what is written is refused', () => {
  test.each([
    [
      'a month ahead',
      { kind: 'attendance', month: '2026-04', held: 20, present: 20 },
      '/content/month day-ahead',
    ],
    [
      'more days than were held',
      { kind: 'attendance', month: '2026-02', held: 20, present: 21 },
      '/content/present more-than-held',
    ],
    [
      'more days than the month has',
      { kind: 'attendance', month: '2026-02', held: 29, present: 2 },
      '/content/held more-than-month',
    ],
    [
      'the file of a criminal matter',
      { kind: 'legal', matter: 'criminal', words: 'x' },
      '/content/words file-outside',
    ],
    [
      'a deadline after the day',
      { kind: 'hearing', day: '2026-04-01', deadline: '2026-04-02' },
      '/content/deadline period-reversed',
    ],
    [
      'something to hand in without a day',
      { kind: 'hearing', day: '2026-04-01', toHandIn: 'x' },
      '/content/deadline required',
    ],
    [
      'contact with nobody',
      { kind: 'contact', way: 'call', day: today, through: 'direct' },
      '/content/withWhom required',
    ],
    [
      'contact that lies ahead',
      { kind: 'contact', way: 'call', day: '2026-03-11', through: 'direct', withWhom: 'x' },
      '/content/day day-ahead',
    ],
    [
      'a placement test that lies ahead',
      { kind: 'schooling', school: 'x', placedOn: '2026-03-11' },
      '/content/placedOn day-ahead',
    ],
  ])('%s', (_name, content, fault) => expect(codes(content)).toContain(fault))

  test.each([
    [{ kind: 'attendance', month: '2028-02', held: 20, present: 0 }, ['/content/month day-ahead']],
    [{ kind: 'attendance', month: '2026-03', held: 31, present: 31 }, []],
    [{ kind: 'legal', matter: 'criminal', lawyer: 'A lawyer' }, []],
  ])('and nothing else: %o', (content, faults) => expect(codes(content)).toEqual(faults))
})

test('every kind lies in a section, and hangs on one of its own section', () => {
  for (const kind of situationKinds) {
    expect(compartments).toContain(sectionOf[kind])
    const parent = parentOf[kind]
    if (parent) expect(sectionOf[parent]).toBe(sectionOf[kind])
  }
  expect(Content.options.map(one => one.shape.kind.value)).toEqual([...situationKinds])
})

test.each([
  [{ kind: 'hearing', day: '2026-04-01', deadline: '2026-03-20' }, '2026-04-01', 'court-date', '2026-03-20'],
  [{ kind: 'hearing', day: '2026-04-01', deadline: '2026-03-01' }, '2026-04-01', 'court-date', today],
  [{ kind: 'hearing', day: '2026-03-09' }, '2026-03-09', undefined, undefined],
  [{ kind: 'detention', place: 'x', release: '2026-06-01' }, '2026-06-01', 'release-plan', '2026-05-02'],
  [{ kind: 'detention', place: 'x', release: '2026-03-20' }, '2026-03-20', 'release-plan', today],
  [
    { kind: 'contact', withWhom: 'x', way: 'letter', day: today, through: 'direct', next: '2026-04-10' },
    '2026-04-10',
    'family-contact',
    '2026-04-10',
  ],
  [{ kind: 'housing', of: 'rented', secureUntil: '2026-04-10' }, '2026-04-10', undefined, undefined],
])('days of %o', (content, ahead, kind, due) => {
  const parsed = Content.parse(content)
  expect(aheadOn(parsed)).toBe(ahead)
  expect(taskOf(parsed, today)).toEqual(kind ? { kind, due } : undefined)
})
