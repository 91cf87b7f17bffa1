/**
 * Words that somebody who knows this program would try first: its name, what the work is about, who works here. A password
 * may hold them, as any other words; made of them alone, with digits and signs around, it is refused like a common one.
 */
const ownWords = [
  ...['kerege', 'kerega', 'кереге', 'council', 'region', 'central', 'asia', 'hub', 'node'],
  ...[
    'administrator',
    'admin',
    'supervisor',
    'coordinator',
    'manager',
    'ombudsperson',
    'secretariat',
    'observer',
  ],
  ...[
    'password',
    'passphrase',
    'secret',
    'welcome',
    'login',
    'пароль',
    'секрет',
    'құпия',
    'parol',
    'maxfiy',
    'рамз',
  ],
  ...[
    'return',
    'returnee',
    'repatriation',
    'reintegration',
    'family',
    'families',
    'child',
    'children',
    'case',
    'worker',
  ],
  ...[
    'семья',
    'дети',
    'возвращение',
    'отбасы',
    'балалар',
    'үйбүлө',
    'балдар',
    'oila',
    'bolalar',
    'оила',
    'кӯдак',
    'maşgala',
  ],
  ...[
    'kazakhstan',
    'kyrgyzstan',
    'tajikistan',
    'turkmenistan',
    'uzbekistan',
    'казахстан',
    'қазақстан',
    'кыргызстан',
  ],
  ...['таджикистан', 'тоҷикистон', 'туркменистан', 'узбекистан', 'oʻzbekiston', 'ozbekiston', 'türkmenistan'],
  ...[
    'astana',
    'almaty',
    'bishkek',
    'dushanbe',
    'tashkent',
    'ashgabat',
    'астана',
    'алматы',
    'бишкек',
    'душанбе',
    'ташкент',
  ],
].sort((a, b) => b.length - a.length)

/** Fewer letters than this beside our own words are no password of one's own. */
const fewest = 6

/** @param plain in small letters */
export function madeOfOwnWords(plain: string): boolean {
  const left = ownWords.reduce((text, word) => text.replaceAll(word, ' '), plain)
  return left !== plain && left.replace(/[^\p{L}]/gu, '').length < fewest
}
