/** The thesaurus and the domains as the exchange gives them out: the same for everybody, so nothing of the tables is asked. */
import { concepts, preferredLabel } from '@kerege/contract/analysis/thesaurus/concepts'
import { languages, type MultiText } from '@kerege/contract/common'
import { domains } from '@kerege/contract/domains'
import { definitionIds, type GivenDefinition } from '@kerege/contract/exchange/definition'
import type { Tx } from '../../platform/database.ts'
import { words } from './ecosystem/words.ts'

const label = (said: (language: (typeof languages)[number]) => string): MultiText =>
  Object.fromEntries(languages.map(one => [one, { text: said(one), state: 'checked' as const }]))

const given: Readonly<Record<(typeof definitionIds)[number], () => GivenDefinition>> = {
  thesaurus: () => ({
    concepts: concepts.map(concept => ({
      id: concept.id,
      ...(concept.broader === undefined ? {} : { broader: concept.broader }),
      label: label(language => preferredLabel(concept, language)),
      words: Object.fromEntries(languages.map(one => [one, [...concept.labels[one]]])),
    })),
  }),
  domains: () => ({
    concepts: domains.map(id => ({ id, label: label(language => words(language, `domain.${id}`)) })),
  }),
}

export const definitionIdsGiven = (): Promise<string[]> => Promise.resolve([...definitionIds])

export const definitionsGiven = (
  _: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, GivenDefinition>> =>
  Promise.resolve(new Map(definitionIds.filter(id => ids.includes(id)).map(id => [id, given[id]()] as const)))
