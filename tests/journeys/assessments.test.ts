/**
 * A psychologist with a phone asks the PHQ-9 by keyboard: an answer about safety opens a task for today. A case manager looks
 * at needs: a draft survives a reload, what is missing is said, and it is finished.
 */
import { needDomains } from '@kerege/contract/assessments/needs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { go } from '../support/going.ts'
import { journey, theRegion } from '../support/journey.ts'
import { chooseLanguage, enter, nodeOf, type Region } from '../support/region.ts'
import { desk, phone } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const words = wordsIn('ru')
const word = (key: string) => words(key) as string
const button = (page: Page, key: string) => page.getByRole('button', { name: word(key), exact: true })

journey('assessments', open => {
  let region: Region
  beforeAll(async () => {
    region = await theRegion()
  })

  test('a screening question by question, and needs domain by domain', async () => {
    const { url } = nodeOf(region, 'kz')
    const visit = await open({ ...phone, language: 'ru' })
    const { page } = visit
    await chooseLanguage(visit.context, 'ru')
    await enter(region, page, 'kz', 'psychologist', words, '/people')
    const href = await page.locator('main a[href^="/people/0"]').first().getAttribute('href')
    const person = href?.split('/')[2] ?? ''
    await go(page, `${url}/people/${person}`)
    await button(page, 'assessments.take').click()
    await page.locator('dialog[open] select').first().selectOption('phq-9')
    await page.locator('dialog[open]').getByLabel(word('assessments.about.adult')).check()
    await page.locator('dialog[open]').getByLabel(word('assessments.agreed.self')).check()
    await page.locator('dialog[open] button[type=submit]').click()
    await page.waitForURL(/\/assessments\/0/)

    for (let item = 1; item <= 9; item++) {
      await page
        .locator('legend')
        .filter({ hasText: `${item} из 10` })
        .waitFor()
      await page.keyboard.press(item === 9 ? '1' : '2')
      await page.locator('main input[type=radio]:checked').waitFor()
      await button(page, 'assessments.next').click()
    }
    await page.getByText(word('assessments.safety')).waitFor()
    await button(page, 'assessments.look').click()
    expect(await visit.accessibilityFaults()).toEqual([])
    await button(page, 'assessments.finish').click()
    await page.getByText('17 из 27').first().waitFor()
    await page.getByText(word('assessments.notDiagnosis')).first().waitFor()
    await page.getByText(word('assessments.flag.safety-item-9')).waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    await go(page, `${url}/tasks`)
    await page.getByText(word('tasks.kind.safety-follow-up')).first().waitFor()
    await visit.close()

    const other = await open({ ...desk, language: 'ru' })
    await chooseLanguage(other.context, 'ru')
    await enter(region, other.page, 'kz', 'caseManager', words, '/people')
    await lookAtNeeds(other.page)
    expect(await other.accessibilityFaults()).toEqual([])
    await other.close()
  })
})

async function lookAtNeeds(page: Page) {
  await page.locator('main a[href^="/people/0"]').first().click()
  await button(page, 'assessments.take').click()
  await page.locator('dialog[open]').getByLabel(word('assessments.about.family')).check()
  await page.locator('dialog[open] button[type=submit]').click()
  await page.waitForURL(/\/assessments\/0/)
  const safety = page.getByRole('group', { name: word('needs.safety') })
  await safety.getByLabel(word('needs.level.2')).check({ force: true })
  await page.locator('textarea').first().fill('Мать рассказала дома')
  await page.getByText(word('assessments.saved')).waitFor()
  await page.reload({ waitUntil: 'networkidle' })
  expect(await page.locator('textarea').first().inputValue()).toBe('Мать рассказала дома')

  // What is missing is said beside it, and nothing is finished.
  await button(page, 'assessments.finish').click()
  await page.locator('[role=alert], [tabindex="-1"]').first().waitFor()
  for (const domain of needDomains) {
    const group = page.getByRole('group', { name: word(`needs.${domain}`), exact: true })
    if ((await group.count()) > 0) await group.getByLabel(word('needs.level.1')).check({ force: true })
  }
  const reasons = page.locator('textarea')
  for (let at = 0; at < (await reasons.count()); at++) await reasons.nth(at).fill('Говорили сегодня')
  await button(page, 'assessments.finish').click()
  await page.getByRole('heading', { name: word('assessments.result') }).waitFor()
}
