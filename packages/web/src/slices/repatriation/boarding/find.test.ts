import type { BoardLine } from '@kerege/contract/repatriation/boarding/schema'
import { expect, test } from 'vitest'
import { finder } from './find.ts'

const line = (id: string, name: string, over: Partial<BoardLine> = {}): BoardLine => ({
  id,
  name,
  otherNames: [],
  sex: 'female',
  birth: { precision: 'unknown' },
  ageGroup: 'unknown',
  head: false,
  door: false,
  state: 'consented',
  ...over,
})
const uuid = '01985f2e-0000-7000-8000-00000000abcd'
const find = finder([
  line('a', 'Баҳорзода Мижгона', { bracelet: '012', otherNames: ['بهارزاده مژگان'] }),
  line('b', 'Қосимова Нигора', { bracelet: '020', seat: '12A' }),
  line(uuid, 'Жаздыкова Нұргүл', { bracelet: 'D7-1' }),
])

test.each([
  ['', undefined],
  ['Mijgona', ['a']],
  ['Касымова', ['b']],
  ['нургул', [uuid]],
  ['مژگان', ['a']],
  ['12', ['a']],
  ['012', ['a']],
  ['12a', ['b']],
  ['d7', [uuid]],
  [`KRG1:${uuid.toUpperCase()}`, [uuid]],
  ['KRG1:01985f2e-0000-7000-8000-00000000ffff', []],
  ['Зебо', []],
])('%s', (text, expected) => {
  const found = find(text)
  expect(found && [...found]).toEqual(expected)
})
