/** Files that others wrote: broken ones, hostile ones, and those of programs that have never heard of us; and what may go to whom. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tellable } from '../consents/recipients.ts'
import { bundleOf, mostEntries, readBundle } from './bundle.ts'
import { narrowed, wordsOf } from './narrow.ts'
import { aRecord, origin } from './testing/records.ts'

const child = {
  fullUrl: 'urn:uuid:1',
  resource: { resourceType: 'Patient', name: [{ text: 'Сәрсен Айнұр' }] },
}
const bundle = (...entry: unknown[]) => ({ resourceType: 'Bundle', type: 'collection', entry })
const faults = (value: unknown) => readBundle(value).faults.map(one => `${one.path} ${one.code}`)

describe('a file of others', () => {
  test.each<[string, unknown, string[]]>([
    ['nothing', null, ['Bundle.resourceType not-a-bundle']],
    ['no bundle', { resourceType: 'Patient' }, ['Bundle.resourceType not-a-bundle']],
    ['a list that is none', { resourceType: 'Bundle', entry: {} }, ['Bundle.entry wrong-type']],
    ['nobody', bundle(), ['Bundle.entry no-person']],
    [
      'two people',
      bundle(child, { ...child, fullUrl: 'urn:uuid:2' }),
      ['Bundle.entry[1].resource one-person-only'],
    ],
    [
      'an address twice',
      bundle(child, { ...child, resource: { resourceType: 'Goal' } }),
      ['Bundle.entry[1].fullUrl twice'],
    ],
    [
      'a day that is none, a sex that is a number',
      bundle({ resource: { ...child.resource, birthDate: '2017-13-45', gender: 7 } }),
      ['Bundle.entry[0].resource.gender not-valid', 'Bundle.entry[0].resource.birthDate not-valid'],
    ],
    [
      'a goal that is not there',
      bundle(child, {
        resource: { resourceType: 'CarePlan', created: '2026-01-01', goal: [{ reference: 'urn:uuid:9' }] },
      }),
      ['Bundle.entry[1].resource.goal[0].reference reference-missing'],
    ],
    [
      'a goal without an end',
      bundle(
        child,
        {
          resource: { resourceType: 'CarePlan', created: '2026-01-01', goal: [{ reference: 'urn:uuid:3' }] },
        },
        {
          fullUrl: 'urn:uuid:3',
          resource: {
            resourceType: 'Goal',
            language: 'kk',
            description: { text: 'Мектеп' },
            category: [{ coding: [{ system: 'urn:kerege:goal-domain', code: 'education' }] }],
            target: [{ detailString: 'Күн сайын' }],
          },
        },
      ),
      ['Bundle.entry[2].resource.target[0].dueDate required'],
    ],
    ['too many', bundle(...Array.from({ length: mostEntries + 1 }, () => child)), ['Bundle.entry too-many']],
  ])('with %s is told where it is wrong', (_, value, expected) => {
    expect(faults(value)).toEqual(expected)
  })

  test('of a clinic, without any word of ours, is read as far as it goes', () => {
    const read = readBundle(
      bundle(
        {
          fullUrl: 'https://clinic.example/Patient/1',
          resource: {
            resourceType: 'Patient',
            text: { status: 'generated', div: '<div><script>alert(1)</script></div>' },
            name: [{ family: 'Көктемова', given: ['Әлия'] }],
            gender: 'other',
            birthDate: '2017-03',
            telecom: [{ system: 'phone', value: '+7 700 000 04 17' }],
            identifier: [{ system: 'https://clinic.example/mrn', value: 'A-1' }],
          },
        },
        { resource: { resourceType: 'Observation', status: 'final' } },
        { resource: { resourceType: 'EpisodeOfCare', status: 'active', period: { start: '2026-02-03' } } },
      ),
    )
    expect(read.faults).toEqual([])
    expect(read.skipped).toEqual([{ path: 'Bundle.entry[1].resource', type: 'Observation' }])
    expect(read.record?.person).toMatchObject({
      contact: {
        names: [{ family: 'Көктемова', given: 'Әлия', script: 'Cyrl', use: 'other', source: 'other' }],
        sex: 'unknown',
        birth: { precision: 'month', month: '2017-03' },
        contacts: [{ value: '+7 700 000 04 17', discretion: 'ask-first' }],
      },
      identity: { identifiers: [{ system: 'other', value: 'A-1' }] },
    })
    expect(read.record?.episode).toEqual({ state: 'active', openedAt: '2026-02-03T00:00:00.000Z', steps: [] })
    expect(JSON.stringify(read)).not.toContain('script>')
  })

  test('of any shape makes no trouble, and what is broken in ours is told', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), value => void readBundle(value)),
      { numRuns: 200 },
    )
    fc.assert(
      fc.property(aRecord, fc.nat(), fc.jsonValue({ maxDepth: 2 }), (record, which, junk) => {
        let last = 0
        const file = bundleOf(record, [], origin, () => String(++last))
        const spots: [object, string][] = []
        const walk = (value: unknown) => {
          if (typeof value !== 'object' || value === null) return
          for (const key of Object.keys(value)) {
            spots.push([value, key])
            walk(Reflect.get(value, key))
          }
        }
        const copy = JSON.parse(JSON.stringify(file)) as unknown
        walk(copy)
        const [holder, key] = spots[which % spots.length] ?? [{}, '']
        Reflect.set(holder, key, junk)
        const read = readBundle(copy)
        // Either it is told, or whatever was taken over is whole by our own shapes.
        expect(read.record !== undefined || read.faults.length > 0).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})

test('nothing goes to others that is not covered, and whatever goes can be written down', () => {
  fc.assert(
    fc.property(aRecord, fc.subarray([...tellable]), (record, classes) => {
      const told = narrowed(record, classes)
      expect(told.person.journey).toBeUndefined()
      expect(told.person.contact.contacts.every(one => one.discretion !== 'never-mention')).toBe(true)
      expect(told.consents).toEqual([])
      if (!classes.includes('kinship')) expect(told.relatives).toEqual([])
      if (!classes.includes('health')) expect(told.functioning).toBeUndefined()
      const words = Object.values(wordsOf(told)).join('\n')
      for (const goal of told.plans.flatMap(plan => plan.goals)) expect(words).toContain(goal.words)
    }),
    { numRuns: 30 },
  )
})
