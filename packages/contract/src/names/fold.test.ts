import { describe, expect, test } from 'vitest'
import { foldName } from './index.ts'
import { repairLookAlikes, scriptOf } from './script.ts'
import { clashes } from './variants.ts'

describe('a folded name', () => {
  test.each([
    ['Гүлнәр Әбенова', 'gulnar abinuva'],
    ['Gulnar Abenova', 'gulnar abinuva'],
    ['Gülnär Äbenova', 'gulnar abinuva'],
    ['غولنار ابينوفا', 'gulnar abinuva'],
    ['O‘tkir Xo‘jayev', 'utkir hujaiv'],
    ["O'tkir Xo`jayev", 'utkir hujaiv'],
    ['Ўткир Хўжаев', 'utkir hujaiv'],
    ['Дәулет', 'daulit'],
    ['Dawlet', 'daulit'],
    ['Юлия Iuliia Yuliya', 'iulia iulia iulia'],
    ['Ayşe Айше', 'aisi aisi'],
    ['Şöhrat Шөхрат', 'suhrat suhrat'],
    ['مُحَمَّد محمد', 'muhamad muhamad'],
  ])('%s is %s', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })

  test.each([
    ['', ''],
    ['😀', ''],
    ['12', ''],
    ['\u0000', ''],
    ['\u200fГүл\u200bнәр\u202e', 'gulnar'],
    ['Айжа\u0301н', 'aijan'],
    ['ﻣﺤﻤﺪ', 'muhamad'],
  ])('%j folds to %j', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })

  test('begins as what was typed so far', () => {
    const whole = foldName('Абенова')
    for (let length = 1; length <= 7; length++) {
      expect(whole.startsWith(foldName('Абенова'.slice(0, length)))).toBe(true)
    }
  })
})

describe('scripts', () => {
  test.each([
    ['Гүлнәр', 'Cyrl'],
    ['Gülnär', 'Latn'],
    ['غولنار', 'Arab'],
    ['12 😀', 'Zyyy'],
    ['', 'Zyyy'],
  ])('%s is %s', (text, script) => {
    expect(scriptOf(text)).toBe(script)
  })

  test('look-alike letters are put right by the letters that only one alphabet has', () => {
    expect(repairLookAlikes('аxмeтовa')).toBe('ахметова')
    expect(repairLookAlikes('gulnаrа')).toBe('gulnara')
    expect(repairLookAlikes('гүлнәр')).toBe('гүлнәр')
  })
})

test('no spelling is listed under two names', () => {
  expect(clashes()).toEqual([])
})
