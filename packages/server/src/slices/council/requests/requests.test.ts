/**
 * Focal points and requests for information, through HTTP: who asks whom, what never passes, what waits, and what others may
 * find afterwards.
 */
import { addFocalPoint, changeFocalPoint, listFocalPoints } from '@kerege/contract/council/focalPoints/routes'
import {
  askForInformation,
  countRequests,
  draftFromAnswer,
  extendRequest,
  findAnswers,
  getRequest,
  listRequests,
  takeTurn,
  withdrawRequest,
} from '@kerege/contract/council/requests/routes'
import { askExport } from '@kerege/contract/exports/routes'
import { getPractice } from '@kerege/contract/practices/record/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { writeKeys } from '../finding/keying.ts'
import { type Hub, hub, said } from '../testing/hub.ts'
import { remindOfRequests } from './reminders.ts'

let h: Hub
let clock = Date.parse('2026-11-25T12:00:00Z')
let kz: Somebody
let kg: Somebody
let uz: Somebody
let observer: Somebody
const as = (who: Somebody | null) => h.w.as(who)

const term = (code: string, who: Somebody, more: object = {}) => ({
  id: newId(),
  partyId: h.party(code),
  role: 'focal-point' as const,
  name: who.name,
  office: 'Office for families',
  languages: ['ru' as const],
  accountId: who.accountId,
  from: '2026-01-01',
  contact: { email: 'office@example.org', phone: '+7 700 000 00 00' },
  ...more,
})
async function focal(code: string, more: object = {}) {
  const who = await h.w.somebody('delegate')
  const made = await as(h.secretariat)(addFocalPoint, { body: term(code, who, more) })
  expect(made.status).toBe(201)
  return who
}

beforeAll(async () => {
  h = await hub({ now: () => new Date(clock) })
  kz = await focal('KZ')
  kg = await focal('KG')
  uz = await focal('UZ')
  observer = await focal('ICRC')
}, 60_000)
afterAll(() => h.w.close())

const ask = (who: Somebody | null, more: object = {}) =>
  as(who)(askForInformation, {
    body: {
      id: newId(),
      to: [h.party('KG')],
      title: said('Birth certificates of children born abroad'),
      question: said('Which paper does your registry take instead?'),
      domains: ['papers'],
      due: '2026-12-20',
      ...more,
    },
  })
const asked = async (more: object = {}, who = kz) => {
  const made = await ask(who, more)
  expect(made.status).toBe(201)
  return made.body
}
const turn = (who: Somebody, id: string, more: object = {}) =>
  as(who)(takeTurn, {
    params: { id },
    body: { id: newId(), kind: 'answer', words: 'The registry takes a letter of the consulate', ...more },
  })
const read = (who: Somebody, id: string) => as(who)(getRequest, { params: { id } })
const told = async (topic: string, id: string) =>
  (
    await h.w.admin.query(
      "select payload ->> 'accountId' as account from platform.outbox where topic = $1 and payload ->> 'requestId' = $2",
      [topic, id],
    )
  ).rows.map(row => row.account as string)

describe('focal points', () => {
  test('are named by those who prepare; contacts are for members', async () => {
    const who = await h.w.somebody('delegate')
    expect((await as(kz)(addFocalPoint, { body: term('TJ', who) })).body.code).toBe('not-allowed')
    expect(
      (await as(h.secretariat)(addFocalPoint, { body: term('TJ', who, { to: '2025-01-01' }) })).body,
    ).toMatchObject({
      faults: [{ pointer: '/to', code: 'period-reversed' }],
    })
    expect(
      (await as(h.secretariat)(addFocalPoint, { body: term('TJ', who, { accountId: newId() }) })).body,
    ).toMatchObject({ faults: [{ pointer: '/accountId', code: 'not-found' }] })
    expect(
      (await as(h.secretariat)(addFocalPoint, { body: term('TJ', who, { partyId: newId() }) })).body,
    ).toMatchObject({ faults: [{ pointer: '/partyId', code: 'not-found' }] })

    const seen = (await as(kg)(listFocalPoints, {})).body
    expect(seen.contacts).toBe(true)
    expect(seen.rows.find(row => row.party.code === 'KZ')?.contact?.email).toBe('office@example.org')
    const ended = await focal('KG', { role: 'deputy', from: '2024-01-01', to: '2024-12-31' })
    const auditor = await h.w.somebody('hubAuditor')
    for (const stranger of [observer, auditor, ended]) {
      const { rows, contacts } = (await as(stranger)(listFocalPoints, {})).body
      expect(contacts).toBe(false)
      expect(rows.length).toBeGreaterThan(3)
      expect(rows.every(row => row.contact === undefined)).toBe(true)
    }
    expect((await as(null)(listFocalPoints, {})).body.code).toBe('not-signed-in')
  })

  test('show who runs today, and those before when asked', async () => {
    await focal('TM', { from: '2024-01-01', to: '2025-12-31' })
    const codes = async (query: object) =>
      (await as(kz)(listFocalPoints, { query })).body.rows.map(row => `${row.party.code} ${row.running}`)
    expect(await codes({})).not.toContain('TM false')
    expect(await codes({ ended: 'true' })).toContain('TM false')
    const [first] = (await as(kz)(listFocalPoints, { query: { partyId: h.party('KZ') } })).body.rows
    if (!first) throw new Error('none')
    const change = (version: number) =>
      as(h.secretariat)(
        changeFocalPoint,
        {
          params: { id: first.id },
          body: {
            role: first.role,
            name: first.name,
            office: 'Another office',
            languages: ['kk', 'ru'],
            accountId: kz.accountId,
            from: first.from,
          },
        },
        { ifMatch: `"${version}"` },
      )
    expect((await change(first.version)).body).toMatchObject({ office: 'Another office', contact: {} })
    expect((await change(first.version)).body.code).toBe('stale-version')
  })

  test('leave as a file, for those who may take lists out', async () => {
    expect(
      (await as(kz)(askExport, { body: { of: 'focal-points', format: 'csv', reason: 'For the folder' } }))
        .body.code,
    ).toBe('not-allowed')
    const ticket = await as(h.secretariat)(askExport, {
      body: { of: 'focal-points', format: 'csv', reason: 'For the folder' },
    })
    const file = await (await h.w.raw(ticket.body.url, {}, h.secretariat)).text()
    expect(file).toContain('Office for families')
    expect(file).toContain('office@example.org')
  })
})

describe('nobody asks', () => {
  test('who is no focal point today: a delegate, an observer, whose term has ended', async () => {
    const delegate = await h.delegate('KZ')
    const ended = await focal('KZ', { role: 'deputy', from: '2024-01-01', to: '2025-12-31' })
    const later = await focal('KZ', { role: 'deputy', from: '2099-01-01' })
    const { id } = await asked()
    const codes: [Somebody, string][] = [
      [delegate, 'no-focal-point'],
      [observer, 'observers-read'],
      [ended, 'term-ended'],
      [later, 'term-ended'],
    ]
    for (const [who, code] of codes) {
      expect((await ask(who)).body.code).toBe(code)
      // What may not be seen does not exist.
      expect((await read(who, id)).body.code).toBe('not-found')
      expect((await turn(who, id)).body.code).toBe('not-found')
      expect((await as(who)(countRequests, {})).body).toMatchObject({ waiting: 0, hindrance: code })
    }
    expect((await ask(h.secretariat)).body.code).toBe('not-allowed')
    expect((await ask(null)).body.code).toBe('not-signed-in')
  })

  test('what is not whole, of oneself, of an observer, or of a state without a focal point', async () => {
    const faults = async (more: object) => (await ask(kz, more)).body
    expect(await faults({ to: [] })).toMatchObject({ faults: [{ pointer: '/to', code: 'required' }] })
    expect(await faults({ to: [h.party('KG'), h.party('KG')] })).toMatchObject({
      faults: [{ code: 'twice' }],
    })
    expect(await faults({ to: [h.party('KZ')] })).toMatchObject({
      faults: [{ pointer: '/to/0', code: 'only-members' }],
    })
    expect(await faults({ to: [h.party('ICRC')] })).toMatchObject({ faults: [{ code: 'only-members' }] })
    expect(await faults({ to: [h.party('KG'), h.party('TJ')] })).toMatchObject({
      faults: [{ pointer: '/to/1', code: 'nobody-named' }],
    })
    expect(await faults({ due: '2026-11-24' })).toMatchObject({
      faults: [{ pointer: '/due', code: 'in-the-past' }],
    })
  })

  test('about a person: numbers, days of birth and phones are stopped in every language, and said where', async () => {
    const question = { ...said('A question'), kk: { text: 'Бала 03.05.2014 туған', state: 'draft' as const } }
    expect((await ask(kz, { question })).body).toMatchObject({
      faults: [{ pointer: '/question/kk/text', code: 'personal-birth', params: { line: 1, column: 6 } }],
    })
    const { id } = await asked()
    const answer = await turn(kg, id, { words: 'See the file of\nAN1234567' })
    expect(answer.body).toMatchObject({
      faults: [{ pointer: '/words', code: 'personal-document', params: { line: 2, column: 1 } }],
    })
    expect(JSON.stringify(answer.body)).not.toContain('1234567')
  })
})

test('is read by who asks and who is asked, clarified, answered; and stays said', async () => {
  const { id } = await asked()
  expect(await told('request.asked', id)).toEqual([kg.accountId])
  expect((await read(uz, id)).body.code).toBe('not-found')
  expect((await as(uz)(listRequests, { query: { limit: 200 } })).body.rows.map(row => row.id)).not.toContain(
    id,
  )
  expect((await turn(uz, id)).body.code).toBe('not-found')
  expect((await turn(kz, id)).body.code).toBe('not-asked')
  const before = (await as(kg)(countRequests, {})).body.waiting
  expect((await turn(kg, id, { kind: 'clarification', words: 'Of which years?' })).body.standing).toBe(
    'waiting',
  )
  expect(await told('request.answered', id)).toEqual([kz.accountId])
  await turn(kz, id, { kind: 'clarification', words: 'Since 2019' })
  const answered = (await turn(kg, id)).body
  expect(answered).toMatchObject({ standing: 'answered', waitsForUs: false })
  expect(answered.turns.map(one => [one.party.code, one.kind])).toEqual([
    ['KG', 'clarification'],
    ['KZ', 'clarification'],
    ['KG', 'answer'],
  ])
  expect((await as(kg)(countRequests, {})).body.waiting).toBe(before - 1)
  expect((await turn(kg, id, { papers: [newId()] })).body).toMatchObject({
    faults: [{ pointer: '/papers/0', code: 'not-found' }],
  })
  await expect(h.w.admin.query(`update council.request_turns set words = 'x'`)).rejects.toThrow('stays said')
})

test('of all states: each answers for itself, and who names somebody later finds it waiting', async () => {
  const { id, addressees } = await asked({ toAll: true, to: [] })
  expect(addressees.map(one => one.party.code)).toEqual(['KG', 'TJ', 'TM', 'UZ'])
  await turn(kg, id)
  expect((await read(kz, id)).body).toMatchObject({ standing: 'waiting', answered: 1, asked: 4 })
  const tj = await focal('TJ')
  expect((await read(tj, id)).body.may.answer).toBe(true)
  expect((await as(tj)(countRequests, {})).body.waiting).toBe(1)
  expect((await turn(tj, id)).body.answered).toBe(2)
})

test('an answer that may be used again is found by every member, by words of any script, and nothing else of it', async () => {
  const { id } = await asked({ title: said('Guardianship of grandparents') })
  await turn(kg, id, { kind: 'clarification', words: 'Only between us' })
  await turn(kg, id, { words: 'Ата-эне жок болсо, опека тез берилет', reusable: true })
  const find = async (who: Somebody, query: string) =>
    (await as(who)(findAnswers, { body: { query } })).body.rows.map(row => row.requestId)
  expect(await find(uz, 'guardian')).toContain(id)
  expect(await find(uz, 'opeka')).toContain(id)
  expect(await find(uz, 'опека')).toContain(id)
  expect(await find(uz, 'nothing of the kind')).toEqual([])
  // By what it means, in another language and form, once the node has read it; and the words are marked.
  expect(await find(uz, 'vasiylikni')).not.toContain(id)
  await writeKeys(h.w.running.node)
  expect(await find(uz, 'vasiylikni')).toContain(id)
  expect(await find(uz, 'guard')).toContain(id)
  const [first] = (await as(uz)(findAnswers, { body: { query: 'опеку' } })).body.rows
  expect(first?.marks.map(([start, end]) => first.words.slice(start, end))).toEqual(['опека'])
  expect(await find(observer, 'guardian')).toEqual([])
  const seen = (await read(uz, id)).body
  expect(seen.turns.map(one => one.kind)).toEqual(['answer'])
  expect(seen.may).toEqual({ answer: false, clarify: false, change: false })
  expect((await read(observer, id)).body.code).toBe('not-found')
  expect((await turn(kz, id, { kind: 'clarification', reusable: true })).body).toMatchObject({
    faults: [{ pointer: '/reusable', code: 'not-valid' }],
  })
})

test('an answer for all becomes the draft of a practice in one step, as narrow as it was; others do not', async () => {
  const { id } = await asked({ title: said('A letter of the consulate instead of a certificate') })
  await turn(kg, id, { words: 'Only for you' })
  const answers = (await turn(kg, id, { words: 'The registry takes a letter', reusable: true })).body.turns
  const [inner, open] = answers.map(one => one.id)
  const draft = (who: Somebody | null, turnId: string, practiceId = newId()) =>
    as(who)(draftFromAnswer, { params: { id: turnId }, body: { id: practiceId } })
  expect((await draft(null, open ?? '')).body.code).toBe('not-signed-in')
  expect((await draft(observer, open ?? '')).body.code).not.toBeUndefined()
  expect((await draft(uz, inner ?? '')).body.code).toBe('not-found')
  expect((await draft(uz, newId())).body.code).toBe('not-found')
  const practiceId = newId()
  for (const _ of [1, 2]) expect((await draft(uz, open ?? '', practiceId)).status).toBe(201)
  const { body } = await as(uz)(getPractice, { params: { id: practiceId } })
  expect(body).toMatchObject({
    state: 'draft',
    audience: 'council',
    mine: true,
    country: 'KG',
    working: {
      texts: {
        title: said('A letter of the consulate instead of a certificate'),
        summary: { en: { text: 'The registry takes a letter', state: 'draft' } },
      },
      facts: { domains: ['papers'] },
    },
  })
  expect((await as(kg)(getPractice, { params: { id: practiceId } })).body.code).toBe('not-found')
})

test('is asked again of others, and both name each other for who may see them', async () => {
  const { id } = await asked({ title: said('Who pays for the interpreter') })
  // What one may not see cannot be asked again, as what is not there cannot.
  for (const after of [id, newId()]) {
    const { body } = await ask(uz, { after })
    expect(body).toMatchObject({ faults: [{ pointer: '/after', code: 'not-found' }] })
  }
  await turn(kg, id, { words: 'The registry pays', reusable: true })
  const again = { after: id, to: [h.party('UZ')], title: said('Who pays for the interpreter') }
  const later = await asked(again, kg)
  expect(later.after).toMatchObject({
    id,
    party: { code: 'KZ' },
    title: said('Who pays for the interpreter'),
  })
  expect((await read(kg, id)).body.again.map(one => one.id)).toEqual([later.id])
  // Kazakhstan was not asked this time, and nothing in it is for all.
  expect((await read(kz, id)).body.again).toEqual([])
  expect((await read(kg, later.id)).body.after?.id).toBe(id)
})

test('is extended and withdrawn by who asked, and then nobody answers', async () => {
  const { id } = await asked()
  const extend = (who: Somebody, due: string) => as(who)(extendRequest, { params: { id }, body: { due } })
  expect((await extend(kg, '2027-02-01')).body.code).toBe('not-yours')
  expect((await extend(kz, '2026-12-20')).body).toMatchObject({
    faults: [{ pointer: '/due', code: 'not-longer' }],
  })
  expect((await extend(kz, '2027-02-01')).body.due).toBe('2027-02-01')
  const withdraw = (who: Somebody) =>
    as(who)(withdrawRequest, { params: { id }, body: { reason: 'Found it in a law' } })
  expect((await withdraw(kg)).body.code).toBe('not-yours')
  expect((await withdraw(kz)).body.standing).toBe('withdrawn')
  expect((await turn(kg, id)).body.code).toBe('request-closed')
  expect((await withdraw(kz)).body.code).toBe('request-closed')
})

test('is late the day after its day; who has not answered is reminded before and once after, and nobody whose term ended', async () => {
  const start = clock
  const { id } = await asked({ to: [h.party('KG'), h.party('UZ')] })
  const ended = await focal('UZ', { role: 'deputy', from: '2024-01-01', to: '2025-12-31' })
  await turn(kg, id)
  const reminded = async (day: string) => {
    clock = Date.parse(`${day}T06:00:00Z`)
    await remindOfRequests(h.w.running.node)
    return told('request.due', id)
  }
  expect(await reminded('2026-12-10')).toEqual([])
  expect(await reminded('2026-12-17')).toEqual([uz.accountId])
  expect(await reminded('2026-12-18')).toEqual([uz.accountId])
  expect((await read(kz, id)).body.standing).toBe('waiting')
  expect(await reminded('2026-12-21')).toEqual([uz.accountId, uz.accountId])
  expect(await reminded('2026-12-22')).toEqual([uz.accountId, uz.accountId])
  expect((await read(kz, id)).body.standing).toBe('late')
  expect(await told('request.due', id)).not.toContain(ended.accountId)
  const late = (await as(kz)(listRequests, { query: { standing: 'late', side: 'by-us', limit: 200 } })).body
    .rows
  expect(late.map(row => row.id)).toContain(id)
  expect(
    (await as(uz)(listRequests, { query: { side: 'of-us', limit: 200 } })).body.rows.map(row => row.id),
  ).toContain(id)
  expect((await as(uz)(listRequests, { query: { side: 'by-us', limit: 200 } })).body.rows).toEqual([])
  clock = start
})

test('the same command sent twice is one', async () => {
  const id = newId()
  await ask(kz, { id })
  expect((await ask(kz, { id })).body.addressees).toHaveLength(1)
  const answer = newId()
  await turn(kg, id, { id: answer })
  expect((await turn(kg, id, { id: answer })).body.turns).toHaveLength(1)
  expect(await told('request.answered', id)).toHaveLength(1)
})
