/** Libraries elsewhere: who may name them, what their answers may be like, and what is kept of them. Our own provider is one. */
import {
  addLibrary,
  changeLibrary,
  listExternal,
  listLibraries,
  lookAtLibrary,
  removeLibrary,
} from '@kerege/contract/practices/libraries/routes'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../../platform/ids.ts'
import { type Outside, OutsideError } from '../../../../platform/outside.ts'
import type { Somebody } from '../../../../testing/world.ts'
import { type Library, library, practiceContent } from '../../testing/library.ts'
import { visitors } from '../testing/visitors.ts'
import { HarvestError, readList } from './answer.ts'
import { harvestAll } from './ask.ts'
import { lookAtNext } from './clock.ts'
import { anyText } from '@kerege/contract/testing/anyText'

let l: Library
let reader: Somebody
let clock = Date.parse('2026-11-26T08:00:00Z')
beforeAll(async () => {
  l = await library({ now: () => new Date(clock) })
  reader = await l.of('KZ')
}, 60_000)
afterAll(() => l.w.close())
beforeEach(async () => {
  await l.w.admin.query('delete from practices.libraries')
  asked = []
})

const add = (who: Somebody | null, over: object = {}) =>
  l.w.as(who)(addLibrary, {
    body: { id: newId(), name: 'Library of others', url: 'https://library.example/oai', ...over },
  })
const rows = async (query: object = {}) =>
  (await l.w.as(reader)(listExternal, { query: { limit: 100, ...query } as never })).body.rows
const one = async () => (await l.w.as(reader)(listLibraries, {})).body.rows[0]

let asked: string[]
type Answer = string | Error
/** Plays the library: an answer for each question in turn, the last one for ever. */
const plays = (...answers: Answer[]): Outside => ({
  async get(url) {
    asked.push(url)
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer instanceof Error) throw answer
    return answer ?? ''
  },
})
const record = (id: string, title = `Title ${id}`, dc = '') =>
  `<record><header><identifier>${id}</identifier><datestamp>2026-01-01</datestamp></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title>${dc}</oai_dc:dc></metadata></record>`
const gone = (id: string) =>
  `<record><header status="deleted"><identifier>${id}</identifier><datestamp>2026-01-02</datestamp></header></record>`
const list = (inside: string, at = '2026-11-26T07:59:00Z') =>
  `<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>${at}</responseDate><request>x</request>${inside}</OAI-PMH>`
const part = (records: string, token?: string, at?: string) =>
  list(
    `<ListRecords>${records}${token === undefined ? '' : `<resumptionToken>${token}</resumptionToken>`}</ListRecords>`,
    at,
  )
const error = (code: string) => list(`<error code="${code}">words</error>`)
const look = (outside: Outside) => lookAtNext(l.w.running.node, outside)

describe('refused', () => {
  test('nobody names a library, nor does who only reads', async () => {
    expect((await add(null)).status).toBe(401)
    expect((await add(reader)).body.code).toBe('not-allowed')
    expect((await l.w.as(null)(listExternal, { query: {} as never })).status).toBe(401)
  })
  test.each([
    'http://127.0.0.1/oai',
    'http://10.1.2.3/oai',
    'http://[::1]/oai',
    'http://localhost:5432/oai',
    'http://printer.local/oai',
    'http://db.internal/',
    'https://library.example/oai?verb=Identify',
    'https://user@library.example/oai',
    'ftp://library.example/oai',
    'javascript:alert(1)',
  ])('the address %s', async url => {
    const reply = await add(l.moderator, { url })
    expect(reply.status).toBe(422)
    expect(reply.body).toMatchObject({ faults: [{ pointer: '/url' }] })
  })
  test('the same library twice, a change on an old copy, one that is not there', async () => {
    const id = newId()
    expect((await add(l.moderator, { id })).status).toBe(201)
    expect((await add(l.moderator, { id })).status).toBe(201)
    expect((await add(l.moderator)).body.code).toBe('library-there')
    const change = (version: number, of = id) =>
      l.w.as(l.moderator)(changeLibrary, {
        params: { id: of },
        body: { version, name: 'Other', watched: false, everyHours: 48 },
      })
    expect((await change(1)).body.rows[0]).toMatchObject({ name: 'Other', watched: false, version: 2 })
    expect((await change(1)).body.code).toBe('stale-version')
    expect((await change(1, newId())).body.code).toBe('not-found')
    expect(await look(plays(part(record('a'))))).toBe('nothing-due')
  })
})

describe('by the clock', () => {
  test('takes a list in parts, keeps links with their source, and learns what is gone', async () => {
    await add(l.moderator, { set: 'practices:all' })
    const first = part(
      record(
        'a',
        'Қайту жолы',
        '<dc:identifier>urn:x</dc:identifier><dc:identifier>https://library.example/a</dc:identifier><dc:creator>UNICEF</dc:creator><dc:language>kk</dc:language>',
      ) +
        record('b') +
        record('b', 'Title b, corrected'),
      'next one',
    )
    expect(await look(plays(first, part(record('c') + gone('zz'))))).toBe('whole')
    expect(asked).toEqual([
      'https://library.example/oai?verb=ListRecords&metadataPrefix=oai_dc&set=practices%3Aall',
      'https://library.example/oai?verb=ListRecords&resumptionToken=next+one',
    ])
    expect((await rows()).map(row => row.title)).toEqual(['Title b, corrected', 'Title c', 'Қайту жолы'])
    expect((await rows({ q: 'қайту' }))[0]).toMatchObject({
      title: 'Қайту жолы',
      url: 'https://library.example/a',
      creators: ['UNICEF'],
      library: { name: 'Library of others' },
    })
    expect(await rows({ q: "zzz'%_" })).toHaveLength(0)
    expect(await one()).toMatchObject({
      records: 3,
      takenAt: '2026-11-26T08:00:00.000Z',
      dueAt: '2026-11-27T08:00:00.000Z',
    })
    expect(await look(plays(part('')))).toBe('nothing-due')
    clock += 24 * 3_600_000
    expect(await look(plays(part(gone('a'), undefined, '2026-11-27T08:00:00Z')))).toBe('whole')
    // From the day of the last whole look: by days, which every library understands.
    expect(asked.at(-1)).toContain('from=2026-11-26')
    expect((await rows()).map(row => row.title)).not.toContain('Қайту жолы')
  })

  test('goes on where a look ended, also after the line broke', async () => {
    await add(l.moderator)
    const away = new OutsideError('away')
    expect(await look(plays(part(record('a'), 't1'), away))).toBe('failed')
    expect(await one()).toMatchObject({ fault: 'away', records: 1 })
    clock += 3_600_000
    expect(await look(plays(part(record('b'))))).toBe('whole')
    expect(asked.at(-1)).toContain('resumptionToken=t1')
    expect((await one())?.fault).toBeUndefined()
    expect(await rows()).toHaveLength(2)
  })

  test('begins anew with a token that is not known any more, and pauses longer with every fault', async () => {
    await add(l.moderator)
    expect(await look(plays(part(record('a'), 't1'), error('badResumptionToken')))).toBe('failed')
    expect(await one()).toMatchObject({ fault: 'bad-token' })
    const pauses: number[] = []
    for (let n = 0; n < 4; n += 1) {
      const due = Date.parse((await one())?.dueAt ?? '')
      pauses.push((due - clock) / 3_600_000)
      clock = due
      await look(plays('<html>not a library</html>'))
    }
    expect(pauses).toEqual([1, 2, 4, 8])
    expect(asked.filter(url => url.includes('resumptionToken'))).toHaveLength(1)
    expect(await one()).toMatchObject({ fault: 'not-oai', records: 1 })
    // Whoever mends it over there need not wait.
    const { id = '' } = (await one()) ?? {}
    expect((await l.w.as(reader)(lookAtLibrary, { params: { id } })).body.code).toBe('not-allowed')
    await l.w.as(l.moderator)(lookAtLibrary, { params: { id } })
    expect(await look(plays(part(record('a'))))).toBe('whole')
  })

  test('ends at a list that goes round, and at one without an end', async () => {
    await add(l.moderator)
    expect(await look(plays(part(record('a'), 'same')))).toBe('whole')
    expect(asked).toHaveLength(2)
    await l.w.admin.query("update practices.libraries set due_at = now() - interval '10 years'")
    let n = 0
    const endless: Outside = { get: async () => part(record(`r${n}`), `t${n++}`) }
    expect(await look(endless)).toBe('more')
    expect(n).toBe(20)
    expect(await look(endless)).toBe('more')
  })

  test('a library that is forgotten takes its records along', async () => {
    await add(l.moderator)
    await look(plays(part(record('a'))))
    const { id = '' } = (await one()) ?? {}
    expect(
      (await l.w.as(reader)(removeLibrary, { params: { id }, body: { reason: 'No more' } })).body.code,
    ).toBe('not-allowed')
    expect(
      (await l.w.as(l.moderator)(removeLibrary, { params: { id }, body: { reason: 'It is closed' } })).body
        .rows,
    ).toEqual([])
    expect(await rows()).toEqual([])
  })
})

describe('an answer', () => {
  test('is read with whatever prefixes; what makes no sense is left out and counted', () => {
    const text = part(
      record('a') +
        '<record><header/></record>' +
        record('', 'no identifier') +
        record('b', '') +
        '<record><header><identifier>c</identifier></header></record>',
    )
    expect(readList(text)).toMatchObject({ leftOut: 4, records: [{ identifier: 'a', title: 'Title a' }] })
    expect(
      readList(text.replaceAll('oai_dc:dc', 'x:dc').replaceAll('xmlns:oai_dc', 'xmlns:x')).records,
    ).toHaveLength(1)
  })
  test.each([
    ['', 'not-oai'],
    ['<html>', 'not-oai'],
    [
      '<!DOCTYPE a [<!ENTITY x "y">]><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">&x;</OAI-PMH>',
      'not-oai',
    ],
    [`${'<a>'.repeat(5000)}`, 'not-oai'],
    [list('<Identify/>'), 'not-oai'],
    [part(record('a')).slice(0, -20), 'not-oai'],
    [error('badArgument'), 'refused'],
    [error('badResumptionToken'), 'bad-token'],
  ])('that is none: %s', (text, fault) => {
    try {
      readList(text)
      throw new Error('it was read')
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(HarvestError)
      expect((thrown as HarvestError).fault).toBe(fault)
    }
  })
  test('without records is an empty list; letters that XML forbids do not spoil the rest', () => {
    expect(readList(error('noRecordsMatch')).records).toEqual([])
    expect(readList(part(record('a', 'x\u0001\u0008y'))).records[0]?.title).toBe('xy')
  })
  test('never gives an address that is none of the web', () => {
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      'http://a b',
      'https://x"onclick',
      ' ftp://x',
    ]) {
      const dc = `<dc:identifier>${bad.replaceAll('"', '&quot;')}</dc:identifier>`
      expect([bad, readList(part(record('a', 'T', dc))).records[0]?.url]).toEqual([bad, null])
    }
  })
  test('of any letters is read or refused, and nothing else happens', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 200 }), text => {
        for (const whole of [text, part(text), part(record('a', text))]) {
          try {
            for (const found of readList(whole).records) expect(found.title).not.toMatch(/[\p{Cc}\u202e]/u)
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(HarvestError)
          }
        }
      }),
    )
  })
})

test('our own provider is harvested whole by our own harvester', async () => {
  const author = await l.of('UZ')
  for (let n = 0; n < 120; n += 1)
    await l.published(author, { audience: 'public', content: practiceContent(`Shared ${n}`) })
  const page = visitors(l.w)
  const outside: Outside = { get: async url => (await page(url.slice('http://localhost:4999'.length))).text }
  const titles: string[] = []
  for await (const answer of harvestAll(outside, {
    url: 'http://localhost:4999/public/oai',
    set: 'country:TJ',
  })) {
    expect(answer.leftOut).toBe(0)
    titles.push(...answer.records.map(found => found.title))
  }
  expect(titles).toHaveLength(120)
  expect(new Set(titles).size).toBe(120)
})
