import { expect, test } from 'vitest'
import { concepts, readConcepts } from './concepts.ts'
import { thesaurusRows, thesaurusTurtle } from './turtle.ts'

const [school] = readConcepts('school|learning|school; "big" school|школа|мектеп|мектеп|мактаб|mekdep|maktab')
const [learning] = readConcepts('learning||learning\\|учёба|оқу|окуу|таълим|okuw|oʻqish')

test('a concept has its place, one preferred label a language, and Uzbek in both alphabets', () => {
  const turtle = thesaurusTurtle([learning, school].filter(one => one !== undefined))
  expect(turtle).toContain('skos:hasTopConcept <urn:kerege:concept:learning> .')
  expect(turtle).toContain(
    '<urn:kerege:concept:school> a skos:Concept ;\n  skos:inScheme <urn:kerege:thesaurus> ;\n  skos:broader <urn:kerege:concept:learning> ;',
  )
  expect(turtle).toContain('skos:prefLabel "school"@en ;\n  skos:altLabel "\\"big\\" school"@en ;')
  expect(turtle).toContain('skos:prefLabel "maktab"@uz-Latn ;\n  skos:prefLabel "мактаб"@uz-Cyrl .')
  expect(turtle).toContain('skos:prefLabel "learning\\\\"@en')
})

test('every string and every address of the whole is closed, and each concept stands there once', () => {
  const turtle = thesaurusTurtle()
  const bare = turtle
    .replace(/"(?:[^"\\\n]|\\.)*"@[a-zA-Z-]+/g, 'TEXT')
    .replace(/<[^<>"{}|^`\\\s]*>/g, 'NAME')
  expect(bare).not.toMatch(/["<>]/)
  expect(turtle.match(/a skos:Concept ;/g)).toHaveLength(concepts.length)
  expect(bare.replace(/^@prefix.*$/gm, '')).not.toMatch(/NAME (?!a skos|[;,.])/)
  for (const tag of ['en', 'ru', 'kk', 'ky', 'tg', 'tk', 'uz-Latn', 'uz-Cyrl'])
    expect(turtle.match(new RegExp(`skos:prefLabel "[^"]+"@${tag} `, 'g'))).toHaveLength(concepts.length)
})

test('the table has what is read again as the same concepts', () => {
  const [, ...rows] = thesaurusRows()
  expect(readConcepts(rows.map(cells => cells.join('|')).join('\n'))).toEqual(concepts)
})
