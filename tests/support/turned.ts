/** What a hub and a national node of a long story have in common: a port of its own, and a clock that the journey turns. */
import type { BrowserContext, Page } from 'playwright-core'
import { freePorts } from '../../packages/server/src/region/ports.ts'
import { builtWeb } from '../../packages/server/src/region/web.ts'

export interface Turned {
  readonly url: string
  /** What the clock of the node shows. */
  now(): Date
  /** Puts the clock forward. */
  turn(ms: number): void
}

interface Parts {
  readonly now: () => Date
  readonly listen: { readonly port: number; readonly webDir: string }
}

/** @param ahead how far the clock stands from that of the machine at the beginning */
export async function turned<Made extends object>(
  firstPort: number,
  make: (parts: Parts) => Promise<Made>,
  ahead = 0,
): Promise<Made & Turned> {
  let apart = ahead
  const now = () => new Date(Date.now() + apart)
  const [port = firstPort] = await freePorts(firstPort, 1)
  const made = await make({ now, listen: { port, webDir: await builtWeb(() => undefined) } })
  return {
    ...made,
    url: `http://localhost:${port}`,
    now,
    turn(ms) {
      apart += ms
    },
  }
}

const turning = 'the clock is turned'

/** The browser's clock stands where that of the node does, or a little later: a day that a form proposes is the node's today. */
export const standAt = (context: BrowserContext, aheadMs: number): Promise<unknown> =>
  context.addInitScript(
    ([first, turned]) => {
      let ahead = first
      addEventListener(turned, event => {
        ahead = (event as CustomEvent<number>).detail
      })
      const Machine = Date
      const Turned = function (this: unknown, ...given: []) {
        const made = given.length === 0 ? new Machine(Machine.now() + ahead) : new Machine(...given)
        return new.target ? made : made.toString()
      }
      Turned.prototype = Machine.prototype
      Object.assign(Turned, { UTC: Machine.UTC, parse: Machine.parse, now: () => Machine.now() + ahead })
      Object.assign(globalThis, { Date: Turned })
    },
    [aheadMs, turning] as const,
  )

/** The clock of a page that stands already. */
export const turnClock = (page: Page, aheadMs: number): Promise<unknown> =>
  page.evaluate(([ahead, turned]) => dispatchEvent(new CustomEvent(turned, { detail: ahead })), [
    aheadMs,
    turning,
  ] as const)
