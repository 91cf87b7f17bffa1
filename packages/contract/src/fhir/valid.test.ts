/**
 * What leaves is FHIR R4, by the word of a validator that others wrote. `testing/r4.json.gz` holds the published definitions (HL7 FHIR
 * R4, CC0) of the types that the mapping uses, without their prose: all that the validator reads of them.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { bundleOf, readBundle } from './bundle.ts'
import { aRecord, origin } from './testing/records.ts'

beforeAll(() => {
  const file = new URL('testing/r4.json.gz', import.meta.url)
  indexStructureDefinitionBundle(JSON.parse(gunzipSync(readFileSync(file)).toString()))
})

let last = 0
const nextId = () => `00000000-0000-7000-8000-${String(++last).padStart(12, '0')}`
const through = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const checked = (value: unknown) => validateResource(value as Parameters<typeof validateResource>[0])

describe('what leaves', () => {
  test('is accepted by an independent validator, whatever the case', () => {
    fc.assert(
      fc.property(aRecord, record => {
        const bundle = through(bundleOf(record, ['mhpss'], origin, nextId))
        checked(bundle)
      }),
      { numRuns: 20 },
    )
  })

  test('is refused by it where it is broken', () => {
    const [record] = fc.sample(aRecord, { numRuns: 1, seed: 3 })
    if (!record) throw new Error('no record')
    const bundle = through(bundleOf(record, [], origin, nextId)) as { entry: { resource: object }[] }
    Object.assign(bundle.entry[0]?.resource ?? {}, { gender: 7, nickname: 'x' })
    expect(() => checked(bundle)).toThrow(/gender|nickname/)
  })
})

describe('what comes back', () => {
  test('is what left, apart from addresses and who took it out', () => {
    fc.assert(
      fc.property(aRecord, record => {
        const read = readBundle(through(bundleOf(record, [], origin, nextId)))
        expect(read.faults).toEqual([])
        expect(read.skipped).toEqual([])
        expect(read.record).toEqual(record)
      }),
      { numRuns: 50 },
    )
  })
})
