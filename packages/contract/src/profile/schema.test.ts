import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Profile } from './schema.ts'

const folder = join(import.meta.dirname, '../../../../profiles')
const files = readdirSync(folder)
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))

test('there is one for each node of the region', () => {
  expect(files.sort()).toEqual(['hub.json', 'kg.json', 'kz.json', 'tj.json', 'uz.json'])
})

describe.each(files)('%s', file => {
  const profile = Profile.parse(read(file))

  test('is named after its code', () => expect(`${profile.code}.json`).toBe(file))
  test('tells each approval, system, basis and document once', () => {
    for (const codes of [
      profile.identifierSystems.map(({ system }) => system),
      profile.legalBases.map(({ code }) => code),
      profile.documentTypes.map(({ code }) => code),
      profile.retention.map(({ subject }) => subject),
    ]) {
      expect(new Set(codes).size).toBe(codes.length)
    }
  })
  test('lets two people decide where one must not', () => {
    for (const subject of ['person-erasure', 'disclosure-to-authority', 'settings-change']) {
      const steps = profile.approvals[subject]
      if (steps) expect(new Set(steps.map(({ role }) => role)).size).toBeGreaterThan(1)
    }
  })
  test('starts no clock of destruction from a law that nobody has read', () => {
    for (const { years, needsReview } of profile.retention) expect(years === null || !needsReview).toBe(true)
  })
})

describe('a profile is refused', () => {
  const kz = read('kz.json') as Record<string, unknown>
  test.each([
    ['when it is verified without a source', { caseloadLimit: { value: 25, verified: true } }],
    [
      'when a role decides that has no right to',
      { approvals: { a: [{ role: 'teacher', quorum: 1, dueInDays: 1 }] } },
    ],
    [
      'when a role of the other kind decides',
      { approvals: { a: [{ role: 'chair', quorum: 1, dueInDays: 1 }] } },
    ],
    ['when a state has no country', { country: undefined }],
    [
      'when a stay ends before it begins',
      { receptionStayDays: { value: { from: 9, to: 3 }, verified: false } },
    ],
    ['when it holds a field that nobody reads', { riskLevel: 1 }],
  ])('%s', (_, change) => expect(Profile.safeParse({ ...kz, ...change }).success).toBe(false))
})
