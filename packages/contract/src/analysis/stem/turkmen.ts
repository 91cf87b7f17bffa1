/**
 * Turkmen, in the Latin alphabet of 2000. Sources of the rules: Wikipedia, "Turkmen grammar"; L. Clark, Turkmen Reference Grammar (1998), tables
 * of cases, possession and tenses. Words and choices are ours.
 */
import type { Rules } from './engine.ts'

export const turkmen: Rules = {
  vowels: 'aäeiouöüy',
  back: 'aouy',
  front: 'äeiöü',
  voiceless: '',
  least: 2,
  sounds: {
    A: ['a', 'e', 'ä'],
    Y: ['y', 'i', 'u', 'ü'],
    K: ['k', 'g'],
  },
  layers: [
    {
      name: 'case-of-owned',
      suffixes: `
        (s)YndA (s)YndAn (s)YnA (s)YnYň (s)YnY (s)YndAky (s)YndAki YmdA YmA YmYzdA YmYzA YmYzY
        YmYzYň
      `,
    },
    { name: 'of-place', suffixes: 'dAky dAki ky ki', least: 3 },
    { name: 'case', suffixes: '(n)Yň (n)Y dA dAn nA' },
    { name: 'to', suffixes: 'a e', least: 3, inside: [''] },
    { name: 'like', suffixes: 'ça çe daky', least: 4 },
    {
      name: 'verb',
      suffixes: `
        mAdY mAýAr mAdYk mAn mAjAk ýAr ýArlAr ýArYs ýArYn dY dYk dYm dYňYz dYlAr jAk jAklAr mAk
        mAly mAli Yp Ypdyr Ypdir sA sYn sYnlAr ýAn ýän Andygy Andigi Anda Ande Yň An Ar mAn mAz
        YjY YjYlAr
      `,
      least: 2,
    },
    {
      name: 'verbal-noun',
      suffixes: 'Yş',
      least: 3,
      inside: ['case', 'case-of-owned', 'plural', 'owner'],
    },
    { name: 'owner', suffixes: '(s)Y YmYz mYz YňYz ňYz' },
    { name: 'owner-i', suffixes: 'Ym Yň', least: 3 },
    { name: 'plural', suffixes: 'lAr' },
    { name: 'not', suffixes: 'mA', inside: ['verb'], least: 3 },
    { name: 'voice', suffixes: 'Yl Yn dYr', inside: ['verb', 'verbal-noun', 'not'], least: 3 },
  ],
  last: { b: 'p', j: 'ç', g: 'k', d: 't' },
  dropped: 'yi',
  whole: `
    adam çaga ene ata maşgala kömek okuw bilim ýetim ylym saglyk jemgyýet döwlet kanun gün
    gyz deňiz ýol dil ýyl akyl obalar haýyr habar sapar karar zaman watan insan mugallym
    terjime merkez iş baş ýaş daş gyş mekdep kitap hasap jogap sebäp talap tarap hak ýer jaý
    öý psiholog uruş maksat ulanmak çäre mesele hünär garyndaş
  `,
  irregular: {
    orn: 'orun',
    ogl: 'ogul',
    ogly: 'ogul',
    burn: 'burun',
    agz: 'agyz',
    agzy: 'agyz',
    gözl: 'gözl',
    şäher: 'şäher',
    şähr: 'şäher',
  },
}
