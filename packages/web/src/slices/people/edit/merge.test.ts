import { describe, expect, test } from 'vitest'
import { compareSections, merged } from './merge.ts'

const base = { sex: 'unknown', birth: { precision: 'year', year: 2017 }, contacts: [] }

describe('two changes of one section', () => {
  test('a field that only they changed is taken over', () => {
    const theirs = { ...base, sex: 'female' }
    const merge = compareSections(base, base, theirs)
    expect(merge).toEqual({ theirs: ['sex'], both: [] })
    expect(merged(base, theirs, merge, {})).toEqual(theirs)
  })
  test('a field that only I changed stays mine', () => {
    const mine = { ...base, sex: 'female' }
    expect(compareSections(base, mine, base)).toEqual({ theirs: [], both: [] })
  })
  test('a field that both changed waits for a person, who may choose either', () => {
    const mine = { ...base, sex: 'female' }
    const theirs = { ...base, sex: 'male', birth: { precision: 'year', year: 2016 } }
    const merge = compareSections(base, mine, theirs)
    expect(merge).toEqual({ theirs: ['birth'], both: ['sex'] })
    expect(merged(mine, theirs, merge, { sex: 'mine' })).toMatchObject({
      sex: 'female',
      birth: { year: 2016 },
    })
    expect(merged(mine, theirs, merge, { sex: 'theirs' })).toEqual(theirs)
  })
  test('both to the same end is no quarrel, and order of keys is no difference', () => {
    const mine = { ...base, birth: { year: 2016, precision: 'year' } }
    const theirs = { ...base, birth: { precision: 'year', year: 2016 } }
    expect(compareSections(base, mine, theirs)).toEqual({ theirs: [], both: [] })
  })
})
