/** The thesaurus through HTTP: who may not, what is refused, and what a label that was added makes findable. */
import type { Fault } from '@kerege/contract/errors'
import { findPractices } from '@kerege/contract/practices/finding/routes'
import {
  addConcept,
  changeConcept,
  getConcept,
  getThesaurus,
  listConcepts,
  previewThesaurus,
  removeConcept,
  takeThesaurus,
  thesaurusState,
  undoThesaurus,
} from '@kerege/contract/practices/thesaurus/routes'
import { concepts as shipped } from '@kerege/contract/analysis/thesaurus/concepts'
import { thesaurusRows, thesaurusTurtle } from '@kerege/contract/analysis/thesaurus/turtle'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCsvRow } from '../../../platform/csv.ts'
import type { Somebody } from '../../../testing/world.ts'
import { indexPractices } from '../finding/indexing.ts'
import { type Library, library, practiceContent } from '../testing/library.ts'

let l: Library
let author: Somebody
let practice: string
const as = (who: Somebody | null) => l.w.as(who)
const mod = () => as(l.moderator)

beforeAll(async () => {
  l = await library()
  author = await l.of('TJ')
  const text = (words: string) => ({ ru: { text: words, state: 'checked' as const } })
  practice = (
    await l.published(author, {
      content: practiceContent('x', {
        texts: { title: text('Горячее питание в первый день'), summary: text('Суп и хлеб по дороге домой.') },
        facts: { themes: ['school'] },
      }),
    })
  ).id
  await indexPractices(l.w.running.node)
}, 60_000)
afterAll(() => l.w.close())

const soup = {
  id: 'hot-meal',
  label: {
    ru: { text: 'горячее питание', state: 'checked' as const },
    uz: { text: 'иссиқ овқат', state: 'draft' as const },
  },
  alternatives: { uz: ['issiq taom'] },
  related: ['school'],
}
const add = (who: Somebody | null, more: object = {}) => as(who)(addConcept, { body: { ...soup, ...more } })
const change = (id: string, version: number, body: object) =>
  mod()(changeConcept, { params: { id }, body: body as never }, { ifMatch: `"${version}"` })
const found = async (words: string) =>
  (
    await as(author)(findPractices, {
      body: { words, language: 'uz', facets: {}, sort: 'fit', from: 0, limit: 20 },
    })
  ).body.rows.map(row => row.practice.id)
const look = async (text: string, whole = false) =>
  (await mod()(previewThesaurus, { body: { text, whole } })).body
const takeIn = async (text: string, whole = false) => {
  const { seen } = await look(text, whole)
  return mod()(takeThesaurus, { body: { text, whole, seen, reason: 'Agreed in the working group' } })
}
const faultsOf = (body: object) => ('faults' in body ? (body.faults as Fault[]) : []) // of a refusal
const state = async () => (await mod()(thesaurusState, {})).body
const undoLast = async () => {
  const { last = '' } = await state()
  return mod()(undoThesaurus, { params: { id: last }, body: { reason: 'Was a mistake' } })
}

describe('the thesaurus is kept by moderators', () => {
  test('others read it and change nothing', async () => {
    expect((await as(null)(getThesaurus, {})).body.code).toBe('not-signed-in')
    const { body } = await as(author)(getThesaurus, {})
    expect(body.concepts.length).toBeGreaterThan(100)
    expect((await add(author)).body.code).toBe('not-allowed')
    for (const route of [thesaurusState, listConcepts])
      expect((await as(author)(route, {})).body.code).toBe('not-allowed')
    for (const who of [author, null]) {
      const code = who ? 'not-allowed' : 'not-signed-in'
      const file = { text: 'id,en', whole: false }
      expect((await as(who)(previewThesaurus, { body: file })).body.code).toBe(code)
      expect(
        (await as(who)(takeThesaurus, { body: { ...file, seen: 'x', reason: 'Because' } })).body.code,
      ).toBe(code)
      expect(
        (await as(who)(removeConcept, { params: { id: 'school' }, body: { reason: 'Because' } })).body.code,
      ).toBe(code)
    }
  })

  test('a concept has a place that exists, labels that are words, and no circle', async () => {
    const faults = async (more: object) => {
      const { body } = await add(l.moderator, more)
      return faultsOf(body).map(({ pointer, code }) => `${pointer} ${code}`)
    }
    expect(await faults({ id: 'school' })).toEqual(['/id concept-there'])
    expect(await faults({ broader: 'nowhere' })).toEqual(['/broader not-found'])
    expect(await faults({ related: ['hot-meal'] })).toEqual(['/related not-found'])
    expect(await faults({ id: 'Hot meal' })).toEqual(['/id concept-id'])
    expect(await faults({ label: {} })).toContain('/label no-language')
    expect(await faults({ alternatives: { kk: ['тамақ'] } })).toEqual(['/label/kk label-first'])
    for (const text of ['<script>alert(1)</script>', '=1+1', 'a;b'])
      expect(await faults({ label: { en: { text, state: 'draft' } }, alternatives: {} }), text).toHaveLength(
        1,
      )
    const long = { en: { text: 'x'.repeat(101), state: 'draft' } }
    expect(await faults({ label: long, alternatives: {} })).toContain('/label/en/text too-big')
    const school = (await mod()(getConcept, { params: { id: 'school-admission' } })).body
    const {
      id: _,
      version,
      uses: __,
      usedIn: ___,
      narrower: ____,
      ...content
    } = (await mod()(getConcept, { params: { id: school.broader ?? '' } })).body
    const { body } = await change(school.broader ?? '', version, { ...content, broader: 'school-admission' })
    expect(faultsOf(body)).toMatchObject([{ pointer: '/broader', code: 'circle' }])
    expect((await state()).steps).toEqual([])
  })
})

describe('a label that is added', () => {
  test('finds the Russian text by an Uzbek word once the library is written anew, and not after it was undone', async () => {
    expect(await found('issiq taom')).toEqual([])
    const made = await add(l.moderator)
    expect(made.body).toMatchObject({
      id: 'hot-meal',
      version: 1,
      label: { uz: { text: 'issiq ovqat' } },
      uses: 0,
    })
    expect((await state()).index).toEqual({ whole: 1, done: 0 })
    expect(await indexPractices(l.w.running.node)).toBe(1)
    expect((await state()).index).toEqual({ whole: 1, done: 1 })
    expect(await found('issiq taom')).toEqual([practice])
    expect(await l.w.raw('/public/thesaurus.ttl').then(answer => answer.text())).toContain('issiq taom')
    expect((await undoLast()).body).toMatchObject({ version: 2, index: { whole: 1, done: 0 } })
    await indexPractices(l.w.running.node)
    expect(await found('issiq taom')).toEqual([])
    expect((await mod()(getConcept, { params: { id: 'hot-meal' } })).body.code).toBe('not-found')
  })

  test('is based on what its writer saw, and told to the nodes', async () => {
    await l.w.admin.query('delete from exchange.changed')
    const {
      id: _,
      version,
      uses: __,
      usedIn: ___,
      narrower: ____,
      ...content
    } = (await mod()(getConcept, { params: { id: 'sewing' } })).body
    const body = { ...content, alternatives: { ...content.alternatives, kk: ['көйлек тігу'] } }
    expect((await change('sewing', 7, body)).body.code).toBe('stale-version')
    expect((await change('sewing', version, body)).body).toMatchObject({
      version: 1,
      alternatives: { kk: ['көйлек тігу'] },
    })
    expect((await mod()(listConcepts, { query: { search: 'көйлек' } })).body.rows).toMatchObject([
      { id: 'sewing', own: true },
    ])
    const { rows } = await l.w.admin.query('select kind, item_id from exchange.changed')
    expect(rows).toEqual([{ kind: 'definition', item_id: 'thesaurus' }])
    await undoLast()
    expect((await mod()(getConcept, { params: { id: 'sewing' } })).body.version).toBe(0)
  })
})

describe('what is taken out', () => {
  const remove = (id: string) => mod()(removeConcept, { params: { id }, body: { reason: 'Nobody means it' } })

  test('is used by no practice and stands above nothing; where it is used is said', async () => {
    expect((await remove('school')).body.code).toBe('concept-in-use')
    expect((await remove('family')).body.code).toBe('concept-has-narrower')
    expect((await remove('nothing-such')).body.code).toBe('not-found')
    expect((await mod()(getConcept, { params: { id: 'school' } })).body).toMatchObject({
      uses: 1,
      usedIn: [{ id: practice }],
    })
    expect((await remove('sewing')).status).toBe(200)
    expect((await mod()(getConcept, { params: { id: 'sewing' } })).body.code).toBe('not-found')
    await undoLast()
    expect((await mod()(getConcept, { params: { id: 'sewing' } })).status).toBe(200)
  })
})

describe('a file', () => {
  const csv = (rows: string[][]) => rows.map(writeCsvRow).join('')

  test('that was taken out changes nothing when it is taken in, in both forms', async () => {
    for (const as of ['turtle', 'csv'] as const) {
      const text = await (await l.w.raw(`/api/thesaurus/file?as=${as}`, {}, l.moderator)).text()
      const report = await look(text, true)
      expect(report).toMatchObject({ added: [], changed: [], removed: [], faults: [], same: shipped.length })
    }
  })

  test('with faults is shown, told by line and column, and not taken in', async () => {
    const broken = csv([
      ['id', 'broader', 'en'],
      ['aa', 'gone', 'one'],
      ['bb', '', '<b>two</b>'],
    ])
    expect(await look(broken)).toMatchObject({
      faults: [
        { code: 'unknown-broader', line: 2, column: 2, word: 'gone' },
        { code: 'bad-label', line: 3, column: 3 },
        { code: 'no-label', line: 3 },
      ],
    })
    expect((await takeIn(broken)).body.code).toBe('thesaurus-has-faults')
    const circle = csv([
      ['id', 'broader', 'en'],
      ['child', 'young-person', 'child'],
    ])
    expect((await look(circle)).faults.map(one => one.code)).toContain('circle')
    expect(
      (await mod()(previewThesaurus, { body: { text: 'x'.repeat(10_000_000), whole: false } })).body.code,
    ).toBe('too-large')
  })

  test('is taken in as one step that was seen, keeps what practices have, and is undone whole', async () => {
    const before = (await as(author)(getThesaurus, {})).body
    const kept = shipped.filter(({ id }) => ['child', 'family', 'mother'].includes(id))
    const [heading = [], ...rows] = thesaurusRows(kept)
    const text = csv([
      heading,
      ...rows,
      ['hot-meal', 'child', 'hot meal', '', '', '', '', '', 'issiq taom', 'family'],
    ])
    const report = await look(text, true)
    expect(report).toMatchObject({
      form: 'table',
      read: 4,
      added: [{ id: 'hot-meal' }],
      changed: [],
      same: 3,
    })
    expect(report.kept.map(({ id }) => id)).toContain('school')
    expect(report.removed.length + report.kept.length + 3).toBe(shipped.length)
    const body = { text, whole: true, reason: 'Agreed', seen: 'something else' }
    expect((await mod()(takeThesaurus, { body })).body.code).toBe('import-changed')
    expect((await takeIn(text, true)).status).toBe(200)
    const { steps, concepts, last = '' } = await state()
    expect(concepts).toBe(4 + report.kept.length)
    expect(steps[0]?.concepts).toHaveLength(5)
    expect(steps[0]).toMatchObject({
      kind: 'import',
      added: 1,
      removed: report.removed.length,
      reason: 'Agreed in the working group',
    })
    // A practice that takes it up meanwhile keeps it from being undone.
    await l.w.admin.query(
      `update practices.practices set content = jsonb_set(content, '{facts,themes}', '["hot-meal"]') where id = $1`,
      [practice],
    )
    expect((await undoLast()).body.code).toBe('concept-in-use')
    await l.w.admin.query(
      `update practices.practices set content = jsonb_set(content, '{facts,themes}', '["school"]') where id = $1`,
      [practice],
    )
    expect((await undoLast()).status).toBe(200)
    expect((await as(author)(getThesaurus, {})).body.concepts).toEqual(before.concepts)
    expect((await mod()(undoThesaurus, { params: { id: last }, body: { reason: 'Again' } })).body.code).toBe(
      'not-the-last-step',
    )
  })

  test('of another language, and one label for two, are told and taken in', async () => {
    const turtle = thesaurusTurtle(shipped.filter(({ id }) => id === 'child')).replace(
      '"child"@en',
      '"child"@en ; skos:altLabel "enfant"@fr',
    )
    const report = await look(
      `${turtle}<urn:kerege:concept:young-child> a skos:Concept ; skos:prefLabel "child"@en .`,
    )
    expect(report.notes.map(one => one.code)).toEqual(['unknown-language', 'same-label'])
    expect(report).toMatchObject({ added: [{ id: 'young-child' }], faults: [] })
  })
})

describe('a change', () => {
  const index = () => indexPractices(l.w.running.node)
  const meal = async () => {
    const {
      version,
      id: _,
      uses: __,
      usedIn: ___,
      narrower: ____,
      ...content
    } = (await mod()(getConcept, { params: { id: 'hot-meal' } })).body
    return { version, content }
  }

  test('writes again what has all of its words, in their language, and nothing else', async () => {
    const bread = { kk: { text: 'Нан мен шай', state: 'checked' as const } }
    const other = await l.published(author, {
      content: practiceContent('x', { texts: { title: bread, summary: bread } }),
    })
    await index()
    await add(l.moderator)
    expect(await index()).toBe(1)
    expect((await state()).index).toEqual({ whole: 2, done: 2 })
    const { version, content } = await meal()
    // Where it stands among others says nothing of a text; "нан" stands in the other one, and not as Russian.
    await change('hot-meal', version, {
      ...content,
      related: [],
      alternatives: { ru: ['нан', 'питание утром'] },
    })
    expect(await index()).toBe(0)
    expect((await state()).index).toEqual({ whole: 2, done: 2 })
    await change('hot-meal', version + 1, {
      ...content,
      alternatives: { kk: ['нан'] },
      label: { ...content.label, kk: { text: 'ыстық тамақ', state: 'draft' } },
    })
    expect(await index()).toBe(1)
    expect(await found('иссиқ овқат')).toEqual(expect.arrayContaining([practice, other.id]))
    // Three steps back before anybody looked are as good as one.
    for (let steps = 0; steps < 3; steps++) await undoLast()
    expect((await state()).index).toEqual({ whole: 2, done: 0 })
    expect(await index()).toBe(2)
    expect(await found('иссиқ овқат')).toEqual([])
  })
})
