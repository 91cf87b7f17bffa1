import { expect, test } from 'vitest'
import { measureApart, measureRecall, peopleOf, percent } from './measure.ts'
import { tongues } from './people.ts'
import { inventRegister, measureQueue } from './register.ts'
import { papers } from './renderings.ts'

const measured = tongues.map(tongue => {
  const people = peopleOf(tongue, 60)
  const recall = measureRecall(people)
  return {
    tongue,
    recall: percent(recall.total),
    apart: percent(measureApart(people).total),
    byPaper: recall.byPaper,
  }
})
const gap = (shares: readonly number[]) => Math.max(...shares) - Math.min(...shares)

test.each(measured)('$tongue: found $recall, kept apart $apart', ({ recall, apart }) => {
  expect(recall).toBeGreaterThan(90)
  expect(apart).toBeGreaterThan(98)
})

test('no language is found ten points less than another', () => {
  expect(gap(measured.map(({ recall }) => recall))).toBeLessThanOrEqual(10)
})

test.each(papers)('nor is any on the paper "%s"', paper => {
  const shares = measured.map(({ byPaper }) => percent(byPaper.get(paper) ?? { found: 0, all: 1 }))
  expect(gap(shares)).toBeLessThanOrEqual(10)
})

test('a queue over an invented register shows mostly one person twice, and misses few', () => {
  const { precision, recall, marriedRecall, wrong } = measureQueue(inventRegister(4000))
  expect(precision, wrong.join('\n')).toBeGreaterThan(90)
  expect(recall).toBeGreaterThan(90)
  // Half of these hold on to nothing but a given name: docs/names.md says what is lost.
  expect(marriedRecall).toBeGreaterThan(50)
})
