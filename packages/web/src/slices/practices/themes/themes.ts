/** Concepts of the thesaurus as choices and as words of the reader; a word in any of the seven languages finds one. */
import { type Concept, concepts, preferredLabel } from '@kerege/contract/analysis/thesaurus/concepts'
import type { Language } from '@kerege/contract/common'
import type { Option } from '../../../ui/form/ChoiceField.tsx'

const byId: ReadonlyMap<string, Concept> = new Map(concepts.map(one => [one.id, one]))

const sentence = (label: string) => label.charAt(0).toUpperCase() + label.slice(1)

/** A theme that this page does not know yet, from a newer hub, is left out. */
export const themeWords = (ids: readonly string[], language: Language): string[] =>
  ids.flatMap(id => {
    const concept = byId.get(id)
    return concept ? [sentence(preferredLabel(concept, language))] : []
  })

export const themeOptions = (language: Language): Option[] =>
  // In the order of the thesaurus: what belongs together stands together, and whoever types finds it.
  concepts.map(concept => ({
    value: concept.id,
    label: sentence(preferredLabel(concept, language)),
    words: Object.values(concept.labels).flat(),
  }))
