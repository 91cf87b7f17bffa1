/**
 * The invented work of the Council in the demo, done through the hub's own ways in by its invented people: so it leaves
 * entries in the log, and every step has its receipt. The register of real meetings is there already.
 */
import { enterDemo } from '@kerege/contract/access/routes'
import { makeAction, reportAction } from '@kerege/contract/council/actionRoutes'
import { addItem, askFloor, giveOutAgenda, setFloor } from '@kerege/contract/council/agendaRoutes'
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
  const by = async (key: string): Promise<Do> => enter(node, people.get(key))
  const secretariat = await by('secretariat')
  const chair = await by('chair')
  const { rows: bodies } = (await secretariat(listBodies, {})).body
  const council = bodies[0]?.id ?? ''
  const { rows: parties } = (await secretariat(listParties, {})).body
  const party = (code: string) => parties.find(one => one.code === code)?.id ?? ''
  if (parties.every(one => one.delegates === 0)) {
    const session = await inviteEverybody(secretariat, chair, people, party, council, today)
    const nameOf = (code: string) =>
      people.get(delegations.find(([one]) => one === code)?.[1] ?? '')?.name ?? ''
    await holdMeetings(node, { by, party, nameOf }, today)
    await prepare(by, session, party)
    await decide(by, council, party, today)
    await writeDocuments(by, council, session)
  }
  await fillMatrix(by, party, today)
  await fillExchange({ by, people, council, party, today })
  await fillPractices({ by, people })
  await fillPractitioners({ by, people })
  await fillAdoptions({ by, people, council, party, today })
  const open = (await secretariat(listDecisions, { query: { state: 'silence' } })).body.rows
  if (open.length === 0) await putUnderSilence(secretariat, chair, council)
}

/** Signs in by the door of the demo, as a visitor would. */
export async function enter({ running }: RegionNode, account: DemoAccount | undefined): Promise<Do> {
  const fetcher = (cookie: string) => async (url: string, init: RequestInit) =>
    running.app.request(url, {
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
  secretariat: Do,
  chair: Do,
  people: ReadonlyMap<string, DemoAccount>,
  party: (code: string) => string,
  council: string,
  today: string,
) {
  const from = `${today.slice(0, 4)}-01-01`
  await chair(handOverChair, {
    params: { id: council },
    body: { id: newId(), partyId: party('KZ'), from, handover: ['report', 'papers', 'calendar'] },
  })
  const id = newId()
  const day = addDays(today, 9)
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
      public: true,
    },
  })
  await secretariat(giveSymbol, { params: { id }, body: { number: 3 } })
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
  return id
}

/** An agenda that was given out, and a list of speakers to look at. */
async function prepare(by: (key: string) => Promise<Do>, id: string, party: (code: string) => string) {
  const [secretariat, chair] = [await by('secretariat'), await by('chair')]
  const items: string[] = []
  for (const item of texts.agendaItems) {
    const itemId = newId()
    items.push(itemId)
    await secretariat(addItem, { params: { id }, body: { id: itemId, ...item } })
  }
  await secretariat(giveOutAgenda, { params: { id }, body: { state: 'provisional', basedOn: 0 } })
  await secretariat(giveOutAgenda, { params: { id }, body: { state: 'annotated', basedOn: 1 } })
  const [, second = ''] = items
  await chair(setFloor, {
    params: { id },
    body: { open: true, seconds: 180, itemId: second, channelNote: texts.channels },
  })
  for (const code of ['ICRC', 'TJ', 'KG']) {
    await chair(askFloor, { params: { id }, body: { id: newId(), partyId: party(code) } })
  }
}

/** One adopted in the room, one under silence that a member broke. */
async function decide(
  by: (key: string) => Promise<Do>,
  council: string,
  party: (code: string) => string,
  today: string,
) {
  const [secretariat, chair] = [await by('secretariat'), await by('chair')]
  const draft = async (body: { title: object; texts: object }) => {
    const id = newId()
    await secretariat(draftDecision, {
      body: { id, bodyId: council, ...body } as Input<typeof draftDecision>['body'],
    })
    return id
  }
  const contact = await draft(texts.oneContact)
  await chair(putDecision, { params: { id: contact }, body: { way: 'room', basedOn: 1 } })
  await (await by('delegate-uz'))(stateOnDecision, {
    params: { id: contact },
    body: { kind: 'reserved', text: 1, words: texts.reservationWords },
  })
  await chair(adoptDecision, { params: { id: contact }, body: { basedOn: 2 } })
  for (const { title, owner, days } of texts.promises) {
    const id = newId()
    await secretariat(makeAction, {
      body: { id, decisionId: contact, ownerId: party(owner), title, due: addDays(today, days) },
    })
    if (owner !== 'KG') continue
    await (await by('delegate-kg'))(reportAction, {
      params: { id },
      body: { id: newId(), state: 'under-way', words: texts.progressWords },
    })
  }
  const form = await draft(texts.oneForm)
  await chair(putDecision, {
    params: { id: form },
    body: { way: 'silence', basedOn: 1, expiresAt: inHours(96) },
  })
  await (await by('delegate-tj'))(objectToDecision, {
    params: { id: form },
    body: { text: 1, words: texts.objectionWords },
  })
}

async function putUnderSilence(secretariat: Do, chair: Do, council: string) {
  const id = newId()
  await secretariat(draftDecision, { body: { id, bodyId: council, ...texts.birthPapers } })
  await chair(putDecision, { params: { id }, body: { way: 'silence', basedOn: 1, expiresAt: inHours(73) } })
}

const inHours = (hours: number): string => {
  const hour = 3_600_000
  return new Date(Math.floor(Date.now() / hour) * hour + hours * hour).toISOString()
}
