import { describe, expect, test } from 'vitest'
import { parseName } from './index.ts'

const parts = (name: Parameters<typeof parseName>[0]) => {
  const { given, family, patronymic, unknown } = parseName(name)
  return { given, family, patronymic, unknown }
}
const none = { given: [], family: [], patronymic: [], unknown: [] }

describe('the parts of a name', () => {
  test.each([
    ['Гүлнәр Сейітқызы Әбенова', { given: ['гүлнәр'], patronymic: ['сейітқызы'], family: ['әбенова'] }],
    ['Абенова Гульнара Сеитовна', { given: ['гульнара'], patronymic: ['сеитовна'], family: ['абенова'] }],
    ['غولنارا ابينوفا', { given: ['غولنارا'], family: ['ابينوفا'] }],
    ['Асан уулу Бакыт', { given: ['бакыт'], patronymic: ['асан уулу'] }],
    ['Серік Ерланұлы', { given: ['серік'], patronymic: ['ерланұлы'] }],
    [
      'Rahmonov Alisher Karim o‘g‘li',
      { given: ['alisher'], patronymic: ['karim o‘g‘li'], family: ['rahmonov'] },
    ],
    ['Aman ogly Kakajan', { given: ['kakajan'], patronymic: ['aman ogly'] }],
    ['Каримзода Фаридун', { given: ['фаридун'], family: ['каримзода'] }],
    ['Раҳмониён Сафар', { given: ['сафар'], family: ['раҳмониён'] }],
    ['Abd al-Rahman bin Hasan al-Katib', { given: ['abd rahman'], patronymic: ['hasan'], family: ['katib'] }],
    ['عبد الرحمن بن حسن', { given: ['عبد الرحمن'], patronymic: ['حسن'] }],
    ['Umm Kulthum bint Ahmad', { given: ['umm kulthum'], patronymic: ['ahmad'] }],
    ['Нур ад-Дин Хабиб Улла', { unknown: ['нур дин', 'хабиб улла'] }],
    ['Айжан Асан', { unknown: ['айжан', 'асан'] }],
    ['Gurbanguly Amanowa', { given: ['gurbanguly'], family: ['amanowa'] }],
    ['Abenova, Gulnara', { given: ['gulnara'], family: ['abenova'] }],
    ['АбеноваГульнара', { given: ['гульнара'], family: ['абенова'] }],
    ['Анна', { unknown: ['анна'] }],
    ['бин', { unknown: ['бин'] }],
    ['', {}],
    ['III', {}],
  ])('%s', (name, expected) => {
    expect(parts(name)).toEqual({ ...none, ...expected })
  })

  test('a father’s name is one in whatever field it stands', () => {
    expect(parts({ given: 'Gulnara Seitovna', family: 'Abenova' })).toEqual({
      ...none,
      given: ['gulnara'],
      patronymic: ['seitovna'],
      family: ['abenova'],
    })
  })

  test('titles are taken out unless nothing else is there', () => {
    expect(parseName('Ms Гүлнәр ханым').titles).toEqual(['ms', 'ханым'])
    expect(parts('г-жа Анна')).toEqual(parts('Анна'))
    expect(parseName('ханым').words).toHaveLength(1)
  })

  test('initials are known as such', () => {
    expect(parseName('Абенова Г.С.').words.map(({ initial }) => initial)).toEqual([false, true, true])
  })
})
