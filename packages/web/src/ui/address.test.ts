import { expect, test } from 'vitest'
import { linkTo, parseSearch, stringifySearch } from './address.ts'

test('an address is plain words', () => {
  expect(stringifySearch({ area: 'KZ-61', mine: 'true', none: undefined, blank: '' })).toBe(
    '?area=KZ-61&mine=true',
  )
  expect(parseSearch('?area=KZ-61&mine=true')).toEqual({ area: 'KZ-61', mine: 'true' })
  expect(stringifySearch({})).toBe('')
})

test('a link keeps its filters', () => {
  expect(linkTo('/tasks?due=today#first')).toEqual({ to: '/tasks', search: { due: 'today' }, hash: 'first' })
  expect(linkTo('/today')).toEqual({ to: '/today', search: {} })
})
