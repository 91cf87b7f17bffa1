/** The summary record through HTTP: who may not, drafting from the sources, redrafting, corrections in their term, approval, files. */
import {
  adoptDecision,
  draftDecision,
  getDecision,
  putDecision,
  stateOnDecision,
  voteOnDecision,
} from '@kerege/contract/council/decisionRoutes'
import {
  addComment,
  getDocument,
  getFile,
  listAmendments,
  moveDocument,
  proposeAmendment,
  settleAmendment,
} from '@kerege/contract/council/documents/routes'
import { blockText } from '@kerege/contract/council/documents/rules'
import type { DocumentText } from '@kerege/contract/council/documents/text'
import { addItem } from '@kerege/contract/council/agendaRoutes'
import {
  approveRecord,
  circulateRecord,
  draftRecord,
  getRecord,
  previewRedraft,
  redraftRecord,
  withdrawStatement,
} from '@kerege/contract/council/record/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { readAkn } from '../documents/formats/readAkn.ts'
import { readDocx } from '../documents/formats/readDocx.ts'
import { openAknSchema } from '../documents/testing/aknSchema.ts'
import { type Desk, desk, paragraph } from '../documents/testing/drafts.ts'
import { remindOfCorrections } from '../silenceClock.ts'
import { type Hub, hub, said } from '../testing/hub.ts'
import { adoptAgenda, file, type Meeting, meeting, move, speak } from '../testing/past.ts'

const start = Date.parse('2026-12-03T06:00:00Z')
const day = 86_400_000
let clock = start
let h: Hub
let d: Desk
let kg: Somebody
let tj: Somebody
let icrc: Somebody
const schema = openAknSchema()
const as = (who: Somebody | null) => h.w.as(who)

beforeAll(async () => {
  h = await hub({ now: () => new Date(clock) })
  d = desk(h)
  kg = await h.delegate('KG')
  tj = await h.delegate('TJ')
  icrc = await h.delegate('ICRC')
}, 60_000)
afterAll(async () => {
  schema.close()
  await h.w.close()
})

const read = async (id: string, who = h.secretariat) =>
  (await as(who)(getRecord, { params: { id } })).body.record
const draft = (id: string, documentId = newId(), who = h.secretariat) =>
  as(who)(draftRecord, { params: { id }, body: { documentId, language: 'en' } })
const redraft = (id: string, basedOn: number, take: { language: 'en' | 'ru'; blockId: string }[] = []) =>
  as(h.secretariat)(redraftRecord, { params: { id }, body: { basedOn, take } })
const circulate = async (id: string, who = h.secretariat) =>
  as(who)(circulateRecord, { params: { id }, body: { basedOn: (await read(id))?.version ?? 0 } })
const approve = (m: Meeting, basedOn: number, who = h.chair, itemId = m.items[1] ?? '') =>
  as(who)(approveRecord, { params: { id: m.id, itemId }, body: { basedOn } })
const lines = (text: DocumentText) => text.blocks.map(blockText)

/** A session that is over, with a draft of its record. */
async function drafted() {
  const m = await meeting(h)
  await move(h, m.id, 'closed')
  const documentId = newId()
  await draft(m.id, documentId)
  return { ...m, documentId }
}
async function circulated() {
  const m = await drafted()
  const reply = await circulate(m.id)
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return m
}
const source = async (id: string) => (await d.text(id, 'en')).body
const correct = async (documentId: string, who: Somebody, words = 'Corrected words.') => {
  const { text, version } = await source(documentId)
  const block = text.blocks.find(one => one.id === 'popening')
  return as(who)(proposeAmendment, {
    params: { id: documentId },
    body: {
      id: newId(),
      action: 'replace',
      blockId: 'popening',
      sourceNumber: version,
      after: {
        ...paragraph('popening', words),
        number: block && 'number' in block ? block.number : undefined,
      } as never,
      reason: 'The day was another one',
    },
  })
}

describe('nobody', () => {
  test('drafts a record but the secretariat, of a session that has been, with a symbol, once', async () => {
    const m = await meeting(h)
    expect((await draft(m.id, newId(), kg)).body.code).toBe('not-allowed')
    expect((await draft(newId())).status).toBe(404)
    await move(h, m.id, 'closed')
    const [one, other] = await Promise.all([draft(m.id), draft(m.id)])
    expect([one.status, other.status].sort()).toEqual([201, 409])
    expect((one.status === 409 ? one : other).body.code).toBe('record-drafted')
    expect((await read(m.id))?.symbol).toBe(`${m.symbol}/SR`)
  })

  test('sees a draft but those who prepare; a reader of sessions hears of none', async () => {
    const m = await drafted()
    expect(await read(m.id, kg)).toBeUndefined()
    expect((await d.read(m.documentId, kg)).status).toBe(404)
    expect((await as(null)(getRecord, { params: { id: m.id } })).status).toBe(401)
    const preview = await as(kg)(previewRedraft, { params: { id: m.id } })
    expect(preview.body).toMatchObject({ code: 'not-allowed' })
  })

  test('circulates while the session goes on, nor moves it by the page of documents', async () => {
    const m = await meeting(h)
    const documentId = newId()
    expect((await draft(m.id, documentId)).status).toBe(201)
    expect((await circulate(m.id)).body.code).toBe('session-state')
    const moved = await as(h.secretariat)(moveDocument, {
      params: { id: documentId },
      body: { to: 'circulated', basedOn: (await read(m.id))?.version ?? 0 },
    })
    expect(moved.body.code).toBe('document-bound')
  })
})

describe('a draft', () => {
  test('says what happened, in the working languages', async () => {
    const m = await meeting(h)
    const [schools = ''] = m.items
    await speak(h, m.id, schools, 'KG')
    await speak(h, m.id, schools, 'ICRC')
    await file(h, kg, m.id, 'On schools', { itemId: schools, forRecord: true })
    await file(h, tj, m.id, 'Zirconium', { itemId: schools, withheld: true })
    const decision = newId()
    await as(h.secretariat)(draftDecision, {
      body: {
        id: decision,
        bodyId: h.council,
        sessionId: m.id,
        title: said('One contact'),
        texts: said('Name one.'),
      },
    })
    await as(h.chair)(putDecision, { params: { id: decision }, body: { way: 'room', basedOn: 1 } })
    await as(kg)(stateOnDecision, {
      params: { id: decision },
      body: { kind: 'reserved', text: 1, words: 'Within our means.' },
    })
    const adopted = await as(h.chair)(adoptDecision, { params: { id: decision }, body: { basedOn: 2 } })
    await move(h, m.id, 'closed')
    const documentId = newId()
    await draft(m.id, documentId)
    const { text } = await source(documentId)
    const said3 = lines(text).map(line => line.replace(/^\d+\. /, ''))
    expect(said3).toContain(
      'Members, with the number of representatives: Kyrgyz Republic (1); Republic of Kazakhstan (1); Republic of Tajikistan (1).',
    )
    expect(said3).toContain('Observers: International Committee of the Red Cross (1).')
    const order = [
      'Kyrgyz Republic (member) took the floor.',
      'International Committee of the Red Cross (observer) took the floor.',
      `Kyrgyz Republic asked that its statement “On schools” (${m.symbol}/STA.1) be entered in the record.`,
      'Republic of Tajikistan filed a statement whose text is withheld.',
      `Decision ${adopted.body.symbol}, “One contact”, was adopted by consensus.\nText of the decision:\nName one.`,
      `Kyrgyz Republic made a reservation to ${adopted.body.symbol}: “Within our means.”`,
    ].map(line => said3.indexOf(line))
    expect(order.every(at => at > 0)).toBe(true)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(JSON.stringify(text)).not.toMatch(/Zirconium|Invented/)
    const russian = (await d.text(documentId, 'ru')).body
    expect(russian).toMatchObject({ state: 'draft', madeFrom: 1 })
    expect(russian.text.blocks.map(block => block.id)).toEqual(text.blocks.map(block => block.id))
    expect(lines(russian.text)[0]).toBe('Открытие')
  })

  test('says how a vote stood, of what was carried and of what was not', async () => {
    const m = await meeting(h)
    await h.w.admin.query(`update council.body_rules set rules = rules || '{"voting": "simple"}'`)
    const voters = [kg, tj, await h.delegate('UZ')]
    for (const [title, choices] of [
      ['A seat', ['for', 'for', 'abstain']],
      ['A vehicle', ['against', 'against', 'for']],
    ] as const) {
      const params = { id: newId() }
      const texts = said(`${title} for each.`)
      const body = { ...params, bodyId: h.council, sessionId: m.id, title: said(title), texts }
      await as(h.secretariat)(draftDecision, { body })
      await as(h.chair)(putDecision, { params, body: { way: 'vote', basedOn: 1 } })
      for (const [at, choice] of choices.entries()) {
        expect(
          (await as(voters[at] ?? null)(voteOnDecision, { params, body: { text: 1, choice } })).status,
        ).toBe(200)
      }
      const { version } = (await as(h.chair)(getDecision, { params })).body
      await as(h.chair)(adoptDecision, { params, body: { basedOn: version } })
    }
    await move(h, m.id, 'closed')
    const documentId = newId()
    expect((await draft(m.id, documentId)).status).toBe(201)
    const all = lines((await source(documentId)).text).join('\n')
    expect(all).toMatch(
      /Decision \S+, “A seat”, was adopted by a vote: 2 for, 0 against, 1 abstaining\.\nText of the decision:\nA seat for each\./,
    )
    expect(all).toContain('“A vehicle” was put to a vote and not carried: 1 for, 2 against, 0 abstaining.')
    expect(all).not.toContain('A vehicle for each')
  })

  test('is written anew from changed sources and keeps what was written by hand', async () => {
    const m = await drafted()
    const before = await source(m.documentId)
    const byHand = before.text.blocks.map(block =>
      block.id === 'popening' ? paragraph('popening', 'By hand.') : block,
    )
    await d.save(m.documentId, 'en', 1, { ...before.text, blocks: byHand })
    await file(h, kg, m.id, 'Late')
    const preview = (await as(h.secretariat)(previewRedraft, { params: { id: m.id } })).body
    expect(preview).toMatchObject({ followed: 4, asks: [] })
    expect((await redraft(m.id, preview.version - 1)).body.code).toBe('stale-version')
    expect((await redraft(m.id, preview.version)).status).toBe(200)
    const after = lines((await source(m.documentId)).text)
    expect(after).toContain('1. By hand.')
    expect(after.join()).toContain('filed the statement “Late”')
    expect((await d.read(m.documentId)).body.languages).toMatchObject({ ru: 'stale' })
    const again = (await as(h.secretariat)(previewRedraft, { params: { id: m.id } })).body
    expect(again).toMatchObject({ followed: 0, asks: [] })
  })

  test('asks where both changed one paragraph, and takes the sources only where told so', async () => {
    const m = await meeting(h)
    const id = newId()
    await file(h, kg, m.id, 'Will go', { id })
    await move(h, m.id, 'closed')
    const documentId = newId()
    await draft(m.id, documentId)
    const { text } = await source(documentId)
    const named = text.blocks.find(block => blockText(block).includes('Will go'))?.id ?? ''
    const blocks = text.blocks.map(block =>
      block.id === named ? paragraph(named, 'It said much more.') : block,
    )
    await d.save(documentId, 'en', 1, { ...text, blocks })
    await as(kg)(withdrawStatement, { params: { id: m.id, statementId: id }, body: { reason: 'No longer' } })
    const preview = (await as(h.secretariat)(previewRedraft, { params: { id: m.id } })).body
    expect(preview.asks).toEqual([
      { language: 'en', blockId: named, mine: { ...paragraph(named, 'It said much more.') } },
    ])
    await redraft(m.id, preview.version)
    expect(lines((await source(documentId)).text).join()).toContain('It said much more.')
    await redraft(m.id, (await read(m.id))?.version ?? 0, [{ language: 'en', blockId: named }])
    expect(lines((await source(documentId)).text).join()).toContain('It said much more.')
  })

  test('takes the sources in the paragraph that somebody chose', async () => {
    const m = await meeting(h)
    const id = newId()
    await file(h, kg, m.id, 'Will go', { id })
    await move(h, m.id, 'closed')
    const documentId = newId()
    await draft(m.id, documentId)
    const { text } = await source(documentId)
    const named = text.blocks.find(block => blockText(block).includes('Will go'))?.id ?? ''
    const blocks = text.blocks.map(block =>
      block.id === named ? paragraph(named, 'It said much more.') : block,
    )
    await d.save(documentId, 'en', 1, { ...text, blocks })
    await as(kg)(withdrawStatement, { params: { id: m.id, statementId: id }, body: { reason: 'No longer' } })
    await redraft(m.id, (await read(m.id))?.version ?? 0, [{ language: 'en', blockId: named }])
    expect(lines((await source(documentId)).text).join()).not.toContain('It said much more.')
  })

  test('is not written anew once it is circulated', async () => {
    const m = await circulated()
    const { version = 0 } = (await read(m.id)) ?? {}
    expect((await redraft(m.id, version)).body.code).toBe('record-circulated')
    expect((await as(h.secretariat)(previewRedraft, { params: { id: m.id } })).body).toMatchObject({
      code: 'record-circulated',
    })
    expect((await circulate(m.id)).body.code).toBe('document-state')
  })
})

describe('corrections', () => {
  test('are not for observers, nor after the term by the server’s clock', async () => {
    const m = await circulated()
    const until = (await read(m.id, kg))?.correctionsUntil ?? ''
    expect(until).toBe(new Date(clock + 14 * day).toISOString())
    expect((await correct(m.documentId, icrc)).body.code).toBe('not-counted')
    expect((await correct(m.documentId, await h.w.somebody('practitioner'))).body.code).toBe('not-allowed')
    expect((await correct(m.documentId, await h.delegate('UZ', { to: '2026-11-01' }))).body.code).toBe(
      'term-ended',
    )
    expect((await d.read(m.documentId, kg)).body.mine.mayAmend).toBe(true)
    try {
      clock = Date.parse(until) - 1
      expect((await correct(m.documentId, kg)).status).toBe(201)
      clock = Date.parse(until)
      expect((await correct(m.documentId, kg)).body.code).toBe('corrections-over')
      expect((await d.read(m.documentId, kg)).body.mine.mayAmend).toBe(false)
      expect(await read(m.id, kg)).toMatchObject({ correctionsOver: true, openCorrections: 1 })
    } finally {
      clock = start
    }
  })

  test('are taken, or declined with a reason; an observer comments', async () => {
    const m = await circulated()
    await correct(m.documentId, kg)
    await correct(m.documentId, tj, 'Others.')
    const { rows } = (await as(kg)(listAmendments, { params: { id: m.documentId } })).body
    const settle = (id: string | undefined, body: object) =>
      as(h.secretariat)(settleAmendment, {
        params: { id: m.documentId, amendmentId: id ?? '' },
        body: body as never,
      })
    const bare = await settle(rows[1]?.id, { as: 'declined' })
    expect(bare.body).toMatchObject({ faults: [{ pointer: '/answer', code: 'required' }] })
    expect((await settle(rows[1]?.id, { as: 'declined', answer: 'The tape says so' })).status).toBe(200)
    expect((await settle(rows[0]?.id, { as: 'accepted', basedOn: 1 })).status).toBe(200)
    expect(lines((await source(m.documentId)).text)).toContain('1. Corrected words.')
    const comment = { id: newId(), language: 'en' as const, words: 'We said something else' }
    expect((await as(icrc)(addComment, { params: { id: m.documentId }, body: comment })).status).toBe(201)
  })

  test('everybody is told when they begin and once before they end, with ids alone', async () => {
    const m = await circulated()
    const told = async (topic: string) => {
      const { rows } = await h.w.admin.query<{ payload: object }>(
        `select payload from platform.outbox where topic = $1 and payload ->> 'documentId' = $2`,
        [topic, m.documentId],
      )
      return rows
    }
    const everybody = await told('record.circulated')
    expect(everybody.length).toBeGreaterThan(3)
    expect(Object.keys(everybody[0]?.payload ?? {}).sort()).toEqual(['accountId', 'documentId'])
    try {
      clock = start + 12 * day
      await remindOfCorrections(h.w.running.node)
      expect(await told('record.corrections-due')).toHaveLength(0)
      clock = start + 13 * day + 1000
      await Promise.all([remindOfCorrections(h.w.running.node), remindOfCorrections(h.w.running.node)])
      await remindOfCorrections(h.w.running.node)
      expect(await told('record.corrections-due')).toHaveLength(everybody.length)
    } finally {
      clock = start
    }
  })
})

describe('the approval', () => {
  test('is for the chair, under an item of a later session of that body that says so', async () => {
    const m = await circulated()
    const wrong = await meeting(h)
    const named = await as(h.secretariat)(addItem, {
      params: { id: wrong.id },
      body: { id: newId(), title: said('x'), approves: wrong.id },
    })
    expect(named.body).toMatchObject({ faults: [{ pointer: '/approves' }] })
    const next = await meeting(h, m.id)
    const { version = 0 } = (await read(m.id)) ?? {}
    expect((await approve(next, version, h.secretariat)).body.code).toBe('not-allowed')
    expect((await approve(next, version, kg)).body.code).toBe('not-allowed')
    expect((await approve(next, version, h.chair, next.items[0])).status).toBe(422)
    expect((await approve(next, version, h.chair, newId())).status).toBe(404)
    expect((await approve(next, version)).body.code).toBe('agenda-not-adopted')
    await adoptAgenda(h, next.id)
    expect((await approve(next, version)).body.code).toBe('corrections-running')
  })

  test('issues the record with the corrections that were taken, and ends all else', async () => {
    const m = await meeting(h)
    const statement = newId()
    await file(h, kg, m.id, 'Filed', { id: statement })
    await move(h, m.id, 'closed')
    const documentId = newId()
    await draft(m.id, documentId)
    await circulate(m.id)
    await correct(documentId, kg)
    const next = await meeting(h, m.id)
    await adoptAgenda(h, next.id)
    const version = async () => (await read(m.id))?.version ?? 0
    try {
      clock = start + 15 * day
      await d.check(documentId, 'en', 1)
      expect((await approve(next, await version())).body.code).toBe('amendments-open')
      const { rows } = (await as(kg)(listAmendments, { params: { id: documentId } })).body
      await as(h.secretariat)(settleAmendment, {
        params: { id: documentId, amendmentId: rows[0]?.id ?? '' },
        body: { as: 'accepted', basedOn: 1 },
      })
      expect((await approve(next, await version())).body.code).toBe('document-unchecked')
      await d.check(documentId, 'en', 2)
      expect((await approve(next, 1)).body.code).toBe('stale-version')
      const based = await version()
      const both = await Promise.all([approve(next, based), approve(next, based)])
      expect(both.map(one => one.status).sort()).toEqual([200, 412])
      expect(await read(m.id, kg)).toMatchObject({ state: 'issued', approvedIn: { id: next.id } })
    } finally {
      clock = start
    }
    const shown = await h.w.raw(`/public/documents/${m.symbol}/SR`)
    expect(shown.status).toBe(200)
    expect(await shown.text()).toContain('Corrected words.')
    expect((await file(h, kg, m.id, 'Too late')).body.code).toBe('record-approved')
    const back = await as(kg)(withdrawStatement, {
      params: { id: m.id, statementId: statement },
      body: { reason: 'Too late' },
    })
    expect(back.body.code).toBe('record-approved')
    await expect(
      h.w.admin.query('update council.records set approved_at = null where session_id = $1', [m.id]),
    ).rejects.toThrow('does not change')
    expect((await as(kg)(getDocument, { params: { id: documentId } })).body.bound?.approvedAt).toBeDefined()
  })
})

describe('the record as a file', () => {
  const bytes = async (id: string, language: string, format: string) => {
    const path = getFile.path.replace(':id', id).replace(':language', language)
    const response = await h.w.raw(`/api${path}?format=${format}`, {}, h.secretariat)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toContain('_SR.')
    return new Uint8Array(await response.arrayBuffer())
  }

  test.each(['en', 'ru'] as const)(
    'opens as Word, PDF and Akoma Ntoso in %s, and says that it is provisional',
    async language => {
      const m = await circulated()
      const { text } = (await d.text(m.documentId, language)).body
      const word = await readDocx(await bytes(m.documentId, language, 'docx'))
      for (const block of text.blocks) expect(word.blocks.map(blockText)).toContain(blockText(block))
      const pdf = Buffer.from(await bytes(m.documentId, language, 'pdf'))
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      expect(pdf.subarray(-6).toString()).toMatch(/%%EOF/)
      const xml = Buffer.from(await bytes(m.documentId, language, 'akn')).toString()
      expect(schema.faultsOf(xml)).toEqual([])
      expect(xml).toContain('<debateReport name="record"')
      expect(readAkn(xml)).toEqual({ text, language, symbol: `${m.symbol}/SR` })
      const page = Buffer.from(await bytes(m.documentId, language, 'html')).toString()
      expect(page).toContain(language === 'en' ? 'Provisional' : 'Предварительный')
    },
  )
})
