import type { PersonRow } from '@kerege/contract/people/schema'
import { expect, test } from 'vitest'
import { byFamily } from './api.ts'

const row = (id: string, householdId?: string) => ({ id, householdId }) as PersonRow // nothing else is looked at

test('a family stands together in the place of its first member, the others after', () => {
  const rows = [row('a', 'x'), row('b'), row('c', 'y'), row('d', 'x'), row('e')]
  expect(byFamily(rows).map(one => one.id)).toEqual(['a', 'd', 'c', 'b', 'e'])
})
