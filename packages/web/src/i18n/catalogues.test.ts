/** Keeps seven catalogues honest: complete, alike in their arguments, translated, in their own letters, all in use. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { type Language, languages } from '@kerege/contract/common'
import { pluralForms } from '@kerege/contract/plurals'
import { describe, expect, test } from 'vitest'
import { cataloguesOf, readCatalogue } from '../../vite/messages.ts'

const src = fileURLToPath(new URL('..', import.meta.url))
const files = (language: Language) => cataloguesOf(src, language)
const all = (language: Language) =>
  Object.assign({}, ...files(language).map(readCatalogue)) as Record<string, string>
const english = all('en')

/** The text of a message without its arguments, and what they are called. */
function taken(message: string) {
  const texts: string[] = []
  const names = new Set<string>()
  const plurals: string[][] = []
  const walk = (tokens: readonly unknown[]) => {
    for (const token of tokens) {
      if (typeof token === 'string') texts.push(token)
      else if (Array.isArray(token)) {
        const [name, type, format] = token as [string, string?, unknown?]
        names.add(name)
        if (typeof format !== 'object' || format === null) continue
        const { offset: _, ...branches } = format as Record<string, unknown[]>
        if (type === 'plural') plurals.push(Object.keys(branches))
        for (const branch of Object.values(branches)) walk(branch)
      }
    }
  }
  walk(compileMessageOrThrow(message))
  return { text: texts.join(' '), names: [...names].sort(), plurals }
}

// The same word in both languages, by nature and not by neglect.
const sameAsEnglish: Partial<Record<Language, readonly string[]>> = {
  tk: [
    'access.role.administrator',
    'access.role.hubAuditor',
    'council.city.astana',
    'services.map.km',
    'services.map.metres',
  ],
  uz: [
    'access.role.administrator',
    'access.role.hubAuditor',
    'council.city.bishkek',
    'council.city.dushanbe',
    'services.map.km',
    'services.map.metres',
  ],
}
const latinNames =
  /\b(Kerege|Excel|Word|OAI-PMH|SKOS|HSDS|JSON|Open Referral|Turtle|id|CSV|UTC|XLSX|PDF|FHIR|QR|ISO|Ctrl|Esc|Enter|KZ-75|2026-H1|2026-Q3|npm|run|demo|reset)\b/g

const letters: Record<Language, RegExp> = {
  en: /^[A-Za-z]*$/,
  ru: /^[А-Яа-яЁё]*$/,
  kk: /^[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]*$/,
  ky: /^[А-Яа-яЁёҢңӨөҮү]*$/,
  tg: /^[АБВГҒДЕЁЖЗИӢЙКҚЛМНОПРСТУӮФХҲЧҶШЪЭЮЯабвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя]*$/,
  tk: /^[ABÇDEÄFGHIJŽKLMNŇOÖPRSŞTUÜWYÝZabçdeäfghijžklmnňoöprsştuüwyýz]*$/,
  uz: /^[A-Za-zʻʼ]*$/,
}

describe.each(languages)('%s', language => {
  const own = all(language)

  test('has every message and no other', () => {
    expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort())
    expect(Object.entries(own).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('keys begin with the name of their slice', () => {
    for (const path of files(language)) {
      // A part of a slice with words of its own speaks under the slice's name, or under its own.
      const part = basename(join(path, '../..'))
      const slice = /slices.(\w+)/.exec(path.slice(src.length))?.[1] ?? part
      const named = (key: string) => key.startsWith(`${slice}.`) || key.startsWith(`${part}.`)
      expect(Object.keys(readCatalogue(path)).filter(key => !named(key))).toEqual([])
    }
  })

  test('takes the arguments that English takes, in the plural forms of its own', () => {
    const wrong = Object.entries(own).filter(([key, message]) => {
      const mine = taken(message)
      const forms: readonly string[] = pluralForms[language]
      const complete = mine.plurals.every(branches => {
        const words = branches.filter(branch => !/^\d+$/.test(branch))
        return forms.every(form => words.includes(form)) && words.every(word => forms.includes(word))
      })
      return !complete || mine.names.join() !== taken(english[key] ?? '').names.join()
    })
    expect(wrong).toEqual([])
  })

  test('is written in its own letters and marks', () => {
    const wrong = Object.entries(own).flatMap(([key, message]) => {
      const text = taken(message).text.replace(latinNames, '')
      const words = text.match(/[\p{L}\p{M}ʻʼ]+/gu) ?? []
      const strange = words.filter(word => !letters[language].test(word))
      const marks = /"|[a-zA-Zа-яА-Я]['`‘]|!/.test(text) || (language === 'uz' && text.includes('’'))
      return strange.length > 0 || marks ? [`${key}: ${strange.join(' ') || text}`] : []
    })
    expect(wrong).toEqual([])
  })

  if (language === 'en') return
  test('is not English', () => {
    const allowed = sameAsEnglish[language] ?? []
    const same = Object.keys(own).filter(
      key => own[key] === english[key] && /\p{L}/u.test(taken(own[key] ?? '').text) && !allowed.includes(key),
    )
    expect(same).toEqual([])
  })
})

test('no message is dead', () => {
  const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map(path => readFileSync(join(src, path), 'utf8'))
    .join('\n')
  const literal = new Set(code.match(/(?<=['"])[a-z]+\.[A-Za-z0-9.-]+(?=['"])/g) ?? [])
  const made = [...code.matchAll(/`([a-z]+\.[A-Za-z0-9.-]*)\$\{[^}]*\}([A-Za-z0-9.-]*)`/g)].map(
    ([, head = '', tail = '']) => [head, tail] as const,
  )
  const dead = Object.keys(english).filter(
    key =>
      !literal.has(key) &&
      // Codes come from the server; which there are is its list.
      !/^[a-z]+\.(fault|problem)\./.test(key) &&
      !made.some(([head, tail]) => key.startsWith(head) && key.endsWith(tail) && key.length > head.length),
  )
  expect(dead).toEqual([])
})
