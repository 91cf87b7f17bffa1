import { signOut } from '@kerege/contract/access/routes'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { browser } from '../slices/access/testing/browser.ts'
import { worldOfTest } from '../testing/world.ts'
import { openClientAddress } from './clientAddress.ts'

const proxies = ['10.0.0.0/8', '192.0.2.7', 'fd00::/8']

async function seen(trusted: readonly string[], socket: string, forwarded?: string): Promise<string> {
  const addressOf = openClientAddress(trusted)
  const app = new Hono().get('/', c => c.text(addressOf(c)))
  const env = { incoming: { socket: { remoteAddress: socket, remotePort: 1, remoteFamily: 'IPv4' } } }
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  return (await app.request('/', { headers }, env)).text()
}

describe('the address of a client', () => {
  test.each([
    [
      'is the socket where no proxy is trusted, whatever a header says',
      [],
      '10.1.1.1',
      '203.0.113.5',
      '10.1.1.1',
    ],
    ['is the socket where that is no proxy of ours', proxies, '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['is the socket where a proxy says nothing', proxies, '10.1.1.1', undefined, '10.1.1.1'],
    ['is what the proxy saw', proxies, '10.1.1.1', '203.0.113.5', '203.0.113.5'],
    [
      'is not what the client wrote before it',
      proxies,
      '10.1.1.1',
      '198.51.100.1, 203.0.113.5',
      '203.0.113.5',
    ],
    ['is behind two proxies of ours', proxies, '10.1.1.1', '203.0.113.5, 192.0.2.7', '203.0.113.5'],
    [
      'is the farthest proxy where all of them are ours',
      proxies,
      '10.1.1.1',
      '10.2.2.2, 10.3.3.3',
      '10.2.2.2',
    ],
    ['ends at what cannot be read', proxies, '10.1.1.1', '203.0.113.5, unknown, 10.3.3.3', '10.3.3.3'],
    ['is the same in the dress of IPv6', proxies, '::ffff:10.1.1.1', '::ffff:203.0.113.5', '203.0.113.5'],
    ['may be IPv6', proxies, 'fd00::1', '2001:db8::5', '2001:db8::5'],
    ['has no port', proxies, '10.1.1.1', '203.0.113.5:4711', '203.0.113.5'],
    ['has no port in brackets either', proxies, '10.1.1.1', '[2001:db8::5]:4711', '2001:db8::5'],
  ] as const)('%s', async (_, trusted, socket, forwarded, expected) => {
    expect(await seen(trusted, socket, forwarded)).toBe(expected)
  })
})

describe('knocking too often', () => {
  // One more than a client may knock in a minute, at the cheapest door.
  const times = 301
  const stopped = async (trustedProxies: readonly string[], from: (n: number) => string) => {
    const w = await worldOfTest({ trustedProxies })
    const at = browser(w.running, { ip: '10.1.1.1' })
    const replies = await Promise.all(
      Array.from({ length: times }, (_, n) => at.call(signOut, {}, { 'x-forwarded-for': from(n) })),
    )
    return replies.some(({ status }) => status === 429)
  }

  test('is not hidden by a forged header', async () => {
    expect(await stopped([], n => `203.0.${n % 250}.${n}`)).toBe(true)
  })
  test('is counted apart for clients of one trusted proxy', async () => {
    expect(await stopped(['10.1.1.1'], n => `203.0.${n % 2}.5`)).toBe(false)
  })
  test('is counted for one client of a trusted proxy, whatever it writes before its address', async () => {
    expect(await stopped(['10.1.1.1'], n => `198.51.100.${n % 250}, 203.0.113.5`)).toBe(true)
  })
})
