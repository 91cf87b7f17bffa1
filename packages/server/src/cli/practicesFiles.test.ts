/** `kerege practices`: what it says of files and libraries, and how it ends. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import type { Io } from './io.ts'
import { practices } from './practices.ts'

async function run(args: string[], bytes = '') {
  const said = { out: '', err: '' }
  const writer = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) })
  const io = {
    stdout: writer('out'),
    stderr: writer('err'),
    readFile: async () => Buffer.from(bytes),
  } as unknown as Io // of its outside, this command uses these alone
  const code = await practices(args, io)
  return {
    code,
    rows: said.out
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line)),
    err: said.err,
  }
}

test.each([
  [[], 'Say what to do'],
  [['import'], '--check'],
  [['import', 'a.csv'], '--check'],
  [['import', 'a.csv', '--check', '--country', 'Kazakhstan'], '--country'],
  [['import', 'a.csv', '--check'], 'sheet-without-head'],
  [['archive'], 'Say which archive'],
  [['archive', '/nowhere/at/all.zip'], 'cannot be read'],
  [['harvest', 'not an address'], 'Say which library'],
  [['harvest', 'https://library.example', '--most', '0'], '--most'],
  [['harvest', 'https://library.example', '--from', 'May'], '--from'],
  [['harvest', 'http://127.0.0.1:1/oai'], '--allow-private'],
])('%j is refused in a sentence', async (args, sentence) => {
  await expect(run(args)).rejects.toThrow(sentence)
})

test('import --check says row by row what would become, and writes nothing', async () => {
  const { code, rows, err } = await run(
    ['import', 'a.csv', '--check', '--country', 'kz'],
    'title_en,domains\nGood,Law\nBad,Weather\n',
  )
  expect(code).toBe(1)
  expect(rows.map(row => row.outcome)).toEqual(['draft', 'left-out'])
  expect(err).toContain('a.csv: row 3, column B, domains: sheet-unknown-word')
  expect(err).toMatch(/1 drafts, 0 alike, 1 left out\n$/)
})

test('harvest prints a record a line, goes on by the token, and stops where it was told', async () => {
  const record = (id: number) =>
    `<record><header><identifier>${id}</identifier></header><metadata><dc><title>T${id}</title></dc></metadata></record>`
  const server = createServer((request, response) => {
    const second = request.url?.includes('resumptionToken=more')
    response.end(
      `<OAI-PMH><ListRecords>${second ? record(3) : record(1) + record(2)}${second ? '' : '<resumptionToken>more</resumptionToken>'}</ListRecords></OAI-PMH>`,
    )
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oai`
  try {
    const all = await run(['harvest', url, '--allow-private'])
    expect(all).toMatchObject({ code: 0, err: '3 records, 0 left out\n' })
    expect(all.rows.map(row => row.title)).toEqual(['T1', 'T2', 'T3'])
    expect((await run(['harvest', url, '--allow-private', '--most', '1'])).rows).toHaveLength(1)
  } finally {
    server.close()
  }
})
