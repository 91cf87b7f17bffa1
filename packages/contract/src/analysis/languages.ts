/** The languages that are searched: those of the interface. */
export const searchLanguages = ['en', 'ru', 'kk', 'ky', 'tg', 'tk', 'uz'] as const
export type SearchLanguage = (typeof searchLanguages)[number]

/** A tag as somebody wrote it (`uz-Cyrl`, `KK`, `kaz`), as one of ours; `undefined` for languages that are not. */
export function searchLanguageOf(tag: string | undefined): SearchLanguage | undefined {
  const primary = (tag ?? '').toLowerCase().split(/[-_]/)[0] ?? ''
  return searchLanguages.find(one => one === primary || threeLetters[one] === primary)
}

const threeLetters: Readonly<Record<SearchLanguage, string>> = {
  en: 'eng',
  ru: 'rus',
  kk: 'kaz',
  ky: 'kir',
  tg: 'tgk',
  tk: 'tuk',
  uz: 'uzb',
}
