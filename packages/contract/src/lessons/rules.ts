/**
 * What may leave as a lesson. The check of practices reads every text; what it is sure of keeps the text here, and so do the
 * names that only this node knows: of the operation, of its places and houses; of the family of a case.
 */
import type { Language } from '../common.ts'
import type { Fault } from '../errors.ts'
import { foldName } from '../names/fold.ts'
import { checkText } from '../practices/check/check.ts'

export interface KnownNames {
  /** Names of operations: kept back however they are written. */
  readonly operations: readonly string[]
  /** Of places, houses and vehicles: many are words of every day, so that only a name written as a name is meant. */
  readonly places: readonly string[]
  /** Of the family and of those around it: kept back in whatever letters, where a word is written as a name is. */
  readonly people?: readonly string[]
}

/** @param texts by their fields, each a part of what leaves */
export function keptBack(
  texts: Readonly<Record<string, string | undefined>>,
  language: Language,
  names: KnownNames,
): Fault[] {
  const people = (names.people ?? []).map(foldName).filter(name => name.length >= 3)
  return Object.entries(texts).flatMap(([field, text]) => {
    if (text === undefined) return []
    const pointer = `/texts/${field}`
    const sure = checkText(text, language, 'public').some(one => one.severity === 'strong')
    const named =
      names.operations.some(name => says(text.toLowerCase(), name.toLowerCase())) ||
      names.places.some(name => asName(text, name))
    return [
      ...(sure ? [{ pointer, code: 'kept-back' }] : []),
      ...(named ? [{ pointer, code: 'names-operation' }] : []),
      ...(namesOf(text).some(word => people.some(name => bears(word, name)))
        ? [{ pointer, code: 'names-family' }]
        : []),
    ]
  })
}

/** Words that begin with a capital letter, as they sound. */
const namesOf = (text: string) =>
  (text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'ʻʼ’]+/gu) ?? []).map(foldName)
/** With an ending where the name is long enough to be known by its beginning. */
const bears = (word: string, name: string) => (name.length < 5 ? word === name : word.startsWith(name))

const asName = (text: string, name: string) => says(text, name) || says(text, name.toUpperCase())

/** From the beginning of a word on; endings may follow, as our languages have them. */
function says(text: string, name: string): boolean {
  const word = name.trim()
  if (word.length < 3) return false
  const ending = word.length < 5 ? String.raw`(?!\p{L})` : ''
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${literal}${ending}`, 'u').test(text)
}
