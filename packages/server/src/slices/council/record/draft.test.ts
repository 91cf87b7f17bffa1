import { languages } from '@kerege/contract/common'
import { blockText } from '@kerege/contract/council/documents/rules'
import { DocumentText } from '@kerege/contract/council/documents/text'
import type { Classification } from '@kerege/contract/council/rules'
import type { PartyName } from '@kerege/contract/council/schema'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { draftRecord } from './draft.ts'
import type { RecordSources } from './sourceTypes.ts'

const party = (code: string, name: string, classification: Classification = 'member'): PartyName => ({
  id: newId(),
  code,
  name: { en: { text: name, state: 'checked' }, ru: { text: `${name} (ru)`, state: 'checked' } },
  classification,
})
const said = (text: string) => ({ en: { text, state: 'checked' as const } })
const kz = party('KZ', 'Kazakhstan')
const kg = party('KG', 'Kyrgyz Republic')
const icrc = party('ICRC', 'ICRC', 'observer')
const [item, next] = [newId(), newId()]

const sources: RecordSources = {
  session: {
    title: said('Third session'),
    from: '2026-12-03',
    to: '2026-12-04',
    city: 'Astana',
    country: 'KZ',
    format: 'hybrid',
    closedOn: '2026-12-04',
  },
  chair: kz,
  attendance: [
    { party: kz, people: 3 },
    { party: kg, people: 1 },
    { party: icrc, people: 2 },
  ],
  agenda: {
    adopted: true,
    items: [
      { id: item, title: said('Schools'), decisions: [] },
      { id: next, title: said('Papers'), decisions: [] },
    ],
  },
  speeches: [],
  statements: [],
  decisions: [],
  approvals: [],
}
const statement = {
  id: newId(),
  itemId: item,
  party: kg,
  symbol: 'REC/2026/SES.3/STA.1',
  title: said('On schools'),
  forRecord: false,
  withheld: false,
}
const decision = {
  id: newId(),
  symbol: 'REC/2026/DEC.4',
  state: 'adopted',
  way: 'room',
  restricted: false,
  title: said('One contact'),
  texts: said('Each state names one contact.\nIt answers within a week.'),
  expiresAt: null,
  tally: { for: 0, against: 0, abstain: 0 },
  voices: [],
}
const adoptedLine =
  'Decision REC/2026/DEC.4, “One contact”, was adopted by consensus.\nText of the decision:\nEach state names one contact.\nIt answers within a week.'
const voice = { id: newId(), kind: 'reserved', party: kg, words: 'Within our means.' }
const lines = (more: Partial<RecordSources> = {}) =>
  draftRecord({ ...sources, ...more }, 'en').blocks.map(blockText)
const added = (more: Partial<RecordSources>) => {
  const before = new Set(lines().map(bare))
  return lines(more)
    .map(bare)
    .filter(line => !before.has(line))
}
const bare = (line: string) => line.replace(/^\d+\. /, '')

test('a whole record: opening, attendance by numbers, agenda, items, closing; paragraphs numbered', () => {
  expect(lines()).toEqual([
    'Opening',
    '1. “Third session” was held from 3 December 2026 to 4 December 2026. Place: Astana, Kazakhstan. It was held in person and online.',
    '2. In the chair: Kazakhstan.',
    'Attendance',
    '3. Members, with the number of representatives: Kazakhstan (3); Kyrgyz Republic (1).',
    '4. Observers: ICRC (2).',
    'Agenda',
    '5. The following agenda was adopted:',
    '1. Schools',
    '2. Papers',
    '1. Schools',
    '2. Papers',
    'Closing',
    '6. The session was closed on 4 December 2026.',
  ])
})

describe.each<[string, Partial<RecordSources>, string[]]>([
  [
    'who spoke, in order, with capacity',
    {
      speeches: [
        { id: newId(), itemId: item, party: icrc, kind: 'speech' },
        { id: newId(), itemId: item, party: kg, kind: 'reply' },
      ],
    },
    ['ICRC (observer) took the floor.', 'Kyrgyz Republic (member) spoke in right of reply.'],
  ],
  [
    'a public statement by its symbol',
    { statements: [statement] },
    ['Kyrgyz Republic filed the statement “On schools” (REC/2026/SES.3/STA.1).'],
  ],
  [
    'a statement for the record',
    { statements: [{ ...statement, forRecord: true }] },
    [
      'Kyrgyz Republic asked that its statement “On schools” (REC/2026/SES.3/STA.1) be entered in the record.',
    ],
  ],
  [
    'a withheld statement only as withheld, whatever else was asked for it',
    { statements: [{ ...statement, withheld: true, forRecord: true }] },
    ['Kyrgyz Republic filed a statement whose text is withheld.'],
  ],
  [
    'a decision with its number, a reservation and an interpretative statement',
    {
      decisions: [
        {
          ...decision,
          voices: [voice, { id: newId(), kind: 'interpreted', party: kz, words: 'As in our law.' }],
        },
      ],
    },
    [
      'Outside the items of the agenda',
      adoptedLine,
      'Kyrgyz Republic made a reservation to REC/2026/DEC.4: “Within our means.”',
      'Kazakhstan made an interpretative statement on REC/2026/DEC.4: “As in our law.”',
    ],
  ],
  [
    'a restricted decision by its number alone',
    { decisions: [{ ...decision, restricted: true, voices: [voice] }] },
    [
      'Outside the items of the agenda',
      'Decision REC/2026/DEC.4 was adopted; its text is for members only.',
      'Kyrgyz Republic made a reservation to REC/2026/DEC.4.',
    ],
  ],
  [
    'no consensus, with whose objection it was',
    {
      decisions: [{ ...decision, symbol: null, state: 'broken', voices: [{ ...voice, kind: 'objected' }] }],
    },
    [
      'Outside the items of the agenda',
      'There was no consensus on “One contact”. Objection: Kyrgyz Republic.',
    ],
  ],
  [
    'what a vote carried, with its numbers',
    { decisions: [{ ...decision, way: 'vote', tally: { for: 3, against: 1, abstain: 1 } }] },
    [
      'Outside the items of the agenda',
      'Decision REC/2026/DEC.4, “One contact”, was adopted by a vote: 3 for, 1 against, 1 abstaining.\nText of the decision:\nEach state names one contact.\nIt answers within a week.',
    ],
  ],
  [
    'what a vote did not carry',
    {
      decisions: [
        {
          ...decision,
          symbol: null,
          state: 'broken',
          way: 'vote',
          tally: { for: 1, against: 3, abstain: 0 },
        },
      ],
    },
    [
      'Outside the items of the agenda',
      '“One contact” was put to a vote and not carried: 1 for, 3 against, 0 abstaining.',
    ],
  ],
  [
    'what is under silence, with its end',
    { decisions: [{ ...decision, symbol: null, state: 'silence', expiresAt: '2026-12-09T12:00:00Z' }] },
    [
      'Outside the items of the agenda',
      '“One contact” was put under silence until 9 December 2026, 12:00 UTC.',
    ],
  ],
  [
    'which earlier record was approved under an item',
    { approvals: [{ itemId: item, sessionId: newId(), symbol: 'REC/2026/SES.2/SR' }] },
    ['The summary record REC/2026/SES.2/SR was approved.'],
  ],
  ['nothing of a draft', { decisions: [{ ...decision, symbol: null, state: 'draft' }] }, []],
])('a record says', (what, more, expected) => {
  test(what, () => expect(added(more)).toEqual(expected))
})

test('what belongs to an item stands under it, and what is bound to none apart from them', () => {
  const all = lines({
    speeches: [
      { id: newId(), itemId: next, party: kg, kind: 'speech' },
      { id: newId(), itemId: newId(), party: kz, kind: 'speech' },
    ],
    agenda: {
      ...sources.agenda,
      items: sources.agenda.items.map(one => (one.id === item ? { ...one, decisions: [decision.id] } : one)),
    },
    decisions: [decision],
  }).map(bare)
  const at = (line: string) => all.lastIndexOf(line)
  expect(at('Schools')).toBeLessThan(at(adoptedLine))
  expect(at(adoptedLine)).toBeLessThan(at('Papers'))
  expect(at('Papers')).toBeLessThan(at('Kyrgyz Republic (member) took the floor.'))
  expect(at('Outside the items of the agenda')).toBeLessThan(at('Kazakhstan (member) took the floor.'))
})

test('nothing is known: it says so', () => {
  const empty: RecordSources = {
    ...sources,
    session: {
      title: said('X'),
      from: null,
      to: null,
      city: null,
      country: null,
      format: 'unknown',
      closedOn: null,
    },
    chair: undefined,
    attendance: [],
    agenda: { adopted: false, items: [] },
  }
  expect(draftRecord(empty, 'en').blocks.map(blockText)).toEqual([
    'Opening',
    '1. “X” was held.',
    'Attendance',
    '2. Attendance was not written down.',
    'Agenda',
    '3. There was no agenda.',
  ])
})

test.each(languages)(
  'in %s the same paragraphs have the same names, and nothing is left unsaid',
  language => {
    const full: RecordSources = {
      ...sources,
      speeches: [
        { id: newId(), itemId: item, party: kg, kind: 'speech' },
        { id: newId(), itemId: null, party: kg, kind: 'reply' },
      ],
      statements: [
        statement,
        { ...statement, id: newId(), withheld: true },
        { ...statement, id: newId(), forRecord: true },
      ],
      decisions: [
        { ...decision, voices: [voice] },
        {
          ...decision,
          id: newId(),
          way: 'silence',
          voices: [{ ...voice, id: newId(), kind: 'interpreted' }],
        },
        {
          ...decision,
          id: newId(),
          restricted: true,
          voices: [{ ...voice, id: newId(), kind: 'interpreted' }],
        },
        { ...decision, id: newId(), state: 'broken', restricted: true },
        { ...decision, id: newId(), state: 'broken' },
        { ...decision, id: newId(), way: 'vote' },
        { ...decision, id: newId(), way: 'vote', state: 'broken' },
        { ...decision, id: newId(), way: 'vote', state: 'broken', restricted: true },
        { ...decision, id: newId(), state: 'silence', expiresAt: '2026-12-09T12:00:00Z' },
      ],
    }
    const text = draftRecord(full, language)
    expect(DocumentText.safeParse(text).success).toBe(true)
    expect(text.blocks.map(block => block.id)).toEqual(draftRecord(full, 'en').blocks.map(block => block.id))
    expect(JSON.stringify(text)).not.toMatch(/[{}]\w+[{}]|undefined/)
  },
)
