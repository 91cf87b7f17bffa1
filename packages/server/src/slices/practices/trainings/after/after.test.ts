/** What comes of a training, through HTTP: answers of groups only, certificates that can be checked, the look back, the report. */
import * as after from '@kerege/contract/practices/trainings/after/routes'
import { practiceOfLessons } from '@kerege/contract/practices/trainings/after/toPractice'
import * as events from '@kerege/contract/practices/trainings/events/routes'
import { fewestAnswers } from '@kerege/contract/practices/trainings/events/rules'
import type { MultiText } from '@kerege/contract/common'
import { getPractice, makePractice } from '@kerege/contract/practices/record/routes'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../../platform/ids.ts'
import type { Somebody } from '../../../../testing/world.ts'
import { type Region, region, said, twoDays } from '../../testing/region.ts'
import { tidyCode } from './certificatePage.ts'
import { newCode } from './certificates.ts'
import { askFollowUps } from './followUpClock.ts'

const start = new Date('2026-11-26T06:00:00Z')
const running = new Date('2026-12-10T06:00:00Z')
const over = new Date('2026-12-11T09:00:00Z')
const clock = { now: start }
let r: Region
let kz: Somebody
let kg: Somebody
let people: Somebody[]
const as = (who: Somebody | null) => r.as(who)
const get = async (who: Somebody, id: string) => (await as(who)(events.getEvent, { params: { id } })).body

beforeAll(async () => {
  r = await region(clock)
  kz = await r.somebody('delegate', 'KZ')
  kg = await r.somebody('delegate', 'KG')
  people = []
  for (let n = 0; n < 6; n += 1) people.push(await r.somebody('practitioner', 'KG'))
}, 60_000)
afterAll(() => r.w.close())
beforeEach(() => {
  clock.now = start
})

const question = newId
const held = async (count = people.length, attend = [0, 1]) => {
  clock.now = start
  const id = await r.opened(kz, {}, twoDays())
  const [scaleId, choiceId] = [question(), question()]
  const questions = [
    { id: scaleId, kind: 'scale' as const, text: said('How sure are you?') },
    { id: choiceId, kind: 'choice' as const, text: said('Where?'), options: [said('Home'), said('School')] },
  ]
  expect((await as(kz)(after.writeQuestions, { params: { id }, body: { questions } })).status).toBe(200)
  const registrations: string[] = []
  for (const who of people.slice(0, count)) registrations.push(await r.coming(who, kg, kz, id))
  const { sessions } = await get(kz, id)
  const attendAll = async () => {
    for (const registrationId of registrations) {
      for (const [at, one] of sessions.entries()) {
        const body = { sessionId: one.id, registrationId, present: attend.includes(at) }
        await as(kz)(events.noteAttendance, { params: { id }, body })
      }
    }
  }
  const answer = (who: Somebody | null, phase: 'before' | 'after', value = 3) =>
    as(who)(after.answerQuestions, {
      params: { id },
      body: {
        phase,
        answers: [
          { questionId: scaleId, value },
          { questionId: choiceId, value: 1 },
        ],
      },
    })
  return { id, scaleId, choiceId, registrations, attendAll, answer }
}

describe('questions before and after', () => {
  test('are answered once by those who come, while it is time, with answers that fit', async () => {
    const t = await held(2)
    const [one, two] = people as [Somebody, Somebody]
    expect((await t.answer(null, 'before')).status).toBe(401)
    expect((await t.answer(kg, 'before')).body.code).toBe('not-coming')
    expect((await t.answer(one, 'after')).body.code).toBe('phase-closed')
    expect((await t.answer(one, 'before', 6)).status).toBe(422)
    expect((await t.answer(one, 'before')).body.before.waitsForMe).toBe(false)
    expect((await t.answer(one, 'before')).body.code).toBe('answered-already')
    // Before and after are the same questions.
    const other = await as(kz)(after.writeQuestions, { params: { id: t.id }, body: { questions: [] } })
    expect(other.body.code).toBe('questions-answered')
    clock.now = running
    expect((await t.answer(two, 'before')).body.code).toBe('phase-closed')
  })

  test(`say nothing below ${fewestAnswers} answers, nor while they run`, async () => {
    const t = await held(6)
    for (const who of people.slice(0, 4)) await t.answer(who, 'before', 2)
    clock.now = running
    const few = await get(kz, t.id)
    expect(few.before).toEqual({ state: 'over', answers: 4, waitsForMe: false })
    clock.now = over
    for (const who of people.slice(0, 5)) await t.answer(who, 'after', 4)
    // Five are there, and the sixth would be what has changed since the last look.
    expect((await get(kz, t.id)).after.results).toBeUndefined()
    await t.answer(people[5] as Somebody, 'after', 5)
    clock.now = new Date('2026-12-26T00:00:00Z')
    const told = (await get(kg, t.id)).after
    expect(told).toMatchObject({ state: 'over', answers: 6 })
    expect(told.results?.find(one => one.questionId === t.scaleId)?.values).toEqual([
      { value: 4, count: 5 },
      { value: 5, count: 1 },
    ])
  })

  test('keep no sign of who answered', async () => {
    const t = await held(1)
    await t.answer(people[0] as Somebody, 'before')
    const { rows } = await r.w.admin.query('select * from practices.training_answers where event_id = $1', [
      t.id,
    ])
    expect(Object.keys(rows[0] as object).toSorted()).toEqual(['answers', 'event_id', 'id', 'phase'])
    // A random id, not one that begins with the time.
    expect((rows[0] as { id: string }).id.charAt(14)).toBe('4')
  })
})

describe('a certificate', () => {
  const page = (code: string) => r.w.raw(`/public/certificates/${encodeURIComponent(code)}?lang=en`)
  const issued = async (attend = [0, 1]) => {
    const t = await held(2, attend)
    clock.now = over
    await t.attendAll()
    const reply = await as(kz)(after.issueCertificates, { params: { id: t.id } })
    const mine = (await get(people[0] as Somebody, t.id)).mineWhole?.certificate
    return { ...t, reply, mine }
  }

  test('is given by the organiser, after the end, to those who took part', async () => {
    const t = await held(1)
    clock.now = running
    const early = await as(kz)(after.issueCertificates, { params: { id: t.id } })
    expect(early.body.code).toBe('training-to-come')
    clock.now = over
    expect((await as(kg)(after.issueCertificates, { params: { id: t.id } })).body.code).toBe('not-yours')
    // Nobody was noted as present.
    expect((await as(kz)(after.issueCertificates, { params: { id: t.id } })).body).toEqual({ issued: 0 })
    // Half of the hours are less than four fifths.
    expect((await issued([0])).reply.body).toEqual({ issued: 0 })
    const { reply, mine, id } = await issued()
    expect(reply.body).toEqual({ issued: 2 })
    expect(mine).toMatchObject({ hours: 8, number: expect.stringMatching(/^TC-2026-\d{4}$/) as string })
    expect((await as(kz)(after.issueCertificates, { params: { id } })).body).toEqual({ issued: 0 })
  })

  test('is valid for whoever has the code, as typed from paper, without a name', async () => {
    const { mine } = await issued()
    const code = mine?.code ?? ''
    for (const typed of [code, code.toLowerCase(), code.replace(/(.{4})/g, '$1 ').trim()]) {
      const response = await page(typed)
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toBe('no-store')
      const text = await response.text()
      expect(text).toContain('This certificate is valid.')
      expect(text).toContain(mine?.number)
      expect(text).toContain('p.') // practitioner …
      expect(text).not.toContain(people[0]?.name)
    }
  })

  test('that is forged does not exist, whatever is tried', async () => {
    await issued()
    for (const code of [newCode(), 'A', '%', "' or 1=1 --", '0'.repeat(16), 'x'.repeat(500)]) {
      expect((await page(code)).status).toBe(404)
    }
  })

  test('that is taken back says so, and is not printed again; why stays inside', async () => {
    const { mine } = await issued()
    const id = mine?.id ?? ''
    const revoke = (who: Somebody | null) =>
      as(who)(after.revokeCertificate, { params: { id }, body: { reason: 'Noted by mistake' } })
    expect((await revoke(people[0] as Somebody)).status).toBe(403)
    expect((await revoke(kg)).status).toBe(404)
    expect((await revoke(kz)).status).toBe(200)
    expect((await revoke(kz)).body.code).toBe('certificate-revoked')
    const text = await (await page(mine?.code ?? '')).text()
    expect(text).toContain('This certificate is not valid')
    expect(text).not.toContain('Noted by mistake')
    const file = await r.w.raw(`/api/trainings/certificates/${id}/file?language=en`, {}, people[0])
    expect(file.status).toBe(404)
  })

  test.each(['en', 'ru', 'kk', 'ky', 'tg', 'tk', 'uz'])('is a PDF in %s, for its holder', async language => {
    const { mine } = await issued()
    const path = `/api/trainings/certificates/${mine?.id}/file?language=${language}`
    const file = await r.w.raw(path, {}, people[0])
    expect(file.headers.get('content-type')).toBe('application/pdf')
    const bytes = Buffer.from(await file.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.toString('latin1')).toMatch(/DejaVuSans/)
    expect((await r.w.raw(path, {}, people[1])).status).toBe(404)
  })

  test('codes are sixteen signs that nobody mistakes', () => {
    const codes = Array.from({ length: 500 }, newCode)
    expect(codes.every(code => /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code))).toBe(true)
    expect(new Set(codes).size).toBe(500)
    expect(tidyCode(' o1il-2 ')).toBe('01112')
  })
})

describe('the look back', () => {
  test('comes half a year after the end, once, to those who took part', async () => {
    const t = await held(6)
    clock.now = over
    await t.attendAll()
    const ask = async (at: string) => {
      clock.now = new Date(at)
      return askFollowUps({ ...r.w.running.node, now: () => clock.now })
    }
    // What other tests of this file have held is asked for, too.
    await r.w.admin.query('update practices.training_events set follow_up_at = now() where id <> $1', [t.id])
    expect(await ask('2027-06-10T12:00:00Z')).toBe(0)
    expect(await ask('2027-06-11T12:00:00Z')).toBe(6)
    expect(await ask('2027-06-12T12:00:00Z')).toBe(0)
    const body = { used: 'some' as const, hindered: ['time' as const], hinderedWords: 'No room to talk' }
    const answer = (who: Somebody) => as(who)(after.answerFollowUp, { params: { id: t.id }, body })
    expect((await answer(kg)).body.code).toBe('not-coming')
    for (const who of people.slice(0, 4)) expect((await answer(who)).status).toBe(200)
    expect((await answer(people[0] as Somebody)).body.code).toBe('answered-already')
    await answer(people[4] as Somebody)
    expect((await get(kz, t.id)).followUp).toMatchObject({ state: 'running', answers: 5 })
    expect((await get(kz, t.id)).followUp.results).toBeUndefined()
    clock.now = new Date('2027-07-20T12:00:00Z')
    expect((await answer(people[5] as Somebody)).body.code).toBe('phase-closed')
    expect((await get(kz, t.id)).followUp.results).toEqual({
      used: { much: 0, some: 5, 'not-yet': 0 },
      hindered: [{ what: 'time', count: 5 }],
      words: [],
      obstacles: Array.from({ length: 5 }, () => 'No room to talk'),
    })
  })
})

describe('the report', () => {
  test('is drafted in seven languages, never over what people wrote, and shared when it is ready', async () => {
    const t = await held(2)
    clock.now = running
    const params = { id: t.id }
    expect((await as(kg)(after.draftLessons, { params })).body.code).toBe('not-yours')
    expect((await as(kg)(after.getLessons, { params })).status).toBe(404)
    clock.now = over
    const first = (await as(kz)(after.draftLessons, { params })).body
    expect(Object.keys(first.sections.held ?? {})).toHaveLength(7)
    expect(first.sections.figures?.en?.text).toContain('Took part: 0')
    const sections = { ...first.sections, held: said('Two good days'), worked: said('Small groups') }
    const write = (shared: boolean, version: number) =>
      as(kz)(after.writeLessons, { params, body: { sections, shared } }, { ifMatch: `"${version}"` })
    expect((await write(false, first.version)).status).toBe(200)
    expect((await write(false, first.version)).body.code).toBe('stale-version')
    await t.attendAll()
    const again = (await as(kz)(after.draftLessons, { params })).body
    expect(again.sections.held?.en?.text).toBe('Two good days')
    expect(again.sections.figures?.en?.text).toContain('Took part: 2')
    expect((await as(kg)(after.getLessons, { params })).status).toBe(404)
    await write(true, again.version)
    expect((await as(kg)(after.getLessons, { params })).body.sections.worked?.en?.text).toBe('Small groups')
    for (const format of ['docx', 'pdf']) {
      const file = await r.w.raw(
        `/api/trainings/events/${t.id}/lessons/file?format=${format}&language=kk`,
        {},
        kg,
      )
      expect(file.status).toBe(200)
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(3000)
    }
  })

  test('becomes the draft of a practice, with its texts where they belong and in the language it was written in', async () => {
    const t = await held(2)
    clock.now = over
    const params = { id: t.id }
    const first = (await as(kz)(after.draftLessons, { params })).body
    const kk = (text: string): MultiText => ({ kk: { text, state: 'checked' } })
    const sections = { ...first.sections, worked: kk('Шағын топтар'), next: kk('Тағы да жинаймыз') }
    await as(kz)(
      after.writeLessons,
      { params, body: { sections, shared: true } },
      { ifMatch: `"${first.version}"` },
    )
    const lessons = (await as(kz)(after.getLessons, { params })).body
    const body = practiceOfLessons(
      newId(),
      { ...lessons, title: { ...lessons.title, ...kk('Мектеп') } },
      await get(kz, t.id),
    )
    const made = await as(kz)(makePractice, { body })
    expect(made.status).toBe(201)
    const practice = (await as(kz)(getPractice, { params: { id: body.id } })).body
    expect(practice).toMatchObject({
      ...{ state: 'draft', sourceLanguage: 'kk' },
      working: {
        texts: { results: kk('Шағын топтар'), transfer: kk('Тағы да жинаймыз') },
        facts: { audience: ['staff'], since: 2026 },
      },
    })
    expect(Object.keys(practice.working?.texts.summary ?? {})).toHaveLength(7)
    expect((await as(kg)(getPractice, { params: { id: body.id } })).status).toBe(404)
  })
})
