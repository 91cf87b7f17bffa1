/**
 * The key of a stem: plain letters a to z and digits, the same for all scripts and close spellings, so that қабыл, кабыл and qabil
 * meet. Stems are made first: their rules need the letters that are folded away here.
 */

const letters: Readonly<Record<string, string>> = {
  // Cyrillic, all languages of ours
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'j',
  җ: 'j',
  ҷ: 'j',
  з: 'z',
  и: 'i',
  ӣ: 'i',
  й: 'y',
  і: 'i',
  ї: 'i',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ӯ: 'u',
  ў: 'o',
  ф: 'f',
  х: 'h',
  ҳ: 'h',
  һ: 'h',
  ц: 's',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  // Latin with marks: Turkmen, Kazakh, Uzbek
  ä: 'a',
  ə: 'a',
  á: 'a',
  ç: 'ch',
  ğ: 'g',
  ǵ: 'g',
  ı: 'i',
  ï: 'i',
  ň: 'n',
  ñ: 'n',
  ŋ: 'n',
  ö: 'o',
  ó: 'o',
  õ: 'o',
  ş: 'sh',
  ü: 'u',
  ū: 'u',
  ú: 'u',
  ý: 'y',
  ž: 'j',
  q: 'k',
  x: 'h',
  w: 'v',
  ʻ: '',
  ʼ: '',
}

export function keyOf(stem: string): string {
  let out = ''
  for (const letter of stem) {
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) out += letters[letter] ?? letter
    else out += letters[letter] ?? withoutMarks(letter)
  }
  return out
}

/** Letters of other alphabets keep what is left of them without marks; what has no plain letter stays as it is. */
const withoutMarks = (letter: string) => letter.normalize('NFD').replace(/\p{M}/gu, '')
