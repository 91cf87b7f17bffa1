import { expect, test } from 'vitest'
import { toCyrillic } from './cyrillic.ts'

test.each([
  ['Bugun', 'Бугун'],
  ['Oʻzbekiston tuguni', 'Ўзбекистон тугуни'],
  ['Yangi odam', 'Янги одам'],
  ['ertaga', 'эртага'],
  ['Tugʻilgan kuni', 'Туғилган куни'],
  ['Sheʼr', 'Шеър'],
  ['chiqish', 'чиқиш'],
  ['Yoʻq', 'Йўқ'],
  ['yetti yil', 'етти йил'],
  ['Kerege, 3 kun', 'Kerege, 3 кун'],
  ['24-noyabr', '24-ноябрь'],
])('%s is %s', (latin, cyrillic) => {
  expect(toCyrillic(latin)).toBe(cyrillic)
})
