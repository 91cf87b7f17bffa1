/**
 * A practice at a national node: used while the hub is switched off, told, taken back; and on a phone without any line. A hub and
 * a node of their own, which meet by HTTP. How it is read there with its review is told in practices.test.ts.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePorts } from '../../packages/server/src/region/ports.ts'
import { builtWeb } from '../../packages/server/src/region/web.ts'
import { keyText, logKey } from '../../packages/server/src/slices/audit/index.ts'
import { publish, pull } from '../../packages/server/src/slices/exchange/index.ts'
import {
  type Library,
  library,
  practiceContent,
} from '../../packages/server/src/slices/practices/testing/library.ts'
import { type World, world } from '../../packages/server/src/testing/world.ts'
import { type Colleague, comeIn, withDoor } from '../support/door.ts'
import { journey } from '../support/journey.ts'
import { chooseLanguage } from '../support/region.ts'
import { phone } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

let hub: Library
let node: World
let url = ''
let worker: Colleague
let coordinator: Colleague
let id = ''
let hubIsOff = false

const look = async () => {
  await publish(hub.w.running.node)
  const link = node.running.node.hub
  return link && pull(node.running.node, link, true)
}

beforeAll(async () => {
  const [port = 0] = await freePorts(24_900, 1)
  url = `http://localhost:${port}`
  hub = await library()
  node = await world({
    listen: { port, webDir: await builtWeb(() => undefined) },
    hub: { url: 'http://hub.test', key: keyText(logKey('kerege.kz', hub.w.running.node.keys.log)) },
    hubFetcher: (async (address: string, init?: RequestInit) => {
      if (hubIsOff) throw new Error('switched off')
      return hub.w.raw(address.slice('http://hub.test'.length), init)
    }) as typeof fetch,
  })
  worker = await withDoor(node, await node.somebody('caseManager'))
  coordinator = await withDoor(node, await node.somebody('nationalCoordinator'))
  const title = {
    en: { text: 'The grade is found by what a child knows', state: 'checked' as const },
    kk: { text: 'Сынып баланың біліміне қарай табылады', state: 'checked' as const },
  }
  const content = practiceContent('', { texts: { title } })
  id = (await hub.published(await hub.of('KG'), { audience: 'public', content })).id
  expect(await look()).toBe('taken')
}, 120_000)
afterAll(async () => {
  await Promise.all([hub.w.close(), node.close()])
})

/** In the page: how many practices the device has, once the app itself opens without a line. */
async function keptHere(): Promise<number> {
  const known = await indexedDB.databases()
  // To open it before the app does would make an empty one, without its stores.
  const made = known.some(({ name }) => name === 'kerege.practices')
  if (!navigator.serviceWorker.controller || !made) return 0
  const request = indexedDB.open('kerege.practices')
  return new Promise(tell => {
    request.onsuccess = () => {
      const all = request.result.transaction('practices').objectStore('practices').count()
      all.onsuccess = () => {
        request.result.close()
        tell(all.result)
      }
    }
  })
}

journey('a practice at a node', open => {
  test('is used while the hub is switched off', async () => {
    hubIsOff = true
    expect(await look()).toBe('hub-away')
    const visit = await open({ language: 'kk', ...phone })
    const { page, context } = visit
    await chooseLanguage(context, 'kk')
    await comeIn(page, { url }, worker, wordsIn('kk'), '/exchange/practices')
    await page.getByRole('link', { name: 'Сынып баланың біліміне қарай табылады' }).click()
    await page.getByRole('button', { name: 'Қалай болғанын айту' }).click()
    await page.getByRole('radio', { name: 'Нәтиже берді', exact: true }).check()
    await page.getByRole('dialog').getByRole('textbox').fill('Екі мектепте жақсы өтті')
    expect(await visit.accessibilityFaults()).toEqual([])
    await page.getByRole('button', { name: 'Үйлестірушіге беру' }).click()
    await page.getByText('Үйлестірушіні күтеді').waitFor()
    await visit.close()
  })

  test('is confirmed by a coordinator, and the hub is told because they choose that', async () => {
    hubIsOff = false
    const visit = await open()
    const { page } = visit
    await comeIn(page, { url }, coordinator, wordsIn('en'), '/exchange/practices?waiting=true')
    await page.getByRole('link', { name: 'The grade is found by what a child knows' }).click()
    await page.getByRole('button', { name: 'Tell the hub' }).click()
    await page.getByText('On its way to the hub').waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    await visit.close()
  })

  test('opens on a phone without any line, and says there that it was taken back', async () => {
    // A page that this device never opened cannot be fetched without a line.
    const visit = await open({
      language: 'kk',
      ...phone,
      keeps: true,
      expects: [/net::ERR_/, /dynamically imported module/],
    })
    const { page, context } = visit
    await chooseLanguage(context, 'kk')
    await comeIn(page, { url }, worker, wordsIn('kk'))
    await hub.w.admin.query(
      "update practices.practices set state = 'retracted', retracted_reason = 'It shamed a child' where id = $1",
      [id],
    )
    expect(await look()).toBe('taken')
    await page.goto(`${url}/exchange/practices`)
    // At its leisure, some seconds after the page: the practices last.
    await expect.poll(() => page.evaluate(keptHere), { timeout: 60_000, interval: 500 }).toBe(1)
    await visit.offline(true)
    await page.goto(`${url}/exchange/practices`)
    await page.getByRole('link', { name: 'Сынып баланың біліміне қарай табылады' }).click()
    await page.getByText('Қайтарып алынды: енді қолданбаңыз').waitFor()
    await page.getByText('It shamed a child').waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    // Nobody's record is in reach: it is not kept on the device.
    await page.goto(`${url}/people`)
    await page.getByText(wordsIn('kk')('ui.offline.title')).first().waitFor()
    expect(await page.locator('main a[href^="/people/0"]').count()).toBe(0)
    const kept = await page.evaluate(async () => {
      const names = await caches.keys()
      const all = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
      return all.flat().map(({ url: address }) => new URL(address).pathname)
    })
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.filter(path => path.startsWith('/api'))).toEqual([])
    await visit.offline(false)
    await visit.close()
  })
})
