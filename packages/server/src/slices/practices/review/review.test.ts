/** A review through HTTP: who may not, and then two who differ, a third who decides, and what is published. */
import {
  getPractice,
  getVersion,
  listEditions,
  makePractice as makePracticeRoute,
  savePractice,
  submitPractice,
} from '@kerege/contract/practices/record/routes'
import {
  answerInvitation,
  archivePractice,
  confirmPractice,
  freeReviewer,
  getReview,
  getReviewer,
  listCandidates,
  listReviewers,
  practiceNeeds,
  publishPractice,
  retractPractice,
  sendBack,
  setPracticeSettings,
  setReviewer,
  setReviewerProfile,
  takeBack,
  takeOver,
} from '@kerege/contract/practices/review/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { remindToConfirm } from './clock.ts'
import { accept, ask, draftOf, grade, gradesOf, handedIn, underReview } from '../testing/flow.ts'
import { type Library, library, practiceContent } from '../testing/library.ts'

let l: Library
let author: Somebody
let kg: Somebody
let kz: Somebody
let uz: Somebody
const as = (who: Somebody | null) => l.w.as(who)
const read = (who: Somebody, id: string) => as(who)(getPractice, { params: { id } })
const review = (who: Somebody, id: string) => as(who)(getReview, { params: { id } })
const publish = (id: string, who = l.moderator) => as(who)(publishPractice, { params: { id } })
const back = (id: string, reason = 'Please say more of the limits', who = l.moderator) =>
  as(who)(sendBack, { params: { id }, body: { reason } })
const again = (id: string, who = author) => as(who)(submitPractice, { params: { id }, body: {} })
const needsOf = async (who: Somebody, id: string) =>
  (await as(who)(practiceNeeds, {})).body.rows.filter(row => row.practice.id === id).map(row => row.kind)

beforeAll(async () => {
  l = await library()
  author = await l.of('TJ')
  kg = await l.of('KG', 'expert')
  kz = await l.of('KZ', 'expert')
  uz = await l.of('UZ', 'expert')
}, 60_000)
afterAll(() => l.w.close())

describe('is refused', () => {
  test('choosing reviewers to all but those who moderate', async () => {
    const id = await handedIn(l, author)
    for (const who of [author, kg]) expect((await ask(l, id, kz, who)).body.code).toBe('not-allowed')
    expect((await as(null)(listCandidates, { params: { id } })).status).toBe(401)
  })
  test('a review of own work, of one’s agency’s, and by whom nobody asked', async () => {
    const writer = await l.of('KZ', 'expert')
    const colleague = await l.w.somebody('expert', { agencyId: writer.agencyId })
    const id = await handedIn(l, writer)
    const rows = (await as(l.moderator)(listCandidates, { params: { id } })).body.rows.map(
      row => row.account.id,
    )
    expect(rows).toContain(kg.accountId)
    expect(rows).not.toContain(writer.accountId)
    expect(rows).not.toContain(colleague.accountId)
    for (const who of [writer, colleague, author]) {
      expect((await ask(l, id, who)).body).toMatchObject({
        faults: [{ pointer: '/accountId', code: 'not-a-reviewer' }],
      })
    }
    // Below the API too.
    for (const who of [writer, colleague]) {
      await expect(
        l.w.admin.query(
          `insert into practices.reviews (id, practice_id, round, seat, account_id, agency_id, state, invited_at)
           values ($1, $2, 1, 1, $3, $4, 'invited', now())`,
          [newId(), id, who.accountId, who.agencyId],
        ),
      ).rejects.toThrow('own work')
    }
    expect((await grade(l, id, kg, 'publish')).status).toBe(404)
    expect((await review(kg, id)).status).toBe(404)
  })
  test('those who moderate a review of what they wrote themselves', async () => {
    const id = await handedIn(l, l.moderator)
    expect((await ask(l, id, kg)).body).toMatchObject({ faults: [{ code: 'not-a-reviewer' }] })
    const second = await l.w.somebody('secretariat', { agencyId: (await l.w.agency()).agencyId })
    expect((await ask(l, id, kg, second)).status).toBe(201)
  })
  test('grading before one has said that no interest conflicts, without reasons, and twice', async () => {
    const id = await handedIn(l, author)
    await ask(l, id, kg)
    await ask(l, id, kz)
    expect((await grade(l, id, kg, 'publish')).body.code).toBe('review-not-accepted')
    expect(
      (await as(kg)(answerInvitation, { params: { id }, body: { answer: 'accept' } as never })).status,
    ).toBe(422)
    await accept(l, id, kg)
    const { relevance: _, ...less } = gradesOf(3)
    expect((await grade(l, id, kg, 'publish', less as never)).body).toMatchObject({
      faults: [{ pointer: '/grades/relevance', code: 'required' }],
    })
    expect((await grade(l, id, kg, 'publish', gradesOf(5))).status).toBe(422)
    const twice = await Promise.all([1, 2].map(() => grade(l, id, kg, 'publish')))
    expect(twice.map(one => one.status).sort()).toEqual([200, 409])
  })
  test('publishing before both have spoken, against their word, and by its author', async () => {
    const id = await underReview(l, author, [kg, kz])
    expect((await publish(id)).body.code).toBe('step-refused')
    await grade(l, id, kg, 'revise')
    await grade(l, id, kz, 'revise')
    expect((await publish(id)).body.code).toBe('step-refused')
    expect((await publish(id, author)).body.code).toBe('not-allowed')
  })
  test('what leads nowhere: taking back under review, confirming a draft, retracting what nobody could read', async () => {
    const id = await underReview(l, author, [kg, kz])
    expect((await as(author)(takeBack, { params: { id } })).body.code).toBe('step-refused')
    expect((await as(author)(confirmPractice, { params: { id } })).body.code).toBe('step-refused')
    const reply = await as(l.moderator)(retractPractice, { params: { id }, body: { reason: 'It does harm' } })
    expect(reply.body.code).toBe('step-refused')
    expect((await as(uz)(archivePractice, { params: { id }, body: { reason: 'Of its time' } })).status).toBe(
      404,
    )
  })
})

test('reviewers are proposed by what they read, whence they look and what they know', async () => {
  const profile = (who: Somebody, domains: string[], languages: string[]) =>
    as(who)(
      setReviewerProfile,
      { body: { domains, languages, available: true } as never },
      { ifMatch: '"0"' },
    )
  const [own, reads, knows, away] = await Promise.all(
    ['TJ', 'KG', 'KG', 'KG'].map(one => l.of(one, 'expert')),
  )
  await profile(own as Somebody, ['education'], ['tg'])
  await profile(reads as Somebody, ['education'], ['tg'])
  await profile(knows as Somebody, ['education'], ['ky'])
  await profile(away as Somebody, ['education'], ['tg'])
  await l.w.admin.query('update practices.reviewers set available = false where account_id = $1', [
    away?.accountId,
  ])
  const title = { tg: { text: 'Синфҳои пайвандӣ', state: 'checked' as const } }
  const id = await handedIn(l, author, { content: practiceContent('', { texts: { title } }) })
  const { rows } = (await as(l.moderator)(listCandidates, { params: { id } })).body
  expect(rows.slice(0, 2).map(row => row.account.id)).toEqual([reads?.accountId, own?.accountId])
  expect(rows[0]).toMatchObject({ domains: ['education'], languages: ['tg'], otherCountry: true, busy: 0 })
  const ids = rows.map(row => row.account.id)
  expect(ids).toContain(knows?.accountId)
  expect(ids).not.toContain(away?.accountId)
})

test('those who moderate set what somebody else reviews, and that person is told', async () => {
  const expert = await l.of('KG', 'expert')
  const body = {
    domains: ['education' as const],
    languages: ['ky' as const, 'ru' as const],
    available: false,
  }
  const set = (who: Somebody, id: string, ifMatch = '"0"') =>
    as(who)(setReviewer, { params: { id }, body }, { ifMatch })
  for (const who of [expert, author]) {
    expect((await set(who, expert.accountId)).body.code).toBe('not-allowed')
    expect((await as(who)(listReviewers, {})).body.code).toBe('not-allowed')
  }
  // Whoever may not review cannot be made a reviewer by this.
  expect((await set(l.moderator, author.accountId)).status).toBe(404)
  const before = (await as(l.moderator)(getReviewer, { params: { id: expert.accountId } })).body
  expect(before).toMatchObject({ domains: [], available: true, version: 0 })
  expect((await set(l.moderator, expert.accountId)).body).toMatchObject({ ...body, version: 1 })
  expect((await set(l.moderator, expert.accountId)).body.code).toBe('stale-version')
  const { rows } = (await as(l.moderator)(listReviewers, {})).body
  expect(rows.find(row => row.id === expert.accountId)).toMatchObject({ country: 'KG', ...body, busy: 0 })
  expect(rows.map(row => row.id)).not.toContain(author.accountId)
  const told = await l.w.admin.query(
    `select payload from platform.outbox where topic = 'reviewer.changed' and payload->>'accountId' = $1`,
    [expert.accountId],
  )
  expect(told.rows).toEqual([{ payload: { accountId: expert.accountId } }])
})

test('a stated conflict and a refusal free the seat; a reviewer whose account ended is replaced', async () => {
  const id = await handedIn(l, author)
  await ask(l, id, kg)
  await ask(l, id, kz)
  expect((await ask(l, id, uz)).body.code).toBe('seats-taken')
  expect((await read(l.moderator, id)).body.state).toBe('review')
  const stated = { answer: 'conflict' as const, conflict: 'I helped to write it' }
  expect((await as(kg)(answerInvitation, { params: { id }, body: stated })).status).toBe(204)
  expect((await read(kg, id)).status).toBe(404)
  expect(await needsOf(l.moderator, id)).toEqual(['assign'])
  const seen = (await review(l.moderator, id)).body
  expect(seen.seats.find(one => one.state === 'conflict')).toMatchObject({ conflict: 'I helped to write it' })
  // Who has stepped aside is not asked again in this round.
  expect((await ask(l, id, kg)).body).toMatchObject({ faults: [{ code: 'not-a-reviewer' }] })
  await ask(l, id, uz)
  await accept(l, id, uz)
  const gone = await l.of('KG', 'expert')
  await as(kz)(answerInvitation, { params: { id }, body: { answer: 'decline' } })
  await ask(l, id, gone)
  await l.w.admin.query(`update access.accounts set state = 'blocked' where id = $1`, [gone.accountId])
  const seat = (await review(l.moderator, id)).body.seats.find(one => one.reviewer?.id === gone.accountId)
  expect(seat).toMatchObject({ state: 'invited', reviewer: { here: false } })
  const params = { id, reviewId: seat?.id ?? '' }
  const freed = await as(l.moderator)(freeReviewer, { params, body: { reason: 'Has left the service' } })
  expect(freed.body).toMatchObject({ freeSeat: 2 })
  expect((await ask(l, id, await l.of('KG', 'expert'))).status).toBe(201)
})

test('two differ, a third decides, and it is published with every reason', async () => {
  const id = await underReview(l, author, [kg, kz])
  expect(await needsOf(kg, id)).toEqual(['review'])
  expect((await review(author, id)).body).toMatchObject({
    turn: 'reviewers',
    asked: 2,
    accepted: 2,
    given: 0,
    seats: [],
  })
  await grade(l, id, kg, 'publish', gradesOf(4))
  // Neither the other reviewer nor the author sees it yet.
  expect((await review(kz, id)).body.seats.map(one => one.mine)).toEqual([true])
  expect((await review(author, id)).body).toMatchObject({ given: 1, seats: [] })
  await grade(l, id, kz, 'revise', gradesOf(4, { evidence: 2 }))
  expect((await review(l.moderator, id)).body).toMatchObject({
    turn: 'moderators',
    outcome: 'third',
    freeSeat: 3,
  })
  expect(await needsOf(l.moderator, id)).toEqual(['third'])
  expect((await publish(id)).body.code).toBe('step-refused')
  await ask(l, id, uz)
  await accept(l, id, uz)
  expect((await review(uz, id)).body.seats).toHaveLength(3)
  await grade(l, id, uz, 'publish', gradesOf(3))
  expect(await needsOf(l.moderator, id)).toEqual(['settle'])
  const done = await publish(id)
  expect(done.body).toMatchObject({ state: 'published', number: expect.any(Number), edition: { number: 1 } })
  const { edition, steps } = (await read(author, id)).body
  expect(edition?.review).toMatchObject({
    differed: true,
    grades: { evidence: { grade: 3, reasons: [{}, {}, {}] } },
    reviewers: [
      { country: 'KG', third: false },
      { country: 'KZ', third: false },
      { country: 'UZ', third: true },
    ],
  })
  expect(JSON.stringify(edition)).not.toContain(kg.accountId)
  expect(steps?.map(one => one.to)).toEqual(['draft', 'submitted', 'review', 'published'])
  const three = new Date().getFullYear() + 3
  expect(done.body.confirmBy?.slice(0, 4)).toBe(String(three))
})

test('sent back and handed in again it goes to the same reviewers, who see what changed', async () => {
  const id = await underReview(l, author, [kg, kz])
  await grade(l, id, kg, 'revise')
  await grade(l, id, kz, 'revise')
  expect((await back(id)).body.state).toBe('revise')
  expect(await needsOf(author, id)).toEqual(['revise'])
  const told = (await review(author, id)).body.seats
  expect(told).toMatchObject([{ state: 'given', wordsAuthor: {} }, { state: 'given' }])
  expect(told.some(one => one.reviewer)).toBe(false)
  const { id: _, ...body } = draftOf({ content: practiceContent('Bridge classes, with their limits') })
  const version = (await read(author, id)).etag ?? ''
  await as(author)(savePractice, { params: { id }, body }, { ifMatch: version })
  expect((await again(id)).body).toMatchObject({ state: 'review', round: 2 })
  const seen = (await review(kg, id)).body
  expect(seen.seats.filter(one => one.mine).map(one => [one.round, one.state])).toEqual([
    [2, 'accepted'],
    [1, 'given'],
  ])
  const before = seen.seats.find(one => one.round === 1 && one.mine)?.readVersion ?? 0
  const old = await as(kg)(getVersion, { params: { id, version: String(before) as never } })
  expect(old.body.content.texts.title.en?.text).toBe('Bridge classes')
  await grade(l, id, kg, 'publish')
  await grade(l, id, kz, 'publish')
  expect((await publish(id)).body.state).toBe('published')
})

test('one reviewer who is gone by then leaves a seat to be filled', async () => {
  const gone = await l.of('KZ', 'expert')
  const id = await underReview(l, author, [kg, gone])
  await grade(l, id, kg, 'revise')
  await grade(l, id, gone, 'revise')
  await back(id)
  await l.w.admin.query('update access.hats set ended_at = now() where account_id = $1', [gone.accountId])
  expect((await again(id)).body.state).toBe('submitted')
  expect((await review(l.moderator, id)).body).toMatchObject({ asked: 1, freeSeat: 2 })
  await ask(l, id, uz)
  expect((await read(l.moderator, id)).body.state).toBe('review')
})

test('declined, it is its author’s draft again, with the reason', async () => {
  const id = await underReview(l, author, [kg, kz])
  await grade(l, id, kg, 'decline')
  await grade(l, id, kz, 'decline')
  expect((await back(id, 'Reviewers find it harmful')).body).toMatchObject({ state: 'draft' })
  expect((await read(author, id)).body.steps?.at(-1)).toMatchObject({
    to: 'draft',
    reason: 'Reviewers find it harmful',
  })
})

test('numbered once, and in order, when many publish at once', async () => {
  const ids = await Promise.all([1, 2, 3].map(() => underReview(l, author, [kg, kz])))
  for (const id of ids) for (const who of [kg, kz]) await grade(l, id, who, 'publish')
  const replies = await Promise.all(ids.flatMap(id => [publish(id), publish(id)]))
  expect(replies.filter(one => one.status === 200)).toHaveLength(3)
  const { rows } = await l.w.admin.query<{ number: number }>(
    'select number from practices.practices where id = any ($1) order by number',
    [ids],
  )
  const [first = 0] = rows.map(row => row.number)
  expect(rows.map(row => row.number)).toEqual([first, first + 1, first + 2])
  const editions = await as(author)(listEditions, { params: { id: ids[0] ?? '' } })
  expect(editions.body.rows).toHaveLength(1)
})

test('two reviewers who end in the same moment are counted both', async () => {
  const id = await underReview(l, author, [kg, kz])
  await Promise.all([grade(l, id, kg, 'publish'), grade(l, id, kz, 'publish')])
  expect((await review(l.moderator, id)).body).toMatchObject({
    given: 2,
    outcome: 'publish',
    turn: 'moderators',
  })
  const { rows } = await l.w.admin.query(
    `select 1 from platform.outbox where topic = 'practice.waits' and payload ->> 'practiceId' = $1 and payload ->> 'accountId' = $2`,
    [id, l.moderator.accountId],
  )
  // Handed in, and both have spoken.
  expect(rows).toHaveLength(2)
})

describe('once published', () => {
  test('readers keep the edition while the next one is written, reviewed and taken back', async () => {
    const { id } = await l.published(author)
    const reader = await l.of('KZ')
    const { id: _, ...body } = draftOf({ content: practiceContent('Bridge classes, second edition') })
    expect((await as(author)(savePractice, { params: { id }, body }, { ifMatch: '"1"' })).status).toBe(200)
    await again(id)
    const seen = (await read(reader, id)).body
    expect(seen.title.en?.text).toBe('Bridge classes')
    expect(JSON.stringify(seen)).not.toContain('second edition')
    expect((await as(author)(takeBack, { params: { id } })).body.state).toBe('published')
    await again(id)
    for (const who of [kg, kz]) {
      await ask(l, id, who)
      await accept(l, id, who)
      await grade(l, id, who, 'publish')
    }
    const done = (await publish(id)).body
    expect(done.edition).toMatchObject({
      number: 2,
      content: { texts: { title: { en: { text: 'Bridge classes, second edition' } } } },
    })
    expect((await as(reader)(listEditions, { params: { id } })).body.rows.map(row => row.number)).toEqual([
      2, 1,
    ])
  })

  test('it is confirmed by its author, its state or who moderates, for as many years as are set', async () => {
    const { id } = await l.published(author)
    const state = await l.of('TJ', 'delegate')
    const other = await l.of('UZ', 'delegate')
    await l.w.admin.query('update practices.practices set confirm_by = current_date - 1 where id = $1', [id])
    expect(await needsOf(author, id)).toEqual(['confirm'])
    expect(await needsOf(state, id)).toEqual(['confirm'])
    expect(await needsOf(other, id)).toEqual([])
    expect(await remindToConfirm(l.w.running.node)).toBe(2)
    expect(await remindToConfirm(l.w.running.node)).toBe(0)
    expect((await as(other)(confirmPractice, { params: { id } })).status).toBeGreaterThanOrEqual(400)
    await as(l.moderator)(setPracticeSettings, { body: { confirmYears: 2 } }, { ifMatch: '"1"' })
    const reply = await as(state)(confirmPractice, { params: { id } })
    expect(reply.body.confirmBy?.slice(0, 4)).toBe(String(new Date().getFullYear() + 2))
    expect(await needsOf(author, id)).toEqual([])
    await as(l.moderator)(setPracticeSettings, { body: { confirmYears: 3 } }, { ifMatch: '"2"' })
  })

  test('retracted it stays readable with its reason, and is told to whoever listens', async () => {
    const { id } = await l.published(author)
    const reader = await l.of('KZ')
    const retract = (who: Somebody) =>
      as(who)(retractPractice, { params: { id }, body: { reason: 'Two families were harmed' } })
    expect((await retract(reader)).status).toBe(404)
    expect((await retract(l.moderator)).body.state).toBe('retracted')
    expect((await retract(l.moderator)).body.code).toBe('step-refused')
    expect((await read(reader, id)).body).toMatchObject({
      state: 'retracted',
      retractedReason: 'Two families were harmed',
    })
    expect((await again(id)).body.code).toBe('step-refused')
    const { rows } = await l.w.admin.query(
      `select 1 from platform.outbox where topic = 'practices.retracted' and payload ->> 'practiceId' = $1`,
      [id],
    )
    expect(rows).toHaveLength(1)
  })

  test('archived it stays readable, and is confirmed back', async () => {
    const { id } = await l.published(author)
    await as(author)(archivePractice, { params: { id }, body: { reason: 'The law has changed' } })
    expect((await read(await l.of('KZ'), id)).body.state).toBe('archived')
    expect((await as(author)(confirmPractice, { params: { id } })).body.state).toBe('published')
  })
})

test('a draft that waits for its state is taken over by it, and by no other', async () => {
  const id = newId()
  await as(l.moderator)(makePracticeRoute, { body: draftOf({ id }) })
  await l.w.admin.query('update practices.practices set awaits_state = true where id = $1', [id])
  const state = await l.of('TJ', 'delegate')
  const other = await l.of('UZ', 'delegate')
  expect(await needsOf(state, id)).toEqual(['take-over'])
  expect((await as(other)(takeOver, { params: { id } })).status).toBe(404)
  expect((await as(state)(takeOver, { params: { id } })).body).toMatchObject({
    mine: true,
    awaitsState: false,
  })
  expect((await as(state)(takeOver, { params: { id } })).status).toBe(404)
})
