/** The OpenAPI document that a node serves: valid by the published schema, and fit for people and generators. */
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type World, world } from '../packages/server/src/testing/world.ts'

interface Operation {
  operationId: string
  summary: string
  parameters: { name: string; in: string; schema: object }[]
  responses: Record<string, unknown>
  'x-access': string
}

let worlds: World[]
const documents: Record<string, { openapi: string; paths: Record<string, Record<string, Operation>> }> = {}

beforeAll(async () => {
  worlds = [await world(), await world({ kind: 'hub' })]
  for (const one of worlds) {
    documents[one.running.node.info.kind] = (await (await one.raw('/api/openapi.json')).json()) as never // checked below
  }
}, 60_000)
afterAll(() => Promise.all(worlds.map(one => one.close())))

describe.each(['national', 'hub'])('the document of a %s node', kind => {
  const operations = () =>
    Object.entries(documents[kind]?.paths ?? {}).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => ({ at: `${method} ${path}`, path, one })),
    )

  test('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(
      structuredClone(documents[kind]) as unknown as Record<string, unknown>,
    )
    expect(result.errors ?? []).toEqual([])
    expect(documents[kind]?.openapi).toMatch(/^3\.1\./)
  })

  test('names every operation once, says what it does and who may', () => {
    const ids = operations().map(({ one }) => one.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { at, one } of operations()) {
      expect(one.summary.length, at).toBeGreaterThan(3)
      expect(one['x-access'], at).not.toBe('')
      expect(Object.keys(one.responses), at).toEqual(
        expect.arrayContaining(['401', '403', '404', '422', 'default']),
      )
    }
  })

  test('has a parameter for every place in a path, and no other', () => {
    for (const { at, path, one } of operations()) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(found => found[1])
      const parameters = one.parameters.filter(parameter => parameter.in === 'path').map(({ name }) => name)
      expect(parameters.sort(), at).toEqual(places.sort())
    }
  })
})

test('the hub has no way in to people', () => {
  const paths = Object.keys(documents['hub']?.paths ?? {})
  expect(paths.length).toBeGreaterThan(20)
  expect(
    // Documents of the Council are papers of states; attachments of persons have no way in here.
    paths.filter(path =>
      /people|household|documents|papers/.test(path.replace('/api/council/documents', '')),
    ),
  ).toEqual([])
})
