/**
 * A case manager writes down who is whose: a grandmother who stayed at home and is not on the register, then a sister
 * who is. The sister's page says it too; the tree draws it, and the arrow keys walk it.
 */
import { listPeople } from '@kerege/contract/people/routes'
import { listRelations } from '@kerege/contract/people/kinship/routes'
import { call } from '@kerege/contract/client'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { go } from '../support/going.ts'
import { journey, theRegion } from '../support/journey.ts'
import { chooseLanguage, enter, nodeOf, type Region } from '../support/region.ts'
import { desk } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const words = wordsIn('en')
const say = (key: string) => words(key) as string

journey('kinship', open => {
  let region: Region
  beforeAll(async () => {
    region = await theRegion()
  })

  const field = (page: Page, id: string, at: string) => page.locator(`#fkinship-add-${id}-${at}`)
  const save = (page: Page) => page.getByRole('button', { name: say('kinship.save') }).click()

  test('is written down once and read from both sides', async () => {
    const visit = await open({ ...desk, language: 'en' })
    const { page, context } = visit
    const { url } = nodeOf(region, 'kz')
    await chooseLanguage(context, 'en')
    await enter(region, page, 'kz', 'caseManager', words, '/people')
    const fetcher = async (path: string) => {
      const [status, text] = await page.evaluate(async address => {
        const answer = await fetch(address)
        return [answer.status, await answer.text()] as const
      }, path)
      return new Response(text, { status, headers: { 'content-type': 'application/json' } })
    }
    const { body } = await call(fetcher, listPeople, { query: { mine: 'true', limit: 200 } })
    // Of two families, so that nobody has said yet what they are to each other.
    const one = body.rows.find(row => row.householdId)
    const other = body.rows.findLast(row => row.householdId && row.householdId !== one?.householdId)
    if (!one || !other) throw new Error('too few people')

    await go(page, `${url}/people/${one.id}/kinship`)
    await page.getByRole('button', { name: say('kinship.add') }).click()
    await page.getByLabel(say('kinship.who.outside')).check()
    await field(page, one.id, 'other-name').fill('Күнбатысова Зере')
    await field(page, one.id, 'other-sex').selectOption('female')
    await field(page, one.id, 'kind').selectOption('grandparent')
    await page.getByLabel(say('kinship.standing.proved')).check()
    await save(page)
    // Proved without a proof: said beside the field, and nothing is lost.
    await page.getByText(say('kinship.fault.evidence-needed')).first().waitFor()
    await page.getByLabel(say('kinship.standing.claimed')).check()
    await save(page)
    await page.getByRole('heading', { name: say('kinship.group.others') }).waitFor()
    await page.getByText('Күнбатысова Зере').first().waitFor()

    await page.getByRole('button', { name: say('kinship.add') }).click()
    await field(page, one.id, 'other-personId').fill(other.label)
    await page.locator('dialog').getByRole('button', { name: other.label }).first().click()
    await field(page, one.id, 'kind').selectOption('cousin')
    await save(page)
    await page.locator('main').getByRole('link', { name: other.label }).first().waitFor()

    const seen = await call(fetcher, listRelations, { params: { id: other.id } })
    expect(seen.body.rows).toContainEqual(
      expect.objectContaining({ kind: 'cousin', other: expect.objectContaining({ personId: one.id }) }),
    )
    await go(page, `${url}/people/${other.id}/tree`)
    const middle = page.locator(`a[data-key="${other.id}"]`)
    await middle.focus()
    await page.keyboard.press('ArrowUp')
    const walked = await page.evaluate(() => document.activeElement?.getAttribute('data-key'))
    expect(walked).not.toBe(null)
    expect(walked).not.toBe(other.id)
    expect(await page.locator('[data-key][tabindex="0"]').count()).toBe(1)
    await visit.close()
  })
})
