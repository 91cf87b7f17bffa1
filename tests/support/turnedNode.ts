/**
 * A national node of its own for a story that lasts for years. It begins in the past and is turned towards today: a grant counts from its
 * day on by the clock of the database, and nobody turns that.
 */
import { type World, world } from '../../packages/server/src/testing/world.ts'
import { type Turned, turned } from './turned.ts'

const day = 86_400_000

export interface TurnedNode extends Turned {
  readonly w: World
}

/** Listens until `w.close()`. */
export const turnedNode = (daysAgo: number, firstPort = 25_700): Promise<TurnedNode> =>
  turned(firstPort, async parts => ({ w: await world(parts) }), -daysAgo * day)
