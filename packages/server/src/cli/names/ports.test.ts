import { describe, expect, test } from 'vitest'
import { comparePort, findPort, linkPort, romanisePort } from './index.ts'
import type { PortIo } from './io.ts'

type Files = Record<string, string | Uint8Array>
type Port = (args: string[], io: PortIo) => Promise<number>

const encode = (text: string) => new TextEncoder().encode(text)

/** Cyrillic letters as Windows-1251 has them; everything else as ASCII. */
const windows1251 = (text: string) =>
  Uint8Array.from(text, letter => {
    const at = letter.charCodeAt(0)
    return at >= 0x410 && at <= 0x44f ? at - 0x410 + 0xc0 : at
  })

async function run(port: Port, args: string[], stdin: string | Uint8Array = '', files: Files = {}) {
  let out = ''
  let err = ''
  const code = await port(args, {
    stdin: (async function* () {
      yield typeof stdin === 'string' ? encode(stdin) : stdin
    })(),
    stdout: { write: text => (out += text) },
    stderr: { write: text => (err += text) },
    readFile: async path => {
      const file = files[path]
      if (file === undefined) throw new Error('no such file')
      return typeof file === 'string' ? encode(file) : file
    },
  })
  return { code, out, err }
}

const jsonLines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

const four = `id,name
1,Гүлнәр Сейітқызы Әбенова
2,Gulnara Abenova
3,Гульнара Сеитовна Абенова
4,غولنارا ابينوفا
5,Айнара Сеитовна Абенова
`

describe('kerege names compare', () => {
  test('names and persons in, scores with reasons out', async () => {
    const input = [
      { id: 'x1', a: { name: 'Гүлнәр Сейітқызы Әбенова' }, b: { name: 'Gulnara Abenova' } },
      {
        id: 7,
        a: { given: 'Alisher', family: 'Karimov', birthDate: '2010-05-03' },
        b: { given: 'Алишер', family: 'Каримов', birthDate: '2010-03-05', sex: 'm' },
      },
      { id: 'x3', a: { name: 'Хасан Каримов' }, b: 'Хусейн Каримов' },
    ]
    const { code, out, err } = await run(comparePort, [], input.map(line => JSON.stringify(line)).join('\n'))
    const [first, second, third] = jsonLines(out)
    expect(code).toBe(0)
    expect(first).toEqual({ id: 'x1', score: expect.any(Number), match: true, reasons: expect.any(Array) })
    expect(second).toMatchObject({ id: 7, match: true })
    expect(second.reasons).toContain('birth day and month swapped')
    expect(third.match).toBe(false)
    expect(err).toContain('3 pairs compared, 2 matches, 0 lines left out')
  })

  test('bad lines are told with their number, the rest is compared', async () => {
    const input =
      'no json\n[]\n{"id":1,"a":{"name":"x"}}\n\n{"id":2,"a":{"name":5,"zodiac":1},"b":{"name":["x"]}}\n'
    const { code, out, err } = await run(comparePort, [], input)
    expect(code).toBe(0)
    expect(jsonLines(out)).toHaveLength(1)
    expect(err).toContain('line 1: not JSON')
    expect(err).toContain('line 3: a or b is missing')
    expect(err).toContain('line 5: a.zodiac: unknown field')
    expect(err).toContain('line 5: b.name: not a text')
    expect(err).toContain('3 lines left out')
  })

  test('odd names are told by line and field, and compared as far as they can be read', async () => {
    const pairs = [
      [{ name: '' }, 'Алия'],
      [
        { given: 'A', family: 'Көктемова' },
        { name: '😀', names: [] },
      ],
      [{ name: 'Aлиxaн Буpaнoв' }, { name: 'д-р Алихан Буранов' }],
    ]
    const input = pairs.map(([a, b], id) => JSON.stringify({ id, a, b })).join('\n')
    const { code, out, err } = await run(comparePort, [], input)
    expect(code).toBe(0)
    expect(jsonLines(out).map(({ match }) => match)).toEqual([false, false, true])
    expect(err).toContain('line 1: a: empty, no name to compare')
    expect(err).toContain('line 2: a.given: one letter, compared as an initial')
    expect(err).toContain('line 2: b.name: no letter that can be read, not compared')
    expect(err).toContain('line 3: a.name: two scripts in one word (Aлиxaн), read as one')
    expect(err).toContain('3 pairs compared, 1 matches, 0 lines left out')
  })

  test('lines in Windows-1251 are read and told', async () => {
    const line = '{"id":1,"a":{"name":"Гульнара Абенова"},"b":{"name":"Gulnara Abenova"}}'
    const { out, err } = await run(comparePort, [], windows1251(`${line}\n`))
    expect(jsonLines(out)).toMatchObject([{ id: 1, match: true }])
    expect(err).toContain('line 1: not UTF-8: read as Windows-1251')
    const latin = await run(romanisePort, ['--lang', 'ru'], windows1251('Гульнара\n'))
    expect(latin.out).toBe('Gulnara\n')
    expect(latin.err).toContain('line 1: not UTF-8')
  })

  test('options are refused', async () => {
    expect((await run(comparePort, ['--fast'])).code).toBe(2)
  })
})

describe('kerege names romanise', () => {
  test('line for line', async () => {
    const { code, out } = await run(romanisePort, ['--lang', 'kk', '--standard=bgn'], 'Гүлнәр\r\n\nҚұқық')
    expect(code).toBe(0)
    expect(out).toBe('Gülnär\n\nQuqyq\n')
  })
  test.each([
    [['--lang', 'fa', '--standard', 'bgn'], 'not fully supported'],
    [['--lang', 'kk', '--standard', 'icao', '--from', 'Cyrl'], 'not fully supported'],
    [['--lang', 'kk', '--standard', 'iso9'], 'not supported'],
    [['--lang', 'xx'], '--lang'],
    [[], '--lang is missing'],
  ])('%j is refused', async (args, message) => {
    const { code, out, err } = await run(romanisePort, args, 'Гүлнәр\n')
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(message)
  })
  test('a letter outside the table leaves its line empty', async () => {
    const { code, out, err } = await run(
      romanisePort,
      ['--lang', 'ru', '--standard', 'icao'],
      'Юрий\nГүлнәр\n',
    )
    expect([code, out]).toEqual([0, 'Iurii\n\n'])
    expect(err).toContain('line 2: the letter ү is not in the table')
  })
})

describe('kerege names find', () => {
  const files = { 'people.csv': four }
  test.each([
    'Гульнара Абенова',
    '{"id":"q","query":"غولنارا ابينوفا"}',
    '{"id":"q","name":"Abenova Gulnara"}',
  ])('%s finds all four', async query => {
    const { code, out } = await run(findPort, ['--register', 'people.csv'], query, files)
    const [{ candidates }] = jsonLines(out)
    expect(code).toBe(0)
    expect(
      candidates
        .slice(0, 4)
        .map(({ id }: { id: string }) => id)
        .sort(),
    ).toEqual(['1', '2', '3', '4'])
    expect(candidates[0]).toMatchObject({ match: true, reasons: expect.any(Array) })
  })
  test('without a register it says so', async () => {
    expect((await run(findPort, [])).code).toBe(2)
    expect((await run(findPort, ['--register', 'none.csv'])).code).toBe(1)
  })
})

const links = (out: string) =>
  out
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split(','))
    .filter(cells => cells[3] === 'match')
    .map(([left, right]) => `${left}-${right}`)
    .sort()

describe('kerege link', () => {
  test('one file: the four spellings are one', async () => {
    const { code, out, err } = await run(linkPort, ['four.csv'], '', { 'four.csv': four })
    expect(code).toBe(0)
    expect(out.startsWith('left_id,right_id,score,decision,reasons\n')).toBe(true)
    expect(links(out)).toEqual(['1-2', '1-3', '1-4', '2-3', '2-4', '3-4'])
    expect(err).toContain('left: 5 rows, 0 left out')
    expect(err).toContain('matches: 6')
  })

  const spellings = four
    .split('\n')
    .slice(1, 5)
    .map(line => line.split(',')[1] ?? '')
  const directed = spellings.flatMap(one =>
    spellings.filter(other => other !== one).map(other => [one, other]),
  )
  test.each(directed)('%s finds %s in another file', async (one, other) => {
    const strangers = ['Айнара Сеитовна Абенова', 'Timur Serikov', 'Сауле Касымова']
    const right = ['no,passenger name', ...[other, ...strangers].map((name, at) => `R${at},${name}`)]
    const files = { 'left.csv': `id,фио\nL0,${one}\n`, 'right.csv': `${right.join('\n')}\n` }
    const { code, out } = await run(linkPort, ['left.csv', 'right.csv'], '', files)
    expect(code).toBe(0)
    expect(links(out)).toEqual(['L0-R0'])
  })

  test('two files with other columns', async () => {
    const files = {
      'a.csv':
        'rec_id;Имя;Фамилия;Дата рождения\nA1;Гульнара;Абенова;03.05.2010\nA2;Айжан;Сериков;01.02.2012\n',
      'b.csv': 'id,first_name,last_name,dob\nB1,Gulnara,Abenova,2010-05-03\nB2,Timur,Serikov,2012-02-01\n',
    }
    const { out } = await run(linkPort, ['a.csv', 'b.csv'], '', files)
    expect(links(out)).toEqual(['A1-B1'])
  })

  test('a mapping names the columns', async () => {
    const files = {
      'a.csv': 'key,x,y\n1,Gulnara,Abenova\n2,Айжан,Серикова\n',
      'b.csv': 'k,p\nz,Гульнара Абенова\n',
      'map.json': JSON.stringify({
        id: { left: 'key', right: 'k' },
        columns: { given: { left: 'x' }, family: { left: 'y' }, name: { right: 'p' } },
      }),
      'bad.json': '{"columns":{"given":5}}',
    }
    const mapped = await run(linkPort, ['a.csv', 'b.csv', '--map', 'map.json'], '', files)
    expect(links(mapped.out)).toEqual(['1-z'])
    const bad = await run(linkPort, ['a.csv', '--map', 'bad.json'], '', files)
    expect(bad.code).toBe(1)
    expect(bad.err).toContain('columns.given')
  })

  test('broken rows are told by row and column, the rest is linked', async () => {
    const broken = `id,name,dob
1,Gulnara Abenova,2010-05-03
2,"Гульнара Абенова,2010-05-03
3,"Айжан" Серикова,2011-01-01
1,Айжан Серикова,2011-01-01
5,Тимур Сериков,2012-01-01,more
6,Айжан Серикова
7,Гульнара Абенова,2010-05-03
`
    const { code, out, err } = await run(linkPort, ['broken.csv'], '', { 'broken.csv': broken })
    expect(code).toBe(0)
    expect(links(out)).toEqual(['1-7'])
    expect(err).toContain('row 3, column name: quote is not closed; row left out')
    expect(err).toContain('row 4, column name: text after the closing quote; row left out')
    expect(err).toContain('row 5, column id: id 1 already stands in row 2')
    expect(err).toContain('row 6, column 4: 4 cells where the header has 3; row left out')
    expect(err).toContain('row 7, column 3: 2 cells where the header has 3; taken as empty')
    expect(err).toContain('left: 3 rows, 4 left out')
  })

  test('Windows-1251 and a missing header', async () => {
    const bytes = windows1251(
      '1,Гульнара Абенова,2010-05-03\n2,Айжан Серикова,2011-01-01\n3,Gulnara Abenova,2010-05-03\n',
    )
    const { code, out, err } = await run(linkPort, ['old.csv'], '', { 'old.csv': bytes })
    expect(code).toBe(0)
    expect(links(out)).toEqual(['1-3'])
    expect(err).toContain('row 1: looks like data, not a header')
    expect(err).toContain('row 1, column column2: not UTF-8: read as Windows-1251')
  })

  test('odd names are told by row and column, compared as far as they can be read, and counted', async () => {
    const long = 'Аб'.repeat(250)
    const odd = `id,name,dob
1,,2010-05-03
2,А,2010-05-03
3,😀,2011-01-01
4,Гүлнaр Әбeнова,2012-02-02
5,Mr. Gulnar Abenova,2012-02-02
6,Гүлнәр Әбенова 3,2012-02-02
7,${long},2013-01-01
8,Гүлнәр ☺ Әбенова,2012-02-02
`
    const { code, out, err } = await run(linkPort, ['odd.csv'], '', { 'odd.csv': odd })
    expect(code).toBe(0)
    expect(links(out)).toEqual(['4-5', '4-6', '4-8', '5-6', '5-8', '6-8'])
    expect(err).toContain('row 2, column name: empty, no name to compare')
    expect(err).toContain('row 3, column name: one letter, compared as an initial')
    expect(err).toContain('row 4, column name: no letter that can be read, not compared')
    expect(err).toContain('row 5, column name: two scripts in one word (Гүлнaр), read as one')
    expect(err).not.toContain('row 6,')
    expect(err).toContain('row 7, column name: a number in the name, not compared')
    expect(err).toContain('row 8, column name: 500 characters, only the first words are compared')
    expect(err).toContain('row 9, column name: signs that are no letters, not compared')
    expect(err).toContain('left: 8 rows, 0 left out, 2 without a name to compare')
  })

  test('any other table', async () => {
    const devices =
      'id,model,serial,room\n1,Solar lamp A4,SN-889122,12\n2,solar lamp A4,SN889122,12\n3,Water filter,SN-100000,14\n'
    const { out } = await run(linkPort, ['devices.csv'], '', { 'devices.csv': devices })
    expect(links(out)).toEqual(['1-2'])
  })

  test.each([
    [[]],
    [['a.csv', 'b.csv', 'c.csv']],
    [['a.csv', '--threshold', '2']],
    [['a.csv', '--weight', '2']],
  ])('%j is refused', async args => {
    expect((await run(linkPort, args)).code).toBe(2)
  })
  test('a file that is not there, or empty', async () => {
    expect((await run(linkPort, ['none.csv'])).code).toBe(1)
    expect((await run(linkPort, ['empty.csv'], '', { 'empty.csv': '' })).code).toBe(1)
  })
})
