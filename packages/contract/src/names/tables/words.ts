/**
 * The small words of names, written as they sound (see `reading.ts`): particles, titles, endings.
 * Sources: BGN/PCGN "Personal names" fact sheets; ICAO 9303 part 3 on titles; practice of the registries.
 */

/** Stand before the father's name. */
export const filiationBefore: ReadonlySet<string> = new Set([
  'bin',
  'ibn',
  'bint',
  'binti',
  'ben',
  'bnt',
  'bn',
])

/** Stand after the father's name, as a word of their own. */
export const filiationAfter: ReadonlySet<string> = new Set([
  'uli',
  'ulu',
  'ogli',
  'oglu',
  'ugli',
  'auli',
  'augli',
  'kizi',
  'gizi',
  'kiz',
  'giz',
])

/** The same, and the Russian endings, grown together with the father's name; longest first. */
export const filiationEndings: readonly string[] = [
  'augli',
  'ovic',
  'evic',
  'ovna',
  'evna',
  'icna',
  'ogli',
  'oglu',
  'ugli',
  'auli',
  'kizi',
  'gizi',
  'uli',
  'ulu',
]

/** Endings of family names that agree with the bearer or were dropped or taken with a reform. */
export const familyEndings: readonly string[] = [
  'skaia',
  'zoda',
  'zuda',
  'zada',
  'zade',
  'enko',
  'skii',
  'iian',
  'ova',
  'eva',
  'ion',
  'ski',
  'zod',
  'zad',
  'ov',
  'ev',
]

/** Endings that are a family name only when nothing else in the name is (Alina is a given name). */
export const weakFamilyEndings: readonly string[] = ['ina', 'in']

/** Polite or loving endings that come and go with one and the same given name. */
export const optionalEndings: readonly string[] = [
  'begim',
  'banu',
  'bonu',
  'bibi',
  'jan',
  'jon',
  'bek',
  'beg',
  'han',
  'hon',
  'bai',
  'boi',
  'gul',
  'oi',
  'ai',
  'xah',
  'xoh',
  'mirza',
]

/** The same as words of their own: their absence on one side says nothing. */
export const minorWords: ReadonlySet<string> = new Set([
  'jan',
  'jon',
  'bek',
  'beg',
  'han',
  'hon',
  'bai',
  'boi',
  'bibi',
  'banu',
  'bonu',
  'hoja',
  'xah',
  'xoh',
  'mirza',
  'begim',
])

/** Titles and forms of address, lower case as written; dropped unless nothing else would remain. */
export const titles: ReadonlySet<string> = new Set(
  [
    'mr mrs ms miss dr prof sir madam',
    'г-н г-жа гн гжа гр господин госпожа гражданин гражданка тов товарищ д-р доктор проф',
    'мырза ханым ханум айым апай апа ағай агай ата әже',
    'aka opa oka domla janob xonim',
    'ҷаноб хонум устод муаллим домулло',
    'jenap hanym aga eje mugallym',
    'bay bayan hanim hanım efendi bey',
    'sheikh shaykh haji hajji hadji шейх хаджи ҳоҷӣ ҳожи қажы кажы ажы hoji мулло мулла молда mullah mulla',
    'السيد السيدة الشيخ الحاج حاج حاجی دكتور دکتر آقای خانم آقا',
  ].flatMap(line => line.split(' ')),
)
