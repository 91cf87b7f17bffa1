/**
 * The Latin alphabets of the region with their marks taken away.
 * Sources: Kazakh decrees of 26 October 2017 (apostrophes), 19 February 2018 (acutes), the drafts of
 * November 2019 and January 2021 (diaereses, breves, macron, cedilla); Uzbek law of 2 September 1993
 * and 1995; Turkmen alphabet of 2000; ICAO Doc 9303 part 3, section 6 A.
 */

const plainLetters = Object.fromEntries([...'abcdefghijklmnopqrstuvwxyz'].map(letter => [letter, letter]))

/** Everyday plain letters: ş becomes sh and ç becomes ch, as the same name is typed from Cyrillic. */
export const keregeLatinKazakh: Readonly<Record<string, string>> = {
  ...plainLetters,
  ä: 'a',
  á: 'a',
  ə: 'a',
  ğ: 'g',
  ǵ: 'g',
  ñ: 'n',
  ŋ: 'n',
  ń: 'n',
  ö: 'o',
  ó: 'o',
  ū: 'u',
  ü: 'u',
  ú: 'u',
  ý: 'u',
  ı: 'y',
  ï: 'i',
  ş: 'sh',
  ç: 'ch',
  q: 'k',
  j: 'zh',
  w: 'u',
}

export const keregeLatinUzbek: Readonly<Record<string, string>> = {
  ...plainLetters,
  õ: 'o',
  ö: 'o',
  ğ: 'g',
  ş: 'sh',
  ç: 'ch',
}

export const keregeLatinTurkmen: Readonly<Record<string, string>> = {
  ...plainLetters,
  ä: 'a',
  ç: 'ch',
  j: 'j',
  ž: 'zh',
  ň: 'n',
  ö: 'o',
  ş: 'sh',
  ü: 'u',
  ý: 'y',
}

/** What a passport printer puts in the machine readable zone for these letters. */
export const icaoLatin: Readonly<Record<string, string>> = {
  ...plainLetters,
  ä: 'a',
  ç: 'c',
  ž: 'z',
  ň: 'n',
  ñ: 'n',
  ŋ: 'n',
  ö: 'o',
  ş: 's',
  ü: 'u',
  ū: 'u',
  ý: 'y',
  ğ: 'g',
  ı: 'i',
  ə: 'e',
}
