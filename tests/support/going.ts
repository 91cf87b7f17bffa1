/**
 * Going from page to page as people do: within the app without loading it anew, and waiting until the new page stands
 * still. Loading everything takes longer than all that is looked at afterwards.
 */
import type { Page, Request } from 'playwright-core'

interface Asked {
  /** Not got yet. A stream of events never ends, and is not waited for. */
  readonly open: Set<Request>
  soFar: number
}

const underWay = new WeakMap<Page, Asked>()

/** What the page has asked for. */
function asked(page: Page): Asked {
  const known = underWay.get(page)
  if (known) return known
  const made: Asked = { open: new Set(), soFar: 0 }
  page.on('request', request => {
    if (request.resourceType() === 'eventsource') return
    made.open.add(request)
    made.soFar += 1
  })
  page.on('requestfinished', request => made.open.delete(request))
  page.on('requestfailed', request => made.open.delete(request))
  underWay.set(page, made)
  return made
}

const patienceMs = 20_000

/**
 * In the page: is nothing of it loading, and does nothing in it change, three times in a row? Looked at there, for each question from here
 * goes through four processes, and each frame that is asked for is drawn.
 */
const isStill = () =>
  new Promise<boolean>(tell => {
    const [quietMs, longestMs] = [100, 2000]
    const end = performance.now() + longestMs
    let changed = false
    let still = 0
    const watch = new MutationObserver(() => {
      changed = true
    })
    watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
    const look = () => {
      still = !changed && document.querySelector('[data-loading]') === null ? still + 1 : 0
      changed = false
      if (still < 3 && performance.now() < end) {
        setTimeout(look, quietMs)
        return
      }
      watch.disconnect()
      tell(still >= 3)
    }
    // After what it has to do now, and a frame in which what measures itself does so.
    requestAnimationFrame(() => setTimeout(look, quietMs))
  })

/** A document that went while we looked at it does not stand still. */
const whereItWent = (error: Error) => {
  if (/context was destroyed|navigation/i.test(error.message)) return false
  throw error
}

/** Waits until nothing is on its way and the page stands still: between a part of the app and what it asks for, a busy machine rests. */
export async function settled(page: Page): Promise<void> {
  const requests = asked(page)
  const end = Date.now() + patienceMs
  while (Date.now() < end) {
    const { soFar } = requests
    const still = requests.open.size === 0 && (await page.evaluate(isStill).catch(whereItWent))
    if (still && requests.open.size === 0 && requests.soFar === soFar) return
    if (!still) await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`The page does not settle; open: ${[...requests.open].map(one => one.url()).join(' ')}`)
}

/** Pages for everybody are whole documents of their own, and no part of the app. */
const isOfApp = (url: URL) => !url.pathname.startsWith('/public')

/** @param to an address, or a path at the node where the page is */
export async function go(page: Page, to: string): Promise<void> {
  // Of what the page before asked for, and never read to its end, nobody waits.
  asked(page).open.clear()
  const from = new URL(page.url())
  const there = new URL(to, from.protocol === 'about:' ? undefined : from)
  if (from.origin === there.origin && isOfApp(from) && isOfApp(there)) {
    // The router hears of it as of a link that was pressed.
    await page.evaluate(address => history.pushState({}, '', address), there.href)
  } else await page.goto(there.href)
  await settled(page)
}
