/** Which labels a change of concepts brings or takes: only a text that has the words of one of them is stored under other keys than before. */
import type { SearchLanguage } from '../languages.ts'
import type { Concept } from './concepts.ts'
import { labelsOf } from './expand.ts'

export interface TouchedLabel {
  readonly language: SearchLanguage
  /** Each once; a text has the label only where it has all of them. */
  readonly keys: readonly string[]
}

/** @param after the same concepts as they are now; one that is missing on a side was added or taken out */
export function touchedLabels(before: readonly Concept[], after: readonly Concept[]): TouchedLabel[] {
  const old = new Map(before.map(concept => [concept.id, concept]))
  const now = new Map(after.map(concept => [concept.id, concept]))
  const touched = new Map<string, TouchedLabel>()
  for (const id of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [namedLabels(old.get(id)), namedLabels(now.get(id))]
    for (const [name, label] of [...was, ...is]) {
      if (!(was.has(name) && is.has(name))) touched.set(name, label)
    }
  }
  return [...touched.values()]
}

/** By language and words in their order: the first is where a label is looked for. */
const namedLabels = (concept: Concept | undefined): Map<string, TouchedLabel> =>
  new Map(
    (concept ? labelsOf(concept) : []).map(({ language, keys }) => [
      `${language} ${keys.join(' ')}`,
      { language, keys: [...new Set(keys)] },
    ]),
  )
