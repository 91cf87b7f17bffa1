import { describe, expect, test } from 'vitest'
import { buildNameIndex, foldedText, queryKeys, searchKeys } from './index.ts'

const four = ['Гүлнәр Сейітқызы Әбенова', 'Gulnara Abenova', 'Гульнара Сеитовна Абенова', 'غولنارا ابينوفا']
const register = [...four, 'Айжан Серікқызы Әбенова', 'Karim Saidov', 'Yusupov Jasur', 'Нурмухаммед Али'].map(
  name => ({ name }),
)
const index = buildNameIndex(register)
const found = (name: string) => index.find({ name }).map(({ at }) => at)

describe('search keys', () => {
  test.each(four.flatMap(a => four.map(b => [a, b] as const)))('%s is found by %s', (a, b) => {
    const stored = new Set(searchKeys(a))
    expect(queryKeys(b).some(key => key.startsWith('p:') && stored.has(key))).toBe(true)
  })
  test('are few, and none for a text without letters', () => {
    expect(searchKeys(four[0] ?? '').length).toBeLessThan(16)
    expect(searchKeys('😀 12')).toEqual([])
  })
  test('the folded text holds the name as typed, without its ending and in the common form', () => {
    expect(foldedText('Жүсіп Әбенова').split(' ')).toEqual(
      expect.arrayContaining(['jusip', 'abinuva', 'abin', 'iusuf']),
    )
  })
})

describe('finding', () => {
  test.each(four)('%s brings up all four, and no sister first', query => {
    expect(found(query).slice(0, 4).sort()).toEqual([0, 1, 2, 3])
  })
  test.each([
    ['абен гул', 0],
    ['Г. Абенова', 0],
    ['Юсупов Жасур', 6],
    ['Saidow Karym', 5],
    ['саид', 5],
    ['Нур Мухаммед', 7],
  ])('%s', (query, at) => {
    expect(found(query)).toContain(at)
  })
  test('ranked, with reasons', () => {
    const [first, second] = index.find({ name: 'Gulnara Abenova' })
    expect(first?.score).toBeGreaterThanOrEqual(second?.score ?? 0)
    expect(first?.reasons.length).toBeGreaterThan(0)
  })
  test('nothing in, nothing out', () => {
    expect(found('')).toEqual([])
    expect(found('😀')).toEqual([])
  })
})
