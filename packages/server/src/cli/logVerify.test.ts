/** `kerege log verify` as a delegation calls it: a proof in, a verdict and an exit code out. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { Io } from './io.ts'
import { run } from './main.ts'

async function verify(input: unknown) {
  const said = { out: '', err: '' }
  const writer = (name: 'out' | 'err') =>
    ({
      write: (chunk: string) => {
        said[name] += chunk
      },
    }) as unknown as NodeJS.WritableStream // `write` alone is used
  const io: Io = {
    stdin: Readable.from([typeof input === 'string' ? input : JSON.stringify(input)]),
    stdout: writer('out'),
    stderr: writer('err'),
    readFile: async () => new Uint8Array(),
    env: {},
    askedToEnd: () => new Promise(() => undefined),
  }
  return { code: await run(['log', 'verify'], io), ...said }
}

const fixture = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../slices/audit/fixtures', name), 'utf8')) as Record<
    string,
    unknown
  >[]

test('published proofs of both kinds get the verdict that is expected of them', async () => {
  for (const { leafIdx, wantErr, ...vector } of fixture('merkle-inclusion.json')) {
    const { code } = await verify({ ...vector, leafIndex: leafIdx })
    expect(code, String(vector['name'])).toBe(wantErr ? 1 : 0)
  }
  for (const vector of fixture('merkle-consistency.json')) {
    expect(await verify(vector)).toEqual({ code: 0, out: '{"valid":true}\n', err: '' })
    expect((await verify({ ...vector, root1: vector['root2'] })).code).toBe(1)
  }
})

test('what does not hold is said in one sentence', async () => {
  const [good] = fixture('merkle-consistency.json')
  expect(await verify({ ...good, proof: [] })).toEqual({
    code: 1,
    out: '{"valid":false,"reason":"The proof has 0 hashes, and 3 belong into it."}\n',
    err: 'kerege log: The proof has 0 hashes, and 3 belong into it.\n',
  })
})

test('nothing at all is told as that', async () => {
  expect(await verify(' ')).toMatchObject({ code: 2, out: '' })
  expect((await verify('')).err).toContain('No proof came on standard input.')
})

describe('what is no proof is refused', () => {
  test.each(['[]', '{}', '{"leafIndex":1}', '{"size1":"1","size2":2}', 'null'])('%s', async input => {
    const { code, out, err } = await verify(input)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^kerege log: Standard input must be one JSON object/)
  })
})
