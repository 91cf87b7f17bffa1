/** Rows that add up, held against what was counted above them. The list is not put right: it is said by how much it is off. */
import type { Grid } from './cells.ts'
import type { Grouped } from './families.ts'
import { folded } from './fold.ts'
import { letterOf } from './grid.ts'
import type { Line } from './lines.ts'
import type { ReadPerson } from './person.ts'
import { levelOf, type Problem } from './schema.ts'
import { familyWords, grandWords, groupWords } from './words.ts'

type Group = 'total' | 'men' | 'women' | 'children'
interface Said {
  group: Group
  number: number
  at: number
}

export function totalProblems(
  grid: Grid,
  lines: readonly Line[],
  { families, of }: Grouped,
  people: ReadonlyMap<number, ReadPerson>,
): Problem[] {
  const problems: Problem[] = []
  const above: number[] = []
  let sinceTotal: number[] = []
  lines.forEach((line, at) => {
    if (line.kind === 'person') {
      above.push(line.row)
      sinceTotal.push(line.row)
    }
    if (line.kind !== 'total') return
    const family = families[of.get(above.at(-1) ?? -1) ?? -1]?.rows ?? []
    const last = !lines.slice(at + 1).some(one => one.kind === 'person')
    const scopes = scopesOf(labelOf(grid, line.row), { above, sinceTotal, family }, last)
    for (const said of saidIn(grid, line.row)) {
      const counted = scopes.map(rows => countOf(said.group, rows, people))
      const first = counted[0]
      if (first === undefined || counted.includes(said.number)) continue
      problems.push({
        row: line.row,
        column: letterOf(said.at),
        code: 'total-differs',
        level: levelOf['total-differs'],
        params: { group: said.group, said: said.number, counted: first },
      })
    }
    sinceTotal = []
  })
  return problems
}

interface Scopes {
  above: number[]
  sinceTotal: number[]
  family: number[]
}

/** What may be meant, the likeliest first. */
function scopesOf(label: string, { above, sinceTotal, family }: Scopes, last: boolean): number[][] {
  const words = label.split(' ')
  if (familyWords.some(word => words.includes(word))) return [family]
  if (grandWords.some(word => words.includes(word))) return last ? [above] : [above, sinceTotal]
  return last ? [above, sinceTotal] : [sinceTotal, family, above]
}

function labelOf(grid: Grid, row: number): string {
  const texts = Array.from({ length: grid.width }, (_, at) =>
    grid.continued(row, at) ? '' : grid.text(row, at),
  )
  return folded(texts.filter(text => /\p{L}/u.test(text)).join(' '))
}

/** `Итого 14, из них детей 9`, or the words and the numbers in cells of their own. */
function saidIn(grid: Grid, row: number): Said[] {
  const found: Said[] = []
  let group: Group = 'total'
  let before = ''
  for (let at = 0; at < grid.width; at++) {
    const text = grid.continued(row, at) ? '' : grid.text(row, at)
    // A merged cell stands in every place that it covers.
    if (text === '' || text === before) continue
    before = text
    for (const word of folded(text).split(' ')) {
      if (!/^\d+$/.test(word)) group = groupOf(word) ?? group
      else if (word.length <= 5 && !found.some(one => one.group === group))
        found.push({ group, number: Number(word), at })
    }
  }
  return found
}

const groups: ReadonlyMap<string, Group> = new Map(
  groupWords.flatMap(([group, words]) => words.map((word): [string, Group] => [folded(word), group])),
)
const groupOf = (word: string): Group | undefined => groups.get(word)

/** Undefined where somebody may belong to the group and it is not known. */
function countOf(
  group: Group,
  rows: readonly number[],
  people: ReadonlyMap<number, ReadPerson>,
): number | undefined {
  if (group === 'total') return rows.length
  let count = 0
  for (const row of rows) {
    const one = people.get(row)
    if (one?.youngest === undefined || one.oldest === undefined) return undefined
    const child = one.oldest < 18
    if (!child && one.youngest < 18) return undefined
    if (group === 'children') count += Number(child)
    else if (!child) {
      if (one.person.sex === 'unknown' || one.person.sex === 'withheld') return undefined
      count += Number((one.person.sex === 'female') === (group === 'women'))
    }
  }
  return count
}
