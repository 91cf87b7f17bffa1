/** The door for harvesters: faults first, then a small strict client that takes everything and learns of everything that left. */
import { languages, type MultiText } from '@kerege/contract/common'
import { practiceSymbol } from '@kerege/contract/practices/rules'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  childOf,
  elementsOf,
  findElement,
  readXml,
  wordsOf,
  type XmlElement,
} from '../../../../platform/xmlTree.ts'
import type { Somebody } from '../../../../testing/world.ts'
import { type Library, library, practiceContent } from '../../testing/library.ts'
import { openOaiSchema } from '../testing/oaiSchema.ts'
import { visitors } from '../testing/visitors.ts'
import { isFaults, readAsked } from './asked.ts'

let l: Library
let author: Somebody
let page: ReturnType<typeof visitors>
const schema = openOaiSchema()
let clock = Date.now()

beforeAll(async () => {
  l = await library({ now: () => new Date(clock) })
  author = await l.of('TJ')
  page = visitors(l.w)
}, 60_000)
afterAll(async () => {
  schema.close()
  await l.w.close()
})

/** Every answer of this file is held against the schema. */
async function ask(query: string | Record<string, string>, init?: RequestInit): Promise<XmlElement> {
  const suffix = typeof query === 'string' ? query : String(new URLSearchParams(query))
  const { text, status, response } = init
    ? await page('/public/oai', init)
    : await page(`/public/oai${suffix === '' ? '' : `?${suffix}`}`)
  expect(status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(schema.faultsOf(text)).toEqual([])
  return readXml(text)
}
const codes = (answer: XmlElement) =>
  elementsOf(answer)
    .filter(one => one.name === 'error')
    .map(one => one.attributes.code)
const all = (within: XmlElement, name: string): XmlElement[] =>
  elementsOf(within).flatMap(one => (one.name === name ? [one] : all(one, name)))
const textOf = (within: XmlElement, name: string) => {
  const found = findElement(within, name)
  return found ? wordsOf(found) : undefined
}
const idOf = (number: number) => `oai:localhost:${practiceSymbol(number)}`

/** Takes a list whole, as a harvester does. */
async function take(verb: string, more: Record<string, string> = {}) {
  const headers: { identifier: string; deleted: boolean; datestamp: string; sets: string[] }[] = []
  let answer = await ask({ verb, metadataPrefix: 'oai_dc', ...more })
  let parts = 1
  for (;;) {
    for (const header of all(answer, 'header'))
      headers.push({
        identifier: textOf(header, 'identifier') ?? '',
        datestamp: textOf(header, 'datestamp') ?? '',
        deleted: header.attributes.status === 'deleted',
        sets: all(header, 'setSpec').map(wordsOf),
      })
    const token = textOf(answer, 'resumptionToken') ?? ''
    if (token === '') return { headers, parts, answer }
    answer = await ask({ verb, resumptionToken: token })
    parts += 1
  }
}

test('an empty library has no records, and says who it is', async () => {
  expect(codes(await ask('verb=ListRecords&metadataPrefix=oai_dc'))).toEqual(['noRecordsMatch'])
  const identify = await ask('verb=Identify')
  expect(textOf(identify, 'baseURL')).toBe('http://localhost:4999/public/oai')
  expect(textOf(identify, 'deletedRecord')).toBe('persistent')
  expect(textOf(identify, 'granularity')).toBe('YYYY-MM-DDThh:mm:ssZ')
})

describe('what the protocol does not know', () => {
  test.each([
    ['', ['badVerb']],
    ['verb=Nothing', ['badVerb']],
    ['verb=Identify&verb=Identify', ['badVerb']],
    ['verb=identify', ['badVerb']],
    ['verb=Identify&set=x', ['badArgument']],
    ['verb=Identify&lang=kk', ['badArgument']],
    ['verb=ListRecords', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=marc21', ['cannotDisseminateFormat']],
    ['verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026', ['badArgument']],
    ['verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-02-30', ['badArgument']],
    ['verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-01-01T00:00:00%2B05:00', ['badArgument']],
    ['verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-01-02&until=2026-01-01', ['badArgument']],
    [
      'verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-02T00:00:00Z',
      ['badArgument'],
    ],
    ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x', ['badArgument']],
    ['verb=ListRecords&resumptionToken=x', ['badResumptionToken']],
    ['verb=ListSets&resumptionToken=x', ['badResumptionToken']],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=nothing:here', ['noRecordsMatch']],
    ['verb=ListRecords&metadataPrefix=oai_dc&until=1999-01-01', ['noRecordsMatch']],
    ['verb=GetRecord', ['badArgument', 'badArgument']],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:PR-9999', ['idDoesNotExist']],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:elsewhere:PR-0001', ['idDoesNotExist']],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=%27%22%3C%3E', ['idDoesNotExist']],
    ['verb=GetRecord&metadataPrefix=x&identifier=oai:localhost:PR-9999', ['cannotDisseminateFormat']],
    ['verb=ListMetadataFormats&identifier=oai:localhost:PR-9999', ['idDoesNotExist']],
  ])('%s', async (query, expected) => {
    // A value that is no address or no set cannot stand in the echo of the request: the schema would refuse it.
    expect(codes(await ask(query))).toEqual(expected)
  })

  test('any arguments at all are answered, and never by half', () => {
    const names = ['verb', 'metadataPrefix', 'from', 'until', 'set', 'identifier', 'resumptionToken', 'x']
    const values = [
      'Identify',
      'ListRecords',
      'GetRecord',
      'oai_dc',
      '2026-01-01',
      '2026-01-01T00:00:00Z',
      '',
      'domain:law',
      '\0',
    ]
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(fc.constantFrom(...values), fc.string()))),
        pairs => {
          const asked = readAsked(new URLSearchParams(pairs))
          if (isFaults(asked)) expect(asked.length).toBeGreaterThan(0)
          else expect(pairs.filter(([name]) => name === 'verb')).toHaveLength(1)
        },
      ),
    )
  })
})

describe('a harvester', () => {
  test('takes a record with its texts in every language', async () => {
    const title = Object.fromEntries(
      languages.map(one => [one, { text: `Мектеп <&> ${one}`, state: 'checked' }]),
    ) as MultiText
    const { number } = await l.published(author, {
      audience: 'public',
      content: practiceContent('x', {
        texts: { title },
        facts: { sources: [{ title: 'A report', url: 'https://news.example/?a=1&b=2' }] },
      }),
    })
    const answer = await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${idOf(number)}`)
    expect(all(answer, 'title').map(one => [one.attributes.lang, wordsOf(one)])).toEqual(
      languages.map(one => [one, `Мектеп <&> ${one}`]),
    )
    expect(all(answer, 'identifier').map(wordsOf)).toEqual([
      idOf(number),
      `http://localhost:4999/public/practices/${practiceSymbol(number)}`,
      practiceSymbol(number),
    ])
    expect(all(answer, 'setSpec').map(wordsOf)).toEqual(
      expect.arrayContaining(['domain:education', 'country:TJ', 'language:uz']),
    )
    expect(textOf(answer, 'rights')).toBe('https://creativecommons.org/licenses/by/4.0/')
    expect(all(answer, 'creator').map(wordsOf)).not.toContain(author.name)
    const request = childOf(answer, 'request')
    expect(request?.attributes).toMatchObject({ verb: 'GetRecord', identifier: idOf(number) })
  })

  test('asks by a form, too', async () => {
    const form = (body: string, type = 'application/x-www-form-urlencoded') =>
      ask('', {
        method: 'POST',
        body,
        headers: { 'content-type': type, 'content-length': String(body.length) },
      })
    expect(textOf(await form('verb=Identify'), 'protocolVersion')).toBe('2.0')
    expect(codes(await form('{"verb":"Identify"}', 'application/json'))).toEqual(['badVerb'])
    const long = 'x'.repeat(20_000)
    const refused = await page('/public/oai', {
      method: 'POST',
      body: long,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(long.length) },
    })
    expect(refused.status).toBe(413)
  })

  test('takes a long list in parts, each once, and by the hour', async () => {
    for (let at = 0; at < 240; at += 1) await l.published(author, { audience: 'public' })
    const { headers, parts, answer } = await take('ListRecords')
    expect(parts).toBe(3)
    expect(new Set(headers.map(one => one.identifier)).size).toBe(headers.length)
    expect(headers).toHaveLength(241)
    const token = findElement(answer, 'resumptionToken')
    expect(token?.attributes).toEqual({ completeListSize: '241', cursor: '200' })
    expect((await take('ListIdentifiers')).headers).toEqual(headers)
    expect((await take('ListIdentifiers', { set: 'language:uz' })).headers).toHaveLength(1)
    expect((await take('ListIdentifiers', { from: headers[0]?.datestamp ?? '' })).headers.length).toBe(241)
    expect((await take('ListIdentifiers', { until: '2199-12-31', set: 'country:TJ' })).headers.length).toBe(
      241,
    )
  })

  test('may not go on with a token of another list, of another node, or of the day before', async () => {
    const first = await ask('verb=ListRecords&metadataPrefix=oai_dc')
    const resumptionToken = textOf(first, 'resumptionToken') ?? ''
    expect(resumptionToken).not.toBe('')
    const resume = async (verb: string, token: string) => codes(await ask({ verb, resumptionToken: token }))
    expect(await resume('ListRecords', resumptionToken)).toEqual([])
    expect(await resume('ListIdentifiers', resumptionToken)).toEqual(['badResumptionToken'])
    const middle = resumptionToken.length >> 1
    const other = resumptionToken[middle] === 'A' ? 'B' : 'A'
    expect(
      await resume(
        'ListRecords',
        resumptionToken.slice(0, middle) + other + resumptionToken.slice(middle + 1),
      ),
    ).toEqual(['badResumptionToken'])
    clock += 25 * 3_600_000
    expect(await resume('ListRecords', resumptionToken)).toEqual(['badResumptionToken'])
    clock -= 25 * 3_600_000
  })

  test.each([
    ['retracted', "state = 'retracted', retracted_reason = 'It did harm'"],
    ['archived', "state = 'archived'"],
    ['closed', "audience = 'council'"],
  ])('learns that a practice was %s, and of its texts nothing more', async (_, change) => {
    const { id, number } = await l.published(author, {
      audience: 'public',
      content: practiceContent('Takenback'),
    })
    const before = await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${idOf(number)}`)
    expect(textOf(before, 'title')).toBe('Takenback')
    await l.w.admin.query(`update practices.practices set ${change} where id = $1`, [id])
    const after = await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${idOf(number)}`)
    expect(findElement(after, 'header')?.attributes.status).toBe('deleted')
    expect(findElement(after, 'metadata')).toBeUndefined()
    const { headers } = await take('ListIdentifiers')
    expect(headers.find(one => one.identifier === idOf(number))?.deleted).toBe(true)
  })

  test('is not told again of what is only on its way to a next edition', async () => {
    const { id, number } = await l.published(author, { audience: 'public' })
    await l.w.admin.query(
      "update practices.harvestable set changed_at = '2026-01-01T00:00:00Z' where practice_id = $1",
      [id],
    )
    await l.w.admin.query(
      "update practices.practices set state = 'submitted', version = version + 1, updated_at = now() where id = $1",
      [id],
    )
    const answer = await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${idOf(number)}`)
    expect(textOf(answer, 'datestamp')).toBe('2026-01-01T00:00:00Z')
    expect(findElement(answer, 'metadata')).toBeDefined()
  })

  test('is given letters that XML does not know left out', async () => {
    const { number } = await l.published(author, {
      audience: 'public',
      content: practiceContent('x', {
        texts: { title: { en: { text: 'a\u0001b\ufffe]]>&lt;', state: 'checked' } } },
      }),
    })
    expect(
      textOf(await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${idOf(number)}`), 'title'),
    ).toBe('ab]]>&lt;')
  })
})
