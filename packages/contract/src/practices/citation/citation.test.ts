/** Citations: each form as its readers expect it, and whatever a title holds never breaks out of its field. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../common.ts'
import { bibtex, bibtexText } from './bibtex.ts'
import type { Cited } from './cited.ts'
import { oneLine } from './cited.ts'
import { csl } from './csl.ts'
import { citationFormats, cite } from './index.ts'
import { ris } from './ris.ts'
import { apa, gost } from './styles.ts'
import { anyText } from '../../testing/anyText.ts'

const cited: Cited = {
  symbol: 'PR-0007',
  edition: 2,
  language: 'ru',
  title: 'Класс по знаниям, а не по возрасту',
  englishTitle: 'Set the grade by what a child knows',
  abstract: 'Беседа & игра: 100% детей.',
  authors: ['Министерство просвещения'],
  publisher: 'Региональный экспертный совет',
  published: '2026-11-20',
  url: 'https://hub.example/public/practices/PR-0007/2',
  accessed: '2026-11-26',
  keywords: ['Образование', 'школа*'],
  licence: 'CC-BY-4.0',
}

test('GOST R 7.0.100, in the words of each language', () => {
  expect(gost(cited, 'ru')).toBe(
    'Класс по знаниям, а не по возрасту / Министерство просвещения. – Текст : электронный // Региональный экспертный совет : [сайт]. – 2026. – PR-0007, версия 2. – URL: https://hub.example/public/practices/PR-0007/2 (дата обращения: 26.11.2026).',
  )
  const all = languages.map(language => gost(cited, language))
  expect(new Set(all).size).toBe(languages.length)
  expect(gost({ ...cited, authors: [], title: 'Why?' }, 'en')).toContain('Why? – Text : electronic')
})

test('an English style, with the title in English beside another one', () => {
  expect(apa(cited)).toBe(
    'Министерство просвещения. (2026). Класс по знаниям, а не по возрасту [Set the grade by what a child knows] (PR-0007, version 2). Региональный экспертный совет. https://hub.example/public/practices/PR-0007/2',
  )
  expect(apa({ ...cited, authors: ['A', 'B', 'C'], doi: '10.1/x' })).toMatch(
    /^A, B, & C\. .*https:\/\/doi\.org\/10\.1\/x$/,
  )
  expect(apa({ ...cited, authors: [], englishTitle: undefined })).toMatch(
    /^Региональный экспертный совет\. \(2026\)\./,
  )
})

test('CSL-JSON says organisations as literal names', () => {
  expect(csl(cited)).toMatchObject({
    id: 'PR-0007.2',
    type: 'report',
    author: [{ literal: 'Министерство просвещения' }],
    issued: { 'date-parts': [[2026, 11, 20]] },
    number: 'PR-0007',
    version: '2',
  })
})

test('a list in every form, and an empty one', () => {
  for (const format of citationFormats) {
    expect(cite([cited, { ...cited, symbol: 'PR-0008' }], format, 'kk')).toContain('PR-0008')
    expect(() => cite([], format, 'kk')).not.toThrow()
  }
})

/** Reads one entry as BibTeX does: braces are counted, whatever stands before them. */
function readBibtex(text: string): { fields: Map<string, string>; rest: string } {
  const head = /^@techreport\{([^,\s{}]+),\n/.exec(text)
  if (!head) throw new Error('no entry')
  const fields = new Map<string, string>()
  let at = head[0].length
  for (;;) {
    const name = /^\s*([a-z]+) = /.exec(text.slice(at))
    if (!name?.[1]) break
    at += name[0].length
    if (text[at] !== '{') {
      const bare = /^(\w+),\n/.exec(text.slice(at))
      if (!bare) throw new Error('no value')
      fields.set(name[1], bare[1] ?? '')
      at += bare[0].length
      continue
    }
    let depth = 0
    const from = at
    do {
      if (text[at] === '{') depth += 1
      if (text[at] === '}') depth -= 1
      at += 1
      if (at > text.length) throw new Error('a brace is open')
    } while (depth > 0)
    fields.set(name[1], text.slice(from + 1, at - 1))
    const after = /^,\n/.exec(text.slice(at))
    if (!after) throw new Error(`text after ${name[1]}`)
    at += after[0].length
  }
  return { fields, rest: text.slice(at) }
}

const named: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciicircum: '^',
  textasciitilde: '~',
}
/** What TeX would print. A mark that it would obey is a fault. */
const printed = (tex: string) =>
  tex.replace(
    /\\([a-z]+)\{\}|\\([&%$#_])|([\\{}^~&%$#_])/g,
    (_, name: string, sign: string, bare: string) => {
      if (bare !== undefined) throw new Error(`TeX would obey ${bare}`)
      return name === undefined ? sign : (named[name] ?? 'unknown')
    },
  )

// Letters of ours, and everything that a file format could stumble over.
const wild = fc.oneof(
  anyText({ minLength: 1, maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        '\\',
        '%',
        '&',
        '\n',
        '\r\n',
        '\u2028',
        '"',
        '*',
        'ER  - ',
        'TY  - X',
        '@book{',
        '$',
        ' and ',
        'ғ',
        'ʻ',
        '</x>',
        '\0',
      ),
      { minLength: 1, maxLength: 20 },
    )
    .map(parts => parts.join('')),
)

describe('whatever a title holds', () => {
  test('comes out of BibTeX as it went in, and nothing after it is swallowed', () => {
    fc.assert(
      fc.property(wild, wild, wild, (title, author, word) => {
        const { fields, rest } = readBibtex(
          bibtex({
            ...cited,
            title,
            authors: [author],
            keywords: [word],
            abstract: title,
            url: `https://hub.example/${title}`,
          }),
        )
        expect(rest).toBe('}\n')
        expect(printed((fields.get('title') ?? '').slice(1, -1))).toBe(oneLine(title))
        expect(printed((fields.get('author') ?? '').slice(1, -1))).toBe(oneLine(author))
        expect(printed(fields.get('keywords') ?? '')).toBe(oneLine(word))
        expect(fields.get('month')).toBe('nov')
      }),
    )
  })

  test('is one line of RIS, and opens no tag of its own', () => {
    fc.assert(
      fc.property(wild, wild, (title, author) => {
        const text = ris({ ...cited, title, authors: [author], abstract: title, keywords: [author] })
        const lines = text.split('\r\n')
        expect(lines.pop()).toBe('')
        expect(text).not.toMatch(/[^\r]\n|\r[^\n]/)
        for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\p{Cc}\u2028\u2029]*$/u)
        expect(lines[0]).toBe('TY  - RPRT')
        expect(lines.filter(line => line.startsWith('ER')).length).toBe(1)
        expect(lines.at(-1)).toBe('ER  - ')
        for (const line of lines.filter(one => /^(AU|KW)/.test(one))) expect(line).not.toContain('*')
        expect(lines).toContain(`TI  - ${oneLine(title)}`)
      }),
    )
  })

  test('is JSON, and one line of a readable citation', () => {
    fc.assert(
      fc.property(wild, fc.constantFrom(...languages), (title, language) => {
        const hostile = { ...cited, title, authors: [title], publisher: title }
        const [first] = JSON.parse(cite([hostile], 'csl', language)) as { title: string }[]
        expect(first?.title).toBe(oneLine(title))
        for (const line of [gost(hostile, language), apa(hostile)])
          expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      }),
    )
  })
})

test.each([
  ['50% & more', '50\\% \\& more'],
  ['a_b#c$d', 'a\\_b\\#c\\$d'],
  ['{open', '\\textbraceleft{}open'],
  ['C:\\x~^', 'C:\\textbackslash{}x\\textasciitilde{}\\textasciicircum{}'],
])('BibTeX writes %s as %s', (text, expected) => expect(bibtexText(text)).toBe(expected))
