/**
 * Referrals through the HTTP layer: refusals first, then the way of one, what a receiver sees and for how long, somebody outside by link
 * and code, and what stops one that is on its way.
 */
import { decideApproval } from '@kerege/contract/approvals/routes'
import { assignCases, openCase } from '@kerege/contract/cases/routes'
import { withdrawConsent } from '@kerege/contract/consents/routes'
import { listContacts, listDisclosures } from '@kerege/contract/consents/tellingRoutes'
import { listNotices } from '@kerege/contract/notifications/routes'
import { mergePeople } from '@kerege/contract/people/duplicates/routes'
import { askErasure, changeSection, getPerson, registerPerson } from '@kerege/contract/people/routes'
import * as routes from '@kerege/contract/referrals/routes'
import { nextOf, referralStates, runs } from '@kerege/contract/referrals/rules'
import type { DraftReferral, ReceiverStep, SenderStep, SendReferral } from '@kerege/contract/referrals/schema'
import { casePlans } from '@kerege/contract/plans/routes'
import { addOrganisation, addService, changeService } from '@kerege/contract/services/routes'
import type { AddOrganisation } from '@kerege/contract/services/schema'
import { addDays } from '@kerege/contract/tasks/rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Mail } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { localDay } from '../../platform/localDay.ts'
import { dispatch } from '../../platform/outbox.ts'
import { recordAnswer } from '../../testing/consents.ts'
import { draft } from '../../testing/people.ts'
import { planned } from '../../testing/plans.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { enterSql } from '../access/index.ts'
import { noticeEvents } from '../notifications/index.ts'
import { readingTogether } from '../../testing/together.ts'
import { sendLetters } from './letters.ts'
import { remind } from './reminding.ts'

let w: World
let worker: Somebody
let lead: Somebody
let keeper: Somebody
let house: { agencyId: string; teamId: string }
let teacher: Somebody
let today: string
/** The node's clock goes on by so many days. */
let later = 0
const mails: Mail[] = []
beforeAll(async () => {
  w = await world({ now: () => new Date(Date.now() + later * 86_400_000) })
  worker = await w.somebody('caseManager')
  lead = await w.somebody('supervisor')
  keeper = await w.somebody('nationalCoordinator')
  house = await w.agency()
  teacher = await w.somebody('teacher', house)
  today = localDay(new Date(), 'Asia/Almaty')
})
afterAll(() => w.close())

const name = (text: string) => ({ en: { text, state: 'checked' as const } })
async function service(over: Partial<AddOrganisation> = {}): Promise<string> {
  const organisation = { id: newId(), name: name('School 12'), kind: 'school' as const, ...over }
  expect((await w.as(keeper)(addOrganisation, { body: organisation })).status).toBe(201)
  const body = {
    ...{ id: newId(), organisationId: organisation.id, name: name('Lessons'), languages: [], areas: [] },
    ...{ domains: ['education' as const], cost: 'free' as const, state: 'open' as const, places: [] },
  }
  expect((await w.as(keeper)(addService, { body })).status).toBe(201)
  return body.id
}
const inside = () => service({ agencyId: house.agencyId })
const outside = (over: Partial<AddOrganisation> = {}) =>
  service({ name: name('Reeds Foundation'), kind: 'ngo', email: 'reeds@kz.example', ...over })

/** A child whom the worker works with. */
async function child(): Promise<string> {
  const body = draft()
  await w.as(lead)(registerPerson, { body })
  const caseId = newId()
  await w.as(lead)(openCase, { body: { id: caseId, personId: body.id, origin: 'walk-in' } })
  await w.as(lead)(assignCases, { body: { ids: [caseId], workerId: worker.accountId } })
  return body.id
}
const agree = (personId: string, over: object = {}) =>
  recordAnswer(w, worker, personId, {
    recipients: ['school', 'ngo'],
    classes: ['contact', 'education'],
    ...over,
  })

const wanted = (serviceId: string, over: Partial<DraftReferral> = {}): DraftReferral => ({
  id: newId(),
  serviceId,
  purpose: 'school',
  language: 'en',
  task: 'A place in the small class',
  answerBy: addDays(today, 7),
  ...over,
})
const write = (personId: string, body: DraftReferral, who = worker) =>
  w.as(who)(routes.draftReferral, { params: { id: personId }, body })
const sending = (over: Partial<SendReferral> = {}): SendReferral => ({
  id: newId(),
  seen: 1,
  fields: [{ field: 'name' }, { field: 'languages' }],
  ...over,
})
const send = (id: string, body = sending(), who = worker) =>
  w.as(who)(routes.sendReferral, { params: { id }, body })
const read = async (id: string, who = worker) =>
  (await w.as(who)(routes.getReferral, { params: { id } })).body
const step = (id: string, body: SenderStep, who = worker) =>
  w.as(who)(routes.senderStep, { params: { id }, body })
const asked = (id: string, who = teacher) => w.as(who)(routes.getAsked, { params: { id } })
const answer = (id: string, body: ReceiverStep, who = teacher) =>
  w.as(who)(routes.receiverStep, { params: { id }, body })
const codes = (reply: { body: unknown }) =>
  (reply.body as { faults?: { pointer: string; code: string }[] }).faults?.map(
    one => `${one.pointer} ${one.code}`,
  )
async function sent(serviceId?: string, over: Partial<SendReferral> = {}) {
  const personId = await child()
  const consent = await agree(personId)
  const { body } = await write(personId, wanted(serviceId ?? (await inside())))
  const reply = await send(body.id, sending(over))
  expect(reply.status).toBe(200)
  return { personId, consentId: consent.body.id, id: body.id, reply }
}
const notices = async (who: Somebody, topic: string) => {
  await dispatch(w.running.node.pool, noticeEvents, (_, error) => {
    throw error
  })
  const { rows } = (await w.as(who)(listNotices, { query: { limit: 200 } as never })).body
  return rows.filter(row => row.topic === topic).map(row => row.params['referralId'])
}

/** How many rows of a table the policies show to somebody. */
async function rowsFor(who: Somebody, table: string): Promise<number> {
  const { pool } = w.running.node
  const client = await pool.connect()
  try {
    const token = w.running.signIn.tokenOf(who.cookie) ?? ''
    await client.query(`begin; ${enterSql(token, 60, new Date())}`)
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)
    return rows[0]?.n ?? 0
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('the database and the rules say the same of what may follow', async () => {
  for (const state of referralStates) {
    const { rows } = await w.admin.query<{ s: string[]; r: string[]; runs: boolean }>(
      "select referrals.next($1, 'sender') as s, referrals.next($1, 'receiver') as r, referrals.runs($1) as runs",
      [state],
    )
    expect(rows[0]).toEqual({ s: nextOf(state, 'sender'), r: nextOf(state, 'receiver'), runs: runs(state) })
  }
})

describe('a referral is refused', () => {
  test('to nobody, to roles without the verb, and of strangers as of nobody', async () => {
    const personId = await child()
    const serviceId = await inside()
    const made = await write(personId, wanted(serviceId))
    expect((await w.as(null)(routes.listReferrals, {})).status).toBe(401)
    for (const role of ['teacher', 'ngoWorker', 'nationalCoordinator', 'familyMember'] as const) {
      const who = await w.somebody(role)
      await w.grant(who, personId, 'task')
      expect((await write(personId, wanted(serviceId), who)).status).toBe(403)
      expect((await w.as(who)(routes.getReferral, { params: { id: made.body.id } })).status).toBe(403)
    }
    const stranger = await w.somebody('supervisor', await w.agency())
    for (const one of [personId, newId()])
      expect((await write(one, wanted(serviceId), stranger)).status).toBe(404)
    for (const id of [made.body.id, newId()]) {
      expect((await w.as(stranger)(routes.getReferral, { params: { id } })).status).toBe(404)
      expect((await send(id, sending(), stranger)).status).toBe(404)
      expect((await step(id, { becomes: 'called-off', seen: 1, words: 'x y z' }, stranger)).status).toBe(404)
      expect((await asked(id)).status).toBe(404)
      expect((await answer(id, { becomes: 'accepted', seen: 1 })).status).toBe(404)
    }
    // A colleague of the team reads the contact section; where a family was sent is for who works with it.
    const colleague = await w.somebody('caseManager')
    expect((await write(personId, wanted(serviceId), colleague)).status).toBe(403)
    expect((await w.as(colleague)(routes.getReferral, { params: { id: made.body.id } })).status).toBe(404)
  })

  test('with all its faults at once', async () => {
    const personId = await child()
    expect(codes(await write(personId, wanted(newId(), { answerBy: addDays(today, -1) })))).toEqual([
      '/serviceId not-found',
      '/answerBy in-the-past',
    ])
    expect(codes(await write(personId, wanted(await inside(), { actionId: newId() })))).toEqual([
      '/actionId not-found',
    ])
    const consul = await w.somebody('consularOfficer')
    const section = {
      names: [],
      birthPlace: { country: 'XX', place: 'Тікенекті', certainty: 'stated' as const },
    }
    await w.as(consul)(
      changeSection,
      { params: { id: personId, section: 'journey' as const }, body: { section, kind: 'update' as const } },
      { ifMatch: '"1"' },
    )
    expect(codes(await write(personId, wanted(await inside(), { task: 'Born in тікенекті' })))).toEqual([
      '/task tells-journey',
    ])
  })

  test('where no answer of the family covers it, and says why', async () => {
    const personId = await child()
    const { body } = await write(personId, wanted(await inside()))
    expect(body).toMatchObject({ state: 'draft', hindrance: 'none', may: ['called-off'] })
    const why = async (over: Partial<SendReferral> = {}) =>
      (await send(body.id, sending(over))).body as unknown
    expect(await why()).toMatchObject({ code: 'consent-missing', why: 'none' })
    const made = await agree(personId, { until: addDays(today, 3) })
    expect(await read(body.id)).not.toHaveProperty('hindrance')
    expect(await why({ fields: [{ field: 'functioning' }] })).toMatchObject({
      faults: [{ code: 'nothing-known' }],
    })
    later = 5
    try {
      expect(await why()).toMatchObject({ code: 'consent-missing', why: 'expired' })
    } finally {
      later = 0
    }
    await w.as(worker)(withdrawConsent, { params: { id: made.body.id }, body: { who: 'parent' } })
    expect(await why()).toMatchObject({ code: 'consent-missing', why: 'withdrawn' })
    expect((await read(body.id)).state).toBe('draft')
  })

  test('to somebody who is blocked or gone, with the others to choose from; and where nobody is left', async () => {
    const home = await w.agency()
    const serviceId = await service({ agencyId: home.agencyId })
    const [blocked, other] = [await w.somebody('teacher', home), await w.somebody('teacher', home)]
    await w.admin.query("update access.accounts set state = 'blocked' where id = $1", [blocked.accountId])
    const personId = await child()
    await agree(personId)
    const { body } = await write(personId, wanted(serviceId))
    for (const receiverId of [blocked.accountId, teacher.accountId, newId()])
      expect(codes(await send(body.id, sending({ receiverId })))).toEqual(['/receiverId not-there'])
    const { rows } = (await w.as(worker)(routes.referralReceivers, { params: { id: serviceId } })).body
    expect(rows.map(row => row.id)).toEqual([other.accountId])
    await w.admin.query('update access.hats set ended_at = now() where account_id = $1', [other.accountId])
    expect(codes(await send(body.id))).toEqual(['/receiverId nobody-there'])
    expect((await send(body.id, sending(), worker)).status).toBe(422)
  })

  test('to a service that is shut, and outside without a mail address', async () => {
    const serviceId = await inside()
    const personId = await child()
    await agree(personId)
    const made = await write(personId, wanted(serviceId))
    const organisationId = made.body.service.organisationId
    const facts = {
      ...{ organisationId, name: name('Lessons'), languages: [], areas: [], domains: [] },
      ...{ cost: 'free' as const, state: 'paused' as const, places: [] },
    }
    await w.as(keeper)(changeService, { params: { id: serviceId }, body: facts }, { ifMatch: '"1"' })
    expect((await send(made.body.id)).body.code).toBe('service-shut')
    expect(codes(await write(personId, wanted(serviceId)))).toEqual(['/serviceId closed'])
    const silent = await write(personId, wanted(await outside({ email: undefined })))
    expect((await send(silent.body.id)).body.code).toBe('referral-no-mail')
  })

  test('unseen, twice at once, and where it does not follow', async () => {
    const { id } = await sent()
    expect((await step(id, { becomes: 'confirmed', seen: 2 })).body.code).toBe('referral-cannot')
    expect((await step(id, { becomes: 'called-off', seen: 2 })).status).toBe(422)
    expect((await step(id, { becomes: 'accepted', seen: 1 })).status).toBe(412)
    const both = await Promise.all([
      answer(id, { becomes: 'accepted', seen: 2 }),
      answer(id, { becomes: 'declined', seen: 2, words: 'No room' }),
    ])
    expect(both.map(one => one.status).sort()).toEqual([200, 412])
    const personId = await child()
    await agree(personId)
    const { body } = await write(personId, wanted(await inside()))
    const twice = await Promise.all([send(body.id), send(body.id)])
    expect(twice.map(one => one.status).sort()).toEqual([200, 412])
  })
})

describe('a referral', () => {
  test('is an act of sharing, and stands in the register of who was told, once', async () => {
    const personId = await child()
    await agree(personId)
    const { body } = await write(personId, wanted(await inside()))
    const act = sending()
    for (let n = 0; n < 2; n += 1) expect((await send(body.id, act)).body).toMatchObject({ state: 'sent' })
    const { rows } = (await w.as(worker)(listDisclosures, { query: { personId } as never })).body
    expect(rows).toMatchObject([{ id: act.id, how: 'referral', purpose: 'school', recipient: 'school' }])
    // Whoever is on the directory is on the register of contacts, by the same id.
    const contacts = (await w.as(worker)(listContacts, { query: { limit: 200 } as never })).body.rows
    expect(contacts.map(one => one.id)).toContain(body.service.organisationId)
    expect((await read(body.id)).told.map(one => one.field)).toEqual(['name', 'languages'])
  })

  test('goes its way: read, accepted, under way, delivered, confirmed by the family', async () => {
    const { id, personId } = await sent()
    expect(await notices(teacher, 'referral.came')).toContain(id)
    const { rows } = (await w.as(teacher)(routes.listAsked, {})).body
    expect(rows.find(row => row.id === id)).toMatchObject({ state: 'sent', anybody: true })
    const seen = (await asked(id)).body
    expect(seen).toMatchObject({ state: 'seen', task: 'A place in the small class' })
    expect(seen.told.map(one => one.field)).toEqual(['name', 'languages'])
    expect(JSON.stringify(seen)).not.toContain(personId)
    expect((await read(id)).state).toBe('seen')
    let version = seen.version
    for (const becomes of ['accepted', 'under-way', 'delivered'] as const)
      expect((await answer(id, { becomes, seen: version++ })).status).toBe(200)
    expect(await notices(worker, 'referral.answered')).toContain(id)
    const waiting = (await w.as(worker)(routes.referralsToday, {})).body.ask
    expect(waiting.map(row => row.id)).toContain(id)
    const done = await step(id, { becomes: 'confirmed', seen: version, words: 'He goes every day' })
    expect(done.body).toMatchObject({ state: 'confirmed', receiver: { id: teacher.accountId }, may: [] })
    expect(done.body.steps.map(one => one.what)).toEqual([
      ...['confirmed', 'delivered', 'under-way', 'accepted', 'seen', 'sent', 'draft'],
    ])
    // The access of the receiver dies with it.
    expect((await asked(id)).status).toBe(404)
    expect((await w.as(teacher)(routes.listAsked, {})).body.rows.map(row => row.id)).not.toContain(id)
  })

  test('for a step of the plan makes it done, with the word of the family', async () => {
    const personId = await child()
    await agree(personId)
    const found = await w.admin.query<{ id: string }>('select id from cases.cases where person_id = $1', [
      personId,
    ])
    const caseId = found.rows[0]?.id ?? ''
    await planned(w, worker, lead, caseId, [
      { thread: newId(), kind: 'referral', words: 'Lessons' },
      { thread: newId(), kind: 'service', words: 'Books' },
    ])
    const steps = async () =>
      (await w.as(worker)(casePlans, { params: { id: caseId } })).body.plans[0]?.goals[0]?.actions
    const [lessons] = (await steps()) ?? []
    const { body } = await write(personId, wanted(await inside(), { actionId: lessons?.id ?? '' }))
    await send(body.id)
    await step(body.id, { becomes: 'accepted', seen: 2 })
    await step(body.id, { becomes: 'delivered', seen: 3 })
    expect((await steps())?.[0]).not.toHaveProperty('doneOn')
    expect((await step(body.id, { becomes: 'confirmed', seen: 4 })).status).toBe(200)
    const done = await steps()
    expect(done?.map(one => [one.words, one.doneOn !== undefined])).toEqual([
      ['Lessons', true],
      ['Books', false],
    ])
  })

  test('opens nothing of the file, and nothing to anybody else of other houses', async () => {
    const { id, personId } = await sent(undefined, { receiverId: teacher.accountId })
    expect((await w.as(teacher)(getPerson, { params: { id: personId } })).status).toBe(404)
    const colleague = await w.somebody('teacher', house)
    const foreign = await w.somebody('teacher', await w.agency())
    for (const who of [colleague, foreign]) {
      expect((await asked(id, who)).status).toBe(404)
      expect((await answer(id, { becomes: 'accepted', seen: 2 }, who)).status).toBe(404)
    }
    expect((await asked(id)).status).toBe(200)
    for (const table of ['referrals.steps', 'referrals.links', 'consents.told', 'people.persons']) {
      // Under the policies of the receiver no row of the family is there, whatever is asked.
      expect(await rowsFor(teacher, table)).toBe(0)
    }
  })

  test('that is declined comes back with its reason, until the sender has read it', async () => {
    const { id } = await sent()
    expect((await answer(id, { becomes: 'declined', seen: 2 })).status).toBe(422)
    expect((await answer(id, { becomes: 'declined', seen: 2, words: 'The class is full' })).status).toBe(200)
    const back = async () =>
      (await w.as(worker)(routes.referralsToday, {})).body.back.find(row => row.id === id)
    expect(await back()).toMatchObject({ state: 'declined', why: 'The class is full' })
    expect((await asked(id)).status).toBe(404)
    const note = (seen: number) => w.as(worker)(routes.noteReferral, { params: { id }, body: { seen } })
    expect((await note(1)).status).toBe(412)
    expect((await note(3)).body).toMatchObject({ noted: true })
    expect(await back()).toBeUndefined()
  })

  test('that nobody answers is reminded of, and the sender told; never more often than every three days', async () => {
    const { id } = await sent()
    later = 9
    try {
      expect(await remind(w.running.node)).toBeGreaterThanOrEqual(1)
      expect(await remind(w.running.node)).toBe(0)
      const { rows } = (await w.as(worker)(routes.listReferrals, { query: { show: 'unanswered' } as never }))
        .body
      expect(rows.find(row => row.id === id)).toMatchObject({ unanswered: true })
      expect((await read(id)).steps[0]).toMatchObject({ what: 'reminded', outside: false })
      expect(await notices(worker, 'referral.unanswered')).toContain(id)
      later = 13
      expect(await remind(w.running.node)).toBeGreaterThanOrEqual(1)
    } finally {
      later = 0
    }
  })

  test('whose receiver is gone says so, and is given to somebody else of the same house', async () => {
    const home = await w.agency()
    const [first, second] = [await w.somebody('teacher', home), await w.somebody('teacher', home)]
    const { id } = await sent(await service({ agencyId: home.agencyId }), { receiverId: first.accountId })
    await w.admin.query("update access.accounts set state = 'blocked' where id = $1", [first.accountId])
    expect(await read(id)).toMatchObject({ receiverGone: true })
    const hand = (receiverId: string, seen = 2) =>
      w.as(worker)(routes.handReferral, { params: { id }, body: { receiverId, seen } })
    expect((await hand(first.accountId)).body.code).toBe('referral-cannot')
    expect((await hand(second.accountId)).body).toMatchObject({
      receiverGone: false,
      receiver: { id: second.accountId },
    })
    expect((await asked(id, second)).status).toBe(200)
  })

  test('stops when the consent is taken back on its way, for everybody at once', async () => {
    const { id, consentId } = await sent()
    expect((await asked(id)).status).toBe(200)
    await w.as(worker)(withdrawConsent, { params: { id: consentId }, body: { who: 'parent' } })
    expect(await read(id)).toMatchObject({ state: 'stopped', steps: [{ what: 'consent-ended' }, {}, {}, {}] })
    expect((await asked(id)).status).toBe(404)
    expect((await answer(id, { becomes: 'accepted', seen: 3 })).status).toBe(404)
    expect(await notices(worker, 'referral.stopped')).toContain(id)
    expect((await w.as(worker)(routes.referralsToday, {})).body.back.map(row => row.id)).toContain(id)
  })

  test('whose consent ran out before anybody read it stops in the morning', async () => {
    const personId = await child()
    await agree(personId, { until: addDays(today, 2) })
    const { body } = await write(personId, wanted(await inside()))
    await send(body.id)
    later = 4
    try {
      await remind(w.running.node)
    } finally {
      later = 0
    }
    expect((await read(body.id)).state).toBe('stopped')
  })

  test('of two records of one person goes on under the one that stays', async () => {
    const { id, personId } = await sent()
    const other = await child()
    const merged = await w.as(lead)(mergePeople, {
      body: {
        ...{ id: newId(), stays: other, staysVersion: 1, joins: personId, joinsVersion: 1 },
        reason: 'One of two lists',
      },
    })
    expect(merged.status).toBe(201)
    expect(await read(id)).toMatchObject({ personId: other, state: 'sent' })
    expect((await asked(id)).status).toBe(200)
  })
})

test('an erased person leaves no referral, no word of one, and no way in', async () => {
  const personId = await child()
  await agree(personId)
  const { body } = await write(personId, wanted(await outside(), { task: 'Өтінішсөз' }))
  await send(body.id)
  await step(body.id, { becomes: 'declined', seen: 2, words: 'Бастартусөз' })
  const asks = await w.as(lead)(askErasure, { params: { id: personId }, body: { reason: 'They asked' } })
  const second = await w.somebody('supervisor')
  const decided = await w.as(second)(
    decideApproval,
    { params: { id: asks.body.approvalId }, body: { verdict: 'approved' } },
    { ifMatch: '"1"' },
  )
  expect(decided.status).toBe(200)
  for (const table of ['referrals.referrals', 'referrals.steps', 'referrals.links', 'consents.told']) {
    const { rows } = await w.admin.query(`select * from ${table} where person_id = $1`, [personId])
    expect(rows, table).toEqual([])
  }
})

describe('somebody outside', () => {
  const letters = async (): Promise<string> => {
    mails.length = 0
    await sendLetters({
      ...w.running.node,
      sendMail: async mail => {
        mails.push(mail)
      },
    })
    return /#([\w-]+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? ''
  }
  const open = (token: string, code: string) => w.as(null)(routes.openLink, { body: { token, code } })
  const wrong = 'x'.repeat(43)

  test('gets one letter, whichever of two processes writes it', async () => {
    await sent(await outside())
    mails.length = 0
    const post = {
      ...readingTogether(w.running.node, 'referrals.letters('),
      sendMail: async (mail: (typeof mails)[number]) => void mails.push(mail),
    }
    expect((await Promise.all([sendLetters(post), sendLetters(post)])).sort()).toEqual([0, 1])
    expect(mails).toHaveLength(1)
  })

  test('opens it by a link from a mail and a code from the telephone, and sees the task and no more', async () => {
    const { id, personId, reply } = await sent(await outside())
    const code = reply.body.code ?? ''
    expect(code).toMatch(/^\d{4} \d{4}$/)
    const token = await letters()
    expect(mails).toMatchObject([{ to: 'reeds@kz.example' }])
    expect(mails[0]?.text).not.toContain(code)
    expect(mails[0]?.text).not.toContain('small class')
    expect((await read(id)).link).toMatchObject({ closed: false, email: 'reeds@kz.example' })
    expect(await read(id)).not.toHaveProperty('code')
    expect((await open(token, '0000 0000')).body.code).toBe('link-refused')
    expect((await open(wrong, code)).body.code).toBe('link-refused')
    const seen = await open(token, code)
    expect(seen.body).toMatchObject({ state: 'seen', task: 'A place in the small class' })
    expect(seen.body.told.map(one => one.field)).toEqual(['name', 'languages'])
    for (const secret of [id, personId, worker.email]) expect(JSON.stringify(seen.body)).not.toContain(secret)
    const say = (becomes: ReceiverStep['becomes'], version: number, words?: string) =>
      w.as(null)(routes.answerLink, {
        body: { token, code, becomes, seen: version, ...(words ? { words } : {}) },
      })
    expect((await say('declined', 3)).status).toBe(422)
    expect((await say('delivered', 3)).body.code).toBe('referral-cannot')
    expect((await say('accepted', 2)).status).toBe(412)
    expect((await say('accepted', 3)).body).toEqual({ state: 'accepted' })
    expect((await read(id)).steps[0]).toMatchObject({ what: 'accepted', outside: true })
    // Neither secret lies anywhere in the clear.
    const { rows } = await w.admin.query<{ row: string }>('select l::text as row from referrals.links l')
    for (const { row } of rows)
      for (const secret of [token, code.replace(' ', '')]) expect(row).not.toContain(secret)
    expect((await say('not-delivered', 4, 'He moved away')).status).toBe(200)
    expect((await open(token, code)).body.code).toBe('link-refused')
  })

  test('has five tries, and then needs a new link and a new code from the sender', async () => {
    const { id, reply } = await sent(await outside())
    const token = await letters()
    const code = reply.body.code ?? ''
    for (let n = 0; n < 5; n += 1) expect((await open(token, '9999 9999')).status).toBe(403)
    expect((await open(token, code)).body.code).toBe('link-refused')
    expect((await read(id)).link).toMatchObject({ closed: true })
    expect(await notices(worker, 'referral.unanswered')).toContain(id)
    const renewed = await w.as(worker)(routes.renewLink, { params: { id }, body: { seen: 2 } })
    expect(renewed.body.link).toMatchObject({ closed: false })
    const fresh = await letters()
    expect((await open(token, renewed.body.code ?? '')).body.code).toBe('link-refused')
    expect((await open(fresh, renewed.body.code ?? '')).status).toBe(200)
  })

  test('finds it shut once the consent is taken back, and after its time', async () => {
    const { consentId, reply } = await sent(await outside())
    const code = reply.body.code ?? ''
    const token = await letters()
    await w.as(worker)(withdrawConsent, { params: { id: consentId }, body: { who: 'parent' } })
    expect((await open(token, code)).body.code).toBe('link-refused')
    const second = await sent(await outside())
    const other = await letters()
    later = 61
    try {
      expect((await open(other, second.reply.body.code ?? '')).body.code).toBe('link-refused')
    } finally {
      later = 0
    }
  })

  test('is not written to where no mail leaves, and the sender sees it', async () => {
    const { id } = await sent(await outside())
    // This world has no mail server.
    expect(await sendLetters(w.running.node)).toBe(0)
    expect((await read(id)).link).not.toHaveProperty('mailedAt')
    later = 1
    try {
      await letters()
    } finally {
      later = 0
    }
    expect((await read(id)).link).toHaveProperty('mailedAt')
  })

  test('answers by telephone through the sender, who writes it down', async () => {
    const { id } = await sent(await outside())
    expect((await step(id, { becomes: 'declined', seen: 2 })).status).toBe(422)
    expect((await step(id, { becomes: 'accepted', seen: 2 })).body).toMatchObject({
      state: 'accepted',
      steps: [{ by: { id: worker.accountId } }, {}, {}],
    })
  })
})
