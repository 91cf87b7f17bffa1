import { describe, expect, test } from 'vitest'
import type { MultiText } from '../../common.ts'
import type { PracticeContent } from '../content.ts'
import { changedFields } from './changes.ts'
import { thingsToLookAt, unsettled } from './looking.ts'
import { markStale } from './stale.ts'

const facts: PracticeContent['facts'] = {
  domains: ['education'],
  themes: [],
  settings: [],
  audience: [],
  ages: {},
  sex: 'any',
  country: 'TJ',
  evidenceLevel: 'told',
  figures: [],
  sources: [],
  related: [],
}
const of = (title: MultiText, more: Partial<PracticeContent['texts']> = {}): PracticeContent => ({
  texts: { title, ...more },
  facts,
})
const en = (text: string, state: 'checked' | 'draft' = 'checked') => ({ en: { text, state } })

describe('a translation', () => {
  const was = of({ ...en('One'), ru: { text: 'Раз', state: 'checked' }, tg: { text: 'Як', state: 'draft' } })
  const states = (after: PracticeContent, source: 'en' | 'ru' = 'en') =>
    Object.fromEntries(
      Object.entries(markStale(was, after, source).texts.title).map(([language, one]) => [
        language,
        one.state,
      ]),
    )
  test('is behind once its source says something else; a draft stays one', () => {
    expect(states(of({ ...was.texts.title, ...en('Two') }))).toEqual({
      en: 'checked',
      ru: 'stale',
      tg: 'draft',
    })
  })
  test('is not behind when it was changed too, or when it alone was', () => {
    const both = { ...was.texts.title, ...en('Two'), ru: { text: 'Два', state: 'checked' as const } }
    expect(states(of(both)).ru).toBe('checked')
    expect(states(of({ ...was.texts.title, ru: { text: 'Один', state: 'checked' } }))).toEqual({
      en: 'checked',
      ru: 'checked',
      tg: 'draft',
    })
  })
  test('makes others stale where it is the source itself', () => {
    expect(states(of({ ...was.texts.title, ru: { text: 'Один', state: 'checked' } }), 'ru').en).toBe('stale')
  })
})

test('what changed is told by field, whatever the order of keys', () => {
  const one = of(en('One'), { summary: { ru: { text: 'а', state: 'draft' }, ...en('a') } })
  const same = of(en('One'), { summary: { ...en('a'), ru: { state: 'draft', text: 'а' } } })
  expect(changedFields(one, same)).toEqual([])
  const other = { ...of(en('One')), facts: { ...facts, weeks: 12 } }
  expect(changedFields(one, other)).toEqual(['texts.summary', 'facts.weeks'])
})

test('what was said to be meant is settled wherever it moves, and no other thing with it', () => {
  const first = of(en('Title'), { contact: en('Call +996 555 123 456') })
  const [thing] = thingsToLookAt(first, 'public')
  if (!thing) throw new Error('nothing was found')
  const kept = [
    { field: thing.field, language: thing.language, code: thing.code, words: thing.words, why: 'office' },
  ]
  const moved = of(en('Title'), { contact: en('Please do call +996 555 123 456') })
  expect(unsettled(thingsToLookAt(moved, 'public'), kept)).toEqual([])
  const other = of(en('Title'), { contact: en('Call +996 555 123 457') })
  expect(unsettled(thingsToLookAt(other, 'public'), kept)).toHaveLength(1)
})
