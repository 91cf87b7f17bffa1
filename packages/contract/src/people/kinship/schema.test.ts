/** No field for a genetic profile, in any shape of kinship: the red line is a test. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import * as routes from './routes.ts'
import * as schema from './schema.ts'

function fieldsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found
  for (const [key, inside] of Object.entries(value)) {
    if (key === 'properties') for (const name of Object.keys(inside as object)) found.add(name)
    fieldsOf(inside, found)
  }
  return found
}

const jsonOf = (shape: z.ZodType) => z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input' })
const forbidden = /profile|marker|allele|locus|loci|str\d|sample|swab|sequence|haplo|dna|genome|biometric/i

test('nowhere a profile, a marker or a number of a sample', () => {
  const shapes = [
    ...Object.values(schema).filter(value => value instanceof z.ZodType),
    ...Object.values(routes).flatMap(route =>
      [route.body, route.response].filter(part => part !== undefined),
    ),
  ]
  const names = new Set(shapes.flatMap(shape => [...fieldsOf(jsonOf(shape))]))
  expect(names).toContain('custodian')
  expect([...names].filter(name => forbidden.test(name))).toEqual([])
})

test('of a genetic test exactly four fields, and no other passes', () => {
  const proof = { type: 'genetic-test', doneOn: '2025-03-01', result: 'supports', custodian: 'Laboratory' }
  expect(schema.Evidence.safeParse(proof).success).toBe(true)
  for (const name of ['profile', 'markers', 'sampleNumber', 'office', 'date', 'note']) {
    expect(schema.Evidence.safeParse({ ...proof, [name]: 'x' }).success, name).toBe(false)
  }
})
