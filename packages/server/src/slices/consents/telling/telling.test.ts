/** Telling through the HTTP layer: what stops it, exactly what is told, the sheet, the register, and a consent taken back in flight. */
import { withdrawConsent } from '@kerege/contract/consents/routes'
import type { Consent, RecordConsent } from '@kerege/contract/consents/schema'
import {
  addContact,
  changeContact,
  countDisclosures,
  getDisclosure,
  listContacts,
  listDisclosures,
  lookBeforeTelling,
  tell,
} from '@kerege/contract/consents/tellingRoutes'
import type { AddContact, Tell } from '@kerege/contract/consents/tellingSchema'
import { askPaper, fetchPaper } from '@kerege/contract/exports/routes'
import { askExport, fetchExport } from '@kerege/contract/exports/routes'
import { addRelation, endRelation } from '@kerege/contract/people/kinship/routes'
import { changeSection, registerPerson } from '@kerege/contract/people/routes'
import { listTasks } from '@kerege/contract/tasks/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { recordAnswer } from '../../../testing/consents.ts'
import { draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let w: World
let worker: Somebody
let lead: Somebody
beforeAll(async () => {
  w = await world()
  worker = await w.somebody('caseManager')
  lead = await w.somebody('supervisor')
})
afterAll(() => w.close())

/** A child of nine whom the worker and a consul know, born in a place that nobody hears of. */
async function child(): Promise<string> {
  const body = draft()
  expect(await w.as(worker)(registerPerson, { body })).toMatchObject({ status: 201 })
  const consul = await w.somebody('consularOfficer')
  const section = {
    names: [],
    birthPlace: { country: 'XX', place: 'Тікенекті', certainty: 'stated' as const },
  }
  const change = {
    params: { id: body.id, section: 'journey' as const },
    body: { section, kind: 'update' as const },
  }
  expect(await w.as(consul)(changeSection, change, { ifMatch: '"1"' })).toMatchObject({ status: 200 })
  return body.id
}
async function contact(kind: AddContact['kind'] = 'school', who = worker): Promise<string> {
  const body = { id: newId(), kind, organisation: `School ${newId().slice(-4)}`, person: 'Head of lessons' }
  expect(await w.as(who)(addContact, { body })).toMatchObject({ status: 201 })
  return body.id
}
const agree = (personId: string, over: Partial<RecordConsent> = {}) => recordAnswer(w, worker, personId, over)
const telling = (contactId: string, over: Partial<Tell> = {}): Tell => ({
  id: newId(),
  contactId,
  purpose: 'school',
  language: 'en',
  how: 'sheet',
  fields: [
    { field: 'name' },
    { field: 'languages' },
    { field: 'learning', words: 'Reads well, needs help to write' },
  ],
  ...over,
})
const told = (personId: string, body: Tell, who = worker) =>
  w.as(who)(tell, { params: { id: personId }, body })
const codes = (reply: { body: unknown }) =>
  (reply.body as { faults?: { pointer: string; code: string }[] }).faults?.map(
    one => `${one.pointer} ${one.code}`,
  )
async function both(): Promise<[string, string]> {
  return [await child(), await contact()]
}

describe('nothing is told', () => {
  test('by roles without the verb, and of strangers as of nobody', async () => {
    const [id, school] = await both()
    await agree(id)
    for (const role of ['teacher', 'ombudsperson', 'nationalCoordinator', 'familyMember'] as const) {
      const who = await w.somebody(role)
      await w.grant(who, id, 'task')
      expect((await told(id, telling(school), who)).status).toBe(403)
    }
    const stranger = await w.somebody('caseManager', await w.agency())
    for (const one of [id, newId()]) expect((await told(one, telling(school), stranger)).status).toBe(404)
  })

  test('without a consent, on one that was taken back, refused, or is for others, and says so', async () => {
    const [id, school] = await both()
    const why = async (over: Partial<Tell> = {}) => (await told(id, telling(school, over))).body as unknown
    expect(await why()).toMatchObject({ code: 'consent-missing', why: 'none' })
    const made = await agree(id)
    expect(await why({ purpose: 'health' })).toMatchObject({ code: 'consent-missing', why: 'not-covered' })
    expect(await why({ fields: [{ field: 'carers' }] })).toMatchObject({
      faults: [{ code: 'nothing-known' }],
    })
    await w.as(worker)(withdrawConsent, { params: { id: made.body.id }, body: { who: 'parent' } })
    expect(await why()).toMatchObject({ code: 'consent-missing', why: 'withdrawn' })
    await agree(id)
    await agree(id, {
      kind: 'refusal',
      givenBy: 'self',
      purposes: [],
      recipients: [],
      classes: [],
      until: undefined,
    })
    expect(await why()).toMatchObject({ code: 'consent-missing', why: 'refused' })
    expect((await w.as(worker)(listDisclosures, { query: { personId: id } })).body.rows).toEqual([])
  })

  test('of the journey, beyond what a school can ever hear, or to an authority by one person', async () => {
    const [id, school] = await both()
    await agree(id, { classes: ['contact', 'education', 'legal', 'mhpss'] })
    const faults = await told(
      id,
      telling(school, {
        fields: [
          { field: 'legal-matter', words: 'A court date' },
          { field: 'care-needs', words: 'Sleeps badly' },
          { field: 'learning', words: 'Came from тікенекті with her mother' },
          { field: 'skills' },
          { field: 'name', words: 'Another name' },
        ],
      }),
    )
    expect(codes(faults)).toEqual([
      '/fields/0/field never-told',
      '/fields/1/field not-found',
      '/fields/2/words tells-journey',
      '/fields/3/words required',
      '/fields/4/words not-asked',
    ])
    const police = await contact('authority')
    expect(codes(await told(id, telling(police)))).toEqual(['/contactId asks-in-writing'])
    expect(codes(await told(id, telling(newId())))).toEqual(['/contactId not-found'])
    // Nor past the program: the tables hold the same limits.
    await expect(
      w.admin.query(
        `insert into consents.told (disclosure_id, person_id, recipient, field, compartment, value) values ($1, $2, 'school', 'x', 'journey', 'x')`,
        [newId(), id],
      ),
    ).rejects.toMatchObject({ constraint: 'told_limits' })
  })

  test('to a contact that is closed, and a changed contact is told by its version', async () => {
    const [id, school] = await both()
    await agree(id)
    const body = { kind: 'school' as const, organisation: 'School 12', closed: true }
    const change = (ifMatch: string, over = {}) =>
      w.as(worker)(changeContact, { params: { id: school }, body: { ...body, ...over } }, { ifMatch })
    expect((await change('"7"')).status).toBe(412)
    expect(await change('"1"')).toMatchObject({ status: 200, body: { closed: true, version: 2 } })
    expect(codes(await told(id, telling(school)))).toEqual(['/contactId closed'])
    await change('"2"', { closed: false })
    expect((await told(id, telling(school))).status).toBe(201)
    expect(codes(await change('"3"', { kind: 'clinic', closed: false }))).toEqual(['/kind was-told'])
    expect((await w.as(await w.somebody('teacher'))(listContacts, {})).status).toBe(403)
  })
})

describe('what is told', () => {
  test('is looked at first, rests on the consent, once however often it is sent, and stands in the registers', async () => {
    const [id, school] = await both()
    const made = await agree(id, { view: undefined })
    const looked = await w.as(worker)(lookBeforeTelling, {
      params: { id },
      query: { contactId: school, purpose: 'school', language: 'en' },
    })
    expect(looked.body).toMatchObject({ recipient: 'school', despite: false })
    const field = (name: string) => looked.body.fields.find(one => one.field === name)
    expect(field('name')).toEqual({
      field: 'name',
      compartment: 'contact',
      from: 'register',
      proposed: true,
      value: 'Көктемова Әлия Бақытқызы',
    })
    expect(field('birth')).toMatchObject({ value: '14.03.2017' })
    expect(field('carers')).toMatchObject({ why: 'not-covered' })
    expect(field('legal-matter')).toBeUndefined()

    const body = telling(school)
    for (let n = 0; n < 2; n += 1) {
      expect(await told(id, body)).toMatchObject({
        status: 201,
        body: {
          rests: 'consent',
          effect: 'in-effect',
          notShown: 0,
          fields: [
            { field: 'name', value: 'Көктемова Әлия Бақытқызы' },
            { field: 'languages', value: 'Kazakh' },
            { field: 'learning', value: 'Reads well, needs help to write' },
          ],
        },
      })
    }
    const query = { personId: id, contactId: school }
    expect((await w.as(lead)(listDisclosures, { query })).body.rows).toMatchObject([{ id: body.id }])
    expect((await w.as(lead)(countDisclosures, { query })).body.total).toBe(1)
    // Taken back: the register says so, and the worker is called to tell those who were told.
    await w.as(worker)(withdrawConsent, { params: { id: made.body.id }, body: { who: 'parent' } })
    expect((await w.as(lead)(listDisclosures, { query })).body.rows).toMatchObject([{ effect: 'withdrawn' }])
    const tasks = await w.as(worker)(listTasks, { query: { of: 'mine', state: 'open', limit: 200 } })
    expect(tasks.body.rows.filter(one => one.subjectId === id)).toMatchObject([{ kind: 'consent-withdrawn' }])

    // Oversight sees that it was told and to whom, of the sections that are open to it; a stranger hears of nothing.
    const oversight = await w.somebody('ombudsperson')
    await w.grant(oversight, id, 'task')
    const seen = await w.as(oversight)(getDisclosure, { params: { id: body.id } })
    expect(seen.body).toMatchObject({ notShown: 1, fields: [{ field: 'name' }, { field: 'languages' }] })
    const stranger = await w.somebody('supervisor', await w.agency())
    expect((await w.as(stranger)(getDisclosure, { params: { id: body.id } })).status).toBe(404)
    expect((await w.as(stranger)(listDisclosures, { query })).body.rows).toEqual([])
  })

  test('leaves as a sheet with exactly that, and as a list without it', async () => {
    const [id, school] = await both()
    await agree(id)
    const body = telling(school)
    await told(id, body)
    const asked = await w.as(worker)(askPaper, {
      body: {
        of: 'sharing-note',
        format: 'docx',
        query: { disclosureId: body.id },
        reason: 'For the school',
      },
    })
    expect(asked.status).toBe(201)
    const paper = await w.raw(`/api${fetchPaper.path.replace(':id', asked.body.id)}`, {}, worker)
    expect(paper.status).toBe(200)
    const bytes = Buffer.from(await paper.arrayBuffer())
    const { default: JSZip } = await import('jszip')
    const text = await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string')
    for (const word of ['Көктемова Әлия Бақытқызы', 'Kazakh', 'needs help to write'])
      expect(text).toContain(word)
    for (const word of ['Тікенекті', '14.03.2017', '+7 700']) expect(text).not.toContain(word)

    const list = await w.as(lead)(askExport, {
      body: { of: 'disclosures', format: 'csv', query: { personId: id }, reason: 'For the year’s review' },
    })
    const csv = await (await w.raw(`/api${fetchExport.path.replace(':id', list.body.id)}`, {}, lead)).text()
    expect(csv).toContain('Көктемова')
    expect(csv).not.toContain('needs help to write')
  })

  test('on another lawful basis although somebody said no: with the reason', async () => {
    const [id, school] = await both()
    await agree(id, {
      kind: 'other-basis',
      givenBy: undefined,
      language: undefined,
      explained: undefined,
      basis: 'law',
      basisWords: 'Law on schooling, article 5',
    })
    await agree(id, { kind: 'refusal', purposes: [], recipients: [], classes: [], until: undefined })
    expect(codes(await told(id, telling(school)))).toEqual(['/despite required'])
    expect(await told(id, telling(school, { despite: 'Every child is enrolled' }))).toMatchObject({
      status: 201,
      body: {
        rests: 'other-basis',
        basisWords: 'Law on schooling, article 5',
        despite: 'Every child is enrolled',
      },
    })
  })

  test('a consent that is taken back in the same moment either stops it or was in time', async () => {
    for (let n = 0; n < 4; n += 1) {
      const [id, school] = await both()
      const made = await agree(id)
      const [one, other] = await Promise.all([
        told(id, telling(school)),
        w.as(worker)(withdrawConsent, { params: { id: made.body.id }, body: { who: 'parent' } }),
      ])
      expect(other.status).toBe(200)
      expect([201, 409]).toContain(one.status)
      const tasks = await w.as(worker)(listTasks, { query: { of: 'mine', state: 'open', limit: 200 } })
      const called = tasks.body.rows.filter(row => row.subjectId === id).length
      // Told in time: those who were told are not forgotten. Too late: nobody was told.
      expect(called).toBe(one.status === 201 ? 1 : 0)
      expect((await told(id, telling(school))).status).toBe(409)
    }
  })
})

describe('of a child for whom two decide', () => {
  async function guardian(id: string, name: string): Promise<string> {
    const relation = {
      id: newId(),
      kind: 'guardian' as const,
      basis: 'legal' as const,
      standing: 'claimed' as const,
      evidence: [],
      other: {
        who: 'outside' as const,
        outsiderId: newId(),
        name,
        sex: 'female' as const,
        life: 'alive' as const,
      },
    }
    expect(await w.as(worker)(addRelation, { params: { id }, body: relation })).toMatchObject({ status: 201 })
    return relation.id
  }
  const look = async (id: string, contactId: string) =>
    (
      await w.as(worker)(lookBeforeTelling, {
        params: { id },
        query: { contactId, purpose: 'school', language: 'en' },
      })
    ).body
  const whoSaid = ({ rests, missing }: Awaited<ReturnType<typeof look>>) => ({
    rests: rests.map(one => [one.voice.giverName, [...one.classes].sort().join(' ')]),
    missing: missing.map(one => [
      one.why,
      one.classes.join(' '),
      one.by.map(voice => voice.giverName).join(),
    ]),
  })

  /** One lets the school know how to reach the family, the other how the child learns. */
  async function two(order: 'one first' | 'other first') {
    const [id, school] = await both()
    const [one, other] = [await guardian(id, 'Сәуле'), await guardian(id, 'Гүлнар')]
    const contactYes = () =>
      agree(id, { givenBy: 'guardian', giver: { relationId: one }, classes: ['contact'] })
    const learningYes = () =>
      agree(id, { givenBy: 'guardian', giver: { relationId: other }, classes: ['education'] })
    const answers: Consent[] = []
    for (const say of order === 'one first' ? [contactYes, learningYes] : [learningYes, contactYes]) {
      const said = await say()
      expect(said.status).toBe(201)
      answers.push(said.body)
    }
    const of = (relationId: string) => {
      const found = answers.find(answer => answer.giver?.relationId === relationId)
      if (!found) throw new Error('an answer of each')
      return found.id
    }
    return { id, school, one, other, contact: of(one), learning: of(other) }
  }

  test.each(['one first', 'other first'] as const)(
    'what each allowed is told together, on both: %s',
    async order => {
      const family = await two(order)
      expect(whoSaid(await look(family.id, family.school))).toEqual({
        rests: expect.arrayContaining([
          ['Сәуле', 'contact'],
          ['Гүлнар', 'education'],
        ]),
        missing: [['not-covered', 'kinship health', '']],
      })
      // What goes along with a referral ends with the one answer that it rests on.
      expect(await told(family.id, telling(family.school, { how: 'referral' }))).toMatchObject({
        status: 409,
        body: { code: 'consent-missing', why: 'not-covered' },
      })
      const one = await told(family.id, telling(family.school))
      expect(one).toMatchObject({ status: 201, body: { rests: 'consent', effect: 'in-effect' } })
      expect(one.body.voices.map(voice => [voice.giverName, voice.effect]).sort()).toEqual([
        ['Гүлнар', 'in-effect'],
        ['Сәуле', 'in-effect'],
      ])
      // Either of them takes it back: nothing more of that part, those who were told are called to mind, and the register says so.
      for (const [answer, why] of [
        [family.learning, 'education'],
        [family.contact, 'contact education'],
      ] as const) {
        await w.as(worker)(withdrawConsent, { params: { id: answer }, body: { who: 'guardian' } })
        const seen = whoSaid(await look(family.id, family.school))
        expect(seen.missing).toEqual(expect.arrayContaining([['withdrawn', why, '']]))
        expect(await told(family.id, telling(family.school))).toMatchObject({
          status: 409,
          body: { why: 'withdrawn' },
        })
        const body = (await w.as(worker)(getDisclosure, { params: { id: one.body.id } })).body
        expect(body.effect).toBe('withdrawn')
      }
      const mine = await w.as(worker)(listTasks, { query: { of: 'mine', state: 'open', limit: 200 } })
      expect(mine.body.rows.filter(row => row.subjectId === family.id)).toHaveLength(2)
    },
  )

  test.each(['before', 'after'] as const)(
    'the no of one stops what the other allows, said %s; a court decides it',
    async when => {
      const [id, school] = await both()
      const [one, other] = [await guardian(id, 'Сәуле'), await guardian(id, 'Гүлнар')]
      const no = () =>
        agree(id, {
          kind: 'refusal',
          givenBy: 'guardian',
          giver: { relationId: other },
          purposes: [],
          recipients: [],
          classes: ['education'],
          until: undefined,
        })
      if (when === 'before') await no()
      await agree(id, { givenBy: 'guardian', giver: { relationId: one } })
      if (when === 'after') await no()
      expect(whoSaid(await look(id, school))).toEqual({
        rests: [['Сәуле', 'contact']],
        missing: expect.arrayContaining([['refused', 'education', 'Гүлнар']]),
      })
      expect(await told(id, telling(school))).toMatchObject({ status: 409, body: { why: 'refused' } })
      expect(await told(id, telling(school, { fields: [{ field: 'name' }] }))).toMatchObject({ status: 201 })
      if (when === 'before') {
        const court = await agree(id, { givenBy: 'court', classes: ['education'] })
        expect(court.status).toBe(201)
      } else {
        // Who decides for the child no longer stops nothing, either.
        const ended = await w.as(worker)(
          endRelation,
          { params: { id, relationId: other } as never, body: { why: 'guardianship-ended' } },
          { ifMatch: '"1"' },
        )
        expect(ended.status).toBe(200)
      }
      expect(await told(id, telling(school))).toMatchObject({ status: 201 })
    },
  )

  test('an answer of either that is taken back in the same moment stops it, or it was in time', async () => {
    for (const part of ['contact', 'learning'] as const) {
      const family = await two('one first')
      const [one, back] = await Promise.all([
        told(family.id, telling(family.school)),
        w.as(worker)(withdrawConsent, { params: { id: family[part] }, body: { who: 'guardian' } }),
      ])
      expect(back.status).toBe(200)
      expect([201, 409]).toContain(one.status)
      const mine = await w.as(worker)(listTasks, { query: { of: 'mine', state: 'open', limit: 200 } })
      const called = mine.body.rows.filter(row => row.subjectId === family.id).length
      expect(called).toBe(one.status === 201 ? 1 : 0)
      expect((await told(family.id, telling(family.school))).status).toBe(409)
    }
  })
})
