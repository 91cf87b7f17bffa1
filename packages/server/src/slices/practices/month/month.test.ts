/** The practice of the month: who chooses, what may be chosen, and that everybody hears of it once, in their language. */
import { type Language, languages } from '@kerege/contract/common'
import { chooseMail, listNotices } from '@kerege/contract/notifications/routes'
import { chooseMonth, listMonths } from '@kerege/contract/practices/month/routes'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Mail, Node } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { MailError } from '../../../platform/mail.ts'
import { dispatch } from '../../../platform/outbox.ts'
import type { Somebody } from '../../../testing/world.ts'
import { noticeEvents } from '../../notifications/index.ts'
import { practiceContent, type Library, library } from '../testing/library.ts'
import { sendMonthMails, tellMonth } from './clock.ts'

let l: Library
let author: Somebody
let reader: Somebody
let at = new Date('2026-11-25T12:00:00Z')
const as = (who: Somebody | null) => l.w.as(who)

beforeAll(async () => {
  l = await library({ now: () => at })
  author = await l.of('TJ')
  reader = await l.of('UZ')
  for (const country of ['KZ', 'KG', 'TM']) await l.of(country, 'expert')
}, 60_000)
afterAll(() => l.w.close())
beforeEach(async () => {
  at = new Date('2026-11-25T12:00:00Z')
  await l.w.admin.query('delete from practices.month_mails')
  await l.w.admin.query('delete from practices.months')
})

const open = async (title?: string) =>
  (await l.published(author, { audience: 'public', ...(title ? { content: practiceContent(title) } : {}) }))
    .id
const choose = (who: Somebody | null, practiceId: string, month = '2026-12', more: object = {}) =>
  as(who)(chooseMonth, { params: { month }, body: { practiceId, ...more } })
const months = async (who: Somebody) => (await as(who)(listMonths, {})).body
const firstDay = () => {
  at = new Date('2026-12-01T04:00:00Z')
}

/** The node with a post box that keeps what it is given, and may fall over. */
function posting(fail: (mail: Mail, sent: readonly Mail[]) => Error | null = () => null) {
  const mails: Mail[] = []
  const node: Node = {
    ...l.w.running.node,
    now: () => at,
    sendMail: async mail => {
      const fault = fail(mail, mails)
      if (fault) throw fault
      mails.push(mail)
    },
  }
  return { node, mails }
}

describe('it is not chosen', () => {
  test('by nobody, nor by those who do not moderate', async () => {
    const id = await open()
    expect((await choose(null, id)).body.code).toBe('not-signed-in')
    expect((await choose(reader, id)).body.code).toBe('not-allowed')
  })

  test('from what is not open to everybody, retracted or not there; nor for a month that is over', async () => {
    const faults = async (id: string) => (await choose(l.moderator, id)).body
    const inner = (await l.published(author, { audience: 'practitioners' })).id
    const gone = await open()
    await l.w.admin.query("update practices.practices set state = 'retracted' where id = $1", [gone])
    for (const id of [inner, gone]) {
      expect(await faults(id)).toMatchObject({
        faults: [{ pointer: '/practiceId', code: 'not-for-everybody' }],
      })
    }
    expect(await faults(newId())).toMatchObject({ faults: [{ pointer: '/practiceId', code: 'not-found' }] })
    expect((await choose(l.moderator, await open(), '2026-10')).body.code).toBe('month-told')
    // An address that no month has.
    expect((await choose(l.moderator, await open(), '2026-13')).body.code).toBe('not-found')
  })
})

test('what is chosen is news: readers see it when it was told, and it can be changed until then', async () => {
  const [one, two] = [await open('First choice'), await open('Second thought')]
  await choose(l.moderator, one)
  await choose(l.moderator, two)
  expect((await months(l.moderator)).rows.map(row => row.practice.id)).toEqual([two])
  expect(await months(reader)).toEqual({ rows: [], suggested: [], mayChoose: false })
  firstDay()
  const { node } = posting()
  expect(await tellMonth(node)).toBeGreaterThan(2)
  expect((await months(reader)).rows.map(row => row.practice.id)).toEqual([two])
  expect((await choose(l.moderator, one)).body.code).toBe('month-told')
})

test('what was adopted and worked is suggested first, and rests for a year once it was chosen', async () => {
  const [plain, tried] = [await open('Nobody tried it'), await open('It worked elsewhere')]
  await l.w.admin.query(
    'insert into practices.uses (practice_id, tried, worked, bound) values ($1, 3, 3, 0.4)',
    [tried],
  )
  const suggested = async () => (await months(l.moderator)).suggested.map(row => row.practice.id)
  expect((await suggested())[0]).toBe(tried)
  expect(await suggested()).toContain(plain)
  await choose(l.moderator, tried)
  expect(await suggested()).not.toContain(tried)
})

describe('on the first working day', () => {
  test('and not before; nothing where nothing was chosen or it was retracted meanwhile', async () => {
    const { node } = posting()
    const id = await open()
    await choose(l.moderator, id, '2026-11')
    at = new Date('2026-11-01T12:00:00Z') // a Sunday
    expect(await tellMonth(node)).toBe(0)
    await l.w.admin.query("update practices.practices set state = 'retracted' where id = $1", [id])
    at = new Date('2026-11-02T12:00:00Z')
    expect(await tellMonth(node)).toBe(0)
    expect(await sendMonthMails(node)).toBe(0)
    await l.w.admin.query("update practices.practices set state = 'published' where id = $1", [id])
    expect(await tellMonth(node)).toBeGreaterThan(0)
  })

  test('everybody has one notice; mails go to those who did not switch them off, without a second one', async () => {
    const quiet = await l.of('KG')
    await as(quiet)(chooseMail, { body: { topic: 'practice.month', mail: 'never' } })
    const blocked = await l.of('KG')
    const id = await open('Bridge class')
    const why = { en: { text: 'Three states have tried it', state: 'checked' as const } }
    await choose(l.moderator, id, '2026-12', { words: why })
    firstDay()
    const { node, mails } = posting()
    const told = await Promise.all([tellMonth(node), tellMonth(node)])
    expect(told.filter(n => n > 0)).toHaveLength(1)
    await l.w.admin.query("update access.accounts set state = 'blocked' where id = $1", [blocked.accountId])
    await Promise.all([sendMonthMails(node), sendMonthMails(node)])
    await sendMonthMails(node)
    const boxes = mails.map(mail => mail.to)
    expect(new Set(boxes).size).toBe(boxes.length)
    expect(boxes).toContain(reader.email)
    for (const who of [quiet, blocked]) expect(boxes).not.toContain(who.email)
    const [mine] = mails.filter(mail => mail.to === reader.email)
    expect(mine?.subject).toBe('Practice of the month: Bridge class')
    expect(mine?.text).toContain('A grade set by what a child knows')
    expect(mine?.text).toContain('Three states have tried it')
    expect(mine?.text).toContain(`/practices/${id}`)
    expect(mine?.text).toContain('/notifications/settings')
    await dispatch(l.w.running.node.pool, noticeEvents, (_topic, error) => {
      throw error
    })
    for (const who of [reader, quiet]) {
      const rows = (await as(who)(listNotices, {})).body.rows.filter(row => row.params['practiceId'] === id)
      expect(rows).toMatchObject([{ topic: 'practice.month', params: { practiceId: id } }])
    }
    const waiting = await l.w.admin.query(
      "select 1 from notifications.notices where topic = 'practice.month' and mail <> 'never'",
    )
    expect(waiting.rowCount).toBe(0)
  })

  test('a mail server that is away is asked again; what it refuses for good is not; nobody gets two', async () => {
    await choose(l.moderator, await open())
    firstDay()
    await tellMonth(posting().node)
    let away = true
    const { node, mails } = posting((mail, sent) =>
      mail.to === reader.email
        ? new MailError('mail-refused')
        : away && sent.length === 2
          ? new Error('away')
          : null,
    )
    await expect(sendMonthMails(node)).rejects.toThrow('away')
    expect(mails).toHaveLength(2)
    away = false
    await sendMonthMails(node)
    await sendMonthMails(node)
    const boxes = mails.map(mail => mail.to)
    expect(boxes.length).toBeGreaterThan(2)
    expect(new Set(boxes).size).toBe(boxes.length)
    expect(boxes).not.toContain(reader.email)
    const { rows } = await l.w.admin.query(
      'select count(*)::int as n from practices.month_mails where claimed_at is null',
    )
    expect(rows[0].n).toBe(0)
  })

  test('a process that dies with a mail on its way sends none twice: the next one goes on behind it', async () => {
    await choose(l.moderator, await open())
    firstDay()
    await tellMonth(posting().node)
    // Killed in the middle of the second mail: neither "sent" nor "given back" is ever written.
    const killed = posting((_mail, sent) => {
      if (sent.length < 1) return null
      throw new Error('killed')
    })
    const dying: Node = { ...killed.node, pool: dyingPool(killed.node) }
    await sendMonthMails(dying).catch(() => undefined)
    const next = posting()
    await sendMonthMails(next.node)
    const all = [...killed.mails, ...next.mails].map(mail => mail.to)
    expect(new Set(all).size).toBe(all.length)
    const { rows } = await l.w.admin.query('select count(*)::int as n from practices.month_mails')
    expect(all.length).toBe(rows[0].n - 1)
  })

  test('each in their language', async () => {
    const people = new Map<Language, Somebody>()
    for (const language of languages) {
      const who = await l.of('KZ')
      await l.w.admin.query('update access.accounts set language = $2 where id = $1', [
        who.accountId,
        language,
      ])
      people.set(language, who)
    }
    const title = Object.fromEntries(
      languages.map(one => [one, { text: `Title in ${one}`, state: 'checked' as const }]),
    )
    const { id } = await l.published(author, {
      audience: 'public',
      content: practiceContent('x', { texts: { title: title as never } }),
    })
    await choose(l.moderator, id)
    firstDay()
    const { node, mails } = posting()
    await tellMonth(node)
    await sendMonthMails(node)
    const subjects = languages.map(
      one => mails.find(mail => mail.to === people.get(one)?.email)?.subject ?? '',
    )
    for (const [n, language] of languages.entries()) expect(subjects[n]).toContain(`Title in ${language}`)
    expect(new Set(subjects.map(one => one.replace(/Title in ../, ''))).size).toBe(languages.length)
  })
})

/** After the "kill" nothing more of this process reaches the database. */
function dyingPool(node: Node): Node['pool'] {
  return new Proxy(node.pool, {
    get(pool, name) {
      if (name !== 'query') return Reflect.get(pool, name, pool)
      return async (text: string, values: unknown[]) => {
        if (text.includes('settle_month_mail') && values[2] === null) throw new Error('killed')
        return pool.query(text, values)
      }
    },
  })
}
