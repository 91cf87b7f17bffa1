/** Opening a file in an emergency, through the HTTP layer: to whom not, how far, until when, who is told, and who says what of it. */
import { searchAudit } from '@kerege/contract/audit/routes'
import { listNotes, writeNote } from '@kerege/contract/casework/routes'
import {
  breakGlass,
  breakGlassByNumber,
  closeOpening,
  getOpening,
  listOpenings,
  myOpenings,
  openingCounts,
  reviewOpening,
} from '@kerege/contract/glass/routes'
import {
  changeSection,
  countPeople,
  getPerson,
  listPeople,
  registerPerson,
  searchPeople,
} from '@kerege/contract/people/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { contact, cyrillicName, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { callReviews } from './reviews.ts'

let w: World
/** The clock of the node stands so far before that of the machine. */
let ahead = 0
const minutes = (n: number) => n * 60_000
let home: { agencyId: string; teamId: string }
let registrar: Somebody
let worker: Somebody
let lead: Somebody
let ombud: Somebody
let person: string
beforeAll(async () => {
  w = await world({ now: () => new Date(Date.now() + ahead) })
  home = await w.agency()
  registrar = await w.somebody('caseManager', home)
  worker = await w.somebody('caseManager')
  person = await somebodyNew()
})
afterAll(() => w.close())

const reason = 'The child was brought in at night with a high fever and knows no address'
const iin = () => `9${String(Math.floor(Math.random() * 1e11)).padStart(11, '0')}`

/** A child of the other agency, with a number, a need and a relative. */
async function somebodyNew(number = iin(), family = 'Таңбекова') {
  const body = draft({
    contact: contact({ names: [cyrillicName(family, 'Аяла')] }),
    identity: {
      names: [cyrillicName(`${family}жасырын`, 'Аяла')],
      citizenships: [],
      identifiers: [{ system: 'iin', value: number }],
    },
  })
  // Work of one's own begins by the program's clock and holds by the database's, so it is written at the present.
  const turned = ahead
  ahead = 0
  expect(await w.as(registrar)(registerPerson, { body })).toMatchObject({ status: 201 })
  ahead = turned
  return body.id
}
const open = (who: Somebody | null, id: string, why = reason, opening = newId()) =>
  w.as(who)(breakGlass, { params: { id }, body: { id: opening, reason: why } })
const byNumber = (who: Somebody, number: string, opening = newId()) =>
  w.as(who)(breakGlassByNumber, { body: { id: opening, system: 'iin', number, reason } })
const read = (who: Somebody, id = person) => w.as(who)(getPerson, { params: { id } })
const review = (who: Somebody, id: string, seen = 1, verdict: 'justified' | 'not-justified' = 'justified') =>
  w.as(who)(reviewOpening, {
    params: { id },
    body: { seen, verdict, words: 'The clinic asked for allergies at night' },
  })
const told = async (topic: string, id: string) =>
  (
    await w.admin.query<{ account: string; keys: string[] }>(
      `select payload ->> 'accountId' as account, array(select jsonb_object_keys(payload)) as keys from platform.outbox
        where topic = $1 and payload ->> 'openingId' = $2 order by 1`,
      [topic, id],
    )
  ).rows

describe('a file is not opened', () => {
  test('where nobody could be told at once', async () => {
    const beside = await w.somebody('caseManager', home)
    expect(await open(beside, person)).toMatchObject({ status: 409, body: { code: 'glass-nobody-told' } })
    expect((await w.admin.query('select 1 from glass.openings')).rowCount).toBe(0)
    lead = await w.somebody('supervisor', home)
    ombud = await w.somebody('ombudsperson')
  })

  test('by nobody, by who does not care for people, without whole words, and of who is not there', async () => {
    expect(await open(null, person)).toMatchObject({ status: 401 })
    for (const role of [
      'administrator',
      'nationalCoordinator',
      'ngoWorker',
      'lawyer',
      'ombudsperson',
    ] as const) {
      expect(await open(await w.somebody(role, home), person)).toMatchObject({
        status: 403,
        body: { code: 'not-allowed' },
      })
    }
    const beside = await w.somebody('caseManager', home)
    for (const why of ['urgent', 'urgent urgent urgent urgent', 'aaaaaaaaaaaaaaaaaaaaaaaaa']) {
      expect(await open(beside, person, why)).toMatchObject({ status: 422 })
    }
    // Another agency's, of whom the worker knows nothing, is like nobody.
    const strange = await open(worker, person)
    const absent = await open(worker, newId())
    expect(strange).toMatchObject({ status: 404 })
    expect({ ...strange.body, instance: 0, reference: 0 }).toEqual({
      ...absent.body,
      instance: 0,
      reference: 0,
    })
    expect(await byNumber(worker, '100000000000')).toMatchObject({ status: 404 })
  })

  test('when all of it is open already, or it was opened', async () => {
    expect(await open(registrar, person)).toMatchObject({ body: { code: 'glass-open-already' } })
    const beside = await w.somebody('caseManager', home)
    const opening = newId()
    expect(await open(beside, person, reason, opening)).toMatchObject({ status: 201 })
    expect(await open(beside, person)).toMatchObject({ status: 409, body: { code: 'glass-open-already' } })
    // The same one sent again is the same one; another's id leads nowhere.
    expect(await open(beside, person, reason, opening)).toMatchObject({ status: 201, body: { id: opening } })
    expect(await open(await w.somebody('caseManager', home), person, reason, opening)).toMatchObject({
      status: 404,
    })
  })
})

describe('a file that is open in an emergency', () => {
  test('is read in the sections of the role, by that one alone, and not written', async () => {
    const beside = await w.somebody('caseManager', home)
    expect((await read(beside)).body.open).toEqual(['contact'])
    const { body } = await open(beside, person)
    expect(body).toMatchObject({
      state: 'open',
      files: 1,
      reason,
      by: { name: beside.name },
      mayReview: false,
    })
    const seen = await read(beside)
    expect(seen.body.open).toContain('identity')
    expect(seen.body.open).not.toContain('mhpss')
    expect(seen.body.writable).toEqual([])
    const change = await w.as(beside)(
      changeSection,
      {
        params: { id: person, section: 'contact' },
        body: { reason: 'x y z', value: contact() } as never,
      },
      { ifMatch: seen.etag ?? '' },
    )
    expect([403, 404, 422]).toContain(change.status)
    expect((await read(await w.somebody('caseManager', home))).body.open).toEqual(['contact'])
  })

  test('tells nothing of mental health but to who works with it', async () => {
    const number = iin()
    const id = await somebodyNew(number)
    const helper = await w.somebody('psychologist', home)
    await w.grant(helper, id, 'task')
    const note = {
      id: newId(),
      kind: 'other',
      compartment: 'mhpss',
      heldOn: new Date().toISOString().slice(0, 10),
    }
    const written = await w.as(helper)(writeNote, {
      params: { id },
      body: { ...note, words: 'A word only between us' } as never,
    })
    expect(written).toMatchObject({ status: 201 })
    const other = await w.somebody('psychologist')
    for (const [who, sees] of [
      [await w.somebody('supervisor'), false],
      [await w.somebody('doctor'), false],
      [other, true],
    ] as const) {
      expect(await read(who, id)).toMatchObject({ status: 404 })
      expect(await byNumber(who, number)).toMatchObject({ status: 201 })
      expect(await read(who, id)).toMatchObject({ status: 200 })
      const notes = await w.as(who)(listNotes, { params: { id }, query: {} })
      expect([who.role, JSON.stringify(notes.body).includes('between us')]).toEqual([who.role, sees])
    }
  })

  test('widens no list, no search and no count, and no other file', async () => {
    const number = iin()
    const id = await somebodyNew(number, 'Шыңғысова')
    const other = await somebodyNew()
    const chief = await w.somebody('supervisor')
    const before = (await w.as(chief)(countPeople, { query: {} })).body
    const { body } = await byNumber(chief, number)
    expect((await read(chief, id)).body.open).toContain('kinship')
    expect(await w.as(chief)(countPeople, { query: {} })).toMatchObject({ body: before })
    const rows = (await w.as(chief)(listPeople, { query: { limit: 200 } })).body.rows.map(row => row.id)
    expect(rows).not.toContain(id)
    for (const q of ['Шыңғысова', number]) {
      expect((await w.as(chief)(searchPeople, { body: { q } })).body.rows).toEqual([])
    }
    expect(await read(chief, other)).toMatchObject({ status: 404 })
    // Another hat of the same person, and a request that is not about that one by its address.
    expect(await w.as(chief)(myOpenings, {})).toMatchObject({
      body: { rows: [{ id: body.id, personId: id }] },
    })
    const direct = await w.raw(`/api/documents?subjectId=${id}`, {}, chief)
    expect(JSON.stringify(await direct.json())).not.toContain('Шыңғысова')
  })

  test('brings the children at home, where the role has it', async () => {
    const number = iin()
    const [adult, child] = [await somebodyNew(number), await somebodyNew()]
    const household = newId()
    await w.admin.query(
      `insert into people.households (id, name, created_at, updated_at) values ($1, 'Home', now(), now())`,
      [household],
    )
    await w.admin.query('delete from people.household_members where person_id = any ($1)', [[adult, child]])
    await w.admin.query(
      `insert into people.household_members (person_id, household_id, role) values ($1, $3, 'head'), ($2, $3, 'child')`,
      [adult, child, household],
    )
    expect(await byNumber(worker, number)).toMatchObject({ status: 201, body: { files: 2 } })
    expect((await read(worker, child)).body.open).toContain('identity')
  })

  test('ends by the clock, and before it by hand', async () => {
    const number = iin()
    const id = await somebodyNew(number)
    const first = await w.somebody('doctor')
    expect(await byNumber(first, number)).toMatchObject({ status: 201 })
    expect(await read(first, id)).toMatchObject({ status: 200 })
    ahead += minutes(61)
    expect(await read(first, id)).toMatchObject({ status: 404 })
    const second = await w.somebody('doctor')
    const { body } = await byNumber(second, number)
    expect(await read(second, id)).toMatchObject({ status: 200 })
    expect(await w.as(first)(closeOpening, { params: { id: body.id }, body: {} })).toMatchObject({
      status: 404,
    })
    const closed = await w.as(second)(closeOpening, { params: { id: body.id }, body: {} })
    expect(closed).toMatchObject({ status: 200, body: { state: 'waiting' } })
    expect(await read(second, id)).toMatchObject({ status: 404 })
  })
})

describe('a second person', () => {
  test('is told at once: who leads where the record stands, and who watches over the node; with ids only', async () => {
    const number = iin()
    await somebodyNew(number)
    const { body } = await byNumber(worker, number)
    const news = await told('glass.opened', body.id)
    const accounts = news.map(one => one.account)
    expect(accounts).toContain(lead.accountId)
    expect(accounts).toContain(ombud.accountId)
    expect(accounts).not.toContain(worker.accountId)
    for (const one of news) expect(one.keys.sort()).toEqual(['accountId', 'openingId'])
  })

  test('finds every look in the log under the opening', async () => {
    const number = iin()
    const id = await somebodyNew(number)
    const { body } = await byNumber(worker, number)
    await read(worker, id)
    await read(worker, id)
    const log = await w.as(ombud)(searchAudit, { query: { subjectId: body.id } })
    const looks = log.body.rows.filter(row => row.action === 'person.read')
    expect(looks).toHaveLength(2)
    expect(await w.as(ombud)(getOpening, { params: { id: body.id } })).toMatchObject({
      body: { looks: 2, reason },
    })
  })

  test('says whether it was right: not who opened it, not while it is open, not from elsewhere, not twice', async () => {
    const number = iin()
    await somebodyNew(number)
    const chief = await w.somebody('supervisor')
    const { body } = await byNumber(chief, number)
    const { id } = body
    expect(await review(ombud, id)).toMatchObject({ status: 409, body: { code: 'glass-still-open' } })
    ahead += minutes(61)
    expect(await review(chief, id)).toMatchObject({ status: 403, body: { code: 'own-opening' } })
    expect(await review(worker, id)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    const far = await w.somebody('supervisor', await w.agency())
    expect(await review(far, id)).toMatchObject({ status: 404 })
    expect(await w.as(far)(getOpening, { params: { id } })).toMatchObject({ status: 404 })
    expect(await review(lead, id, 7)).toMatchObject({ status: 412 })
    const rows = (await w.as(ombud)(listOpenings, { query: {} })).body.rows
    const row = rows.find(one => one.id === id)
    expect(row).toMatchObject({ state: 'waiting', by: { name: chief.name }, mayReview: true })
    // Who watches over the node reads that it happened, and not of whom.
    expect(row).not.toHaveProperty('person')
    const before = (await w.as(ombud)(openingCounts, {})).body
    expect(await review(lead, id, 1, 'not-justified')).toMatchObject({
      status: 200,
      body: { state: 'not-justified', reviewedBy: { name: lead.name } },
    })
    expect(await review(ombud, id, 2)).toMatchObject({ status: 409, body: { code: 'glass-reviewed' } })
    expect((await w.as(ombud)(openingCounts, {})).body).toEqual({
      ...before,
      waiting: before.waiting - 1,
      notJustified: before.notJustified + 1,
    })
    // Who opened it reads what was said.
    expect(await w.as(chief)(getOpening, { params: { id } })).toMatchObject({
      body: { verdict: 'not-justified', words: 'The clinic asked for allergies at night' },
    })
  })

  test('is reminded when nobody has said it in time, once a day', async () => {
    const number = iin()
    await somebodyNew(number)
    const { body } = await byNumber(worker, number)
    const { node } = w.running
    await callReviews(node)
    expect(await told('glass.review-due', body.id)).toEqual([])
    ahead += minutes(4 * 24 * 60)
    await callReviews(node)
    const first = (await told('glass.review-due', body.id)).map(one => one.account)
    expect(first).toEqual(expect.arrayContaining([lead.accountId, ombud.accountId]))
    await callReviews(node)
    expect(await told('glass.review-due', body.id)).toHaveLength(first.length)
    expect(await w.as(ombud)(getOpening, { params: { id: body.id } })).toMatchObject({
      body: { state: 'late' },
    })
  })
})
