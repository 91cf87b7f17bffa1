/**
 * What a database keeps so that a name is found from any script: exact keys for an inverted index
 * and one folded text for trigrams and prefixes. Candidates only: `comparePersons` decides and explains.
 */
import { coarse } from './fold.ts'
import { type NameInput, type NameWord, parseName } from './parse.ts'
import { skeleton } from './skeleton.ts'

const maxKeys = 48

/**
 * Rises whenever `searchKeys` or `foldName` answer otherwise than before: a register then writes its keys anew.
 * A test holds the keys of some names against this number.
 */
export const keyVersion = 2

/**
 * The keys under which a name is stored: `s:` one word by its consonants, `g:` a listed given name
 * in any form, `p:` two words together, which is what makes a full name selective.
 */
export function searchKeys(name: NameInput): string[] {
  const keys = new Set<string>()
  const words = parseName(name).words.filter(word => !word.initial)
  for (const word of words) {
    for (const bone of [...bonesOf(word), skeleton(word.sounds)]) if (bone.length > 1) keys.add(`s:${bone}`)
    if (word.key !== '') keys.add(`g:${word.key}`)
  }
  addPairs(keys, words.map(partsOf))
  // A slip in a listed name makes it another word: its bones often stay.
  addPairs(keys, words.map(bonesOf))
  if (typeof name !== 'string') {
    for (const other of name.names ?? []) for (const key of searchKeys(other)) keys.add(key)
  }
  return [...keys].slice(0, maxKeys)
}

function addPairs(keys: Set<string>, words: readonly string[][]): void {
  for (let one = 0; one < words.length; one++) {
    for (let other = one + 1; other < words.length; other++) {
      for (const a of words[one] ?? []) {
        for (const b of words[other] ?? []) {
          if (a !== '' && b !== '') keys.add(`p:${[a, b].sort().join('+')}`)
        }
      }
    }
  }
}

const partsOf = (word: NameWord): string[] => (word.key === '' ? bonesOf(word) : [`=${word.key}`])

/** Arabic و inside a word is a vowel or a consonant, and nothing tells which: أسود is Aswad. */
function bonesOf(word: NameWord): string[] {
  const bones = skeleton(word.stem)
  const glide = word.arabic ? skeleton(word.stem.replace(/(?<=[^aeiou])u(?=[^aeiou])/g, 'v')) : bones
  return glide === bones ? [bones] : [bones, glide]
}

/**
 * The keys to look for when somebody types a text. The same keys as stored; a caller that gets too many
 * candidates from a full name first tries those that start with `p:`.
 */
export const queryKeys = (text: string): string[] => searchKeys(text)

/**
 * One text for trigram and prefix search: every word folded, family names also without their ending,
 * listed given names also in their common form. Words separated by single spaces, each once.
 */
export function foldedText(name: NameInput): string {
  const words = new Set<string>()
  const parsed = parseName(name).words
  for (const word of parsed) words.add(coarse(word.sounds))
  for (const word of parsed) {
    if (word.ending !== '') words.add(coarse(word.stem))
    if (word.key !== '')
      words.add(coarse(word.key.replaceAll('zh', 'j').replaceAll('sh', 'x').replaceAll('ch', 'c')))
  }
  if (typeof name !== 'string') {
    for (const other of name.names ?? []) for (const word of foldedText(other).split(' ')) words.add(word)
  }
  words.delete('')
  return [...words].join(' ')
}
