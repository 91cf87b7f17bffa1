/**
 * The directory through HTTP: by own choice and for oneself, confirmed by one's own state, gone at once; and letters that reveal no
 * address. Refusals first, by role and country.
 */
import { role, roleNames } from '@kerege/contract/access/roles'
import { askExport } from '@kerege/contract/exports/routes'
import {
  answerLetter,
  changeEntry,
  changePeopleSettings,
  confirmPractitioner,
  countDirectory,
  endConfirmation,
  endNomination,
  findPractitioners,
  getLetters,
  getPeopleSettings,
  getPractitioner,
  leaveDirectory,
  listLetters,
  listNominations,
  listPractitioners,
  myEntry,
  nominate,
  standInDirectory,
  writeLetter,
} from '@kerege/contract/practices/people/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { type Library, library } from '../testing/library.ts'
import { remindOfConfirmations } from './reminders.ts'

let l: Library
let clock = Date.parse('2026-11-26T12:00:00Z')
let kg: Somebody
let tj: Somebody
const as = (who: Somebody | null) => l.w.as(who)
const text = (words: string) => ({ en: { text: words, state: 'checked' as const } })

beforeAll(async () => {
  l = await library({ now: () => new Date(clock) })
  kg = await l.of('KG', 'delegate')
  tj = await l.of('TJ', 'delegate')
}, 60_000)
afterAll(() => l.w.close())

const content = (more: object = {}) => ({
  profession: 'psychologist' as const,
  languages: ['ky', 'ru'],
  domains: ['psychosocial' as const],
  about: text('First talks with children who came home'),
  answers: true,
  reviews: false,
  consent: 1 as const,
  ...more,
})
const stand = (who: Somebody | null, more: object = {}, id = newId()) =>
  as(who)(standInDirectory, { body: { id, ...content(more) } })
async function stands(country: string, more: object = {}) {
  const who = await l.of(country)
  const made = await stand(who, more)
  expect(made.status).toBe(201)
  return { who, entry: made.body, etag: made.etag ?? '' }
}
const confirm = (who: Somebody, id: string) =>
  as(who)(confirmPractitioner, { params: { id }, body: { id: newId() } }, { ifMatch: '"1"' })
const read = (who: Somebody | null, id: string) => as(who)(getPractitioner, { params: { id } })
const listed = async (who: Somebody, query: object = {}) =>
  (await as(who)(listPractitioners, { query: { limit: 200, ...query } })).body.rows.map(row => row.id)
const told = async (topic: string, who: Somebody) =>
  (
    await l.w.admin.query(
      "select payload from platform.outbox where topic = $1 and payload ->> 'accountId' = $2",
      [topic, who.accountId],
    )
  ).rows.map(row => row.payload as Record<string, string>)

describe('the directory refuses', () => {
  test('whoever is not signed in, and roles that do not take part', async () => {
    expect((await as(null)(listPractitioners, {})).status).toBe(401)
    expect((await stand(null)).status).toBe(401)
    for (const name of roleNames.filter(one => role(one).nodes.includes('hub'))) {
      const who = await l.w.somebody(name)
      const reads = role(name).verbs.includes('practices.read' as never)
      const writes = role(name).verbs.includes('practices.write' as never)
      expect((await as(who)(listPractitioners, {})).status, name).toBe(reads ? 200 : 403)
      expect((await stand(who)).status, name).toBe(writes ? 201 : 403)
    }
  })

  test('an entry without a yes to the text, twice, or with data of a person', async () => {
    const who = await l.of('KZ')
    expect((await stand(who, { consent: 2 })).body).toMatchObject({ faults: [{ pointer: '/consent' }] })
    const phone = await stand(who, { about: text('Ring me: +996 555 12 34 56') })
    expect(phone.body).toMatchObject({
      faults: [{ pointer: '/about/en/text', code: 'personal-phone', params: { line: 1 } }],
    })
    const mail = await stand(who, { title: text('Write to someone@example.org') })
    expect(mail.body).toMatchObject({ faults: [{ pointer: '/title/en/text', code: 'personal-mail' }] })
    const first = await stand(who)
    expect((await stand(who)).body.code).toBe('entry-exists')
    expect((await stand(who, {}, first.body.id)).body.id).toBe(first.body.id)
    // An id that somebody else's device made first.
    expect((await stand(await l.of('KZ'), {}, first.body.id)).body.code).toBe('entry-exists')
  })

  test("another's hand: changing, leaving, and what only reviewers can offer", async () => {
    const { entry, etag } = await stands('KG')
    const stranger = await l.of('KG')
    for (const who of [stranger, kg, l.moderator]) {
      const changed = await as(who)(
        changeEntry,
        { params: { id: entry.id }, body: content() },
        { ifMatch: etag },
      )
      expect(changed.status).toBe(404)
      expect((await as(who)(leaveDirectory, { params: { id: entry.id } })).status).toBe(404)
    }
    expect((await stand(stranger, { reviews: true })).body).toMatchObject({
      faults: [{ pointer: '/reviews', code: 'not-allowed' }],
    })
    const stale = await stands('KG')
    const change = () =>
      as(stale.who)(changeEntry, { params: { id: stale.entry.id }, body: content() }, { ifMatch: '"1"' })
    expect((await change()).body.version).toBe(2)
    expect((await change()).body.code).toBe('stale-version')
  })

  test('another country to somebody whose agency has one', async () => {
    const { entry } = await stands('TJ', { country: 'KZ' })
    expect(entry.country).toBe('TJ')
    const expert = await l.w.somebody('expert')
    expect((await stand(expert, { country: 'KZ' })).body.country).toBe('KZ')
  })

  test('a confirmation by another state, by a practitioner, of oneself, by the secretariat for a state', async () => {
    const { entry, who } = await stands('KG')
    for (const other of [tj, who, await l.of('KG'), await l.of('KG', 'expert'), l.moderator]) {
      expect((await confirm(other, entry.id)).body.code, other.role).toBe('not-allowed')
      expect((await as(other)(getPractitioner, { params: { id: entry.id } })).body.may.confirm).toBe(false)
    }
    const own = await stand(kg)
    expect((await confirm(kg, own.body.id)).body.code).toBe('own-entry')
    const organisation = await stand(await l.w.somebody('expert'))
    expect((await confirm(kg, organisation.body.id)).body.code).toBe('not-allowed')
    expect((await confirm(l.moderator, organisation.body.id)).body.confirmed).toMatchObject({
      standing: 'running',
    })
    expect(
      (await l.w.admin.query('select 1 from practices.entry_confirmations where entry_id = $1', [entry.id]))
        .rowCount,
    ).toBe(0)
  })
})

describe('an entry', () => {
  test('is professional data: no address, no account', async () => {
    const { entry, who } = await stands('KG')
    const shown = JSON.stringify((await read(tj, entry.id)).body)
    expect(shown).not.toContain(who.email)
    expect(shown).not.toContain(who.accountId)
    expect((await read(tj, entry.id)).body).toMatchObject({ name: who.name, mine: false, country: 'KG' })
    expect((await read(tj, entry.id)).body.consent).toBeUndefined()
    expect((await as(who)(myEntry, {})).body.entry).toMatchObject({ consent: 1, mine: true })
  })

  test('is found by what one can be asked about, in another ending, and by its facts', async () => {
    const { entry } = await stands('UZ', {
      profession: 'lawyer',
      languages: ['uz', 'en'],
      domains: ['papers', 'law'],
      about: { uz: { text: 'Tugʻilganlik haqidagi guvohnoma sud orqali', state: 'checked' } },
    })
    const find = async (query: string) =>
      (await as(tj)(findPractitioners, { body: { query } })).body.rows.map(row => row.id)
    expect(await find('гувоҳномани')).toContain(entry.id)
    expect(await find('nothing of that kind')).not.toContain(entry.id)
    for (const query of [
      { profession: 'lawyer' },
      { language: 'uz' },
      { domain: 'papers' },
      { country: 'UZ' },
      { answers: 'true' },
    ]) {
      expect(await listed(tj, query)).toContain(entry.id)
    }
    for (const query of [
      { profession: 'nurse' },
      { language: 'tk' },
      { domain: 'health' },
      { country: 'KZ' },
      { reviews: 'true' },
      { confirmed: 'true' },
    ]) {
      expect(await listed(tj, query)).not.toContain(entry.id)
    }
  })

  test('is confirmed for a term, shown with state and day, asked for again, and lapses by itself', async () => {
    const { entry, who } = await stands('KG')
    expect(await told('entry.waiting', kg)).not.toEqual([])
    expect(await listed(kg, { waiting: 'true' })).toContain(entry.id)
    expect(await listed(tj, { waiting: 'true' })).not.toContain(entry.id)
    const before = (await as(kg)(countDirectory, {})).body.toConfirm
    const confirmed = await confirm(kg, entry.id)
    expect(confirmed.body.confirmed).toMatchObject({
      country: 'KG',
      until: '2027-11-26',
      standing: 'running',
    })
    expect((await as(kg)(countDirectory, {})).body.toConfirm).toBe(before - 1)
    expect(await told('entry.standing', who)).toEqual([
      { accountId: who.accountId, state: 'confirmed', entryId: entry.id },
    ])

    const now = clock
    clock = Date.parse('2027-11-01T12:00:00Z')
    await l.w.admin.query("update access.sessions set expires_at = now() + interval '2 years'")
    const sent = await remindOfConfirmations(l.w.running.node)
    expect(sent).toBeGreaterThan(0)
    expect(await remindOfConfirmations(l.w.running.node)).toBe(0)
    expect((await told('entry.standing', who)).at(-1)).toMatchObject({ state: 'renew' })
    expect((await as(who)(countDirectory, {})).body.mine).toMatchObject({ standing: 'ending' })
    clock = Date.parse('2027-12-01T12:00:00Z')
    expect((await read(tj, entry.id)).body.confirmed).toMatchObject({ standing: 'lapsed' })
    expect(await listed(tj, { confirmed: 'true' })).not.toContain(entry.id)
    expect(await listed(kg, { waiting: 'true' })).toContain(entry.id)
    const again = await confirm(kg, entry.id)
    expect(again.body.confirmed).toMatchObject({ until: '2028-12-01', standing: 'running' })
    clock = now
  })

  test('is no longer confirmed in another profession or agency; taking back has a reason', async () => {
    const { entry, who, etag } = await stands('KG')
    await confirm(kg, entry.id)
    const same = await as(who)(
      changeEntry,
      { params: { id: entry.id }, body: content({ about: text('Groups of mothers') }) },
      { ifMatch: etag },
    )
    expect(same.body.confirmed).toBeDefined()
    const other = await as(who)(
      changeEntry,
      { params: { id: entry.id }, body: content({ profession: 'doctor' }) },
      { ifMatch: same.etag ?? '' },
    )
    expect(other.body.confirmed).toBeUndefined()
    await confirm(kg, entry.id)
    const end = (who: Somebody) =>
      as(who)(
        endConfirmation,
        { params: { id: entry.id }, body: { reason: 'Works elsewhere now' } },
        { ifMatch: '"1"' },
      )
    expect((await end(tj)).body.code).toBe('not-allowed')
    expect((await end(kg)).body.confirmed).toBeUndefined()
  })

  test('is gone at once when its person leaves, with its confirmation; nothing of it stays', async () => {
    const { entry, who } = await stands('KG', { about: text('Zebrafinch therapy') })
    await confirm(kg, entry.id)
    expect((await as(who)(leaveDirectory, { params: { id: entry.id } })).status).toBe(204)
    expect((await read(kg, entry.id)).status).toBe(404)
    expect(await listed(kg)).not.toContain(entry.id)
    expect((await as(kg)(findPractitioners, { body: { query: 'zebrafinch' } })).body.rows).toEqual([])
    const left = await l.w.admin.query(
      `select (select count(*)::int from practices.entries where id = $1)
        + (select count(*)::int from practices.entry_confirmations where entry_id = $1) as n`,
      [entry.id],
    )
    expect(left.rows).toEqual([{ n: 0 }])
    expect((await as(who)(myEntry, {})).body.entry).toBeUndefined()
    expect((await stand(who)).status).toBe(201)
  })

  test('of somebody who is blocked or has no role any more shows to nobody', async () => {
    const blocked = await stands('KG')
    const ended = await stands('KG')
    await l.w.admin.query("update access.accounts set state = 'blocked' where id = $1", [
      blocked.who.accountId,
    ])
    await l.w.admin.query('update access.hats set ended_at = now() where account_id = $1', [
      ended.who.accountId,
    ])
    for (const { entry } of [blocked, ended]) {
      expect((await read(tj, entry.id)).status).toBe(404)
      expect(await listed(tj)).not.toContain(entry.id)
    }
  })

  test('of an expert who offers to review stands among the reviewers, and leaves them with it', async () => {
    const expert = await l.of('KG', 'expert')
    const made = await stand(expert, { reviews: true, domains: ['education'], languages: ['ky', 'tr', 'en'] })
    const reviewer = async () =>
      (
        await l.w.admin.query(
          'select domains, languages, available from practices.reviewers where account_id = $1',
          [expert.accountId],
        )
      ).rows
    expect(await reviewer()).toEqual([{ domains: ['education'], languages: ['en', 'ky'], available: true }])
    await as(expert)(leaveDirectory, { params: { id: made.body.id } })
    expect(await reviewer()).toMatchObject([{ available: false }])
  })

  test('leaves as a file with a reason, for those who may', async () => {
    const { who } = await stands('KG')
    const ask = (somebody: Somebody) =>
      as(somebody)(askExport, {
        body: {
          of: 'practitioners',
          format: 'csv',
          query: { country: 'KG' },
          reason: 'Invitations to the training',
          language: 'en',
        },
      })
    expect((await ask(who)).body.code).toBe('not-allowed')
    const { url } = (await ask(l.moderator)).body
    const file = await (await l.w.raw(url, {}, l.moderator)).text()
    expect(file).toContain(who.name)
    expect(file).not.toContain(who.email)
  })
})

describe('a nomination', () => {
  const ask = (by: Somebody, who: Somebody, id = newId()) =>
    as(by)(nominate, { body: { id, accountId: who.accountId } })

  test('is of one’s own state, and shows nothing of whom it names', async () => {
    const who = await l.of('KG')
    expect((await ask(tj, who)).body.code).toBe('not-allowed')
    expect((await ask(await l.of('KG'), who)).body.code).toBe('not-allowed')
    expect((await ask(kg, { ...who, accountId: newId() })).body).toMatchObject({
      faults: [{ pointer: '/accountId', code: 'not-found' }],
    })
    expect((await ask(kg, who)).status).toBe(201)
    expect((await ask(kg, who)).body.code).toBe('nominated-already')
    expect(
      (await as(tj)(listPractitioners, { query: { limit: 200 } })).body.rows.map(row => row.name),
    ).not.toContain(who.name)
    expect((await as(tj)(listNominations, {})).body.rows.map(row => row.name)).not.toContain(who.name)
    expect(await told('entry.standing', who)).toMatchObject([{ state: 'nominated' }])
    expect((await as(who)(countDirectory, {})).body.nominated).toMatchObject({ country: 'KG' })
  })

  test('is a confirmation once the person stands there, and nothing when they decline', async () => {
    const yes = await l.of('KG')
    await ask(kg, yes)
    const { confirmed } = (await stand(yes)).body
    expect(confirmed).toMatchObject({ country: 'KG', until: '2027-11-26' })
    const no = await l.of('KG')
    const nomination = (await ask(kg, no)).body.rows.find(row => row.accountId === no.accountId)
    const end = (who: Somebody) => as(who)(endNomination, { params: { id: nomination?.id ?? '' }, body: {} })
    expect((await end(tj)).status).toBe(404)
    expect((await end(no)).body.rows).toMatchObject([{ state: 'declined' }])
    expect((await end(no)).body.code).toBe('nomination-ended')
    expect((await stand(no)).body.confirmed).toBeUndefined()
  })
})

describe('a letter', () => {
  const write = (
    who: Somebody,
    id: string,
    words = 'May I ask you about groups of mothers?',
    letter = newId(),
  ) => as(who)(writeLetter, { params: { id }, body: { id: letter, words } })

  test('reaches a practitioner, reveals no address and is for two', async () => {
    const { entry, who } = await stands('KG')
    const reader = await l.of('TJ')
    const sent = await write(reader, entry.id)
    expect(sent.status).toBe(201)
    expect((await write(who, entry.id)).body.code).toBe('own-entry')
    expect((await as(who)(countDirectory, {})).body.letters).toBe(1)
    const inbox = (await as(who)(listLetters, {})).body.rows
    expect(inbox).toMatchObject([{ id: sent.body.id, unread: 1, other: { name: reader.name } }])
    const opened = await as(who)(getLetters, { params: { id: sent.body.id } })
    expect(opened.body.letters[0]?.words).toContain('groups of mothers')
    for (const whole of [sent.body, opened.body]) {
      expect(JSON.stringify(whole)).not.toMatch(/@|example\.org/)
    }
    expect((await as(who)(countDirectory, {})).body.letters).toBe(0)
    for (const stranger of [await l.of('KG'), kg, l.moderator]) {
      expect((await as(stranger)(getLetters, { params: { id: sent.body.id } })).status).toBe(404)
      const reply = { params: { id: sent.body.id }, body: { id: newId(), words: 'Me too' } }
      expect((await as(stranger)(answerLetter, reply)).status).toBe(404)
    }
    const answered = await as(who)(answerLetter, {
      params: { id: sent.body.id },
      body: { id: newId(), words: 'Gladly: on Thursdays' },
    })
    expect(answered.body.letters.map(letter => letter.mine)).toEqual([false, true])
    expect(await told('letter.came', reader)).toHaveLength(1)
    expect(
      (await l.w.admin.query('select payload::text from platform.outbox')).rows
        .map(row => row.payload)
        .join(),
    ).not.toContain('mothers')
  })

  test('is stopped where it holds data of a person, and when there are too many', async () => {
    const { entry } = await stands('KG')
    const reader = await l.of('TJ')
    expect((await write(reader, entry.id, 'She was born on 12.03.2019')).body).toMatchObject({
      faults: [{ pointer: '/words', code: 'personal-birth' }],
    })
    const letter = newId()
    for (const _ of [1, 2]) expect((await write(reader, entry.id, 'Once', letter)).status).toBe(201)
    for (const _ of [1, 2]) expect((await write(reader, entry.id)).status).toBe(201)
    expect((await write(reader, entry.id)).body).toMatchObject({ code: 'too-many-letters', limit: 3 })
    const many = await Promise.all(Array.from({ length: 9 }, async () => (await stands('KG')).entry.id))
    const all = await Promise.all(many.map(id => write(reader, id)))
    expect(all.filter(one => one.status === 201)).toHaveLength(7)
    expect(all.find(one => one.status === 429)?.body).toMatchObject({ limit: 10 })
  })

  test('of somebody who left can still be read, not answered to whoever is gone', async () => {
    const { entry, who } = await stands('KG')
    const reader = await l.of('TJ')
    const sent = await write(reader, entry.id)
    await as(who)(leaveDirectory, { params: { id: entry.id } })
    expect(
      (await as(reader)(getLetters, { params: { id: sent.body.id } })).body.other.entryId,
    ).toBeUndefined()
    await l.w.admin.query("update access.accounts set state = 'blocked' where id = $1", [who.accountId])
    const reply = { params: { id: sent.body.id }, body: { id: newId(), words: 'Still there?' } }
    expect((await as(reader)(answerLetter, reply)).body.code).toBe('reader-gone')
  })
})

test('settings are changed by who keeps order, one after the other', async () => {
  const { body, etag } = await as(l.moderator)(getPeopleSettings, {})
  const { version: _, ...now } = body
  const change = (who: Somebody, ifMatch = etag ?? '') =>
    as(who)(changePeopleSettings, { body: { ...now, confirmMonths: 6 } }, { ifMatch })
  expect((await change(kg)).body.code).toBe('not-allowed')
  expect((await change(l.moderator)).body.confirmMonths).toBe(6)
  expect((await change(l.moderator)).body.code).toBe('stale-version')
  const { entry } = await stands('KG')
  expect((await confirm(kg, entry.id)).body.confirmed?.until).toBe('2027-05-26')
})
