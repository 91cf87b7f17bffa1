/**
 * `npm run screenshots [NAME ...]`: takes every page of `tests/support/pages.ts` into `screenshots/`, on desk and
 * phone, light and dark, in English and Kazakh, from a region of its own. Names that begin so are taken, all
 * without. Says what the pages did wrong meanwhile; whether they look right is for eyes.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { findBrowser, openBrowser } from '../tests/support/browser.ts'
import { type PageOfApp, pages, show } from '../tests/support/pages.ts'
import { openOwners } from '../tests/support/owners.ts'
import { chooseLanguage, enter, nodeOf, type Region, startRegion } from '../tests/support/region.ts'
import { desk, newPage, phone } from '../tests/support/visit.ts'
import { wordsIn } from '../tests/support/words.ts'

const folder = resolve(import.meta.dirname, '../screenshots')
const sizes = { desk, phone } as const
const schemes = ['light', 'dark'] as const
const languages = ['en', 'kk'] as const

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>

/** One session for all pictures of a role: each comes in by the door once. */
function openSessions(browser: Browser, region: Region) {
  const known = new Map<string, Promise<SignedIn>>()
  const signIn = async (node: string, role: string) => {
    const context = await browser.newContext({ locale: 'en' })
    await enter(region, await context.newPage(), node, role, wordsIn('en'))
    const state = await context.storageState()
    await context.close()
    return state
  }
  return (node: string, role: string) => {
    const key = `${node} ${role}`
    const found = known.get(key) ?? signIn(node, role)
    known.set(key, found)
    return found
  }
}

async function take(
  browser: Browser,
  region: Region,
  wanted: readonly PageOfApp[],
): Promise<readonly string[]> {
  const sessionOf = openSessions(browser, region)
  const faults: string[] = []
  for (const one of wanted) {
    const { name, role, node = 'kz' } = one
    for (const [size, { width, height }] of Object.entries(sizes)) {
      for (const scheme of schemes) {
        for (const language of languages) {
          const file = `${name}-${size}-${scheme}-${language}.png`
          const visit = await newPage(browser, { width, height, scheme, language })
          try {
            if (role) await visit.context.addCookies((await sessionOf(node, role)).cookies)
            await chooseLanguage(visit.context, language)
            await show(visit.page, nodeOf(region, node).url, one)
            await visit.page.screenshot({ path: join(folder, file), fullPage: true })
            await visit.close()
          } catch (error) {
            faults.push(`${file}: ${(error as Error).message}`)
            await visit.context.close()
          }
        }
      }
    }
    process.stdout.write(`${name}\n`)
  }
  return faults
}

async function main(): Promise<number> {
  const names = process.argv.slice(2)
  const wanted = pages.filter(({ name }) => names.length === 0 || names.some(start => name.startsWith(start)))
  if (wanted.length === 0) throw new Error(`No page is called ${names.join(' or ')}.`)
  const spec = await findBrowser()
  if (!spec) throw new Error('No browser starts here; name one with CHROME_PATH.')
  mkdirSync(folder, { recursive: true })
  const region = await startRegion()
  const browser = await openBrowser(spec)
  const { owner, close } = openOwners(region)
  try {
    const faults = await take(browser, { ...region, owner }, wanted)
    for (const fault of faults) console.error(fault)
    return faults.length === 0 ? 0 : 1
  } finally {
    await browser.close()
    await close()
    await region.stop()
  }
}

process.exitCode = await main()
