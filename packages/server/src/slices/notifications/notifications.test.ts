import { type Language, languages } from '@kerege/contract/common'
import { makeTask } from '@kerege/contract/tasks/routes'
import { askErasure, grantPerson, registerPerson } from '@kerege/contract/people/routes'
import { decideApproval } from '@kerege/contract/approvals/routes'
import {
  chooseMail,
  countNotices,
  listMailChoices,
  listNotices,
  readAllNotices,
  readNotice,
} from '@kerege/contract/notifications/routes'
import { topicNames } from '@kerege/contract/notifications/topics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Mail, Node } from '../../platform/context.ts'
import { over } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { dispatch, emit } from '../../platform/outbox.ts'
import { draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { noticeEvents } from './index.ts'
import { openNoticeMessages, queueMail, sendMail } from './mail.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const run = () =>
  dispatch(w.running.node.pool, noticeEvents, (_topic, error) => {
    throw error
  })
const notices = async (who: Somebody, query: { unread?: string; limit?: number; cursor?: string } = {}) =>
  (await w.as(who)(listNotices, { query: query as never })).body
const tell = async (who: Somebody, topic: string, params: Record<string, string | number> = {}) => {
  await emit(over(w.admin), topic, { accountId: who.accountId, ...params })
  await run()
}

/** The node with a post box that keeps what it is given. */
function withPostBox(): { node: Node; mails: Mail[] } {
  const mails: Mail[] = []
  const sending = async (mail: Mail) => {
    mails.push(mail)
  }
  return { node: { ...w.running.node, sendMail: sending }, mails }
}

describe('notices refuse', () => {
  test('somebody who is not signed in', async () => {
    expect(await w.as(null)(listNotices, {})).toMatchObject({ status: 401 })
  })

  test("to show or mark somebody else's", async () => {
    const [one, other] = [await w.somebody('doctor'), await w.somebody('doctor')]
    await tell(one, 'approval.decided', { approvalId: newId() })
    const [mine] = (await notices(one)).rows
    expect((await notices(other)).rows).toEqual([])
    expect(await w.as(other)(readNotice, { params: { id: mine?.id ?? '' } })).toMatchObject({ status: 404 })
    await w.as(other)(readAllNotices, {})
    expect((await w.as(one)(countNotices, {})).body.unread).toBe(1)
  })

  test('to switch off mail about one’s own account, and topics that there are not', async () => {
    const who = await w.somebody('doctor')
    const choose = (topic: string) =>
      w.as(who)(chooseMail, { body: { topic: topic as 'task.due', mail: 'never' } })
    expect(await choose('account.unblocked')).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/topic', code: 'topic-fixed' }] },
    })
    expect(await choose('weather')).toMatchObject({ status: 422 })
  })

  test('to tell somebody who is blocked', async () => {
    const who = await w.somebody('doctor')
    await w.admin.query("update access.accounts set state = 'blocked' where id = $1", [who.accountId])
    await tell(who, 'task.due', { today: 1 })
    await w.admin.query("update access.accounts set state = 'active' where id = $1", [who.accountId])
    expect((await notices(who)).rows).toEqual([])
  })
})

describe('a notice', () => {
  test('comes from an event once, however often that is handled', async () => {
    const who = await w.somebody('doctor')
    const event = newId()
    for (const _ of [1, 2]) {
      await emit(over(w.admin), 'task.due', { accountId: who.accountId, overdue: 2, today: 1 }, event)
      await run()
    }
    expect((await notices(who)).rows).toMatchObject([{ topic: 'task.due', params: { overdue: 2, today: 1 } }])
  })

  test('is listed unread first, page by page, and marked as read', async () => {
    const who = await w.somebody('doctor')
    for (const today of [1, 2, 3, 4]) await tell(who, 'task.due', { today })
    const told = async (query = {}) => (await notices(who, query)).rows.map(row => row.params['today'])
    expect(await told()).toEqual([4, 3, 2, 1])
    const third = (await notices(who)).rows[1]
    expect(await w.as(who)(readNotice, { params: { id: third?.id ?? '' } })).toMatchObject({ status: 204 })
    const seen: unknown[] = []
    let cursor: string | undefined
    do {
      const page = await notices(who, { limit: 1, ...(cursor ? { cursor } : {}) })
      seen.push(...page.rows.map(row => row.params['today']))
      cursor = page.next
    } while (cursor)
    expect(seen).toEqual([4, 2, 1, 3])
    expect(await told({ unread: 'true' })).toEqual([4, 2, 1])
    expect((await w.as(who)(countNotices, {})).body.unread).toBe(3)
    await w.as(who)(readAllNotices, {})
    expect((await w.as(who)(countNotices, {})).body.unread).toBe(0)
  })

  test('tells of a person by id, and by name only to whom that person is open', async () => {
    const lead = await w.somebody('supervisor')
    const doctor = await w.somebody('doctor')
    const body = draft()
    await w.as(lead)(registerPerson, { body })
    const grant = {
      id: newId(),
      accountId: doctor.accountId,
      kind: 'task' as const,
      until: '2199-01-01',
      reason: 'Check-up',
    }
    await w.as(lead)(grantPerson, { params: { id: body.id }, body: grant })
    await run()
    expect((await notices(doctor)).rows).toMatchObject([
      { topic: 'person.granted', params: { personId: body.id }, subject: 'Көктемова Әлия Бақытқызы' },
    ])
    await w.admin.query('update access.grants set valid_to = now() where id = $1', [grant.id])
    expect((await notices(doctor)).rows[0]).not.toHaveProperty('subject')
    const stored = await w.admin.query('select params::text from notifications.notices')
    expect(JSON.stringify(stored.rows)).not.toContain('Көктем')
  })

  test('goes to everybody who may decide, and back to who asked', async () => {
    const asker = await w.somebody('supervisor')
    const decider = await w.somebody('supervisor')
    const teacher = await w.somebody('teacher')
    const stranger = await w.somebody('supervisor', await w.agency())
    const body = draft()
    await w.as(asker)(registerPerson, { body })
    const asked = await w.as(asker)(askErasure, { params: { id: body.id }, body: { reason: 'Asked for it' } })
    await run()
    const id = asked.body.approvalId
    const waiting = { topic: 'approval.waiting', params: { approvalId: id } }
    expect((await notices(decider)).rows).toMatchObject([waiting])
    for (const who of [asker, teacher, stranger]) expect((await notices(who)).rows).toEqual([])
    const no = { params: { id }, body: { verdict: 'refused' as const, comment: 'Not now' } }
    await w.as(decider)(decideApproval, no, { ifMatch: '"1"' })
    await run()
    expect((await notices(asker)).rows).toMatchObject([
      { topic: 'approval.decided', params: { approvalId: id, state: 'refused' } },
    ])
  })

  test('goes to the new owner of a task', async () => {
    const [giver, owner] = [await w.somebody('supervisor'), await w.somebody('caseManager')]
    const id = newId()
    await w.as(giver)(makeTask, {
      body: { id, title: 'Bring the papers', due: '2030-01-01', ownerId: owner.accountId },
    })
    await run()
    expect((await notices(owner)).rows).toMatchObject([{ topic: 'task.handed-over', params: { taskId: id } }])
  })
})

describe('mail', () => {
  const text = openNoticeMessages()
  const send = async (node: Node, mode: 'at-once' | 'digest') => {
    const queued: string[] = []
    await queueMail(node, mode, async (_name, data) => {
      queued.push(String(data['accountId']))
    })
    return queued
  }

  test('says in the reader’s language that something waits, how much, and where; and nothing else', async () => {
    const { node, mails } = withPostBox()
    await send(node, 'at-once')
    const who = await w.somebody('supervisor', { name: 'Aigul Samalova' })
    await w.admin.query("update access.accounts set language = 'kk' where id = $1", [who.accountId])
    const approvalId = newId()
    for (const _ of [1, 2]) await tell(who, 'approval.waiting', { approvalId })
    await tell(who, 'task.due', { today: 4 })
    expect(await send(node, 'at-once')).toEqual([who.accountId])
    expect(await send(node, 'at-once')).toEqual([])
    await sendMail(node, text, who.accountId)
    // A job that runs again has nothing to say.
    await sendMail(node, text, who.accountId)
    expect(mails).toEqual([
      {
        to: who.email,
        subject: 'Kerege жүйесінде сізді жаңалық күтіп тұр',
        text: [
          'Kerege жүйесінде сізді мыналар күтіп тұр:',
          '',
          '- Сіздің шешіміңізді күтіп тұрған сұраулар: 2',
          '',
          'Ашу: http://localhost:4999/notifications',
          '',
          'Хатпен не келетінін баптаулардан таңдай аласыз.',
          '',
        ].join('\n'),
      },
    ])
  })

  test('comes when it was chosen, and not for what was read already', async () => {
    const { node } = withPostBox()
    for (const mode of ['at-once', 'digest'] as const) await send(node, mode)
    const who = await w.somebody('doctor')
    const reader = await w.somebody('doctor')
    await w.as(who)(chooseMail, { body: { topic: 'approval.waiting', mail: 'digest' } })
    const choices = await w.as(who)(listMailChoices, {})
    expect(choices.body.choices).toContainEqual({ topic: 'approval.waiting', mail: 'digest', fixed: false })
    await tell(who, 'approval.waiting', { approvalId: newId() })
    await tell(reader, 'approval.waiting', { approvalId: newId() })
    await w.as(reader)(readAllNotices, {})
    expect(await send(node, 'at-once')).toEqual([])
    expect(await send(node, 'digest')).toEqual([who.accountId])
  })

  test('is tried again when it could not be sent', async () => {
    const { node, mails } = withPostBox()
    const who = await w.somebody('doctor')
    await tell(who, 'account.unblocked')
    await send(node, 'at-once')
    const failing = { ...node, sendMail: () => Promise.reject(new Error('No line')) }
    await expect(sendMail(failing, text, who.accountId)).rejects.toThrow('No line')
    await sendMail(node, text, who.accountId)
    expect(mails).toHaveLength(1)
  })

  test('is handed over once more when a process fell between marking it and handing it over', async () => {
    const { node } = withPostBox()
    const who = await w.somebody('doctor')
    await tell(who, 'account.unblocked')
    const fallen = queueMail(node, 'at-once', () => Promise.reject(new Error('killed')))
    await expect(fallen).rejects.toThrow('killed')
    const sent = async () => (await send(node, 'at-once')).filter(one => one === who.accountId).length
    expect(await sent()).toBe(0)
    const later = () =>
      w.admin.query("update notifications.notices set queued_at = queued_at - interval '31 minutes'")
    await later()
    expect(await sent()).toBe(1)
    await later()
    expect(await sent()).toBe(0)
  })

  test('never goes to invented people', async () => {
    const { node } = withPostBox()
    const who = await w.somebody('doctor')
    await tell(who, 'account.unblocked')
    expect(await send({ ...node, info: { ...node.info, demo: true } }, 'at-once')).toEqual([])
    expect(await send(node, 'at-once')).toContain(who.accountId)
  })

  test.each(languages)('has every text in %s', (language: Language) => {
    for (const topic of topicNames) expect(text(language, topic, { count: 3 })).toMatch(/3/)
    for (const key of ['mail.subject', 'mail.lead', 'mail.settings']) {
      expect(text(language, key)).toMatch(/\S/)
      if (language !== 'en') expect(text(language, key)).not.toBe(text('en', key))
    }
    expect(text(language, 'mail.open', { link: 'x' })).toContain('x')
  })
})
