/**
 * Takes suffixes off a word by tables. A language is a list of layers from the outermost to the innermost; in each the longest
 * suffix that may stand there is taken off, and the list is gone through again until nothing more comes off. So whatever way an
 * inflected form takes, it ends where its dictionary form ends: that they meet is what counts, not how the stem looks.
 *
 * Suffixes are written with capitals for sounds that follow the stem (`DA` for да, де, та, те) and brackets for a letter that
 * comes only after a consonant `(Y)м` or, if it is a consonant itself, only after a vowel `(с)Y`.
 */

export interface Layer {
  readonly name: string
  /** Separated by spaces. */
  readonly suffixes: string
  /** Letters that must stay; the language's own number unless told. */
  readonly least?: number
  /** Only straight inside a suffix of these layers: a negation is one only in a verb. */
  readonly inside?: readonly string[]
  /** Only behind a vowel. */
  readonly after?: 'vowel'
  /** Suffixes that keep their vowels whatever the stem has, as Kazakh -мен. */
  readonly withoutHarmony?: boolean
}

export interface Rules {
  readonly layers: readonly Layer[]
  /** What a capital stands for, each variant one string. */
  readonly sounds: Readonly<Record<string, readonly string[]>>
  readonly vowels: string
  /** Vowels behind which a suffix begins as behind a vowel; Kazakh у and и are spoken as consonants there. */
  readonly open?: string
  /** Vowels by their class; those in neither agree with both. Empty where the language has no harmony. */
  readonly back: string
  readonly front: string
  /** Consonants without voice: behind one of them a suffix begins with one. Empty where spelling does not show it. */
  readonly voiceless: string
  /** Letters with voice that are spoken without it at the end of a stem. */
  readonly hardened?: string
  /** Letters of a stem, at least, unless a layer says otherwise. */
  readonly least: number
  /** Sounds of `sounds` that show what was before them: д of N and L stands behind consonants only, н and л do not. */
  readonly shows?: string
  /** What the end becomes: the voice that a vowel gave it is taken back. Ends of two letters only in words of five and more. */
  readonly last: Readonly<Record<string, string>>
  /** Close vowels at the end of a long stem, which a dictionary form may have and a suffix may hide. */
  readonly dropped: string
  /** Open vowels that go from stems of so many letters: whether a verb has one, its tenses do not tell. */
  readonly droppedLong?: { readonly letters: string; readonly from: number }
  /** Words that are whole although they look inflected, and forms that no rule reaches. */
  readonly whole: string
  readonly irregular: Readonly<Record<string, string>>
}

type Ready = Omit<Rules, 'whole'> & { readonly whole: ReadonlySet<string> }

const wordsOf = (list: string) => list.split(/\s+/).filter(word => word !== '')

interface Suffix {
  readonly text: string
  readonly after: 'vowel' | 'consonant' | 'any'
  readonly layer: number
  readonly least: number
  /** Its first consonant is one that follows the stem in voice. */
  readonly assimilates: boolean
  readonly harmony: boolean
}

type Table = ReadonlyMap<string, readonly Suffix[]>

export type Stemmer = (word: string) => string

const rounds = 4

/** @returns a function that takes a lower-case word to its stem */
export function stemmerOf(language: Rules): (word: string) => string {
  const rules = { ...language, whole: new Set(wordsOf(language.whole)) }
  const table = tableOf(rules)
  const longest = Math.max(...[...table.keys()].map(text => text.length))
  return word => {
    const known = rules.irregular[word]
    if (known !== undefined) return known
    let stem = word
    for (let round = 0; round < rounds; round++) {
      const before = stem
      stem = oneRound(rules, table, longest, stem)
      if (stem === before) break
    }
    return finished(rules, stem)
  }
}

/** From outside inwards, each time the longest suffix of the layers that are left. */
function oneRound(rules: Ready, table: Table, longest: number, word: string): string {
  let stem = word
  let outer = ''
  for (let from = 0; from < rules.layers.length; ) {
    if (rules.whole.has(stem)) return stem
    const known = rules.irregular[stem]
    if (known !== undefined) return known
    const found = longestSuffix(rules, table, longest, { stem, from, outer })
    if (!found) return stem
    stem = stem.slice(0, -found.text.length)
    outer = rules.layers[found.layer]?.name ?? ''
    from = found.layer + 1
  }
  return stem
}

function longestSuffix(
  rules: Ready,
  table: Table,
  longest: number,
  { stem, from, outer }: { stem: string; from: number; outer: string },
): Suffix | undefined {
  let found: Suffix | undefined
  for (let length = Math.min(longest, stem.length - 1); length > 0; length--) {
    const all = table.get(stem.slice(-length))
    if (!all) continue
    const rest = stem.slice(0, -length)
    const fits = all.find(suffix => {
      if (suffix.layer < from) return false
      const inside = rules.layers[suffix.layer]?.inside
      return (!inside || inside.includes(outer)) && mayStand(rules, rest, suffix)
    })
    // A shorter suffix is the right one where it leaves a word that is known to be whole.
    if (fits && rules.whole.has(rest)) return fits
    found ??= fits
  }
  return found
}

function mayStand(rules: Ready, rest: string, suffix: Suffix): boolean {
  if (rest.length < suffix.least) return false
  const end = rest.at(-1) ?? ''
  const endsInVowel = (rules.open ?? rules.vowels).includes(end)
  if (suffix.after !== 'any' && endsInVowel !== (suffix.after === 'vowel')) return false
  const last = lastVowel(rules, rest)
  if (last === '') return false
  if (suffix.assimilates) {
    const voiceless = rules.voiceless.includes(suffix.text[0] ?? '')
    if (voiceless !== (rules.voiceless + (rules.hardened ?? '')).includes(end)) return false
  }
  if (!suffix.harmony) return true
  const own = [...suffix.text].find(letter => rules.vowels.includes(letter))
  if (own === undefined) return true
  return !(
    (rules.back.includes(last) && rules.front.includes(own)) ||
    (rules.front.includes(last) && rules.back.includes(own))
  )
}

function lastVowel(rules: Ready, text: string): string {
  for (let at = text.length - 1; at >= 0; at--) {
    if (rules.vowels.includes(text[at] ?? '')) return text[at] ?? ''
  }
  return ''
}

function finished(rules: Ready, word: string): string {
  if (rules.whole.has(word)) return word
  let stem = word
  if (stem.length > 3 && rules.dropped.includes(stem.at(-1) ?? '#')) stem = stem.slice(0, -1)
  const long = rules.droppedLong
  if (long && stem.length >= long.from && long.letters.includes(stem.at(-1) ?? '#')) stem = stem.slice(0, -1)
  const two = rules.last[stem.slice(-2)]
  const one = rules.last[stem.slice(-1)]
  if (two !== undefined && stem.length > 4) stem = stem.slice(0, -2) + two
  else if (one !== undefined && stem.length > 2) stem = stem.slice(0, -1) + one
  return rules.irregular[stem] ?? stem
}

/** All suffixes by their letters, of outer layers before those of inner ones. */
function tableOf(rules: Ready): Table {
  const table = new Map<string, Suffix[]>()
  for (const [at, layer] of rules.layers.entries()) {
    for (const pattern of wordsOf(layer.suffixes)) {
      for (const { text, after, assimilates } of expanded(rules, pattern)) {
        const own = {
          text,
          after: layer.after ?? after,
          layer: at,
          least: layer.least ?? rules.least,
          assimilates: assimilates && rules.voiceless !== '',
          harmony: layer.withoutHarmony !== true,
        }
        table.set(text, [...(table.get(text) ?? []), own])
      }
    }
  }
  return table
}

/** All spellings of a pattern, with what each wants before it. */
function expanded(rules: Ready, pattern: string): Pick<Suffix, 'text' | 'after' | 'assimilates'>[] {
  const bracket = /^\((.)\)(.+)$/u.exec(pattern)
  if (!bracket) {
    const voice = voicing(rules, pattern)
    return spelled(rules, pattern).map(text => ({ text, after: shown(rules, pattern, text), ...voice }))
  }
  const [, linking = '', rest = ''] = bracket
  const isVowel = spelled(rules, linking).some(one => rules.vowels.includes(one))
  return [
    ...spelled(rules, linking + rest).map(text => ({
      text,
      after: isVowel ? ('consonant' as const) : ('vowel' as const),
      assimilates: false,
    })),
    ...spelled(rules, rest).map(text => ({
      text,
      after: isVowel ? ('vowel' as const) : ('consonant' as const),
      assimilates: false,
    })),
  ]
}

const shown = (rules: Ready, pattern: string, text: string): Suffix['after'] => {
  if (!rules.shows?.includes(pattern[0] ?? '#')) return 'any'
  return /^[дт]/.test(text) ? 'consonant' : 'any'
}

/** Only a first sound that has variants tells anything of the stem's voice. */
const voicing = (rules: Ready, pattern: string) => {
  const variants = rules.sounds[pattern[0] ?? '']
  const consonants = variants?.every(one => !rules.vowels.includes(one))
  const voices = variants?.some(one => rules.voiceless.includes(one))
  return { assimilates: consonants === true && voices === true }
}

function spelled(rules: Ready, pattern: string): string[] {
  let all = ['']
  for (const sign of pattern) {
    const variants = rules.sounds[sign] ?? [sign]
    all = all.flatMap(begun => variants.map(variant => begun + variant))
  }
  return all
}
