/** The thesaurus as SKOS in Turtle (W3C, 2014), as other libraries read it; and as a table for whoever goes through it in a spreadsheet. */
import { searchLanguages } from '../languages.ts'
import { type Concept, concepts } from './concepts.ts'
import { conceptUri, taggedLabels, thesaurusUri } from './skos.ts'

const text = (words: string) => `"${words.replace(/["\\]/g, '\\$&').replace(/[\n\r]/g, ' ')}"`
const named = (id: string) => `<${conceptUri(id)}>`
const scheme = `<${thesaurusUri}>`

const said = ({ broader, related = [], labels }: Concept): string[] => [
  'a skos:Concept',
  `skos:inScheme ${scheme}`,
  broader === undefined ? `skos:topConceptOf ${scheme}` : `skos:broader ${named(broader)}`,
  ...related.map(id => `skos:related ${named(id)}`),
  ...taggedLabels(labels).flatMap(([tag, all]) =>
    all.map((label, at) => `skos:${at === 0 ? 'prefLabel' : 'altLabel'} ${text(label)}@${tag}`),
  ),
]

export function thesaurusTurtle(all: readonly Concept[] = concepts): string {
  const top = all.filter(({ broader }) => broader === undefined).map(({ id }) => named(id))
  return [
    '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .',
    '@prefix dct: <http://purl.org/dc/terms/> .',
    '',
    `${scheme} a skos:ConceptScheme ;\n  dct:title "Return and reintegration of families"@en ;\n  skos:hasTopConcept ${top.join(', ')} .`,
    ...all.map(concept => `${named(concept.id)} ${said(concept).join(' ;\n  ')} .`),
    '',
  ].join('\n')
}

/** A cell has the labels of a language, the preferred one first. */
export function thesaurusRows(all: readonly Concept[] = concepts): string[][] {
  return [
    ['id', 'broader', ...searchLanguages, 'related'],
    ...all.map(({ id, broader, related = [], labels }) => [
      id,
      broader ?? '',
      ...searchLanguages.map(language => labels[language].join('; ')),
      related.join('; '),
    ]),
  ]
}
