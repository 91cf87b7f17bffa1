/** Every route of the contract is asked for its emptiest answer: it fits the route, says nothing, or there is none. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Route } from '@kerege/contract/route'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { emptyAnswer } from './emptyAnswer.ts'

const now = new Date('2026-11-27T01:02:03Z')
const contract = join(import.meta.dirname, '../../../contract/src')

async function everyRoute(): Promise<Route[]> {
  const files = readdirSync(contract, { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const modules = await Promise.all(
    files.map(name => import(join(contract, name)) as Promise<Record<string, unknown>>),
  )
  return modules.flatMap(one => Object.values(one).filter(isRoute))
}

const isRoute = (one: unknown): one is Route =>
  typeof one === 'object' && one !== null && 'method' in one && 'path' in one && 'response' in one

test('of every route that reads, without a throw, and nearly all lists have one', async () => {
  const reading = (await everyRoute()).filter(one => one.method === 'GET' || one.path.endsWith('/search'))
  expect(reading.length).toBeGreaterThan(150)
  const without: string[] = []
  for (const route of reading) {
    const made = emptyAnswer(route.response, now)
    if (made === undefined) without.push(route.path)
    else expect(route.response.safeParse(made).success, route.path).toBe(true)
  }
  const screens = without.filter(path => !path.includes(':'))
  expect(screens.length, screens.join(' ')).toBeLessThan(reading.length / 10)
})

test('has no row, no word and no number above nothing', () => {
  const shape = z.strictObject({
    rows: z.array(z.string()),
    next: z.string().optional(),
    counts: z.strictObject({ mine: z.number().int(), due: z.number() }),
    by: z.record(z.string(), z.number()),
    title: z.string(),
    at: z.iso.datetime(),
    of: z.nullable(z.string()),
    kind: z.union([
      z.strictObject({ is: z.literal('one'), who: z.uuid() }),
      z.strictObject({ is: z.literal('none') }),
    ]),
  })
  expect(emptyAnswer(shape, now)).toEqual({
    rows: [],
    counts: { mine: 0, due: 0 },
    by: {},
    title: '',
    at: now.toISOString(),
    of: null,
    kind: { is: 'none' },
  })
})

test('is none where somebody would have to be invented', () => {
  expect(emptyAnswer(z.strictObject({ author: z.uuid() }), now)).toBeUndefined()
})
