import { expect, test } from 'vitest'
import { halfOf, measureFinding } from './measure.ts'

// What held at the last change, on topics that no weight was set with; lower is a step back. docs/search.md has the tables.
test('questions in seven languages find texts in all', () => {
  const { ndcg, recall, questions } = measureFinding(halfOf('held'))
  expect(questions).toBe(56)
  expect(ndcg).toBeGreaterThan(0.77)
  expect(recall).toBeGreaterThan(0.85)
})
