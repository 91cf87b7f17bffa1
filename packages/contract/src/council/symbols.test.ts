import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DocumentSymbol,
  fitPattern,
  formatSymbol,
  modifiers,
  nextModified,
  nextPaper,
  parseSymbol,
  series,
} from './symbols.ts'

test.each([
  ['REC/2026/SES.2', { organ: 'REC', year: 2026, seat: { kind: 'session', number: 2 }, modifiers: [] }],
  [
    'REC/2026/WG.PSS/3',
    { organ: 'REC', year: 2026, group: 'WG.PSS', seat: { kind: 'session', number: 3 }, modifiers: [] },
  ],
  ['REC/2026/DEC.3', { organ: 'REC', year: 2026, seat: { kind: 'decision', number: 3 }, modifiers: [] }],
  [
    'REC/2026/WG.PSS/DEC.1',
    { organ: 'REC', year: 2026, group: 'WG.PSS', seat: { kind: 'decision', number: 1 }, modifiers: [] },
  ],
  [
    'REC/2026/SES.2/L.4/Rev.1',
    {
      organ: 'REC',
      year: 2026,
      seat: { kind: 'session', number: 2 },
      paper: { series: 'L', number: 4 },
      modifiers: [{ kind: 'Rev', number: 1 }],
    },
  ],
  [
    'REC/2026/WG.PSS/3/Rev.1',
    {
      organ: 'REC',
      year: 2026,
      group: 'WG.PSS',
      seat: { kind: 'session', number: 3 },
      modifiers: [{ kind: 'Rev', number: 1 }],
    },
  ],
  [
    'REC/2026/WG.PSS/3/SR/Corr.1',
    {
      organ: 'REC',
      year: 2026,
      group: 'WG.PSS',
      seat: { kind: 'session', number: 3 },
      record: true,
      modifiers: [{ kind: 'Corr', number: 1 }],
    },
  ],
] as const)('%s is read and written', (text, symbol) => {
  expect(parseSymbol(text)).toEqual(symbol)
  expect(formatSymbol(symbol as unknown as DocumentSymbol)).toBe(text)
})

test.each([
  '',
  'REC',
  'REC/26/SES.2',
  'REC/2026/SES.0',
  'REC/2026/SES.02',
  'rec/2026/SES.2',
  'REC/2026/SES.2/',
  'REC/2026/SES.2/Rev.1/L.4',
  'REC/2026/SES.2/X.1',
  'REC/2026/SES.2/SR.1',
  'REC/2026/SES.2/SR/1',
  'REC/2026/DEC.2/SR',
  ' REC/2026/SES.2',
  'REC/2026/SES.2\n',
])('%j is no symbol', text => expect(parseSymbol(text)).toBeUndefined())

const number = fc.integer({ min: 1, max: 9999 })
const anySymbol: fc.Arbitrary<DocumentSymbol> = fc
  .record({
    year: fc.integer({ min: 2020, max: 2099 }),
    group: fc.constantFrom(undefined, 'WG.PSS', 'WG.ACC', 'FP'),
    kind: fc.constantFrom('session' as const, 'decision' as const),
    number,
    paper: fc.option(fc.record({ series: fc.constantFrom(undefined, ...series), number }), {
      nil: undefined,
    }),
    modifiers: fc.array(fc.record({ kind: fc.constantFrom(...modifiers), number }), { maxLength: 3 }),
  })
  .map(one => ({
    organ: 'REC',
    year: one.year,
    ...(one.group === undefined ? {} : { group: one.group }),
    seat: { kind: one.kind, number: one.number },
    ...(one.paper === undefined
      ? {}
      : {
          paper: {
            ...(one.paper.series === undefined ? {} : { series: one.paper.series }),
            number: one.paper.number,
          },
        }),
    modifiers: one.modifiers,
  }))

describe('whatever the symbol', () => {
  test('writing and reading are one another’s way back', () =>
    fc.assert(
      fc.property(anySymbol, symbol => {
        expect(parseSymbol(formatSymbol(symbol))).toEqual(symbol)
      }),
    ))

  test('the next one is never taken', () =>
    fc.assert(
      fc.property(
        anySymbol,
        fc.constantFrom(...modifiers),
        fc.constantFrom(undefined, ...series),
        (symbol, kind, of) => {
          const known: string[] = [formatSymbol(symbol)]
          for (let round = 0; round < 4; round += 1) {
            for (const next of [nextModified(symbol, kind, known), nextPaper(symbol, of, known)]) {
              expect(known).not.toContain(next)
              expect(parseSymbol(next)).toBeDefined()
              known.push(next)
            }
          }
        },
      ),
    ))
})

test('counting goes on past 9999', () => {
  const last = parseSymbol('REC/2020/SES.1/9999')
  if (!last) throw new Error('no symbol')
  expect(nextPaper(last, undefined, ['REC/2020/SES.1/9999'])).toBe('REC/2020/SES.1/10000')
  expect(parseSymbol('REC/2020/SES.1/10000')?.paper).toEqual({ number: 10_000 })
})

test('papers count within their series, revisions within their paper', () => {
  const meeting = parseSymbol('REC/2026/SES.2')
  const draft = parseSymbol('REC/2026/SES.2/L.4')
  if (!meeting || !draft) throw new Error('no symbol')
  const known = [
    'REC/2026/SES.2/L.3',
    'REC/2026/SES.2/L.4',
    'REC/2026/SES.2/7',
    'REC/2026/SES.3/L.9',
    'nonsense',
  ]
  expect(nextPaper(meeting, 'L', known)).toBe('REC/2026/SES.2/L.5')
  expect(nextPaper(meeting, undefined, known)).toBe('REC/2026/SES.2/8')
  expect(nextPaper(meeting, 'INF', known)).toBe('REC/2026/SES.2/INF.1')
  expect(nextModified(draft, 'Rev', [...known, 'REC/2026/SES.2/L.4/Rev.1', 'REC/2026/SES.2/L.3/Rev.6'])).toBe(
    'REC/2026/SES.2/L.4/Rev.2',
  )
})

test.each([
  ['REC/{year}/DEC.{n}', 'decision', true],
  ['REC/{year}/WG.PSS/{n}', 'session', true],
  ['REC/{year}/DEC.{n}', 'session', false],
  ['REC/2026/DEC.{n}', 'decision', false],
  ['REC/{year}/DEC.{n}{n}', 'decision', false],
  ['{n}', 'decision', false],
] as const)('the pattern %s for a %s', (pattern, kind, fit) => expect(fitPattern(pattern, kind)).toBe(fit))
