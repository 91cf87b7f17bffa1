/** The samples for proxies in the operator's manual speak no TLS but 1.2 and 1.3, and no cipher without forward secrecy and authentication. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentLimit } from '@kerege/contract/documents/schema'
import { expect, test } from 'vitest'

const manual = readFileSync(join(import.meta.dirname, '../docs/operations.md'), 'utf8')
const after = (name: string) =>
  new RegExp(`^ *${name} ([^;\\n]+)`, 'm').exec(manual)?.[1]?.trim().split(/[ :]/) ?? []

test.each([
  ['nginx', 'ssl_protocols', ['TLSv1.2', 'TLSv1.3']],
  ['Caddy', 'protocols', ['tls1.2', 'tls1.3']],
])('%s', (_, setting, versions) => {
  expect(after(setting)).toEqual(versions)
})

test.each(['ssl_ciphers', 'ciphers'])('%s', setting => {
  const ciphers = after(setting)
  expect(ciphers.length).toBeGreaterThan(3)
  for (const cipher of ciphers) expect(cipher).toMatch(/ECDHE.*(GCM|CHACHA20)/)
})

test('a paper of the largest size passes', () => {
  for (const setting of ['client_max_body_size', 'max_size'])
    expect(Number.parseInt(after(setting)[0] ?? '', 10) * 1_000_000).toBeGreaterThan(documentLimit)
})
