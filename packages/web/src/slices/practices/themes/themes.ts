/**
 * Concepts of the thesaurus as choices and as words of the reader; a word in any of the seven languages finds one. The node's own, as far as this device has
 * heard of them; until then those that came with the program.
 */
import {
  type Concept,
  concepts as shipped,
  preferredLabel,
} from '@kerege/contract/analysis/thesaurus/concepts'
import { type Language, languages } from '@kerege/contract/common'
import { getThesaurus } from '@kerege/contract/practices/thesaurus/routes'
import type { Thesaurus } from '@kerege/contract/practices/thesaurus/schema'
import { keyOf, queryClient, useGet } from '../../../api.ts'
import type { Option } from '../../../ui/form/ChoiceField.tsx'
import type { Answer } from '@kerege/contract/client'

const sentence = (label: string) => label.charAt(0).toUpperCase() + label.slice(1)

const toConcepts = ({ concepts }: Thesaurus): Concept[] =>
  concepts.map(({ id, broader, related, labels, states }) => ({
    id,
    ...(broader === undefined ? {} : { broader }),
    ...(related ? { related } : {}),
    labels: Object.fromEntries(languages.map(one => [one, labels[one] ?? []])) as Record<Language, string[]>, // one for each language
    ...(states ? { states: states as NonNullable<Concept['states']> } : {}),
  }))

/** What is shown on many pages is asked for once in a while, and kept for a device without a line. */
const freshFor = 5 * 60_000

export function useConcepts(): readonly Concept[] {
  const answer = useGet(getThesaurus, {}, { freshFor })
  return answer.data ? toConcepts(answer.data.body) : shipped
}

/** For words that are made outside of a page's own rendering. */
function knownConcepts(): readonly Concept[] {
  const kept = queryClient.getQueryData<Answer<Thesaurus>>(keyOf(getThesaurus, {}))
  return kept ? toConcepts(kept.body) : shipped
}

/** A theme that this page does not know yet, from a newer hub, is left out. */
export function themeWords(
  ids: readonly string[],
  language: Language,
  concepts: readonly Concept[] = knownConcepts(),
): string[] {
  const byId = new Map(concepts.map(one => [one.id, one]))
  return ids.flatMap(id => {
    const concept = byId.get(id)
    return concept ? [sentence(preferredLabel(concept, language))] : []
  })
}

export const themeOptions = (language: Language, concepts: readonly Concept[] = shipped): Option[] =>
  // In the order of the thesaurus: what belongs together stands together, and whoever types finds it.
  concepts.map(concept => ({
    value: concept.id,
    label: sentence(preferredLabel(concept, language)),
    words: Object.values(concept.labels).flat(),
  }))
