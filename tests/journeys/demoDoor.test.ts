/** The demo's own door, which needs no keys: from the start page of the region into a node, in Kyrgyz on a phone. No other journey goes by it. */
import { expect, test } from 'vitest'
import { journey, theRegion } from '../support/journey.ts'
import { nodeOf } from '../support/region.ts'
import { phone } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

journey('the demo’s door', open => {
  test('leads a visitor of the start page to what waits today', async () => {
    const region = await theRegion()
    const words = wordsIn('ky')
    const visit = await open({ ...phone, language: 'ky' })
    const { page } = visit
    await page.goto(nodeOf(region, 'hub').url)
    const { url } = nodeOf(region, 'kz')
    // Once another journey has keys for the same person, sessions from before end: they are made now, and not while we look around.
    await region.owner('kz', 'caseManager')
    const door = page
      .locator(`a[href^="${url}/enter#"]`)
      .filter({ hasText: String(words('access.role.caseManager')) })
    await door.first().click()
    await page.waitForURL(`${url}/today`)
    await page.locator('nav a[href="/people"]:visible').waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    await visit.close()
  })
})
