/** Each check is shown what it must refuse, so that one that went blind fails. Boundaries have a test of their own. */
import { describe, expect, test } from 'vitest'
import { isAllowed, licenceFaults, type Package } from './licences.ts'
import { asvsFaults, asvsLevels } from './asvs.ts'
import { linkFaults } from './links.ts'
import { type LockEntry, lockfileFaults } from './lockfile.ts'
import { messageFaults } from './messages.ts'
import { secretFaults } from './secrets.ts'
import type { Fault } from './source.ts'

const told = (faults: readonly Fault[]) => faults.map(({ path, says }) => `${path}: ${says}`)

describe('the lockfile is refused', () => {
  const good: Record<string, LockEntry> = {
    '': { dependencies: { a: '1.0.0' } },
    'node_modules/a': {
      version: '1.0.0',
      integrity: 'sha512-x',
      optionalDependencies: { 'a-linux': '1.0.0' },
    },
    'node_modules/a-linux': { version: '1.0.0', integrity: 'sha512-y', optional: true },
  }
  const manifest = { '': { dependencies: { a: '1.0.0' } } }
  test('never, when it is whole', () => expect(lockfileFaults(good, manifest)).toEqual([]))

  test('when the sibling of a platform is missing', () => {
    const { 'node_modules/a-linux': _, ...lock } = good
    expect(told(lockfileFaults(lock, manifest))).toEqual([
      expect.stringContaining('a-linux, which has no entry'),
    ])
  })
  test('when it says where a package came from', () => {
    const lock = {
      ...good,
      'node_modules/a': { ...good['node_modules/a'], resolved: 'https://example.org/a.tgz' },
    }
    expect(told(lockfileFaults(lock, manifest))).toEqual([
      expect.stringContaining('names where it came from'),
    ])
  })
  test('when a package has no checksum', () => {
    const lock = { ...good, 'node_modules/a-linux': { version: '1.0.0' } }
    expect(told(lockfileFaults(lock, manifest))).toEqual([expect.stringContaining('has no checksum')])
  })
  test.each(['^1.0.0', '~1.0.0', '1.x', 'latest', '*', 'git+https://example.org/a'])(
    'when %s is wanted',
    version => {
      const lock = { ...good, '': { dependencies: { a: version } } }
      expect(told(lockfileFaults(lock, { '': { dependencies: { a: version } } }))).toEqual([
        expect.stringContaining('not an exact version'),
      ])
    },
  )
  test('when a manifest has moved on without it', () => {
    expect(told(lockfileFaults(good, { '': { dependencies: { a: '1.0.1' } } }))).toHaveLength(1)
    expect(told(lockfileFaults(good, { '': { devDependencies: { b: '1.0.0' } } }))).toHaveLength(1)
  })
})

describe('a licence', () => {
  test.each([
    'MIT',
    '(MIT OR GPL-3.0-or-later)',
    '(MIT AND Zlib)',
    'Apache-2.0 WITH LLVM-exception',
    '(BSD-2-Clause OR (MIT AND Apache-2.0))',
  ])('may be %s', licence => expect(isAllowed(licence)).toBe(true))

  test.each([
    'GPL-3.0',
    'AGPL-3.0-or-later',
    'LGPL-2.1',
    'CPAL-1.0',
    'SSPL-1.0',
    'MIT AND GPL-2.0',
    'SEE LICENSE IN LICENSE',
    'UNLICENSED',
    'none stated',
  ])('may not be %s', licence => expect(isAllowed(licence)).toBe(false))

  test('is asked of what ships and of tools alike', () => {
    const one: Package = { name: 'glue', version: '1.0.0', licence: 'GPL-3.0', ships: true }
    const named = (faults: readonly Fault[]) => told(faults).filter(text => text.includes('glue'))
    expect(named(licenceFaults([one]))).toEqual([expect.stringContaining('ships under GPL-3.0')])
    expect(named(licenceFaults([{ ...one, ships: false }]))).toEqual([expect.stringContaining('developers')])
  })
})

test('what excuses a tool does not excuse what ships', () => {
  const one: Package = { name: 'buffers', version: '0.1.1', licence: 'none stated', ships: false }
  const named = (faults: readonly Fault[]) => told(faults).filter(text => text.includes('buffers'))
  expect(named(licenceFaults([one]))).toEqual([])
  expect(named(licenceFaults([{ ...one, ships: true }]))).toHaveLength(1)
})

describe('translations are refused', () => {
  const folder = 'packages/web/src/slices/a/messages'
  const languages = ['en', 'ru', 'kk', 'ky', 'tg', 'tk', 'uz']
  const catalogues = (change: Record<string, string | undefined> = {}) =>
    languages
      .map(language => ({
        path: `${folder}/${language}.json`,
        text: language in change ? change[language] : '{"a": "A {count, plural, other {x}}"}',
      }))
      .flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]))

  test('never, when they are whole', () => expect(messageFaults(catalogues())).toEqual([]))
  test.each([
    ['a language is missing', { tk: undefined }, 'has no tk'],
    ['a key is missing', { tk: '{}' }, 'lacks a'],
    ['a message is empty', { tk: '{"a": " "}' }, 'a is empty'],
    ['a message forgets its number', { tk: '{"a": "A"}' }, 'a fills in nothing, others count'],
  ])('when %s', (_, change, says) =>
    expect(told(messageFaults(catalogues(change)))).toEqual([expect.stringContaining(says)]),
  )
  test('never for a branch of one word, which is no blank', () => {
    const files = catalogues().map(({ path }, at) => ({
      path,
      text: `{"a": "{sex, select, female {w${at}} other {{count} p${at}}}"}`,
    }))
    expect(messageFaults(files)).toEqual([])
  })
  test('when a language is not ours', () => {
    const files = [
      ...catalogues(),
      { path: `${folder}/xx.json`, text: '{"a": "A {count, plural, other {x}}"}' },
    ]
    expect(told(messageFaults(files))).toEqual([`${folder}: xx is not a language of ours`])
  })
})

describe('a file gives something away', () => {
  // Put together here, so that this file shows none of them.
  const key = ['-----BEGIN', 'EC', 'PRIVATE', 'KEY-----'].join(' ')
  test.each([
    ['a private key', key],
    ['a secret of age', `AGE-SECRET-KEY-${'1'}${'Q'.repeat(58)}`],
    ['a token', `ghp_${'a'.repeat(36)}`],
    ['a password in an address', `postgres://kerege:${'correcthorse'}@db.kerege.kz/kerege`],
    ['a registry', ['registry', 'npmjs', 'org'].join('.')],
    ['a folder of one machine', ['', 'root', '.ssh'].join('/')],
    ['a folder of one machine', ['', 'home', 'somebody', 'kerege'].join('/')],
  ])('%s', (what, text) => {
    expect(told(secretFaults([{ path: 'a.md', text }]))).toEqual([`a.md: shows ${what}`])
    expect(secretFaults([{ path: 'a.md', text }], { [`a.md: ${what}`]: 'why' })).toEqual([])
  })
  test.each([
    `postgres://user:\${password}@host/db`,
    'postgres://kerege:correcthorse@localhost/kerege',
    'packages/server/root/index.ts',
    'a key begins with BEGIN PRIVATE KEY',
  ])('but not: %s', text => expect(secretFaults([{ path: 'a.md', text }])).toEqual([]))
})

describe('a link', () => {
  const paths = ['README.md', 'docs/testing.md', 'docs/decisions/0001-a.md']
  const faults = (text: string) =>
    linkFaults(
      [
        { path: 'docs/testing.md', text },
        { path: 'README.md', text: '# Kerege\n\n## Start here, now' },
      ],
      paths,
    )
  test.each([
    '../README.md',
    '../README.md#start-here-now',
    'decisions/',
    'https://example.org/x',
    '#one',
    '../',
  ])('may lead to %s', target => expect(told(faults(`# One\n[a](${target})`))).toEqual([]))
  test.each(['README.md', '../docs/other.md', '../README.md#start', '#two', 'decisions/0002.md'])(
    'may not lead to %s',
    target => expect(faults(`# One\n[a](${target})`)).toHaveLength(1),
  )
  test('shown in code is not meant', () => expect(faults('`[a](nowhere.md)`')).toEqual([]))
})

describe('answers to the security standard', () => {
  const path = 'docs/security/asvs.md'
  const rows = Object.entries(asvsLevels).flatMap(([section, levels]) =>
    [...levels].flatMap((level, at) =>
      level === '3' ? [] : [`| ${section}.${at + 1} | ${level} | a label | met | \`tests/a.test.ts\` |`],
    ),
  )
  const faults = (lines: readonly string[]) =>
    told(asvsFaults({ path, text: lines.join('\n') }, ['tests/a.test.ts']))

  test('are as many as the standard has of both levels', () => {
    const of = (level: string) => rows.filter(row => row.includes(` | ${level} | a label`)).length
    expect([of('1'), of('2')]).toEqual([70, 183])
    expect(faults(rows)).toEqual([])
  })
  test.each([
    ['one is missing', (all: string[]) => all.slice(1), 'does not answer V1.1.1'],
    ['one comes twice', (all: string[]) => [...all, all[0] ?? ''], 'answers V1.1.1 twice'],
    ['a file is not there', replaced('a.test.ts', 'b.test.ts'), 'names tests/b.test.ts, which is not there'],
    ['a state is invented', replaced('| met', '| nearly'), '"nearly" is no state'],
    ['a level is wrong', replaced('| 2 |', '| 1 |'), 'V1.1.1 is not of level 1'],
    ['a row is broken', replaced('| met', ''), 'is no row of number, level, label, state and reason'],
    ['nothing is said', replaced('`tests/a.test.ts`', ' '), 'says nothing of V1.1.1'],
  ])('are refused when %s', (_, change, says) => {
    expect(faults(change([...rows]))).toContain(`${path}: ${says}`)
  })
})

function replaced(from: string, to: string) {
  return (all: string[]) => [all[0]?.replace(from, to) ?? '', ...all.slice(1)]
}
