/** Moments on the clocks of hosts: whole and half days away, over a change of clocks, and back. */
import { zones } from '@kerege/contract/practices/trainings/common'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wallAt } from '@kerege/contract/wallClock'
import { momentAt } from './times.ts'

test.each([
  ['Asia/Almaty', '2026-11-26', '09:00', '2026-11-26T04:00:00.000Z'],
  // Before March 2024 clocks in Astana stood an hour further.
  ['Asia/Almaty', '2024-02-01', '09:00', '2024-02-01T03:00:00.000Z'],
  ['Europe/Vienna', '2026-07-01', '00:30', '2026-06-30T22:30:00.000Z'],
  ['Europe/Vienna', '2026-12-01', '00:30', '2026-11-30T23:30:00.000Z'],
  ['UTC', '2026-12-01', '23:59', '2026-12-01T23:59:00.000Z'],
] as const)('%s %s %s', (zone, day, time, at) => {
  expect(momentAt({ day, time }, zone).toISOString()).toBe(at)
  expect(wallAt(at, zone)).toEqual({ day, time })
})

test('an hour that is left out in spring becomes a moment of that night', () => {
  const at = momentAt({ day: '2026-03-29', time: '02:30' }, 'Europe/Vienna').toISOString()
  expect(['2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00.000Z']).toContain(at)
})

test('any moment comes back from the wall of any zone without changes of clocks', () => {
  const calm = zones.filter(zone => zone !== 'Europe/Vienna')
  const minutes = fc.integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 })
  fc.assert(
    fc.property(minutes, fc.constantFrom(...calm), (minute, zone) => {
      const at = new Date(minute * 60_000)
      expect(momentAt(wallAt(at, zone), zone)).toEqual(at)
    }),
  )
})
