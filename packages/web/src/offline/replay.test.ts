import 'fake-indexeddb/auto'
import { DomainError } from '@kerege/contract/errors'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Command, enqueue, readQueue, replaceCommand, sendAgain, type Waiting } from './queue.ts'
import { type Line, replay } from './replay.ts'
import { knowingly } from './settle.ts'
import { openStore } from './store.ts'
import { lockAll, openVault, type Vault } from './vault.ts'

let made = 0
const now = () => new Date('2026-11-26T09:00:00Z')
const lock = async () => new Uint8Array(32).fill(7)
const command = (name: string, about: string[] = []): Command => ({
  method: 'PUT',
  path: '/things',
  input: { body: { name } },
  label: { key: 'tasks.new' },
  about,
  at: '2026-11-26T08:00:00.000Z',
})
const nameOf = (one: Command) => (one.input.body as { name: string }).name

/** Takes each key once and answers it alike ever after, as the node does. */
function node() {
  const effects: string[] = []
  const keys = new Map<string, string>()
  const take = async (one: Waiting, key: string | undefined) => {
    const known = keys.get(key ?? '')
    if (known !== undefined) return known
    keys.set(key ?? '', nameOf(one))
    effects.push(nameOf(one))
    return nameOf(one)
  }
  return { effects, take }
}

async function queued(...names: Command[]): Promise<Vault> {
  const vault = await openVault(openStore(`replay-${made++}`), 'ana', lock, 0)
  for (const one of names) await enqueue(vault, 'hat', one)
  return vault
}
const line = (vault: Vault, send: Line['send']): Line => ({ vault, hat: 'hat', device: 'd', now, send })
const left = async (vault: Vault) => (await readQueue(vault)).waiting.map(one => [nameOf(one), one.state])

test('commands go in order, each with its key, its device and both clocks', async () => {
  const vault = await queued(command('a'), command('b'))
  const { effects, take } = node()
  const sent: unknown[] = []
  const end = await replay(
    line(vault, (one, options) => {
      sent.push(options)
      return take(one, options.idempotencyKey)
    }),
  )
  expect([end, effects, await left(vault)]).toEqual(['all', ['a', 'b'], []])
  expect(sent[0]).toMatchObject({
    idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
    headers: {
      'kerege-device': 'd',
      'kerege-done-at': '2026-11-26T08:00:00.000Z',
      'kerege-clock': '2026-11-26T09:00:00.000Z',
    },
  })
})

test('a tab that dies after the node took one changes nothing twice', async () => {
  const vault = await queued(command('a'), command('b'))
  const { effects, take } = node()
  const killed = new Error('the tab was closed')
  await expect(
    replay(
      line(vault, async (one, { idempotencyKey }) => {
        await take(one, idempotencyKey)
        throw killed
      }),
    ),
  ).rejects.toBe(killed)
  expect(await left(vault)).toEqual([
    ['a', 'waiting'],
    ['b', 'waiting'],
  ])
  expect(await replay(line(vault, (one, { idempotencyKey }) => take(one, idempotencyKey)))).toBe('all')
  expect(effects).toEqual(['a', 'b'])
})

test('two tabs at once change nothing twice', async () => {
  const vault = await queued(...['a', 'b', 'c', 'd'].map(name => command(name)))
  const { effects, take } = node()
  const tab = () => replay(line(vault, (one, { idempotencyKey }) => take(one, idempotencyKey)))
  expect(await Promise.all([tab(), tab()])).toEqual(['all', 'all'])
  expect(effects).toEqual(['a', 'b', 'c', 'd'])
  expect(await left(vault)).toEqual([])
})

test('an ended session stops it; the same account goes on after signing in', async () => {
  const vault = await queued(command('a'))
  const ended = line(vault, async () => {
    throw new DomainError('unauthenticated', 'session-ended')
  })
  expect(await replay(ended)).toBe('signed-out')
  await lockAll(vault.store)
  const again = await openVault(vault.store, 'ana', lock, 1)
  const { effects, take } = node()
  expect(await replay(line(again, (one, { idempotencyKey }) => take(one, idempotencyKey)))).toBe('all')
  expect(effects).toEqual(['a'])
})

describe('what the node does not take', () => {
  const refusing = (names: string[], error: DomainError, effects: string[] = []) =>
    ({
      effects,
      send: async (one: Waiting) => {
        if (names.includes(nameOf(one))) throw error
        effects.push(nameOf(one))
      },
    }) as const

  test('stays with the answer, holds what is about the same, and lets the rest go on', async () => {
    const vault = await queued(
      command('a', ['x']),
      command('b', ['x', 'y']),
      command('c', ['y']),
      command('d'),
    )
    const { effects, send } = refusing(['a'], new DomainError('conflict', 'stale-version', { version: 4 }))
    expect(await replay(line(vault, send))).toBe('all')
    expect(effects).toEqual(['d'])
    const { waiting } = await readQueue(vault)
    expect(waiting[0]).toMatchObject({
      state: 'conflict',
      problem: { code: 'stale-version', details: { version: 4 } },
    })
    expect(await left(vault)).toEqual([
      ['a', 'conflict'],
      ['b', 'waiting'],
      ['c', 'waiting'],
    ])
  })
  test('goes again as another command when a person chose so, in its old place', async () => {
    const vault = await queued(command('a', ['x']), command('b', ['x']))
    await replay(
      line(vault, refusing(['a'], new DomainError('conflict', 'stale-version', { version: 4 })).send),
    )
    const [first] = (await readQueue(vault)).waiting
    const chosen = first && knowingly(first, '2026-11-26T09:30:00.000Z')
    expect(chosen).toMatchObject({ ifMatch: '"4"', at: '2026-11-26T09:30:00.000Z' })
    if (!first || !chosen) return
    await replaceCommand(vault, first.seq, 'hat', chosen)
    const keys: unknown[] = []
    const { effects, take } = node()
    await replay(
      line(vault, (one, options) => {
        keys.push(options.idempotencyKey)
        return take(one, options.idempotencyKey)
      }),
    )
    expect(effects).toEqual(['a', 'b'])
    expect(keys).not.toContain(first.id)
  })
  test('is refused for good where nothing can be chosen, and can be sent again as it is', async () => {
    const vault = await queued(command('a'))
    await replay(line(vault, refusing(['a'], new DomainError('not-found', 'not-found')).send))
    const [one] = (await readQueue(vault)).waiting
    expect(one?.state).toBe('refused')
    expect(one && knowingly(one, '')).toBeUndefined()
    await sendAgain(vault, one?.seq ?? 0)
    expect(await left(vault)).toEqual([['a', 'waiting']])
  })
  test('is tried three times when the node was not itself, and does not stop the others for ever', async () => {
    const vault = await queued(command('a'), command('b'))
    const { effects, send } = refusing(['a'], new DomainError('unavailable', 'internal'))
    const ends = [
      await replay(line(vault, send)),
      await replay(line(vault, send)),
      await replay(line(vault, send)),
    ]
    expect(ends).toEqual(['no-line', 'no-line', 'all'])
    expect([effects, await left(vault)]).toEqual([['b'], [['a', 'refused']]])
  })
})

test('what was given under another hat waits for that hat', async () => {
  const vault = await queued()
  await enqueue(vault, 'other', command('a', ['x']))
  await enqueue(vault, 'hat', command('b', ['x']))
  await enqueue(vault, 'hat', command('c'))
  const { effects, take } = node()
  await replay(line(vault, (one, { idempotencyKey }) => take(one, idempotencyKey)))
  expect(effects).toEqual(['c'])
})

test('however often the line breaks, before or after the node heard it, all arrive once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('ok', 'lost-before', 'lost-after', 'busy'), { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (weather, count) => {
        const names = Array.from({ length: count }, (_, at) => `c${at}`)
        const vault = await queued(...names.map(name => command(name, ['same'])))
        const { effects, take } = node()
        const sky = [...weather]
        const send: Line['send'] = async (one, { idempotencyKey }) => {
          const today = sky.shift() ?? 'ok'
          if (today === 'busy') throw new DomainError('too-many', 'too-many')
          if (today === 'lost-before') throw new DomainError('unavailable', 'no-answer')
          const answer = await take(one, idempotencyKey)
          if (today === 'lost-after') throw new DomainError('unavailable', 'no-answer')
          return answer
        }
        let end = await replay(line(vault, send))
        while (end === 'no-line') end = await replay(line(vault, send))
        expect([end, effects, await left(vault)]).toEqual(['all', names, []])
      },
    ),
    { numRuns: 25 },
  )
})
