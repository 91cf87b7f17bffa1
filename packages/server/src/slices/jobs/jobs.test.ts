import { listJobs, retryJob } from '@kerege/contract/jobs/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { over } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { type JobDefinition, type Jobs, startJobs } from '../../platform/jobs.ts'
import { dispatch, emit } from '../../platform/outbox.ts'
import { type World, world } from '../../testing/world.ts'

let w: World
beforeAll(async () => {
  w = await world({ background: true })
})
afterAll(() => w.close())

const until = async <T>(look: () => Promise<T | undefined | false>, seconds = 20): Promise<T> => {
  for (const end = Date.now() + seconds * 1000; ; ) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error('It did not come in time.')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

describe('background work refuses', () => {
  test('to be looked at by somebody who does not run the node', async () => {
    const lead = await w.somebody('supervisor')
    expect(await w.as(lead)(listJobs, {})).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    expect(await w.as(lead)(retryJob, { params: { id: newId() } })).toMatchObject({ status: 403 })
  })

  test('to try again what was not given up', async () => {
    const operator = await w.somebody('administrator')
    expect(await w.as(operator)(retryJob, { params: { id: newId() } })).toMatchObject({ status: 404 })
    const event = newId()
    await emit(over(w.admin), 'nobody.waits', {}, event)
    expect(await w.as(operator)(retryJob, { params: { id: event } })).toMatchObject({ status: 404 })
  })
})

describe('the queue', () => {
  test('runs with few connections, and shows its queues by name', async () => {
    const operator = await w.somebody('administrator')
    const view = (await w.as(operator)(listJobs, {})).body
    expect(view.running).toBe(true)
    expect(view.queues.map(queue => queue.name)).toEqual(
      expect.arrayContaining(['outbox', 'tasks.remind', 'approvals.expire', 'notifications.mail']),
    )
    const open = await w.admin.query<{ count: number }>(
      "select count(*)::int from pg_stat_activity where application_name = 'kerege-jobs' and datname = current_database()",
    )
    expect(open.rows[0]?.count).toBeLessThanOrEqual(3)
  })

  test('wakes for what was sent, at the node’s own hour for what comes back', async () => {
    const zones = await w.admin.query('select name, cron, timezone from jobs.schedule order by name')
    expect(zones.rows).toContainEqual({ name: 'tasks.remind', cron: '0 6 * * *', timezone: 'Asia/Almaty' })
  })
})

describe('work that fails', () => {
  test('is given up after its tries, leaves a code and no words, and is tried again by hand', async () => {
    const operator = await w.somebody('administrator')
    const seen: unknown[] = []
    let broken = true
    const fails: JobDefinition = {
      name: 'test.fails',
      work: async data => {
        seen.push(data)
        if (broken) throw Object.assign(new Error('Самалова did not answer'), { code: 'no-line' })
      },
    }
    const faults: string[] = []
    const mine = await startJobs(w.database.jobsUrl, [fails], name => faults.push(name))
    try {
      await w.admin.query("update jobs.queue set retry_limit = 0 where name = 'test.fails'")
      const accountId = newId()
      await w.admin.query(
        "update jobs.queue set retry_backoff = false, retry_delay = 0 where name = 'test.fails'",
      )
      await mine.send('test.fails', { accountId })
      const letter = await until(async () =>
        (await mine.deadLetters(10)).find(one => one.name === 'test.fails'),
      )
      expect(letter).toMatchObject({ code: 'no-line' })
      const shown = (await w.as(operator)(listJobs, {})).body.deadLetters
      expect(shown).toContainEqual(letter)
      const kept = await w.admin.query('select t::text from jobs.job t')
      expect(JSON.stringify(kept.rows)).not.toMatch(/Самалова|did not answer|jobs\.test\.ts/)

      broken = false
      expect(await w.as(operator)(retryJob, { params: { id: letter.id } })).toMatchObject({ status: 200 })
      for (const _ of [1, 2, 3]) await mine.send('test.fails', { accountId })
      // One after the other at once, not one at each look of the clock.
      await until(async () => seen.length >= 5, 10)
      expect(seen).toEqual(Array.from({ length: 5 }, () => ({ accountId })))
      expect(await mine.deadLetters(10)).toEqual([])
      expect(faults.filter(name => name === 'test.fails')).toHaveLength(1)
    } finally {
      await mine.stop()
    }
  })

  test('of a timer does not stop the timer, and stopping waits for what is under way', async () => {
    let [begun, ended] = [0, 0]
    const ticking: JobDefinition = {
      name: 'test.ticks',
      everySeconds: 0.02,
      work: async () => {
        begun += 1
        await new Promise(resolve => setTimeout(resolve, 30))
        ended += 1
        throw new Error('again')
      },
    }
    const mine: Jobs = await startJobs(w.database.jobsUrl, [ticking], () => undefined)
    await until(async () => begun >= 3)
    await mine.stop()
    expect(ended).toBe(begun)
    const stopped = begun
    await new Promise(resolve => setTimeout(resolve, 80))
    expect(begun).toBe(stopped)
  })
})

describe('the post room', () => {
  const waits = async (id: string) =>
    (await w.admin.query('select tries, due, code from platform.outbox where id = $1', [id])).rows[0]

  test('keeps an event that cannot be handled, lets the others pass, and shows it when it is given up', async () => {
    const operator = await w.somebody('administrator')
    const [bad, good] = [newId(), newId()]
    const handled: string[] = []
    let broken = true
    const handlers = [
      {
        topic: 'test.bad',
        handle: async (tx: Parameters<typeof emit>[0]) => {
          // Written before it fails: taken back with the failure.
          await emit(tx, 'test.never', {})
          if (broken) throw Object.assign(new Error('Самалова'), { code: 'no-table' })
        },
      },
      {
        topic: 'test.good',
        handle: async (_tx: unknown, event: { id: string }) => void handled.push(event.id),
      },
    ]
    const faults: string[] = []
    const run = () => dispatch(w.running.node.pool, handlers, topic => faults.push(topic))
    await emit(over(w.admin), 'test.bad', { personId: newId() }, bad)
    await emit(over(w.admin), 'test.good', {}, good)
    await run()
    expect(handled).toEqual([good])
    expect(await waits(bad)).toMatchObject({ tries: 1, code: 'no-table' })
    expect(await waits(good)).toBeUndefined()
    const written = await w.admin.query("select 1 from platform.outbox where topic = 'test.never'")
    expect(written.rowCount).toBe(0)

    await w.admin.query('update platform.outbox set tries = 11, due = now() where id = $1', [bad])
    await run()
    expect(await waits(bad)).toMatchObject({ tries: 12, due: null })
    const view = await w.as(operator)(listJobs, {})
    expect(view.body.deadLetters).toContainEqual(
      expect.objectContaining({ id: bad, name: 'test.bad', code: 'no-table' }),
    )
    broken = false
    expect(await w.as(operator)(retryJob, { params: { id: bad } })).toMatchObject({ status: 200 })
    await run()
    expect(await waits(bad)).toBeUndefined()
    expect(faults).toEqual(['test.bad', 'test.bad'])
  })

  test('gives each event to one of two who look at once', async () => {
    const handled: string[] = []
    const handlers = [
      {
        topic: 'test.once',
        handle: async (_tx: unknown, event: { id: string }) => {
          handled.push(event.id)
          await new Promise(resolve => setTimeout(resolve, 5))
        },
      },
    ]
    const ids = Array.from({ length: 20 }, () => newId())
    for (const id of ids) await emit(over(w.admin), 'test.once', {}, id)
    const run = () => dispatch(w.running.node.pool, handlers, () => undefined)
    await Promise.all([run(), run()])
    expect([...handled].sort()).toEqual([...ids].sort())
  })

  test('does not wait for an event that another process is busy with', async () => {
    const handled: string[] = []
    const handlers = [
      {
        topic: 'test.busy',
        handle: async (_tx: unknown, event: { id: string }) => void handled.push(event.id),
      },
    ]
    const [held, free] = [newId(), newId()]
    for (const id of [held, free]) await emit(over(w.admin), 'test.busy', {}, id)
    const run = () => dispatch(w.running.node.pool, handlers, () => undefined)
    await w.admin.query('begin')
    await w.admin.query('select 1 from platform.outbox where id = $1 for update', [held])
    await Promise.race([run(), new Promise(resolve => setTimeout(resolve, 3000))])
    expect(handled).toEqual([free])
    await w.admin.query('rollback')
    await run()
    expect(handled).toEqual([free, held])
  })
})
