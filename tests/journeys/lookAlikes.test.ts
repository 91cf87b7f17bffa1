/**
 * Keys only: a supervisor works through the queue of look-alikes, in Uzbek at the desk and in English on a small
 * screen with a keyboard; a case manager walks through what a search found, and opens it.
 */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { go, settled as stands } from '../support/going.ts'
import { journey, theRegion } from '../support/journey.ts'
import { chooseLanguage, enter, nodeOf, type Region } from '../support/region.ts'
import { desk, phone } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

journey('look-alikes', open => {
  let region: Region
  beforeAll(async () => {
    region = await theRegion()
  })

  const pairOf = (page: Page) => new URL(page.url()).searchParams.get('pair')
  const settled = async (page: Page) => {
    await page.getByRole('table').waitFor()
    await page.waitForLoadState('networkidle')
  }
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

  test.each([
    ['on a desk', 'uz', desk],
    ['on a phone', 'en', phone],
  ] as const)('are decided by keys %s, in %s, and all is taken back', async (_, language, size) => {
    const words = wordsIn(language)
    const say = (key: string) => words(key) as string
    const visit = await open({ ...size, language })
    const { page, context } = visit
    await chooseLanguage(context, language)
    await enter(region, page, 'kz', 'supervisor', words, '/duplicates')
    if (size === phone) {
      await page.locator('main ol a').first().focus()
      await page.keyboard.press('Enter')
    }
    await settled(page)
    expect(await visit.accessibilityFaults()).toEqual([])

    await page.keyboard.press('j')
    await page.waitForURL(/pair=/)
    const second = pairOf(page)
    await settled(page)

    // Later, by the arrows; and taken back by the key.
    await page.keyboard.press('l')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe(say('people.dup.later.month'))
    expect(
      await page.evaluate(() => (document.activeElement?.getBoundingClientRect().bottom ?? 0) <= innerHeight),
    ).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByText(say('people.dup.told.later')).first().waitFor()
    await page.waitForFunction(was => new URL(location.href).searchParams.get('pair') !== was, second)
    await settled(page)
    await page.keyboard.press('u')
    await page.waitForFunction(was => new URL(location.href).searchParams.get('pair') === was, second)
    await settled(page)

    // One person: which stays, and why; and out again without a word said.
    await page.keyboard.press('s')
    await page.getByText(say('people.dup.merge.stays')).waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByText(say('people.dup.merge.stays')).waitFor({ state: 'hidden' })
    // The keys belong to the pair again once the drawer has gone altogether.
    await page.locator('[role=dialog], dialog[open]').first().waitFor({ state: 'hidden' })
    await settled(page)

    await page.keyboard.press('n')
    await page.getByText(say('people.dup.told.two')).first().waitFor()
    await settled(page)
    await page.keyboard.press('u')
    await page.waitForLoadState('networkidle')
    await visit.close()
  })

  test('are walked through in a search, and opened', async () => {
    const words = wordsIn('en')
    const say = (key: string) => words(key) as string
    const visit = await open({ ...desk, language: 'en' })
    const { page, context } = visit
    await chooseLanguage(context, 'en')
    await enter(region, page, 'kz', 'caseManager', words, '/people')
    const name = await page.locator('main a[href^="/people/0"]').first().innerText()
    await go(page, `${nodeOf(region, 'kz').url}/people/search`)
    const asked: string[] = []
    page.on('request', request => {
      // What the frame asks about the session by itself is no part of the search.
      if (/\/api\/(?!session)/.test(request.url())) asked.push(new URL(request.url()).pathname)
    })
    // On a busy machine half a name is asked for too.
    const answered = page.waitForResponse(reply => reply.request().postData()?.includes(name) ?? false)
    await page.keyboard.type(name)
    await answered
    const preview = page.getByRole('complementary', { name: say('people.search.preview') })
    await preview.getByRole('heading', { level: 2 }).waitFor()
    await stands(page)
    const before = asked.length
    await page.keyboard.press('ArrowDown')
    const first = await focused(page)
    expect(await preview.getByRole('heading', { level: 2 }).innerText()).toBe(first)
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await page.keyboard.press('ArrowDown')
    // All that is shown came with the search.
    expect(asked.slice(before)).toEqual([])
    expect(await visit.accessibilityFaults()).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/people\/0[0-9a-f-]{35}/)
    await page.getByRole('heading', { level: 1, name: first }).waitFor()
    await visit.close()
  })
})
