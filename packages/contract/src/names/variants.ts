/**
 * Which forms of a given name are one name. Built once from `tables/givenNames.ts`.
 * Two listed names are never one name, however close they sound; of unlisted ones nothing is known.
 */
import { coarse } from './fold.ts'
import { readWord } from './reading.ts'
import { skeleton } from './skeleton.ts'
import { givenNames } from './tables/givenNames.ts'

const bySound = new Map<string, string>()
const byCoarse = new Map<string, string>()

for (const line of givenNames) {
  const [key = '', ...spellings] = line.split(' ')
  for (const spelling of spellings) {
    const sounds = readWord(spelling.toLowerCase())
    if (!bySound.has(sounds)) bySound.set(sounds, key)
    const folded = coarse(sounds)
    const taken = byCoarse.get(folded)
    // Names that fold alike but differ (Amina, Emine) are told apart by their sounds only.
    byCoarse.set(folded, taken === undefined || taken === key ? key : '')
  }
}

/** The key of the name that this word (as sounds) is a form of; empty when it is not listed. */
export function nameKey(sounds: string): string {
  return bySound.get(sounds) ?? byCoarse.get(coarse(sounds)) ?? ''
}

const byBones = new Map<string, string>()
for (const [sounds, key] of bySound) {
  const bones = bonesOf(sounds)
  const taken = byBones.get(bones)
  byBones.set(bones, taken === undefined || taken === key ? key : '')
}

/** What Arabic letters keep of a name: its consonants in their classes, and whether it ends in a vowel. */
function bonesOf(sounds: string): string {
  return skeleton(sounds) + (/[aeiou]$/.test(sounds) ? '-' : '')
}

/** As `nameKey`, for a word whose short vowels were not written: only where one listed name fits. */
export function unvowelledKey(sounds: string): string {
  const bones = bonesOf(sounds)
  return nameKey(sounds) || (bones.length > 3 ? (byBones.get(bones) ?? '') : '')
}

/** Spellings listed under two names by mistake, for the test of the table. */
export function clashes(): string[] {
  const seen = new Map<string, string>()
  const found: string[] = []
  for (const line of givenNames) {
    const [key = '', ...spellings] = line.split(' ')
    for (const spelling of spellings) {
      const sounds = readWord(spelling.toLowerCase())
      const other = seen.get(sounds)
      if (other !== undefined && other !== key) found.push(`${spelling} (${sounds}): ${other}, ${key}`)
      seen.set(sounds, key)
    }
  }
  return found
}
