import { describe, expect, test } from 'vitest'
import { figures } from './figures.ts'
import type { Io } from './io.ts'

async function check(bytes: string | Uint8Array, args = ['check', 'a.csv']) {
  const said = { out: '', err: '' }
  const writer = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) })
  const io = {
    stdout: writer('out'),
    stderr: writer('err'),
    readFile: async () => Buffer.from(bytes),
  } as unknown as Io // of its outside, this command uses these alone
  const code = await figures(args, io)
  const lines = said.out.split('\n').filter(Boolean)
  return { code, found: lines.map(line => JSON.parse(line)), err: said.err }
}

const head = 'state,operation_name,date,total,women,children,sum_of,source_url'
const url = 'https://news.example/1'

describe('the check of a file', () => {
  test('refuses a command without a file', async () => {
    await expect(check('', ['check'])).rejects.toThrow('Say which file to check')
    await expect(check('', ['cheque', 'a.csv'])).rejects.toThrow('Say which file to check')
  })

  test.each([
    ['nothing', '', 0],
    ['no head', 'KG,Aikol-1,2023,59', 0],
    ['rows that say nothing', `${head}\nKG,A,2023,many,,,,${url}`, 1],
  ])('of %s finds nothing and says so', async (_, text, code) => {
    const done = await check(text)
    expect(done).toMatchObject({ code, found: [] })
    expect(done.err).toMatch(/0 rows checked, 0 findings, \d rows left out\n$/)
  })

  test('says what does not add up and who contradicts whom; bad rows are told and left out', async () => {
    const done = await check(
      [
        head,
        `KG,A,2023-02,59,18,41,,${url}`,
        `KG,B,2023-08,395,119,276,,${url}`,
        `KG,B,2023-08,394,,,,${url}`,
        `KG,"open,2023,1,1,1,,${url}`,
        `KG,Both,2023,460,145,315,A; B,${url}`,
        `KG,C,2023-13,1,,,,${url}`,
      ].join('\n'),
    )
    expect(done.code).toBe(0)
    expect(done.found).toMatchObject([
      {
        rule: 'sum-differs',
        line: 6,
        part: 'total',
        ours: [453, 454],
        said: 460,
        terms: ['A', 'B'],
        message: 'the operations give 453 to 454, the total says 460',
      },
      { rule: 'sum-differs', part: 'women', ours: 137, said: 145 },
      { rule: 'sum-differs', part: 'children', ours: 317, said: 315 },
      { rule: 'sources-differ', part: 'total', values: ['394', '395'], lines: [4, 3] },
    ])
    expect(done.err).toContain('a.csv: line 5, column 2: csv-quoting\n')
    expect(done.err).toContain('a.csv: line 7, column date: figure-date\n')
    expect(done.err).toMatch(/4 rows checked, 4 findings, 2 rows left out\n$/)
  })
})
