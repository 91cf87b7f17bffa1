/** Hostile input from a JSON schema: nearly right values, wrong ones, and texts that break careless programs. */
import fc from 'fast-check'

type Schema = Record<string, unknown>

/** Texts that have broken real programs. All of them are invented or harmless. */
export const texts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u202Eright to left',
  'e\u0301\u0301\u0301\u0301',
  '\uD800',
  'Ғ'.repeat(5000),
  "'; drop table people.persons; --",
  '../../../../etc/passwd',
  '%00%2e%2e%2f',
  '<script>alert(1)</script>',
  '{"a":1,"a":2}',
  '=cmd|calc',
  '9'.repeat(400),
  'NaN',
  'null',
  '__proto__',
  '01900000-0000-7000-8000-000000000000',
]

const anything = fc.oneof(
  fc.constantFrom(...texts),
  fc.constantFrom<unknown>(null, true, -1, 0, 1e308, Number.MAX_SAFE_INTEGER, 0.1, [], {}, [[]]),
  fc.jsonValue({ maxDepth: 3 }),
)

/** Mostly values that the schema asks for; now and then anything else, at any depth. */
export function hostile(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  if (depth > 6) return fc.constant(null)
  return fc.oneof({ weight: 6, arbitrary: fitting(schema, depth) }, { weight: 1, arbitrary: anything })
}

function fitting(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const options = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined
  if (options && options.length > 0) return fc.oneof(...options.map(one => hostile(one, depth + 1)))
  if ('const' in schema) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]))
  switch (schema['type']) {
    case 'string':
      return text(schema)
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: -2, max: 300 }), fc.double())
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(hostile((schema['items'] as Schema | undefined) ?? {}, depth + 1), { maxLength: 4 })
    case 'object':
      return object(schema, depth)
    default:
      return anything
  }
}

function text(schema: Schema): fc.Arbitrary<string> {
  const plain = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(...texts),
  )
  if (schema['format'] === 'uuid') return fc.oneof(fc.uuid({ version: 7 }), plain)
  if (schema['format'] === 'date')
    return fc.oneof(fc.constantFrom('2026-02-30', '2017-03-14', '0000-01-01', '9999-12-31'), plain)
  if (schema['format'] === 'date-time') return fc.oneof(fc.constant('2026-11-24T04:00:00Z'), plain)
  if (schema['format'] === 'email') return fc.oneof(fc.constant('nobody@example.org'), plain)
  if (typeof schema['pattern'] === 'string') {
    return fc.oneof(fc.stringMatching(new RegExp(schema['pattern'] as string)), plain)
  }
  return plain
}

function object(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const properties = (schema['properties'] as Record<string, Schema> | undefined) ?? {}
  const shape = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, hostile(one, depth + 1)]),
  )
  const known = fc.record(shape, { requiredKeys: (schema['required'] as string[] | undefined) ?? [] })
  const stray = fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 1 })
  return fc.oneof(
    { weight: 8, arbitrary: known },
    { weight: 1, arbitrary: fc.tuple(known, stray).map(([a, b]) => ({ ...a, ...b })) },
  )
}
