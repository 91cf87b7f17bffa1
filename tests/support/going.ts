/**
 * Going from page to page as people do: within the app without loading it anew, and waiting until the new page stands
 * still. Loading everything takes longer than all that is looked at afterwards.
 */
import type { Page, Request } from 'playwright-core'

const underWay = new WeakMap<Page, Set<Request>>()

/** What the page has asked for and not got yet. A stream of events never ends, and is not waited for. */
function asked(page: Page): Set<Request> {
  const known = underWay.get(page)
  if (known) return known
  const open = new Set<Request>()
  page.on('request', request => {
    if (request.resourceType() !== 'eventsource') open.add(request)
  })
  page.on('requestfinished', request => open.delete(request))
  page.on('requestfailed', request => open.delete(request))
  underWay.set(page, open)
  return open
}

const quietMs = 100
const patienceMs = 20_000

/** In the page: after what it has to do now, is any of it still loading? */
const isStill = () =>
  new Promise<boolean>(tell => {
    const look = () => tell(document.querySelector('[data-loading]') === null)
    requestAnimationFrame(() => setTimeout(look))
  })

/** Waits until nothing is on its way and nothing is loading, three times in a row: between a part of the app and what it asks for, a busy machine rests. */
export async function settled(page: Page): Promise<void> {
  const open = asked(page)
  const end = Date.now() + patienceMs
  for (let still = 0; still < 3; ) {
    still = open.size === 0 && (await page.evaluate(isStill)) && open.size === 0 ? still + 1 : 0
    if (Date.now() > end) {
      throw new Error(`The page does not settle; open: ${[...open].map(one => one.url()).join(' ')}`)
    }
    await new Promise(resolve => setTimeout(resolve, quietMs))
  }
}

/** Pages for everybody are whole documents of their own, and no part of the app. */
const isOfApp = (url: URL) => !url.pathname.startsWith('/public')

/** @param to an address, or a path at the node where the page is */
export async function go(page: Page, to: string): Promise<void> {
  // Of what the page before asked for, and never read to its end, nobody waits.
  asked(page).clear()
  const from = new URL(page.url())
  const there = new URL(to, from.protocol === 'about:' ? undefined : from)
  if (from.origin === there.origin && isOfApp(from) && isOfApp(there)) {
    // The router hears of it as of a link that was pressed.
    await page.evaluate(address => history.pushState({}, '', address), there.href)
  } else await page.goto(there.href)
  await settled(page)
}
