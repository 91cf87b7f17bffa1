/** What a device says of itself: the lock of what it keeps, and the clocks of a command that waited there. */
import { unlockDevice } from '@kerege/contract/access/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { draft } from '../testing/people.ts'
import { type World, world } from '../testing/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

test('nobody gets a lock without a session', async () => {
  expect(await w.as(null)(unlockDevice, { body: { device: newId() } })).toMatchObject({ status: 401 })
})

test('the lock is the same for one account on one device, and another for every other', async () => {
  const [ana, bek] = [await w.somebody('caseManager'), await w.somebody('caseManager')]
  const [phone, other] = [newId(), newId()]
  const lock = async (who: typeof ana, device: string) =>
    (await w.as(who)(unlockDevice, { body: { device } })).body.lock
  const first = await lock(ana, phone)
  expect(Buffer.from(first, 'base64')).toHaveLength(32)
  expect(await lock(ana, phone)).toBe(first)
  expect(new Set([first, await lock(ana, other), await lock(bek, phone)]).size).toBe(3)
  const told = await w.admin.query(
    "select count(*) as n from audit.entries where action = 'session.device-unlocked' and account_id = $1",
    [ana.accountId],
  )
  expect(Number(told.rows[0].n)).toBe(3)
})

const register = async (headers: Record<string, string>) => {
  const who = await w.somebody('caseManager')
  const body = draft()
  const reply = await w.as(who)(registerPerson, { body }, { headers })
  const { rows } = await w.admin.query('select counts from audit.entries where $1 = any (subjects)', [
    body.id,
  ])
  return { reply, counts: rows[0]?.counts as object | undefined }
}

test('a device that says half of it is refused', async () => {
  const whole = {
    'kerege-device': newId(),
    'kerege-done-at': new Date().toISOString(),
    'kerege-clock': new Date().toISOString(),
  }
  for (const without of Object.keys(whole)) {
    const { [without as keyof typeof whole]: _, ...half } = whole
    expect((await register(half as typeof whole)).reply).toMatchObject({
      status: 422,
      body: { code: 'device-malformed' },
    })
  }
  const bad = { ...whole, 'kerege-clock': 'five past' }
  expect((await register(bad)).reply.status).toBe(422)
})

test('the log says how long a command waited, whatever the clock of the device says', async () => {
  const minute = 60_000
  const wrong = Date.now() + 600 * minute
  const { reply, counts } = await register({
    'kerege-device': newId(),
    'kerege-done-at': new Date(wrong - 45 * minute).toISOString(),
    'kerege-clock': new Date(wrong).toISOString(),
  })
  expect(reply.status).toBe(201)
  expect(counts).toMatchObject({ waitedMinutes: 45 })
  expect((await register({})).counts).not.toHaveProperty('waitedMinutes')
})
