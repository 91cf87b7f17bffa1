import { expect, test } from 'vitest'
import { inOrder } from './firstDoors.ts'

const door = (key: string, role: 'caseManager' | 'supervisor' | 'lawyer') => ({
  key,
  role,
  name: '',
  hint: '',
})

test('each role once in front, the likeliest first, nobody lost', () => {
  const doors = [
    door('a', 'lawyer'),
    door('b', 'caseManager'),
    door('c', 'caseManager'),
    door('d', 'supervisor'),
  ]
  expect(inOrder(doors).map(one => one.key)).toEqual(['b', 'd', 'a', 'c'])
})
