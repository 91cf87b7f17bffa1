/** The public face: what a national node does not have, what nobody may read, and how a page comes. */
import { languages } from '@kerege/contract/common'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { type World, world, worldOfTest } from '../../testing/world.ts'
import { languageOf } from './language.ts'

let hub: World
beforeAll(async () => {
  hub = await world({ kind: 'hub' })
})
afterAll(() => hub.close())

const page = async (path = '/public/figures', headers: Record<string, string> = {}) => {
  const response = await hub.raw(path, { headers })
  return { response, text: await response.text() }
}

/** Enters a statement behind the program's back, with whatever text an attacker would like to see shown. */
async function statement(over: Record<string, unknown> = {}): Promise<string> {
  const id = newId()
  const row = {
    id,
    series_id: (await hub.admin.query("select id from figures.series where code = 'kz-operations'")).rows[0]
      .id,
    reported: '{"total":{"manner":"exact","value":4711082}}',
    source_url: 'https://news.example/1',
    publisher: 'News',
    is_public: true,
    created_at: new Date(),
    updated_at: new Date(),
    ...over,
  }
  const blanks = Object.keys(row).map((_, at) => `$${at + 1}`)
  await hub.admin.query(
    `insert into figures.statements (${Object.keys(row).join(', ')}) values (${blanks.join(', ')})`,
    Object.values(row),
  )
  return id
}
const remove = (id: string) => hub.admin.query('delete from figures.statements where id = $1', [id])

test('a demonstration says on every page what is invented, and a real hub has nothing to say', async () => {
  const demo = await worldOfTest({ kind: 'hub', demo: true })
  expect(await (await demo.raw('/public?lang=uz')).text()).toContain('toʻqilgan')
  expect((await page('/public?lang=uz')).text).not.toContain('toʻqilgan')
})

describe('nobody reads', () => {
  test('a public page at a national node, where it does not exist', async () => {
    const national = await worldOfTest()
    for (const path of ['/public', '/public/figures', '/public/figures.csv', '/public/nothing']) {
      const reply = await national.raw(path)
      expect(reply.status).toBe(404)
      expect(await reply.json()).toMatchObject({ code: 'not-found' })
    }
  })

  test('a page that is not there', async () => {
    const { response, text } = await page('/public/nothing')
    expect(response.status).toBe(404)
    expect(JSON.parse(text)).toMatchObject({ code: 'not-found' })
  })

  test.each([
    ['that is not public', { is_public: false }],
    ['that was withdrawn', { stand: 'withdrawn' }],
    ['that was superseded', { stand: 'superseded' }],
  ])('a statement %s, on the page or in the file', async (_, over) => {
    const id = await statement({ ...over, publisher: 'Unpublished Gazette' })
    for (const path of ['/public/figures', '/public/figures.csv']) {
      const { text } = await page(path)
      expect(text).not.toContain('Unpublished Gazette')
      expect(text).not.toMatch(/4[\s,]?711[\s,]?082/)
    }
    await remove(id)
  })

  test('a public statement of a series that is not public', async () => {
    const id = await statement({ publisher: 'Unpublished Gazette' })
    expect((await page()).text).toContain('Unpublished Gazette')
    await hub.admin.query("update figures.series set is_public = false where code = 'kz-operations'")
    expect((await page()).text).not.toContain('Unpublished Gazette')
    await hub.admin.query("update figures.series set is_public = true where code = 'kz-operations'")
    await remove(id)
  })

  test('more than three hundred pages a minute from one place', async () => {
    const flooded = await worldOfTest({ kind: 'hub' })
    await Promise.all(
      Array.from({ length: 300 }, () => flooded.raw('/public/nothing-to-find', { method: 'HEAD' })),
    )
    expect((await flooded.raw('/public/figures.csv')).status).toBe(200)
    await Promise.all(Array.from({ length: 299 }, () => flooded.raw('/public?lang=en')))
    const last = await flooded.raw('/public')
    expect(last.status).toBe(429)
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('a page', () => {
  test('shows hostile text as text, runs nothing and frames nothing', async () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const id = await statement({ operation: evil, publisher: evil, note: evil, origin: evil })
    const { response, text } = await page()
    const shown = '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;'
    expect(text.split(shown).length - 1).toBeGreaterThanOrEqual(4)
    const rest = text.replaceAll(shown, '')
    expect(/<script|<img|<iframe|\son\w+=|\sstyle=|javascript:/i.exec(rest)?.[0]).toBeUndefined()
    const csp = response.headers.get('content-security-policy') ?? ''
    expect(csp).toContain("default-src 'none'")
    expect(csp).toContain("style-src 'self'")
    expect(csp).not.toContain('unsafe')
    for (const name of ['x-content-type-options', 'referrer-policy', 'x-frame-options']) {
      expect(response.headers.get(name)).toBeTruthy()
    }
    await remove(id)
  })

  test.each(languages)('comes whole in %s, by its address', async language => {
    for (const path of ['/public', '/public/figures']) {
      const { response, text } = await page(`${path}?lang=${language}`, { 'accept-language': 'de' })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-language')).toBe(language)
      expect(text).toContain(`<html lang="${language}"`)
      for (const other of languages) expect(text).toContain(`hreflang="${other}"`)
      expect(text.match(/<h1>/g)).toHaveLength(1)
      // On a slow line, without fonts and before it is compressed.
      expect(Buffer.byteLength(text)).toBeLessThan(66_000)
    }
  })

  test('keeps the language of its address on the way to others, and says none where none was asked', async () => {
    expect((await page('/public?lang=kk')).text).toContain('href="/public/figures?lang=kk"')
    expect((await page('/public')).text).toContain('href="/public/figures"')
  })

  test('is kept by its mark, and comes again only when it has changed', async () => {
    const first = await page()
    const etag = first.response.headers.get('etag') ?? ''
    expect(first.response.headers.get('cache-control')).toMatch(/^public, max-age=\d+/)
    expect(first.response.headers.get('vary')).toContain('accept-language')
    const again = await page('/public/figures', { 'if-none-match': etag })
    expect(again.response.status).toBe(304)
    expect(again.text).toBe('')
    const id = await statement()
    expect((await page('/public/figures', { 'if-none-match': etag })).response.status).toBe(200)
    await remove(id)
  })

  test('is small on a slow line, with one stylesheet that never changes', async () => {
    const reply = await hub.raw('/public/figures', { headers: { 'accept-encoding': 'gzip' } })
    expect(reply.headers.get('content-encoding')).toBe('gzip')
    expect((await reply.arrayBuffer()).byteLength).toBeLessThan(16_000)
    const { text } = await page()
    const sheets = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(found => found[1] ?? '')
    expect(sheets).toHaveLength(1)
    const sheet = await hub.raw(sheets[0] ?? '')
    expect(sheet.headers.get('cache-control')).toContain('immutable')
    expect(sheet.headers.get('content-type')).toContain('text/css')
  })

  test('leaves a line in the log without an address in it', async () => {
    await page('/public/figures?lang=kk&secret=Құпия')
    const lines = hub.logged.filter(line => line.includes('"event":"public"'))
    expect(lines.at(-1)).toContain('"path":"/public/figures"')
    expect(hub.logged.join('')).not.toMatch(/secret|lang=/)
  })
})

describe('the language', () => {
  test.each([
    [undefined, undefined, 'en'],
    [undefined, 'de, fr;q=0.9', 'en'],
    [undefined, 'de, kk;q=0.8, ru;q=0.9', 'ru'],
    [undefined, 'uz-Latn-UZ, en;q=0.5', 'uz'],
    [undefined, 'ky;q=0, tg;q=0.1', 'tg'],
    [undefined, ',;q=x,,', 'en'],
    ['tk', 'ru', 'tk'],
    ['kk-KZ', 'ru', 'kk'],
    ['xx', 'ru', 'ru'],
    ['"><script>', undefined, 'en'],
  ] as const)('?lang=%s with %s is %s', (wanted, accepts, expected) =>
    expect(languageOf(wanted, accepts)).toBe(expected),
  )
})
