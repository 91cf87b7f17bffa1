/**
 * Romanisation of the Cyrillic alphabets of the region, letter by letter, with the places in a word
 * that change a letter. Lower case; `romanise.ts` carries capitals over.
 * Sources: BGN/PCGN Russian 1947, Kazakh 1979, Kyrgyz 1979, Uzbek 1979 and Turkmen 1979 in the form that
 * Unicode CLDR 41 gives them and tests them in; BGN/PCGN Tajik 1994 with its notes of 2017;
 * ICAO Doc 9303 part 3, section 6 B; GOST R 52535.1-2006; GOST 7.79-2000 system B; Uzbek law of 1995 and
 * Turkmen alphabet of 1993 to 2000 for `kerege`.
 */

export interface RomanTable {
  letters: Readonly<Record<string, string>>
  /** Regular expression for a letter in its place -> what stands for it; tried before `letters`. */
  places?: readonly (readonly [string, string])[]
}

const vowels = 'аеёиоуыэюяіәөүұўӣӯ'

/** Letters that the BGN systems of all these languages write alike. */
const shared = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'ë',
  ж: 'zh',
  з: 'z',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: 'ʺ',
  ы: 'y',
  ь: 'ʹ',
  ю: 'yu',
  я: 'ya',
}

export const bgnRussian: RomanTable = {
  letters: { ...shared, й: 'y', э: 'e' },
  places: [
    [`(?<=^|[${vowels}йъь])е`, 'ye'],
    [`(?<=^|[${vowels}йъь])ё`, 'yë'],
    ['й(?=[аыэу])', 'y·'],
    ['ы(?=[аыэу])', 'y·'],
    [`(?<=[${vowels}])ы`, '·y'],
    ['т(?=с)', 't·'],
    ['ш(?=ч)', 'sh·'],
    ['(?<=[бвгджзклмнпрстфхцчшщ])э', '·e'],
  ],
}

export const bgnKazakh: RomanTable = {
  letters: {
    ...shared,
    ә: 'ä',
    ғ: 'gh',
    и: 'ī',
    й: 'ī̆',
    қ: 'q',
    ң: 'ng',
    ө: 'ö',
    у: 'ū',
    ұ: 'u',
    ү: 'ü',
    һ: 'h',
    і: 'i',
    э: 'ė',
  },
  places: [['н(?=г)', 'n·']],
}

export const bgnKyrgyz: RomanTable = {
  letters: { ...shared, ж: 'j', й: 'ĭ', ң: 'ng', ө: 'ö', ү: 'ü', э: 'e' },
  places: [['н(?=г)', 'n·']],
}

/** CLDR 41 writes ye also before a vowel, as Turkmen and Uzbek texts do in its tests. */
const yeBeforeVowels: readonly (readonly [string, string])[] = [
  ['(?<=^)е', 'ye'],
  ['(?<=^)ё', 'yë'],
  ['е(?=[аеёиоуыэюяўүөәй])', 'ye'],
]

export const bgnUzbek: RomanTable = {
  letters: {
    ...shared,
    в: 'w',
    ж: 'j',
    й: 'ĭ',
    у: 'ū',
    ў: 'ū̆',
    ғ: 'gh',
    қ: 'q',
    ҳ: 'h',
    ъ: 'ʹ',
    ь: '',
    э: 'e',
  },
  places: yeBeforeVowels,
}

export const bgnTurkmen: RomanTable = {
  letters: {
    ...shared,
    в: 'w',
    й: 'y',
    х: 'h',
    җ: 'j',
    ң: 'ng',
    ө: 'ö',
    ү: 'ü',
    ә: 'ä',
    э: 'e',
  },
  places: [['н(?=г)', 'n·'], ...yeBeforeVowels],
}

export const bgnTajik: RomanTable = {
  letters: {
    ...shared,
    ё: 'yo',
    й: 'y',
    ғ: 'gh',
    ӣ: 'í',
    қ: 'q',
    ӯ: 'ŭ',
    ҳ: 'h',
    ҷ: 'j',
    ъ: '’',
    э: 'ė',
    // Abolished in 1998, still met in older papers.
    ц: 's',
    щ: 'sh',
    ы: 'i',
    ь: '',
  },
  places: [
    [`(?<=[${vowels}])ц(?=[${vowels}])`, 'ts'],
    ['(?<=[гзкс])ҳ', '·h'],
  ],
}

/** The machine readable passport; only the letters of the Russian alphabet are in its table. */
export const icaoRussian: RomanTable = {
  letters: { ...shared, ё: 'e', й: 'i', ъ: 'ie', ь: '', э: 'e', ю: 'iu', я: 'ia' },
}

export const gostPassport: RomanTable = {
  letters: { ...shared, ё: 'e', й: 'i', ц: 'tc', ъ: '', ь: '', э: 'e', ю: 'iu', я: 'ia' },
}

export const gost779: RomanTable = {
  letters: {
    ...shared,
    ё: 'yo',
    й: 'j',
    х: 'x',
    ц: 'cz',
    щ: 'shh',
    ъ: '``',
    ы: 'y`',
    ь: '`',
    э: 'e`',
  },
  places: [['ц(?=[еёийыэюя])', 'c']],
}

/** Plain letters a-z as people type them; the marks of an alphabet are left away. */
const everyday = {
  ...shared,
  ё: 'yo',
  й: 'y',
  э: 'e',
  ъ: '',
  ь: '',
  ә: 'a',
  ғ: 'g',
  қ: 'k',
  ң: 'n',
  ө: 'o',
  ұ: 'u',
  ү: 'u',
  һ: 'h',
  і: 'i',
  ў: 'o',
  ҳ: 'h',
  ҷ: 'j',
  ӣ: 'i',
  ӯ: 'u',
  җ: 'j',
}

export const keregeRussian: RomanTable = {
  letters: everyday,
  places: [
    [`(?<=^|[${vowels}ъь])е`, 'ye'],
    ['(?<=[иы])й$', ''],
  ],
}

export const keregeKazakh: RomanTable = { letters: everyday, places: [['ң(?=[аеиоуыіәөүұ])', 'ng']] }
export const keregeKyrgyz: RomanTable = {
  letters: { ...everyday, ж: 'j' },
  places: [['ң(?=[аеиоуыөү])', 'ng']],
}
export const keregeTajik: RomanTable = { letters: { ...everyday, ғ: 'gh', қ: 'q' } }
export const keregeTurkmen: RomanTable = {
  letters: { ...everyday, в: 'w', ж: 'zh', х: 'h' },
}
export const keregeUzbek: RomanTable = {
  letters: { ...everyday, ж: 'j', х: 'x', қ: 'q' },
  places: [[`(?<=^|[${vowels}ъ])е`, 'ye']],
}
