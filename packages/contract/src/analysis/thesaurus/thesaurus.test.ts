import { expect, test } from 'vitest'
import { readQuery } from '../analyse.ts'
import { collector } from '../index/collect.ts'
import { searcher } from '../index/search.ts'
import { searchLanguages } from '../languages.ts'
import { concepts, preferredLabel } from './concepts.ts'
import { shippedAnalyser } from './expand.ts'

test('every concept has a label in every language, an id of its own, and something broader that exists', () => {
  const ids = concepts.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, broader, labels } of concepts) {
    expect(id).toMatch(/^[a-z][a-z0-9-]{1,59}$/)
    if (broader !== undefined) expect(ids).toContain(broader)
    for (const language of searchLanguages) expect(labels[language], `${id} in ${language}`).not.toEqual([])
  }
})

test('Uzbek labels are there in Cyrillic too', () => {
  const school = concepts.find(({ id }) => id === 'school')
  expect(school && preferredLabel(school, 'uz', true)).toBe('мактаб')
})

test('the longest label says what is meant; a word alone means less', () => {
  const groups = shippedAnalyser.conceptsOf(readQuery('свидетельство о рождении', 'ru'))
  expect(groups[0]?.concept.id).toBe('birth-certificate')
  expect(groups[0]?.words).toEqual([0, 1])
  expect(
    shippedAnalyser.conceptsOf(readQuery('свидетельство', 'ru')).map(({ concept }) => concept.id),
  ).not.toContain('birth-certificate')
})

test('a word of one language finds texts of all, and what was written as asked comes first', () => {
  const index = collector()
  const texts = {
    en: 'a school',
    ru: 'в школе',
    kk: 'мектепте',
    ky: 'мектепте',
    tg: 'дар мактаб',
    tk: 'mekdepde',
    uz: 'maktabda',
  }
  for (const lang of searchLanguages) index.add({ id: lang, lang, title: '', text: texts[lang] })
  index.add({ id: 'other', lang: 'en', title: '', text: 'sewing' })
  const found = searcher(index.finish())
    .search('maktab', 'uz', 20)
    .map(({ id }) => id)
  expect(found[0]).toBe('uz')
  expect([...found].sort()).toEqual([...searchLanguages].sort())
})
