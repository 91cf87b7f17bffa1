/**
 * A hub of its own for a journey that lasts for weeks: the same program on a database of its own, with a clock that
 * the journey turns. The hub of the region is everybody's, and its clock is that of the machine.
 */
import type { BrowserContext } from 'playwright-core'
import { freePorts } from '../../packages/server/src/region/ports.ts'
import { builtWeb } from '../../packages/server/src/region/web.ts'
import { type Hub, hub } from '../../packages/server/src/slices/council/testing/hub.ts'
import type { Somebody } from '../../packages/server/src/testing/world.ts'

export interface TurnedHub extends Hub {
  readonly url: string
  /** What the clock of the hub shows. */
  now(): Date
  /** Puts the clock forward. */
  turn(ms: number): void
}

/** Listens until `w.close()`. */
export async function turnedHub(firstPort = 4790): Promise<TurnedHub> {
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const [port = firstPort] = await freePorts(firstPort, 1)
  const webDir = await builtWeb(() => undefined)
  const made = await hub({ now, background: true, pace: 0.2, listen: { port, webDir } })
  return {
    ...made,
    url: `http://localhost:${port}`,
    now,
    turn(ms) {
      ahead += ms
    },
  }
}

/** The browser of somebody who has signed in; the way in has journeys of its own. */
export async function signedIn(context: BrowserContext, url: string, { cookie }: Somebody): Promise<void> {
  const at = cookie.indexOf('=')
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url }])
}
