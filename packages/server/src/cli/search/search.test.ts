import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PortIo } from '../names/io.ts'
import { indexPort } from './indexing.ts'
import { queryPort } from './querying.ts'
import { stemPort } from './stemming.ts'
import { thesaurusPort } from './thesaurus.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kerege-search-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Port = (args: string[], io: PortIo, folder: string) => Promise<number>

async function run(port: Port, args: string[], stdin: string | Uint8Array) {
  let out = ''
  let err = ''
  const code = await port(
    args,
    {
      stdin: (async function* () {
        yield typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin
      })(),
      stdout: { write: text => (out += text) },
      stderr: { write: text => (err += text) },
      readFile: path => readFile(path),
    },
    folder,
  )
  return { code, out, err }
}

const lines = (...all: object[]) => all.map(one => JSON.stringify(one)).join('\n')
const documents = lines(
  {
    id: 'uz',
    lang: 'uz',
    title: 'Ҳужжатсиз болани мактабга қабул қилиш',
    text: 'Мактаб болани шу куниёқ қабул қилади.',
  },
  {
    id: 'ru',
    lang: 'ru',
    title: 'Определять класс по знаниям',
    text: 'Ребёнок без документов идёт в школу.',
  },
  { id: 'kk', lang: 'kk', title: 'Баланы мектепке қабылдау', text: 'Мектеп балаға орын береді.' },
  { id: 'tk', title: 'Mekdebe kabul etmek', text: 'Çagalar mekdeplerde okaýarlar.' },
  { id: 'en', lang: 'en', title: 'Art therapy', text: 'Children draw together.' },
)
const ids = (out: string) =>
  out
    .trim()
    .split('\n')
    .map(line => (JSON.parse(line) as { results: { id: string }[] }).results.map(one => one.id))
const ask = (...queries: object[]) => run(queryPort, ['--collection', 'c', '--top', '3'], lines(...queries))

describe('kerege search', () => {
  test('refuses what it cannot mean', async () => {
    for (const args of [
      [],
      ['--collection', '../c'],
      ['--collection', 'c', '--what', 'x'],
      ['--collection', 'c', 'x'],
    ]) {
      const { code, err } = await run(indexPort, args, documents)
      expect(code).toBe(2)
      expect(err).toContain('usage: kerege search index')
    }
    expect((await run(queryPort, ['--collection', 'c', '--top', '0'], '')).code).toBe(2)
    expect((await run(stemPort, ['--lang', 'fr'], '')).code).toBe(2)
    const absent = await run(queryPort, ['--collection', 'absent'], lines({ id: 1, query: 'x' }))
    expect(absent).toMatchObject({ code: 1, out: '' })
    expect(absent.err).toContain('there is no collection "absent"')
  })

  test('finds what it was given, in either alphabet and with a slip', async () => {
    const indexed = await run(indexPort, ['--collection', 'c'], documents)
    expect(indexed.err).toContain('5 documents indexed, 0 lines left out')
    const { out, code } = await ask(
      { id: 1, query: 'maktabga qabul' },
      { id: 2, lang: 'uz', query: 'мактабларга' },
      { id: 'three', lang: 'kk', query: 'мектебі' },
      { id: null, query: 'therappy' },
      { id: 5, query: '' },
    )
    expect(code).toBe(0)
    const found = ids(out)
    expect([found[0]?.[0], found[1]?.[0], found[2]?.[0], found[3], found[4]]).toEqual([
      'uz',
      'uz',
      'kk',
      ['en'],
      [],
    ])
    expect(out.split('\n').map(line => line && (JSON.parse(line) as { id: unknown }).id)).toEqual([
      1,
      2,
      'three',
      null,
      5,
      '',
    ])
  })

  test('the same id again replaces, others stay', async () => {
    await run(
      indexPort,
      ['--collection', 'c'],
      lines({ id: 'en', lang: 'en', title: 'Music therapy', text: 'They sing.' }),
    )
    const { out } = await ask(
      { query: 'together', lang: 'en' },
      { query: 'sing', lang: 'en' },
      { query: 'мектеп', lang: 'kk' },
    )
    expect(ids(out).map(found => found[0])).toEqual([undefined, 'en', 'kk'])
  })

  test('broken lines are told by their number, the rest is done', async () => {
    const { err, code } = await run(
      indexPort,
      ['--collection', 'broken'],
      [
        '{"id":"1","title":"школа"}',
        '{"id":',
        '[]',
        '{"title":"x"}',
        '{"id":"2","text":7}',
        '',
        '{"id":"3","lang":"fr","text":"школы"}',
      ].join('\n'),
    )
    expect(code).toBe(0)
    for (const told of [
      'line 2: not JSON',
      'line 3: not an object',
      'line 4: id',
      'line 5: text',
      'line 7: lang',
    ]) {
      expect(err).toContain(told)
    }
    expect(err).toContain('2 documents indexed, 4 lines left out')
    const asked = await run(
      queryPort,
      ['--collection', 'broken'],
      `oops\n{"id":"q","query":"школа"}\n{"id":"n"}`,
    )
    expect(asked.err).toContain('line 1: not JSON')
    expect(asked.err).toContain('line 3: query is missing')
    expect(ids(asked.out)).toEqual([['1', '3']])
  })

  test('a damaged index, one of another version and another file are named', async () => {
    await run(indexPort, ['--collection', 'c2'], documents)
    const path = join(folder, 'c2.kerege-search')
    const whole = await readFile(path)
    const damaged = Buffer.from(whole)
    damaged[damaged.length - 20] = (damaged[damaged.length - 20] ?? 0) ^ 1
    for (const [content, says] of [
      [damaged, 'is damaged'],
      [whole.subarray(0, whole.length - 50), 'is damaged'],
      [
        Buffer.from(whole.toString('latin1').replace(/"analysis":\d+/, '"analysis":1'), 'latin1'),
        'another version',
      ],
      [Buffer.from('PK\u0003\u0004'), 'is not an index'],
    ] as const) {
      await writeFile(path, content)
      const { code, err } = await run(queryPort, ['--collection', 'c2'], lines({ query: 'x' }))
      expect([code, err]).toEqual([1, expect.stringContaining(says)])
    }
    const anew = await run(indexPort, ['--collection', 'c2'], documents)
    expect(anew.err).toContain('begun anew')
    expect((await run(queryPort, ['--collection', 'c2'], lines({ query: 'мактаб', lang: 'uz' }))).code).toBe(
      0,
    )
  })

  test('stems: a line for a line, several words for several', async () => {
    const { out } = await run(
      stemPort,
      ['--lang', 'uz'],
      'maktablarga\nҳужжатларни болаларга\n\nota-onalar\n',
    )
    expect(out).toBe('maktab\nҳужжат бола\n\nota ona\n')
  })
})

describe('kerege search thesaurus', () => {
  const own = (name: string) => join(folder, name)
  const takeIn = async (dir: string, text: string) => {
    const file = own(`${dir}.in`)
    await writeFile(file, text)
    return run(thesaurusPort, ['--import', file, '--dir', own(dir)], '')
  }

  test('takes in what was given out, and finds by a word that was added', async () => {
    const { out } = await run(thesaurusPort, ['--format', 'csv'], '')
    expect((await takeIn('t', out)).err).toContain('0 new, 0 changed, 0 taken out')
    const asked = (query: string) =>
      run(queryPort, ['--collection', 'c', '--dir', own('t')], lines({ query, lang: 'uz' }))
    await run(indexPort, ['--collection', 'c', '--dir', own('t')], documents)
    expect(ids((await asked('ziyo maskani')).out)).toEqual([[]])
    const more = out.replace(/^(school,.*)maktab/m, '$1maktab; ziyo maskani')
    expect((await takeIn('t', more)).err).toContain('0 new, 1 changed, 0 taken out')
    expect((await asked('ziyo maskani')).err).toContain('was made with another thesaurus')
    await run(indexPort, ['--collection', 'c', '--dir', own('t')], documents)
    expect(ids((await asked('ziyo maskani')).out)[0]).toContain('ru')
    expect((await run(thesaurusPort, ['--dir', own('t')], '')).out).toContain('"ziyo maskani"@uz-Latn')
  })

  test('takes in nothing that has a fault, and says where it is', async () => {
    const { code, err } = await takeIn('f', 'id,broader,en\nschool,gone,school\n')
    expect([code, err]).toEqual([1, expect.stringContaining('line 2, column 2: unknown-broader "gone"')])
    expect((await takeIn('f', 'x'.repeat(10_000_001))).err).toContain('more than 10 MB')
    expect((await run(thesaurusPort, ['--import', own('nowhere')], '')).code).toBe(1)
    await takeIn('f', 'id,en\nschool,school\n')
    await writeFile(join(own('f'), 'thesaurus.ttl'), '<a')
    expect((await run(indexPort, ['--collection', 'c', '--dir', own('f')], documents)).err).toContain(
      'has a fault on line 1',
    )
  })

  test('refuses what it does not know', async () => {
    expect((await run(thesaurusPort, ['--format', 'xml'], '')).err).toContain('--format is turtle or csv')
  })

  test('writes concepts with labels in seven languages, as Turtle or as a table', async () => {
    const turtle = await run(thesaurusPort, [], '')
    expect(turtle).toMatchObject({ code: 0, err: '' })
    expect(turtle.out).toContain('<urn:kerege:concept:school> a skos:Concept')
    const { out } = await run(thesaurusPort, ['--format', 'csv'], '')
    expect(out.split('\n')[0]).toBe('id,broader,en,ru,kk,ky,tg,tk,uz,related')
    expect(out).toMatch(/^school,.*мектеп.*maktab/m)
  })
})
