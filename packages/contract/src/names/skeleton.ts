/** The bones of a word: what is left of it in any script. */

const classes: Readonly<Record<string, string>> = {
  p: 'b',
  f: 'v',
  k: 'g',
  c: 'j',
  x: 's',
  z: 's',
  d: 't',
}

/**
 * The consonants of a word in classes that scripts share, with `a` for any vowel or h in front:
 * Гүлнәр, Gulnara, غولنارا -> `glnr`. Without h, which comes and goes.
 */
export function skeleton(sounds: string): string {
  // A leading h may be all that is written of its vowel: حمد, Hamad.
  let out = /^[haeiou]/.test(sounds) ? 'a' : ''
  let before = ''
  for (const sound of sounds) {
    if ('aeiouh'.includes(sound)) continue
    const letter = classes[sound] ?? sound
    if (letter !== before) out += letter
    before = letter
  }
  return out
}
