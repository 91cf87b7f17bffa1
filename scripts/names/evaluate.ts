/**
 * Measures the library and prints the tables of docs/names.md: recall by language and kind of paper on
 * invented persons, look-alikes kept apart, what a queue over an invented register shows, and the public labelled tables in fixtures/linkage.
 * Run: node scripts/names/evaluate.ts [--show]
 */
import { readFileSync } from 'node:fs'
import {
  count,
  measureApart,
  measureRecall,
  peopleOf,
  percent,
  type Tally,
  tally,
} from '@kerege/contract/names/evaluation/measure'
import { tongues } from '@kerege/contract/names/evaluation/people'
import { papers } from '@kerege/contract/names/evaluation/renderings'
import { inventRegister, measureQueue } from '@kerege/contract/names/evaluation/register'
import { truths } from '@kerege/contract/names/evaluation/truths'
import { compareNames } from '@kerege/contract/names/index'
import { measureLinkage } from '@kerege/contract/names/evaluation/measureLinkage'

const fixtures = new URL('../../packages/contract/src/names/fixtures/', import.meta.url)

const show = process.argv.includes('--show')
const persons = 400
const registered = 30_000
const print = (line: string) => process.stdout.write(`${line}\n`)
const share = (into: Tally | undefined) =>
  percent(into ?? tally())
    .toFixed(1)
    .padEnd(9)

print(`recall  all      unlisted ${papers.map(paper => paper.padEnd(9)).join('')}keys     slip`)
const apartByLabel = new Map<string, Tally>()
for (const tongue of tongues) {
  const people = peopleOf(tongue, persons)
  const { total, unlisted, byPaper, keyed, slipped, missed } = measureRecall(people)
  const byPapers = papers.map(paper => share(byPaper.get(paper))).join('')
  print(`${tongue.padEnd(8)}${share(total)}${share(unlisted)}${byPapers}${share(keyed)}${share(slipped)}`)
  const apart = measureApart(people)
  for (const [label, own] of apart.byLabel) {
    const into = apartByLabel.get(label) ?? tally()
    apartByLabel.set(label, { found: into.found + own.found, all: into.all + own.all })
  }
  print(`  kept apart: ${share(apart.total)}`)
  if (show) for (const line of [...missed, ...apart.wrong]) print(`  ${line}`)
}
print('')
for (const [label, own] of apartByLabel) print(`kept apart, ${label}: ${share(own)} of ${own.all}`)

print('')
const queue = measureQueue(inventRegister(registered))
print(
  `queue over ${registered} persons: precision ${queue.precision.toFixed(1)}, recall ${queue.recall.toFixed(1)}, ` +
    `women under another family name ${queue.marriedRecall.toFixed(1)}, ` +
    `wrong with another family name ${queue.wrongOtherFamily} of ${queue.shown} shown`,
)
if (show) for (const line of queue.wrong) print(`  ${line}`)

print('')
for (const { lang, file } of truths) {
  const lines = readFileSync(new URL(`romanisation/${file}`, fixtures), 'utf8')
    .trim()
    .split('\n')
  const found = tally()
  const apart = tally()
  // CLDR's Turkmen transform leaves some Cyrillic letters standing; those words are no spelling of anything.
  const pairs = lines
    .map(line => line.split('\t'))
    .filter(([from = '', to = '']) => [...from].length > 3 && !/\p{Script=Cyrillic}/u.test(to))
  pairs.forEach(([from = '', to = ''], at) => {
    count(found, compareNames(from, to).match)
    const other = pairs[(at * 7 + 3) % pairs.length]?.[1] ?? ''
    if (other !== to) count(apart, !compareNames(from, other).match)
  })
  print(`CLDR words ${lang}: found ${share(found)}kept apart ${share(apart)}of ${found.all}`)
}

print('')
for (const file of ['febrl1.csv', 'fake-1000.csv'] as const) {
  const text = readFileSync(new URL(`linkage/${file}`, fixtures), 'utf8')
  const { precision, recall, matches, truePairs } = measureLinkage(text)
  print(
    `${file}: precision ${(100 * precision).toFixed(1)}, recall ${(100 * recall).toFixed(1)} (${matches} of ${truePairs} pairs)`,
  )
}
