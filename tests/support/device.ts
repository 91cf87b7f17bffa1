/** What a phone has with it: asked in the page itself, of the stores that the app writes. */
import type { Page } from 'playwright-core'

/** Does the device open without a line, with a list to tick and the app on it? */
export const isTakenAlong = (page: Page): Promise<boolean> => page.evaluate(takenAlong)

/** Runs in the page. */
async function takenAlong(): Promise<boolean> {
  const known = await indexedDB.databases()
  if (!navigator.serviceWorker.controller || !known.some(({ name }) => name === 'kerege.device')) return false
  const files = await (await caches.open('kerege-app-1')).keys()
  const request = indexedDB.open('kerege.device')
  return new Promise(tell => {
    request.onsuccess = () => {
      const names = request.result.transaction('kept').objectStore('kept').getAllKeys()
      names.onsuccess = () => {
        request.result.close()
        const list = names.result.some(key => String(key).includes('board:'))
        tell(list && files.some(({ url: file }) => file.includes('ScanDrawer')))
      }
    }
  })
}
