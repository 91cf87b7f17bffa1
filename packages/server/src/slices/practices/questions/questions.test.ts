/**
 * Questions and answers through HTTP: who asks, reads and answers, who says which answer it was, who is asked by name and how often,
 * and a practice made of both. Refusals first.
 */
import { role, roleNames } from '@kerege/contract/access/roles'
import { leaveDirectory, standInDirectory } from '@kerege/contract/practices/people/routes'
import {
  agreeDraft,
  askPeople,
  askQuestion,
  countQuestions,
  declineQuestion,
  draftFromQuestion,
  findQuestions,
  followQuestion,
  getQuestion,
  listContributors,
  listQuestions,
  markHelpful,
  moveQuestion,
  sayAnswer,
  sayAnswered,
  suggestPeople,
} from '@kerege/contract/practices/questions/routes'
import { getPractice, savePractice, submitPractice } from '@kerege/contract/practices/record/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { type Library, library, practiceContent } from '../testing/library.ts'
import { refreshWords } from './words.ts'

let l: Library
let clock = Date.parse('2026-11-26T12:00:00Z')
let asker: Somebody
let helper: Somebody
const as = (who: Somebody | null) => l.w.as(who)

beforeAll(async () => {
  l = await library({ now: () => new Date(clock) })
  asker = await l.of('TJ')
  helper = await l.of('UZ')
}, 60_000)
afterAll(() => l.w.close())

const ask = (who: Somebody | null, more: object = {}) =>
  as(who)(askQuestion, {
    body: {
      id: newId(),
      language: 'tg' as const,
      title: 'Шаҳодатнома барои дохил шудан ба мактаб',
      words: 'Кӯдакон ҳоло ҳуҷҷат надоранд. Мактаб онҳоро чӣ тавр қабул мекунад?',
      domains: ['education' as const],
      ...more,
    },
  })
const asked = async (more: object = {}, who = asker) => {
  const made = await ask(who, more)
  expect(made.status).toBe(201)
  return made.body
}
const say = (who: Somebody | null, id: string, more: object = {}) =>
  as(who)(sayAnswer, {
    params: { id },
    body: {
      id: newId(),
      kind: 'answer' as const,
      language: 'uz' as const,
      words: 'Avval suhbat, keyin sinf',
      ...more,
    },
  })
const answered = async (id: string, who = helper, more: object = {}) => {
  const made = await say(who, id, more)
  expect(made.status).toBe(201)
  return made.body.said.at(-1)?.id ?? ''
}
const read = (who: Somebody | null, id: string) => as(who)(getQuestion, { params: { id } })
const told = async (topic: string, who: Somebody) =>
  (
    await l.w.admin.query(
      "select payload from platform.outbox where topic = $1 and payload ->> 'accountId' = $2 order by id",
      [topic, who.accountId],
    )
  ).rows.map(row => row.payload as Record<string, string>)
const version = async (id: string) => `"${(await read(l.moderator, id)).body.version}"`
const settle = async (who: Somebody, id: string, answerId: string | null) =>
  as(who)(sayAnswered, { params: { id }, body: { answerId } }, { ifMatch: await version(id) })
const move = async (who: Somebody, id: string, state: 'open' | 'closed') =>
  as(who)(moveQuestion, { params: { id }, body: { state } }, { ifMatch: await version(id) })
async function stands(
  country: string,
  more: object = {},
  roleName: 'practitioner' | 'expert' = 'practitioner',
) {
  const who = await l.of(country, roleName)
  const made = await as(who)(standInDirectory, {
    body: {
      id: newId(),
      profession: 'teacher',
      languages: ['tg', 'ru'],
      domains: ['education'],
      about: { en: { text: 'Bridge classes', state: 'checked' } },
      answers: true,
      reviews: false,
      consent: 1,
      ...more,
    },
  })
  expect(made.status).toBe(201)
  return { who, id: made.body.id }
}

describe('questions refuse', () => {
  test('whoever is not signed in, and roles that only read', async () => {
    expect((await ask(null)).status).toBe(401)
    expect((await as(null)(listQuestions, {})).status).toBe(401)
    const { id } = await asked()
    for (const name of roleNames.filter(one => role(one).nodes.includes('hub'))) {
      const who = await l.w.somebody(name)
      const reads = role(name).verbs.includes('practices.read' as never)
      const writes = role(name).verbs.includes('practices.write' as never)
      expect((await read(who, id)).status, name).toBe(reads ? 200 : 403)
      expect((await ask(who)).status, name).toBe(writes ? 201 : 403)
      expect((await say(who, id)).status, name).toBe(writes ? 201 : 403)
    }
  })

  test('what is for the Council, to practitioners; but not to its asker', async () => {
    const { id, title } = await asked({ audience: 'council', title: 'Only among delegations quokka' })
    expect((await read(helper, id)).status).toBe(404)
    expect((await say(helper, id)).status).toBe(404)
    expect((await as(helper)(followQuestion, { params: { id }, body: { on: true } })).status).toBe(404)
    const found = async (who: Somebody) =>
      (await as(who)(findQuestions, { body: { query: 'quokka' } })).body.rows.map(row => row.id)
    const listed = async (who: Somebody) =>
      (await as(who)(listQuestions, { query: { limit: 200 } })).body.rows.map(row => row.id)
    for (const ids of [await found(helper), await listed(helper)]) expect(ids).not.toContain(id)
    const delegate = await l.of('KG', 'delegate')
    for (const who of [delegate, asker]) {
      expect((await read(who, id)).body.title).toBe(title)
      expect(await found(who)).toContain(id)
    }
    await answered(id, delegate)
    expect((await read(asker, id)).body.said).toHaveLength(1)
  })

  test('data of a person, in any of its fields, with the place', async () => {
    expect((await ask(asker, { words: 'Дафтар\nТелефон: +992 93 123 45 67' })).body).toMatchObject({
      faults: [{ pointer: '/words', code: 'personal-phone', params: { line: 2 } }],
    })
    expect((await ask(asker, { title: 'Passport AB1234567' })).body).toMatchObject({
      faults: [{ pointer: '/title', code: 'personal-document' }],
    })
    const { id } = await asked()
    expect((await say(helper, id, { words: 'Yozing: kimdir@example.org' })).body).toMatchObject({
      faults: [{ pointer: '/words', code: 'personal-mail' }],
    })
    expect((await ask(asker, { title: 'Two\nlines' })).body).toMatchObject({
      faults: [{ pointer: '/title', code: 'forbidden-characters' }],
    })
    expect((await ask(asker, { wantedBy: '2026-11-25' })).body).toMatchObject({
      faults: [{ pointer: '/wantedBy', code: 'in-the-past' }],
    })
  })

  test('another hand to say that it was answered, to close it, to ask people for it', async () => {
    const { id } = await asked()
    const answer = await answered(id)
    expect((await settle(helper, id, answer)).body.code).toBe('not-yours')
    expect((await settle(l.moderator, id, answer)).body.code).toBe('not-yet')
    expect((await move(helper, id, 'closed')).body.code).toBe('not-yours')
    const people = { params: { id }, body: { entryIds: [newId()] } }
    expect((await as(helper)(askPeople, people)).body.code).toBe('not-yours')
    expect((await as(helper)(markHelpful, { params: { id: answer }, body: { on: true } })).body.code).toBe(
      'own-text',
    )
    const stale = await as(asker)(
      moveQuestion,
      { params: { id }, body: { state: 'closed' } },
      { ifMatch: '"9"' },
    )
    expect(stale.body.code).toBe('stale-version')
  })

  test('an answer of another question, a comment that hangs in the air, an answer under an answer', async () => {
    const [one, other] = [await asked(), await asked()]
    const answer = await answered(one.id)
    const comment = await answered(one.id, asker, { kind: 'comment', underId: answer })
    expect((await settle(asker, other.id, answer)).body).toMatchObject({
      faults: [{ pointer: '/answerId', code: 'not-found' }],
    })
    expect((await settle(asker, one.id, comment)).body.code).toBe('invalid')
    for (const [id, underId] of [
      [other.id, answer],
      [one.id, comment],
      [one.id, newId()],
    ] as const) {
      expect((await say(asker, id, { kind: 'comment', underId })).body).toMatchObject({
        faults: [{ pointer: '/underId', code: 'not-found' }],
      })
    }
    expect((await say(helper, one.id, { underId: answer })).body).toMatchObject({
      faults: [{ pointer: '/underId', code: 'not-valid' }],
    })
  })

  test('a flood', async () => {
    const who = await l.of('KG')
    const all = await Promise.all(Array.from({ length: 22 }, () => ask(who)))
    expect(all.filter(one => one.status === 201)).toHaveLength(20)
    expect(all.find(one => one.status === 429)?.body).toMatchObject({ code: 'too-many-questions', limit: 20 })
  })
})

test('a question is asked, answered in another language, commented on, settled and closed', async () => {
  const { id } = await asked()
  const answer = await answered(id)
  expect(await told('question.answered', asker)).toContainEqual({
    accountId: asker.accountId,
    questionId: id,
  })
  await answered(id, asker, { kind: 'comment', underId: answer, language: 'tg', words: 'Ташаккур, мефаҳмам' })
  expect(await told('question.answered', helper)).toContainEqual({
    accountId: helper.accountId,
    questionId: id,
  })
  expect((await as(asker)(countQuestions, {})).body.mine.map(row => row.id)).toContain(id)
  const settled = (await settle(asker, id, answer)).body
  expect(settled).toMatchObject({ standing: 'answered', answerId: answer, answers: 1 })
  expect((await as(asker)(countQuestions, {})).body.mine.map(row => row.id)).not.toContain(id)
  expect((await move(asker, id, 'closed')).body).toMatchObject({ closed: true, may: { answer: false } })
  expect((await say(helper, id)).body.code).toBe('question-closed')
  expect((await move(asker, id, 'open')).body.closed).toBe(false)
  expect((await settle(asker, id, null)).body.standing).toBe('open')
})

test('after thirty days a moderator says it for a silent asker', async () => {
  const { id } = await asked()
  const answer = await answered(id)
  const now = clock
  clock += 30 * 86_400_000
  await l.w.admin.query("update access.sessions set expires_at = now() + interval '1 year'")
  expect((await settle(l.moderator, id, answer)).body.answerId).toBe(answer)
  clock = now
})

test('helpful marks are counted once a person and order nothing', async () => {
  const { id } = await asked()
  const [first, second] = [await answered(id), await answered(id, await l.of('KZ'))]
  for (const _ of [1, 2]) {
    await as(asker)(markHelpful, { params: { id: second }, body: { on: true } })
  }
  const whole = (await as(await l.of('KG'))(markHelpful, { params: { id: second }, body: { on: true } })).body
  expect(whole.said.map(one => [one.id, one.helpful])).toEqual([
    [first, 0],
    [second, 2],
  ])
  const back = (await as(asker)(markHelpful, { params: { id: second }, body: { on: false } })).body
  expect(back.said[1]).toMatchObject({ helpful: 1, helpedMe: false })
})

test('names show while somebody stands in the directory; then the role, also on what was said before', async () => {
  const { who, id: entry } = await stands('KG')
  const { id } = await asked()
  await answered(id, who)
  const by = async () => (await read(asker, id)).body.said[0]?.by
  expect(await by()).toMatchObject({ name: who.name, entryId: entry, country: 'KG', profession: 'teacher' })
  await as(who)(leaveDirectory, { params: { id: entry } })
  expect(await by()).toEqual({ me: false, role: 'practitioner' })
  expect(JSON.stringify((await read(asker, id)).body)).not.toContain(who.name)
})

test('similar ones are found while typing, in another script and ending; the list is narrowed', async () => {
  const mine = await asked({
    language: 'uz',
    title: 'Numbat bolalar uchun guvohnoma',
    words: 'Sud qancha vaqt oladi?',
    domains: ['papers'],
  })
  const found = (await as(helper)(findQuestions, { body: { query: 'гувоҳномаи нумбат', limit: 5 } })).body
    .rows
  expect(found[0]?.id).toBe(mine.id)
  const ids = async (query: object, who = asker) =>
    (await as(who)(listQuestions, { query: { limit: 200, ...query } })).body.rows.map(row => row.id)
  for (const query of [
    { domain: 'papers' },
    { language: 'uz' },
    { standing: 'open' },
    { of: 'asked' },
    { of: 'followed' },
  ]) {
    expect(await ids(query)).toContain(mine.id)
  }
  for (const query of [
    { domain: 'health' },
    { language: 'kk' },
    { standing: 'closed' },
    { of: 'answered' },
  ]) {
    expect(await ids(query)).not.toContain(mine.id)
  }
  await answered(mine.id)
  expect(await ids({ of: 'answered' }, helper)).toContain(mine.id)
})

test('what an older analyser stored is read again', async () => {
  const mine = await asked({ language: 'en', title: 'Potoroo mornings at school' })
  await l.w.admin.query("update practices.questions set keys = '{}', keys_version = 0 where id = $1", [
    mine.id,
  ])
  const find = async () => (await as(helper)(findQuestions, { body: { query: 'potoroo' } })).body.rows
  expect(await find()).toEqual([])
  expect(await refreshWords(l.w.running.node)).toBeGreaterThan(0)
  expect((await find()).map(row => row.id)).toEqual([mine.id])
  expect(await refreshWords(l.w.running.node)).toBe(0)
})

describe('people are asked by name', () => {
  const suggest = async (id: string, who = asker) =>
    (await as(who)(suggestPeople, { params: { id } })).body.rows
  const askFor = (id: string, entryIds: string[], who = asker) =>
    as(who)(askPeople, { params: { id }, body: { entryIds } })

  test('who know the part of life and the language, and never the asker', async () => {
    const fits = await stands('KZ')
    const other = await stands('KZ', { domains: ['health'] })
    const silent = await stands('KZ', { answers: false })
    const speaksOther = await stands('KZ', { languages: ['en'] })
    const { id } = await asked({}, fits.who)
    const mine = await suggest(id, fits.who)
    const ids = mine.map(row => row.entryId)
    for (const strange of [fits, other, silent]) expect(ids).not.toContain(strange.id)
    expect(ids.indexOf(speaksOther.id)).toBe(ids.length - 1)
    const question = await asked()
    expect((await suggest(question.id)).map(row => row.entryId)).toContain(fits.id)
  })

  test('are told, see it among what waits, and may say: not me', async () => {
    const { who, id: entry } = await stands('TJ')
    const { id } = await asked()
    const rows = (await askFor(id, [entry])).body.rows
    expect(rows.find(row => row.entryId === entry)?.asked).toBe(true)
    expect(await told('question.asked', who)).toEqual([{ accountId: who.accountId, questionId: id }])
    await askFor(id, [entry])
    expect(await told('question.asked', who)).toHaveLength(1)
    const waits = async () => (await as(who)(countQuestions, {})).body.forMe.map(row => row.id)
    expect(await waits()).toEqual([id])
    expect((await read(who, id)).body.may.decline).toBe(true)
    await as(who)(declineQuestion, { params: { id }, body: {} })
    expect(await waits()).toEqual([])
    const again = await asked()
    await askFor(again.id, [entry])
    await answered(again.id, who)
    expect(await waits()).toEqual([])
  })

  test('not for the Council those who cannot read it', async () => {
    const practitioner = await stands('KZ')
    const expert = await stands('KZ', {}, 'expert')
    const question = await asked({ audience: 'council' }, await l.of('KG', 'delegate'))
    const ids = (await suggest(question.id, await l.of('KG', 'delegate'))).map(row => row.entryId)
    expect(ids).toContain(expert.id)
    expect(ids).not.toContain(practitioner.id)
  })

  test('not more often in a week than the settings say, nor more in a day, also by requests at once', async () => {
    const { id: entry } = await stands('TJ', { domains: ['livelihood'] })
    const questions = await Promise.all(
      [1, 2, 3, 4].map(async () => await asked({ domains: ['livelihood'] }, await l.of('KG'))),
    )
    const askers = await Promise.all(
      questions.map(async () => {
        const who = await l.of('KG')
        return { who, id: (await asked({ domains: ['livelihood'] }, who)).id }
      }),
    )
    const replies = await Promise.all(askers.map(one => askFor(one.id, [entry], one.who)))
    expect(replies.filter(one => one.status === 200)).toHaveLength(3)
    expect(replies.find(one => one.status === 429)?.body).toMatchObject({ code: 'asked-often' })
    const last = askers[replies.findIndex(one => one.status === 429)]
    const row = last && (await suggest(last.id, last.who)).find(one => one.entryId === entry)
    expect(row).toMatchObject({ busy: true })

    const many = await Promise.all(Array.from({ length: 11 }, () => stands('TJ', { domains: ['housing'] })))
    const who = await l.of('KG')
    const all = await Promise.all(
      many.map(async one => askFor((await asked({ domains: ['housing'] }, who)).id, [one.id], who)),
    )
    expect(all.filter(one => one.status === 200)).toHaveLength(10)
    expect(all.find(one => one.status === 429)?.body).toMatchObject({ code: 'too-many-asked', limit: 10 })
  })
})

describe('a practice is made of a question and an answer', () => {
  test('not by others, nor of a comment', async () => {
    const { id } = await asked()
    const answer = await answered(id)
    const comment = await answered(id, asker, { kind: 'comment', underId: answer })
    const draft = (who: Somebody, answerId: string) =>
      as(who)(draftFromQuestion, { params: { id }, body: { id: newId(), answerId } })
    expect((await draft(await l.of('KG'), answer)).body.code).toBe('not-yours')
    expect((await draft(l.moderator, answer)).body.code).toBe('not-yours')
    expect((await draft(asker, comment)).body.code).toBe('invalid')
  })

  test('in one step; handed in once both agree, and both are named', async () => {
    const { id, title, words } = await asked()
    const answer = await answered(id)
    const practice = newId()
    const made = await as(asker)(draftFromQuestion, {
      params: { id },
      body: { id: practice, answerId: answer },
    })
    expect(made.body.drafts).toEqual([{ practiceId: practice, answerId: answer, state: 'asked', mine: true }])
    const again = { params: { id }, body: { id: newId(), answerId: answer } }
    expect((await as(asker)(draftFromQuestion, again)).body).toMatchObject({
      code: 'drafted-already',
      practiceId: practice,
    })
    const record = (await as(asker)(getPractice, { params: { id: practice } })).body
    expect(record).toMatchObject({ state: 'draft', mine: true, audience: 'practitioners' })
    expect(record.working?.texts).toMatchObject({
      title: { tg: { text: title } },
      problem: { tg: { text: words } },
      steps: { uz: { text: 'Avval suhbat, keyin sinf' } },
    })
    expect(await told('question.draft', helper)).toContainEqual({
      accountId: helper.accountId,
      questionId: id,
      state: 'asked',
    })
    expect((await as(helper)(countQuestions, {})).body.drafts.map(one => one.questionId)).toContain(id)

    const whole = practiceContent('Made of a question')
    await as(asker)(
      savePractice,
      {
        params: { id: practice },
        body: {
          audience: 'practitioners',
          licence: 'CC-BY-4.0',
          sourceLanguage: 'en',
          papers: [],
          content: whole,
        },
      },
      { ifMatch: '"1"' },
    )
    const submit = () => as(asker)(submitPractice, { params: { id: practice }, body: {} })
    expect((await submit()).body.code).toBe('agreement-awaited')
    const say = (who: Somebody, agree: boolean) =>
      as(who)(agreeDraft, { params: { id }, body: { practiceId: practice, agree } })
    expect((await say(await l.of('KG'), true)).status).toBe(404)
    expect((await say(asker, true)).status).toBe(404)
    expect((await say(helper, false)).body.drafts).toMatchObject([{ state: 'declined', mine: false }])
    expect((await submit()).body.code).toBe('agreement-awaited')
    const names = async () =>
      (await as(asker)(listContributors, { params: { id: practice } })).body.rows.map(row => row.name)
    expect(await names()).toEqual([])
    expect((await say(helper, true)).body.drafts).toMatchObject([{ state: 'agreed' }])
    expect((await submit()).body.state).toBe('submitted')
    expect((await names()).toSorted()).toEqual([asker.name, helper.name].toSorted())
    const stranger = await l.of('KG')
    expect((await as(stranger)(listContributors, { params: { id: practice } })).body.rows).toEqual([])
  })
})
