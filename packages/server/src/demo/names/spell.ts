/**
 * How clerks of other scripts write a word: Russian, airline Latin, Arabic letters. On purpose not the romanisation
 * of contract/names: invented people that are spelled by the matcher's own tables would prove nothing about it.
 */
type Letters = Readonly<Record<string, string>>

const toRussian: Letters = {
  ...{ ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', җ: 'дж' },
  ...{ ӣ: 'и', ӯ: 'у', ҳ: 'х', ҷ: 'дж', ъ: '', ў: 'у' },
}

const uzbekToCyrillic: readonly (readonly [RegExp, string])[] = [
  [/oʻ/g, 'ў'],
  [/gʻ/g, 'ғ'],
  [/sh/g, 'ш'],
  [/ch/g, 'ч'],
  [/yo/g, 'ё'],
  [/yu/g, 'ю'],
  [/ya/g, 'я'],
  [/ye/g, 'е'],
  // At the start of a word and after a vowel `e` keeps its full sound.
  [/(^|[aiouў\s])e/g, '$1э'],
]
const uzbekLetters: Letters = {
  ...{ a: 'а', b: 'б', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'ҳ', i: 'и', j: 'ж', k: 'к', l: 'л', m: 'м' },
  ...{ n: 'н', o: 'о', p: 'п', q: 'қ', r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', x: 'х', y: 'й', z: 'з' },
}

const toLatin: Letters = {
  ...{ а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', җ: 'j', з: 'z' },
  ...{ и: 'i', і: 'i', ӣ: 'i', й: 'y', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o' },
  ...{ п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ӯ: 'u', ў: 'u', ф: 'f', х: 'kh', ҳ: 'h' },
  ...{ һ: 'h', ц: 'ts', ч: 'ch', ҷ: 'j', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
}

const arabicPairs: Letters = {
  kh: 'خ',
  sh: 'ش',
  ch: 'تش',
  zh: 'ج',
  ts: 'تس',
  gh: 'غ',
  yu: 'يو',
  ya: 'يا',
  yo: 'يو',
}
const arabicLetters: Letters = {
  ...{ a: 'ا', b: 'ب', c: 'ك', d: 'د', e: 'ي', f: 'ف', g: 'غ', h: 'ه', i: 'ي', j: 'ج', k: 'ك', l: 'ل' },
  ...{
    m: 'م',
    n: 'ن',
    o: 'و',
    p: 'ب',
    q: 'ق',
    r: 'ر',
    s: 'س',
    t: 'ت',
    u: 'و',
    v: 'ف',
    x: 'خ',
    y: 'ي',
    z: 'ز',
  },
}
/** Given names that a clerk knows from home and writes as at home. */
const knownInArabic: Letters = {
  ...{ aisha: 'عائشة', oisha: 'عائشة', oysha: 'عائشة', fatima: 'فاطمة', fotima: 'فاطمة' },
  ...{
    mariyam: 'مريم',
    maryam: 'مريم',
    marem: 'مريم',
    khadisha: 'خديجة',
    khadicha: 'خديجة',
    hadicha: 'خديجة',
  },
  ...{ mukhammed: 'محمد', muhammad: 'محمد', muhammed: 'محمد', ibragim: 'إبراهيم', ibrahim: 'إبراهيم' },
  ...{ ibrohim: 'إبراهيم', yusuf: 'يوسف', zhusip: 'يوسف', zhusup: 'يوسف', omar: 'عمر', umar: 'عمر' },
  ...{ ismail: 'إسماعيل', ismoil: 'إسماعيل', khamza: 'حمزة', hamza: 'حمزة', ali: 'علي', amina: 'أمينة' },
  ...{ safiya: 'صفية', robiya: 'رابعة', rabiga: 'رابعة', bilol: 'بلال', rakhim: 'رحيم', rahim: 'رحيم' },
  ...{ karim: 'كريم', khasan: 'حسن', hasan: 'حسن', islam: 'إسلام', zarina: 'زرينة', madina: 'مدينة' },
}

const isUpper = (letter: string) => letter !== letter.toLowerCase()
/** Lower-cases for the tables and gives capitals back where they stood. */
function map(text: string, table: Letters): string {
  let out = ''
  for (const letter of text) {
    const found = table[letter.toLowerCase()]
    if (found === undefined) out += letter
    else out += isUpper(letter) ? found.charAt(0).toUpperCase() + found.slice(1) : found
  }
  return out
}

const capitalise = (text: string) =>
  text.replace(/(^|[\s-])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase())

/** Uzbek Cyrillic of a name in the Latin spelling. */
export function uzbekCyrillic(text: string): string {
  const small = uzbekToCyrillic.reduce((so, [from, to]) => so.replace(from, to), text.toLowerCase())
  return small.includes(' ')
    ? small
        .split(' ')
        .map((part, at) => (at === 0 ? capitalise(map(part, uzbekLetters)) : map(part, uzbekLetters)))
        .join(' ')
    : capitalise(map(small, uzbekLetters))
}

/** As a Russian-speaking clerk writes it. Letters that Russian lacks go to their neighbours. */
export function russian(text: string, language: string): string {
  if (language === 'uz') {
    return map(uzbekCyrillic(text).replace(/ж/g, 'дж').replace(/Ж/g, 'Дж'), toRussian)
  }
  // A soft vowel before a last `л` is heard as a soft consonant: Айгүл, Айгуль.
  return map(text.replace(/([үөәіе])л$/u, '$1ль'), toRussian)
}

/** Capitals without marks, as tickets and travel documents print them. */
export function airlineLatin(text: string, language: string): string {
  const plain =
    language === 'uz' ? text.toLowerCase().replace(/[ʻʼ]/g, '').replace(/x/g, 'kh') : map(text, toLatin)
  return plain.toUpperCase()
}

/** As a clerk writes who hears the name and knows the Arabic alphabet only. */
export function arabic(text: string, language: string): string {
  return airlineLatin(text, language)
    .toLowerCase()
    .split(/[\s-]+/)
    .map(word => knownInArabic[word] ?? soundsInArabic(word))
    .join(' ')
}

function soundsInArabic(word: string): string {
  let out = word.startsWith('o') || word.startsWith('u') ? 'أ' : /^[ei]/.test(word) ? 'إ' : ''
  for (let at = 0; at < word.length; at++) {
    const pair = arabicPairs[word.slice(at, at + 2)]
    out += pair ?? arabicLetters[word.charAt(at)] ?? ''
    if (pair !== undefined) at++
  }
  return out
}
