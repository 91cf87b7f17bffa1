/**
 * The search key of a name: what all spellings of it share, in the letters a-z.
 * For keys and indexes only; a folded name is never shown to anybody.
 */
import { readWord, wordsOf } from './reading.ts'

/** Folds the sounds of one word further: e sounds like i, o like u, and a lost cedilla makes sh an s. */
export function coarse(sounds: string): string {
  let out = ''
  let before = ''
  for (const sound of sounds) {
    const letter = coarseLetter(sound)
    if (letter !== before) out += letter
    before = letter
  }
  return out
}

function coarseLetter(sound: string): string {
  switch (sound) {
    case 'e':
      return 'i'
    case 'o':
      return 'u'
    case 'x':
      return 's'
    default:
      return sound
  }
}

/**
 * One folded skeleton of the whole text, words in the order given: lower case a-z and single spaces.
 * Equal or near for one name in Cyrillic, Latin and Arabic letters, so it serves prefix and trigram search.
 * @returns the empty text when nothing can be read
 */
export function foldName(text: string): string {
  return wordsOf(text)
    .map(word => coarse(readWord(word)))
    .filter(word => word !== '')
    .join(' ')
}
