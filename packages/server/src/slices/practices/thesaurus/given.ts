/** The thesaurus as it is given out: to nodes through the feed, to other libraries as a file, to the pages of the hub. */
import { type Concept, preferredLabel, stateOf } from '@kerege/contract/analysis/thesaurus/concepts'
import { thesaurusRows, thesaurusTurtle } from '@kerege/contract/analysis/thesaurus/turtle'
import { languages, type MultiText } from '@kerege/contract/common'
import type { GivenDefinition } from '@kerege/contract/exchange/definition'
import type { Thesaurus } from '@kerege/contract/practices/thesaurus/schema'
import type { Context } from '../../../platform/context.ts'
import { writeCsvRow } from '../../../platform/csv.ts'
import type { Outflow } from '../../../platform/handler.ts'
import { currentAnalyser, currentThesaurus } from './current.ts'

export const givenThesaurus = (concepts: readonly Concept[]): GivenDefinition => ({
  concepts: concepts.map(concept => ({
    id: concept.id,
    ...(concept.broader === undefined ? {} : { broader: concept.broader }),
    ...(concept.related ? { related: [...concept.related] } : {}),
    label: labelOf(concept),
    words: Object.fromEntries(languages.map(one => [one, [...concept.labels[one]]])),
  })),
})

const labelOf = (concept: Concept): MultiText =>
  Object.fromEntries(
    languages
      .filter(one => concept.labels[one].length > 0)
      .map(one => [one, { text: preferredLabel(concept, one), state: stateOf(concept, one) }]),
  )

export async function thesaurusOf(ctx: Context): Promise<Thesaurus> {
  const { analyser, version } = await currentThesaurus(ctx.tx)
  return {
    version,
    concepts: analyser.concepts.map(({ id, broader, related, labels, states }) => ({
      id,
      ...(broader === undefined ? {} : { broader }),
      ...(related ? { related: [...related] } : {}),
      labels: Object.fromEntries(
        languages.filter(one => labels[one].length > 0).map(one => [one, [...labels[one]]]),
      ),
      ...(states ? { states } : {}),
    })),
  }
}

export async function thesaurusFile(ctx: Context, as: 'turtle' | 'csv'): Promise<Outflow> {
  const { concepts } = await currentAnalyser(ctx.tx)
  const bytes = Buffer.from(
    as === 'csv' ? `\ufeff${thesaurusRows(concepts).map(writeCsvRow).join('')}` : thesaurusTurtle(concepts),
  )
  ctx.trail.counted('concepts', concepts.length)
  return {
    contentType: as === 'csv' ? 'text/csv; charset=utf-8' : 'text/turtle; charset=utf-8',
    fileName: as === 'csv' ? 'thesaurus.csv' : 'thesaurus.ttl',
    chunks: (async function* () {
      yield bytes
    })(),
    length: bytes.length,
  }
}
