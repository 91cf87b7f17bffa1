/**
 * Transfers through the HTTP layer: refusals first, then a case before, while and after it goes over, a no that comes back, and what stops
 * one that is on its way.
 */
import { assignCases, countCases, getCase, listCases, openCase } from '@kerege/contract/cases/routes'
import { urlOf } from '@kerege/contract/client'
import { withdrawConsent } from '@kerege/contract/consents/routes'
import { listDisclosures } from '@kerege/contract/consents/tellingRoutes'
import { askExport, fetchExport } from '@kerege/contract/exports/routes'
import { listNotices } from '@kerege/contract/notifications/routes'
import { mergePeople } from '@kerege/contract/people/duplicates/routes'
import { changeSection, getPerson, registerPerson, searchPeople } from '@kerege/contract/people/routes'
import { addOrganisation } from '@kerege/contract/services/routes'
import { getTask, makeTask } from '@kerege/contract/tasks/routes'
import * as routes from '@kerege/contract/transfers/routes'
import type { AskTransfer } from '@kerege/contract/transfers/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { dispatch } from '../../platform/outbox.ts'
import { dayFromNow, recordAnswer } from '../../testing/consents.ts'
import { contact, cyrillicName, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { noticeEvents } from '../notifications/index.ts'
import { remind } from './reminding.ts'

let w: World
let worker: Somebody
let lead: Somebody
let keeper: Somebody
let house: { agencyId: string; teamId: string }
let theirs: Somebody
let heir: Somebody
beforeAll(async () => {
  w = await world()
  worker = await w.somebody('caseManager')
  lead = await w.somebody('supervisor')
  keeper = await w.somebody('nationalCoordinator')
  house = await w.agency()
  theirs = await w.somebody('supervisor', house)
  heir = await w.somebody('caseManager', house)
  const name = { en: { text: 'Other centre', state: 'checked' as const } }
  const body = { id: newId(), name, kind: 'social-service' as const, agencyId: house.agencyId }
  expect((await w.as(keeper)(addOrganisation, { body })).status).toBe(201)
})
afterAll(() => w.close())

/** A family of the worker that lets a social service hear of it. */
async function family(agreed = true, named = 'Әлиева') {
  const body = draft({ contact: contact({ names: [cyrillicName(named, 'Әлия')] }) })
  await w.as(lead)(registerPerson, { body })
  const caseId = newId()
  await w.as(lead)(openCase, { body: { id: caseId, personId: body.id, origin: 'walk-in' } })
  await w.as(lead)(assignCases, { body: { ids: [caseId], workerId: worker.accountId } })
  const consent = agreed
    ? await recordAnswer(w, worker, body.id, {
        recipients: ['social-service'],
        purposes: ['housing'],
        classes: ['contact'],
      })
    : undefined
  const { version } = (await w.as(worker)(getCase, { params: { id: caseId } })).body
  return { personId: body.id, caseId, version, consentId: consent?.body.id ?? '' }
}
const asking = (version: number, over: Partial<AskTransfer> = {}): AskTransfer => ({
  id: newId(),
  seen: version,
  agencyId: house.agencyId,
  reason: 'The family moves to them',
  brief: 'The grandmother hears badly',
  answerBy: dayFromNow(7),
  purpose: 'housing',
  language: 'en',
  fields: [{ field: 'name' }],
  ...over,
})
const ask = (caseId: string, body: AskTransfer, who = worker) =>
  w.as(who)(routes.askTransfer, { params: { id: caseId }, body })
const offer = (id: string, who = theirs) => w.as(who)(routes.getOffer, { params: { id } })
const offered = async (who = theirs) =>
  (await w.as(who)(routes.listOffers, { query: { limit: 200 } })).body.rows.map(row => row.id)
const accept = (id: string, over: object = {}, who = theirs) =>
  w.as(who)(routes.acceptOffer, { params: { id }, body: { seen: 1, ...over } })
const decline = (id: string, who = theirs) =>
  w.as(who)(routes.declineOffer, { params: { id }, body: { seen: 1, reason: 'No worker who speaks Tajik' } })
const transfersOf = async (caseId: string, who = worker) =>
  (await w.as(who)(routes.caseTransfers, { params: { id: caseId } })).body
const waits = async (who = worker) => (await w.as(who)(routes.transfersToday, {})).body.rows
const codes = (reply: { body: unknown }) =>
  (reply.body as { faults?: { pointer: string; code: string }[] }).faults?.map(
    one => `${one.pointer} ${one.code}`,
  )
async function asked(over: Partial<AskTransfer> = {}, named?: string) {
  const one = await family(true, named)
  const body = asking(one.version, over)
  const reply = await ask(one.caseId, body)
  expect(reply.status).toBe(201)
  return { ...one, id: body.id }
}
/** The queue of cases as a file, as somebody takes it out. */
async function taken(who: Somebody): Promise<string> {
  const ticket = await w.as(who)(askExport, {
    body: { of: 'cases', format: 'csv', query: { of: 'all' }, reason: 'For the meeting', language: 'kk' },
  })
  const reply = await w.raw(urlOf(fetchExport, { params: { id: ticket.body.id } }), {}, who)
  return Buffer.from(await reply.arrayBuffer()).toString()
}
const topics = async (who: Somebody) => {
  await dispatch(w.running.node.pool, noticeEvents, (_, error) => {
    throw error
  })
  return (await w.as(who)(listNotices, { query: { limit: 200 } as never })).body.rows.map(row => row.topic)
}

describe('refused', () => {
  test('for a case of somebody else, and one that there is not, alike', async () => {
    const { caseId, version } = await family()
    const body = asking(version)
    for (const who of [theirs, heir]) expect((await ask(caseId, body, who)).status).toBe(404)
    expect((await ask(newId(), body)).status).toBe(404)
    expect((await ask(caseId, body, await w.somebody('caseManager'))).body.code).toBe('not-yours')
    expect(await transfersOf(caseId)).toMatchObject({ rows: [], mayAsk: true })
  })

  test('with everything that is wrong at once', async () => {
    const { caseId, version } = await family()
    const wrong = asking(version, {
      ...{ teamId: newId(), answerBy: dayFromNow(-1), purpose: undefined, fields: undefined },
    })
    expect(codes(await ask(caseId, wrong))).toEqual([
      '/teamId not-found',
      '/answerBy in-the-past',
      '/purpose required',
      '/fields required',
    ])
    expect(codes(await ask(caseId, asking(version, { agencyId: w.agencyId })))).toEqual([
      '/teamId required',
      '/fields not-asked',
    ])
    const same = { agencyId: w.agencyId, teamId: w.teamId, fields: undefined }
    expect(codes(await ask(caseId, asking(version, same)))).toEqual(['/teamId there-already'])
    const { personId } = (await w.as(worker)(getCase, { params: { id: caseId } })).body
    const section = {
      names: [],
      birthPlace: { country: 'XX', place: 'Тікенекті', certainty: 'stated' as const },
    }
    const journey = await w.as(await w.somebody('consularOfficer'))(
      changeSection,
      { params: { id: personId, section: 'journey' as const }, body: { section, kind: 'update' as const } },
      { ifMatch: '"1"' },
    )
    expect(journey.status).toBe(200)
    expect(codes(await ask(caseId, asking(version, { brief: 'Born in тікенекті' })))).toEqual([
      '/brief tells-journey',
    ])
  })

  test('to an agency where nobody can answer, to who is blocked, and to one that is not in the directory', async () => {
    const { caseId, version } = await family()
    const empty = await w.agency()
    expect(codes(await ask(caseId, asking(version, { agencyId: empty.agencyId })))).toContain(
      '/agencyId nobody-there',
    )
    const blocked = await w.somebody('supervisor', house)
    await w.admin.query(`update access.accounts set state = 'blocked' where id = $1`, [blocked.accountId])
    for (const receiverId of [blocked.accountId, heir.accountId, newId()]) {
      expect(codes(await ask(caseId, asking(version, { receiverId })))).toEqual(['/receiverId not-there'])
    }
    await w.somebody('supervisor', empty)
    expect(codes(await ask(caseId, asking(version, { agencyId: empty.agencyId })))).toEqual([
      '/agencyId not-in-directory',
    ])
  })

  test('without an answer of the family, on an old version, and while somebody else is asked', async () => {
    const none = await family(false)
    expect((await ask(none.caseId, asking(none.version))).body).toMatchObject({
      code: 'consent-missing',
    })
    const { caseId, version } = await family()
    expect((await ask(caseId, asking(version + 1))).body.code).toBe('stale-version')
    const body = asking(version)
    expect((await ask(caseId, body)).status).toBe(201)
    // Sent again it asks once.
    expect((await ask(caseId, body)).status).toBe(201)
    expect((await ask(caseId, asking(version))).body.code).toBe('transfer-asked')
    expect((await transfersOf(caseId)).rows).toHaveLength(1)
  })
})

describe('a case that goes over', () => {
  test('stays with its owner while it is offered, and is told as far as was said', async () => {
    const { personId, caseId, id } = await asked({ receiverId: theirs.accountId })
    // Before: nothing of the person or the case is open to who is asked.
    expect((await w.as(theirs)(getPerson, { params: { id: personId } })).status).toBe(404)
    expect((await w.as(theirs)(getCase, { params: { id: caseId } })).status).toBe(404)
    expect((await w.as(theirs)(routes.caseTransfers, { params: { id: caseId } })).status).toBe(404)
    expect((await w.as(worker)(getCase, { params: { id: caseId } })).body.worker?.id).toBe(worker.accountId)
    expect(await offered()).toContain(id)
    const { body } = await offer(id)
    expect(body).toMatchObject({
      reason: 'The family moves to them',
      brief: 'The grandmother hears badly',
      told: [{ field: 'name' }],
      receiver: { id: theirs.accountId },
    })
    expect(body.person).toBe(body.told[0]?.value)
    expect(JSON.stringify(body)).not.toContain(personId)
    expect(JSON.stringify(body)).not.toContain(caseId)
    // Not for who cannot say yes, nor for anybody else.
    for (const who of [heir, worker]) expect((await offer(id, who)).status).toBe(403)
    for (const who of [lead, await w.somebody('supervisor', await w.agency())]) {
      expect((await offer(id, who)).status).toBe(404)
      expect(await offered(who)).not.toContain(id)
    }
    const { rows } = (await w.as(worker)(listDisclosures, { query: { limit: 50, personId } })).body
    expect(rows).toMatchObject([{ id, how: 'transfer', recipient: 'social-service' }])
    expect(await topics(theirs)).toContain('transfer.asked')
  })

  test('is theirs with everything that was still to be done, and no longer his', async () => {
    const { personId, caseId, id } = await asked({}, 'Қайыңова')
    const task = { id: newId(), title: 'Visit them', subjectId: personId, due: dayFromNow(3) }
    expect((await w.as(worker)(makeTask, { body: task as never })).status).toBe(201)
    expect(codes(await accept(id, { workerId: worker.accountId }))).toEqual(['/workerId cannot-work'])
    expect((await accept(id, { seen: 2 })).body.code).toBe('stale-version')
    expect(await taken(lead)).toContain('Қайыңова')
    expect(await taken(theirs)).not.toContain('Қайыңова')
    expect((await accept(id, { workerId: heir.accountId })).body).toEqual({ caseId })
    const seen = async (who: Somebody) => ({
      person: (await w.as(who)(getPerson, { params: { id: personId } })).status,
      case: (await w.as(who)(getCase, { params: { id: caseId } })).status,
      list: (await w.as(who)(listCases, { query: { of: 'all', limit: 200 } })).body.rows.some(
        row => row.id === caseId,
      ),
      search: (await w.as(who)(searchPeople, { body: { q: 'Қайыңова', limit: 20 } })).body.rows.some(
        row => row.id === personId,
      ),
      task: (await w.as(who)(getTask, { params: { id: task.id } })).status,
      transfers: (await w.as(who)(routes.caseTransfers, { params: { id: caseId } })).status,
    })
    const gone = { person: 404, case: 404, list: false, search: false, task: 404, transfers: 404 }
    for (const who of [worker, lead]) expect(await seen(who)).toMatchObject(gone)
    expect(await seen(heir)).toMatchObject({
      ...gone,
      ...{ person: 200, case: 200, list: true, search: true, task: 200, transfers: 200 },
    })
    expect(await taken(lead)).not.toContain('Қайыңова')
    expect(await taken(theirs)).toContain('Қайыңова')
    const { total } = (
      await w.as(worker)(countCases, { query: { of: 'mine', workerId: heir.accountId } as never })
    ).body
    expect(total).toBe(0)
    const whole = (await w.as(heir)(getCase, { params: { id: caseId } })).body
    expect(whole.worker?.id).toBe(heir.accountId)
    expect(whole.assigned.map(one => one.by.id).at(-1)).toBe(theirs.accountId)
    expect((await w.as(heir)(getTask, { params: { id: task.id } })).body.owner.id).toBe(heir.accountId)
    expect((await transfersOf(caseId, heir)).rows).toMatchObject([{ state: 'accepted' }])
    // Said twice: the question is gone.
    expect((await accept(id)).status).toBe(404)
    expect(await offered()).not.toContain(id)
    expect(await topics(worker)).toContain('transfer.accepted')
    const grants = await w.admin.query(
      'select 1 from access.grants where subject_id = $1 and account_id = $2 and (valid_to is null or valid_to > now())',
      [personId, worker.accountId],
    )
    expect(grants.rowCount).toBe(0)
  })

  test('within the agency to another team, without anything told', async () => {
    const south = newId()
    await w.admin.query('insert into access.teams (id, agency_id, name) values ($1, $2, $3)', [
      south,
      w.agencyId,
      'South team',
    ])
    const other = await w.somebody('supervisor', { teamId: south })
    const { caseId, version } = await family(false)
    const body = asking(version, {
      ...{ agencyId: w.agencyId, teamId: south, purpose: undefined, language: undefined, fields: undefined },
    })
    expect((await ask(caseId, body)).status).toBe(201)
    expect((await offer(body.id, lead)).status).toBe(404)
    expect((await offer(body.id, other)).body).toMatchObject({ told: [], team: { name: 'South team' } })
    expect((await accept(body.id, {}, other)).status).toBe(200)
    expect((await w.as(other)(getCase, { params: { id: caseId } })).body).toMatchObject({
      team: { id: south },
    })
    expect((await w.as(worker)(getCase, { params: { id: caseId } })).status).toBe(404)
  })
})

describe('one that does not go over', () => {
  test('comes back with the reason to who asked, until it is read', async () => {
    const { caseId, id } = await asked()
    expect((await decline(id)).status).toBe(200)
    expect(await waits()).toContainEqual(
      expect.objectContaining({ id, state: 'declined', why: 'No worker who speaks Tajik' }),
    )
    expect((await offer(id)).status).toBe(404)
    expect((await w.as(heir)(routes.noteTransfer, { params: { id } })).status).toBe(404)
    expect((await w.as(worker)(routes.noteTransfer, { params: { id } })).status).toBe(200)
    expect((await waits()).map(row => row.id)).not.toContain(id)
    expect(await transfersOf(caseId)).toMatchObject({
      mayAsk: true,
      rows: [{ state: 'declined', noted: true }],
    })
  })

  test('is taken back while nobody has answered', async () => {
    const { id, caseId } = await asked()
    const back = (who: Somebody, seen = 1) =>
      w.as(who)(routes.takeBackTransfer, { params: { id }, body: { seen, reason: 'They stay' } })
    expect((await back(theirs)).status).toBe(404)
    expect((await back(worker, 7)).body.code).toBe('stale-version')
    expect((await back(worker)).status).toBe(200)
    expect((await back(worker)).status).toBe(200)
    expect((await accept(id)).status).toBe(404)
    expect((await transfersOf(caseId)).rows).toMatchObject([{ state: 'taken-back' }])
    expect(await topics(theirs)).toContain('transfer.ended')
  })

  test('stops when the family takes its consent back', async () => {
    const { id, consentId, caseId } = await asked()
    const { status } = await w.as(worker)(withdrawConsent, {
      params: { id: consentId },
      body: { who: 'parent' },
    })
    expect(status).toBe(200)
    expect((await offer(id)).status).toBe(404)
    expect((await accept(id)).status).toBe(404)
    expect((await transfersOf(caseId)).rows).toMatchObject([{ state: 'stopped', stopped: 'consent-ended' }])
    expect(await waits()).toContainEqual(expect.objectContaining({ id, stopped: 'consent-ended' }))
  })

  test('stops when the case is given elsewhere, or merged into another', async () => {
    const one = await asked()
    const away = await w.agency()
    const body = { ids: [one.caseId], teamId: away.teamId }
    expect((await w.as(keeper)(assignCases, { body })).body.done).toEqual([one.caseId])
    expect((await accept(one.id)).status).toBe(404)

    const two = await asked()
    const stays = await family()
    const merged = await w.as(lead)(mergePeople, {
      body: {
        ...{ id: newId(), stays: stays.personId, staysVersion: 1, joins: two.personId, joinsVersion: 1 },
        reason: 'One of two lists',
      },
    })
    expect(merged.status).toBe(201)
    expect((await accept(two.id)).status).toBe(404)
    expect((await transfersOf(two.caseId, lead)).rows).toMatchObject([
      { state: 'stopped', stopped: 'case-moved' },
    ])
  })

  test('is asked again when nobody answers, and goes with an erased person', async () => {
    const { id, personId, caseId } = await asked()
    await w.admin.query(`update transfers.transfers set answer_by = current_date - 2 where id = $1`, [id])
    expect(await remind(w.running.node)).toBeGreaterThan(0)
    expect(await remind(w.running.node)).toBe(0)
    expect(await waits()).toContainEqual(expect.objectContaining({ id, late: true }))
    expect((await transfersOf(caseId)).rows[0]?.words.map(one => one.what)).toEqual([
      'asked',
      'brief',
      'reminded',
    ])
    // What it rests on ran out: taken over it is not, and in the morning it stops.
    await w.admin.query(
      `update consents.consents set since = current_date - 9, until = current_date - 3 where person_id = $1`,
      [personId],
    )
    expect((await accept(id)).body.code).toBe('consent-missing')
    expect(await remind(w.running.node)).toBe(1)
    expect((await offer(id)).status).toBe(404)
    await w.admin.query('delete from people.persons where id = $1', [personId])
    expect(
      (await w.admin.query('select 1 from transfers.words where person_id = $1', [personId])).rowCount,
    ).toBe(0)
  })
})
