/**
 * What a case keeps of a life, through the HTTP layer: refusals first, section by section and for every way in alike; then a school year,
 * a day in court, a release, letters; and the pages for a school and a clinic, which tell of nothing else.
 */
import { askExport, askPaper } from '@kerege/contract/exports/routes'
import { mergePeople } from '@kerege/contract/people/duplicates/routes'
import { changeSection, registerPerson } from '@kerege/contract/people/routes'
import type { Content } from '@kerege/contract/situation/content'
import {
  addEntry,
  changeEntry,
  countWaiting,
  daysAhead,
  endEntry,
  entryHistory,
  getEntry,
  listWaiting,
  personSituation,
} from '@kerege/contract/situation/routes'
import type { AddEntry } from '@kerege/contract/situation/schema'
import { listTasks } from '@kerege/contract/tasks/routes'
import { releaseAhead } from '@kerege/contract/situation/rules'
import { addDays } from '@kerege/contract/tasks/rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { dayFromNow } from '../../testing/consents.ts'
import { contact, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { paper, paperText } from '../repatriation/testing/paper.ts'

let w: World
let lead: Somebody
let worker: Somebody
let teacher: Somebody
let doctor: Somebody
let lawyer: Somebody
const today = dayFromNow(0)
const month = dayFromNow(-40).slice(0, 7)
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
  worker = await w.somebody('caseManager')
  teacher = await w.somebody('teacher')
  doctor = await w.somebody('doctor')
  lawyer = await w.somebody('lawyer')
})
afterAll(() => w.close())

/** A child of the worker, with whom teacher, doctor and lawyer work for now. */
async function child(): Promise<string> {
  const body = draft()
  await w.as(lead)(registerPerson, { body })
  await w.grant(worker, body.id, 'own')
  for (const one of [teacher, doctor, lawyer]) await w.grant(one, body.id, 'task')
  return body.id
}
const contents = {
  schooling: {
    kind: 'schooling',
    school: 'School No. 5',
    grade: '3 B',
    language: 'kk',
    plan: 'Reading each day',
  },
  health: {
    kind: 'health',
    registered: 'yes',
    clinic: 'Clinic No. 2',
    vaccinations: 'some',
    allergies: 'Nuts',
  },
  livelihood: { kind: 'livelihood', of: 'work', words: 'Sews at home' },
  housing: { kind: 'housing', of: 'with-family', withWhom: 'The grandmother', wrong: 'One room for six' },
  legal: { kind: 'legal', matter: 'guardianship', lawyer: 'A lawyer of the centre' },
  detention: { kind: 'detention', place: 'Institution in the north', visits: 'Twice a year', ready: [] },
  contact: {
    kind: 'contact',
    withWhom: 'The father',
    way: 'letter',
    day: today,
    through: 'red-crescent',
    child: 'I was glad',
  },
} as const satisfies Record<string, Content>

const add = (who: Somebody, personId: string, content: Content, over: Partial<AddEntry> = {}) =>
  w.as(who)(addEntry, { params: { id: personId }, body: { id: newId(), source: 'family', content, ...over } })
const change = (who: Somebody, id: string, content: Content, over: object = {}, version = 1) =>
  w.as(who)(
    changeEntry,
    { params: { id }, body: { source: 'family', what: 'update', content, ...over } },
    { ifMatch: `"${version}"` },
  )
const end = (who: Somebody, id: string, over: object = {}) =>
  w.as(who)(endEntry, {
    params: { id },
    body: { how: 'ended', on: { precision: 'day', date: today }, outcome: 'Moved away', seen: 1, ...over },
  })
const kinds = async (who: Somebody, id: string) =>
  (await w.as(who)(personSituation, { params: { id } })).body.rows.map(row => row.content.kind).sort()
const tasksOf = async (who: Somebody, subjectId: string, state: 'open' | 'done' | 'cancelled' = 'open') =>
  (await w.as(who)(listTasks, { query: { of: 'anyone', state, subjectId } })).body.rows

describe('a record is refused', () => {
  test('to nobody, to a stranger as of nobody, and in a section that one does not write', async () => {
    const id = await child()
    expect((await w.as(null)(personSituation, { params: { id } })).status).toBe(401)
    const stranger = await w.somebody('supervisor', await w.agency())
    for (const one of [id, newId()]) {
      expect((await w.as(stranger)(personSituation, { params: { id: one } })).status).toBe(404)
      expect((await add(stranger, one, contents.housing)).status).toBe(404)
    }
    for (const [who, content] of [
      [teacher, contents.health],
      [teacher, contents.detention],
      [doctor, contents.schooling],
      [lawyer, contents.contact],
      [worker, contents.health],
      [worker, contents.legal],
      [lead, contents.schooling],
    ] as const) {
      expect(await add(who, id, content)).toMatchObject({
        status: 422,
        body: { faults: [{ pointer: '/content/kind', code: 'not-found' }] },
      })
    }
    // Verbs before sections.
    const family = await w.somebody('familyMember')
    await w.grant(family, id, 'own')
    expect((await add(family, id, contents.schooling)).status).toBe(403)
  })

  test('with all its faults at once, without its school, and twice for one month', async () => {
    const id = await child()
    const wrong = { ...contents.contact, withWhom: undefined, day: dayFromNow(2) }
    expect(await add(worker, id, wrong, { since: { precision: 'day', date: dayFromNow(3) } })).toMatchObject({
      status: 422,
      body: {
        faults: [{ code: 'required' }, { code: 'day-ahead' }, { pointer: '/since', code: 'day-ahead' }],
      },
    })
    const days: Content = { kind: 'attendance', month, held: 20, present: 18 }
    expect(await add(teacher, id, days)).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'required' }] },
    })
    const other = (await add(teacher, await child(), contents.schooling)).body.id
    expect(await add(teacher, id, days, { parentId: other })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/parentId', code: 'not-found' }] },
    })
    const parentId = (await add(teacher, id, contents.schooling)).body.id
    const first = await add(teacher, id, days, { parentId })
    expect(first.status).toBe(201)
    expect(await add(teacher, id, days, { parentId })).toMatchObject({
      status: 409,
      body: { code: 'month-counted', entryId: first.body.id },
    })
    expect((await add(doctor, id, contents.health)).status).toBe(201)
    expect(await add(doctor, id, contents.health)).toMatchObject({
      status: 409,
      body: { code: 'entry-stands' },
    })
  })

  test('to be changed by who only reads, from an older version, as another kind, without a reason, and once it is over', async () => {
    const id = await child()
    const made = (await add(teacher, id, contents.schooling)).body
    expect(await change(lead, made.id, contents.schooling)).toMatchObject({
      status: 403,
      body: { code: 'not-yours' },
    })
    expect((await change(worker, made.id, contents.schooling, {}, 7)).status).toBe(412)
    expect((await change(worker, made.id, contents.housing)).status).toBe(422)
    expect((await change(worker, made.id, contents.schooling, { what: 'correction' })).status).toBe(422)
    expect(await end(worker, made.id, { on: { precision: 'day', date: dayFromNow(2) } })).toMatchObject({
      status: 422,
    })
    expect((await end(worker, made.id)).status).toBe(200)
    expect(await change(worker, made.id, contents.schooling, {}, 2)).toMatchObject({
      status: 409,
      body: { code: 'entry-ended' },
    })
  })
})

test('each reads its own sections, and every way in says the same', async () => {
  const id = await child()
  const made = new Map<string, string>()
  for (const [who, content] of [
    [teacher, contents.schooling],
    [doctor, contents.health],
    [lawyer, contents.legal],
    [worker, contents.livelihood],
    [worker, contents.housing],
    [worker, contents.detention],
    [worker, contents.contact],
  ] as const) {
    const reply = await add(who, id, content)
    expect(reply).toMatchObject({ status: 201, body: { content, mayChange: true } })
    made.set(content.kind, reply.body.id)
  }
  const all = [...made.keys()].sort()
  const seen = {
    teacher: ['schooling'],
    doctor: ['health'],
    lawyer: ['legal'],
    caseManager: all,
    supervisor: all,
  }
  for (const who of [teacher, doctor, lawyer, worker, lead]) {
    const its: readonly string[] = seen[who.role as keyof typeof seen]
    expect(await kinds(who, id)).toEqual(its)
    for (const [kind, entry] of made) {
      const status = its.includes(kind) ? 200 : 404
      const params = { id: entry }
      expect((await w.as(who)(getEntry, { params })).status).toBe(status)
      expect((await w.as(who)(entryHistory, { params })).status).toBe(status)
      if (status === 404) {
        expect((await change(who, entry, contents.housing)).status).toBe(404)
        expect((await end(who, entry)).status).toBe(404)
      }
    }
    for (const [of, kind] of [
      ['school-page', 'schooling'],
      ['health-page', 'health'],
    ] as const) {
      const asked = await w.as(who)(askPaper, {
        body: { of, format: 'pdf', query: { personId: id }, reason: 'For the table' },
      })
      expect(asked.status).toBe(201)
      const fetched = await w.raw(`/api/papers-out/${asked.body.id}`, {}, who)
      await fetched.arrayBuffer()
      expect([of, who.role, fetched.status]).toEqual([of, who.role, its.includes(kind) ? 200 : 404])
    }
  }
})

describe('a school', () => {
  test('is followed month by month, changed, corrected with a reason, and nothing of it is lost', async () => {
    const id = await child()
    const body = { id: newId(), source: 'school' as const, content: contents.schooling }
    const send = () => w.as(teacher)(addEntry, { params: { id }, body })
    const [first, again] = [await send(), await send()]
    expect(first.status).toBe(201)
    expect(again.body).toEqual(first.body)
    const parentId = body.id
    const days = await add(teacher, id, { kind: 'attendance', month, held: 20, present: 12 }, { parentId })
    const right: Content = { kind: 'attendance', month, held: 20, present: 17 }
    const reason = 'The register was read wrongly'
    expect(await change(worker, days.body.id, right, { what: 'correction', reason })).toMatchObject({
      status: 200,
      body: { version: 2, content: { present: 17 } },
    })
    const { rows } = (await w.as(teacher)(entryHistory, { params: { id: days.body.id } })).body
    expect(rows).toMatchObject([
      {
        number: 2,
        what: 'correction',
        words: reason,
        content: { present: 17 },
        by: { id: worker.accountId },
      },
      { number: 1, what: 'made', content: { present: 12 }, by: { id: teacher.accountId } },
    ])
    // What was never so is not shown, its month is free again, and its history stays.
    expect(
      (await end(worker, days.body.id, { how: 'mistake', outcome: 'Another child', seen: 2 })).status,
    ).toBe(200)
    expect(await kinds(teacher, id)).toEqual(['schooling'])
    expect((await add(teacher, id, right, { parentId })).status).toBe(201)
  })

  test('and its page names nothing of the way home, of health, and of a parent', async () => {
    const secrets = { place: 'Тікенекті', father: 'Institution in the north' }
    const body = draft({ contact: contact() })
    await w.as(lead)(registerPerson, { body })
    const consul = await w.somebody('consularOfficer')
    await w.as(consul)(
      changeSection,
      {
        params: { id: body.id, section: 'journey' },
        body: {
          section: { names: [], birthPlace: { country: 'SY', place: secrets.place, certainty: 'stated' } },
          kind: 'update',
        },
      },
      { ifMatch: '"1"' },
    )
    await w.grant(worker, body.id, 'own')
    await w.grant(doctor, body.id, 'task')
    await add(worker, body.id, contents.schooling)
    await add(worker, body.id, contents.detention)
    await add(doctor, body.id, contents.health)
    const page = (who: Somebody, of: string) => paper(w, who, of, { personId: body.id }, 'docx', 'kk')
    const text = await paperText(await page(worker, 'school-page'), 'docx')
    for (const word of ['School No. 5', '3 B', 'Reading each day', 'Көктемова']) expect(text).toContain(word)
    const never = [secrets.place, secrets.father, 'Сирия', 'Clinic No. 2', 'Nuts']
    for (const word of never) expect(text).not.toContain(word)
    const health = await paperText(await page(doctor, 'health-page'), 'docx')
    expect(health).toContain('Clinic No. 2')
    for (const word of [secrets.place, secrets.father, 'School No. 5']) expect(health).not.toContain(word)
  })
})

describe('days that lie ahead', () => {
  const ahead = async (who: Somebody, of: 'mine' | 'team' = 'mine') =>
    (await w.as(who)(daysAhead, { query: { of, from: today, to: addDays(today, 60) } })).body.rows

  test('in court are told to who may read them, and the deadline is a task', async () => {
    const id = await child()
    const parentId = (await add(lawyer, id, contents.legal)).body.id
    const court: Content = {
      kind: 'hearing',
      day: dayFromNow(20),
      time: '10:00',
      place: 'District court',
      deadline: dayFromNow(8),
      toHandIn: 'The letter of the school',
    }
    const made = await add(lawyer, id, court, { parentId })
    expect(made.status).toBe(201)
    const mine = (await ahead(worker)).filter(row => row.personId === id)
    expect(mine).toMatchObject([
      { what: 'deadline', day: court.deadline, place: court.toHandIn },
      { what: 'hearing', day: court.day, time: '10:00', place: court.place },
    ])
    expect((await ahead(lawyer)).filter(row => row.personId === id)).toEqual(mine)
    expect((await ahead(lead, 'team')).filter(row => row.personId === id)).toEqual(mine)
    for (const who of [teacher, doctor])
      expect((await ahead(who)).filter(row => row.personId === id)).toEqual([])
    // No case is open: the task is the lawyer's, and moves with the day.
    const due = async () => (await tasksOf(lawyer, id)).map(task => [task.kind, task.due])
    expect(await due()).toEqual([['court-date', court.deadline]])
    await change(lawyer, made.body.id, { ...court, deadline: dayFromNow(5) })
    expect(await due()).toEqual([['court-date', dayFromNow(5)]])
    await end(lawyer, made.body.id, { outcome: 'The guardian was named', seen: 2 })
    expect(await due()).toEqual([])
    expect((await tasksOf(lawyer, id, 'done')).map(task => task.kind)).toEqual(['court-date'])
    const wide = await w.as(worker)(daysAhead, { query: { from: today, to: addDays(today, 400) } })
    expect(wide.status).toBe(422)
  })

  test('of a release are prepared for before, and looked after on the day', async () => {
    const id = await child()
    const release = dayFromNow(50)
    const made = await add(worker, id, { ...contents.detention, release, ready: ['housing'] })
    expect((await tasksOf(worker, id)).map(task => [task.kind, task.due])).toEqual([
      ['release-plan', addDays(release, -releaseAhead)],
    ])
    expect((await ahead(worker)).filter(row => row.personId === id)).toMatchObject([
      { what: 'release', day: release },
    ])
    expect((await ahead(lawyer)).filter(row => row.personId === id)).toEqual([])
    await end(worker, made.body.id, { outcome: 'Came home' })
    expect((await tasksOf(worker, id)).map(task => [task.kind, task.due])).toEqual([
      ['release-follow-up', today],
    ])
  })

  test('of letters go on from one to the next', async () => {
    const id = await child()
    const letter = (day: string, next: string): Content => ({ ...contents.contact, day, next })
    await add(worker, id, letter(dayFromNow(-30), dayFromNow(3)))
    await add(worker, id, { ...letter(dayFromNow(-20), dayFromNow(9)), withWhom: 'The aunt' } as Content)
    await add(worker, id, letter(today, dayFromNow(30)))
    const days = (await ahead(worker)).filter(row => row.personId === id).map(row => row.day)
    expect(days).toEqual([dayFromNow(9), dayFromNow(30)])
    expect((await tasksOf(worker, id)).map(task => task.due).sort()).toEqual([dayFromNow(9), dayFromNow(30)])
    expect(await tasksOf(worker, id, 'done')).toHaveLength(1)
  })
})

test('two records that become one keep both lives', async () => {
  const [stays, joins] = [await child(), await child()]
  for (const id of [stays, joins]) await add(doctor, id, contents.health)
  const parentId = (await add(teacher, joins, contents.schooling)).body.id
  await add(teacher, joins, { kind: 'attendance', month, held: 20, present: 20 }, { parentId })
  const body = { id: newId(), stays, staysVersion: 1, joins, joinsVersion: 1, reason: 'One of two lists' }
  expect((await w.as(lead)(mergePeople, { body })).status).toBeLessThan(300)
  expect(await kinds(worker, stays)).toEqual(['attendance', 'health', 'health', 'schooling'])
})

describe('what waits in the lives of many', () => {
  type What = 'no-school' | 'no-placement' | 'hearing' | 'deadline'
  const waits = async (who: Somebody, personId: string, query: object = {}) => {
    const { status, body } = await w.as(who)(listWaiting, { query: { limit: 200, ...query } as never })
    expect([status, body]).toMatchObject([200, {}])
    return body.rows.filter(row => row.personId === personId).map(row => row.what)
  }
  const put = async (personId: string, content: Content, parentId?: string) => {
    const body = { id: newId(), source: 'worker' as const, content, ...(parentId ? { parentId } : {}) }
    expect((await w.as(worker)(addEntry, { params: { id: personId }, body })).status).toBe(201)
    return body.id
  }

  test('is refused to nobody in particular, and to roles without the verb', async () => {
    expect((await w.as(null)(listWaiting, { query: {} as never })).status).toBe(401)
    for (const role of ['nationalCoordinator', 'ngoWorker', 'familyMember'] as const) {
      const who = await w.somebody(role)
      for (const route of [listWaiting, countWaiting])
        expect((await w.as(who)(route, { query: {} as never })).status).toBe(403)
    }
    // A list leaves the node with the right to take lists out alone.
    const asked = { of: 'situation', format: 'csv' as const, query: {}, reason: 'For the school office' }
    expect((await w.as(worker)(askExport, { body: asked })).status).toBe(403)
  })

  test('a child without a school, and a court, each for who reads the section; as a file the same', async () => {
    const personId = await child()
    const grown = draft({ contact: contact({ birth: { precision: 'year', year: 1990 } }) })
    await w.as(lead)(registerPerson, { body: grown })
    await w.grant(worker, grown.id, 'own')
    expect(await waits(worker, grown.id)).toEqual([])
    expect(await waits(worker, personId)).toEqual(['no-school'])
    expect(await waits(teacher, personId)).toEqual(['no-school'])
    for (const who of [doctor, lawyer]) expect(await waits(who, personId)).toEqual([])
    const stranger = await w.somebody('supervisor', await w.agency())
    expect(await waits(stranger, personId, { of: 'team' })).toEqual([])

    await put(personId, { ...contents.schooling, kind: 'schooling' })
    const matter = await w.as(lawyer)(addEntry, {
      params: { id: personId },
      body: { id: newId(), source: 'worker', content: contents.legal },
    })
    const hearing = {
      kind: 'hearing',
      day: addDays(today, 20),
      deadline: addDays(today, 5),
      toHandIn: 'A paper',
    } as const
    const added = await w.as(lawyer)(addEntry, {
      params: { id: personId },
      body: { id: newId(), parentId: matter.body.id, source: 'worker', content: hearing },
    })
    expect(added.status).toBe(201)
    expect(await waits(worker, personId)).toEqual(['deadline', 'hearing', 'no-placement'])
    expect(await waits(lead, personId, { of: 'team' })).toEqual(['deadline', 'hearing', 'no-placement'])
    expect(await waits(teacher, personId)).toEqual(['no-placement'])
    expect(await waits(lawyer, personId)).toEqual(['deadline', 'hearing'])
    expect(await waits(lawyer, personId, { what: 'deadline' satisfies What })).toEqual(['deadline'])
    const total = async (who: Somebody) =>
      (await w.as(who)(countWaiting, { query: { what: 'hearing' } as never })).body.total
    expect([await total(lawyer), await total(teacher)]).toEqual([1, 0])

    const ask = { of: 'situation', format: 'csv' as const, query: { of: 'team', what: 'hearing' } }
    const ticket = await w.as(lead)(askExport, { body: { ...ask, reason: 'For the court', language: 'uz' } })
    expect(ticket.status).toBe(201)
    const text = await (await w.raw(ticket.body.url, {}, lead)).text()
    expect(text).toContain('Sud kuni')
    expect(text).not.toContain('Nimadan boshlashi')
  })

  test('page by page nobody is left out', async () => {
    const who = await w.somebody('caseManager')
    for (let n = 0; n < 3; n += 1) {
      const body = draft()
      await w.as(lead)(registerPerson, { body })
      await w.grant(who, body.id, 'own')
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const query = { limit: 2, ...(cursor ? { cursor } : {}) } as never
      const { body } = await w.as(who)(listWaiting, { query })
      seen.push(...body.rows.map(row => row.personId))
      cursor = body.next
    } while (cursor)
    expect(new Set(seen).size).toBe(3)
    expect(seen).toHaveLength(3)
  })
})
