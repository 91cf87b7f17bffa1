/** When a training stands where, who brings a registration where, who has taken part, and when groups are told of. */
import { expect, test } from 'vitest'
import {
  eventStanding,
  hoursOf,
  phaseOf,
  quotasFit,
  registrationMayBecome,
  registrationStates,
  type Standing,
  tookPart,
} from './rules.ts'

const event = {
  state: 'open' as const,
  from: '2026-12-10',
  until: '2026-12-11',
  registerUntil: '2026-12-05',
}
test.each<[string, object, Standing]>([
  ['2026-12-05', {}, 'open'],
  ['2026-12-06', {}, 'closed'],
  ['2026-12-10', {}, 'running'],
  ['2026-12-11', {}, 'running'],
  ['2026-12-12', {}, 'held'],
  ['2026-12-12', { state: 'planned' }, 'planned'],
  ['2026-12-01', { state: 'called-off' }, 'called-off'],
  // One that takes registrations until it runs takes none while it runs.
  ['2026-12-10', { registerUntil: '2026-12-11' }, 'running'],
])('on %s with %j it is %s', (today, more, standing) => {
  expect(eventStanding({ ...event, ...more }, today)).toBe(standing)
})

test('a registration moves by its own sides only', () => {
  const moves = registrationStates.flatMap(from =>
    registrationStates.flatMap(to =>
      (['participant', 'focal', 'organiser'] as const)
        .filter(side => registrationMayBecome(from, to, [side]))
        .map(side => `${from} ${to} ${side}`),
    ),
  )
  expect(moves).toEqual([
    'asked waiting focal',
    'asked declined focal',
    'asked declined organiser',
    'asked withdrawn participant',
    'waiting declined focal',
    'waiting declined organiser',
    'waiting withdrawn participant',
    'nominated confirmed organiser',
    'nominated declined focal',
    'nominated declined organiser',
    'nominated withdrawn participant',
    'confirmed declined organiser',
    'confirmed withdrawn participant',
    'declined asked participant',
    'withdrawn asked participant',
  ])
})

const sessions = [
  { id: 'a', startsAt: '2026-12-10T04:00:00Z', endsAt: '2026-12-10T08:00:00Z' },
  { id: 'b', startsAt: '2026-12-11T04:00:00Z', endsAt: '2026-12-11T05:00:00Z' },
]
test.each([
  [['a', 'b'], 80, 5, true],
  [['a'], 80, 4, true],
  [['a'], 81, 4, false],
  [['b'], 20, 1, true],
  [[], 1, 0, false],
  [['gone'], 1, 0, false],
])('at %j of %s percent: %s hours, %s', (present, share, hours, took) => {
  expect(hoursOf(sessions, new Set(present))).toBe(hours)
  expect(tookPart(sessions, new Set(present), share) && hours > 0).toBe(took)
})

test.each([
  ['2026-12-10T03:59:59Z', 'running', 'to-come'],
  ['2026-12-10T04:00:00Z', 'over', 'to-come'],
  ['2026-12-11T05:00:00Z', 'over', 'running'],
  ['2026-12-25T04:59:59Z', 'over', 'running'],
  ['2026-12-25T05:00:00Z', 'over', 'over'],
])('at %s before is %s and after is %s', (at, before, after) => {
  expect(phaseOf(sessions, Date.parse(at))).toEqual({ before, after })
  expect(phaseOf([], Date.parse(at))).toEqual({ before: 'to-come', after: 'to-come' })
})

test.each([
  [5, [['KZ', 2]], true],
  [
    5,
    [
      ['KZ', 3],
      ['KG', 2],
    ],
    true,
  ],
  [
    5,
    [
      ['KZ', 3],
      ['KG', 3],
    ],
    false,
  ],
  [
    5,
    [
      ['KZ', 1],
      ['KZ', 1],
    ],
    false,
  ],
])('%s places, kept %j: %s', (places, kept, fit) => {
  const quotas = (kept as [string, number][]).map(([country, count]) => ({ country, places: count }))
  expect(quotasFit(places, quotas)).toBe(fit)
})
