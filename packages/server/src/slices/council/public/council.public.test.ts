/** The Council as anybody reads it: what must not be there first, then pages, feeds and search. */
import { makeAction, reportAction } from '@kerege/contract/council/actionRoutes'
import { addItem, giveOutAgenda } from '@kerege/contract/council/agendaRoutes'
import { type Language, languages, type MultiText } from '@kerege/contract/common'
import {
  adoptDecision,
  draftDecision,
  objectToDecision,
  putDecision,
  rewriteDecision,
  withdrawDecision,
} from '@kerege/contract/council/decisionRoutes'
import {
  addReport,
  changeSession,
  giveSymbol,
  inviteParty,
  planSession,
  registerParticipant,
} from '@kerege/contract/council/routes'
import { addConcept } from '@kerege/contract/practices/thesaurus/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { writeKeys } from '../finding/keying.ts'
import { type Hub, hub, said } from '../testing/hub.ts'
import { move } from '../testing/past.ts'

let h: Hub
let kg: Somebody
const as = (who: Somebody | null) => h.w.as(who)
const now = '2026-11-25T12:00:00Z'
const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'

beforeAll(async () => {
  h = await hub({ now: () => new Date(now) })
  kg = await h.delegate('KG')
}, 60_000)
afterAll(() => h.w.close())

let readers = 0
/** Each from another place: a single one may not read as much in a minute as these tests do. */
const page = async (path: string, headers: Record<string, string> = {}) => {
  readers++
  const remoteAddress = `10.0.${readers >> 8}.${readers & 255}`
  const env = { incoming: { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } } }
  const response = await h.w.running.app.request(path, { headers }, env)
  return { response, status: response.status, text: await response.text() }
}
const all = [
  '/public/sessions',
  '/public/sessions.atom',
  '/public/sessions.ics',
  '/public/decisions',
  '/public/decisions.atom',
  '/public/progress',
]
/** Everything that stands on a page or in a feed, in every language, and what a search for the words gives. */
async function everywhere(word: string): Promise<string> {
  const paths = [...all, `/public/search?q=${encodeURIComponent(word)}`]
  const texts = await Promise.all(
    paths.flatMap(path =>
      ['en', 'ru'].map(language => page(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`)),
    ),
  )
  return texts
    .map(one => one.text.replaceAll(`value="${word}"`, '').replaceAll(`q=${encodeURIComponent(word)}`, ''))
    .join('\n')
}

const seven = (text: string): MultiText =>
  Object.fromEntries(languages.map(one => [one, { text: `${text} ${one}`, state: 'checked' as const }]))

async function session(more: object = {}) {
  const reply = await as(h.secretariat)(planSession, {
    body: {
      id: newId(),
      bodyId: h.council,
      kind: 'session',
      title: said('Session'),
      format: 'hybrid',
      startsAt: '2026-12-03T04:30:00Z',
      endsAt: '2026-12-04T11:00:00Z',
      city: 'Astana',
      country: 'KZ',
      public: true,
      ...more,
    },
  })
  expect(reply.status).toBe(201)
  return reply.body
}
async function draft(more: object = {}) {
  const reply = await as(h.secretariat)(draftDecision, {
    body: {
      id: newId(),
      bodyId: h.council,
      title: said('Papers of birth'),
      texts: said('No child waits.'),
      ...more,
    },
  })
  expect(reply.status).toBe(201)
  return reply.body
}
async function adopted(more: object = {}) {
  const { id, version } = await draft(more)
  await as(h.chair)(putDecision, { params: { id }, body: { way: 'room', basedOn: version } })
  const reply = await as(h.chair)(adoptDecision, { params: { id }, body: { basedOn: version + 1 } })
  expect(reply.status).toBe(200)
  return reply.body
}
const action = async (decisionId: string | undefined, more: object = {}) =>
  (
    await as(h.secretariat)(makeAction, {
      body: {
        id: newId(),
        ...(decisionId ? { decisionId } : {}),
        ownerId: h.party('KG'),
        title: said('Name one contact'),
        due: '2026-11-01',
        ...more,
      },
    })
  ).body

describe('nobody reads', () => {
  test('a session that is not public, its name, its symbol, its agenda', async () => {
    const one = await session({ public: false, title: said('Closedmeeting') })
    const { symbol = '' } = (await as(h.secretariat)(giveSymbol, { params: { id: one.id }, body: {} })).body
    expect(await everywhere('Closedmeeting')).not.toContain('Closedmeeting')
    const absent = await page(`/public/sessions/${newId()}`)
    for (const name of [one.id, symbol]) {
      const found = await page(`/public/sessions/${name}`)
      expect(found.status).toBe(404)
      expect({ ...JSON.parse(found.text), reference: '' }).toEqual({
        ...JSON.parse(absent.text),
        reference: '',
      })
    }
  })

  test.each([
    ['a draft', (id: string) => id],
    [
      'a decision under silence',
      async (id: string) =>
        as(h.chair)(putDecision, {
          params: { id },
          body: { way: 'silence', basedOn: 1, expiresAt: '2026-11-29T12:00:00Z' },
        }),
    ],
    [
      'a decision in the room',
      async (id: string) => as(h.chair)(putDecision, { params: { id }, body: { way: 'room', basedOn: 1 } }),
    ],
    [
      'a broken silence',
      async (id: string) => {
        await as(h.chair)(putDecision, {
          params: { id },
          body: { way: 'silence', basedOn: 1, expiresAt: '2026-11-29T12:00:00Z' },
        })
        await as(kg)(objectToDecision, {
          params: { id },
          body: { text: 1, words: 'Secretobjection of ours' },
        })
      },
    ],
    [
      'a withdrawn one',
      async (id: string) => {
        await as(h.chair)(putDecision, { params: { id }, body: { way: 'room', basedOn: 1 } })
        await as(h.chair)(withdrawDecision, {
          params: { id },
          body: { basedOn: 2, reason: 'Secretreason for it' },
        })
      },
    ],
  ])('%s', async (_, make) => {
    const { id } = await draft({ title: said('Unpublishedtitle'), texts: said('Unpublishedtext') })
    await make(id)
    await action(id, { title: said('Unpublishedaction') })
    const text = (await everywhere('Unpublishedtitle')) + (await everywhere('Unpublishedtext'))
    expect(text).not.toMatch(/Unpublished|Secretobjection|Secretreason/)
    expect((await page(`/public/decisions/${id}`)).status).toBe(404)
  })

  test('a restricted decision that was adopted, nor what was taken on by it', async () => {
    const one = await adopted({ restricted: true, title: said('Restrictedtitle') })
    await action(one.id, { title: said('Restrictedaction') })
    expect((await everywhere('Restrictedtitle')) + (await everywhere('Restrictedaction'))).not.toContain(
      'Restricted',
    )
    for (const name of [one.id, one.symbol])
      expect((await page(`/public/decisions/${name}`)).status).toBe(404)
    const rows = await h.w.admin.query('select 1 from council.public_texts where subject_id = $1', [one.id])
    expect(rows.rowCount).toBe(0)
  })

  test('a public one any more once it is restricted or closed again', async () => {
    const one = await adopted({ title: said('Takenback') })
    expect(await everywhere('Takenback')).toContain('Takenback')
    await h.w.admin.query('update council.decisions set restricted = true where id = $1', [one.id])
    expect(await everywhere('Takenback')).not.toContain('Takenback')
    const open = await session({ title: said('Reclosed') })
    expect(await everywhere('Reclosed')).toContain('Reclosed')
    await h.w.admin.query('update council.sessions set is_public = false where id = $1', [open.id])
    expect(await everywhere('Reclosed')).not.toContain('Reclosed')
  })

  test('who comes, who drafted, or an earlier version of a text', async () => {
    const one = await session({ title: said('Withpeople'), practicalNote: said('Doorcode') })
    await as(h.secretariat)(inviteParty, {
      params: { id: one.id, partyId: h.party('KG') },
      body: { state: 'confirmed' },
    })
    await as(h.secretariat)(registerParticipant, {
      params: { id: one.id },
      body: { id: newId(), partyId: h.party('KG'), name: 'Hiddenname', way: 'online' },
    })
    const { id } = await draft({ title: said('Second thoughts'), texts: said('Earlierversion') })
    const rewritten = await as(h.secretariat)(
      rewriteDecision,
      { params: { id }, body: { title: said('Second thoughts'), texts: said('Laterversion') } },
      { ifMatch: '"1"' },
    )
    expect(rewritten.body.text.number).toBe(2)
    await as(h.chair)(putDecision, { params: { id }, body: { way: 'room', basedOn: 2 } })
    await as(h.chair)(adoptDecision, { params: { id }, body: { basedOn: 3 } })
    const report = await action(id)
    await as(kg)(reportAction, {
      params: { id: report.id },
      body: { id: newId(), state: 'under-way', words: 'The office is named' },
    })
    const text = [
      await everywhere('Earlierversion'),
      ...(await Promise.all(
        [`/public/sessions/${one.id}`, `/public/decisions/${id}`].map(async path => (await page(path)).text),
      )),
    ].join('')
    expect(text).toContain('Laterversion')
    for (const hidden of [
      'Hiddenname',
      'Doorcode',
      'Earlierversion',
      kg.name,
      h.chair.name,
      h.secretariat.name,
    ]) {
      expect(text).not.toContain(hidden)
    }
  })

  test('a provisional agenda; an adopted one is read', async () => {
    const one = await session({ title: said('Agendameeting') })
    await as(h.secretariat)(addItem, {
      params: { id: one.id },
      body: { id: newId(), title: said('Firstitem') },
    })
    const give = (state: 'provisional' | 'adopted', basedOn: number) =>
      as(h.secretariat)(giveOutAgenda, { params: { id: one.id }, body: { state, basedOn } })
    await give('provisional', 0)
    expect((await page(`/public/sessions/${one.id}`)).text).not.toContain('Firstitem')
    await move(h, one.id, 'under-way')
    const reply = await give('adopted', 1)
    expect(reply.status).toBe(200)
    expect((await page(`/public/sessions/${one.id}`)).text).toContain('Firstitem')
  })

  test('an action that stands with no public decision', async () => {
    await action(undefined, { title: said('Looseaction') })
    expect(await everywhere('Looseaction')).not.toContain('Looseaction')
  })
})

describe('a page', () => {
  test('shows hostile text as text', async () => {
    const one = await session({
      title: said(evil),
      organisers: evil,
      venue: evil,
      city: 'Astana',
      externalPlan: evil,
      summary: said(evil),
    })
    await as(h.secretariat)(addReport, {
      params: { id: one.id },
      body: {
        id: newId(),
        source: evil,
        title: evil,
        participants: evil,
        note: evil,
        sourceUrl: 'https://news.example/1',
      },
    })
    const made = await adopted({ title: said(evil), texts: said(evil), sessionId: one.id })
    const promise = await action(made.id, { title: said(evil), measure: said(evil) })
    await as(kg)(reportAction, {
      params: { id: promise.id },
      body: { id: newId(), state: 'open', words: evil, evidence: evil },
    })
    const paths = [
      ...all.filter(path => !path.includes('.')),
      `/public/sessions/${one.id}`,
      `/public/decisions/${made.symbol}`,
      `/public/search?q=${encodeURIComponent(evil)}`,
      '/public/search?q=alert',
    ]
    for (const path of paths) {
      const { text, response } = await page(path)
      expect(response.status).toBe(200)
      expect(text).toContain('&lt;script&gt;')
      // A piece that the search found, perhaps cut, with its marks: a paragraph that holds no sign of a tag.
      const plain = text.replaceAll(/<\/?mark>/g, '').replaceAll(/<p lang="\w\w">[^<>"]*<\/p>/g, '')
      const rest = plain.replace(/&quot;&gt;&lt;script.*?alert\(1\)&gt;/g, '')
      expect(/<script|<img|<iframe|\son\w+=|\sstyle=|javascript:/i.exec(rest)?.[0]).toBeUndefined()
      const csp = response.headers.get('content-security-policy') ?? ''
      expect(csp).toContain("default-src 'none'")
      expect(csp).not.toContain('unsafe')
    }
  })

  test.each(languages)('comes whole and small in %s', async language => {
    const one = await session({ title: seven('Ordinary') })
    const { symbol } = (await as(h.secretariat)(giveSymbol, { params: { id: one.id }, body: {} })).body
    const made = await adopted({
      title: seven('Ordinary'),
      texts: seven('The Council recommends.'),
      sessionId: one.id,
    })
    await action(made.id)
    const paths = [
      ...all.filter(path => !path.includes('.')),
      `/public/sessions/${symbol}`,
      `/public/decisions/${made.symbol}`,
      '/public/search',
      '/public/search?q=ordinary',
    ]
    for (const path of paths) {
      const asked = `${path}${path.includes('?') ? '&' : '?'}lang=${language}`
      const { text, response } = await page(asked, { 'accept-language': 'de' })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-language')).toBe(language)
      for (const other of languages) expect(text).toContain(`hreflang="${other}"`)
      expect(text.match(/<h1[ >]/g)).toHaveLength(1)
      expect(Buffer.byteLength(text)).toBeLessThan(66_000)
      expect(text).not.toContain('undefined')
    }
  })

  test('of a decision stands at its symbol for good, with every language and what became of it', async () => {
    const made = await adopted({ title: seven('Lasting'), texts: seven('Line one.\n\nLine two.') })
    const promise = await action(made.id)
    await as(kg)(reportAction, {
      params: { id: promise.id },
      body: { id: newId(), state: 'under-way', words: 'Half of it is there' },
    })
    const { text } = await page(`/public/decisions/${made.id}?lang=uz&beside=kk`)
    expect(text).toContain(`href="http://localhost:4999/public/decisions/${made.symbol}?lang=kk"`)
    for (const one of languages) expect(text).toContain(`Line two. ${one}`)
    expect(text.indexOf('Line two. uz')).toBeLessThan(text.indexOf('Line two. kk'))
    expect(text.indexOf('Line two. kk')).toBeLessThan(text.indexOf('Line two. en'))
    expect(text).toContain('Half of it is there')
    expect(text).toContain('Muddati oʻtgan')
    expect((await page('/public/progress?lang=en')).text).toContain('Promised and not done')
  })

  test('of the register puts sources side by side, and never an average', async () => {
    const { text } = await page('/public/sessions?year=2025')
    for (const said of ['more than 50', 'more than 100', 'about 100']) expect(text).toContain(said)
    expect(text).toContain('Sources differ')
    expect((await page('/public/sessions')).text).toContain('Second meeting of the Council')
  })

  test('shows the beginning by the clock of each capital', async () => {
    const one = await session({ title: said('Clocks') })
    const { text } = await page(`/public/sessions/${one.id}`)
    for (const [city, time] of [
      ['Astana', '09:30'],
      ['Bishkek', '10:30'],
      ['Ashgabat', '09:30'],
    ]) {
      expect(text).toMatch(new RegExp(`<dt>${city}</dt>.*${time}`))
    }
  })

  test('is kept by its mark, and comes again when something was adopted', async () => {
    const etag = (await page('/public/decisions')).response.headers.get('etag') ?? ''
    expect((await page('/public/decisions', { 'if-none-match': etag })).status).toBe(304)
    await adopted()
    expect((await page('/public/decisions', { 'if-none-match': etag })).status).toBe(200)
  })

  test.each([
    '/public/sessions?year=x&page=0',
    '/public/sessions?page=9999',
    '/public/decisions?year=9999',
    '/public/decisions/%00',
    '/public/sessions/%F0%9F',
    '/public/decisions/REC/2026/DEC.999',
    '/public/search?q=%00%25_',
    `/public/search?q=${'a '.repeat(4000)}`,
  ])('answers %s', async path => {
    expect([200, 404]).toContain((await page(path)).status)
  })
})

describe('search', () => {
  const find = async (q: string, language: Language = 'en') =>
    (await page(`/public/search?lang=${language}&q=${encodeURIComponent(q)}`)).text

  test('finds what was written in another language or script, and says in which', async () => {
    await adopted({
      title: {
        en: { text: 'On lambs', state: 'checked' },
        ru: { text: 'О ягнятах', state: 'checked' },
        kk: { text: 'Қозылар туралы', state: 'checked' },
        uz: { text: 'Qoʻzichoqlar toʻgʻrisida', state: 'checked' },
      },
      texts: said('Lambs are fed.'),
    })
    expect(await find('қозылар')).toMatch(/On lambs[\s\S]*Қазақша/)
    expect(await find('kozilar')).toContain('On lambs')
    expect(await find('qozichoqlar', 'ru')).toMatch(/О ягнятах[\s\S]*Oʻzbekcha/)
    expect(await find('ягнят', 'kk')).toMatch(/Қозылар туралы[\s\S]*Русский/)
    expect(await find('LAMBS fed')).toContain('On lambs')
    expect(await find('lambs horses')).not.toContain('On lambs')
    // Another ending, or a slip of the finger.
    expect(await find('ягнятами')).toContain('On lambs')
    expect(await find('lambz')).toContain('This looks alike')
  })

  test('finds what means the same, another form of a word, and marks what it found', async () => {
    await adopted({
      title: { kk: { text: 'Мектепке қабылдау', state: 'checked' } },
      texts: { kk: { text: 'Балаларды <b>мектепке</b> құжатсыз қабылдау тәртібі.', state: 'checked' } },
    })
    expect(await find('maktabda', 'uz')).not.toContain('Мектепке қабылдау')
    expect(await writeKeys(h.w.running.node)).toBeGreaterThan(0)
    // An Uzbek word in a form that no letters share with the Kazakh one.
    const page = await find('maktabda hujjatsiz', 'uz')
    expect(page).toContain('Мектепке қабылдау')
    expect(page).toContain('<mark>құжатсыз</mark>')
    expect(page).not.toContain('<b>')
    expect(await find('maktabda qoʻzichoq', 'uz')).not.toContain('Мектепке қабылдау')
    expect(await writeKeys(h.w.running.node)).toBe(0)
    // A concept that is added is looked for in the texts that have its words; the others are left as they are.
    expect(await find('eshik ochiq', 'uz')).not.toContain('Мектепке қабылдау')
    await h.w.as(h.secretariat)(addConcept, {
      body: {
        id: 'open-door',
        label: {
          kk: { text: 'құжатсыз қабылдау', state: 'checked' },
          uz: { text: 'eshik ochiq', state: 'checked' },
        },
        alternatives: {},
        related: [],
      },
    })
    expect(await writeKeys(h.w.running.node)).toBe(1)
    expect(await find('eshik ochiq', 'uz')).toContain('Мектепке қабылдау')
    expect(await writeKeys(h.w.running.node)).toBe(0)
  })

  test('finds a symbol, and a session by what a source calls it', async () => {
    const one = await adopted({ title: said('By number') })
    expect(await find(one.symbol ?? '')).toContain('By number')
    expect(await find('REC/2026/DEC.99999')).toContain('Nothing was found')
    expect(await find('caspian post')).toContain('Found in the words of a source')
  })

  test('is kept by nobody and leaves no word in the log', async () => {
    const { response } = await page('/public/search?q=sheepfold')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(h.w.logged.join('')).not.toContain('sheepfold')
  })

  test('knows only what nobody in particular may read', async () => {
    const rows = await h.w.admin.query(`select 1 from council.public_texts t
      where not exists (select 1 from council.sessions s where s.id = t.subject_id and s.is_public)
        and not exists (select 1 from council.decisions d where d.id = t.subject_id and d.is_public)`)
    expect(rows.rowCount).toBe(0)
  })
})

describe('a feed', () => {
  test.each(['sessions', 'decisions'])('of %s has stable names and addresses that open', async what => {
    await session({ title: seven('Feed') })
    await adopted({ title: seven('Feed') })
    const { text, response } = await page(`/public/${what}.atom?lang=kk`)
    expect(response.headers.get('content-type')).toContain('application/atom+xml')
    expect(text).toContain('xml:lang="kk"')
    expect(text).toContain(`<id>tag:localhost,2024-05-14:${what}</id>`)
    expect(text).toContain('Feed kk')
    const urls = [...text.matchAll(/<entry>[\s\S]*?href="http:\/\/localhost:4999([^"]+)"/g)].map(
      found => found[1] ?? '',
    )
    expect(urls.length).toBeGreaterThan(0)
    for (const url of urls.slice(0, 3)) expect((await page(url)).status).toBe(200)
  })

  test('of the calendar leads to the public page, and has no session without a day', async () => {
    const one = await session({ title: said('Incalendar') })
    const { text, response } = await page('/public/sessions.ics')
    expect(response.headers.get('content-type')).toContain('text/calendar')
    const unfolded = text.replaceAll('\r\n ', '')
    expect(unfolded).toContain(`http://localhost:4999/public/sessions/${one.id}`)
    expect(unfolded).not.toMatch(/URL[^\r]*localhost:4999\/sessions/)
  })
})

test('a session is opened to everybody by the secretariat', async () => {
  const one = await session({ public: false, title: said('Switch') })
  const content = { title: said('Switch'), bodyId: h.council, from: '2026-12-03' }
  const reply = await as(h.secretariat)(
    changeSession,
    { params: { id: one.id }, body: { ...content, kind: 'session', format: 'online', public: true } },
    { ifMatch: `"${one.version}"` },
  )
  expect(reply.status).toBe(200)
  expect((await page(`/public/sessions/${one.id}`)).status).toBe(200)
})
