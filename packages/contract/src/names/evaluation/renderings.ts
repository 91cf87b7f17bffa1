/**
 * How one invented person stands in five kinds of paper. Written apart from the library and without any of
 * its tables, from what clerks do: it must not share the library's mistakes.
 */
import type { Invented, Tongue } from './people.ts'

export type Paper = 'native' | 'passport' | 'russian' | 'manifest' | 'arabic'
export const papers: readonly Paper[] = ['native', 'passport', 'russian', 'manifest', 'arabic']

/** `from to from to …` as a map. */
function table(text: string): Map<string, string> {
  const parts = text.split(' ')
  const map = new Map<string, string>()
  for (let at = 0; at + 1 < parts.length; at += 2)
    map.set(parts[at] ?? '', (parts[at + 1] ?? '').replace('_', ''))
  return map
}

function spell(word: string, map: ReadonlyMap<string, string>): string {
  let out = ''
  for (let at = 0; at < word.length; ) {
    const three = word.slice(at, at + 3)
    const two = word.slice(at, at + 2)
    const size = map.has(three) ? 3 : map.has(two) ? 2 : 1
    out += map.get(word.slice(at, at + size)) ?? word.slice(at, at + size)
    at += size
  }
  return out
}

const title = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

// Passport offices: one letter for one letter, no marks.
const cyrillicPassport =
  'а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ ie ы y ь _ э e ю iu я ia'
const passport: Readonly<Record<Tongue, ReadonlyMap<string, string>>> = {
  kk: table(`${cyrillicPassport} ә a ғ g қ k ң n ө o ұ u ү u һ kh і i ю yu я ya й y`),
  ky: table(`${cyrillicPassport} ж j ө o ү u ң n ю yu я ya й i`),
  uz: table('o‘ o g‘ g ’ _ ‘ _'),
  tg: table(`${cyrillicPassport} ғ gh ӣ i қ q ӯ u ҳ h ҷ j ё yo й y ю yu я ya ъ _`),
  tk: table('ä a ç c ž z ň n ö o ş s ü u ý y'),
  ru: table(cyrillicPassport),
  ar: table(''),
}

// Clerks at a desk: by ear, English or Turkish habits.
const byEar = table(
  'kh h zh j ia ya iu yu ie e yy y iy y ii i dzh j q k w v x kh ye e ou u ph f ei ey ai ay gh g',
)
const turkish = table('sh ş ch ç zh j kh h y ı dj c j c ya ya q k x h')

const toRussian: Readonly<Record<Tongue, ReadonlyMap<string, string>>> = {
  kk: table('ә а ғ г қ к ң н ө о ұ у ү у һ х і и'),
  ky: table('ө о ү у ң н оо о уу у ээ э өө о үү у аа а'),
  uz: table(
    'o‘ у g‘ г sh ш ch ч yo ё yu ю ya я ye е ’ ъ a а b б d д e е f ф g г h х i и j ж k к l л m м n н o о p п q к r р s с t т u у v в x х y й z з',
  ),
  tg: table('ғ г ӣ и қ к ӯ у ҳ х ҷ дж ъ _'),
  tk: table(
    'ä я ç ч ž ж ň н ö о ş ш ü у ý й ýa я ýu ю ýo ё ýe е a а b б d д e е f ф g г h х i и j дж k к l л m м n н o о p п r р s с t т u у w в y ы z з',
  ),
  ru: table(''),
  ar: table(''),
}

// Writers of Arabic lists: long vowels written, short ones sometimes; no p, v, g of their own.
const arabicFromLatin = table(
  'sh ش ch تش zh ج kh خ gh غ ts تس ya يا yu يو yo يو ye ي ia يا iu يو a ا b ب c ك d د e ي f ف g غ h ه i ي j ج k ك l ل m م n ن o و p ب q ق r ر s س t ت u و v ف w و x خ y ي z ز',
)

const arabicNames = table(
  'فاطمة Fatima عائشة Aisha زينب Zainab خديجة Khadija مريم Maryam سمية Sumaya رقية Ruqaya ليلى Layla هدى Huda نور Nour أسماء Asma صفية Safiya إيمان Iman سارة Sara جميلة Jamila كريمة Karima أمينة Amina حليمة Halima نادية Nadia سلمى Salma محمد Mohammed أحمد Ahmed محمود Mahmoud عمر Omar عثمان Othman علي Ali حسن Hassan حسين Hussein يوسف Yousef إبراهيم Ibrahim إسماعيل Ismail خالد Khaled سالم Salem صالح Saleh طارق Tarek ياسين Yassin بلال Bilal حمزة Hamza جابر Jaber منصور Mansour بثينة Buthaina سهام Siham وفاء Wafa رغد Raghad غادة Ghada منال Manal هيفاء Haifa لمياء Lamia نبيل Nabil فؤاد Fuad رائد Raed وائل Wael عدنان Adnan هيثم Haitham غسان Ghassan مروان Marwan الخطيب Al-Khatib الحسن Al-Hassan النجار Al-Najjar الحداد Al-Haddad الصالح Al-Saleh السعيد Al-Saeed الكريم Al-Karim العلي Al-Ali الحمد Al-Hamad الأسود Al-Aswad المصري Al-Masri الشامي Al-Shami القاسم Al-Qasim العمر Al-Omar الرشيد Al-Rashid',
)
const arabicToRussian = table(
  'Kh Х kh х Gh Г gh г Sh Ш sh ш Th Т th т Al- Аль- ou у ss с mm мм jj ддж dd дд Ja Джа ja джа ya я Yo Ю Ya Я ia ия ye е aa а ee и ai ай ei ей A А B Б D Д F Ф H Х I И J Дж K К L Л M М N Н O О Q К R Р S С T Т U У W В Y Й Z З a а b б d д e е f ф g г h х i и j дж k к l л m м n н o о q к r р s с t т u у w в y й z з',
)

interface Parts {
  given: string
  family: string
  patronymic: string
}

const isVowel = (letter: string) => /[аеёиоуыэюяәіөүұӣӯaeiouyäöüâ]/i.test(letter)
const softEnd = (root: string) => /[йьиe]$/i.test(root)

function russianEnding(root: string, female: boolean): string {
  const ending = softEnd(root) ? 'ев' : 'ов'
  const stem = root.replace(/[йьиыае]$/i, '')
  return `${stem}${ending}${female ? 'а' : ''}`
}

function latinEnding(root: string, female: boolean, v: string): string {
  const stem = isVowel(root.charAt(root.length - 1)) ? `${root}ý`.replace('ý', v === 'w' ? 'ý' : 'y') : root
  return `${stem}${stem === root ? 'o' : 'e'}${v}${female ? 'a' : ''}`
}

function native(person: Invented): Parts {
  const female = person.sex === 'f'
  const { tongue, given, father, root } = person
  switch (tongue) {
    case 'kk':
      return { given, family: russianEnding(root, female), patronymic: `${father}${female ? 'қызы' : 'ұлы'}` }
    case 'ky':
      return {
        given,
        family: russianEnding(root, female),
        patronymic: `${father} ${female ? 'кызы' : 'уулу'}`,
      }
    case 'uz':
      return {
        given,
        family: latinEnding(root, female, 'v'),
        patronymic: `${father} ${female ? 'qizi' : 'o‘g‘li'}`,
      }
    case 'tg':
      return { given, family: `${root}${female ? 'зода' : 'ов'}`, patronymic: father }
    case 'tk':
      return { given, family: latinEnding(root, female, 'w'), patronymic: '' }
    case 'ru':
      return { given, family: russianEnding(root, female), patronymic: russianPatronymic(father, female) }
    case 'ar':
      return { given, family: root, patronymic: '' }
  }
}

function russianPatronymic(father: string, female: boolean): string {
  const soft = /[йьия]$/.test(father)
  const stem = father.replace(/[йьиаяеу]$/, '')
  if (female) return `${stem}${soft ? 'евна' : 'овна'}`
  return `${stem}${soft ? 'евич' : 'ович'}`
}

/** The name on one kind of paper, words in the order usual there. */
export function render(person: Invented, paper: Paper, draw: (below: number) => number): string {
  const female = person.sex === 'f'
  const own = native(person)
  const latin = (word: string): string => {
    const low =
      person.tongue === 'ar'
        ? (arabicNames.get(word) ?? word)
        : spell(word.toLowerCase(), passport[person.tongue])
    return title(low)
  }
  switch (paper) {
    case 'native':
      return [own.given, own.patronymic, own.family].filter(Boolean).join(' ')
    case 'passport':
      return `${latin(own.family)} ${latin(own.given)}`
    case 'manifest': {
      const habit = draw(3) === 0 ? turkish : byEar
      const heard = (word: string) => title(spell(latin(word).toLowerCase(), habit))
      return draw(2) === 0
        ? `${heard(own.given)} ${heard(own.family)}`
        : `${heard(own.family)} ${heard(own.given)}`.toUpperCase()
    }
    case 'russian': {
      const map = toRussian[person.tongue]
      const russian = (word: string) =>
        person.tongue === 'ar'
          ? spell(arabicNames.get(word) ?? word, arabicToRussian)
          : title(spell(word.toLowerCase(), map))
      if (person.tongue === 'ar') return `${russian(own.family)} ${russian(own.given)}`
      const patronymic = person.tongue === 'tk' ? '' : russianPatronymic(russian(person.father), female)
      const family =
        person.tongue === 'tg' ? russianEnding(russian(person.root), female) : russian(own.family)
      return [family, russian(own.given), patronymic].filter(Boolean).join(' ')
    }
    case 'arabic': {
      const written = (word: string) =>
        person.tongue === 'ar' ? word : arabicWord(spoken(word, person.tongue), draw)
      return `${written(own.given)} ${written(own.family)}`
    }
  }
}

/** What a writer of Arabic hears: Turkmen marks are sounds, not letters without marks. */
function spoken(word: string, tongue: Tongue): string {
  const low = word.toLowerCase()
  if (tongue !== 'tk') return spell(low, passport[tongue])
  return spell(low, table('ä a ç ch ž zh ň n ö o ş sh ü u ý y'))
}

function arabicWord(latin: string, draw: (below: number) => number): string {
  // Short vowels inside a word are left out about every third time.
  const thinned = latin.replace(
    /(?<=[bcdfghjklmnpqrstvwxz])[aei](?=[bcdfghjklmnpqrstvwxz]{1}[aeiouy])/g,
    vowel => (draw(3) === 0 ? '' : vowel),
  )
  const word = spell(thinned.replace(/(.)\1/g, '$1'), arabicFromLatin)
  return word.replace(/^[يو](?=[بتثجحخدذرزسشصضطظعغفقكلمنهي])(?!يو)/, letter => `ا${letter}`)
}

/** One slip of a tired hand. */
export function slip(text: string, draw: (below: number) => number): string {
  const letters = [...text]
  const at = 1 + draw(Math.max(1, letters.length - 2))
  switch (draw(4)) {
    case 0:
      return [...letters.slice(0, at), ...letters.slice(at + 1)].join('')
    case 1:
      return [...letters.slice(0, at), letters[at] ?? '', ...letters.slice(at)].join('')
    case 2:
      return [
        ...letters.slice(0, at),
        letters[at + 1] ?? '',
        letters[at] ?? '',
        ...letters.slice(at + 2),
      ].join('')
    default:
      return [...letters.slice(0, at), letters[at - 1] ?? 'a', ...letters.slice(at + 1)].join('')
  }
}
