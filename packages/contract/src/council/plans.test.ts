/** Which names are one plan. */
import { expect, test } from 'vitest'
import { planKey } from './plans.ts'

test.each([
  ['Joint Plan of Action, pillar 2', ' joint  plan of ACTION,\u00a0pillar 2 ', true],
  ['Дорожная карта', 'ДОРОЖНАЯ  КАРТА', true],
  // One letter, written as one and as two.
  ['Йол харитасы', 'И\u0306ол харитасы', true],
  ['Joint Plan of Action, pillar 2', 'Joint Plan of Action, pillar 3', false],
])('%j and %j: %s', (one, other, same) => {
  expect(planKey(one) === planKey(other)).toBe(same)
})
