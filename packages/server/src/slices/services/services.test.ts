/** The directory through the HTTP layer: who keeps it, how it is found, and what becomes of a file. */
import { urlOf } from '@kerege/contract/client'
import {
  addOrganisation,
  addService,
  changeOrganisation,
  changeService,
  exportHsds,
  getService,
  importHsds,
  listOrganisations,
  listServices,
  mapServices,
  previewHsds,
  servicesByArea,
  verifyService,
} from '@kerege/contract/services/routes'
import type { AddOrganisation, AddService } from '@kerege/contract/services/schema'
import { anyText } from '@kerege/contract/testing/anyText'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { localDay } from '../../platform/localDay.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { readHsds } from './hsds/read.ts'

let w: World
let keeper: Somebody
let worker: Somebody
let later = 0
beforeAll(async () => {
  w = await world({ now: () => new Date(Date.now() + later * 86_400_000) })
  keeper = await w.somebody('nationalCoordinator')
  worker = await w.somebody('caseManager')
})
afterAll(() => w.close())

const said = (text: string) => ({ ru: { text, state: 'checked' as const } })
const body = (over: Partial<AddOrganisation> = {}): AddOrganisation => ({
  id: newId(),
  name: said('Служба'),
  kind: 'social-service',
  ...over,
})
const service = (over: Partial<AddService> = {}): AddService => ({
  id: newId(),
  organisationId: newId(),
  name: said('Пособие'),
  languages: ['kk', 'ru'],
  domains: ['livelihood'],
  areas: [],
  cost: 'free',
  state: 'open',
  places: [],
  ...over,
})
const organisation = async (over: Partial<AddOrganisation> = {}) =>
  (await w.as(keeper)(addOrganisation, { body: body(over) })).body.id
const made = async (over: Partial<AddService> = {}) => {
  const organisationId = over.organisationId ?? (await organisation())
  const reply = await w.as(keeper)(addService, { body: service({ ...over, organisationId }) })
  expect(reply.status).toBe(201)
  return reply.body
}
const codes = (reply: { body: unknown }) =>
  (reply.body as { faults?: { pointer: string; code: string }[] }).faults?.map(
    one => `${one.pointer} ${one.code}`,
  )
const found = async (query: object, who = worker) =>
  (await w.as(who)(listServices, { query: { limit: 200, ...query } as never })).body.rows.map(row => row.id)

test('by place, each number is what the list finds, and nothing else', async () => {
  const organisationId = await organisation()
  await made({ organisationId, domains: ['health', 'housing'], areas: ['KZ-75.demo-01'] })
  await made({ organisationId, domains: ['health'], areas: ['KZ-71'] })
  await made({ organisationId, domains: ['law'], state: 'closed' })
  const byArea = async (within?: string) =>
    (await w.as(worker)(servicesByArea, { query: within ? { within } : {} })).body.rows
  expect((await w.as(null)(servicesByArea, { query: {} })).status).toBe(401)
  const rows = await byArea()
  expect(rows.map(row => [row.area, row.parts])).toEqual(
    expect.arrayContaining([
      ['KZ-71', false],
      ['KZ-75', true],
    ]),
  )
  for (const row of [...rows, ...(await byArea('KZ-75'))]) {
    expect(row.all).toBe((await found({ area: row.area })).length)
    for (const domain of ['health', 'housing', 'law', 'education'] as const) {
      expect(row.counts[domain] ?? 0).toBe((await found({ area: row.area, domain })).length)
    }
  }
  expect(await byArea('KZ-99')).toEqual([])
})

test('on the map stands what the list finds, with points where somebody wrote them down', async () => {
  const organisationId = await organisation({ name: said('На карте') })
  const place = (over: object) => ({ id: newId(), area: 'KZ-75.demo-01', hours: [], ...over })
  const [drawn, half, hidden] = [
    place({ name: 'Кабинет 2', latitude: 43.2389, longitude: 76.9 }),
    place({ latitude: 43.2 }),
    place({ address: 'Не для всех' }),
  ]
  const one = await made({ organisationId, domains: ['housing'], places: [drawn, half, hidden] })
  const called = await made({ organisationId, domains: ['housing'] })
  const shut = await made({ organisationId, domains: ['housing'], state: 'closed', places: [place(drawn)] })
  const map = async (query: object, who: Somebody | null = worker) =>
    w.as(who)(mapServices, { query: query as never })
  expect((await map({}, null)).status).toBe(401)
  expect((await map({}, await w.somebody('familyMember'))).status).toBe(403)
  expect((await map({ domain: 'nothing' })).status).toBe(422)

  const { body: seen } = await map({ organisationId })
  expect(seen.places).toEqual([
    expect.objectContaining({ id: drawn?.id, serviceId: one.id, latitude: 43.2389, longitude: 76.9 }),
    expect.not.objectContaining({ latitude: 43.2 }),
    expect.objectContaining({ id: hidden?.id, address: 'Не для всех' }),
  ])
  expect(seen.nowhere.map(service => service.serviceId)).toEqual([called.id])
  expect(seen.more).toBe(false)
  const ids = async (query: object) => {
    const { body } = await map(query)
    return [...new Set([...body.places, ...body.nowhere].map(service => service.serviceId))].sort()
  }
  for (const query of [
    {},
    { organisationId },
    { area: 'KZ-75' },
    { domain: 'housing', organisationId },
    { state: 'closed' },
    { stale: 'yes' },
    { q: 'пособие' },
  ]) {
    expect(await ids(query)).toEqual((await found(query)).sort())
  }
  expect(await ids({ state: 'closed', organisationId })).toEqual([shut.id])
})

describe('the directory is refused', () => {
  test('to nobody, to those without the verb, and is kept by those who keep it', async () => {
    expect((await w.as(null)(listServices, {})).status).toBe(401)
    expect((await w.as(await w.somebody('familyMember'))(listServices, {})).status).toBe(403)
    const one = await made()
    for (const reply of [
      await w.as(worker)(addOrganisation, { body: body() }),
      await w.as(worker)(addService, { body: service() }),
      await w.as(worker)(verifyService, { params: { id: one.id }, body: { seen: 1 } }),
      await w.as(worker)(previewHsds, { query: { language: 'ru' }, body: new Uint8Array([123]) }),
    ]) {
      expect(reply.status).toBe(403)
    }
    expect((await w.as(worker)(getService, { params: { id: newId() } })).status).toBe(404)
  })

  test('with all its faults at once', async () => {
    const place = { id: newId(), area: 'KZ-99', hours: [] }
    expect(
      codes(
        await w.as(keeper)(addService, { body: service({ areas: ['KZ-75', 'KZ-98'], places: [place] }) }),
      ),
    ).toEqual(['/organisationId not-found', '/areas/1 area-unknown', '/places/0/area area-unknown'])
    const hours = [{ days: ['MO' as const], opens: '18:00', closes: '09:00' }]
    expect(
      codes(
        await w.as(keeper)(addService, {
          body: service({ name: {}, minAge: 12, maxAge: 6, places: [{ ...place, hours }] }),
        }),
      ),
    ).toEqual(expect.arrayContaining(['/name no-language', '/places/0/hours/0/closes period-reversed']))
    expect(codes(await w.as(keeper)(addOrganisation, { body: body({ agencyId: newId() }) }))).toEqual([
      '/agencyId not-found',
    ])
  })

  test('when somebody else changed it meanwhile', async () => {
    const one = await made()
    const { id, organisationId } = one
    const { id: _, ...facts } = service({ organisationId, capacity: 'Ten a month' })
    const save = (version: number) =>
      w.as(keeper)(changeService, { params: { id }, body: facts }, { ifMatch: `"${version}"` })
    const both = await Promise.all([save(1), save(1)])
    expect(both.map(reply => reply.status).sort()).toEqual([200, 412])
    const lead = await w.somebody('supervisor')
    expect(await w.as(lead)(verifyService, { params: { id }, body: { seen: 1 } })).toMatchObject({
      status: 412,
      body: { code: 'stale-version' },
    })
  })
})

describe('a service', () => {
  test('is found by need, words, area, language, age, kind and state', async () => {
    const organisationId = await organisation({ name: said('Тополиный дом'), kind: 'clinic' })
    const one = await made({
      organisationId,
      domains: ['health'],
      languages: ['tr'],
      minAge: 3,
      maxAge: 6,
      areas: ['KZ-75'],
      eligibility: said('Для самых маленьких'),
    })
    for (const query of [
      { domain: 'health' },
      { q: 'ТОПОЛИН' },
      { q: 'маленьких' },
      { area: 'KZ-75' },
      { area: 'KZ-75.demo-01' },
      { language: 'tr' },
      { age: 3 },
      { kind: 'clinic' },
      { state: 'open' },
      { organisationId },
    ]) {
      expect(await found(query), JSON.stringify(query)).toContain(one.id)
    }
    for (const query of [
      { domain: 'papers' },
      { q: 'осина' },
      { area: 'KZ-71' },
      { language: 'fr' },
      { age: 7 },
      { kind: 'school' },
      { state: 'closed' },
    ]) {
      expect(await found(query), JSON.stringify(query)).not.toContain(one.id)
    }
    await w.as(keeper)(
      changeOrganisation,
      {
        params: { id: organisationId },
        body: { name: said('Ивовый дом'), kind: 'clinic', closed: false },
      },
      { ifMatch: '"1"' },
    )
    expect(await found({ q: 'ивовый' })).toContain(one.id)
    expect(await found({ q: 'тополиный' })).not.toContain(one.id)
  })

  test('is paged without losing one', async () => {
    const organisationId = await organisation()
    const ids = []
    for (let n = 0; n < 5; n += 1) ids.push((await made({ organisationId, name: said(`Служба ${n}`) })).id)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const query = { organisationId, limit: 2, ...(cursor ? { cursor } : {}) } as never
      const { body: page } = await w.as(worker)(listServices, { query })
      seen.push(...page.rows.map(row => row.id))
      cursor = page.next
    } while (cursor)
    expect(seen).toEqual(ids)
  })

  test('stands in the order of the language that is asked for', async () => {
    const organisationId = await organisation()
    const both = (en: string, kk: string) => ({
      en: { text: en, state: 'checked' as const },
      kk: { text: kk, state: 'checked' as const },
    })
    const first = await made({ organisationId, name: both('Apple', 'Өрік') })
    const second = await made({ organisationId, name: both('Pear', 'Алма') })
    expect(await found({ organisationId, orderIn: 'en' })).toEqual([first.id, second.id])
    expect(await found({ organisationId, orderIn: 'kk' })).toEqual([second.id, first.id])
  })

  test('of a closed body is off the list, and still there', async () => {
    const one = await made()
    await w.as(keeper)(
      changeOrganisation,
      {
        params: { id: one.organisationId },
        body: { name: said('Служба'), kind: 'social-service', closed: true },
      },
      { ifMatch: '"1"' },
    )
    expect(await found({})).not.toContain(one.id)
    expect((await w.as(worker)(getService, { params: { id: one.id } })).body.organisation.closed).toBe(true)
    const { rows } = (await w.as(worker)(listOrganisations, { query: { limit: 200 } })).body
    expect(rows.find(row => row.id === one.organisationId)).toMatchObject({ closed: true, services: 1 })
  })

  test('says when it is too long since somebody made sure, until somebody does', async () => {
    const one = await made()
    expect(one).toMatchObject({ stale: false, verifiedBy: { id: keeper.accountId } })
    later = 190
    try {
      expect(await found({ stale: 'yes' })).toContain(one.id)
      const lead = await w.somebody('supervisor')
      const checked = await w.as(lead)(verifyService, { params: { id: one.id }, body: { seen: 1 } })
      expect(checked.body).toMatchObject({
        stale: false,
        verifiedOn: localDay(new Date(Date.now() + later * 86_400_000), 'Asia/Almaty'),
        verifiedBy: { id: lead.accountId },
        version: 2,
      })
      // Pressed twice.
      expect(
        (await w.as(lead)(verifyService, { params: { id: one.id }, body: { seen: 1 } })).body.version,
      ).toBe(2)
      expect(await found({ stale: 'yes' })).not.toContain(one.id)
    } finally {
      later = 0
    }
  })

  test('is made once, however often it is sent', async () => {
    const draft = service({ organisationId: await organisation() })
    for (let n = 0; n < 2; n += 1)
      expect((await w.as(keeper)(addService, { body: draft })).body).toMatchObject({
        id: draft.id,
        version: 1,
      })
  })
})

const bytes = (data: unknown) => Uint8Array.from(Buffer.from(JSON.stringify(data)))
const look = (file: Uint8Array<ArrayBuffer>) =>
  w.as(keeper)(previewHsds, { query: { language: 'ru' }, body: file })
const take = (file: Uint8Array<ArrayBuffer>, seen: string) =>
  w.as(keeper)(importHsds, { query: { language: 'ru', seen }, body: file })
const taken = async () => {
  const reply = await w.raw(urlOf(exportHsds, { query: { language: 'ru' } }), {}, worker)
  return JSON.parse(await reply.text()) as { contents: Record<string, unknown>[] }
}
/** As a directory elsewhere would write one. */
const foreign = (over: object = {}) => ({
  id: newId(),
  name: 'Дневной центр',
  status: 'active',
  assured_date: '2026-01-15',
  minimum_age: 4,
  languages: [{ id: newId(), code: 'kk', name: 'Kazakh' }],
  service_areas: [{ id: newId(), name: 'spring district ' }],
  organization: { id: 'a-body-of-theirs', name: 'Их организация', description: 'x', email: 'a@b.example' },
  attributes: [{ id: newId(), taxonomy_term: { id: newId(), name: 'Day care', taxonomy: 'AIRS' } }],
  service_at_locations: [
    {
      id: newId(),
      location: {
        id: newId(),
        location_type: 'physical',
        latitude: 43.2,
        addresses: [{ address_1: 'Абай, 5', city: 'Spring district', state_province: 'KZ-75' }],
      },
      schedules: [
        { id: newId(), freq: 'WEEKLY', byday: 'MO,TU', opens_at: '09:00+05:00', closes_at: '13:00:00' },
        { id: newId(), description: 'Звонить заранее' },
      ],
    },
  ],
  ...over,
})

describe('a file in HSDS', () => {
  test('that was taken out comes back as nothing new, and brings back what was changed', async () => {
    const one = await made({
      description: { ru: said('Что делает').ru, kk: { text: 'Не істейді', state: 'checked' } },
      minAge: 6,
      areas: ['KZ-71'],
      capacity: 'Ten a month',
      costNote: 'Only for the paper',
      cost: 'paid',
      phone: '+7 700 000 00 00',
      places: [
        {
          id: newId(),
          area: 'KZ-75.demo-01',
          address: 'Абай, 1',
          latitude: 43.23891,
          longitude: -76.5,
          hours: [{ days: ['MO', 'WE'], opens: '09:00', closes: '13:00' }],
          hoursNote: 'Перерыв в полдень',
        },
      ],
    })
    const file = await taken()
    const report = (await look(bytes(file))).body
    expect(report).toMatchObject({ fresh: 0, changed: 0, leftOut: 0, faults: [], unread: [] })
    expect(report.same).toBe(file.contents.length)
    const mine = file.contents.find(item => item.id === one.id)
    expect(mine).toMatchObject({ status: 'active', minimum_age: 6 })
    if (mine) mine.minimum_age = 7
    const changed = (await look(bytes(file))).body
    expect(changed).toMatchObject({ fresh: 0, changed: 1 })
    expect((await take(bytes(file), changed.seen)).body).toMatchObject({ changed: 1 })
    const {
      version: _,
      updatedAt,
      minAge,
      ...rest
    } = (await w.as(keeper)(getService, { params: { id: one.id } })).body
    expect(minAge).toBe(7)
    const { version, updatedAt: before, minAge: old, verifiedBy, ...was } = one
    expect(rest).toEqual(was)
  })

  test('of others is read: areas by name, texts in the language of the file, unknown words named', async () => {
    const item = foreign()
    const file = bytes({ contents: [item] })
    const report = (await look(file)).body
    expect(report).toMatchObject({ fresh: 1, faults: [], unread: ['Day care'] })
    expect(await found({})).not.toContain(item.id)
    expect((await take(file, report.seen)).status).toBe(200)
    expect((await w.as(worker)(getService, { params: { id: item.id } })).body).toMatchObject({
      name: { ru: { text: 'Дневной центр' } },
      organisation: { name: { ru: { text: 'Их организация' } }, kind: 'ngo' },
      areas: ['KZ-75.demo-01'],
      languages: ['kk'],
      verifiedOn: '2026-01-15',
      places: [
        {
          area: 'KZ-75.demo-01',
          address: 'Абай, 5',
          latitude: 43.2,
          hours: [{ days: ['MO', 'TU'], opens: '09:00', closes: '13:00' }],
          hoursNote: 'Звонить заранее',
        },
      ],
    })
    // As organisations with their services, which HSDS writes too.
    const { organization, ...inside } = foreign()
    const other = { organizations: [{ ...organization, services: [inside] }] }
    expect((await look(bytes(other))).body).toMatchObject({ fresh: 1, faults: [] })
  })

  test('names what is wrong by row and leaves that row out, and takes nothing that was not seen', async () => {
    const good = foreign()
    const file = bytes([
      good,
      foreign({ id: good.id }),
      foreign({ status: 'somehow' }),
      foreign({ service_areas: [{ id: newId(), name: 'Atlantis' }] }),
      foreign({ minimum_age: 9, maximum_age: 3 }),
      'no service',
    ])
    const report = (await look(file)).body
    expect(report.rows.map(row => row.outcome)).toEqual(['new', ...Array(5).fill('left-out')])
    expect(report.faults.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual(
      expect.arrayContaining(['2 /id twice', '4 /areas area-unknown', '5 /maxAge period-reversed']),
    )
    expect(new Set(report.faults.map(one => one.row))).toEqual(new Set([2, 3, 4, 5, 6]))
    expect((await take(bytes([foreign()]), report.seen)).body.code).toBe('import-changed')
    for (const broken of [new Uint8Array(), bytes(7), bytes({ name: 'x' }), Uint8Array.from([0xff, 0x7b])]) {
      expect((await look(broken)).body.code).toBe('hsds-unreadable')
    }
  })

  test('may hold anything, and is answered', () => {
    const cell = fc.oneof(anyText({ maxLength: 20 }), fc.constantFrom(null, 5, [], {}, 'KZ-75', 'active'))
    const keys = [
      'id',
      'name',
      'status',
      'organization',
      'service_areas',
      'attributes',
      'service_at_locations',
    ]
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.constantFrom(...keys), cell), { maxLength: 4 }), items => {
        const merged = items.map(item => ({ ...foreign(), ...item }))
        const rows = readHsds(merged, { language: 'ru', findArea: code => code })
        expect(rows).toHaveLength(items.length)
        for (const row of rows ?? []) expect(row.service === undefined).toBe(row.faults.length > 0)
      }),
    )
  })
})
