/**
 * How long the first page takes on a slow phone: processor four times slower, 1.6 Mbit/s down, 150 ms there and back,
 * nothing kept from before, in Kazakh. Usable is when the heading stands and what one came for can be pressed.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { findBrowser, openBrowser } from '../../tests/support/browser.ts'
import { nodeOf, startRegion } from '../../tests/support/region.ts'

const pages = [
  { what: 'start page', path: '/', node: 'hub', usable: 'main button:enabled, main a[href]' },
  { what: 'sign-in', path: '/sign-in', node: 'kz', usable: 'main input:enabled' },
] as const

/** @returns a row for each page; the figures stay away where no browser starts */
export async function measurePhone(rounds: number, say: (line: string) => void) {
  const spec = await findBrowser()
  if (!spec) {
    return [{ what: 'slow phone: first page usable', figure: 'not measured: no browser', budget: '2.0 s' }]
  }
  const region = await startRegion(4940)
  const browser = await openBrowser(spec)
  try {
    const rows = []
    for (const { what, path, node, usable } of pages) {
      const times: number[] = []
      const kilobytes: number[] = []
      for (let round = 0; round <= rounds; round++) {
        const visit = await visited(browser, `${nodeOf(region, node).url}${path}`, usable)
        // The first wakes the server.
        if (round > 0) times.push(visit.ms)
        kilobytes.push(visit.bytes / 1024)
      }
      times.sort((a, b) => a - b)
      const [best, middle] = [times[0] ?? 0, times[Math.floor(times.length / 2)] ?? 0]
      const figure = `${(middle / 1000).toFixed(2)} s (best ${(best / 1000).toFixed(2)} s, ${kilobytes.at(-1)?.toFixed(0)} KB)`
      rows.push({ what: `slow phone: ${what} usable`, figure, budget: '2.0 s' })
      say(`slow phone, ${what}: ${figure}`)
    }
    return rows
  } finally {
    await browser.close()
    await region.stop()
  }
}

async function visited(browser: Browser, url: string, usable: string) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'kk-KZ',
    deviceScaleFactor: 2,
  })
  try {
    const page = await context.newPage()
    const phone = await context.newCDPSession(page)
    let bytes = 0
    phone.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await phone.send('Network.enable')
    await phone.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 750_000 / 8,
    })
    await phone.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    // Looked at from inside, frame by frame: asking from outside would take its own time.
    await page.addInitScript(`
      const look = () => {
        if (document.querySelector('h1') && document.querySelector(${JSON.stringify(usable)})) window.usableAt = performance.now()
        else requestAnimationFrame(look)
      }
      look()`)
    await page.goto(url, { waitUntil: 'commit' })
    for (let left = 300; left > 0; left--) {
      await pause(200)
      // By the debugger: the page's own policy forbids whatever a test would write into it.
      const { result } = await phone.send('Runtime.evaluate', { expression: 'window.usableAt' })
      if (typeof result.value === 'number') return { ms: result.value, bytes }
    }
    throw new Error(`${url} did not become usable within a minute.`)
  } finally {
    await context.close()
  }
}
