import type { Language } from '@kerege/contract/common'
import { adoptPractice, reportAdoption } from '@kerege/contract/practices/adoption/routes'
import { endSearch, findPractices, listSearches, saveSearch } from '@kerege/contract/practices/finding/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { Somebody } from '../../../testing/world.ts'
import { type Library, library, practiceContent } from '../testing/library.ts'
import { newId } from '../../../platform/ids.ts'
import { indexPortion, indexPractices } from './indexing.ts'
import { anyText } from '@kerege/contract/testing/anyText'

let l: Library
let tajik: Somebody
let uzbek: Somebody
let observer: Somebody
let ids: Record<'admission' | 'grade' | 'council' | 'state' | 'play', string>

const texts = (all: Partial<Record<Language, string>>, state: 'checked' | 'machine' = 'checked') =>
  Object.fromEntries(Object.entries(all).map(([language, text]) => [language, { text, state }]))

beforeAll(async () => {
  l = await library()
  tajik = await l.of('TJ')
  uzbek = await l.of('UZ')
  observer = await l.w.somebody('observer')
  const put = async (
    title: object,
    summary: object,
    more: Parameters<Library['published']>[1] = {},
    facts = {},
  ) =>
    (
      await l.published(tajik, {
        content: practiceContent('x', { texts: { title, summary }, facts }),
        ...more,
      })
    ).id
  ids = {
    admission: await put(
      texts({ tg: 'Қабули кӯдакони бе ҳуҷҷат ба мактаб', ru: 'Приём детей без документов в школу' }),
      texts({
        tg: 'Мактаб кӯдакро бо кафолатнома қабул мекунад.',
        ru: 'Школа принимает ребёнка по гарантийному письму.',
      }),
    ),
    grade: await put(
      texts({ kk: 'Сыныпты білім деңгейі бойынша анықтау' }, 'machine'),
      texts({ kk: 'Мұғалім баламен сөйлеседі, мектеп сыныпты ұсынады.' }, 'machine'),
      {},
      { domains: ['education'], evidenceLevel: 'compared', audience: ['staff'] },
    ),
    council: await put(texts({ en: 'School transport that nobody shames' }), texts({ en: 'A bus.' }), {
      audience: 'council',
    }),
    state: await put(texts({ en: 'School meals for one district' }), texts({ en: 'Meals.' }), {
      audience: 'state',
    }),
    play: await put(
      texts({ en: 'Sleeping again' }),
      texts({ en: 'Play helps with bedwetting and fear.' }),
      {},
      { domains: ['psychosocial'] },
    ),
  }
  expect(await indexPractices(l.w.running.node)).toBe(5)
})
afterAll(() => l.w.close())

const ask = async (who: Somebody, words: string, more: object = {}) => {
  const answer = await l.w.as(who)(findPractices, { body: { words, ...more } })
  expect(answer.status).toBe(200)
  return answer.body
}
const found = async (who: Somebody, words: string, more: object = {}) =>
  (await ask(who, words, more)).rows.map(({ practice }) => practice.id)

describe('what is closed is not found', () => {
  test('by anybody without an account', async () => {
    const { status } = await l.w.as(null)(findPractices, { body: { words: 'school' } })
    expect(status).toBe(401)
  })

  test('nor counted', async () => {
    const inCouncil = await ask(observer, 'school')
    expect(inCouncil.rows.map(({ practice }) => practice.id)).toContain(ids.council)
    expect(inCouncil.rows.map(({ practice }) => practice.id)).not.toContain(ids.state)
    const elsewhere = await ask(uzbek, 'school')
    const shown = elsewhere.rows.map(({ practice }) => practice.id)
    expect(shown).not.toContain(ids.council)
    expect(shown).not.toContain(ids.state)
    expect(elsewhere.total).toBe(shown.length)
    expect(await found(tajik, 'school meals')).toContain(ids.state)
  })
})

describe('a question', () => {
  test('in Uzbek, in Latin letters, finds Tajik, Russian and Kazakh texts', async () => {
    const answer = await ask(uzbek, 'maktabga qabul, hujjatsiz bola', { language: 'uz' })
    expect(answer.rows[0]?.practice.id).toBe(ids.admission)
    expect(answer.rows.map(({ practice }) => practice.id)).toContain(ids.grade)
    expect(answer.meant[0]).toContain('maktabga qabul')
    expect(
      answer.meant.some(
        words => words.includes('школа') && words.includes('мактаб') && words.includes('school'),
      ),
    ).toBe(true)
  })

  test('shows what it found, in which language, and how sure that text is', async () => {
    const [first] = (await ask(uzbek, 'сыныпты анықтау', { language: 'kk' })).rows
    expect(first).toMatchObject({ language: 'kk', state: 'machine', practice: { id: ids.grade } })
    const { text, marks } = first?.title ?? { text: '', marks: [] }
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual([
      // Words that say the same are marked with those that were typed.
      'Сыныпты білім деңгейі',
      'анықтау',
    ])
    expect(first?.piece?.text).toContain('сыныпты')
  })

  test('with a slip of the pen finds what was meant', async () => {
    expect(await found(uzbek, 'bedweting', { language: 'en' })).toEqual([ids.play])
  })

  test('of words that nobody wrote finds nothing, without any word everything', async () => {
    expect(await ask(uzbek, 'qwrtzpsdfg')).toMatchObject({ total: 0, rows: [] })
    expect((await found(uzbek, ' ')).length).toBe(3)
  })

  test('in two scripts at once, of one letter, or with quotes that never end is defined', async () => {
    // A word typed half on one keyboard and half on another is the word that it looks like.
    const meant = await found(uzbek, 'мектеп', { language: 'kk' })
    expect(meant).toContain(ids.grade)
    expect(await found(uzbek, 'мeктeп', { language: 'kk' })).toEqual(meant)
    // Two languages in one question: each word is looked for by itself.
    expect(await found(uzbek, 'bola мектеп')).toEqual(expect.arrayContaining([ids.grade, ids.admission]))
    // Quotes and operators are marks between words; unbalanced ones are no error and no other question.
    const plain = await found(uzbek, 'школа')
    for (const words of ['"школа', 'школа"', '«школа', '(школа', 'школа)', '+школа', 'школа*', '-школа']) {
      expect(await found(uzbek, words), words).toEqual(plain)
    }
    // One letter is a word like any other, and marks are none: what nobody wrote finds nothing, and never everything.
    for (const words of ['м', 'q', 'и', '"', '?!']) expect((await ask(uzbek, words)).total, words).toBe(0)
  })

  test('is narrowed, and the counts say by what it could be', async () => {
    const all = await ask(uzbek, 'maktab', { language: 'uz' })
    const counts = Object.fromEntries(all.facets.map(({ name, counts }) => [name, counts]))
    expect(counts.languages).toContainEqual({ value: 'kk', count: 1 })
    expect(counts.evidence).toContainEqual({ value: 'compared', count: 1 })
    expect(await found(uzbek, 'maktab', { facets: { languages: ['kk'] } })).toEqual([ids.grade])
    expect(await found(uzbek, 'maktab', { facets: { evidence: ['compared'], roles: ['staff'] } })).toEqual([
      ids.grade,
    ])
    expect(await found(uzbek, 'maktab', { facets: { use: ['worked'] } })).toEqual([])
    expect((await ask(uzbek, 'maktab', { facets: { languages: ['ru'] } })).rows[0]).toMatchObject({
      language: 'ru',
    })
  })

  test('whatever was typed or pasted is answered', async () => {
    for (const words of [
      '"',
      'школа AND (NOT "',
      'а',
      'a',
      "';--",
      '\u0000школа',
      'х'.repeat(10_000),
      'и в на',
      '%_\\',
      'мeктeп',
    ]) {
      await ask(uzbek, words)
    }
    await fc.assert(
      fc.asyncProperty(anyText({ maxLength: 80 }), async words => void (await ask(uzbek, words))),
      { numRuns: 25 },
    )
    const long = await l.w.as(uzbek)(findPractices, { body: { words: 'х'.repeat(10_001) } })
    expect(long.status).toBe(422)
  })
})

describe('where it is used elsewhere', () => {
  test('is counted, narrows, and what worked comes first where that is asked for', async () => {
    const fit = await found(uzbek, 'maktab', { language: 'uz' })
    const last = fit.at(-1) ?? ''
    expect(fit.length).toBeGreaterThan(1)
    expect(await found(uzbek, 'maktab', { language: 'uz', sort: 'use' })).toEqual(fit)
    const adoption = await l.w.as(uzbek)(adoptPractice, {
      params: { id: last },
      body: {
        ...{ id: newId(), reportId: newId(), by: 'organisation', country: 'UZ', place: 'Tashkent' },
        ...{ since: '2026-01-10', words: 'Two schools have begun', language: 'en' },
      },
    })
    expect(adoption.status).toBe(201)
    expect(await found(uzbek, 'maktab', { facets: { use: ['trying'] } })).toEqual([last])
    expect(await found(uzbek, 'maktab', { facets: { use: ['worked'] } })).toEqual([])
    const reported = await l.w.as(uzbek)(reportAdoption, {
      params: { id: adoption.body.id },
      body: { id: newId(), state: 'worked', words: 'It worked', language: 'en' },
    })
    expect(reported.status).toBe(201)
    const answer = await ask(tajik, 'maktab', { language: 'uz', sort: 'use' })
    expect(answer.rows[0]).toMatchObject({ worked: 1, trying: 0, practice: { id: last } })
    expect(answer.facets.find(({ name }) => name === 'use')?.counts).toEqual([{ value: 'worked', count: 1 }])
    expect(await found(uzbek, 'maktab', { facets: { use: ['worked'] } })).toEqual([last])
    expect(await found(uzbek, 'maktab', { language: 'uz' })).toEqual(fit)
  })
})

describe('a search that is kept', () => {
  const keep = (who: Somebody, words: string, more: object = {}) =>
    l.w.as(who)(saveSearch, { body: { id: newId(), words, ...more } })

  test('is one’s own: another neither sees nor ends it', async () => {
    expect((await l.w.as(null)(listSearches, {})).status).toBe(401)
    const { body, status } = await keep(uzbek, 'tikuvchilik kursi', { language: 'uz' })
    expect(status).toBe(201)
    expect((await l.w.as(tajik)(listSearches, {})).body.rows).toEqual([])
    expect((await l.w.as(tajik)(endSearch, { params: { id: body.id } })).status).toBe(404)
    expect((await l.w.as(tajik)(saveSearch, { body: { ...body } })).status).toBe(404)
    expect((await l.w.as(uzbek)(listSearches, {})).body.rows).toEqual([body])
    expect((await l.w.as(uzbek)(endSearch, { params: { id: body.id } })).status).toBe(204)
  })

  test('tells once when something new fits, in any language, and not of what is closed', async () => {
    const told = async () =>
      (
        await l.w.admin.query<{ account: string }>(
          `select payload ->> 'accountId' as account from platform.outbox where topic = 'practices.fits'`,
        )
      ).rows.map(row => row.account)
    await keep(observer, 'sewing', { language: 'en', facets: { domains: ['health'] } })
    const content = practiceContent('x', {
      texts: { title: texts({ tg: 'Курси дӯзандагӣ барои модарон' }), summary: texts({ tg: 'Омӯзиш.' }) },
      facts: { domains: ['livelihood'] },
    })
    await l.published(tajik, { content, audience: 'council' })
    await indexPractices(l.w.running.node)
    expect(await told()).toEqual([])
    await l.published(tajik, { content })
    await indexPractices(l.w.running.node)
    expect(await told()).toEqual([])
    await keep(uzbek, 'tikuvchilik', { language: 'uz' })
    await l.published(tajik, { content })
    await indexPractices(l.w.running.node)
    expect(await told()).toEqual([uzbek.accountId])
    await indexPortion(l.w.running.node, undefined, 999_998)
    expect((await told()).length).toBe(1)
  })
})

describe('the index', () => {
  /** Keys whose count is not that of the texts which stand in the index. */
  const wrongCounts = async () => {
    const { rows } = await l.w.admin.query<{ wrong: number }>(
      `select count(*)::int as wrong from practices.index_keys k
       where k.texts <> (select count(*) from (select portion, unnest(postings) as posting from practices.index_postings p where p.key = k.key) p
         join practices.index_practices i on i.portion = p.portion and i.place = (p.posting >> 3) & 1023)`,
    )
    return rows[0]?.wrong
  }

  test('is written once, anew for another analyser, and for a new edition', async () => {
    await indexPractices(l.w.running.node)
    expect(await indexPractices(l.w.running.node)).toBe(0)
    expect(await indexPortion(l.w.running.node, undefined, 999_999)).toBe(8)
    expect(await indexPractices(l.w.running.node)).toBe(8)
    expect(await wrongCounts()).toBe(0)
  })

  test('says who may read it as the record does, at once', async () => {
    const about = async (who: Somebody) => {
      const { total, facets } = await ask(who, '', { facets: { languages: ['kk'] } })
      const languages = facets.find(({ name }) => name === 'languages')?.counts
      return [total, languages?.find(({ value }) => value === 'kk')?.count ?? 0]
    }
    expect(await about(uzbek)).toEqual([1, 1])
    const reach = (audience: string) =>
      l.w.admin.query('update practices.practices set audience = $1 where id = $2', [audience, ids.grade])
    await reach('council')
    expect(await about(uzbek)).toEqual([0, 0])
    expect(await about(observer)).toEqual([1, 1])
    await reach('state')
    expect(await about(observer)).toEqual([0, 0])
    expect(await about(tajik)).toEqual([1, 1])
    await reach('practitioners')
    expect(await about(uzbek)).toEqual([1, 1])
    const { rows } = await l.w.admin.query(
      `select p.id from practices.index_practices i join practices.practices p on p.id = i.practice_id
       left join practices.uses u on u.practice_id = p.id
       where (i.audience, i.owner_country, i.published_at, i.worked, i.trying, i.bound) is distinct from
         (p.audience, p.country, p.published_at, coalesce(u.worked, 0), coalesce(u.trying, 0), coalesce(u.bound, 0))`,
    )
    expect(rows).toEqual([])
  })

  test('of many portions of one makes few again, and finds the same', async () => {
    const before = await found(uzbek, 'bedwetting', { language: 'en' })
    expect(before).toContain(ids.play)
    for (let at = 0; at < 42; at++) {
      await l.published(tajik, {
        content: practiceContent('x', {
          texts: { title: texts({ en: `Drum lesson ${at}` }), summary: texts({ en: 'Drums.' }) },
        }),
      })
      await indexPortion(l.w.running.node)
    }
    await indexPractices(l.w.running.node)
    expect(await indexPractices(l.w.running.node)).toBe(0)
    const { rows } = await l.w.admin.query<{ portions: number }>(
      'select count(distinct portion)::int as portions from practices.index_postings',
    )
    expect(rows[0]?.portions).toBeLessThan(10)
    expect(await wrongCounts()).toBe(0)
    expect(await found(uzbek, 'bedwetting', { language: 'en' })).toEqual(before)
    expect(await ask(uzbek, 'drums', { language: 'en' })).toMatchObject({ total: 42 })
  })
})
