import { expect, test } from 'vitest'
import { measureApart, measureRecall, peopleOf, percent } from './measure.ts'
import { tongues } from './people.ts'

const measured = tongues.map(tongue => {
  const people = peopleOf(tongue, 60)
  return { tongue, recall: percent(measureRecall(people).total), apart: percent(measureApart(people).total) }
})

test.each(measured)('$tongue: found $recall, kept apart $apart', ({ recall, apart }) => {
  expect(recall).toBeGreaterThan(90)
  expect(apart).toBeGreaterThan(98)
})

test('no language is found ten points less than another', () => {
  const recalls = measured.map(({ recall }) => recall)
  expect(Math.max(...recalls) - Math.min(...recalls)).toBeLessThanOrEqual(10)
})
