import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outcome, tally, votesOn, type VoteStep } from './voting.ts'

const of = (yes: number, no: number, abstain = 0) => ({ for: yes, against: no, abstain })

test.each([
  ['simple', of(3, 2), 3, 'carried'],
  ['simple', of(2, 2), 3, 'lost'],
  ['simple', of(1, 0, 2), 3, 'carried'],
  ['simple', of(0, 0, 5), 3, 'lost'],
  ['two-thirds', of(2, 1), 3, 'carried'],
  ['two-thirds', of(3, 2), 3, 'lost'],
  ['two-thirds', of(0, 0, 4), 3, 'lost'],
  ['simple', of(2, 0), 3, 'no-quorum'],
  ['never', of(5, 0), 3, 'no-quorum'],
] as const)('%s of %o with a quorum of %i: %s', (rule, counted, quorum, expected) =>
  expect(outcome(rule, counted, quorum)).toBe(expected),
)

describe('who voted what', () => {
  const step = (kind: VoteStep['kind'], partyId?: string, text = 1): VoteStep => ({ kind, text, partyId })
  test('the last word of a party counts, on this text and in this vote', () => {
    const votes = votesOn(
      [
        step('put-to-vote'),
        step('voted-for', 'kz'),
        step('revised'),
        step('put-to-vote'),
        step('voted-against', 'uz'),
        step('voted-for', 'uz'),
        step('abstained', 'kg'),
        step('voted-for', 'tj', 2),
        step('reserved', 'tm'),
      ],
      1,
    )
    expect([...votes]).toEqual([
      ['uz', 'for'],
      ['kg', 'abstain'],
    ])
    expect(tally(votes)).toEqual(of(1, 0, 1))
  })
  test('nobody is counted twice', () => {
    const kind = fc.constantFrom<VoteStep['kind']>('voted-for', 'voted-against', 'abstained')
    const said = fc.array(fc.tuple(kind, fc.constantFrom('kz', 'uz', 'kg')), { maxLength: 30 })
    fc.assert(
      fc.property(said, all => {
        const votes = votesOn([step('put-to-vote'), ...all.map(([one, party]) => step(one, party))], 1)
        const counted = tally(votes)
        expect(counted.for + counted.against + counted.abstain).toBe(new Set(all.map(one => one[1])).size)
      }),
    )
  })
})
