/**
 * What may leave as a lesson. The check of practices reads every text; what it is sure of keeps the text here, and so do the
 * names that only this node knows: of the operation, of its places, of its houses.
 */
import type { Language } from '../../common.ts'
import type { Fault } from '../../errors.ts'
import { lessonFields, type LessonTexts } from '../../exchange/lesson.ts'
import { checkText } from '../../practices/check/check.ts'

export interface KnownNames {
  /** Names of operations: kept back however they are written. */
  readonly operations: readonly string[]
  /** Of places, houses and vehicles: many are words of every day, so that only a name written as a name is meant. */
  readonly places: readonly string[]
}

export function keptBack(texts: LessonTexts, language: Language, names: KnownNames): Fault[] {
  return lessonFields.flatMap(field => {
    const text = texts[field]
    if (text === undefined) return []
    const pointer = `/texts/${field}`
    const sure = checkText(text, language, 'public').some(one => one.severity === 'strong')
    const named =
      names.operations.some(name => says(text.toLowerCase(), name.toLowerCase())) ||
      names.places.some(name => says(text, name) || says(text, name.toUpperCase()))
    return [
      ...(sure ? [{ pointer, code: 'kept-back' }] : []),
      ...(named ? [{ pointer, code: 'names-operation' }] : []),
    ]
  })
}

/** From the beginning of a word on; endings may follow, as our languages have them. */
function says(text: string, name: string): boolean {
  const word = name.trim()
  if (word.length < 3) return false
  const ending = word.length < 5 ? String.raw`(?!\p{L})` : ''
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${literal}${ending}`, 'u').test(text)
}
