import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '@kerege/contract/common'
import { pluralForms } from '@kerege/contract/plurals'
import { describe, expect, test } from 'vitest'
import { openMessages } from '../../platform/messages.ts'

const folder = join(import.meta.dirname, 'messages')
const messages = openMessages(folder)
const catalogue = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'))
const english = catalogue('en')

const values = {
  name: 'Әлия',
  node: 'Kerege KZ',
  link: 'https://kerege.example/invitation#token',
  days: 7,
  hours: 1,
  minutes: 15,
}
const letters: Readonly<Record<string, RegExp>> = {
  en: /^[\p{Script=Latin}\p{P}\p{N}\s]+$/u,
  ru: /^[А-Яа-яЁё\p{P}\p{N}\s]+$/u,
  kk: /^[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі\p{P}\p{N}\s]+$/u,
  ky: /^[А-Яа-яЁёҢңӨөҮү\p{P}\p{N}\s]+$/u,
  tg: /^[А-Яа-яЁёҒғӢӣҚқӮӯҲҳҶҷ\p{P}\p{N}\s]+$/u,
  tk: /^[A-Za-zÄäÇçŇňÖöŞşÜüÝýŽž\p{P}\p{N}\s]+$/u,
  uz: /^[A-Za-zʻʼ\p{P}\p{N}\s]+$/u,
}

describe.each(languages)('letters in %s', language => {
  const own = catalogue(language)

  test('say everything that the others say, in words of this language', () => {
    expect(Object.keys(own)).toEqual(Object.keys(english))
    for (const [key, text] of Object.entries(own)) {
      if (language !== 'en') expect(text, key).not.toBe(english[key])
      const bare = messages(language, key, { ...values, name: '', node: '', link: '' })
      expect(bare, key).toMatch(letters[language] ?? /$^/)
      expect(bare, key).not.toContain('!')
    }
  })

  test('fill in the reader’s name, the link and the numbers', () => {
    const text = messages(language, 'invitation.text', values)
    expect(text).toContain('Әлия')
    expect(text).toContain(values.link)
    expect(text).toContain('7')
    expect(messages(language, 'reset.text', values)).toContain('1')
    expect(messages(language, 'locked.text', values)).toContain('15')
  })

  test('have every form that the language counts in', () => {
    for (const [key, text] of Object.entries(own)) {
      for (const [, forms = ''] of text.matchAll(/plural,((?:[^{}]|\{[^{}]*\})*)\}/g)) {
        const given = [...forms.matchAll(/(\w+) \{/g)].map(([, form]) => form)
        expect(given, key).toEqual(pluralForms[language])
      }
    }
  })
})

test.each([
  [1, 'в течение 1 дня'],
  [2, 'в течение 2 дней'],
  [5, 'в течение 5 дней'],
  [21, 'в течение 21 дня'],
])('counts %i days as Russian does', (days, expected) => {
  expect(messages('ru', 'invitation.text', { ...values, days })).toContain(expected)
})

test('a text or a value that is missing is a bug and says so', () => {
  expect(() => messages('en', 'nothing')).toThrow('no text "nothing"')
  expect(() => messages('en', 'invitation.subject')).toThrow('"node" was not filled in')
})
