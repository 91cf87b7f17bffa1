/** `kerege manifest` against a node: look-alikes of the register, and a list that comes in or waits. */
import { registerPerson } from '@kerege/contract/people/routes'
import { listPeopleOf, makeOperation } from '@kerege/contract/repatriation/operations/routes'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Io } from '../../../cli/io.ts'
import { manifest } from '../../../cli/manifest.ts'
import { newId } from '../../../platform/ids.ts'
import { contact, cyrillicName, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let w: World
let lead: Somebody
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('operationLead')
})
// The line to the node is played: what is sent goes to it in process.
beforeAll(() => {
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    w.raw(url.replace(/^https?:\/\/[^/]+/, ''), init),
  )
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await w.close()
})

async function run(args: string[], file: string) {
  const said = { out: '', err: '' }
  const writer = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) })
  const io = {
    stdout: writer('out'),
    stderr: writer('err'),
    readFile: async () => Buffer.from(file),
    env: { KEREGE_SESSION: lead.cookie.split(';')[0] },
  } as unknown as Io // of its outside, this command uses these alone
  const code = await manifest([...args, '--node', 'http://localhost:4999'], io)
  return {
    code,
    rows: said.out
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line)),
    err: said.err,
  }
}

test('adds those of the register, brings a list that is clear, and leaves one that is not', async () => {
  const known = draft({
    contact: contact({
      names: [cyrillicName('Известова', 'Дана')],
      birth: { precision: 'day', date: '1991-02-03' },
    }),
  })
  await w.as(lead)(registerPerson, { body: known })
  const operation = newId()
  await w.as(lead)(makeOperation, { body: { id: operation, name: 'Bahor', fromCountry: 'SY' } })
  const list = (name: string) =>
    `Name;Date of birth;Relationship\n${name};03.02.1991;head\nНовая Зере;13.02.2015;daughter\n`

  const checked = await run(['check', 'a'], list('Izvestova Dana'))
  expect(checked.code).toBe(2)
  expect(checked.rows[0].lookalikes).toMatchObject([
    { id: known.id, match: true, reasons: expect.arrayContaining(['same birth date']) },
  ])

  const waits = await run(
    ['import', 'a', '--operation', operation, '--area', 'KZ-75'],
    list('Izvestova Dana'),
  )
  expect(waits).toMatchObject({ code: 2, rows: [{ state: 'open', open: 1, accepted: 1 }] })
  const comes = await run(['import', 'a', '--operation', operation, '--area', 'KZ-75'], list('Ясная Вера'))
  expect(comes).toMatchObject({ code: 0, rows: [{ state: 'imported', accepted: 2 }] })
  expect((await w.as(lead)(listPeopleOf, { params: { id: operation } })).body.lines).toHaveLength(2)
  await expect(run(['import', 'a', '--operation', newId()], list('Ясная Вера'))).rejects.toThrow(
    'refuses: not-found',
  )
})
