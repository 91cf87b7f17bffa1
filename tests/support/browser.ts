/**
 * Finds a browser that really starts: one named by CHROME_PATH, the Chromium that comes inside a package
 * (Linux on x64), one of the system, or an installed Chrome. Downloads nothing and asks for no rights.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** How to start a browser, as plain data: found once, handed to every journey. */
export interface BrowserSpec {
  /** In words, for the report. */
  readonly from: string
  readonly executablePath?: string
  readonly channel?: string
  readonly env?: Readonly<Record<string, string>>
}

const root = join(import.meta.dirname, '../..')

// Fonts drawn alike everywhere; and no name but loopback ever resolves, so that nothing can leave the machine.
const args: readonly string[] = [
  '--font-render-hinting=none',
  '--disable-gpu',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
]

const systemPaths: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
]

/** @returns the first browser that starts, or `null`: then journeys are not run, which is not the same as passed */
export async function findBrowser(): Promise<BrowserSpec | null> {
  const given = process.env.CHROME_PATH
  if (given) {
    const spec = { from: `CHROME_PATH ${given}`, executablePath: given }
    if (await starts(spec)) return spec
    throw new Error(`CHROME_PATH names ${given}, which does not start.`)
  }
  for await (const spec of candidates()) if (await starts(spec)) return spec
  return null
}

async function* candidates(): AsyncGenerator<BrowserSpec> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const folder = await unpacked()
    const executablePath = join(folder, 'chromium')
    const env = { FONTCONFIG_PATH: join(folder, 'fonts') }
    const libraries = join(folder, 'al2023', 'lib')
    yield { from: 'the packaged Chromium', executablePath }
    // A bare system has neither the security libraries nor any font: the package carries both.
    yield {
      from: 'the packaged Chromium with its own libraries',
      executablePath,
      env: { ...env, LD_LIBRARY_PATH: libraries },
    }
  }
  for (const executablePath of systemPaths) {
    if (existsSync(executablePath)) yield { from: executablePath, executablePath }
  }
  yield { from: 'the installed Chrome', channel: 'chrome' }
}

/**
 * Unpacks the packaged Chromium once, below `.cache`. The package itself would use one folder for all users of
 * the machine, and keep an old version there.
 */
async function unpacked(): Promise<string> {
  const packaged = join(root, 'node_modules/@sparticuz/chromium')
  const { version } = JSON.parse(await readFile(join(packaged, 'package.json'), 'utf8'))
  const folder = join(root, '.cache', `chromium-${version}`)
  if (existsSync(folder)) return folder

  const { inflate } = await import('@sparticuz/chromium')
  const making = `${folder}.${process.pid}`
  await mkdir(making, { recursive: true })
  const temporary = process.env.TMPDIR
  process.env.TMPDIR = making // where the package unpacks to
  try {
    const parts = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    await Promise.all(parts.map(part => inflate(join(packaged, 'bin', part))))
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = temporary
  }
  await rename(making, folder).catch(async (error: NodeJS.ErrnoException) => {
    // Another process was quicker, with the same content.
    await rm(making, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  })
  return folder
}

async function starts(spec: BrowserSpec): Promise<boolean> {
  try {
    const browser = await openBrowser(spec)
    const page = await browser.newPage()
    await page.goto('data:text/html,<title>ok</title>')
    const works = (await page.title()) === 'ok'
    await browser.close()
    return works
  } catch {
    return false
  }
}

/** Only our own pages on loopback are shown, so the sandbox, which root cannot have, is not missed. */
export const openBrowser = (spec: BrowserSpec): Promise<Browser> =>
  chromium.launch({
    ...(spec.executablePath ? { executablePath: spec.executablePath } : {}),
    ...(spec.channel ? { channel: spec.channel } : {}),
    env: { ...process.env, ...spec.env },
    args: [...args],
    chromiumSandbox: false,
    timeout: 30_000,
  })
