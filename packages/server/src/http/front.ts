/**
 * What a node shows to browsers beside its API: public pages and the web app. Where the app is still being built, its doors are
 * open all the same, and a page that waits stands in front of both.
 */
import { Hono } from 'hono'
import type { ClientAddress } from './clientAddress.ts'
import { servePages } from './pages.ts'
import { servePublic } from './public/serve.ts'
import type { Node } from '../platform/context.ts'
import type { AnyPublic } from '../platform/publicPage.ts'
import { openWaitingPage } from './waiting/page.ts'

export interface Front {
  node: Node
  /** What anybody may read; null where the node has no public face. */
  publicPages?: readonly AnyPublic[] | null
  /** Folder of the built web app, or the promise of one; absent in tests of the API. */
  webDir?: string | Promise<string>
}

/** Where a browser without script is sent from the pages of the app. */
const publicHome = '/public'

/** @param nothingHere the answer for what does not exist */
export function serveFront(
  app: Hono,
  { node, publicPages, webDir }: Front,
  clientAddress: ClientAddress,
  nothingHere: () => Response,
): void {
  const openOn = (to: Hono, folder: string | undefined) => {
    if (publicPages) servePublic(to, { node, pages: publicPages, webDir: folder, clientAddress })
    else {
      for (const path of ['/public', '/public/*']) to.all(path, nothingHere)
      // Nothing of a national node belongs into anybody's index.
      to.get('/robots.txt', () => new Response('User-agent: *\nDisallow: /\n'))
    }
    if (folder !== undefined) servePages(to, folder, publicPages ? publicHome : undefined)
  }
  if (typeof webDir !== 'object') {
    openOn(app, webDir)
    return
  }

  let built: Hono | undefined
  webDir.then(
    folder => {
      const inner = new Hono()
      openOn(inner, folder)
      inner.notFound(nothingHere)
      inner.onError(error => {
        throw error
      })
      built = inner
    },
    // Whoever has it built is told, and ends the node.
    () => undefined,
  )
  const wait = openWaitingPage()
  app.all('*', c => (built ? built.fetch(c.req.raw, c.env) : wait(c)))
}
