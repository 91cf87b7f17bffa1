/** The queue of a whole page, with the browser around it played: any route that may wait, the end of a session, another account. */
import 'fake-indexeddb/auto'
import type { Session } from '@kerege/contract/access/schema'
import { registerPerson, getPerson } from '@kerege/contract/people/routes'
import { beforeAll, expect, test, vi } from 'vitest'

interface Sent {
  path: string
  headers: Record<string, string>
}
type Answer = { status: number; body: unknown } | 'no line'

const sent: Sent[] = []
/** How often it went out and did not arrive. */
let tried = 0
let answer: (path: string) => Answer = () => 'no line'
const lockOf = (who: string) => btoa(who.padEnd(32, who).slice(0, 32))
let signedIn = 'a'
/** What the page does when the browser says that the network is back. */
const whenBack = new Set<() => void>()

const answers = (path: string): Answer =>
  path === '/api/session/device' ? { status: 200, body: { lock: lockOf(signedIn) } } : answer(path)

beforeAll(() => {
  vi.stubGlobal(
    'addEventListener',
    (what: string, tell: () => void) => what === 'online' && whenBack.add(tell),
  )
  vi.stubGlobal('removeEventListener', (_: string, tell: () => void) => whenBack.delete(tell))
  vi.stubGlobal('localStorage', { getItem: () => '1', setItem: () => undefined })
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const told = answers(path)
    if (told === 'no line') {
      tried += 1
      throw new TypeError('Failed to fetch')
    }
    sent.push({ path, headers: init.headers as Record<string, string> })
    return Response.json(told.body, { status: told.status })
  })
})

const session = (account: string) =>
  ({ account: { id: account }, hat: { id: `hat of ${account}` } }) as Session // only these two are read
const person = { id: '01985f2e-0000-7000-8000-00000000abcd' }
const waits = async () => {
  const { offline } = await import('./state.ts')
  return offline().waiting.map(one => [one.label.key, one.state])
}

/** On a machine that is busy with other tests. */
const patience = { timeout: 8000 }

test('any change that may wait is kept without a line, sent once there is one, and locked with the session', async () => {
  const { giveLater, startOffline, lockDevice, offline } = await import('./state.ts')
  const { bring } = await import('./engine.ts')
  const { onSessionEnd } = await import('../api.ts')
  // Nothing waits before the device is open, and a reading never does.
  expect(await giveLater(registerPerson, { body: person })).toBe(false)
  expect(await startOffline(session('ana'))).toBe(true)
  expect(await giveLater(getPerson, { params: person })).toBe(false)

  const key = { idempotencyKey: 'key-of-the-form' }
  for (let twice = 0; twice < 2; twice++)
    expect(await giveLater(registerPerson, { body: person }, key)).toBe(true)
  await vi.waitFor(
    async () => expect(await waits()).toEqual([['audit.action.person.registered', 'waiting']]),
    patience,
  )

  // The node knows the session no longer: the device is locked, and nothing is lost.
  onSessionEnd(() => void lockDevice())
  answer = () => ({ status: 401, body: { type: '', title: '', status: 401, code: 'session-ended' } })
  await bring()
  await vi.waitFor(() => expect(offline()).toMatchObject({ open: false, waiting: [] }), patience)

  // Somebody else sees only that something waits; it is not sent for them.
  answer = () => ({ status: 201, body: {} })
  sent.length = 0
  signedIn = 'b'
  await startOffline(session('bek'))
  await vi.waitFor(() => expect(offline()).toMatchObject({ open: true, waiting: [], others: 1 }), patience)
  await bring()
  expect(sent.filter(one => one.path === '/api/people')).toEqual([])

  signedIn = 'a'
  await startOffline(session('ana'))
  await vi.waitFor(() => expect(sent.some(one => one.path === '/api/people')).toBe(true), patience)
  expect(sent.find(one => one.path === '/api/people')?.headers).toMatchObject({
    'idempotency-key': 'key-of-the-form',
    'kerege-device': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'x-kerege': '1',
  })
  await vi.waitFor(async () => expect(await waits()).toEqual([]), patience)
  await lockDevice()
})

test('a network that carries nothing in its first moment is tried again soon', async () => {
  const { giveLater, startOffline, lockDevice, offline } = await import('./state.ts')
  const others = whenBack.size
  answer = () => 'no line'
  expect(await startOffline(session('ana'))).toBe(true)
  expect(await giveLater(registerPerson, { body: person })).toBe(true)
  await vi.waitFor(() => expect([tried > 0, offline().sending]).toEqual([true, false]), patience)
  tried = 0
  for (const tell of whenBack) tell()
  await vi.waitFor(() => expect([tried > 0, offline().sending]).toEqual([true, false]), patience)
  answer = () => ({ status: 201, body: {} })
  await vi.waitFor(async () => expect(await waits()).toEqual([]), patience)
  await lockDevice()
  expect(whenBack.size).toBe(others)
})
