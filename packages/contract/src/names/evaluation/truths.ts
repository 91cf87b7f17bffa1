/** Word pairs of CLDR 41 in fixtures/romanisation, by language. */
export const truths = [
  { lang: 'kk', file: 'kk-Latn-t-kk-m0-bgn.txt' },
  { lang: 'ky', file: 'ky-Latn-t-ky-m0-bgn.txt' },
  { lang: 'ru', file: 'ru-Latn-t-ru-m0-bgn.txt' },
  { lang: 'uz', file: 'uz-t-uz-Cyrl-m0-bgn.txt' },
  { lang: 'tk', file: 'tk-t-tk-Cyrl-m0-bgn.txt' },
] as const
