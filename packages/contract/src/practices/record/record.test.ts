import { describe, expect, test } from 'vitest'
import type { MultiText } from '../../common.ts'
import { type PracticeContent, practiceText } from '../content.ts'
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
  const [thing] = thingsToLookAt({ content: first }, 'public')
  if (!thing) throw new Error('nothing was found')
  const kept = [
    { field: thing.field, language: thing.language, code: thing.code, words: thing.words, why: 'office' },
  ]
  const moved = of(en('Title'), { contact: en('Please do call +996 555 123 456') })
  expect(unsettled(thingsToLookAt({ content: moved }, 'public'), kept)).toEqual([])
  const other = of(en('Title'), { contact: en('Call +996 555 123 457') })
  expect(unsettled(thingsToLookAt({ content: other }, 'public'), kept)).toHaveLength(1)
})

test('who did it is read like any text, and a name that the hub does not know is asked about once', () => {
  const content = of(en('Title'))
  const look = (organisation: MultiText, known?: readonly MultiText[]) =>
    thingsToLookAt({ content, organisation }, 'public', known).map(({ field, language, code }) => [
      field,
      language,
      code,
    ])
  const known = [
    { ...en('Ministry of Education'), ru: { text: 'Министерство образования', state: 'checked' as const } },
  ]
  for (const named of ['ministry of  education', 'School 5 and the Ministry of Education']) {
    expect(look(en(named), known)).toEqual([])
  }
  const slip = {
    ...en('Ministery of Education'),
    ru: { text: 'Министерства образования', state: 'draft' as const },
  }
  expect(look(slip, known)).toEqual([['organisation', 'en', 'organisation-unknown']])
  // Known by its name in another language.
  expect(look({ ...slip, ru: { text: 'Министерство образования', state: 'draft' } }, known)).toEqual([])
  // Where nobody can say who is known, nobody is unknown.
  expect(look(slip)).toEqual([])
  expect(look(en('Call +996 555 123 456'))).toEqual([['organisation', 'en', 'personal-phone']])
})

test('who reads a state language of the region reads Russian before English, and what is theirs before both', () => {
  const ru = { ru: { text: 'Приём', state: 'draft' as const } }
  const both = { ...en('Admission'), ...ru }
  expect(practiceText(both, 'uz')).toEqual({ language: 'ru', text: 'Приём' })
  expect(practiceText(both, 'en')).toEqual({ language: 'en', text: 'Admission' })
  expect(practiceText({ ...both, uz: { text: 'Qabul', state: 'machine' } }, 'uz').text).toBe('Qabul')
  expect(practiceText(en('Admission'), 'uz')).toEqual({ language: 'en', text: 'Admission' })
})
