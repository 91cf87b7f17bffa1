/**
 * Reads every import of the three packages against the map, and every module for state that nodes of one
 * process would share. Each rule is also shown something it must refuse, so that a rule that went blind fails.
 */
import { describe, expect, test } from 'vitest'
import { boundaryFaults, never, slices } from '../../../scripts/check/boundaries.ts'
import { sourcesIn } from '../../../scripts/check/files.ts'
import { type Allowed, contractFaults, formatFaults, stateFaults } from '../../../scripts/check/purity.ts'
import type { Fault } from '../../../scripts/check/source.ts'

const sources = sourcesIn('packages')
const told = (faults: readonly Fault[]) =>
  faults.map(({ path, line, says }) => `${path}${line ? `:${line}` : ''} ${says}`)

/** Module-level values that look changeable and may stay: `path#name` and the reason. */
const allowedState: Allowed = {
  ...Object.fromEntries(
    ['older', 'previous', 'current'].map(name => [
      `packages/contract/src/names/compare/distance.ts#${name}`,
      'rows of one computation that never waits, written before they are read; new ones would cost half its time',
    ]),
  ),
  'packages/contract/src/names/romanise.ts#placesOf':
    'patterns compiled from our own tables; holds nothing that anybody gave',
}

describe('the code as it stands', () => {
  test('was found', () => expect(sources.length).toBeGreaterThan(10))
  test('imports in one direction only', () => expect(told(boundaryFaults(sources))).toEqual([]))
  test('keeps no state at module level', () => expect(told(stateFaults(sources, allowedState))).toEqual([]))
  test('keeps the contract free of clock, chance and world', () =>
    expect(told(contractFaults(sources))).toEqual([]))
  test('formats dates, numbers and order by our own tables', () =>
    expect(told(formatFaults(sources))).toEqual([]))
  test('never lists a slice that is not on the map', () => {
    const known: readonly string[] = slices
    expect(Object.entries(never).flatMap(([slice, others]) => [slice, ...others])).toSatisfy(
      (names: string[]) => names.every(name => known.includes(name)),
    )
  })
})

const slice = 'packages/server/src/slices'

describe('an import is refused', () => {
  test.each([
    ['the web knows the server', 'packages/web/src/a.ts', '@kerege/server'],
    ['the server knows the web', 'packages/server/src/main.ts', '@kerege/web'],
    ['the web reaches into another package by path', 'packages/web/src/a.ts', '../../contract/src/common.ts'],
    ['the web reaches into the server by path', 'packages/web/src/a.ts', '../../server/src/main.ts'],
    ['the contract knows the server', 'packages/contract/src/a.ts', '@kerege/server'],
    ['the contract reads files', 'packages/contract/src/a.ts', 'node:fs'],
    ['the contract takes another library', 'packages/contract/src/a.ts', 'hono'],
    ['the platform knows a slice', 'packages/server/src/platform/a.ts', '../slices/access/index.ts'],
    ['the platform knows HTTP', 'packages/server/src/platform/a.ts', '../http/app.ts'],
    ['a slice knows HTTP', `${slice}/people/routes.ts`, '../../http/app.ts'],
    ['a slice knows the composition root', `${slice}/people/routes.ts`, '../../main.ts'],
    ['a slice knows a later one', `${slice}/people/actions.ts`, '../cases/index.ts'],
    ['a slice knows a later one of its own group', `${slice}/access/a.ts`, '../audit/index.ts'],
    ['a slice opens the drawers of another', `${slice}/people/actions.ts`, '../access/store.ts'],
    ['HTTP opens the drawers of a slice', 'packages/server/src/http/app.ts', '../slices/access/store.ts'],
    ['the Council knows persons', `${slice}/council/actions.ts`, '../people/index.ts'],
    ['the Council knows cases', `${slice}/council/actions.ts`, '../cases/index.ts'],
    ['practices know persons', `${slice}/practices/store.ts`, '../people/index.ts'],
    ['a slice is not on the map', `${slice}/scores/index.ts`, 'hono'],
    ['a slice calls another server', `${slice}/council/a.ts`, 'node:https'],
    ['signing in calls the identity provider by itself', `${slice}/access/sso/away.ts`, 'openid-client'],
    ['another file of the platform does', 'packages/server/src/platform/outside.ts', 'openid-client'],
    ['the exchange signs somebody in', `${slice}/exchange/send.ts`, 'openid-client'],
    ['what ships imports a test', 'packages/server/src/main.ts', './boundaries.test.ts'],
    ['what ships imports a script', 'packages/server/src/main.ts', '../../../scripts/check.ts'],
    ['a web test knows the server', 'packages/web/src/a.test.ts', '@kerege/server'],
  ])('when %s', (_, path, specifier) => {
    for (const text of [
      `import { a } from '${specifier}'`,
      `import type { A } from '${specifier}'`,
      `export * from '${specifier}'`,
      `export type A = import('${specifier}').A`,
      `export const load = () => import('${specifier}')`,
    ]) {
      expect(told(boundaryFaults([{ path, text }])), text).toHaveLength(1)
    }
  })

  test('and not when it only looks like one', () => {
    const text = `// import { a } from '@kerege/web'\nexport const a = "import { b } from '@kerege/web'"`
    expect(boundaryFaults([{ path: 'packages/server/src/main.ts', text }])).toEqual([])
  })

  test.each([
    ['packages/web/src/a.ts', '@kerege/contract/common'],
    ['packages/server/src/main.ts', './http/app.ts'],
    ['packages/server/src/http/app.ts', '../slices/people/index.ts'],
    [`${slice}/people/actions.ts`, './store.ts'],
    [`${slice}/people/actions.ts`, '../access/index.ts'],
    [`${slice}/people/actions.ts`, '../../platform/database.ts'],
    [`${slice}/exchange/send.ts`, 'node:https'],
    ['packages/server/src/platform/identityProvider.ts', 'openid-client'],
    [`${slice}/people/people.test.ts`, '../../http/app.ts'],
  ])('%s may import %s', (path, specifier) => {
    expect(told(boundaryFaults([{ path, text: `import '${specifier}'` }]))).toEqual([])
  })
})

describe('state at module level is refused', () => {
  const path = 'packages/server/src/platform/a.ts'
  test.each([
    'let count = 0',
    'export let count = 0',
    'var count = 0',
    'const seen = new Map<string, string>()',
    'export const seen = new Set()',
    'const seen = new WeakMap()',
    'const seen: string[] = []; export const add = (one: string) => seen.push(one)',
    'const seen: Record<string, 1> = {}; export function add(key: string) { seen[key] = 1 }',
    'const seen = { n: 0 }; export const add = () => { seen.n += 1 }',
    'const seen = { n: 0 }; export const add = () => seen.n++',
    'const seen: Record<string, 1> = {}; export const drop = (key: string) => { delete seen[key] }',
    'export class A { static seen = 0 }',
  ])('%s', text => expect(told(stateFaults([{ path, text }], {}))).toHaveLength(1))

  test.each([
    'const known: ReadonlySet<string> = new Set(["a"])',
    'const known: Record<string, 1> = {}; for (const one of ["a"]) known[one] = 1',
    'const known = new Map([["a", 1]]) as ReadonlyMap<string, number>',
    'export function make() { let count = 0; const seen = new Map(); return () => seen.set(count++, 1) }',
    'const order = ["a"] as const; export const has = (one: string) => order.includes(one)',
    'export class A { static readonly size = 1; #n = 0 }',
  ])('but not: %s', text => expect(told(stateFaults([{ path, text }], {}))).toEqual([]))

  test('unless it is allowed with a reason, and the reason is still needed', () => {
    const allowed = { [`${path}#seen`]: 'why' }
    expect(stateFaults([{ path, text: 'const seen = new WeakMap()' }], allowed)).toEqual([])
    expect(stateFaults([{ path, text: 'const other = 1' }], allowed)).toHaveLength(1)
  })
})

describe('the contract may not', () => {
  const path = 'packages/contract/src/a.ts'
  test.each([
    'export const a = () => Date.now()',
    'export const a = () => new Date()',
    'export const a = () => Date()',
    'export const a = () => Math.random()',
    'export const a = () => process.env.HOME',
    'export const a = () => fetch("/")',
    'export const a = { fetch }',
    'export const a = () => globalThis.fetch("/")',
    'export const a = () => crypto.randomUUID()',
  ])('%s', text => expect(told(contractFaults([{ path, text }]))).toHaveLength(1))

  test.each([
    'export const a = (at: string) => new Date(at)',
    'export interface A { fetch: string; process: number }',
    'export const a = (b: { fetch: string }) => b.fetch',
    'export const a = { process: 1 }',
  ])('but may: %s', text => expect(told(contractFaults([{ path, text }]))).toEqual([]))
})

describe('the web may not', () => {
  test.each([
    ['Intl', 'export const a = new Intl.DateTimeFormat("kk")'],
    ['toLocale', 'export const a = (b: Date) => b.toLocaleDateString()'],
    ['localeCompare', 'export const a = (b: string) => b.localeCompare("c")'],
  ])('%s outside the format module', (_, text) => {
    expect(formatFaults([{ path: 'packages/web/src/a.tsx', text }])).toHaveLength(1)
    expect(formatFaults([{ path: 'packages/web/src/i18n/format.ts', text }])).toEqual([])
  })
})
