/** What would become of one thesaurus by another. */
import { searchLanguages } from '../languages.ts'
import { type Concept, stateOf } from './concepts.ts'

export interface Comparison {
  readonly added: readonly Concept[]
  readonly changed: readonly Concept[]
  /** Of the old ones, what the other does not have. */
  readonly missing: readonly Concept[]
  readonly same: number
}

const sameWords = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((word, at) => word === other[at])

export const sameMeaning = (one: Concept, other: Concept): boolean =>
  one.broader === other.broader &&
  sameWords([...(one.related ?? [])].sort(), [...(other.related ?? [])].sort()) &&
  searchLanguages.every(language => sameWords(one.labels[language], other.labels[language]))

/** A file does not say how sure its labels are: those that stay keep what is known, new ones are drafts. */
export function compareThesauri(before: readonly Concept[], after: readonly Concept[]): Comparison {
  const old = new Map(before.map(concept => [concept.id, concept]))
  const ids = new Set(after.map(({ id }) => id))
  const added = after.filter(({ id }) => !old.has(id)).map(concept => withStates(concept, undefined))
  const changed = after.flatMap(concept => {
    const known = old.get(concept.id)
    return known && !sameMeaning(known, concept) ? [withStates(concept, known)] : []
  })
  return {
    added,
    changed,
    missing: before.filter(({ id }) => !ids.has(id)),
    same: after.length - added.length - changed.length,
  }
}

const withStates = (concept: Concept, known: Concept | undefined): Concept => ({
  ...concept,
  states: Object.fromEntries(
    searchLanguages
      .filter(language => concept.labels[language].length > 0)
      .map(language => [
        language,
        known && sameWords(known.labels[language], concept.labels[language])
          ? stateOf(known, language)
          : 'draft',
      ]),
  ),
})

/** Concepts of one's own over those that come with the program. */
export function laidOver(
  shipped: readonly Concept[],
  own: readonly { readonly id: string; readonly concept: Concept | null }[],
): Concept[] {
  const laid = new Map<string, Concept>(shipped.map(concept => [concept.id, concept]))
  for (const { id, concept } of own) {
    if (concept) laid.set(id, concept)
    else laid.delete(id)
  }
  // What a concept points to may be gone since.
  return [...laid.values()].map(({ broader, related, ...concept }) => {
    const left = related?.filter(id => laid.has(id)) ?? []
    return {
      ...concept,
      ...(broader !== undefined && laid.has(broader) ? { broader } : {}),
      ...(left.length > 0 ? { related: left } : {}),
    }
  })
}
