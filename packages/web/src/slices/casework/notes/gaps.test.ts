import { expect, test } from 'vitest'
import { longGaps } from './gaps.ts'

test.each([
  [[], []],
  [['2026-11-26'], [0]],
  [
    ['2026-11-26', '2026-10-20'],
    [0, 0],
  ],
  [
    ['2026-11-26T10:00:00Z', '2026-07-20', '2026-07-19'],
    [0, 4, 0],
  ],
])('%j has the silences %j', (moments, gaps) => expect(longGaps(moments)).toEqual(gaps))
