/**
 * A page as somebody would open it, and the eyes that a journey needs: it fails on errors of the console, on any
 * request that leaves the machine, and on what axe finds against WCAG 2.2 AA.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { faultsThatAxeFinds } from './axe.ts'

export interface VisitOptions {
  readonly width?: number
  readonly height?: number
  readonly scheme?: 'light' | 'dark'
  /** BCP 47, as the browser would say it. */
  readonly language?: string
  /** As a browser without script, or one that has it switched off. */
  readonly noScript?: boolean
  /** Keeps the app on the device, as browsers do, for the hour without a line; elsewhere that is work that nobody waits for. */
  readonly keeps?: boolean
  /** Console errors that belong to the story: Chromium reports each refused request as one. */
  readonly expects?: readonly RegExp[]
}

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** Cuts the line, or mends it. */
  offline(cut: boolean): Promise<void>
  /** What axe finds on the page as it stands, or inside what a selector names; empty when all is well. */
  accessibilityFaults(within?: string): Promise<string[]>
  /** Console errors and foreign requests so far. */
  faults(): readonly string[]
  /** @throws when a fault was seen */
  close(): Promise<void>
}

export const phone = { width: 360, height: 740 } as const
export const desk = { width: 1440, height: 900 } as const

export async function newPage(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const { width = desk.width, height = desk.height, scheme = 'light', language = 'en' } = options
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: language,
    timezoneId: 'Asia/Almaty',
    reducedMotion: 'reduce',
    hasTouch: width < 600,
    acceptDownloads: true,
    javaScriptEnabled: !options.noScript,
    serviceWorkers: options.keeps ? 'allow' : 'block',
  })
  const faults: string[] = []
  let cut = false
  watch(context, options.expects ?? [], faults, () => cut)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)

  return {
    page,
    context,
    faults: () => faults,
    async offline(wanted) {
      cut = wanted
      await context.setOffline(wanted)
    },
    accessibilityFaults: within => faultsThatAxeFinds(page, within),
    async close() {
      await context.close()
      if (faults.length > 0) throw new Error(`The page did what it must not:\n${faults.join('\n')}`)
    },
  }
}

function watch(
  context: BrowserContext,
  expects: readonly RegExp[],
  faults: string[],
  isOffline: () => boolean,
) {
  context.on('console', message => {
    if (message.type() !== 'error') return
    const text = `${message.text()} ${message.location().url}`
    const lineIsCut = isOffline() && /net::ERR_INTERNET_DISCONNECTED/.test(text)
    if (!lineIsCut && !expects.some(one => one.test(text))) faults.push(`console: ${text}`)
  })
  context.on('weberror', thrown => {
    const error = thrown.error()
    faults.push(`uncaught: ${error.stack ?? error.message}`)
  })
  context.on('request', request => {
    if (!isLoopback(request.url())) faults.push(`left the machine: ${request.url()}`)
  })
  context.on('page', page => {
    page.on('websocket', socket => {
      if (!isLoopback(socket.url())) faults.push(`left the machine: ${socket.url()}`)
    })
    page.on('crash', () => faults.push('the page crashed'))
  })
}

function isLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  if (!/^(https?|wss?):$/.test(protocol)) return true
  return /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
}
