/** Keeping order, through HTTP: reporting, hiding with a reason, one appeal to somebody else, and what nobody sees any more. */
import { getPractitioner, standInDirectory, writeLetter } from '@kerege/contract/practices/people/routes'
import {
  appealHiding,
  askQuestion,
  decideHiding,
  decideText,
  findQuestions,
  getQuestion,
  listQuestions,
  orderQueue,
  reportText,
  sayAnswer,
  sayAnswered,
} from '@kerege/contract/practices/questions/routes'
import type { TextKind } from '@kerege/contract/practices/questions/rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { type Library, library } from '../testing/library.ts'

let l: Library
let asker: Somebody
let helper: Somebody
let reader: Somebody
let chair: Somebody
const as = (who: Somebody | null) => l.w.as(who)

beforeAll(async () => {
  l = await library()
  asker = await l.of('TJ')
  helper = await l.of('UZ')
  reader = await l.of('KG')
  chair = await l.w.somebody('chair')
}, 60_000)
afterAll(() => l.w.close())

async function question(who = asker, title = 'How do you begin?') {
  const id = newId()
  await as(who)(askQuestion, {
    body: { id, language: 'en', title, words: 'The first week at school', domains: [] },
  })
  return id
}
async function answer(questionId: string, who = helper) {
  const id = newId()
  await as(who)(sayAnswer, {
    params: { id: questionId },
    body: { id, kind: 'answer', language: 'en', words: 'With a walk through the school' },
  })
  return id
}
const report = (who: Somebody | null, kind: TextKind, targetId: string) =>
  as(who)(reportText, { body: { id: newId(), kind, targetId, reason: 'It names a family' } })
const decide = (who: Somebody, kind: TextKind, targetId: string, hide = true) =>
  as(who)(decideText, { body: { id: newId(), kind, targetId, hide, reason: 'It points to one family' } })
const read = (who: Somebody, id: string) => as(who)(getQuestion, { params: { id } })
const queued = async (who: Somebody) => (await as(who)(orderQueue, {})).body.rows
const told = async (who: Somebody) =>
  (
    await l.w.admin.query(
      "select payload ->> 'state' as state from platform.outbox where topic = 'text.moderated' and payload ->> 'accountId' = $1 order by id",
      [who.accountId],
    )
  ).rows.map(row => row.state as string)

describe('order refuses', () => {
  test('nobody, one’s own text, what one cannot see, and twice', async () => {
    const id = await question()
    expect((await report(null, 'question', id)).status).toBe(401)
    expect((await report(asker, 'question', id)).body.code).toBe('own-text')
    expect((await report(reader, 'question', newId())).status).toBe(404)
    expect((await report(reader, 'answer', id)).status).toBe(404)
    expect((await report(reader, 'question', id)).status).toBe(201)
    expect((await report(reader, 'question', id)).body.code).toBe('reported-already')
    const council = newId()
    const delegate = await l.of('KG', 'delegate')
    await as(delegate)(askQuestion, {
      body: {
        id: council,
        language: 'en',
        title: 'Among us',
        words: 'Of the Council',
        domains: [],
        audience: 'council',
      },
    })
    expect((await report(reader, 'question', council)).status).toBe(404)
  })

  test('everybody but moderators, and these for their own texts', async () => {
    const id = await question()
    for (const who of [reader, asker, await l.of('KG', 'delegate'), await l.w.somebody('hubAuditor')]) {
      expect((await as(who)(orderQueue, {})).body.code).toBe('not-allowed')
      expect((await decide(who, 'question', id)).body.code).toBe('not-allowed')
    }
    const own = await question(l.moderator)
    await report(reader, 'question', own)
    expect((await queued(l.moderator)).find(row => row.targetId === own)?.mayDecide).toBe(false)
    expect((await decide(l.moderator, 'question', own)).body.code).toBe('own-text')
    expect((await decide(chair, 'question', own, false)).status).toBe(200)
  })

  test('the database too, whoever forgets to ask', async () => {
    const id = await question()
    const { rows } = await l.w.admin.query('select current_user')
    expect(rows).toHaveLength(1)
    await expect(
      l.w.running.node.pool.query("select practices.set_hidden('question', $1, now())", [id]),
    ).rejects.toThrow('not open to the actor')
  })
})

test('a text is left where it stands, and the report is done with', async () => {
  const id = await question()
  await report(reader, 'question', id)
  const row = (await queued(l.moderator)).find(one => one.targetId === id)
  expect(row).toMatchObject({
    kind: 'question',
    placeId: id,
    mayDecide: true,
    reports: [{ reason: 'It names a family' }],
  })
  expect(JSON.stringify(row)).not.toContain(reader.accountId)
  const after = (await decide(l.moderator, 'question', id, false)).body.rows
  expect(after.map(one => one.targetId)).not.toContain(id)
  expect((await read(reader, id)).status).toBe(200)
})

test('a hidden question is gone for others, from lists and search; its author reads why', async () => {
  const id = await question(asker, 'Wombat mornings')
  await answer(id)
  await report(reader, 'question', id)
  await decide(l.moderator, 'question', id)
  expect((await read(reader, id)).status).toBe(404)
  expect((await read(helper, id)).status).toBe(404)
  const lists = async (who: Somebody) => [
    ...(await as(who)(listQuestions, { query: { limit: 200 } })).body.rows.map(row => row.id),
    ...(await as(who)(findQuestions, { body: { query: 'wombat' } })).body.rows.map(row => row.id),
  ]
  expect(await lists(reader)).not.toContain(id)
  expect((await as(asker)(findQuestions, { body: { query: 'wombat' } })).body.rows).toEqual([])
  expect((await read(asker, id)).body.hiding).toMatchObject({
    reason: 'It points to one family',
    mayAppeal: true,
  })
  expect(await told(asker)).toContain('hidden')
  expect((await decide(chair, 'question', id)).body.code).toBe('hidden-already')
})

test('a hidden answer has answered nothing; its author asks once, somebody else looks, it comes back', async () => {
  const id = await question()
  const said = await answer(id)
  await as(asker)(sayAnswered, { params: { id }, body: { answerId: said } }, { ifMatch: '"1"' })
  await decide(l.moderator, 'answer', said)
  expect((await read(reader, id)).body).toMatchObject({ standing: 'open', answers: 0, said: [] })
  const hiding = (await read(helper, id)).body.said[0]?.hiding
  const appeal = (who: Somebody) =>
    as(who)(appealHiding, { params: { id: hiding?.id ?? '' }, body: { words: 'No family is in it' } })
  expect((await appeal(asker)).status).toBe(404)
  expect((await appeal(helper)).body).toMatchObject({ mayAppeal: false, appeal: 'No family is in it' })
  expect((await appeal(helper)).body.code).toBe('appealed-already')
  const verdict = (who: Somebody, which: 'stays' | 'restored') =>
    as(who)(decideHiding, {
      params: { id: hiding?.id ?? '' },
      body: { verdict: which, words: 'Looked again' },
    })
  expect((await queued(l.moderator)).find(row => row.targetId === said)?.mayDecide).toBe(false)
  expect((await verdict(l.moderator, 'restored')).body.code).toBe('own-decision')
  expect((await verdict(reader, 'restored')).body.code).toBe('not-allowed')
  expect((await verdict(chair, 'restored')).status).toBe(200)
  expect((await verdict(chair, 'stays')).body.code).toBe('decided-before')
  expect((await read(reader, id)).body.said).toHaveLength(1)
  expect(await told(helper)).toEqual(['hidden', 'restored'])
  // What was shown again can be reported again.
  expect((await report(reader, 'answer', said)).status).toBe(201)
})

test('without an appeal it does not stay hidden a second time, but its moderator takes a mistake back', async () => {
  const id = await question()
  await decide(l.moderator, 'question', id)
  const hiding = (await read(asker, id)).body.hiding?.id ?? ''
  const verdict = (which: 'stays' | 'restored') =>
    as(l.moderator)(decideHiding, { params: { id: hiding }, body: { verdict: which, words: 'A mistake' } })
  expect((await verdict('stays')).body.code).toBe('no-appeal')
  expect((await verdict('restored')).status).toBe(200)
  expect((await read(reader, id)).status).toBe(200)
})

test('entries of the directory and letters are reported too; a letter opens to moderators by that alone', async () => {
  const entry = newId()
  await as(helper)(standInDirectory, {
    body: {
      id: entry,
      profession: 'lawyer',
      languages: ['uz'],
      domains: [],
      about: { en: { text: 'Court papers', state: 'checked' } },
      answers: true,
      reviews: false,
      consent: 1,
    },
  })
  const letter = newId()
  await as(reader)(writeLetter, {
    params: { id: entry },
    body: { id: letter, words: 'You should be ashamed' },
  })
  expect((await report(asker, 'letter', letter)).status).toBe(404)
  expect((await decide(l.moderator, 'letter', letter)).status).toBe(404)
  expect((await report(helper, 'letter', letter)).status).toBe(201)
  expect((await queued(l.moderator)).find(row => row.targetId === letter)?.words).toBe(
    'You should be ashamed',
  )
  expect((await decide(l.moderator, 'letter', letter)).status).toBe(200)

  await report(reader, 'entry', entry)
  await decide(l.moderator, 'entry', entry)
  expect((await as(reader)(getPractitioner, { params: { id: entry } })).status).toBe(404)
  expect((await as(helper)(getPractitioner, { params: { id: entry } })).body).toMatchObject({
    hidden: true,
    mine: true,
  })
})
