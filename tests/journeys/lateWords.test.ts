/** The words of the pages inside come late over a bad line: until they are there nothing is said, never a key. */
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { knock } from '../support/door.ts'
import { journey, theRegion } from '../support/journey.ts'
import { nodeOf, type Region } from '../support/region.ts'
import { phone } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const lateMs = 1500
const keyOfMessage = /\b(people|tasks|papers|approvals|notifications|documents)\.[a-z]\w*/

journey('late words', open => {
  let region: Region
  beforeAll(async () => {
    region = await theRegion()
  })

  test('no key of a message is ever drawn in their place', async () => {
    const { page } = await open({ ...phone, language: 'kk' })
    const who = await region.owner('kz', 'psychologist')
    const late = Promise.withResolvers<void>()
    let held = 0
    await page.route(/kk-work-[^/]*\.js$/, async route => {
      held += 1
      await late.promise
      await route.continue()
    })
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
    await page.goto(`${nodeOf(region, 'kz').url}/sign-in`)
    await knock(page, who, wordsIn('kk'))
    await pause(lateMs)
    late.resolve()
    await page.locator('nav a[href="/people"]:visible').waitFor()
    expect(held).toBeGreaterThan(0)
    expect(await page.evaluate('window.keysSeen')).toEqual([])
  })
})
