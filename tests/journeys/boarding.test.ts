/**
 * Boarding a bus with two phones and no network: both tick, one adds a child that is on no list, one is closed in between. When
 * they come back nobody is counted twice, and what they said differently is asked and not settled. At a node of its own.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePorts } from '../../packages/server/src/region/ports.ts'
import { builtWeb } from '../../packages/server/src/region/web.ts'
import { type Bus, bus, travellers } from '../../packages/server/src/slices/repatriation/testing/bus.ts'
import { type World, world } from '../../packages/server/src/testing/world.ts'
import { isTakenAlong } from '../support/device.ts'
import { type Colleague, comeIn, knock, withDoor } from '../support/door.ts'
import { journey } from '../support/journey.ts'
import { chooseLanguage } from '../support/region.ts'
import { phone, type Visit } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const words = wordsIn('tg')

let node: World
let url = ''
let here: Bus
let lead: Colleague
let consul: Colleague

beforeAll(async () => {
  const [port = 0] = await freePorts(25_100, 1)
  url = `http://localhost:${port}`
  node = await world({ listen: { port, webDir: await builtWeb(() => undefined) } })
  lead = await withDoor(node, await node.somebody('operationLead', { name: 'Нодира Сафарова' }))
  consul = await withDoor(node, await node.somebody('consularOfficer', { name: 'Далер Муродов' }))
  here = await bus(node, lead, travellers)
}, 180_000)
afterAll(() => node.close())

/** In the page: everything that the device keeps, as bytes in one text. */
async function deviceText(): Promise<string> {
  const request = indexedDB.open('kerege.device')
  const base = await new Promise<IDBDatabase>(tell => {
    request.onsuccess = () => tell(request.result)
  })
  const rows = await Promise.all(
    [...base.objectStoreNames].map(
      name =>
        new Promise<unknown[]>(tell => {
          const all = base.transaction(name).objectStore(name).getAll()
          all.onsuccess = () => tell(all.result)
        }),
    ),
  )
  base.close()
  const textOf = (value: unknown): string => {
    if (value instanceof CryptoKey) return 'CryptoKey'
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder().decode(value)
    if (typeof value === 'object' && value !== null) return Object.values(value).map(textOf).join(' ')
    return String(value)
  }
  return rows.flat().map(textOf).join(' ')
}

const live = (page: Page) => page.locator('section p[role=status]').first()
const tick = (page: Page, name: string) =>
  page.getByRole('button', { name: `Савор шуд: Баҳорзода ${name}` }).click()

journey('boarding without a network', open => {
  let one: Visit
  let other: Visit
  const board = async (who: Colleague) => {
    const visit = await open({ language: 'tg', ...phone, keeps: true, expects: [/net::ERR_/, / 401 /] })
    await chooseLanguage(visit.context, 'tg')
    await comeIn(visit.page, { url }, who, words, `/operations/${here.id}/board/${here.legId}`)
    await visit.page.getByRole('heading', { name: 'Қосимова' }).waitFor()
    await expect.poll(() => isTakenAlong(visit.page), { timeout: 60_000, interval: 300 }).toBe(true)
    return visit
  }

  test('two phones tick what they see, and one adds a child', async () => {
    one = await board(lead)
    other = await board(consul)
    await one.offline(true)
    await other.offline(true)
    const { page } = one
    await tick(page, 'Мижгона')
    await tick(page, 'Рустам')
    await expect.poll(() => live(page).textContent()).toMatch(/^2\s*аз 6$/)
    await page.getByText('Оилаи якҷоя').waitFor()
    expect(await one.accessibilityFaults()).toEqual([])
    // By number, by another script.
    await page.getByRole('textbox', { name: 'Ном ё рақам' }).fill('Nigora')
    await page.getByRole('button', { name: 'Савор шуд: Қосимова Нигора' }).click()
    await page.getByRole('button', { name: 'Дар рӯйхат нест' }).click()
    const door = page.getByRole('dialog')
    await door.getByRole('textbox', { name: 'Ном, чунон ки мешунавед' }).fill('Осима')
    await door.getByRole('radio', { name: 'Духтар ё зан' }).check()
    await door.getByRole('textbox', { name: /Тақрибан чандсола/ }).fill('6')
    await door.getByRole('combobox', { name: /Бо кӣ аз рӯйхат/ }).fill('Мижгона')
    await page.getByRole('option').first().click()
    expect(await one.accessibilityFaults('dialog, [role=dialog]')).toEqual([])
    await door.getByRole('button', { name: 'Илова ва қайд кардан' }).click()
    await expect.poll(() => live(page).textContent()).toMatch(/^4\s*аз 7$/)
    await page.getByText('Ҳанӯз дар гиреҳ нест: 4.').waitFor()

    await tick(other.page, 'Рустам')
    await tick(other.page, 'Сомон')
    await other.page.getByRole('button', { name: /^020\s*Қосимова Нигора/ }).click()
    await other.page.getByRole('button', { name: 'Дар назди дар нест' }).click()
    await other.page.getByRole('button', { name: 'Савор нашуд', exact: true }).click()
    await expect.poll(() => live(other.page).textContent()).toMatch(/^2\s*аз 6$/)
  })

  test('a phone that was closed goes on, and what lies on it cannot be read', async () => {
    const { page } = one
    await page.goto(`${url}/operations/${here.id}/board/${here.legId}`)
    await expect.poll(() => live(page).textContent(), { timeout: 20_000 }).toMatch(/^4\s*аз 7$/)
    const text = await page.evaluate(deviceText)
    expect(text).toContain('waiting')
    expect(text).toContain('CryptoKey')
    for (const word of ['Мижгона', 'Осима', 'Сафарова', 'Bus 1']) expect(text).not.toContain(word)
    await page.getByRole('link', { name: 'Навбат' }).click()
    await page.getByText('Осима: дар назди дар илова шуд').waitFor()
    expect(await page.getByRole('listitem').filter({ hasText: 'Интизори шабака' }).count()).toBe(4)
    expect(await one.accessibilityFaults()).toEqual([])
    await page.goBack()
  })

  test('coming back, nobody is counted twice, and two answers are asked', async () => {
    await other.offline(false)
    await expect.poll(() => marks(), { timeout: 30_000 }).toBe(3)
    await one.offline(false)
    await expect.poll(() => marks(), { timeout: 30_000 }).toBe(7)
    const { page } = one
    // Mother, two sons and the child; of one woman the phones said two things.
    await expect.poll(() => live(page).textContent(), { timeout: 90_000 }).toMatch(/^4\s*аз 7$/)
    await page.getByText('Ду ҷавоб: кадомаш дуруст?').waitFor()
    await page.getByText(/Савор нашуд: Далер Муродов/).waitFor()
    await page.getByText('ду бор қайд, як бор ҳисоб').waitFor()
    expect(await one.accessibilityFaults()).toEqual([])
    const asked = page
      .getByRole('listitem')
      .filter({ hasText: 'Далер Муродов' })
      .filter({ hasText: 'Нигора' })
      .first()
    await asked.getByRole('button', { name: 'Савор шуд' }).click()
    await expect.poll(() => live(page).textContent()).toMatch(/^5\s*аз 7$/)
    await expect.poll(states, { timeout: 30_000 }).toEqual({ boarded: 5, 'other-basis': 2 })
    await other.close()
  })

  test('a session that ended meanwhile locks the phone, and the same account goes on', async () => {
    const { page } = one
    await one.offline(true)
    await tick(page, 'Ҷамила')
    await expect.poll(() => live(page).textContent()).toMatch(/^6\s*аз 7$/)
    await node.admin.query(
      "update access.sessions set last_seen_at = now() - interval '31 minutes' where account_id = $1",
      [lead.accountId],
    )
    const before = await marks()
    await one.offline(false)
    const door = page.getByRole('dialog', { name: 'Барои идома дароед' })
    await door.waitFor({ timeout: 60_000 })
    await expect.poll(() => page.evaluate(deviceText)).not.toContain('CryptoKey')
    expect(await marks()).toBe(before)
    await knock(door, lead, words)
    await expect.poll(() => marks(), { timeout: 30_000 }).toBe(before + 1)
    await expect.poll(() => live(page).textContent()).toMatch(/^6\s*аз 7$/)
    await one.close()
  })
})

const marks = async () =>
  Number((await node.admin.query('select count(*) as n from repatriation.marks')).rows[0]?.n)
const states = async () => {
  const { rows } = await node.admin.query(
    'select state, count(*)::int as n from repatriation.lines group by 1',
  )
  return Object.fromEntries(rows.map(row => [row.state, row.n]))
}
