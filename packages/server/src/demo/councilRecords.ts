/**
 * Two invented meetings of a working group that are over: of the first the record is approved, of the second it is
 * provisional. Done through the hub's own ways in, each step on its own day by a clock that is turned: nobody waits a
 * fortnight for a demonstration.
 */
import {
  addItem,
  askFloor,
  giveOutAgenda,
  nextSpeaker,
  setFloor,
} from '@kerege/contract/council/agendaRoutes'
import {
  adoptDecision,
  draftDecision,
  putDecision,
  stateOnDecision,
} from '@kerege/contract/council/decisionRoutes'
import {
  checkText,
  getDocument,
  proposeAmendment,
  settleAmendment,
} from '@kerege/contract/council/documents/routes'
import {
  approveRecord,
  circulateRecord,
  draftRecord,
  fileStatement,
  getRecord,
} from '@kerege/contract/council/record/routes'
import type { MultiText } from '@kerege/contract/common'
import {
  changeParticipant,
  giveSymbol,
  handOverChair,
  inviteParty,
  listBodies,
  moveSession,
  planSession,
  registerParticipant,
} from '@kerege/contract/council/routes'
import { newId } from '../platform/ids.ts'
import type { Do, Past } from './council.ts'
import * as texts from './councilRecordTexts.ts'
import { agendaItems } from './councilTexts.ts'
import { addDays } from './days.ts'

export interface Doers extends Past {
  party: (code: string) => string
  /** Somebody of a delegation, by the name of an account of the demo. */
  nameOf: (code: string) => string
}
interface Meeting {
  id: string
  items: string[]
  day: string
}

const there = ['KZ', 'KG', 'TJ', 'UZ', 'ICRC'] as const

export async function holdMeetings(doers: Doers, today: string): Promise<void> {
  const [firstDay, secondDay] = [addDays(today, -120), addDays(today, -9)]
  doers.on(addDays(firstDay, -31))
  const [secretariat, chair] = [await doers.by('secretariat'), await doers.by('chair')]
  const { rows } = (await secretariat(listBodies, {})).body
  const body = rows.find(row => row.code === 'WG.PSS')?.id ?? ''
  await chair(handOverChair, {
    params: { id: body },
    body: {
      id: newId(),
      partyId: doers.party('KZ'),
      from: `${addDays(today, -150).slice(0, 4)}-01-01`,
      handover: ['report', 'papers'],
    },
  })
  const first = await begin(doers, body, firstDay, texts.firstTitle, [texts.firstItem])
  await decide(doers, body, first)
  await fileAll(doers, first, texts.filed[0] ?? [], first.items[1])
  await close(doers, first)
  const documentId = await record(doers, first)
  await correctAndTake(doers, first, documentId)

  const second = await begin(
    doers,
    body,
    secondDay,
    texts.secondTitle,
    [texts.approvalItem, texts.secondItem],
    first.id,
  )
  await approve(secretariat, chair, second, documentId)
  await fileAll(doers, second, texts.filed[1] ?? [], second.items[2])
  await close(doers, second)
  const provisional = await record(doers, second)
  doers.on(addDays(secondDay, 7))
  await propose(await doers.by('delegate-kg'), provisional, texts.openCorrection)
}

/** A meeting under way, with its agenda adopted, attendance taken and two who have spoken to its last item. */
async function begin(
  { by, on, party, nameOf }: Doers,
  bodyId: string,
  day: string,
  title: MultiText,
  titles: readonly MultiText[],
  approves?: string,
): Promise<Meeting> {
  on(addDays(day, -30))
  const secretariat = await by('secretariat')
  const id = newId()
  const params = { id }
  await secretariat(planSession, {
    body: {
      id,
      bodyId,
      kind: 'working-group',
      title,
      format: 'online',
      startsAt: `${day}T05:00:00Z`,
      endsAt: `${day}T08:00:00Z`,
      public: true,
    },
  })
  await secretariat(giveSymbol, { params, body: {} })
  const [opening] = agendaItems
  const items: string[] = []
  for (const one of [opening?.title ?? {}, ...titles]) {
    const itemId = newId()
    const named = approves && one === texts.approvalItem ? { approves } : {}
    await secretariat(addItem, { params, body: { id: itemId, title: one, minutes: 40, ...named } })
    items.push(itemId)
  }
  await secretariat(giveOutAgenda, { params, body: { state: 'provisional', basedOn: 0 } })
  on(addDays(day, -20))
  const coming: { person: string; who: { name: string; head: boolean; way: 'online' } }[] = []
  for (const code of there) {
    await secretariat(inviteParty, { params: { id, partyId: party(code) }, body: { state: 'confirmed' } })
    const person = newId()
    const who = { name: nameOf(code), head: true, way: 'online' as const }
    await secretariat(registerParticipant, { params, body: { id: person, partyId: party(code), ...who } })
    coming.push({ person, who })
  }
  on(day, '05:00')
  await secretariat(moveSession, { params, body: { to: 'under-way' } })
  for (const { person, who } of coming) {
    await secretariat(
      changeParticipant,
      { params: { id: person }, body: { ...who, attended: true } },
      { ifMatch: '"1"' },
    )
  }
  // By those who came.
  await secretariat(giveOutAgenda, { params, body: { state: 'adopted', basedOn: 1 } })
  await speak(await by('chair'), id, items.at(-1) ?? '', [party('KG'), party('ICRC')])
  return { id, items, day }
}

async function speak(chair: Do, id: string, itemId: string, parties: readonly string[]) {
  const params = { id }
  await chair(setFloor, { params, body: { open: true, seconds: 180, itemId } })
  let version = 0
  for (const partyId of parties) {
    version = (await chair(askFloor, { params, body: { id: newId(), partyId } })).body.version
  }
  for (const _ of [...parties, 'end']) {
    version = (await chair(nextSpeaker, { params, body: { version } })).body.version
  }
  await chair(setFloor, { params, body: { open: false, seconds: 180 } })
}

async function decide({ by }: Doers, bodyId: string, meeting: Meeting) {
  const [secretariat, chair] = [await by('secretariat'), await by('chair')]
  const id = newId()
  await secretariat(draftDecision, { body: { id, bodyId, sessionId: meeting.id, ...texts.ownLanguage } })
  await chair(putDecision, { params: { id }, body: { way: 'room', basedOn: 1 } })
  await (await by('delegate-kg'))(stateOnDecision, {
    params: { id },
    body: { kind: 'interpreted', text: 1, words: texts.interpretation },
  })
  await chair(adoptDecision, { params: { id }, body: { basedOn: 2 } })
}

async function fileAll(
  { by }: Doers,
  { id }: Meeting,
  all: (typeof texts.filed)[number],
  itemId: string | undefined,
) {
  for (const { by: key, ...statement } of all) {
    await (await by(key))(fileStatement, {
      params: { id },
      body: { id: newId(), ...(itemId ? { itemId } : {}), ...statement },
    })
  }
}

async function close({ by, on }: Doers, { id, day }: Meeting) {
  on(day, '08:00')
  await (await by('secretariat'))(moveSession, { params: { id }, body: { to: 'closed' } })
}

/** Drafted, read by a person, and circulated in the same week. */
async function record({ by, on }: Doers, { id, day }: Meeting): Promise<string> {
  const documentId = newId()
  on(addDays(day, 1))
  const secretariat = await by('secretariat')
  await secretariat(draftRecord, { params: { id }, body: { documentId, language: 'en' } })
  for (const language of ['en', 'ru'] as const) {
    await secretariat(checkText, { params: { id: documentId, language }, body: { number: 1 } })
  }
  on(addDays(day, 3))
  const basedOn = (await secretariat(getRecord, { params: { id } })).body.record?.version ?? 0
  await secretariat(circulateRecord, { params: { id }, body: { basedOn } })
  return documentId
}

async function propose(who: Do, documentId: string, { words, reason }: { words: string; reason: string }) {
  const id = newId()
  await who(proposeAmendment, {
    params: { id: documentId },
    body: {
      id,
      action: 'insert-after',
      blockId: 'pclosing',
      sourceNumber: 1,
      after: { id: 'pclosing', kind: 'paragraph', runs: [{ text: words }] },
      reason,
    },
  })
  return id
}

async function correctAndTake({ by, on }: Doers, { day }: Meeting, documentId: string) {
  on(addDays(day, 8))
  const secretariat = await by('secretariat')
  const amendmentId = await propose(await by('delegate-tj'), documentId, texts.corrected)
  on(addDays(day, 10))
  await secretariat(settleAmendment, {
    params: { id: documentId, amendmentId },
    body: { as: 'accepted', basedOn: 1, answer: texts.corrected.answer },
  })
  await secretariat(checkText, { params: { id: documentId, language: 'en' }, body: { number: 2 } })
}

async function approve(secretariat: Do, chair: Do, second: Meeting, documentId: string) {
  const { version } = (await secretariat(getDocument, { params: { id: documentId } })).body
  await chair(approveRecord, {
    params: { id: second.id, itemId: second.items[1] ?? '' },
    body: { basedOn: version },
  })
}
