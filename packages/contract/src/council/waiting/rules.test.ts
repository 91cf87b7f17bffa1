import { describe, expect, test } from 'vitest'
import { type RecordStand, recordWaitsFor } from './rules.ts'

const stand: RecordStand = { over: false, openCorrections: 0, prepares: false, corrects: false }

describe('a circulated record waits', () => {
  test.each([
    ['for the word of a member while the term runs', { corrects: true }, 'correct'],
    ['for nobody in particular where one only reads', {}, 'read'],
    ['for an answer where one prepares', { prepares: true, openCorrections: 2 }, 'settle'],
    ['for an answer after the term too', { prepares: true, over: true, openCorrections: 1 }, 'settle'],
    ['for nobody in particular while the term runs and nothing came', { prepares: true }, 'read'],
    ['for a later session after the term', { over: true, corrects: true }, 'approve'],
    ['for a later session where all is answered', { over: true, prepares: true }, 'approve'],
  ] as const)('%s', (_, more, waits) => {
    expect(recordWaitsFor({ ...stand, ...more })).toBe(waits)
  })
})
