/** Amendments and comments through HTTP: who may, what an acceptance makes, and what nobody settles silently. */
import type { Amendment } from '@kerege/contract/council/documents/schema'
import {
  addComment,
  listAmendments,
  proposeAmendment,
  resolveComment,
  settleAmendment,
} from '@kerege/contract/council/documents/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { type Hub, hub } from '../testing/hub.ts'
import { type Desk, desk, paragraph } from './testing/drafts.ts'

let h: Hub
let d: Desk
let kg: Somebody
let uz: Somebody
let icrc: Somebody
beforeAll(async () => {
  h = await hub({ now: () => new Date('2026-11-25T12:00:00Z') })
  d = desk(h)
  kg = await h.delegate('KG')
  uz = await h.delegate('UZ')
  icrc = await h.delegate('ICRC')
}, 60_000)
afterAll(() => h.w.close())

async function circulated(): Promise<string> {
  const { id } = (await d.draft()).body
  await d.move(id, 'circulated')
  return id
}
const propose = (id: string, more: object = {}, who = kg) =>
  h.w.as(who)(proposeAmendment, {
    params: { id },
    body: {
      id: newId(),
      action: 'replace',
      blockId: 'b',
      sourceNumber: 1,
      after: paragraph('b', 'Words of a delegation.'),
      reason: 'It says who',
      ...more,
    },
  })
const settle = (id: string, amendmentId: string, body: object, who = h.secretariat) =>
  h.w.as(who)(settleAmendment, { params: { id, amendmentId }, body: body as { as: 'accepted' } })
const only = (reply: { body: { rows: Amendment[] } }) =>
  reply.body.rows.findLast(one => one.state === 'proposed')?.id ?? ''

describe('an amendment', () => {
  test('is proposed by no observer, by nobody without credentials, and to no draft', async () => {
    const id = await circulated()
    expect((await propose(id, {}, icrc)).body).toMatchObject({ code: 'not-counted' })
    expect((await propose(id, {}, h.secretariat)).body).toMatchObject({ code: 'not-allowed' })
    const unaccepted = await h.delegate('TJ', { credentials: 'received' })
    expect((await propose(id, {}, unaccepted)).body).toMatchObject({ code: 'no-credentials' })
    const { id: draft } = (await d.draft()).body
    expect((await propose(draft)).status).toBe(404)
    expect((await propose(id, { blockId: 'zz' })).body).toMatchObject({ faults: [{ pointer: '/blockId' }] })
    expect((await propose(id, { action: 'remove' })).body).toMatchObject({ faults: [{ pointer: '/after' }] })
  })

  test('is settled by those who prepare, taken back by its own delegation, and once', async () => {
    const id = await circulated()
    const one = only(await propose(id))
    expect((await settle(id, one, { as: 'accepted', basedOn: 1 }, uz)).body).toMatchObject({
      code: 'not-yours',
    })
    expect((await settle(id, one, { as: 'withdrawn' }, uz)).body).toMatchObject({ code: 'not-yours' })
    expect((await settle(id, one, { as: 'withdrawn' })).body).toMatchObject({ code: 'not-yours' })
    expect((await settle(id, one, { as: 'withdrawn' }, kg)).body.rows[0]?.state).toBe('withdrawn')
    expect((await settle(id, one, { as: 'declined' })).body).toMatchObject({ code: 'amendment-settled' })
  })

  test('accepted makes the next version of the source, and the translation stale', async () => {
    const id = await circulated()
    const source = (await d.text(id, 'en')).body.text
    await d.save(id, 'ru', 0, source, 1)
    const one = only(await propose(id))
    expect((await settle(id, one, { as: 'accepted' })).body).toMatchObject({
      faults: [{ pointer: '/basedOn' }],
    })
    expect((await settle(id, one, { as: 'accepted', basedOn: 9 })).body).toMatchObject({
      code: 'stale-version',
    })
    const done = (await settle(id, one, { as: 'accepted', basedOn: 1, answer: 'Agreed in the room' })).body
      .rows[0]
    expect(done).toMatchObject({ state: 'accepted', resultNumber: 2, answer: 'Agreed in the room' })
    const now = (await d.text(id, 'en', kg)).body
    expect(now.version).toBe(2)
    expect(now.text.blocks[1]).toEqual(paragraph('b', 'Words of a delegation.'))
    expect((await d.read(id, kg)).body.languages.ru).toBe('stale')
  })

  test('whose paragraph has changed meanwhile is shown so, and accepted with agreed words only', async () => {
    const id = await circulated()
    const first = only(await propose(id))
    const second = only(await propose(id, { after: paragraph('b', 'Words of another one.') }, uz))
    await settle(id, first, { as: 'accepted', basedOn: 1 })
    const { rows } = (await h.w.as(uz)(listAmendments, { params: { id } })).body
    expect(rows.find(one => one.id === second)).toMatchObject({ conflict: 'changed', mine: true })
    expect((await settle(id, second, { as: 'accepted', basedOn: 2 })).body).toMatchObject({
      code: 'amendment-conflict',
    })
    expect((await d.text(id, 'en')).body.version).toBe(2)
    const agreed = paragraph('b', 'Words of both.')
    expect((await settle(id, second, { as: 'accepted', basedOn: 2, agreed })).status).toBe(200)
    expect((await d.text(id, 'en')).body.text.blocks[1]).toEqual(agreed)
    const third = only(await propose(id, { action: 'remove', after: undefined, blockId: 'a' }))
    const fourth = only(await propose(id, { blockId: 'a' }, uz))
    await settle(id, third, { as: 'accepted', basedOn: 3 })
    const gone = await settle(id, fourth, { as: 'accepted', basedOn: 4, agreed })
    expect(gone.body).toMatchObject({ code: 'amendment-conflict', conflict: 'gone' })
  })

  test('of two who accept at once one makes the version', async () => {
    const id = await circulated()
    const one = only(await propose(id))
    const replies = await Promise.all([
      settle(id, one, { as: 'accepted', basedOn: 1 }),
      settle(id, one, { as: 'accepted', basedOn: 1 }, h.chair),
    ])
    expect(replies.filter(reply => reply.status === 200)).toHaveLength(1)
    expect((await d.text(id, 'en')).body.version).toBe(2)
  })

  test('that inserts takes an id that no paragraph ever had', async () => {
    const id = await circulated()
    const one = only(
      await propose(id, { action: 'insert-after', blockId: 'a', after: paragraph('b', 'Between.') }),
    )
    await settle(id, one, { as: 'accepted', basedOn: 1 })
    const { blocks } = (await d.text(id, 'en')).body.text
    expect(blocks.map(block => block.id)).toEqual(['a', 'b3', 'b'])
  })

  test('that waits keeps a document from being issued', async () => {
    const id = await circulated()
    await propose(id)
    await d.check(id, 'en', 1)
    expect((await d.move(id, 'issued')).body.code).toBe('amendments-open')
  })
})

describe('a comment', () => {
  const say = (id: string, more: object = {}, who = icrc) =>
    h.w.as(who)(addComment, {
      params: { id },
      body: { id: newId(), language: 'en', blockId: 'a', words: 'Who is meant?', ...more },
    })

  test('comes from any delegation and from those who prepare, and from nobody else', async () => {
    const id = await circulated()
    expect((await say(id)).body.rows).toMatchObject([{ words: 'Who is meant?', party: { code: 'ICRC' } }])
    expect((await say(id, {}, h.secretariat)).status).toBe(201)
    expect((await say(id, {}, await h.w.somebody('practitioner'))).status).toBe(403)
    expect((await say(id, { replyTo: newId() })).body).toMatchObject({ faults: [{ pointer: '/replyTo' }] })
  })

  test('is answered, and dealt with by its author or those who prepare', async () => {
    const id = await circulated()
    const first = (await say(id)).body.rows[0]?.id ?? ''
    expect((await say(id, { replyTo: first, words: 'The contact.' }, h.secretariat)).body.rows).toHaveLength(
      2,
    )
    const resolve = (who: Somebody) => h.w.as(who)(resolveComment, { params: { id, commentId: first } })
    expect((await resolve(kg)).body).toMatchObject({ code: 'not-yours' })
    expect((await resolve(icrc)).body.rows[0]?.resolvedAt).toBeDefined()
    expect((await d.read(id)).body.openComments).toBe(0)
  })
})
