/**
 * A hub of its own for a journey that lasts for weeks: the same program on a database of its own, with a clock that
 * the journey turns. The hub of the region is everybody's, and its clock is that of the machine.
 */
import { type Hub, hub } from '../../packages/server/src/slices/council/testing/hub.ts'
import { type Turned, turned } from './turned.ts'

export type TurnedHub = Hub & Turned

/** Listens until `w.close()`. */
export const turnedHub = (firstPort = 4790): Promise<TurnedHub> =>
  turned(firstPort, parts => hub({ ...parts, background: true, pace: 0.2 }))
