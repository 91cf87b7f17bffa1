/**
 * The thesaurus as SKOS (W3C, 2009) in JSON-LD, for other programs: the first label of a language is its preferred one, further ones are alternatives. Uzbek
 * stands in both alphabets. Identifiers are names and no addresses: whoever takes the file needs no line to anywhere.
 */
import { uzbekCyrillic } from '../uzbek.ts'
import { type SearchLanguage, searchLanguages } from '../languages.ts'
import type { Concept } from './concepts.ts'

const context = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  prefLabel: { '@id': 'skos:prefLabel', '@container': '@language' },
  altLabel: { '@id': 'skos:altLabel', '@container': '@language' },
  broader: { '@id': 'skos:broader', '@type': '@id' },
  related: { '@id': 'skos:related', '@type': '@id' },
  inScheme: { '@id': 'skos:inScheme', '@type': '@id' },
}
export const thesaurusUri = 'urn:kerege:thesaurus'

/** The name of a concept among all names. */
export const conceptUri = (id: string): string => `urn:kerege:concept:${id}`

export interface SkosDocument {
  readonly '@context': typeof context
  readonly '@graph': readonly Readonly<Record<string, unknown>>[]
}

export const toSkos = (concepts: readonly Concept[]): SkosDocument => ({
  '@context': context,
  '@graph': [
    { '@id': thesaurusUri, '@type': 'skos:ConceptScheme' },
    ...concepts.map(({ id, broader, related = [], labels }) => ({
      '@id': conceptUri(id),
      '@type': 'skos:Concept',
      inScheme: thesaurusUri,
      ...(broader === undefined ? {} : { broader: conceptUri(broader) }),
      ...(related.length === 0 ? {} : { related: related.map(conceptUri) }),
      ...labelsOf(labels),
    })),
  ],
})

/** Labels by language tag, the preferred one of each first. */
export const taggedLabels = (labels: Concept['labels']) =>
  searchLanguages.flatMap(language => tagged(language, labels[language]))

function labelsOf(labels: Concept['labels']) {
  const pairs = taggedLabels(labels)
  return {
    prefLabel: Object.fromEntries(pairs.map(([tag, [first]]) => [tag, first])),
    altLabel: Object.fromEntries(
      pairs.flatMap(([tag, [, ...others]]) => (others.length > 0 ? [[tag, others]] : [])),
    ),
  }
}

/** Labels under their language tag; Uzbek a second time in Cyrillic. */
const tagged = (language: SearchLanguage, all: readonly string[]): [string, readonly string[]][] => {
  if (all.length === 0) return []
  return language === 'uz'
    ? [
        ['uz-Latn', all],
        ['uz-Cyrl', all.map(uzbekCyrillic)],
      ]
    : [[language, all]]
}
