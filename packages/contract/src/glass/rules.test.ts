import { describe, expect, test } from 'vitest'
import { role, roleNames, scopesFor } from '../access/roles.ts'
import { reasonIsEnough, stateOf } from './rules.ts'

describe('a reason is enough', () => {
  test.each([
    ['Brought in at night with a fever, nobody at home', true],
    ['Түнде қызуы көтеріліп келді, үйінде ешкім жоқ', true],
    ['urgent', false],
    ['urgent urgent urgent urgent', false],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaa', false],
    ['. . . . . . . . . . . . . . .', false],
    ['a b c d', false],
  ])('%s: %s', (text, enough) => expect(reasonIsEnough(text)).toBe(enough))
})

test.each([
  [{}, 'open'],
  [{ endedAt: '2026-03-02T06:30:00.000Z' }, 'waiting'],
  [{ endsAt: '2026-03-02T06:59:00.000Z' }, 'waiting'],
  [{ endsAt: '2026-03-02T06:59:00.000Z', reviewDue: '2026-03-01' }, 'late'],
  [{ verdict: 'not-justified' as const, reviewDue: '2026-03-01' }, 'not-justified'],
])('a state follows from times and the verdict: %o', (over, state) => {
  const one = { endsAt: '2026-03-02T07:30:00.000Z', reviewDue: '2026-03-05', ...over }
  expect(stateOf(one, '2026-03-02T07:00:00.000Z', '2026-03-02')).toBe(state)
})

test('broken glass opens no section that the role reads nowhere else, and none to who does not care for people', () => {
  for (const name of roleNames) {
    const { glass, verbs } = role(name)
    expect([name, glass !== undefined]).toEqual([name, verbs.includes('glass.break')])
    for (const section of glass?.read ?? []) {
      expect([name, section, scopesFor(name, 'read', section).length > 0]).toEqual([name, section, true])
    }
  }
  expect(role('administrator').glass).toBeUndefined()
})
