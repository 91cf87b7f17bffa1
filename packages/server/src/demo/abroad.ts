/**
 * People still abroad, of the consul's own agency: some of whom nothing is proved yet, some who have answered, one who does not
 * wish to come, and those who are ready to stand on the list. Invented throughout; where they are said to be is a country and a
 * kind of place, never a name. Pure: same seed, same people.
 */
import { addDays as daysLater } from '@kerege/contract/tasks/rules'
import { type AbroadState, type Entry, outline } from '@kerege/contract/repatriation/register/rules'
import type { EntryContent } from '@kerege/contract/repatriation/register/schema'
import type pg from 'pg'
import { addDays, idTime, momentOf, timeOf } from './days.ts'
import { copyTable } from './operationTables.ts'
import { random } from './random.ts'
import type { DemoAccount, DemoNode, DemoPerson, DemoState } from './types.ts'

const most = 40
const begun = -160
/** Days before today on which each step was taken. */
const ways: readonly (readonly AbroadState[])[] = [
  ['known'],
  ['known', 'verified'],
  ['known', 'verified', 'ready'],
  ['known', 'verified', 'ready'],
  ['known', 'verified'],
  ['known', 'refused'],
  ['known', 'verified', 'ready'],
  ['known', 'lost'],
]
const father: Readonly<Record<DemoState, string>> = {
  kz: 'Әкесі',
  kg: 'Атасы',
  tj: 'Падар',
  uz: 'Otasi',
}
const reasons: Readonly<Record<DemoState, Readonly<Partial<Record<AbroadState, string>>>>> = {
  kz: { refused: 'Әзірге қалғысы келеді', lost: 'Бір жылдан бері хабар жоқ' },
  kg: { refused: 'Азырынча калгысы келет', lost: 'Бир жылдан бери кабар жок' },
  tj: { refused: 'Ҳоло мондан мехоҳад', lost: 'Як сол боз хабар нест' },
  uz: { refused: 'Hozircha qolishni istaydi', lost: 'Bir yildan beri xabar yoʻq' },
}

interface Ground {
  by: DemoAccount
  state: DemoState
  today: string
  next: () => string
}

/** Once: what people do with it afterwards stays. */
export async function fillAbroad(
  client: pg.ClientBase,
  demo: DemoNode,
  state: DemoState,
  seed: string,
  today: string,
): Promise<void> {
  const by = demo.accounts.find(one => one.role === 'consularOfficer')
  if (!by) return
  const chance = random(`${seed}/${state}/abroad`)
  const started = idTime(timeOf(addDays(today, begun)), today)
  const ground: Ground = { by, state, today, next: () => chance.id(started) }
  const people = demo.people.filter(person => person.agencyId === by.agencyId).slice(0, most)
  const made = people.map((person, nth) => inventAbroad(person, nth, ground))
  await client.query('begin')
  // Where each stands follows from its steps, as for real ones: the rows first.
  await copyTable(
    client,
    'abroad',
    made.map(one => one.row),
  )
  await copyTable(
    client,
    'abroad_steps',
    made.flatMap(one => one.steps),
  )
  await copyTable(
    client,
    'abroad_entries',
    made.flatMap(one => one.entries),
  )
  await client.query('commit')
}

function inventAbroad(person: DemoPerson, nth: number, ground: Ground) {
  const { by, today, next } = ground
  const id = next()
  const states = ways[nth % ways.length] ?? ['known']
  const day = (after: number) => addDays(today, begun + after)
  const at = (after: number) => momentOf(day(after), 36_000)
  const entries = contentsOf(person, nth, states.at(-1) ?? 'known', ground).map(({ after, content }) => ({
    id: next(),
    on: day(after),
    at: at(after),
    content,
  }))
  const brief = outline(
    entries.map((one): Entry => ({ id: one.id, on: one.on, content: one.content, ended: false })),
    daysLater,
  )
  return {
    row: {
      id,
      person_id: person.id,
      responsible_id: by.id,
      country: brief.country,
      held_as: brief.heldAs,
      last_heard_on: brief.lastHeardOn,
      ask_again_on: brief.askAgainOn,
      evidence_open: brief.evidenceOpen,
      paper_open: brief.paperOpen,
      consent_open: brief.consentOpen,
      created_at: at(0),
      updated_at: at(60),
    },
    steps: states.map((to, number) => ({
      id: next(),
      abroad_id: id,
      person_id: person.id,
      number: number + 1,
      from_state: states[number - 1],
      to_state: to,
      on_day: day(number * 40),
      at: at(number * 40),
      account_id: by.id,
      reason: reasons[ground.state][to],
    })),
    entries: entries.map(one => ({
      id: one.id,
      abroad_id: id,
      person_id: person.id,
      compartment: one.content.kind === 'evidence' ? 'kinship' : 'journey',
      kind: one.content.kind,
      on_day: one.on,
      at: one.at,
      account_id: by.id,
      content: JSON.stringify(one.content),
    })),
  }
}

/** What has to be on record for where somebody stands, and a little that is still open. */
function contentsOf(
  person: DemoPerson,
  nth: number,
  stands: AbroadState,
  { state }: Ground,
): { after: number; content: EntryContent }[] {
  const proved = stands === 'verified' || stands === 'ready'
  const from = (['relative', 'list', 'consular-visit', 'icrc'] as const)[nth % 4] ?? 'relative'
  return [
    { after: 0, content: { kind: 'source', from, reliability: proved ? 'confirmed' : 'unclear' } },
    {
      after: 1,
      content: {
        kind: 'whereabouts',
        country: nth % 5 === 4 ? 'IQ' : 'SY',
        heldAs: nth % 7 === 6 ? 'childrens-home' : 'camp',
        reliability: proved ? 'likely' : 'unclear',
      },
    },
    {
      after: 20,
      content: {
        kind: 'evidence',
        proves: 'kinship',
        item: 'statement-of-relative',
        standing: proved ? 'found' : 'wanted',
      },
    },
    ...(stands === 'known' || stands === 'lost'
      ? []
      : [
          {
            after: 45,
            content: {
              kind: 'wish' as const,
              wish: stands === 'refused' ? ('stay' as const) : ('return' as const),
              toldTo: 'consul' as const,
              alone: true,
            },
          },
        ]),
    ...(proved
      ? [
          {
            after: 60,
            content: {
              kind: 'travel-paper' as const,
              paper: 'return-certificate' as const,
              standing: stands === 'ready' ? ('held' as const) : ('asked' as const),
            },
          },
        ]
      : []),
    ...(person.householdRole === 'child' && nth % 8 === 4
      ? [
          {
            after: 62,
            content: {
              kind: 'parent' as const,
              parent: father[state],
              heldIn: 'IQ',
              consent: 'asked' as const,
            },
          },
        ]
      : []),
  ]
}
