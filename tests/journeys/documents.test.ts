/**
 * A recommendation from its first line to its public page: written in English with what somebody pastes from Word, put
 * into Russian, amended by a delegation on a phone, followed up in Russian, issued, taken out in three forms that are
 * opened here, and read by anybody.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openAknSchema } from '../../packages/server/src/slices/council/documents/testing/aknSchema.ts'
import { journey, theRegion } from '../support/journey.ts'
import { chooseLanguage, enter, nodeOf, type Region } from '../support/region.ts'
import { phone } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const words = wordsIn('en')
const mark = String(Date.now() % 1_000_000)
const title = `School places ${mark}`
const russian = `Места в школе ${mark}`

/** As Word puts it on the clipboard, and as somebody would who means ill. */
const pasted = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body onload="stolen()">
<!--StartFragment--><script>window.stolen = true</script><h2>What is <b>asked</b></h2>
<p class=MsoNormal style="mso-x:expression(alert(1))">Member States <a href="javascript:stolen()">admit</a> children first;<o:p></o:p></p>
<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span>in every class</p>
<img src="x" onerror="window.stolen = true"><iframe src="https://example.org"></iframe>
<table><tr><td><p>State</p></td><td><p>Office</p><p>by name</p></td></tr><tr><td>KZ</td><td><script>1</script>School</td></tr></table>
<!--EndFragment--></body></html>`

const paste = (page: Page, html: string) =>
  page.getByRole('textbox', { name: 'English', exact: true }).evaluate((element, text) => {
    const data = new DataTransfer()
    data.setData('text/html', text)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, html)

/** Saves what was written; the document is read again. */
async function save(page: Page) {
  await press(page, 'council.doc.save')
  await page.waitForURL(now => /^\/documents\/[^/]+$/.test(now.pathname))
}

const press = (page: Page, key: string) =>
  page
    .getByRole('button', { name: words(key), exact: true })
    .first()
    .click()

journey('documents', open => {
  let region: Region
  let url: string
  let address: string
  beforeAll(async () => {
    region = await theRegion()
    url = nodeOf(region, 'hub').url
  })
  const secretariat = async (at: string) => {
    const visit = await open({ language: 'en' })
    await chooseLanguage(visit.context, 'en')
    await enter(region, visit.page, 'hub', 'secretariat', words, at)
    return visit
  }

  test('is begun from its session, and takes from Word what has a place in it', async () => {
    const visit = await secretariat('/sessions?state=invited')
    const { page } = visit
    await page.locator('main a[href^="/sessions/0"]').first().click()
    await press(page, 'council.doc.add')
    await page
      .getByRole('dialog')
      .getByRole('link', { name: words('council.doc.new') })
      .click()
    await page.getByLabel(words('council.title')).fill(title)
    await page.getByLabel(words('council.doc.kind')).selectOption('recommendation')
    await press(page, 'council.doc.begin')
    const editor = page.getByRole('textbox', { name: 'English', exact: true })
    await editor.click()
    await page.keyboard.type('The Council,')
    await page.keyboard.press('Enter')
    await paste(page, pasted)
    // A row by button, a line by key, and on to the next cell by key, as on a phone and as on a desk.
    await editor.getByText('KZ').click()
    await press(page, 'council.doc.table.rowBelow')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('UZ')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Public education')
    expect(await visit.accessibilityFaults()).toEqual([])
    await save(page)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    address = new URL(page.url()).pathname
    const text = page.locator('main')
    for (const said of [
      'What is asked',
      'Member States admit children first;',
      'in every class',
      'Public education',
    ])
      await text.getByText(said).first().waitFor()
    expect(await page.locator('main tr').count()).toBe(3)
    expect(await page.locator('main img, main iframe, main a[href^="javascript"]').count()).toBe(0)
    expect(await page.evaluate(() => 'stolen' in window)).toBe(false)
    await visit.close()
  })

  test('is put into Russian beside the original, and circulated', async () => {
    const visit = await secretariat(`${address}/write/ru`)
    const { page } = visit
    await page.getByLabel(words('council.title')).fill(russian)
    const fields = page.locator('main [role="textbox"][contenteditable="true"]')
    const said = ['Совет,', 'О чём просим', 'Государства принимают детей первыми;', 'в каждом классе']
    expect(await fields.count()).toBe(said.length)
    for (const [at, text] of said.entries()) {
      await fields.nth(at).click()
      await page.keyboard.type(text)
    }
    const cells = page.locator('main table input')
    for (let at = 0; at < (await cells.count()); at += 1) await cells.nth(at).fill(`Ячейка ${at + 1}`)
    await save(page)
    await page.getByRole('heading', { level: 1, name: russian }).waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    await press(page, 'council.doc.circulate')
    await page.getByText(words('council.doc.state.circulated')).first().waitFor()
    await visit.close()
  })

  test('is amended on a phone; once that is accepted, Russian is behind', async () => {
    const visit = await open({ ...phone, language: 'en' })
    const { page, context } = visit
    await chooseLanguage(context, 'en')
    await enter(region, page, 'hub', 'delegate', words, `${address}?language=en`)
    await page.getByRole('button', { name: /^Amend the paragraph “Member States/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words('council.doc.amendWords')).fill('Member States admit every child first;')
    await dialog.getByLabel(words('council.doc.why')).fill('No child waits')
    await dialog.getByRole('button', { name: words('council.doc.propose') }).click()
    await page.getByText('No child waits').first().waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    await visit.close()

    const desk = await secretariat(`${address}?language=en`)
    await press(desk.page, 'council.doc.accept')
    await desk.page.getByText(words('council.doc.amendment.accepted')).first().waitFor()
    await desk.page.getByText(words('council.doc.language.stale')).first().waitFor()
    await desk.close()
  })

  test('follows in Russian, is checked and issued, and anybody reads it', async () => {
    const visit = await secretariat(`${address}/write/ru`)
    const { page } = visit
    const field = page.locator('main [role="textbox"][contenteditable="true"]').nth(2)
    await field.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('Государства принимают каждого ребёнка первым;')
    await page.getByLabel(words('council.doc.follows')).check()
    await save(page)
    await page.getByRole('heading', { level: 1, name: russian }).waitFor()
    for (const language of ['English', 'Russian']) {
      const check = page.getByRole('button', {
        name: new RegExp(`^${words('council.doc.markChecked')}.*${language}$`),
      })
      await check.click()
      await check.waitFor({ state: 'detached' })
    }
    await press(page, 'council.doc.issue')
    await page.getByText(words('council.doc.state.issued')).first().waitFor()

    const folder = await mkdtemp(join(tmpdir(), 'kerege-documents-'))
    try {
      const take = async (name: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name, exact: true }).click(),
        ])
        const file = join(folder, download.suggestedFilename())
        await download.saveAs(file)
        return readFile(file)
      }
      const word = await JSZip.loadAsync(await take('DOCX'))
      const xml = (await word.file('word/document.xml')?.async('string')) ?? ''
      expect(xml).toContain('Государства принимают каждого ребёнка первым;')
      expect(xml).toContain('Ячейка 6')
      const pdf = (await take('PDF')).toString('latin1')
      const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf)?.[1])
      expect(pdf.slice(table, table + 4)).toBe('xref')
      expect(pdf).toMatch(/\/Type \/Pages[^>]*\/Count [1-9]|\/Count [1-9][^>]*\/Type \/Pages/)
      const akn = (await take('Akoma Ntoso')).toString('utf8')
      const schema = openAknSchema()
      expect(schema.faultsOf(akn)).toEqual([])
      schema.close()
      expect(akn).toContain(russian)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    const symbol = /REC\/\d{4}\/[A-Z0-9./]+/.exec(await page.locator('main').innerText())?.[0]
    expect(symbol).toBeDefined()
    await visit.close()

    const stranger = await open({ ...phone, language: 'ru' })
    await stranger.page.goto(`${url}/public/documents/${symbol}?lang=ru`, { waitUntil: 'networkidle' })
    await stranger.page.getByRole('heading', { level: 1, name: russian }).waitFor()
    await stranger.page.getByText('Государства принимают каждого ребёнка первым;').waitFor()
    expect(await stranger.accessibilityFaults()).toEqual([])
    await stranger.close()
  })
})
