import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { purposes } from './kinds.ts'
import { fieldFacts, fieldsFor, proposed, recipientKinds, tellable, widest } from './recipients.ts'
import { type Ages, draftFaults, effectOf, judge, type Said, type Sharing, standingOf } from './rules.ts'

const today = '2026-11-26'
const ages: Ages = { own: null, assent: 10, majority: 18 }
const born = (date: string, over: Partial<Ages> = {}) =>
  standingOf({ precision: 'day', date }, { ...ages, ...over }, today)
const small = born('2019-03-14')
const child = born('2014-03-14')
const adult = born('1990-03-14')

const said = (over: Partial<Said> = {}): Said => ({
  id: over.id ?? 'a',
  kind: 'consent',
  givenBy: 'parent',
  capacity: 'with-support',
  purposes: ['school'],
  recipients: ['school'],
  contacts: [],
  classes: ['contact', 'education'],
  since: '2026-09-01',
  until: '2027-08-31',
  withdrawn: false,
  custodyEnded: false,
  recordedAt: '2026-09-01T08:00:00.000Z',
  ...over,
})
const want: Sharing = { contactId: 'k', recipient: 'school', purpose: 'school', classes: ['contact'] }

describe('whose word counts', () => {
  test.each([
    ['2008-11-27', {}, 'carer', '2026-11-27'],
    ['2008-11-26', {}, 'own', '2026-11-26'],
    ['2010-11-26', { own: 16 }, 'own', '2028-11-26'],
    // No such day in that year: as everywhere here, a day later.
    ['2008-02-29', {}, 'own', '2026-03-01'],
  ] as const)('born %s %j: %s, of age on %s', (day, over, word, adultFrom) => {
    expect(born(day, over)).toMatchObject({ word, adultFrom })
  })

  test('of a birth that is not known well, and of one that is not known', () => {
    expect(standingOf({ precision: 'year', year: 2008 }, ages, today)).toMatchObject({
      word: 'unclear',
      // The first possible day: nobody who may be of age is spoken for.
      adultFrom: '2026-01-01',
    })
    expect(standingOf({ precision: 'unknown' }, ages, today)).toEqual({
      word: 'unclear',
      assent: false,
      adultFrom: undefined,
    })
  })
})

describe('what still counts', () => {
  test.each([
    ['in-effect', {}, child],
    ['withdrawn', { withdrawn: true }, child],
    ['custody-ended', { custodyEnded: true }, child],
    ['expired', { until: '2026-11-25' }, child],
    ['in-effect', { until: today }, child],
    ['not-yet', { since: '2026-11-27' }, child],
    ['in-effect', {}, born('2008-11-27')],
    ['came-of-age', {}, born('2008-11-26')],
    ['came-of-age', { kind: 'assent', givenBy: 'self' }, born('2008-11-26')],
    ['came-of-age', { givenBy: 'court' }, born('2008-11-26')],
    // A court that decides for somebody who is of age already.
    ['in-effect', { givenBy: 'court', since: '2026-11-26' }, born('2008-11-26')],
    ['in-effect', { givenBy: 'self' }, adult],
  ] as const)('%s: %j', (effect, over, standing) => {
    expect(effectOf(said(over), today, standing)).toBe(effect)
  })
})

describe('whether it may be told', () => {
  test.each<[string, Said[], Partial<Sharing>, typeof child, object]>([
    ['nobody was asked', [], {}, small, { ok: false, why: 'none' }],
    ['a carer of a small child', [said()], {}, small, { ok: true, rests: 'a', despite: false }],
    ['another recipient', [said()], { recipient: 'clinic' }, small, { ok: false, why: 'not-covered' }],
    [
      'a single one by name',
      [said({ recipients: [], contacts: ['k'] })],
      {},
      small,
      { ok: true, rests: 'a' },
    ],
    ['another purpose', [said()], { purpose: 'health' }, small, { ok: false, why: 'not-covered' }],
    [
      'more than was said',
      [said()],
      { classes: ['contact', 'health'] },
      small,
      { ok: false, why: 'not-covered' },
    ],
    ['taken back', [said({ withdrawn: true })], {}, small, { ok: false, why: 'withdrawn' }],
    ['run out', [said({ until: '2026-11-01' })], {}, small, { ok: false, why: 'expired' }],
    [
      'a guardian who is none',
      [said({ custodyEnded: true })],
      {},
      small,
      { ok: false, why: 'custody-ended' },
    ],
    ['of age since', [said()], {}, born('2008-11-26'), { ok: false, why: 'came-of-age' }],
    ['a child who was not asked', [said()], {}, child, { ok: false, why: 'assent-missing' }],
    [
      'a child who said yes, too',
      [said(), said({ id: 'b', kind: 'assent', givenBy: 'self' })],
      {},
      child,
      { ok: true, rests: 'a' },
    ],
    ['a child who cannot follow', [said({ capacity: 'not' })], {}, child, { ok: true, rests: 'a' }],
    [
      'a small child who said no',
      [
        said(),
        said({ id: 'b', kind: 'refusal', givenBy: 'self', purposes: [], recipients: [], classes: [] }),
      ],
      {},
      small,
      { ok: false, why: 'refused' },
    ],
    [
      'a carer who then said no',
      [said(), said({ id: 'b', kind: 'refusal', recordedAt: '2026-10-01T08:00:00.000Z' })],
      {},
      small,
      { ok: false, why: 'refused' },
    ],
    [
      'a carer who said yes again',
      [
        said({ id: 'b', kind: 'refusal', recordedAt: '2026-08-01T08:00:00.000Z', since: '2026-08-01' }),
        said({ recordedAt: '2026-10-01T08:00:00.000Z' }),
      ],
      {},
      small,
      { ok: true, rests: 'a' },
    ],
    [
      'a law, although somebody said no',
      [
        said({ kind: 'other-basis', givenBy: undefined }),
        said({ id: 'b', kind: 'refusal', givenBy: 'self' }),
      ],
      {},
      small,
      { ok: true, rests: 'a', despite: true },
    ],
    ['a parent of an adult', [said({ since: '2026-10-01' })], {}, adult, { ok: false, why: 'not-covered' }],
    ['an adult', [said({ givenBy: 'self', capacity: 'alone' })], {}, adult, { ok: true, rests: 'a' }],
    [
      'a court for an adult who cannot decide',
      [said({ givenBy: 'court', capacity: 'not' })],
      {},
      adult,
      { ok: true, rests: 'a' },
    ],
  ])('%s', (_, all, over, standing, answer) => {
    expect(judge(all, { ...want, ...over }, today, standing)).toMatchObject(answer)
  })

  test('taking back, running out and a no never open what was shut', () => {
    const record = fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom('consent', 'assent', 'refusal', 'other-basis' as const),
      givenBy: fc.constantFrom('self', 'parent', 'guardian', 'court' as const),
      capacity: fc.constantFrom('alone', 'with-support', 'not' as const),
      purposes: fc.subarray([...purposes]),
      recipients: fc.subarray([...recipientKinds]),
      contacts: fc.subarray(['k', 'other']),
      classes: fc.subarray([...tellable]),
      since: fc.constantFrom('2026-01-01', today, '2026-12-01'),
      until: fc.constantFrom('2026-11-25', today, '2027-06-01'),
      withdrawn: fc.boolean(),
      custodyEnded: fc.boolean(),
      recordedAt: fc.integer({ min: 0, max: 99 }).map(n => `2026-11-01T08:00:${String(n).padStart(2, '0')}Z`),
    })
    const standing = fc.constantFrom(small, child, adult, born('2008-11-27'))
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), record, standing, (all, one, who) => {
        fc.pre(one.kind === 'consent' || one.kind === 'other-basis')
        const shut = judge(all, want, today, who)
        if (shut.ok) return
        expect(judge([...all, { ...one, withdrawn: true }], want, today, who).ok).toBe(false)
        expect(judge([...all, { ...one, kind: 'refusal' }], want, today, who).ok).toBe(false)
      }),
    )
  })
})

test('what of a draft cannot be', () => {
  const faults = (over: object, standing = child) =>
    draftFaults({ ...said(), since: today, ...over }, standing, today, 12).map(one => one.code)
  expect(faults({})).toEqual([])
  expect(faults({ givenBy: 'self' })).toEqual(['too-young-alone'])
  expect(faults({ givenBy: 'self', capacity: 'not' }, adult)).toEqual(['cannot-decide'])
  expect(faults({}, adult)).toEqual(['decides-alone'])
  expect(faults({ kind: 'assent', givenBy: 'self' }, adult)).toEqual(['decides-alone'])
  expect(faults({ givenBy: 'court', capacity: 'not' }, adult)).toEqual([])
  expect(faults({ since: '2026-11-27' })).toEqual(['in-future'])
  expect(faults({ until: '2026-11-25' })).toEqual(['period-reversed'])
  expect(faults({ until: '2027-11-27' })).toEqual(['too-long'])
})

describe('two who decide for a child', () => {
  const mother = said({
    id: 'm',
    giver: 'mother',
    classes: ['contact', 'kinship'],
    recordedAt: '2026-09-01T08:00:00Z',
  })
  const father = said({
    id: 'f',
    giver: 'father',
    classes: ['education'],
    recordedAt: '2026-09-02T08:00:00Z',
  })
  const both: Sharing = { ...want, classes: ['contact', 'education'] }
  const no = (over: Partial<Said> = {}) =>
    said({
      id: 'no',
      kind: 'refusal',
      giver: 'father',
      purposes: [],
      recipients: [],
      classes: ['education'],
      ...over,
    })
  const [early, late] = ['2026-08-01T08:00:00Z', '2026-10-01T08:00:00Z']
  const ask = (all: Said[], over: Partial<Sharing> = {}) => judge(all, { ...both, ...over }, today, small)

  test.each([
    ['one after the other', [mother, father]],
    ['the other way round', [father, mother]],
  ])('what each allowed goes together, and it is said who allowed what: %s', (_, all) => {
    expect(ask(all)).toMatchObject({
      ok: true,
      parts: [
        { class: 'contact', rests: 'm' },
        { class: 'education', rests: 'f' },
      ],
    })
    const answer = ask(all)
    expect(answer.ok && [answer.rests, ...answer.also].sort()).toEqual(['f', 'm'])
  })
  test('one answer is enough where it covers all, and what nobody allowed is named', () => {
    const whole = said({ id: 'w', giver: 'mother', recordedAt: early })
    expect(ask([whole, father])).toMatchObject({ ok: true, rests: 'w', also: [] })
    expect(ask([mother, father], { classes: ['contact', 'health'] })).toMatchObject({
      ok: false,
      why: 'not-covered',
      missing: [{ class: 'health', why: 'not-covered', by: [] }],
      parts: [{ class: 'contact', rests: 'm' }],
    })
  })
  test.each([
    ['before', early],
    ['after', late],
  ])('the no of one is not taken back by the yes of the other, said %s it', (_, recordedAt) => {
    const all = [said({ id: 'w', giver: 'mother' }), no({ recordedAt })]
    expect(ask(all)).toMatchObject({
      ok: false,
      why: 'refused',
      missing: [{ class: 'education', why: 'refused', by: ['no'] }],
      parts: [{ class: 'contact', rests: 'w' }],
    })
    // What the no is not about goes on.
    expect(ask(all, { classes: ['contact'] })).toMatchObject({ ok: true, rests: 'w' })
    // Whoever said no may say yes.
    const again = said({ id: 'y', giver: 'father', recordedAt: '2026-11-01T08:00:00Z' })
    expect(ask([...all, again])).toMatchObject({ ok: true })
  })
  test.each([
    ['before', early],
    ['after', late],
  ])(
    'a court decides instead of a carer, whether the carer said no %s it; its own no only it takes back',
    (_, recordedAt) => {
      const court = said({ id: 'c', givenBy: 'court' })
      expect(ask([court, no({ recordedAt })])).toMatchObject({ ok: true, rests: 'c', despite: false })
      const courtsNo = no({ givenBy: 'court', giver: undefined, recordedAt: early })
      expect(ask([said({ id: 'w', giver: 'mother', recordedAt: late }), courtsNo])).toMatchObject({
        why: 'refused',
      })
      const child = no({ givenBy: 'self', giver: undefined, recordedAt })
      expect(ask([court, child])).toMatchObject({ why: 'refused', missing: [{ by: ['no'] }] })
    },
  )
  test('whoever decides for the child no longer neither allows nor stops', () => {
    expect(ask([mother, { ...father, custodyEnded: true }])).toMatchObject({
      ok: false,
      missing: [{ class: 'education', why: 'custody-ended' }],
    })
    expect(ask([said({ id: 'w', giver: 'mother' }), no({ custodyEnded: true })])).toMatchObject({ ok: true })
    expect(ask([mother, { ...father, withdrawn: true }])).toMatchObject({
      ok: false,
      why: 'withdrawn',
      missing: [{ class: 'education', why: 'withdrawn' }],
      parts: [{ class: 'contact', rests: 'm' }],
    })
  })
})

describe('what each kind can be told', () => {
  test('nothing of the journey, to nobody; nothing confided, to an authority that asks', () => {
    expect(Object.values(fieldFacts).map(one => one.compartment)).not.toContain('journey')
    for (const kind of recipientKinds) expect(widest[kind] as readonly string[]).not.toContain('journey')
    for (const shut of ['mhpss', 'health', 'education', 'social', 'protection'] as const) {
      expect(widest.authority).not.toContain(shut)
    }
  })
  test.each(recipientKinds)('%s: what is proposed lies within it', kind => {
    expect(fieldsFor(kind)).toEqual(expect.arrayContaining([...proposed[kind]]))
  })
})
