import { expect, test } from 'vitest'
import { gradeOf } from './likeness.ts'

test.each([
  [0, 1],
  [0.25, 2],
  [0.55, 3],
  [0.69, 3],
  [0.7, 4],
  [1, 5],
])('a score of %f is grade %i', (score, grade) => {
  expect(gradeOf(score)).toBe(grade)
})
