import { Id } from '@kerege/contract/common'
import { expect, test } from 'vitest'
import { newId } from './newId.ts'

test('an id is a UUIDv7 that sorts by time', () => {
  const early = newId(Date.UTC(2026, 0, 1))
  const late = newId(Date.UTC(2026, 0, 2))
  expect(Id.safeParse(early).success).toBe(true)
  expect(early[14]).toBe('7')
  expect(early < late).toBe(true)
  expect(newId()).not.toBe(newId())
})
