/**
 * Measures the search and prints the tables of docs/search.md: whether stems meet, and the order in which texts are found.
 * Run: node scripts/search/evaluate.ts [--show]
 */
import { readFileSync } from 'node:fs'
import { halfOf, measureFinding } from '../../packages/contract/src/analysis/evaluation/measure.ts'
import { searchLanguages } from '../../packages/contract/src/analysis/languages.ts'
import { measureStems, readGroups } from '../../packages/contract/src/analysis/stem/measure.ts'

const show = process.argv.includes('--show')
const print = (line: string) => process.stdout.write(`${line}\n`)
const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} %`
const fixtures = new URL('../../packages/contract/src/analysis/fixtures/stems/', import.meta.url)

print('stems       words used for the rules     words held back')
for (const language of ['kk', 'ky', 'uz', 'tg', 'tk'] as const) {
  const cells = ['', '.held'].map(kind => {
    const groups = readGroups(readFileSync(new URL(`${language}${kind}.txt`, fixtures), 'utf8'))
    const { forms, met, lemmas, mixed, missed, clashes } = measureStems(language, groups)
    if (show) for (const line of [...missed, ...clashes]) print(`  ${language}${kind}: ${line}`)
    return `met ${percent(met, forms)} of ${forms}, mixed ${mixed} of ${lemmas}`.padEnd(38)
  })
  print(`${language.padEnd(12)}${cells.join('')}`)
}

for (const which of ['tuned', 'held'] as const) {
  const topics = halfOf(which)
  print(`\nfinding, ${which} half   questions  nDCG@10  recall@10  (language told: nDCG)`)
  for (const languages of [...searchLanguages.map(one => [one]), [...searchLanguages]]) {
    const guessed = measureFinding(topics, languages)
    const told = measureFinding(topics, languages, true)
    const name = languages.length > 1 ? 'all' : (languages[0] ?? '')
    print(
      `${name.padEnd(22)}${String(guessed.questions).padEnd(11)}${guessed.ndcg.toFixed(3).padEnd(9)}${guessed.recall.toFixed(3).padEnd(11)}${told.ndcg.toFixed(3)}`,
    )
    if (show && languages.length > 1 && which === 'tuned') {
      for (const { question, ndcg } of guessed.worst) print(`  ${ndcg.toFixed(3)} ${question}`)
    }
  }
}
