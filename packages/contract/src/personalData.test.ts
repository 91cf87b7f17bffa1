/** What is taken for data of a person, and what a question about law and practice may say. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultsOf } from './errors.ts'
import { MultiText } from './common.ts'
import { impersonal, impersonalTexts, personalDataIn, type PersonalKind } from './personalData.ts'

const kinds = (text: string) => personalDataIn(text).map(one => one.kind)

test.each<[string, PersonalKind]>([
  ['Passport N12345678 was lost', 'document'],
  ['паспорт AN 1234567', 'document'],
  ['AA1234567', 'document'],
  ['ID№1234567', 'document'],
  ['свидетельство АН № 123456', 'document'],
  ['ИИН 041231500123', 'document'],
  ['PIN 2 0412 1999 00123', 'document'],
  ['ЖШШИР 30412199900123', 'document'],
  ['number 041-231-500-123', 'document'],
  ['٠٤١٢٣١٥٠٠١٢٣', 'document'],
  ['041\u200b231\u200b500\u200b123', 'document'],
  ['the boy of 03.05.2014 needs a school', 'birth'],
  ['2014-05-03', 'birth'],
  ['3/5/2014', 'birth'],
  ['born on 3 May 2014', 'birth'],
  ['родился 3 мая 2014 года', 'birth'],
  ['3 мая 2014 г.р.', 'birth'],
  ['2014 жылы 03.05.2014 туған', 'birth'],
  ['03.05.2014 туулган', 'birth'],
  ['3 майи 2014 таваллуд шудааст', 'birth'],
  ['doglan güni 03.05.2014', 'birth'],
  ['03.05.2014 da tugʻilgan', 'birth'],
  ['the law applies, born 03.05.2014', 'birth'],
  ['call +7 701 123-45-67', 'phone'],
  ['+996 (555) 12 34 56', 'phone'],
  ['00998 90 123 45 67', 'phone'],
  ['8 (701) 123-45-67', 'phone'],
  ['0555 123 456', 'phone'],
  ['write to aigul.k@example.org', 'mail'],
  ['почта: айгуль@пример.kz', 'mail'],
])('%s is stopped', (text, kind) => {
  expect(kinds(text)).toEqual([kind])
})

test.each([
  'How do you give a birth certificate to children who were born abroad?',
  'Law No. 94-V of 21.05.2013 on personal data, article 12',
  'Закон от 01.06.2021 № 345',
  '2013 жылғы заң 21.05.2013',
  'Қонун аз 03.08.2018 № 1537',
  'until 15.12.2026',
  'до 15.12.2026',
  'A/HRC/49/45/Add.1 and REC/2026/SES.2/L.4/Rev.1',
  'https://adilet.zan.kz/rus/docs/V2000021172',
  'The programme cost 1 200 000 000 tenge in 2024',
  '517 people in 2021, 599 in 2024, 2,100 in the region',
  'ages 6-17, 30 days, 12 months, 2025-2026',
  'ISO 3166-2 and RFC 9497',
  'Between 2019 and 2023 there were 5 operations',
  'adopted on 14 May 2024 in Tashkent',
  'Көшеде 12345 үй жоқ',
  'up to 120000 families, до 120000 семей, USD 250000',
  'from 50 000–250 000 USD',
])('%s passes', text => {
  expect(personalDataIn(text)).toEqual([])
})

test('says in which line and at which sign, once for each place, and repeats nothing', () => {
  expect(personalDataIn('First line\nsecond: +7 701 123 45 67, AA1234567')).toEqual([
    { kind: 'phone', line: 2, column: 9 },
    { kind: 'document', line: 2, column: 27 },
  ])
  const result = impersonal(100).safeParse('a\nb N12345678')
  expect(result.success).toBe(false)
  if (result.success) return
  expect(faultsOf(result.error)).toEqual([
    { pointer: '', code: 'personal-document', params: { line: 2, column: 3 } },
  ])
  expect(JSON.stringify(result.error.issues)).not.toContain('12345678')
})

test('looks into every language of a text', () => {
  const result = impersonalTexts(MultiText).safeParse({
    en: { text: 'A question', state: 'checked' },
    ru: { text: 'Вопрос о AA1234567', state: 'draft' },
  })
  expect(result.success || faultsOf(result.error)).toEqual([
    { pointer: '/ru/text', code: 'personal-document', params: { line: 1, column: 10 } },
  ])
})

describe('whatever is typed', () => {
  test('is read in a moment and gives places inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), text => {
        const lines = text.split('\n')
        for (const { line, column } of personalDataIn(text)) {
          expect(lines[line - 1]?.length ?? -1).toBeGreaterThanOrEqual(column - 1)
        }
      }),
    )
    const started = performance.now()
    personalDataIn('1 2-'.repeat(2500))
    personalDataIn('a@'.repeat(5000))
    personalDataIn('+7 ('.repeat(2500))
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('a number of a person is found wherever it stands among words', () => {
    const words = fc.array(fc.constantFrom('school', 'мектеп', 'дар', 'ýyl', 'oʻquvchi', ',', '—'), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(words, fc.bigInt(100_000_000_000n, 999_999_999_999n), words, (before, number, after) => {
        expect(kinds([...before, number, ...after].join(' '))).toContain('document')
      }),
    )
  })
})
