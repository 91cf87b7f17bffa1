/** The thesaurus and the domains as the exchange gives them out: the same for everybody. */
import { languages, type MultiText } from '@kerege/contract/common'
import { domains } from '@kerege/contract/domains'
import { definitionIds, type GivenDefinition } from '@kerege/contract/exchange/definition'
import type { Tx } from '../../platform/database.ts'
import { words } from './ecosystem/words.ts'
import { currentAnalyser } from './thesaurus/current.ts'
import { givenThesaurus } from './thesaurus/given.ts'

const label = (said: (language: (typeof languages)[number]) => string): MultiText =>
  Object.fromEntries(languages.map(one => [one, { text: said(one), state: 'checked' as const }]))

const given: Readonly<Record<(typeof definitionIds)[number], (tx: Tx) => Promise<GivenDefinition>>> = {
  thesaurus: async tx => givenThesaurus((await currentAnalyser(tx)).concepts),
  domains: async () => ({
    concepts: domains.map(id => ({ id, label: label(language => words(language, `domain.${id}`)) })),
  }),
}

export const definitionIdsGiven = (): Promise<string[]> => Promise.resolve([...definitionIds])

export async function definitionsGiven(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, GivenDefinition>> {
  const found = new Map<string, GivenDefinition>()
  for (const id of definitionIds) if (ids.includes(id)) found.set(id, await given[id](tx))
  return found
}
