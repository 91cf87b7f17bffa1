/** `kerege manifest check`: JSON Lines by row, the exit code, and sentences for what cannot be read. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Io } from './io.ts'
import { manifest } from './manifest.ts'

async function run(args: string[], files: Record<string, string | Uint8Array> = {}) {
  const said = { out: '', err: '' }
  const writer = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) })
  const io = {
    stdout: writer('out'),
    stderr: writer('err'),
    readFile: async (path: string) => Buffer.from(files[path] ?? (await readFile(path))),
    env: {},
  } as unknown as Io // of its outside, this command uses these alone
  const code = await manifest(args, io)
  const lines = said.out.split('\n').filter(Boolean)
  return { code, rows: lines.map(line => JSON.parse(line)), err: said.err }
}
const head = 'No;Name;Date of birth;Sex;Relationship'

test.each<[string[], Record<string, string>, string]>([
  [[], {}, 'Say what to do'],
  [['check'], {}, 'Say which file'],
  [['check', '/nowhere/at/all.xlsx'], {}, 'cannot be read'],
  [['check', 'a', '--map', 'm'], { a: head, m: '{"columns":{"A":"height"}}' }, 'm is no mapping'],
  [['check', 'a', '--language', 'fr'], { a: head }, '--language must be one of'],
  [['check', 'a'], { a: '' }, 'there is nothing in it'],
  [['check', 'a'], { a: 'one;two\n1;2\n3;4\n' }, 'no column with names was found'],
  [['check', 'a'], { a: `Name;Age\n${'Anna Test;30\n'.repeat(50_000)}` }, 'more rows than 10000'],
  [['check', 'a'], { a: '\u0000\u0001PDF' }, 'Save it as XLSX or CSV'],
])('%j is refused in a sentence, with 1', async (args, files, sentence) => {
  const refused = run(args, files)
  await expect(refused).rejects.toThrow(sentence)
  await expect(refused).rejects.toMatchObject({ exitCode: 1 })
})

const operation = '01900000-0000-7000-8000-000000000000'
test.each<[string[], string]>([
  [['import', 'a'], '--operation must be'],
  [['import', 'a', '--operation', operation], 'Say which node'],
  [['import', 'a', '--operation', operation, '--node', 'here'], '--node must be an address'],
  [
    ['import', 'a', '--operation', operation, '--node', 'http://127.0.0.1:1', '--area', 'x'],
    '--area must be',
  ],
  [['import', 'a', '--operation', operation, '--node', 'http://127.0.0.1:1'], 'KEREGE_SESSION must hold'],
  [['check', 'a', '--node', 'http://127.0.0.1:1'], 'KEREGE_SESSION must hold'],
])('%j is refused before anything is sent', async (args, sentence) => {
  await expect(run(args, { a: head })).rejects.toThrow(sentence)
})

test('a clean list ends with 0', async () => {
  const { code, rows } = await run(['check', 'a'], {
    a: `${head}\n1;Anna Test;03.05.1990;F;head\n2;Ben Test;13.05.2015;M;son\n`,
  })
  expect(code).toBe(0)
  expect(rows).toMatchObject([
    {
      row: 2,
      person: { names: [{ given: 'Anna Test' }], head: true },
      family: { number: 1 },
      problems: [],
      lookalikes: [],
    },
    { row: 3, person: { relation: 'child' }, family: { number: 1 } },
  ])
})

test('what is to be looked at is said by row and column, in the language asked for, and ends with 2', async () => {
  const text = `${head}\n1;Анна Пробова;03.05.1990;ж;глава\n2;Anna Probova;03.05.1990;F;head\n3;;2031;F;\nИтого;5\n`
  const { code, rows } = await run(['check', 'a', '--language', 'kk'], { a: text })
  expect(code).toBe(2)
  expect(
    rows.map(row => [
      row.row,
      row.problems.map((one: { column: string; code: string }) => `${one.column ?? ''} ${one.code}`),
    ]),
  ).toEqual([
    [5, ['B total-differs']],
    [2, []],
    [3, [' duplicate-row']],
    [4, ['B name-missing', 'C birth-in-future']],
  ])
  expect(rows[0]).toMatchObject({ person: null, family: null })
  expect(rows[3].problems[0].message).toBe('Бұл жолда аты-жөні жоқ')
  expect(rows[1].lookalikes).toMatchObject([{ row: 3, match: true }])
  expect(rows[1].lookalikes[0].reasons).toContain('same birth date')
})

test('a mapping says what no heading says', async () => {
  const a = 'x;y\nAnna Test;03/05/1990\nBen Test;04/05/2015\n'
  const { rows } = await run(['check', 'a', '--map', 'm'], {
    a,
    m: '{"columns":{"x":"name","B":"birth"},"head":{"from":1,"to":1},"dates":"month-first"}',
  })
  expect(rows.at(-1).person.birth).toEqual({ precision: 'day', date: '2015-04-05' })
})
