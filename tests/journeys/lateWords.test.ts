/** The words of the pages inside come late over a bad line: until they are there nothing is said, never a key. */
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { journey, theRegion } from '../support/journey.ts'
import { nodeOf, type Region } from '../support/region.ts'
import { phone } from '../support/visit.ts'

const lateMs = 1500
const keyOfMessage = /\b(people|tasks|papers|approvals|notifications|documents)\.[a-z]\w*/

journey('late words', open => {
  let region: Region
  beforeAll(async () => {
    region = await theRegion()
  })

  test('no key of a message is ever drawn in their place', async () => {
    const { page } = await open({ ...phone, language: 'kk' })
    let held = 0
    await page.route(/kk-work-[^/]*\.js$/, async route => {
      held += 1
      await pause(lateMs)
      await route.continue()
    })
    const { url, doors } = nodeOf(region, 'kz')
    const door = doors.find(one => one.role === 'caseManager')?.key ?? ''
    // Looked at from inside, frame by frame, for as long as the page lives.
    await page.addInitScript(`
      window.keysSeen = []
      const look = () => {
        const found = ${keyOfMessage}.exec(document.body?.innerText ?? '')
        if (found) window.keysSeen.push(found[0])
        requestAnimationFrame(look)
      }
      look()`)
    // From a page for anybody into the frame, within one page of the browser.
    await page.goto(`${url}/enter#${encodeURIComponent(door)}`)
    await page.locator('nav a[href="/people"]:visible').waitFor()
    expect(held).toBeGreaterThan(0)
    expect(await page.evaluate('window.keysSeen')).toEqual([])
  })
})
