/** A name made ready for many comparisons: parsed, encoded and weighed once. */
import { type Encoded, encode } from './distance.ts'
import { assumedFrequencies, bitsOf, type NameFrequencies } from './frequencies.ts'
import { countedAs, type NameInput, type NameWord, parseName, type SplitWords } from '../parse.ts'
import { optionalEndings } from '../tables/words.ts'
import { nameKey } from '../variants.ts'

/** One word, or two neighbours read as one, in the form in which it is measured. */
export interface Form extends Encoded {
  sounds: string
  key: string
}

export interface PreparedWord {
  word: NameWord
  at: number
  whole: Form
  stem: Form
  /** Without its polite ending, where it has one. Asked for by few comparisons, so it is made when it is. */
  bare(): Form | undefined
  /** Together with the next word, where both could be one name. Made when it is asked for. */
  joined(): Form | undefined
  /** Bits of evidence in an agreement on this word. */
  bits: number
}

export interface PreparedName {
  words: PreparedWord[]
  /** Further full names of the same person; the best of them counts. */
  others: PreparedName[]
}

/** What many names share, made once: a register holds few words, each in many names. */
export interface NameCache {
  /** Forms by sound and key. */
  readonly forms: Map<string, Form>
  /** Words by the text in which they stand. */
  readonly split: Map<string, SplitWords>
}

export const nameCache = (): NameCache => ({ forms: new Map(), split: new Map() })

function form(sounds: string, key: string, { forms }: NameCache): Form {
  const label = `${sounds}=${key}`
  const known = forms.get(label)
  if (known) return known
  const made = { ...encode(sounds), sounds, key }
  forms.set(label, made)
  return made
}

function once<T>(make: () => T): () => T {
  let made: { it: T } | undefined
  return () => {
    made ??= { it: make() }
    return made.it
  }
}

/**
 * @param frequencies shares of names in the register at hand
 * @param cache one for a register saves time and memory; nothing else depends on it
 */
export function prepareName(
  input: NameInput,
  frequencies: NameFrequencies = assumedFrequencies,
  cache: NameCache = nameCache(),
): PreparedName {
  const words = parseName(input, cache.split).words
  const prepared = words.map((word, at) => prepareWord(word, at, words[at + 1], frequencies, cache))
  const others = typeof input === 'string' ? [] : (input.names ?? [])
  return {
    words: prepared,
    others: others.slice(0, 8).flatMap(other => {
      const name = prepareName(other, frequencies, cache)
      return name.words.length > 0 ? [name] : []
    }),
  }
}

function prepareWord(
  word: NameWord,
  at: number,
  next: NameWord | undefined,
  frequencies: NameFrequencies,
  cache: NameCache,
): PreparedWord {
  const whole = form(word.sounds, word.ending === '' ? word.key : nameKey(word.sounds), cache)
  const counted = countedAs(word)
  return {
    word,
    at,
    whole,
    stem: word.ending === '' ? whole : form(word.stem, word.key, cache),
    bare: once(() => bareForm(word, cache)),
    joined: once(() => joinedForm(word, next, cache)),
    bits: bitsOf(frequencies.share(counted, word.role, word.key !== '')),
  }
}

function bareForm(word: NameWord, cache: NameCache): Form | undefined {
  if (word.role === 'family' || word.role === 'patronymic') return undefined
  for (const ending of optionalEndings) {
    if (word.sounds.length >= ending.length + 3 && word.sounds.endsWith(ending)) {
      const rest = word.sounds.slice(0, -ending.length)
      return form(rest, nameKey(rest), cache)
    }
  }
  return undefined
}

function joinedForm(word: NameWord, next: NameWord | undefined, cache: NameCache): Form | undefined {
  if (!next || word.initial || next.initial) return undefined
  if (word.role === 'patronymic' && next.role === 'patronymic') return undefined
  const sounds = (word.sounds + next.sounds).replace(/(.)\1/g, '$1')
  return form(sounds, nameKey(sounds), cache)
}
