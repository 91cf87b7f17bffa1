import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analysisVersion, keyFor, readQuery, termsOf } from './analyse.ts'
import { guessLanguages } from './guess.ts'
import { searchLanguageOf, searchLanguages } from './languages.ts'
import { letterMask, masksAreNear, slipsBetween } from './slips.ts'
import { shownStem, stemOf } from './stem/index.ts'
import { measureStems, readGroups } from './stem/measure.ts'
import { tokensOf } from './tokens.ts'
import { uzbekCyrillic, uzbekLatin } from './uzbek.ts'
import { anyText } from '../testing/anyText.ts'

describe('words', () => {
  test.each([
    ["O'zbekiston, oʼquvchi", ['oʻzbekiston', 'oʻquvchi']],
    ['chora-tadbirlar', ['chora', 'tadbirlar']],
    ['Ғ҃ҚӘ «мектеп» № 5', ['ғ҃қә', 'мектеп', '5']],
    ['İSTANBUL', ['istanbul']],
    // Latin letters a and e in a Cyrillic word.
    ['мeктaп', ['мектап']],
    ["'''", []],
    ['\u0000', []],
  ])('of %s', (text, words) => {
    expect(tokensOf(text).map(({ word }) => word)).toEqual(words)
  })

  test('stand where they stand in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
        for (const { start, end } of tokensOf(text))
          expect(text.slice(start, end)).toMatch(/^[\p{L}\p{M}\p{N}]/u)
      }),
    )
  })
})

describe('Uzbek in two alphabets', () => {
  test.each([
    ['ўзбекистон', 'oʻzbekiston'],
    ['мактаб', 'maktab'],
    ['ғамхўрлик', 'gʻamxoʻrlik'],
    ['ер', 'yer'],
    ['маъно', 'maʼno'],
    ['шаҳар', 'shahar'],
    ['эълон', 'eʼlon'],
  ])('%s is %s', (cyrillic, latin) => {
    expect(uzbekLatin(cyrillic)).toBe(latin)
    expect(uzbekCyrillic(latin)).toBe(cyrillic)
  })

  test('one key, and a stem in the letters that were written', () => {
    expect(keyFor('мактабларимизга', 'uz')).toBe(keyFor('maktablarimizga', 'uz'))
    expect(shownStem('мактабларимизга', 'uz')).toBe('мактаб')
    expect(shownStem('maktablarimizga', 'uz')).toBe('maktab')
  })
})

describe('stems', () => {
  const groups = (language: string) =>
    readGroups(readFileSync(resolve(import.meta.dirname, `fixtures/stems/${language}.held.txt`), 'utf8'))

  // What held at the last change, on words that no rule was made with; lower is a step back. docs/search.md has the table.
  test.each([
    ['kk', 90],
    ['ky', 88],
    ['uz', 86],
    ['tg', 98],
    ['tk', 88],
  ] as const)('%s: of forms that no rule was made for, at least %d in a hundred meet', (language, least) => {
    const { forms, met, lemmas, mixed } = measureStems(language, groups(language))
    expect((100 * met) / forms).toBeGreaterThanOrEqual(least)
    expect((100 * mixed) / lemmas).toBeLessThanOrEqual(6)
  })

  test.each([
    ['ru', 'школами', 'школа'],
    ['en', 'schools', 'school'],
    ['en', 'child’s', 'child'],
    ['kk', 'мектептерімізге', 'мектеп'],
    ['ky', 'мектептеринин', 'мектеп'],
    ['tg', 'мактабҳои', 'мактаб'],
    ['tk', 'mekdeplerinde', 'mekdep'],
    ['uz', 'hujjatlarining', 'hujjat'],
  ] as const)('%s: %s meets %s', (language, form, lemma) => {
    const [word = ''] = tokensOf(form).map(token => token.word)
    expect(stemOf(word, language)).toBe(stemOf(lemma, language))
  })

  test.each([
    ['kk', 'ана', 'аналық'],
    ['kk', 'бала', 'бал'],
    ['kk', 'ат', 'ата'],
    ['kk', 'қала', 'қал'],
    ['ky', 'бала', 'бал'],
    ['ky', 'ата', 'ат'],
    ['uz', 'ona', 'on'],
    ['uz', 'ota', 'ot'],
    ['uz', 'bola', 'bol'],
    ['uz', 'oila', 'oy'],
    ['tg', 'модар', 'мода'],
    ['tg', 'хона', 'хон'],
    ['tk', 'ata', 'at'],
    ['tk', 'ene', 'en'],
  ] as const)('%s: %s and %s stay apart', (language, one, other) => {
    expect(stemOf(one, language)).not.toBe(stemOf(other, language))
  })

  test('any text of any alphabet has a stem, and it is no longer than two letters more', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom(...searchLanguages),
        (text, language) => {
          for (const { word } of tokensOf(text)) expect(typeof stemOf(word, language)).toBe('string')
        },
      ),
    )
  })
})

describe('the language of a text', () => {
  test.each([
    ['Ребёнок без документов принимается в школу', 'ru'],
    ['Куәлігі жоқ баланы мектепке қабылдау', 'kk'],
    ['Баланы мектепке кабыл алуу үчүн документтер керек', 'ky'],
    ['Қабули кӯдакони бозгашта ба мактаб', 'tg'],
    ['Ҳужжатсиз болани мактабга қабул қилиш', 'uz'],
    ['Hujjatsiz bolani maktabga qabul qilish', 'uz'],
    ['Resminamasyz çagany mekdebe kabul etmek', 'tk'],
    ['Admitting children without papers to school', 'en'],
  ])('%s', (text, language) => {
    expect(guessLanguages(tokensOf(text).map(({ word }) => word))[0]?.language).toBe(language)
  })

  test('as people write its tag', () => {
    expect(['uz-Cyrl', 'KK', 'kaz', 'tg_TJ', 'fr', '', undefined].map(searchLanguageOf)).toEqual([
      'uz',
      'kk',
      'kk',
      'tg',
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('a query', () => {
  test('of nothing but stop words is looked for after all', () => {
    expect(readQuery('and the', 'en').words.map(({ word }) => word)).toEqual(['and', 'the'])
    expect(readQuery('the school', 'en').words.map(({ word }) => word)).toEqual(['school'])
  })

  test('a word may be of several languages', () => {
    const [word] = readQuery('мактаби').words
    expect(word?.readings.map(({ key }) => key)).toContain('maktab')
  })

  test('whatever was typed has an answer, and soon', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 2000 }), text => {
        expect(readQuery(text).words.length).toBeLessThanOrEqual(32)
      }),
    )
    expect(readQuery('"школа AND (NOT'.repeat(1000)).words.length).toBeLessThanOrEqual(32)
  })
})

test('a slip is one letter wrong, missing, too many, or two swapped', () => {
  for (const [one, other, slips] of [
    ['maktab', 'maktap', 1],
    ['maktab', 'matkab', 1],
    ['maktab', 'makta', 1],
    ['maktab', 'maktaab', 1],
    ['maktab', 'mekdep', 3],
  ] as const) {
    expect(slipsBetween(one, other, 2)).toBe(slips)
    if (slips <= 2) expect(masksAreNear(letterMask(one), letterMask(other), slips)).toBe(true)
  }
})

test('the version rises with the stems', () => {
  // When one of these changes, raise `stemVersion`: what others have indexed must be made anew.
  const words = {
    kk: 'мектебімізден',
    ky: 'балдарынын',
    tg: 'кӯдакони',
    tk: 'çagalaryň',
    uz: 'болаларнинг',
    ru: 'детьми',
    en: 'children',
  }
  const keys = Object.entries(words).map(([language, word]) =>
    keyFor(word, searchLanguageOf(language) ?? 'en'),
  )
  expect([analysisVersion, ...keys]).toMatchInlineSnapshot(`
    [
      101,
      "mektep",
      "bala",
      "kudak",
      "chaga",
      "bola",
      "rebenok",
      "child",
    ]
  `)
  expect(termsOf('мектеп және үй', 'kk').map(({ key, stop }) => [key, stop])).toEqual([
    ['mektep', false],
    ['jane', true],
    ['uy', false],
  ])
})
