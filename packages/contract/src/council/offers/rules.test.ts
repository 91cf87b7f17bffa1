/** When an offer is open, and who brings what is taken up where. */
import { expect, test } from 'vitest'
import { type OfferStanding, offerStanding, placesFit, takingMayBecome, takingStates } from './rules.ts'

const today = '2026-11-26'
const offer = { withdrawn: false, until: '2026-12-31', taken: 0 }

test.each<[object, OfferStanding]>([
  [{}, 'open'],
  [{ until: today }, 'open'],
  [{ until: '2026-11-25' }, 'ended'],
  [{ places: 3, taken: 2 }, 'open'],
  [{ places: 3, taken: 3 }, 'full'],
  [{ places: 3, taken: 3, until: '2026-01-01' }, 'ended'],
  [{ withdrawn: true, until: '2026-01-01' }, 'withdrawn'],
])('%j is %s', (more, standing) => {
  expect(offerStanding({ ...offer, ...more }, today)).toBe(standing)
})

test('only who offered answers, only who took up withdraws, and ends are ends', () => {
  const moves = takingStates.flatMap(from =>
    takingStates.flatMap(to =>
      (['offerer', 'taker'] as const)
        .filter(by => takingMayBecome(from, to, by))
        .map(by => `${from} ${to} ${by}`),
    ),
  )
  expect(moves).toEqual([
    'asked confirmed offerer',
    'asked declined offerer',
    'asked withdrawn taker',
    'confirmed withdrawn taker',
  ])
})

test.each([
  [undefined, 5, 100, true],
  [3, 0, 3, true],
  [3, 1, 3, false],
  [3, 2, undefined, true],
  [3, 3, undefined, false],
])('%s places, %s taken, %s asked: %s', (places, taken, asked, fit) => {
  expect(placesFit({ places, taken }, asked)).toBe(fit)
})
