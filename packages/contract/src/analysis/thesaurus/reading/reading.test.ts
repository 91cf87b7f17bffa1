import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../../testing/anyText.ts'
import { compareThesauri } from '../compare.ts'
import { concepts, readConcepts } from '../concepts.ts'
import { thesaurusRows, thesaurusTurtle } from '../turtle.ts'
import { isLabel } from './entry.ts'
import { judge } from './judge.ts'
import { readTable } from './table.ts'
import { readTurtle } from './turtle.ts'

const head = '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n'
const turtle = (text: string) => judge(readTurtle(head + text))
const rows = (...lines: string[]) =>
  judge(readTable(lines.map((text, at) => ({ cells: text.split('|'), line: at + 1 }))))
const codes = (found: readonly { code: string; line: number; column: number }[]) =>
  found.map(({ code, line, column }) => `${code} ${line}:${column}`)

test('what was given out comes back the same, in both forms', () => {
  const more = concepts.map(concept =>
    concept.id === 'school' ? { ...concept, related: ['teacher'] } : concept,
  )
  const table = thesaurusRows(more).map((cells, at) => ({ cells, line: at + 1 }))
  for (const said of [readTurtle(thesaurusTurtle(more)), readTable(table)]) {
    const { concepts: read, faults } = judge(said)
    expect(faults).toEqual([])
    const { added, changed, missing, same } = compareThesauri(more, read)
    expect({ added, changed, missing, same }).toEqual({
      added: [],
      changed: [],
      missing: [],
      same: more.length,
    })
  }
})

test('other spellings of Turtle are read: prefixes, narrower ones, hidden labels, long strings, remarks', () => {
  const {
    concepts: read,
    faults,
    notes,
  } = turtle(`PREFIX k: <urn:kerege:concept:> # ours
k:learning a skos:Concept ; skos:narrower k:school ;; skos:prefLabel """learning""" @en .
k:school a skos:Concept ; skos:prefLabel 'school'@EN, "\\u0448кола"@ru-RU, "école"@fr ; skos:hiddenLabel "Мактаб"@uz-Cyrl ;
  skos:notation "12"^^<urn:x> .`)
  expect(codes(faults)).toEqual([])
  expect(read.find(({ id }) => id === 'school')).toMatchObject({
    broader: 'learning',
    labels: { en: ['school'], ru: ['школа'], uz: ['maktab'] },
  })
  expect(codes(notes)).toEqual(['unknown-language 4:75'])
})

test('what is wrong is told by line and column', () => {
  const one = (more: string) =>
    turtle(`<urn:kerege:concept:aa> a skos:Concept ; skos:prefLabel "a"@en${more}`)
  expect(codes(one(' ; skos:broader <urn:kerege:concept:gone> .').faults)).toEqual(['unknown-broader 2:79'])
  expect(codes(one(' ; skos:broader <urn:kerege:concept:aa> .').faults)).toEqual(['circle 2:79'])
  expect(codes(one(' ; skos:altLabel "<script>"@en, "=1+1"@ru, "x"@en .').faults)).toEqual([
    'bad-label 2:80',
    'bad-label 2:95',
  ])
  expect(codes(one(' ; skos:prefLabel "b"@en .').faults)).toEqual(['second-preferred 2:81'])
  expect(codes(one(' ; skos:altLabel "open').faults)).toEqual(['unclosed 2:80'])
  expect(codes(one(' ; skos:altLabel [ ] .').faults)).toEqual(['unsupported 2:80'])
  expect(codes(one(' ; x:y "a" .').faults)).toEqual(['unknown-prefix 2:66'])
  expect(codes(one(' .\n<urn:other:b> a skos:Concept .').faults)).toEqual(['foreign-name 3:1'])
  expect(codes(one(' .\n<urn:kerege:concept:B> a skos:Concept .').faults)).toEqual([
    'bad-id 3:1',
    'no-label 3:1',
  ])
})

test('a table tells cells: headings, ids, circles of several, one label for two', () => {
  expect(codes(rows('name|en', 'a|b').faults)).toEqual(['no-heading 1:1'])
  const read = rows('id|broader|en|fr', 'aa|cc|one', 'bb|aa|two; three', 'cc|bb|three', 'aa||x', 'D d||x')
  expect(codes(read.faults)).toEqual(['twice 5:1', 'bad-id 6:1', 'circle 2:2', 'circle 4:2', 'circle 3:2'])
  expect(codes(read.notes)).toEqual(['unknown-column 1:4', 'same-label 4:3'])
})

test('labels that change are drafts, those that stay keep what is known of them', () => {
  const [old] = readConcepts('school||school|школа|мектеп|мектеп|мактаб|mekdep|maktab')
  const [other] = readConcepts('school||school|школа|мектеп|мектеп|мактаб|mekdep|maktab; oʻquv yurti')
  if (!old || !other) throw new Error('two concepts')
  const [changed] = compareThesauri([{ ...old, states: { kk: 'checked', uz: 'checked' } }], [other]).changed
  expect(changed?.states).toMatchObject({ en: 'checked', kk: 'checked', ky: 'draft', uz: 'draft' })
})

test('ten megabytes of anything are answered soon', () => {
  const long = 10_000_000
  for (const text of [
    '<'.repeat(long),
    `"${'a'.repeat(long)}`,
    'a:.'.repeat(long / 3),
    ' \n'.repeat(long / 2),
    'a '.repeat(long / 2),
  ]) {
    const begun = process.cpuUsage()
    turtle(text)
    const { user, system } = process.cpuUsage(begun)
    expect((user + system) / 1000).toBeLessThan(5000)
  }
})

test('whatever a file holds, it is judged and nothing is thrown', () => {
  fc.assert(
    fc.property(
      anyText({ maxLength: 300 }),
      fc.constantFrom('', '<urn:kerege:concept:aa> a skos:Concept ; skos:prefLabel "'),
      (text, before) => {
        const { concepts: read } = turtle(before + text)
        for (const { labels } of read) expect(Object.values(labels).flat().every(isLabel)).toBe(true)
        rows(...`id|en|uz\n${text}`.split('\n'))
      },
    ),
    { numRuns: 300 },
  )
})
