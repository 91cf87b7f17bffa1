import { describe, expect, test } from 'vitest'
import { languages } from '../common.ts'
import { Definition } from './definition.ts'
import { definitions, formFor, spokenIn } from './definitions.ts'
import { nextForm } from './rules.ts'

describe('a form that ships', () => {
  test('is whole in every language, and no language says the words of another form', () => {
    expect(definitions.map(one => `${one.id}.${one.version}`)).toEqual([
      'intake.1',
      'visit.1',
      'visit.2',
      'review.1',
      'closure.1',
    ])
    for (const form of definitions) {
      for (const language of languages) {
        const sheet = spokenIn(form, language)
        expect(sheet.pages.length).toBe(form.pages.length)
        expect(sheet.title).toBe(form.title[language])
      }
    }
  })

  test('asks nothing of belief, of acts, of a degree of anything', () => {
    const text = JSON.stringify(definitions.map(form => spokenIn(form, 'en'))).toLowerCase()
    for (const word of [
      'belie',
      'relig',
      'ideolog',
      'radical',
      'extrem',
      'terror',
      'score',
      'risk',
      'camp',
      'fight',
    ])
      expect(text).not.toContain(word)
  })

  test('is refused with a name twice, or with a condition over another page', () => {
    const [intake] = definitions
    const copy = structuredClone(intake) as Definition
    const [first, second] = copy.pages
    if (!first?.elements[0] || !second?.elements[0]) throw new Error('two pages')
    second.elements[0].visibleIf = `{${first.elements[0].name}} notempty`
    expect(Definition.safeParse(copy).success).toBe(false)
    const twice = structuredClone(intake) as Definition
    twice.pages.push(structuredClone(first))
    expect(Definition.safeParse(twice).success).toBe(false)
  })

  test('is the latest of its step, unless the state names another', () => {
    expect(formFor('visit')?.version).toBe(2)
    expect(formFor('visit', { visit: { form: 'visit', version: 1 } })?.version).toBe(1)
    expect(formFor('visit', { visit: { form: 'none-such', version: 1 } })?.version).toBe(2)
  })
})

test.each([
  ['arrived', [], 'intake'],
  ['intake', [{ step: 'intake', state: 'draft' }], 'intake'],
  ['intake', [{ step: 'intake', state: 'handed-in' }], 'visit'],
  ['active', [], 'visit'],
  ['review-due', [], 'review'],
  ['closing', [{ step: 'closure', state: 'corrected' }], undefined],
  ['ended', [], undefined],
] as const)('in %s after %j comes %s', (state, begun, next) => {
  expect(nextForm(state, begun)).toBe(next)
})
