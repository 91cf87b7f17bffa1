import { describe, expect, test } from 'vitest'
import { countedFrequencies, foldName, keyVersion, searchKeys } from './index.ts'

describe('search keys', () => {
  test('are those of this version: where this fails, raise `keyVersion` and write down the new ones', () => {
    const names = [
      'Гүлнәр Сейітқызы Әбенова',
      'غولنارا ابينوفا',
      'Muhammad ibn Yusuf al-Halabi',
      'А.С. Иванов',
    ]
    const keys = names.map(name => `${foldName(name)} | ${searchKeys(name).join(' ')}`)
    expect([keyVersion, ...keys]).toMatchInlineSnapshot(`
      [
        2,
        "gulnar sitkizi abinuva | s:glnr g:gulnar s:st s:stgs g:said s:abn s:abnv p:=gulnar+=said p:=gulnar+abn p:=said+abn p:glnr+st p:abn+glnr p:abn+st",
        "gulnara abinuva | s:glnr s:gvlnr g:gulnar s:abn s:abnv p:=gulnar+abn p:abn+glnr p:abn+gvlnr",
        "muhamad ibn iusuf al halabi | s:mt g:muhammad s:asv g:iusuf s:alb p:=iusuf+=muhammad p:=muhammad+alb p:=iusuf+alb p:asv+mt p:alb+mt p:alb+asv",
        "a s ivanuv | s:avn s:avnv g:ivan",
      ]
    `)
  })

  test('are shared by four spellings of one name', () => {
    const spellings = [
      'Гүлнәр Сейітқызы Әбенова',
      'Gulnara Abenova',
      'Гульнара Сеитовна Абенова',
      'غولنارا ابينوفا',
    ].map(name => searchKeys(name))
    const shared = (spellings[0] ?? []).filter(key => spellings.every(keys => keys.includes(key)))
    expect(shared.some(key => key.startsWith('p:'))).toBe(true)
  })
})

test('frequencies of a register count by keys, and what is not counted is rare', () => {
  const frequencies = countedFrequencies(new Map([['g:gulnar', 400]]), 1000, 5)
  expect(frequencies.share('gulnar', 'given', true)).toBe(0.4)
  expect(frequencies.share('mirur', 'given', false)).toBe(0.004)
})
