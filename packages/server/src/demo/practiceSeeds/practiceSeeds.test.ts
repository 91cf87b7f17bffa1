/** The practices that the library begins with: whole, sourced, in two languages at least, and nobody in them. */
import { checkContent } from '@kerege/contract/practices/check/check'
import { neededFields, PracticeContent, textFields } from '@kerege/contract/practices/content'
import { type Language, languages } from '@kerege/contract/common'
import { expect, test } from 'vitest'
import { practiceSeeds } from './index.ts'
import { summaries } from './summaries.ts'
import { titles } from './titles.ts'

const own: Readonly<Record<string, Language>> = { KZ: 'kk', KG: 'ky', TJ: 'tg', UZ: 'uz' }

test('keys are told apart, and titles', () => {
  expect(Object.keys(titles).toSorted()).toEqual(practiceSeeds.map(({ key }) => key).toSorted())
  expect(new Set(practiceSeeds.map(({ key }) => key)).size).toBe(practiceSeeds.length)
  expect(new Set(practiceSeeds.map(({ content }) => content.texts.title.en?.text)).size).toBe(
    practiceSeeds.length,
  )
})

test.each(practiceSeeds.map(one => [one.key, one] as const))('%s', (key, { country, content }) => {
  // As it stands: nothing that the shape would trim away or refuse.
  expect(PracticeContent.parse(content)).toEqual(content)
  const { texts, facts } = content
  expect(facts.country).toBe(country)
  expect(facts.sources.length).toBeGreaterThan(0)
  expect(facts.domains.length * facts.settings.length * facts.audience.length).toBeGreaterThan(0)
  for (const field of neededFields) {
    expect(Object.keys(texts[field] ?? {}), field).toEqual(expect.arrayContaining(['en', 'ru']))
  }
  expect(Object.keys(texts.title).toSorted()).toEqual(languages.toSorted())
  expect(Object.keys(texts.summary ?? {}).toSorted()).toEqual(languages.toSorted())
  // What its state says of it is written with the record, and not a short rendering of it.
  expect(Object.keys(summaries[key] ?? {})).not.toContain(own[country])
  // Whoever did it finds what was wrong and what was done in their own language.
  for (const field of ['problem', 'steps'] as const)
    expect(Object.keys(texts[field] ?? {})).toContain(own[country])
  expect(texts.evidence?.en?.text).toMatch(/It waits for the word of its state\.$/)
  expect(texts.contact).toBeUndefined()
  const states = textFields.flatMap(field => Object.values(texts[field] ?? {}).map(one => one.state))
  expect(new Set(states)).toEqual(new Set(['draft']))
  expect(checkContent(content)).toEqual([])
})

const letters: Readonly<Record<Language, RegExp>> = {
  en: /^[A-Za-z]+$/,
  ru: /^[А-Яа-яЁё]+$/,
  kk: /^[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+$/,
  ky: /^[А-Яа-яЁёҢңӨөҮү]+$/,
  tg: /^[А-Яа-яЁёҒғӢӣҚқӮӯҲҳҶҷ]+$/,
  tk: /^[A-PR-UWYZa-pr-uwyzÄäÇçŇňÖöŞşÜüÝýŽž]+$/,
  uz: /^[A-Za-zʻʼ]+$/,
}
/** Organisations that every language writes so. */
const names = new Set(['GCERF', 'SOS'])

test.each(languages)('what is said in %s is written in its own letters and marks', language => {
  const said = practiceSeeds.flatMap(({ content }) =>
    [...Object.values(content.texts), ...content.facts.figures.map(({ label }) => label)].flatMap(
      map => map?.[language]?.text ?? [],
    ),
  )
  const words = said.flatMap(text => text.match(/[\p{L}\p{M}ʻʼ]+/gu) ?? [])
  expect(words.filter(word => !letters[language].test(word) && !names.has(word))).toEqual([])
  expect(said.filter(text => /"|[a-zA-Zа-яА-Я]['`‘]|!/.test(text))).toEqual([])
})
