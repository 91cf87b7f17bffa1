import { describe, expect, test } from 'vitest'
import { addDays } from '../../tasks/rules.ts'
import {
  type AbroadState,
  abroadStates,
  askAgainOn,
  type Condition,
  type Entry,
  mayStep,
  missingFor,
  nextAbroad,
  outline,
  stepNeedsReason,
} from './rules.ts'
import type { EntryContent } from './schema.ts'

/** From each state: what follows freely, and what follows with a reason. Everything else is refused. */
const table: readonly [from: AbroadState, free: string, withReason: string][] = [
  ['known', 'verified', 'refused lost died'],
  ['verified', 'ready', 'known refused lost died'],
  ['ready', '', 'travelled verified refused lost died'],
  ['travelled', '', 'ready'],
  ['refused', '', 'known verified lost died'],
  ['lost', '', 'known died'],
  ['died', '', 'known'],
]
describe.each(table)('somebody who is %s', (from, free, withReason) => {
  const words = (text: string) => text.split(' ').filter(Boolean)
  const [on, back] = [words(free), words(withReason)]
  test.each(abroadStates)('becoming %s', to => {
    expect(mayStep(from, to)).toBe(on.includes(to) || back.includes(to))
    expect(stepNeedsReason(from, to)).toBe(back.includes(to))
  })
  test('is no trap', () => expect(nextAbroad(from).length).toBeGreaterThan(0))
})

let n = 0
const entry = (content: EntryContent, on = '2026-05-01', ended = false): Entry => {
  n += 1
  return { id: String(n), on, content, ended }
}
const source: EntryContent = { kind: 'source', from: 'relative', reliability: 'likely' }
const evidence = (standing: 'wanted' | 'found'): EntryContent => ({
  kind: 'evidence',
  proves: 'kinship',
  item: 'own-words',
  standing,
})
const wish = (said: 'return' | 'stay' | 'undecided', askAgain?: string): EntryContent => ({
  kind: 'wish',
  wish: said,
  toldTo: 'consul',
  alone: true,
  ...(askAgain ? { askAgainOn: askAgain } : {}),
})
const paper = (standing: 'held' | 'blocked'): EntryContent => ({
  kind: 'travel-paper',
  paper: 'return-certificate',
  standing,
})
const parent = (consent: 'given' | 'asked'): EntryContent => ({ kind: 'parent', parent: 'Father', consent })

describe('what is missing before a step', () => {
  const all = [entry(source), entry(evidence('found')), entry(wish('return')), entry(paper('held'))]
  test.each<[string, AbroadState, AbroadState, Entry[], boolean, Condition[]]>([
    ['nothing is known', 'known', 'verified', [], false, ['source', 'evidence']],
    [
      'evidence is only wanted',
      'known',
      'verified',
      [entry(source), entry(evidence('wanted'))],
      false,
      ['evidence'],
    ],
    ['evidence is there', 'known', 'verified', all, false, []],
    ['nobody asked', 'verified', 'ready', [entry(paper('held'))], false, ['wish']],
    [
      'the last wish is to stay',
      'verified',
      'ready',
      [...all, entry(wish('stay'), '2026-06-01')],
      false,
      ['not-refused'],
    ],
    [
      'an earlier wish was to stay',
      'verified',
      'ready',
      [...all, entry(wish('stay'), '2026-04-01')],
      false,
      [],
    ],
    [
      'said on one day, the later entry counts',
      'verified',
      'ready',
      [...all, entry(wish('stay'))],
      false,
      ['not-refused'],
    ],
    [
      'a wish taken back counts for nothing',
      'verified',
      'ready',
      [...all, entry(wish('stay'), '2026-06-01', true)],
      false,
      [],
    ],
    [
      'the paper is blocked',
      'verified',
      'ready',
      [entry(wish('return')), entry(paper('blocked'))],
      false,
      ['travel-paper'],
    ],
    [
      'the parent of a child was only asked',
      'verified',
      'ready',
      [...all, entry(parent('asked'))],
      true,
      ['parent-consent'],
    ],
    [
      'two parents, one consents',
      'verified',
      'ready',
      [...all, entry(parent('asked')), entry(parent('given'))],
      true,
      ['parent-consent'],
    ],
    ['the parent of an adult is not asked', 'verified', 'ready', [...all, entry(parent('asked'))], false, []],
    ['nobody needs a paper to be lost', 'verified', 'lost', [], true, []],
  ])('%s', (_, from, to, entries, child, expected) =>
    expect(missingFor(from, to, entries, child)).toEqual(expected),
  )
})

describe('when somebody may be reminded to ask again', () => {
  test.each([
    ['who wishes to come', wish('return', '2026-05-03'), undefined],
    ['a refusal rests for three months', wish('stay'), '2026-07-30'],
    ['and cannot be asked sooner', wish('stay', '2026-05-02'), '2026-07-30'],
    ['a later day of their own goes before it', wish('stay', '2026-12-01'), '2026-12-01'],
    ['undecided: the day that was agreed', wish('undecided', '2026-05-20'), '2026-05-20'],
    ['undecided, no day agreed', wish('undecided'), undefined],
  ])('%s', (_, said, expected) => expect(askAgainOn([entry(said)], addDays)).toBe(expected))
})

test('an outline of what stands', () => {
  const place: EntryContent = { kind: 'whereabouts', country: 'SY', heldAs: 'camp', reliability: 'likely' }
  expect(
    outline(
      [
        entry(source, '2026-03-01'),
        entry(place, '2026-03-02'),
        entry({ ...place, country: 'IQ', heldAs: 'prison' }, '2026-02-01'),
        entry(evidence('wanted'), '2026-06-01'),
        entry(paper('blocked'), '2026-06-02'),
        entry(parent('asked'), '2026-06-03'),
      ],
      addDays,
    ),
  ).toEqual({
    country: 'SY',
    heldAs: 'camp',
    // Papers and evidence are work at a desk: nobody was heard of by them.
    lastHeardOn: '2026-03-02',
    askAgainOn: null,
    evidenceOpen: 1,
    paperOpen: true,
    consentOpen: true,
  })
})
