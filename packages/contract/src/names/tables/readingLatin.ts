/**
 * How Latin letters and letter groups of the region sound, in the one-letter codes of `reading.ts`.
 * Covers Uzbek, Turkmen and Turkish spelling, the Kazakh drafts of 2017 to 2021 and what
 * passports, manifests and English or French clerks write.
 * Sources: BGN/PCGN, ICAO 9303 part 3 section 6, the decrees named in `kazakhLatin.ts`.
 */

/** Letters with marks, before the groups are read; anything else loses its marks. */
export const markedLatin: Readonly<Record<string, string>> = {
  ä: 'a',
  ə: 'a',
  æ: 'a',
  ş: 'sh',
  š: 'sh',
  ș: 'sh',
  ŝ: 'sh',
  ś: 'sh',
  ç: 'ch',
  č: 'ch',
  ć: 'ch',
  ž: 'zh',
  ź: 'zh',
  ğ: 'g',
  ǵ: 'g',
  ġ: 'g',
  ģ: 'g',
  ŋ: 'ng',
  ñ: 'ng',
  ň: 'n',
  ń: 'n',
  ı: 'i',
  ý: 'y',
  ÿ: 'y',
  ŭ: 'u',
  ß: 'ss',
  ø: 'o',
  œ: 'o',
  ð: 'd',
  þ: 't',
  ł: 'l',
  đ: 'd',
  ḩ: 'h',
  ḥ: 'h',
  ḫ: 'kh',
  ţ: 't',
}

/** Groups in the order in which they are tried; the first that fits wins. Capitals as in `reading.ts`. */
export const latinGroups: readonly (readonly [string, string])[] = [
  ['shch', 'x'],
  ['sch', 'x'],
  ['tch', 'c'],
  ['dzh', 'j'],
  ['sh', 'x'],
  ['ch', 'c'],
  ['zh', 'j'],
  ['dj', 'j'],
  ['kh', 'h'],
  ['gh', 'g'],
  ['ph', 'f'],
  ['th', 't'],
  ['dh', 'd'],
  ['ck', 'k'],
  ['ou', 'u'],
  ['oo', 'u'],
  ['ee', 'i'],
  ['ya', 'ia'],
  ['yu', 'U'],
  ['yo', 'Y'],
  ['ye', 'e'],
  ['iu', 'U'],
  ['lex', 'leks'],
  ['max', 'maks'],
  ['rox', 'roks'],
  ['xan', 'han'],
]

export const latinLetters: Readonly<Record<string, string>> = {
  j: 'j',
  y: 'i',
  w: 'v',
  q: 'k',
  x: 'h',
}
