/** The queue as a file: no more than the list shows to the same eyes, under the same filter. */
import { assignCases, openCase } from '@kerege/contract/cases/routes'
import { askExport, fetchExport } from '@kerege/contract/exports/routes'
import { urlOf } from '@kerege/contract/client'
import { registerPerson } from '@kerege/contract/people/routes'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { contact, cyrillicName, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'

let w: World
let lead: Somebody
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
})
afterAll(() => w.close())

async function caseOf(family: string, who = lead): Promise<string> {
  const person = draft({ contact: contact({ names: [cyrillicName(family, 'Әлия')] }) })
  expect((await w.as(who)(registerPerson, { body: person })).status).toBe(201)
  const body = { id: newId(), personId: person.id, origin: 'walk-in' } as const
  expect((await w.as(who)(openCase, { body })).status).toBe(201)
  return body.id
}

const ask = (who: Somebody, query: Record<string, string>, reason = 'For the meeting of the team') =>
  w.as(who)(askExport, { body: { of: 'cases', format: 'csv', query, reason, language: 'kk' } })

async function taken(who: Somebody, query: Record<string, string>): Promise<string[][]> {
  const ticket = await ask(who, query)
  expect(ticket.status).toBe(201)
  const reply = await w.raw(urlOf(fetchExport, { params: { id: ticket.body.id } }), {}, who)
  expect(reply.status).toBe(200)
  const text = Buffer.from(await reply.arrayBuffer()).toString()
  return parse(text, { bom: true, relax_column_count: true }) as string[][]
}

test('is refused without the verb, without a reason, and with a filter that the list has not', async () => {
  expect(await ask(await w.somebody('caseManager'), {})).toMatchObject({ status: 403 })
  expect(await ask(lead, {}, '')).toMatchObject({ status: 422 })
  expect(await ask(lead, { of: 'theirs' })).toMatchObject({ status: 422 })
})

test('holds what the list shows, and nothing of another agency', async () => {
  const given = await caseOf('Қайыңова')
  await caseOf('Теректі')
  const far = await w.agency()
  await caseOf('Жусанова', await w.somebody('supervisor', far))
  const worker = await w.somebody('caseManager')
  const to = { ids: [given], workerId: worker.accountId }
  expect((await w.as(lead)(assignCases, { body: to })).body.done).toEqual([given])

  const all = (await taken(lead, { of: 'all' })).map(row => row.join('|')).join('\n')
  expect(all).toContain('Қай кезеңде')
  expect(all).toMatch(/Қайыңова.*\|Келу\|.*\|Қабылдау\|/)
  expect(all).toContain('Теректі')
  expect(all).not.toContain('Жусанова')

  const waiting = (await taken(lead, { of: 'unassigned' })).map(row => row.join('|')).join('\n')
  expect(waiting).toContain('Теректі')
  expect(waiting).not.toContain('Қайыңова')
})
