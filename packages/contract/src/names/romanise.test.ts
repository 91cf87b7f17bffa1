import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { truths } from './evaluation/truths.ts'
import { romanise, type RomaniseOptions } from './index.ts'

const linesOf = (file: string) =>
  readFileSync(new URL(`fixtures/romanisation/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')

describe('BGN as Unicode CLDR tests it', () => {
  test.each(truths)('$lang', ({ lang, file }) => {
    const pairs = linesOf(file).map(line => line.normalize('NFC').split('\t'))
    // CLDR's Turkmen transform leaves some Cyrillic letters standing; those rows test nothing.
    const usable = pairs.filter(([, to = '']) => !/\p{Script=Cyrillic}/u.test(to))
    const wrong = usable.filter(
      ([from = '', to]) => romanise(from, { lang, from: 'Cyrl', standard: 'bgn' }).normalize('NFC') !== to,
    )
    expect(wrong).toEqual([])
    expect(usable.length).toBeGreaterThan(80)
  })
})

describe('other standards', () => {
  test.each<[string, RomaniseOptions, string]>([
    ['Щербаков Юрий', { lang: 'ru', standard: 'icao' }, 'Shcherbakov Iurii'],
    ['ПОДЪЁМНЫЙ', { lang: 'ru', standard: 'icao' }, 'PODIEEMNYI'],
    ['Цветкова Юлия', { lang: 'ru', standard: 'gost-passport' }, 'Tcvetkova Iuliia'],
    ['Щука Цирк Эхо', { lang: 'ru', standard: 'gost-7.79' }, 'Shhuka Cirk E`xo'],
    ['Гүлнәр Сейітқызы', { lang: 'kk' }, 'Gulnar Seyitkyzy'],
    ['Äbenova Gülnär', { lang: 'kk' }, 'Abenova Gulnar'],
    ['Ábenova Gúlnár', { lang: 'kk' }, 'Abenova Gulnar'],
    ["A'benova", { lang: 'kk' }, 'Abenova'],
    ['Гулнора Ўрозова', { lang: 'uz' }, 'Gulnora Orozova'],
    ['Gulnora O‘rozova', { lang: 'uz' }, 'Gulnora Orozova'],
    ['Şöhrat Çaryýew', { lang: 'tk', standard: 'icao' }, 'Sohrat Caryyew'],
    ['Ҷамшед Раҳмонӣ', { lang: 'tg', standard: 'bgn' }, 'Jamshed Rahmoní'],
    ['محمد', { lang: 'ar' }, 'Muhamad'],
    ['Гүлнәр 😀 2', { lang: 'kk' }, 'Gulnar 😀 2'],
    ['Гyлнаp', { lang: 'kk' }, 'Gulnar'],
    ['', { lang: 'kk' }, ''],
  ])('%s by %j is %s', (text, options, roman) => {
    expect(romanise(text, options)).toBe(roman)
  })

  test.each<[string, RomaniseOptions, string]>([
    ['Гүлнәр', { lang: 'kk', standard: 'icao' }, 'romanisation-unsupported'],
    ['محمد', { lang: 'ar', standard: 'bgn' }, 'romanisation-unsupported'],
    ['شیر', { lang: 'fa', standard: 'bgn' }, 'romanisation-unsupported'],
    ['Гүлнәр', { lang: 'ru', standard: 'bgn' }, 'romanisation-letter'],
  ])('%s by %j is refused', (text, options, code) => {
    expect(() => romanise(text, options)).toThrow(expect.objectContaining({ code }))
  })
})
