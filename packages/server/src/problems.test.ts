/** Every error code that the program can answer has its line in docs/problems.md: a code is a promise. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const folders = ['packages/server/src', 'packages/contract/src']

const sources = () =>
  folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.ts$/.test(file) && !/\.test\.ts$|generated|\/testing\//.test(file))
      .map(file => readFileSync(join(root, folder, file), 'utf8')),
  )

const patterns: readonly RegExp[] = [
  // new DomainError('conflict', 'stale-version', …)
  /DomainError\(\s*'[a-z-]+',\s*'([a-z0-9-]+)'/g,
  // { pointer: '/area', code: 'area-unknown' }
  /pointer(?::[^{}]*)?,\s*code: '([a-z0-9-]+)'/g,
  // z.string().regex(…, 'area-code') and .refine(…, 'period-reversed')
  /\.(?:regex|refine)\([^\n]*, '([a-z][a-z0-9-]+)'\)/g,
]

test('every code stands in docs/problems.md', () => {
  const listed = new Set(
    [...readFileSync(join(root, 'docs/problems.md'), 'utf8').matchAll(/`([a-z0-9-]+)`/g)].map(one => one[1]),
  )
  const used = new Set(
    sources().flatMap(text =>
      patterns.flatMap(pattern => [...text.matchAll(pattern)].map(one => one[1] ?? '')),
    ),
  )
  expect(used.size).toBeGreaterThan(60)
  expect([...used].filter(code => !listed.has(code)).sort()).toEqual([])
})
