/**
 * A national node of its own for a story that lasts for years. It begins in the past and is turned towards today: a grant counts from its
 * day on by the clock of the database, and nobody turns that.
 */
import type { BrowserContext } from 'playwright-core'
import { type World, world } from '../../packages/server/src/testing/world.ts'
import { type Turned, turned } from './turned.ts'

const day = 86_400_000

export interface TurnedNode extends Turned {
  readonly w: World
}

/** Listens until `w.close()`. */
export const turnedNode = (daysAgo: number, firstPort = 25_700): Promise<TurnedNode> =>
  turned(firstPort, async parts => ({ w: await world(parts) }), -daysAgo * day)

/** The browser's clock stands where that of the node does: a day that a form proposes is the node's today. */
export const standAt = (context: BrowserContext, { now }: Turned): Promise<unknown> =>
  context.addInitScript(ahead => {
    const Machine = Date
    const Turned = function (this: unknown, ...given: []) {
      const made = given.length === 0 ? new Machine(Machine.now() + ahead) : new Machine(...given)
      return new.target ? made : made.toString()
    }
    Turned.prototype = Machine.prototype
    Object.assign(Turned, { UTC: Machine.UTC, parse: Machine.parse, now: () => Machine.now() + ahead })
    Object.assign(globalThis, { Date: Turned })
  }, now().getTime() - Date.now())
