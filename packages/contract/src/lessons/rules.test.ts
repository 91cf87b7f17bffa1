import { describe, expect, test } from 'vitest'
import type { LessonTexts } from '../exchange/lesson.ts'
import { keptBack } from './rules.ts'

const texts = (over: Partial<LessonTexts> = {}): LessonTexts => ({
  title: 'Interpreters on every bus',
  summary: 'Two interpreters a bus let families ask before they are asked.',
  problem: 'People were led past each other for hours.',
  steps: 'Ask for languages a week before.\nName one interpreter a bus.',
  ...over,
})
const names = { operations: ['Күнгей'], places: ['Ай көлі', 'Bus', 'Қамысты'] }

describe('what stays at the node', () => {
  test.each([
    [
      'a name of the operation, however it is written',
      { title: 'Сабақтар: КҮНГЕЙДЕН кейін' },
      '/texts/title',
      'names-operation',
    ],
    ['a place with its ending', { problem: 'Қамыстыда кезек болды.' }, '/texts/problem', 'names-operation'],
    ['a place in capitals', { summary: 'АЙ КӨЛІ жағасындағы үй' }, '/texts/summary', 'names-operation'],
    ['a number of a person', { limits: 'ЖСН 900101300123' }, '/texts/limits', 'kept-back'],
  ])('%s', (_, over, pointer, code) => {
    expect(keptBack(texts(over as Partial<LessonTexts>), 'kk', names)).toContainEqual({ pointer, code })
  })
  test('a word that labels', () => {
    const labelled = texts({ summary: 'How terrorist wives were received.' })
    expect(keptBack(labelled, 'en', names)).toEqual([{ pointer: '/texts/summary', code: 'kept-back' }])
  })
})

test('of a case neither somebody of the family nor where they live', () => {
  const family = { operations: [], places: ['Жаңабұлақ'], people: ['Мөлдірова', 'Айсұлу', 'Ali'] }
  const told = texts({
    problem: 'Айсұлуға орын керек болды.',
    steps: 'Жаңабұлақта мектеппен келісілді.',
    limits: 'ALI',
  })
  const latin = texts({ summary: 'We called on Moldirova at home.' })
  expect(keptBack(told, 'kk', family)).toEqual([
    { pointer: '/texts/problem', code: 'names-family' },
    { pointer: '/texts/steps', code: 'names-operation' },
    { pointer: '/texts/limits', code: 'names-family' },
  ])
  // In whatever letters it is written.
  expect(keptBack(latin, 'en', family)).toEqual([{ pointer: '/texts/summary', code: 'names-family' }])
  // A short name is meant as a whole word only.
  expect(keptBack(texts({ limits: 'Alive and well' }), 'en', family)).toEqual([])
})

test('a word of every day that a place is called by may be said', () => {
  expect(keptBack(texts(), 'en', names)).toEqual([])
  expect(keptBack(texts({ limits: 'Not where the bus is full.' }), 'en', names)).toEqual([])
})
