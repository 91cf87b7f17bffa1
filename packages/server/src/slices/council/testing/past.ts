/** A session in a test that has begun, or is over, with its symbol, an agenda and delegations that were there. */
import {
  addItem,
  askFloor,
  giveOutAgenda,
  nextSpeaker,
  setFloor,
} from '@kerege/contract/council/agendaRoutes'
import {
  changeParticipant,
  giveSymbol,
  inviteParty,
  moveSession,
  registerParticipant,
} from '@kerege/contract/council/routes'
import { fileStatement } from '@kerege/contract/council/record/routes'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { paragraph, textOf } from '../documents/testing/drafts.ts'
import { type Hub, planned, said } from './hub.ts'

export interface Meeting {
  id: string
  symbol: string
  items: string[]
}

/** Under way: two items, the second of which may approve the record of an earlier session. */
export async function meeting(h: Hub, approves?: string): Promise<Meeting> {
  const as = h.w.as(h.secretariat)
  const { id } = await planned(h)
  const { symbol = '' } = (await as(giveSymbol, { params: { id }, body: {} })).body
  const items = [newId(), newId()]
  const [first = '', second = ''] = items
  await as(addItem, { params: { id }, body: { id: first, title: said('Schools') } })
  const body = { id: second, title: said('Approval of the record'), ...(approves ? { approves } : {}) }
  await as(addItem, { params: { id }, body })
  const codes = ['KG', 'KZ', 'TJ', 'ICRC']
  for (const code of codes) {
    await as(inviteParty, { params: { id, partyId: h.party(code) }, body: { state: 'confirmed' } })
  }
  await move(h, id, 'under-way')
  for (const code of codes) await attend(h, id, code)
  return { id, symbol, items }
}

async function attend(h: Hub, id: string, code: string) {
  const as = h.w.as(h.secretariat)
  const person = newId()
  const content = { name: `Invented ${code}`, way: 'in-person' as const }
  await as(registerParticipant, { params: { id }, body: { id: person, partyId: h.party(code), ...content } })
  await as(
    changeParticipant,
    { params: { id: person }, body: { ...content, attended: true } },
    { ifMatch: '"1"' },
  )
}

export const move = (h: Hub, id: string, to: 'under-way' | 'closed' | 'called-off') =>
  h.w.as(h.secretariat)(moveSession, {
    params: { id },
    body: { to, ...(to === 'called-off' ? { reason: 'A flood on the road' } : {}) },
  })

export async function adoptAgenda(h: Hub, id: string) {
  const give = (state: 'provisional' | 'adopted', basedOn: number) =>
    h.w.as(h.secretariat)(giveOutAgenda, { params: { id }, body: { state, basedOn } })
  await give('provisional', 0)
  await give('adopted', 1)
}

/** One delegation speaks to an item. */
export async function speak(h: Hub, id: string, itemId: string, code: string) {
  const as = h.w.as(h.chair)
  await as(setFloor, { params: { id }, body: { open: true, seconds: 60, itemId } })
  const asked = await as(askFloor, { params: { id }, body: { id: newId(), partyId: h.party(code) } })
  const next = await as(nextSpeaker, { params: { id }, body: { version: asked.body.version } })
  await as(nextSpeaker, { params: { id }, body: { version: next.body.version } })
}

const statementOf = (title: string, more: object = {}) => ({
  id: newId(),
  language: 'ru' as const,
  text: textOf(title, paragraph('a', 'Слова делегации.')),
  forRecord: false,
  withheld: false,
  ...more,
})
export const file = (h: Hub, who: Somebody, id: string, title: string, more: object = {}) =>
  h.w.as(who)(fileStatement, { params: { id }, body: statementOf(title, more) })
