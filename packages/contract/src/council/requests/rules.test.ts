/** When a request waits, is late or answered, and who may speak as a focal point. */
import { expect, test } from 'vitest'
import { focalHindrance, requestStanding } from './rules.ts'

const today = '2026-11-26'

test.each([
  [{ due: today, answered: [false] }, 'waiting'],
  [{ due: '2026-11-25', answered: [false] }, 'late'],
  [{ due: '2026-11-25', answered: [true, false] }, 'late'],
  [{ due: '2026-11-25', answered: [true, true] }, 'answered'],
  [{ due: '2026-11-25', answered: [false], withdrawn: true }, 'withdrawn'],
] as const)('%j is %s', (more, standing) => {
  expect(requestStanding({ withdrawn: false, ...more }, today)).toBe(standing)
})

test.each([
  [undefined, 'no-focal-point'],
  [{ classification: 'member', from: '2026-01-01' }, null],
  [{ classification: 'member', from: '2026-01-01', to: today }, null],
  [{ classification: 'member', from: '2026-01-01', to: '2026-11-25' }, 'term-ended'],
  [{ classification: 'member', from: '2026-11-27' }, 'term-ended'],
  [{ classification: 'partner', from: '2026-01-01' }, null],
  [{ classification: 'observer', from: '2026-01-01' }, 'observers-read'],
] as const)('%j: %s', (mine, hindrance) => {
  expect(focalHindrance(mine, today)).toBe(hindrance)
})
