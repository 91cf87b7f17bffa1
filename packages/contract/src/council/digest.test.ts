import { describe, expect, test } from 'vitest'
import type { ActionRow } from './actions.ts'
import { byOwner, credentialGap } from './digest.ts'

const party = (code: string) => ({ id: code, code, name: {}, classification: 'member' as const })
const action = (code: string, due: string, state: ActionRow['state'], late = false): ActionRow => ({
  id: `${code}${due}${state}`,
  version: 1,
  title: {},
  party: party(code),
  due,
  state,
  late,
  seen: 0,
})
const span = { from: '2026-06-01', until: '2026-12-04' }

describe('actions of an owner', () => {
  test.each([
    ['past its day', action('KZ', '2026-11-01', 'open', true), undefined, 'late'],
    ['due until the end', action('KZ', '2026-12-04', 'under-way'), undefined, 'due'],
    ['due afterwards', action('KZ', '2026-12-05', 'open'), undefined, undefined],
    ['done since', action('KZ', '2026-07-01', 'done'), '2026-06-01', 'done'],
    ['done before', action('KZ', '2026-05-01', 'done'), '2026-05-31', undefined],
    ['dropped', action('KZ', '2026-07-01', 'dropped'), undefined, undefined],
  ] as const)('%s', (_, row, doneOn, where) => {
    const [group] = byOwner([{ row, doneOn }], span)
    for (const list of ['late', 'due', 'done'] as const)
      expect(group?.[list].length ?? 0).toBe(where === list ? 1 : 0)
  })

  test('stand by code, however much is late', () => {
    const all = [
      action('UZ', '2026-11-01', 'open', true),
      action('UZ', '2026-11-02', 'open', true),
      action('KG', '2026-12-01', 'open'),
    ].map(row => ({ row, doneOn: undefined }))
    expect(byOwner(all, span).map(one => one.owner.party?.code)).toEqual(['KG', 'UZ'])
  })

  test('before the first session everything that is done is told', () => {
    const done = [{ row: action('KZ', '2026-01-01', 'done'), doneOn: '2026-01-01' }]
    expect(byOwner(done, { from: undefined, until: '2026-12-04' })[0]?.done).toHaveLength(1)
  })
})

describe('credentials on the day', () => {
  const day = '2026-12-03'
  const delegate = (credentials: string, from = '2024-01-01', to?: string) => ({ credentials, from, to })
  test.each([
    ['accepted', [delegate('accepted')], undefined],
    ['nobody at all', [], 'nobody'],
    ['withdrawn only', [delegate('withdrawn')], 'nobody'],
    ['awaited', [delegate('awaited')], 'awaited'],
    ['received by one, awaited of another', [delegate('awaited'), delegate('received')], 'received'],
    [
      'accepted, and the term ends the day before',
      [delegate('accepted', '2024-01-01', '2026-12-02')],
      'over',
    ],
    ['accepted, and the term ends on the day', [delegate('accepted', '2024-01-01', '2026-12-03')], undefined],
    ['accepted from the next day', [delegate('accepted', '2026-12-04')], 'over'],
  ] as const)('%s', (_, delegates, gap) => {
    expect(credentialGap(delegates, day)).toBe(gap)
  })
})
