import 'fake-indexeddb/auto'
import { DomainError } from '@kerege/contract/errors'
import { describe, expect, test } from 'vitest'
import { keepAnswer, keptAnswer } from './kept.ts'
import { type Command, enqueue, ofOthers, readQueue } from './queue.ts'
import { deviceId, openStore } from './store.ts'
import { hoursWithoutNode, lockAll, openVault, openWithoutNode, seal, unseal } from './vault.ts'

let made = 0
const store = () => openStore(`vault-${made++}`)
const hour = 3_600_000
/** The node's lock: one for each account, as long as it knows the device. */
const node = (account: string) => async () =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(account)))
const away = async (): Promise<never> => {
  throw new DomainError('unavailable', 'no-answer')
}
const command: Command = {
  method: 'POST',
  path: '/things',
  input: { body: { name: 'Көктем' } },
  label: { key: 'tasks.new' },
  about: ['one'],
  at: '2026-11-26T08:00:00.000Z',
}

describe('what was sealed', () => {
  test('stands nowhere in the store in the clear', async () => {
    const db = store()
    const vault = await openVault(db, 'ana', node('ana'), 0)
    await enqueue(vault, 'hat', command)
    await keepAnswer(vault, 'manifest', { rows: ['Көктем'] }, 1)
    const all = [await db.commands.toArray(), await db.kept.toArray(), await db.keys.toArray()]
    const bytes = all
      .flat()
      .flatMap(row => ('sealed' in row ? [row.sealed.bytes] : []))
      .map(one => new TextDecoder().decode(one))
    expect(bytes).toHaveLength(2)
    expect(`${JSON.stringify(all)}${bytes.join('')}`).not.toContain('Көктем')
  })
  test('cannot be put in the place of something else', async () => {
    const vault = await openVault(store(), 'ana', node('ana'), 0)
    const sealed = await seal(vault, 'command:1', { yes: true })
    expect(await unseal(vault, 'command:1', sealed)).toEqual({ yes: true })
    expect(await unseal(vault, 'command:2', sealed)).toBeUndefined()
  })
  test('has a key that no script can read out', async () => {
    const vault = await openVault(store(), 'ana', node('ana'), 0)
    await expect(crypto.subtle.exportKey('raw', vault.key)).rejects.toThrow()
  })
})

describe('without the node', () => {
  test('it opens for some hours, and no longer', async () => {
    const db = store()
    const vault = await openVault(db, 'ana', node('ana'), 0)
    await keepAnswer(vault, 'manifest', [1], 0)
    const later = await openWithoutNode(db, hoursWithoutNode * hour - 1)
    expect(later && (await keptAnswer(later, 'manifest'))).toEqual({ value: [1], at: 0 })
    expect(await openWithoutNode(db, hoursWithoutNode * hour)).toBeUndefined()
    expect((await db.keys.toArray())[0]?.key).toBeUndefined()
    expect(await db.kept.count()).toBe(0)
  })
  test('after its hours it opens by the node alone', async () => {
    const db = store()
    await openVault(db, 'ana', node('ana'), 0)
    const late = hoursWithoutNode * hour
    await expect(openVault(db, 'ana', away, late)).rejects.toMatchObject({ code: 'no-answer' })
    expect((await openVault(db, 'ana', node('ana'), late)).until).toBe(late + hoursWithoutNode * hour)
  })
  test('it does not open once it was locked, and nothing taken along is left', async () => {
    const db = store()
    const vault = await openVault(db, 'ana', node('ana'), 0)
    await enqueue(vault, 'hat', command)
    await keepAnswer(vault, 'manifest', [1], 0)
    await lockAll(db)
    expect(await openWithoutNode(db, 1)).toBeUndefined()
    expect(await db.kept.count()).toBe(0)
    await expect(openVault(db, 'ana', away, 1)).rejects.toMatchObject({ code: 'no-answer' })
  })
})

describe('an ended session', () => {
  test('keeps what waits until the same account signs in', async () => {
    const db = store()
    await enqueue(await openVault(db, 'ana', node('ana'), 0), 'hat', command)
    await lockAll(db)
    const { waiting } = await readQueue(await openVault(db, 'ana', node('ana'), 1))
    expect(waiting).toMatchObject([{ ...command, state: 'waiting' }])
  })
  test('shows another account nothing but that something waits, and locks what was open', async () => {
    const db = store()
    await enqueue(await openVault(db, 'ana', node('ana'), 0), 'hat', command)
    const other = await openVault(db, 'bek', node('bek'), 1)
    expect(await readQueue(other)).toEqual({ waiting: [], lost: [] })
    expect(await ofOthers(other)).toBe(1)
    expect((await db.keys.get('ana'))?.key).toBeUndefined()
    // Not even with the rows in hand.
    const [row] = await db.commands.toArray()
    expect(row && (await unseal(other, `command:${row.id}`, row.sealed))).toBeUndefined()
  })
})

test('a key that is gone is said, and what it sealed is counted as lost', async () => {
  const db = store()
  await enqueue(await openVault(db, 'ana', node('ana'), 0), 'hat', command)
  await db.keys.clear()
  const anew = await openVault(db, 'ana', node('ana'), 1)
  await enqueue(anew, 'hat', command)
  const queue = await readQueue(anew)
  expect(queue.lost).toHaveLength(1)
  expect(queue.waiting).toHaveLength(1)
})

test('two tabs that open at once share one key', async () => {
  const db = store()
  const vaults = await Promise.all([1, 2, 3].map(() => openVault(db, 'ana', node('ana'), 0)))
  expect(new Set(vaults.map(one => one.keyId)).size).toBe(1)
  const [first, second] = vaults
  if (!first || !second) return
  expect(await unseal(second, 'x', await seal(first, 'x', 'read'))).toBe('read')
})

test('a full device says so, and then nothing was kept', async () => {
  const db = store()
  const vault = await openVault(db, 'ana', node('ana'), 0)
  db.commands.hook('creating', () => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  await expect(enqueue(vault, 'hat', command)).rejects.toMatchObject({ code: 'device-full' })
  expect(await readQueue(vault)).toEqual({ waiting: [], lost: [] })
})

test('a device keeps its name', async () => {
  const db = store()
  const [one, other] = await Promise.all([deviceId(db), deviceId(db)])
  expect(one).toBe(other)
  expect(await deviceId(store())).not.toBe(one)
})
