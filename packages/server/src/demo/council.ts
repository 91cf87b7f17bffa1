/**
 * The invented work of the Council in the demo, done through the hub's own ways in by its invented people: so it leaves
 * entries in the log, and every step has its receipt. The register of real meetings is there already.
 */
import { enterDemo } from '@kerege/contract/access/routes'
import { makeAction, reportAction } from '@kerege/contract/council/actionRoutes'
import { addItem, askFloor, getAgenda, giveOutAgenda, setFloor } from '@kerege/contract/council/agendaRoutes'
import { type Answer, type CallOptions, call } from '@kerege/contract/client'
import {
  adoptDecision,
  draftDecision,
  listDecisions,
  objectToDecision,
  putDecision,
  stateOnDecision,
} from '@kerege/contract/council/decisionRoutes'
import {
  addDelegate,
  giveSymbol,
  handOverChair,
  inviteParty,
  listBodies,
  listParties,
  planSession,
  registerParticipant,
} from '@kerege/contract/council/routes'
import type { Input, Output, Route } from '@kerege/contract/route'
import type { RunningNode } from '../main.ts'
import { newId } from '../platform/ids.ts'
import type { RegionNode } from '../region/region.ts'
import { fillAdoptions } from './adoptions.ts'
import { writeDocuments } from './councilDocuments.ts'
import { holdMeetings } from './councilRecords.ts'
import { fillMatrix } from './councilMatrix.ts'
import { fillExchange } from './exchange.ts'
import { fillPractitioners } from './practitioners.ts'
import * as texts from './councilTexts.ts'
import { fillPractices } from './practices.ts'
import { addDays } from './days.ts'
import type { DemoAccount, DemoNode } from './types.ts'

export type Do = <R extends Route>(
  route: R,
  input: Input<R>,
  options?: CallOptions,
) => Promise<Answer<Output<R>>>

/** Safe to repeat: what is there stays, and something is always under silence. */
export async function fillCouncil(node: RegionNode, demo: DemoNode, today: string): Promise<void> {
  const people = new Map(demo.accounts.map(account => [account.key, account]))
  const by = async (key: string): Promise<Do> => enter(node.running, people.get(key))
  const secretariat = await by('secretariat')
  const { rows: bodies } = (await secretariat(listBodies, {})).body
  const council = bodies[0]?.id ?? ''
  const { rows: parties } = (await secretariat(listParties, {})).body
  const party = (code: string) => parties.find(one => one.code === code)?.id ?? ''
  if (parties.every(one => one.delegates === 0)) {
    const nameOf = (code: string) =>
      people.get(delegations.find(([one]) => one === code)?.[1] ?? '')?.name ?? ''
    await inThePast(node, people, async past => {
      const session = await inviteEverybody(past, people, party, council, today)
      await holdMeetings({ ...past, party, nameOf }, today)
      await decide(past, council, party, today)
      await prepare(past, session, today)
      await writeDocuments(past, council, session, today)
      await openFloor(by, session, party)
    })
  }
  await fillMatrix(by, party, today)
  await inThePast(node, people, past => fillExchange({ by, people, council, party, today }, past))
  await fillPractices({ by, people })
  await fillPractitioners({ by, people })
  await fillAdoptions({ by, people, council, party, today })
  const open = (await secretariat(listDecisions, { query: { state: 'silence' } })).body.rows
  if (open.length === 0)
    await inThePast(node, people, past => putUnderSilence(past, council, addDays(today, -1)))
}

/** Somebody at the hub at a time that is put, as if the days had passed. */
export interface Past {
  by: (key: string) => Promise<Do>
  /** @param time of that day, in UTC */
  on: (day: string, time?: string) => void
}

async function inThePast(
  node: RegionNode,
  people: ReadonlyMap<string, DemoAccount>,
  tell: (past: Past) => Promise<void>,
): Promise<void> {
  const turned = await node.turned()
  try {
    await tell({
      by: key => enter(turned, people.get(key)),
      on: (day, time = '09:00') => turned.turn(new Date(`${day}T${time}:00Z`)),
    })
  } finally {
    await turned.stop()
  }
}

/** Signs in by the door of the demo, as a visitor would. */
export async function enter(
  { app }: Pick<RunningNode, 'app'>,
  account: DemoAccount | undefined,
): Promise<Do> {
  const fetcher = (cookie: string) => async (url: string, init: RequestInit) =>
    app.request(url, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), 'x-kerege': '1', cookie },
    })
  let cookie = ''
  const knock = async (url: string, init: RequestInit) => {
    const response = await fetcher('')(url, init)
    cookie = response.headers
      .getSetCookie()
      .map(one => one.split(';')[0])
      .join('; ')
    return response
  }
  await call(knock, enterDemo, { body: { key: account?.email ?? '' } })
  return (route, input, options) => call(fetcher(cookie), route, input, options)
}

const delegations: readonly (readonly [string, string])[] = [
  ['KZ', 'chair'],
  ['KG', 'delegate-kg'],
  ['TJ', 'delegate-tj'],
  ['TM', 'delegate-tm'],
  ['UZ', 'delegate-uz'],
  ['ICRC', 'observer'],
]

async function inviteEverybody(
  { by, on }: Past,
  people: ReadonlyMap<string, DemoAccount>,
  party: (code: string) => string,
  council: string,
  today: string,
) {
  // Of the year in which the first meeting of the demo was held.
  const from = `${addDays(today, -150).slice(0, 4)}-01-01`
  on(addDays(today, -151))
  const [secretariat, chair] = [await by('secretariat'), await by('chair')]
  await chair(handOverChair, {
    params: { id: council },
    body: { id: newId(), partyId: party('KZ'), from, handover: ['report', 'papers', 'calendar'] },
  })
  const id = newId()
  const day = addDays(today, 9)
  on(addDays(today, -38))
  await secretariat(planSession, {
    body: {
      id,
      bodyId: council,
      kind: 'session',
      title: texts.sessionTitle,
      format: 'hybrid',
      startsAt: `${day}T04:30:00Z`,
      endsAt: `${addDays(day, 1)}T11:00:00Z`,
      city: 'Astana',
      country: 'KZ',
      hostId: party('KZ'),
      practicalNote: texts.practicalNote,
      externalPlan: texts.plan,
      public: true,
    },
  })
  await secretariat(giveSymbol, { params: { id }, body: { number: 3 } })
  on(addDays(today, -30))
  for (const [code, key] of delegations) {
    const account = people.get(key)
    if (!account) continue
    await secretariat(addDelegate, {
      params: { id: party(code) },
      body: {
        id: newId(),
        name: account.name,
        head: true,
        accountId: account.id,
        from,
        credentials: 'accepted',
      },
    })
    const state = code === 'TM' ? 'invited' : 'confirmed'
    await secretariat(inviteParty, { params: { id, partyId: party(code) }, body: { state } })
    if (state === 'invited') continue
    const way = code === 'TJ' ? 'online' : 'in-person'
    await secretariat(registerParticipant, {
      params: { id },
      body: { id: newId(), partyId: party(code), name: account.name, head: true, way, visa: code === 'ICRC' },
    })
  }
  // The chair speaks for Kazakhstan, and does not speak alone.
  const beside = people.get('delegate-kz')
  if (beside) {
    const named = { name: beside.name, accountId: beside.id, from, credentials: 'accepted' as const }
    await secretariat(addDelegate, { params: { id: party('KZ') }, body: { id: newId(), ...named } })
  }
  return id
}

/** An agenda that was given out twice. */
async function prepare({ by, on }: Past, id: string, today: string) {
  on(addDays(today, -14))
  const secretariat = await by('secretariat')
  for (const item of texts.agendaItems) {
    await secretariat(addItem, { params: { id }, body: { id: newId(), ...item } })
  }
  await secretariat(giveOutAgenda, { params: { id }, body: { state: 'provisional', basedOn: 0 } })
  on(addDays(today, -9))
  await secretariat(giveOutAgenda, { params: { id }, body: { state: 'annotated', basedOn: 1 } })
}

/** A list of speakers to look at. */
async function openFloor(by: (key: string) => Promise<Do>, id: string, party: (code: string) => string) {
  const chair = await by('chair')
  const [, second] = (await chair(getAgenda, { params: { id } })).body.items
  await chair(setFloor, {
    params: { id },
    body: { open: true, seconds: 180, itemId: second?.id, channelNote: texts.channels },
  })
  for (const code of ['ICRC', 'TJ', 'KG']) {
    await chair(askFloor, { params: { id }, body: { id: newId(), partyId: party(code) } })
  }
}

/** One adopted in the room weeks ago, one under silence that a member broke the day before yesterday. */
async function decide({ by, on }: Past, council: string, party: (code: string) => string, today: string) {
  const [secretariat, chair] = [await by('secretariat'), await by('chair')]
  const draft = async (body: { title: object; texts: object }) => {
    const id = newId()
    await secretariat(draftDecision, {
      body: { id, bodyId: council, ...body } as Input<typeof draftDecision>['body'],
    })
    return id
  }
  on(addDays(today, -45))
  const contact = await draft(texts.oneContact)
  on(addDays(today, -40))
  await chair(putDecision, { params: { id: contact }, body: { way: 'room', basedOn: 1 } })
  await (await by('delegate-uz'))(stateOnDecision, {
    params: { id: contact },
    body: { kind: 'reserved', text: 1, words: texts.reservationWords },
  })
  await chair(adoptDecision, { params: { id: contact }, body: { basedOn: 2 } })
  for (const { title, owner, days } of texts.promises) {
    const id = newId()
    await secretariat(makeAction, {
      body: {
        id,
        decisionId: contact,
        ownerId: party(owner),
        title,
        externalPlan: texts.plan,
        due: addDays(today, days),
      },
    })
    if (owner !== 'KG') continue
    on(addDays(today, -12))
    await (await by('delegate-kg'))(reportAction, {
      params: { id },
      body: { id: newId(), state: 'under-way', words: texts.progressWords },
    })
  }
  on(addDays(today, -5))
  const form = await draft(texts.oneForm)
  on(addDays(today, -3))
  // Its end is still to come when it is broken, and so the clock of the hub has no word in it.
  await chair(putDecision, {
    params: { id: form },
    body: { way: 'silence', basedOn: 1, expiresAt: inHours(24) },
  })
  on(addDays(today, -2), '06:30')
  await (await by('delegate-tj'))(objectToDecision, {
    params: { id: form },
    body: { text: 1, words: texts.objectionWords },
  })
}

/** Since yesterday, until the day after tomorrow. */
async function putUnderSilence({ by, on }: Past, council: string, day: string) {
  on(day, '07:00')
  const [secretariat, chair] = [await by('secretariat'), await by('chair')]
  const id = newId()
  await secretariat(draftDecision, { body: { id, bodyId: council, ...texts.birthPapers } })
  on(day)
  await chair(putDecision, { params: { id }, body: { way: 'silence', basedOn: 1, expiresAt: inHours(60) } })
}

const inHours = (hours: number): string => {
  const hour = 3_600_000
  return new Date(Math.floor(Date.now() / hour) * hour + hours * hour).toISOString()
}
