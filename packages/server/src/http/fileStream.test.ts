/** A file and its transaction end together, once, whenever whoever fetches it hangs up. */
import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { once } from '../platform/handler.ts'
import { fileStream } from './fileStream.ts'

/** What the connection was asked for, in order; a commit lasts until it is let go. */
function line() {
  const said: string[] = []
  let letGo: () => void = () => undefined
  const written = new Promise<void>(done => {
    letGo = done
  })
  return {
    said,
    letGo,
    ending: {
      async commit() {
        said.push('commit begins')
        await written
        said.push('commit done, connection given back')
      },
      async abort() {
        said.push('rolled back, connection given back')
      },
    },
  }
}
const bytes = new TextEncoder().encode('A paper')

describe('whoever hangs up', () => {
  test('while the log is written gets no connection into other hands before that is done', async () => {
    const { said, letGo, ending } = line()
    const reader = fileStream(once(bytes), ending).getReader()
    const reading = reader.read()
    while (said.length === 0) await setImmediate()
    const cancelled = reader.cancel()
    await setImmediate()
    expect(said).toEqual(['commit begins'])
    letGo()
    await Promise.all([reading, cancelled])
    expect(said).toEqual(['commit begins', 'commit done, connection given back'])
  })

  test.each([0, 1, 2, 3])('after %i turns of the event loop ends it one way or the other', async count => {
    const { said, letGo, ending } = line()
    const reader = fileStream(slowly(), ending).getReader()
    const reading = reader.read()
    for (let turn = 0; turn < count; turn += 1) await setImmediate()
    const cancelled = reader.cancel()
    letGo()
    await Promise.all([reading, cancelled])
    expect(said.filter(one => one.includes('given back'))).toHaveLength(1)
    if (said.length === 1) expect(said).toEqual(['rolled back, connection given back'])
  })

  test('before anything was read rolls back', async () => {
    const { said, ending } = line()
    await fileStream(once(bytes), ending).cancel()
    expect(said).toEqual(['rolled back, connection given back'])
  })
})

async function* slowly() {
  await setImmediate()
  yield bytes
  await setImmediate()
}

test('trouble while it is made or written rolls back, and the file is not whole', async () => {
  const { said, ending } = line()
  const failing = {
    ...ending,
    async commit() {
      throw new Error('The log is full.')
    },
  }
  await expect(new Response(fileStream(once(bytes), failing)).arrayBuffer()).rejects.toThrow()
  expect(said).toEqual(['rolled back, connection given back'])
})

test('a file that is read to its end is committed before its last byte', async () => {
  const { said, letGo, ending } = line()
  letGo()
  expect(await new Response(fileStream(slowly(), ending)).text()).toBe('A paper')
  expect(said).toEqual(['commit begins', 'commit done, connection given back'])
})
