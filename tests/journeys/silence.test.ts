/**
 * A delegate with a phone, in Uzbek, breaks a silence: opens what waits, reads, objects in two taps with the reason, and
 * keeps a receipt that is checked at home. Chair and other delegations learn of it at once.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { journey, theRegion } from '../support/journey.ts'
import { chooseLanguage, enter, type Region } from '../support/region.ts'
import { phone } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const words = wordsIn('uz')
const title = `Sinov ${Date.now() % 1_000_000}`
const kerege = join(import.meta.dirname, '../../scripts/kerege.mjs')

/** A command of the page's own session, as a person without this screen would send it. */
const ask = (page: Page, method: string, path: string, body?: object) =>
  page.evaluate(
    async ([how, where, what]) => {
      const answer = await fetch(`/api${where}`, {
        method: how as string,
        headers: { 'content-type': 'application/json', 'x-kerege': '1' },
        ...(what ? { body: what as string } : {}),
      })
      return (await answer.json()) as Record<string, never>
    },
    [method, path, body && JSON.stringify(body)],
  )

const newId = () => `0190${crypto.randomUUID().slice(4, 14)}7${crypto.randomUUID().slice(15)}`

journey('silence', open => {
  let region: Region
  const id = newId()
  beforeAll(async () => {
    region = await theRegion()
    const visit = await open()
    await enter(region, visit.page, 'hub', 'chair', wordsIn('en'), '/decisions')
    const { rows } = await ask(visit.page, 'GET', '/council/bodies')
    const [council] = rows as unknown as { id: string }[]
    const text = (words: string) => ({
      en: { text: `${words} en`, state: 'checked' },
      ru: { text: `${words} ru`, state: 'checked' },
      uz: { text: words, state: 'checked' },
    })
    await ask(visit.page, 'POST', '/council/decisions', {
      id,
      bodyId: council?.id,
      title: text(title),
      texts: text('Sinov matni'),
    })
    const expiresAt = new Date(Date.now() + 96 * 3_600_000).toISOString()
    const put = await ask(visit.page, 'POST', `/council/decisions/${id}/put`, {
      way: 'silence',
      basedOn: 1,
      expiresAt,
    })
    expect(put).toMatchObject({ state: 'silence' })
    await visit.close()
  })

  test('is broken on a phone in Uzbek, and the receipt holds at home', async () => {
    const visit = await open({ ...phone, language: 'uz' })
    const { page, context } = visit
    await chooseLanguage(context, 'uz')
    await enter(region, page, 'hub', 'delegate', words, '/decisions?state=silence')
    await page.getByRole('link', { name: title }).first().click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])

    // The first tap asks; the safe choice has the focus.
    await page.getByRole('button', { name: words('council.object'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(words('council.object.consequence')).waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    await dialog.getByRole('textbox').fill('Ikkinchi bandda boshqa soʻz kerak')
    await dialog.getByRole('button', { name: words('council.object'), exact: true }).click()
    await page.getByText(words('council.decision.broken')).first().waitFor()
    await page.getByText('Ikkinchi bandda boshqa soʻz kerak').first().waitFor()

    // The log numbers within a second; the receipt of then has its proof.
    await pause(2500)
    const folder = await mkdtemp(join(tmpdir(), 'kerege-journey-'))
    try {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('link', { name: words('council.receipt') })
          .first()
          .click(),
      ])
      const file = join(folder, 'receipt.json')
      await download.saveAs(file)
      const { stdout } = await promisify(execFile)(process.execPath, [kerege, 'log', 'verify-receipt', file])
      expect(JSON.parse(stdout)).toMatchObject({ receipt: 'proved', step: 'broken', faults: [] })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    await visit.close()
  })

  test('and the others are told, with where it leads and without a word of it', async () => {
    const visit = await open({ language: 'en' })
    await enter(region, visit.page, 'hub', 'secretariat', wordsIn('en'), '/today')
    await expect
      .poll(async () => JSON.stringify(await ask(visit.page, 'GET', '/notifications?limit=50')), {
        timeout: 20_000,
      })
      .toContain(id)
    expect(JSON.stringify(await ask(visit.page, 'GET', '/notifications?limit=50'))).not.toContain(title)
    await visit.close()
  })
})
