/** The practices that the library begins with: whole, sourced, in two languages at least, and nobody in them. */
import { checkContent } from '@kerege/contract/practices/check/check'
import { neededFields, PracticeContent, textFields } from '@kerege/contract/practices/content'
import type { Language } from '@kerege/contract/common'
import { expect, test } from 'vitest'
import { practiceSeeds } from './index.ts'

const own: Readonly<Record<string, Language>> = { KZ: 'kk', KG: 'ky', TJ: 'tg', UZ: 'uz' }

test('keys are told apart, and titles', () => {
  expect(new Set(practiceSeeds.map(({ key }) => key)).size).toBe(practiceSeeds.length)
  expect(new Set(practiceSeeds.map(({ content }) => content.texts.title.en?.text)).size).toBe(
    practiceSeeds.length,
  )
})

test.each(practiceSeeds.map(one => [one.key, one] as const))('%s', (_, { country, content }) => {
  // As it stands: nothing that the shape would trim away or refuse.
  expect(PracticeContent.parse(content)).toEqual(content)
  const { texts, facts } = content
  expect(facts.country).toBe(country)
  expect(facts.sources.length).toBeGreaterThan(0)
  expect(facts.domains.length * facts.settings.length * facts.audience.length).toBeGreaterThan(0)
  for (const field of neededFields) {
    expect(Object.keys(texts[field] ?? {}), field).toEqual(expect.arrayContaining(['en', 'ru']))
  }
  for (const field of ['title', 'summary'] as const) {
    expect(Object.keys(texts[field] ?? {}), field).toContain(own[country])
  }
  expect(texts.evidence?.en?.text).toMatch(/It waits for the word of its state\.$/)
  expect(texts.contact).toBeUndefined()
  const states = textFields.flatMap(field => Object.values(texts[field] ?? {}).map(one => one.state))
  expect(new Set(states)).toEqual(new Set(['draft']))
  expect(checkContent(content)).toEqual([])
})
