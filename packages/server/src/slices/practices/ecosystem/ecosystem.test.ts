/** Practices as anybody reads them: what must not be there first, then pages, feeds, citations, search and the map of the site. */
import { type Language, languages, type MultiText } from '@kerege/contract/common'
import { adoptPractice, reportAdoption } from '@kerege/contract/practices/adoption/routes'
import { type PracticeContent, textFields } from '@kerege/contract/practices/content'
import type { Audience } from '@kerege/contract/practices/rules'
import { practiceSymbol } from '@kerege/contract/practices/rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { type Somebody, worldOfTest } from '../../../testing/world.ts'
import { type Library, library, practiceContent } from '../testing/library.ts'
import { visitors } from './testing/visitors.ts'

let l: Library
let author: Somebody
let page: ReturnType<typeof visitors>
const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)> \u2028 ]]> {'

beforeAll(async () => {
  l = await library()
  author = await l.of('TJ')
  page = visitors(l.w)
}, 60_000)
afterAll(() => l.w.close())

const seven = (text: string): MultiText =>
  Object.fromEntries(languages.map(one => [one, { text: `${text} ${one}`, state: 'checked' as const }]))

const make = (
  title: string,
  audience: Audience = 'public',
  content: PracticeContent = practiceContent(title),
) => l.published(author, { audience, content })
const addressOf = (number: number) => `/public/practices/${practiceSymbol(number)}`

/** Everything of practices that anybody can have, as one text. */
async function everywhere(words: string): Promise<string> {
  const paths = [
    '/public/practices',
    '/public/practices?domain=education&country=TJ&in=en',
    '/public/practices.atom',
    '/public/practices.bib',
    '/public/practices.ris',
    '/public/practices.json',
    '/public/practices.gost.txt',
    '/public/practices.apa.txt',
    '/public/oai?verb=ListRecords&metadataPrefix=oai_dc',
    '/sitemap.xml',
    '/public/sitemap/practices-1.xml',
    `/public/search?q=${encodeURIComponent(words)}`,
  ]
  const texts = await Promise.all(paths.map(path => page(path)))
  return texts
    .map(one => one.text.replaceAll(`value="${words}"`, '').replaceAll(`q=${encodeURIComponent(words)}`, ''))
    .join('\n')
}

describe('nobody reads', () => {
  test.each(['state', 'council', 'practitioners'] as const)(
    'what is for %s only, or that it is there',
    async audience => {
      const { number, id } = await make(`Closed${audience}`, audience)
      expect(await everywhere(`Closed${audience}`)).not.toMatch(
        new RegExp(`Closed${audience}|${practiceSymbol(number)}|${id}`),
      )
      const absent = await page('/public/practices/PR-9999')
      for (const path of [addressOf(number), `${addressOf(number)}/1`, `${addressOf(number)}/1/cite.bib`]) {
        const found = await page(path)
        expect(found.status).toBe(404)
        expect({ ...JSON.parse(found.text), reference: '' }).toEqual({
          ...JSON.parse(absent.text),
          reference: '',
        })
      }
      const record = `/public/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:${practiceSymbol(number)}`
      expect((await page(record)).text).toContain('idDoesNotExist')
      const rows = await l.w.admin.query('select 1 from practices.harvestable where practice_id = $1', [id])
      expect(rows.rowCount).toBe(0)
    },
  )

  test('a draft, nor what its author writes for the next edition', async () => {
    const { id, number } = await make('Edition as published')
    await l.w.admin.query(
      "update practices.practices set content = jsonb_set(content, '{texts,title,en,text}', '\"Nextedition\"'), state = 'review' where id = $1",
      [id],
    )
    expect(await everywhere('Nextedition')).not.toContain('Nextedition')
    const { text } = await page(addressOf(number))
    expect(text).toContain('Edition as published')
    expect(text).not.toContain('Nextedition')
    await l.w.admin.query(
      `insert into practices.practices (id, audience, licence, country, author_id, agency_id, content, created_at, updated_at)
       values ($1, 'public', 'CC-BY-4.0', 'TJ', $2, $3, $4, now(), now())`,
      [newId(), author.accountId, author.agencyId, JSON.stringify(practiceContent('Draftedonly'))],
    )
    expect(await everywhere('Draftedonly')).not.toContain('Draftedonly')
  })

  test('who wrote it', async () => {
    const { number } = await make('Whose name is nobody’s business')
    expect((await page(addressOf(number))).text).not.toContain(author.name)
    expect(await everywhere('business')).not.toContain(author.name)
  })

  test('any more what was closed again, in lists, search and feeds', async () => {
    const { id, number } = await make('Closedagain')
    expect(await everywhere('Closedagain')).toContain('Closedagain')
    await l.w.admin.query("update practices.practices set audience = 'council' where id = $1", [id])
    expect(await everywhere('Closedagain')).not.toContain('Closedagain')
    expect((await page(addressOf(number))).status).toBe(404)
  })

  test('any of it at a national node, which asks every robot to stay away', async () => {
    const national = await worldOfTest()
    for (const path of ['/public/practices', '/public/oai?verb=Identify', '/sitemap.xml']) {
      expect((await national.raw(path)).status).toBe(404)
    }
    expect(await (await national.raw('/robots.txt')).text()).toBe('User-agent: *\nDisallow: /\n')
  })

  test.each(['PR-1', 'PR-00001', 'PR-0001x', 'pr-0001', '../../etc', "PR-0001'--", '%00', 'PR-9999999999'])(
    'a name like %s',
    async name => {
      expect((await page(`/public/practices/${encodeURIComponent(name)}`)).status).toBe(404)
    },
  )
})

describe('the page of a practice', () => {
  test.each(languages)('comes whole and small in %s', async language => {
    const content = practiceContent('x', {
      texts: Object.fromEntries(
        textFields.map(field => [field, seven(`Text of ${field}`)]),
      ) as PracticeContent['texts'],
      facts: {
        settings: ['school', 'detention'],
        audience: ['young-people'],
        cost: 'low',
        weeks: 12,
        since: 2021,
        figures: [{ label: seven('Children'), value: '41', source: 'Report' }],
        sources: [{ title: 'A report', url: 'https://news.example/1', year: 2024 }],
      },
    })
    const { number } = await make('x', 'public', content)
    for (const path of [
      '/public/practices',
      addressOf(number),
      `${addressOf(number)}/1`,
      '/public/practices/themes',
    ]) {
      const { text, response } = await page(`${path}?lang=${language}`, {
        headers: { 'accept-language': 'de' },
      })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-language')).toBe(language)
      for (const other of languages) expect(text).toContain(`hreflang="${other}"`)
      expect(text.match(/<h1[ >]/g)).toHaveLength(1)
      expect(Buffer.byteLength(text)).toBeLessThan(66_000)
      expect(text).not.toContain('undefined')
    }
    const { text } = await page(`${addressOf(number)}?lang=${language}`)
    for (const field of textFields) expect(text).toContain(`Text of ${field} ${language}`)
    expect(text).toContain('Why evidence')
    expect(text).toContain('Copy the conversation before the test')
  })

  test('says in how many places it was tried and worked, and nothing of what they said', async () => {
    const { id, number } = await make('Tried elsewhere')
    expect((await page(addressOf(number))).text).toContain('Nobody has reported a trial yet.')
    for (const [place, state] of [
      ['Samarkand', 'worked'],
      ['Termez', 'stopped'],
    ] as const) {
      const who = await l.of('UZ')
      const adopted = await l.w.as(who)(adoptPractice, {
        params: { id },
        body: {
          ...{ id: newId(), reportId: newId(), by: 'organisation', country: 'UZ', place },
          ...{ since: '2026-09-01', words: 'Two schools have begun', language: 'en' },
        },
      })
      const said = { id: newId(), state, words: 'Said in confidence', language: 'en' as const }
      await l.w.as(who)(reportAdoption, { params: { id: adopted.body.id }, body: said })
    }
    for (const path of [addressOf(number), `${addressOf(number)}/1`]) {
      const { text } = await page(path)
      expect(text).toContain('Tried in places: 2')
      expect(text).toContain('Worked in places: 1')
      expect(text).not.toMatch(/Samarkand|Termez|Two schools|in confidence/)
    }
  })

  test('however long its texts are, comes in parts of less than 100 KB that hold all of it', async () => {
    const long = (field: string) => ({
      ru: { text: `${field} ${'«Дети» & "школа" '.repeat(580)}`.slice(0, 9_990), state: 'checked' as const },
    })
    const content = practiceContent('x', {
      texts: Object.fromEntries(textFields.map(field => [field, long(field)])) as PracticeContent['texts'],
    })
    const { number } = await make('x', 'public', content)
    let whole = ''
    for (let part = 1; part < 20; part += 1) {
      const { text } = await page(`${addressOf(number)}?lang=ru&part=${part}`)
      expect(Buffer.byteLength(text)).toBeLessThan(100_000)
      whole += text
      if (!text.includes('rel="next"')) break
    }
    for (const field of textFields.filter(one => one !== 'title')) expect(whole).toContain(`id="${field}"`)
  })

  test('shows hostile text as text, in head and data too', async () => {
    const hostile: MultiText = { en: { text: evil, state: 'checked' } }
    const content = practiceContent('x', {
      texts: Object.fromEntries(textFields.map(field => [field, hostile])) as PracticeContent['texts'],
      facts: {
        sources: [{ title: evil.replaceAll('\u2028', ''), url: 'https://news.example/?a=1&b=2' }],
        themes: [],
      },
    })
    const { number, id } = await make('x', 'public', content)
    await l.w.admin.query('update practices.practices set organisation = $2 where id = $1', [
      id,
      JSON.stringify(hostile),
    ])
    for (const path of [addressOf(number), '/public/practices', '/public/search?q=alert']) {
      const { text, response } = await page(path)
      expect(response.status).toBe(200)
      expect(text).toContain('&lt;script&gt;')
      const blocks = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)]
      expect(blocks).toHaveLength(path === addressOf(number) ? 1 : 0)
      for (const block of blocks)
        expect((JSON.parse(block[1] ?? '') as { name: string }).name).toContain('<script>')
      // A piece that the search found, perhaps cut, with its marks: a paragraph that holds no sign of a tag.
      const rest = text
        .replaceAll(/<\/?mark>/g, '')
        .replaceAll(/<p lang="\w\w">[^<>"]*<\/p>/g, '')
        .replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')
        .replace(/&quot;&gt;&lt;script.*?alert\(1\)&gt;/g, '')
      expect(/<script|<img|<iframe|\son\w+=|\sstyle=|javascript:/i.exec(rest)?.[0]).toBeUndefined()
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
    }
    await l.w.admin.query("update practices.practices set audience = 'council' where id = $1", [id])
  })

  test('says in its head what indexes ask for', async () => {
    const { number } = await make('Found by indexes')
    const { text } = await page(`${addressOf(number)}?lang=kk`)
    expect(text).toContain(`<link rel="canonical" href="http://localhost:4999${addressOf(number)}">`)
    expect(text).toContain('<meta name="DC.title" content="Found by indexes" lang="en">')
    expect(text).toContain('<meta name="citation_title" content="Found by indexes">')
    const data = JSON.parse(/ld\+json">(.*?)<\/script>/.exec(text)?.[1] ?? '') as Record<string, unknown>
    expect(data).toMatchObject({
      '@type': 'Report',
      name: 'Found by indexes',
      inLanguage: ['en'],
      version: '1',
    })
  })

  test('of an edition stays what it was, and says that there is a newer one', async () => {
    const { id, number } = await make('First edition')
    const second = newId()
    await l.w.admin.query('begin')
    await l.w.admin.query(
      `insert into practices.editions (id, practice_id, number, content, published_at, review)
       select $1, practice_id, 2, jsonb_set(content, '{texts,title,en,text}', '"Second edition"'), now(), review from practices.editions where practice_id = $2`,
      [second, id],
    )
    await l.w.admin.query('update practices.practices set edition_id = $1 where id = $2', [second, id])
    await l.w.admin.query('commit')
    expect((await page(addressOf(number))).text).toContain('Second edition')
    const old = await page(`${addressOf(number)}/1?lang=ru`)
    expect(old.text).toContain('First edition')
    expect(old.text).not.toContain('Second edition')
    expect(old.text).toContain('Это более ранняя версия')
    expect((await page(`${addressOf(number)}/3`)).status).toBe(404)
    expect((await page(`${addressOf(number)}/01`)).status).toBe(404)
    expect((await page(`${addressOf(number)}/1/cite.bib`)).text).toContain('First edition')
    expect(await everywhere('Second edition')).toContain('Second edition')
  })

  test('that was retracted stands at its address with the reason, and in no list', async () => {
    const { id, number } = await make('Laterretracted')
    await l.w.admin.query(
      "update practices.practices set state = 'retracted', retracted_reason = 'It did harm' where id = $1",
      [id],
    )
    const { status, text } = await page(`${addressOf(number)}?lang=en`)
    expect(status).toBe(200)
    expect(text).toContain('Retracted: do not use it')
    expect(text).toContain('It did harm')
    expect((await page('/public/practices')).text).not.toContain('Laterretracted')
    expect((await page('/public/practices.bib')).text).not.toContain('Laterretracted')
    expect((await page('/public/practices.atom?lang=en')).text).toContain('It did harm')
  })
})

describe('the list', () => {
  test('is chosen by domain, country and language, as far as an address makes sense', async () => {
    const { number } = await make(
      'Choosable',
      'public',
      practiceContent('Choosable', { facts: { domains: ['law'], country: 'UZ' } }),
    )
    const has = async (query: string) =>
      (await page(`/public/practices${query}`)).text.includes(addressOf(number))
    expect(await has('?domain=law&country=UZ&in=en')).toBe(true)
    expect(await has('?domain=law')).toBe(true)
    expect(await has('?domain=health')).toBe(false)
    expect(await has('?country=KZ')).toBe(false)
    expect(await has('?in=tk')).toBe(false)
    expect(await has("?domain=nothing&country='&in=xx&page=-1")).toBe(true)
    const { number: everything } = await make(
      'About all of it',
      'public',
      practiceContent('x', { facts: { domains: [] } }),
    )
    expect((await page('/public/practices?domain=health')).text).toContain(addressOf(everything))
  })

  test('turns its pages', async () => {
    for (let at = 0; at < 27; at += 1)
      await make(`Many ${at}`, 'public', practiceContent(`Many ${at}`, { facts: { country: 'TM' } }))
    const first = await page('/public/practices?country=TM')
    expect(first.text).toContain('rel="next"')
    const second = await page('/public/practices?country=TM&page=2')
    expect(second.text).toContain('rel="prev"')
    expect(second.text).not.toContain('rel="next"')
    expect(second.text.match(/<li><h3>/g)).toHaveLength(2)
  })

  test('is found by the public search in any script', async () => {
    const content = practiceContent('x', {
      texts: { title: { uz: { text: 'Maktabga qaytish koʻprigi', state: 'checked' } } },
    })
    const { number } = await make('x', 'public', content)
    for (const q of ['maktabga qaytish', 'мактабга', practiceSymbol(number)]) {
      expect((await page(`/public/search?q=${encodeURIComponent(q)}`)).text).toContain(addressOf(number))
    }
  })
})

describe('citations', () => {
  const formats = {
    bib: 'x-bibtex',
    ris: 'x-research-info-systems',
    json: 'csl+json',
    'gost.txt': 'text/plain',
    'apa.txt': 'text/plain',
  }
  test.each(Object.entries(formats))('as .%s, of one and of a list', async (ending, type) => {
    const { number } = await make(`Cited as ${ending}`)
    for (const path of [`${addressOf(number)}/1/cite.${ending}`, `/public/practices.${ending}?country=TJ`]) {
      const { response, text } = await page(path)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toContain(type)
      expect(text).toContain(`Cited as ${ending}`)
      expect(text).toContain(`${addressOf(number)}/1`)
    }
  })

  test('names the Council in the language of the title', async () => {
    const titles: Partial<Record<Language, string>> = {
      kk: 'Өңірлік сарапшылар кеңесі',
      uz: 'Mintaqaviy ekspertlar kengashi',
    }
    for (const [language, council] of Object.entries(titles)) {
      const content = practiceContent('x', {
        texts: { title: { [language]: { text: 'Мектеп', state: 'checked' } } },
      })
      const { number } = await make('x', 'public', content)
      expect((await page(`${addressOf(number)}/1/cite.gost.txt`)).text).toContain(council)
    }
  })
})

describe('the map of the site', () => {
  test('leads to every practice and to pages of the Council, in every language', async () => {
    const { number } = await make('On the map')
    expect((await page('/robots.txt')).text).toContain('Sitemap: http://localhost:4999/sitemap.xml')
    const { text } = await page('/sitemap.xml')
    const parts = [...text.matchAll(/<loc>http:\/\/localhost:4999(.*?)<\/loc>/g)].map(found => found[1] ?? '')
    expect(parts).toContain('/public/sitemap/pages-1.xml')
    expect(parts).toContain('/public/sitemap/practices-1.xml')
    const all = (await Promise.all(parts.map(async part => (await page(part)).text))).join('')
    expect(all).toContain(`<loc>http://localhost:4999${addressOf(number)}</loc>`)
    expect(all).toContain(`hreflang="uz" href="http://localhost:4999${addressOf(number)}?lang=uz"`)
    expect(all).toContain('<loc>http://localhost:4999/public/sessions</loc>')
    expect(all).not.toContain('/public/search')
    for (const part of ['nothing-1.xml', 'practices-0.xml', 'practices-99.xml', 'practices.xml']) {
      expect((await page(`/public/sitemap/${part}`)).status).toBe(404)
    }
  })
})

test('the thesaurus is there for other libraries', async () => {
  const { response, text } = await page('/public/thesaurus.ttl')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/turtle; charset=utf-8')
  expect(text).toContain('<urn:kerege:concept:school> a skos:Concept')
  expect(text).toContain('skos:prefLabel "мактаб"@uz-Cyrl')
})
