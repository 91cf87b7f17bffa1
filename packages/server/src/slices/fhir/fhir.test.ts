/** A case as a FHIR file, through the HTTP layer: refusals first, then what leaves, to whom, and what is written down of it. */
import { assignCases, openCase } from '@kerege/contract/cases/routes'
import { addContact, getDisclosure, listDisclosures } from '@kerege/contract/consents/tellingRoutes'
import { personConsents } from '@kerege/contract/consents/routes'
import { askPaper } from '@kerege/contract/exports/routes'
import { readBundle } from '@kerege/contract/fhir/bundle'
import { lookAtFhir, personFhirImports, takeFhir, undoFhir } from '@kerege/contract/fhir/routes'
import { searchAudit } from '@kerege/contract/audit/routes'
import { addRelation } from '@kerege/contract/people/kinship/routes'
import { changeSection, getPerson, registerPerson } from '@kerege/contract/people/routes'
import { beginPlan, saveGoal } from '@kerege/contract/plans/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { recordAnswer } from '../../testing/consents.ts'
import { contact, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'

let w: World
let lead: Somebody
let worker: Somebody
let school: string
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
  worker = await w.somebody('caseManager')
  school = newId()
  const body = { id: school, kind: 'school' as const, organisation: 'School 12' }
  expect((await w.as(worker)(addContact, { body })).status).toBe(201)
})
afterAll(() => w.close())

const camp = 'Лагерь у реки'
/** A child with a mother, a place of birth that nobody outside hears of, and a plan with two goals. */
async function aCase(): Promise<{ caseId: string; personId: string }> {
  const person = draft({
    contact: contact({
      contacts: [
        { system: 'phone', value: '+7 700 000 04 17', discretion: 'ask-first' },
        { system: 'phone', value: '+7 700 000 04 18', discretion: 'never-mention' },
      ],
    }),
  })
  await w.as(lead)(registerPerson, { body: person })
  const caseId = newId()
  await w.as(lead)(openCase, { body: { id: caseId, personId: person.id, origin: 'walk-in' } })
  await w.as(lead)(assignCases, { body: { ids: [caseId], workerId: worker.accountId } })
  const birthPlace = { country: 'SY', place: camp, certainty: 'stated' as const }
  const journey = await w.as(worker)(
    changeSection,
    {
      params: { id: person.id, section: 'journey' },
      body: { section: { names: [], birthPlace }, kind: 'update' },
    },
    { ifMatch: '"1"' },
  )
  expect(journey.status).toBe(200)
  const mother = { who: 'outside' as const, outsiderId: newId(), name: 'Гүлсара', sex: 'female' as const }
  const said = { basis: 'biological' as const, standing: 'claimed' as const, evidence: [] }
  await w.as(worker)(addRelation, {
    params: { id: person.id },
    body: { id: newId(), kind: 'parent', ...said, other: { ...mother, life: 'alive' } },
  })
  const planId = newId()
  await w.as(worker)(beginPlan, { params: { id: caseId }, body: { id: planId, kind: 'individual' } })
  for (const [domain, words] of [
    ['education', 'Мектепке барады'],
    ['protection', 'Үйде тыныш'],
  ] as const) {
    const goal = { thread: newId(), domain, words, language: 'kk', target: 'Күн сайын', due: '2099-01-01' }
    const actions = [{ thread: newId(), kind: 'service' as const, words: 'Lessons', who: 'School 12' }]
    const made = await w.as(worker)(saveGoal, { params: { id: planId }, body: { ...goal, actions } })
    expect(made.status).toBe(200)
  }
  return { caseId, personId: person.id }
}

const reason = 'The school asks what the child needs'
const asked = (caseId: string, more: object = {}) => ({
  body: { of: 'case-fhir', format: 'json' as const, query: { caseId, ...more }, reason },
})
async function fetched(who: Somebody, caseId: string, more: object = {}) {
  const ticket = await w.as(who)(askPaper, asked(caseId, more))
  expect(ticket.status).toBe(201)
  const answer = await w.raw(ticket.body.url, {}, who)
  expect(answer.headers.get('content-type')).toBe('application/fhir+json; charset=utf-8')
  return answer.text()
}

describe('a case leaves', () => {
  test('not for nobody, not for a stranger, not without the right, not as a page', async () => {
    const { caseId } = await aCase()
    const stranger = await w.somebody('caseManager', await w.agency())
    const to = { contactId: school, purpose: 'school' }
    expect((await w.as(null)(askPaper, asked(caseId, to))).status).toBe(401)
    expect((await w.as(stranger)(askPaper, asked(caseId, to))).status).toBe(404)
    expect((await w.as(await w.somebody('teacher'))(askPaper, asked(caseId, to))).status).toBe(403)
    // A copy of one's own is for those who take rows out.
    expect(await w.as(worker)(askPaper, asked(caseId))).toMatchObject({ status: 403 })
    const page = asked(caseId, to)
    const pdf = { body: { ...page.body, format: 'pdf' as const } }
    expect(await w.as(worker)(askPaper, pdf)).toMatchObject({ status: 422 })
    expect(await w.as(worker)(askPaper, asked(caseId, { contactId: school }))).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/query/purpose', code: 'required' }] },
    })
  })

  test('to nobody whom no consent covers', async () => {
    const { caseId } = await aCase()
    const to = { contactId: school, purpose: 'school' }
    expect(await w.as(worker)(askPaper, asked(caseId, to))).toMatchObject({
      status: 409,
      body: { code: 'consent-missing' },
    })
  })

  test('no wider than what was agreed, and is written down as it leaves', async () => {
    const { caseId, personId } = await aCase()
    expect((await recordAnswer(w, worker, personId)).status).toBe(201)
    const text = await fetched(worker, caseId, { contactId: school, purpose: 'school' })
    const { record, faults } = readBundle(JSON.parse(text))
    expect(faults).toEqual([])
    expect(record?.plans).toMatchObject([{ goals: [{ domain: 'education', words: 'Мектепке барады' }] }])
    expect(record).toMatchObject({ relatives: [], needs: [], referrals: [] })
    expect(record?.consents).toMatchObject([{ classes: ['contact', 'education'] }])
    for (const secret of [camp, '04 18', 'Гүлсара', 'Үйде тыныш', personId, caseId]) {
      expect(text).not.toContain(secret)
    }
    expect(text).toContain('04 17')
    const { rows } = (await w.as(worker)(listDisclosures, { query: { personId } })).body
    expect(rows).toMatchObject([{ how: 'file', purpose: 'school', rests: 'consent' }])
    expect(text).toContain(rows[0]?.id)
    const told = (await w.as(worker)(getDisclosure, { params: { id: rows[0]?.id ?? '' } })).body
    const learning = told.fields.find(one => one.field === 'learning')?.value
    expect(learning).toContain('Мектепке барады')
    expect(told.fields.map(one => one.field)).not.toContain('carers')
  })

  test('as a copy of one’s own, with all that is open, marked, once, and with its reason in the log', async () => {
    const { caseId, personId } = await aCase()
    const text = await fetched(lead, caseId)
    const { record } = readBundle(JSON.parse(text))
    expect(record?.person.journey?.birthPlace?.place).toBe(camp)
    expect(record?.relatives).toMatchObject([{ kind: 'parent', name: 'Гүлсара', life: 'alive' }])
    expect(record?.plans[0]?.goals.map(goal => goal.domain)).toEqual(['education', 'protection'])
    expect(record?.plans[0]?.goals[0]?.actions).toMatchObject([{ kind: 'service', who: 'School 12' }])
    const bundle = JSON.parse(text) as { meta: { tag: { display: string }[] } }
    expect(bundle.meta.tag[0]?.display).toContain(lead.name)
    expect((await w.as(lead)(listDisclosures, { query: { personId } })).body.rows).toEqual([])
    const auditor = await w.somebody('ombudsperson')
    await w.grant(auditor, personId, 'task')
    const log = await w.as(auditor)(searchAudit, { query: { action: 'case-fhir.exported', limit: 200 } })
    expect(log.body.rows.some(row => row.subjects.includes(personId))).toBe(true)
  })
})

describe('a case comes in', () => {
  let there: Somebody
  let thereLead: Somebody
  beforeAll(async () => {
    const house = await w.agency()
    there = await w.somebody('caseManager', house)
    thereLead = await w.somebody('supervisor', house)
  })
  const bundleFor = async (caseId: string) =>
    JSON.parse(await fetched(lead, caseId)) as Record<string, unknown>
  const taking = (bundle: Record<string, unknown>, more: object = {}) => ({
    body: { id: newId(), bundle, area: 'KZ-75', ...more },
  })

  test('not by those who work on no cases, not broken, not without a place to live', async () => {
    const { caseId } = await aCase()
    const bundle = await bundleFor(caseId)
    expect((await w.as(null)(takeFhir, taking(bundle))).status).toBe(401)
    for (const role of ['teacher', 'operationLead', 'ombudsperson'] as const)
      expect((await w.as(await w.somebody(role))(lookAtFhir, { body: { bundle } })).status).toBe(403)
    const broken = {
      ...bundle,
      entry: [...(bundle['entry'] as unknown[]), { resource: { resourceType: 'Patient' } }],
    }
    const seen = await w.as(there)(lookAtFhir, { body: { bundle: broken } })
    expect(seen.body).toMatchObject({ alike: [], told: [] })
    expect(seen.body.faults).toContainEqual({
      path: `Bundle.entry[${broken.entry.length - 1}].resource`,
      code: 'one-person-only',
    })
    expect(await w.as(there)(takeFhir, taking(broken))).toMatchObject({
      status: 409,
      body: { code: 'fhir-unreadable' },
    })
    expect(await w.as(there)(takeFhir, taking(bundle, { area: undefined }))).toMatchObject({ status: 422 })
    // Nothing of it stayed.
    expect((await w.as(there)(lookAtFhir, { body: { bundle } })).body.alike).toEqual([])
  })

  test('as it left, apart from ids and what nobody here has heard; and is taken back until it is worked with', async () => {
    const { caseId, personId } = await aCase()
    await recordAnswer(w, worker, personId)
    const bundle = await bundleFor(caseId)
    const seen = (await w.as(there)(lookAtFhir, { body: { bundle } })).body
    expect(seen).toMatchObject({
      sender: 'Kerege kz',
      faults: [],
      person: { name: 'Көктемова Әлия Бақытқызы', area: 'KZ-75' },
      alike: [],
      relatives: 1,
      goals: 2,
    })
    expect(seen.told).toContainEqual({ kind: 'consent', n: 1 })

    const command = taking(bundle)
    const taken = await w.as(there)(takeFhir, command)
    expect(taken.status).toBe(201)
    expect((await w.as(there)(takeFhir, command)).body).toEqual(taken.body)
    expect(await w.as(there)(takeFhir, taking(bundle))).toMatchObject({ body: { code: 'fhir-taken' } })
    const id = taken.body.personId
    const again = readBundle(JSON.parse(await fetched(thereLead, taken.body.caseId ?? ''))).record
    const first = readBundle(bundle).record
    // Who reads it there sees it as who sent it does; the place of birth is the worker's to read.
    expect(again).toMatchObject({
      person: { contact: first?.person.contact },
      relatives: first?.relatives,
      plans: [{ kind: 'individual', state: 'draft', goals: first?.plans[0]?.goals }],
      consents: [],
    })
    expect((await w.as(there)(personConsents, { params: { id } })).body.rows).toEqual([])
    const { rows } = (await w.as(there)(personFhirImports, { params: { id } })).body
    expect(rows).toMatchObject([{ sender: 'Kerege kz', madePerson: true, mayUndo: false }])
    expect(rows[0]?.told.map(one => one.kind)).toContain('consent')
    expect((await w.as(worker)(personFhirImports, { params: { id } })).status).toBe(404)
    expect((await w.as(there)(lookAtFhir, { body: { bundle } })).body.before?.personId).toBe(id)

    const back = { params: { id: taken.body.id }, body: { reason: 'The wrong file' } }
    expect((await w.as(worker)(undoFhir, back)).status).toBe(404)
    expect(await w.as(there)(undoFhir, back)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    const decides = await w.as(thereLead)(personFhirImports, { params: { id } })
    expect(decides.body.rows).toMatchObject([{ mayUndo: true }])
    expect((await w.as(thereLead)(undoFhir, back)).status).toBe(200)
    expect((await w.as(there)(getPerson, { params: { id } })).status).toBe(404)
    for (const table of ['fhir.imports', 'fhir.told', 'cases.cases', 'plans.plans', 'people.relations'])
      expect((await w.admin.query(`select 1 from ${table} where person_id = $1`, [id])).rowCount).toBe(0)

    const once = await w.as(there)(takeFhir, taking(bundle))
    await recordAnswer(w, there, once.body.personId)
    const late = { params: { id: once.body.id }, body: { reason: 'The wrong file' } }
    expect(await w.as(thereLead)(undoFhir, late)).toMatchObject({ body: { code: 'fhir-worked-on' } })
  })

  test('beside somebody who is on the register, and changes nothing of them', async () => {
    const { caseId } = await aCase()
    const own = draft()
    await w.as(there)(registerPerson, { body: own })
    const bundle = await bundleFor(caseId)
    const { alike } = (await w.as(there)(lookAtFhir, { body: { bundle } })).body
    expect(alike.map(one => one.id)).toContain(own.id)
    const elsewhere = await aCase()
    const stranger = taking(bundle, { personId: elsewhere.personId })
    expect((await w.as(there)(takeFhir, stranger)).status).toBe(404)
    const before = (await w.as(there)(getPerson, { params: { id: own.id } })).body
    const taken = await w.as(there)(takeFhir, taking(bundle, { personId: own.id, area: undefined }))
    expect(taken.body).toMatchObject({ personId: own.id })
    expect((await w.as(there)(getPerson, { params: { id: own.id } })).body).toEqual(before)
    const { rows } = (await w.as(there)(personFhirImports, { params: { id: own.id } })).body
    expect(rows[0]?.told.map(one => one.kind)).toEqual(
      expect.arrayContaining(['contact', 'goal', 'relative']),
    )
    const back = { params: { id: taken.body.id }, body: { reason: 'The wrong child' } }
    expect(await w.as(thereLead)(undoFhir, back)).toMatchObject({ status: 403, body: { code: 'not-yours' } })
    expect((await w.as(there)(undoFhir, back)).status).toBe(200)
    expect((await w.as(there)(getPerson, { params: { id: own.id } })).body).toEqual(before)
  })
})
