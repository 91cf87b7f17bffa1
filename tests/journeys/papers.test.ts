/**
 * A case manager with a phone, in Kazakh: a child whose school is closed for want of a paper. Opens her from what needs
 * doing, marks the step, writes down that the paper is there, and the page no longer says that anything is closed.
 */
import { listPapers } from '@kerege/contract/people/papers/routes'
import { call } from '@kerege/contract/client'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { go } from '../support/going.ts'
import { journey, theRegion } from '../support/journey.ts'
import { chooseLanguage, enter, nodeOf, type Region } from '../support/region.ts'
import { phone } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const words = wordsIn('kk')
const word = (key: string) => words(key) as string

/** Asks the node as the page would, with the session of the page. */
const asker = (page: Page) => async (path: string) => {
  const text = await page.evaluate(async at => (await fetch(at)).text(), path)
  return new Response(text, { headers: { 'content-type': 'application/json' } })
}

journey('a paper on a phone', open => {
  let region: Region
  beforeAll(async () => {
    region = await theRegion()
  })

  test('is marked, issued, and closes nothing any more', async () => {
    const visit = await open({ ...phone, language: 'kk' })
    const { page, context } = visit
    const { url } = nodeOf(region, 'kz')
    await chooseLanguage(context, 'kk')
    await enter(region, page, 'kz', 'caseManager', words, '/papers?blocks=any&mine=true')
    const query = { blocks: 'any' as const, mine: 'true', limit: 200 }
    const { body } = await call(asker(page), listPapers, { query })
    // One that an office has in hand, so that the next news may be the paper itself.
    const paper = body.rows.find(row => row.state === 'filed' || row.state === 'waiting')
    if (!paper) throw new Error('The demo has a paper under way that keeps something closed.')
    const closed = page.getByText(new RegExp(`^${word(`papers.shut.${paper.blocks[0]}`)}`))

    // The person's page says it first, and one button leads on.
    await go(page, `${url}/people/${paper.personId}`)
    await closed.first().waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    await page.locator(`a[href="/papers/${paper.id}"]`).first().click()
    await page.waitForURL(new RegExp(paper.id))

    const step = page.locator('main ol li[aria-current=step]')
    const before = await step.innerText()
    await page.getByRole('button', { name: word('papers.mark') }).click()
    await page.getByText(word('papers.marked')).first().waitFor()
    await page.waitForFunction(
      was => document.querySelector<HTMLElement>('main ol li[aria-current=step]')?.innerText !== was,
      before,
    )

    await page.getByRole('button', { name: word('papers.to.issued') }).click()
    await page.locator('dialog[open] button[type=submit]').click()
    await page.getByText(word('papers.issued')).waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)

    // Its number goes to the identity section, if somebody has it at hand.
    await page.getByRole('button', { name: word('papers.number.add') }).click()
    await page.locator('dialog[open] select').first().selectOption({ index: 1 })
    await page.locator('dialog[open] input[id$="-value"]').fill('KZ 000 417')
    await page.locator('dialog[open] button[type=submit]').click()
    await page.getByText(word('papers.number.added')).first().waitFor()

    await go(page, `${url}/people/${paper.personId}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const others = body.rows.filter(row => row.personId === paper.personId && row.id !== paper.id)
    if (others.length === 0) expect(await closed.count()).toBe(0)
    expect(await page.locator(`a[href="/papers/${paper.id}"]`).count()).toBe(0)
    await visit.close()
  })
})
