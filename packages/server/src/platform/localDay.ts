/** Which day it is where the node stands. A due date is a day of that place, never of UTC. */
import type { Context } from './context.ts'
import { wallAt } from '@kerege/contract/wallClock'

/** @returns `YYYY-MM-DD` */
export const localDay = (at: Date, timeZone: string): string => wallAt(at, timeZone).day

/** The day of whoever asks. */
export const today = (ctx: Context): string => localDay(ctx.now, ctx.node.info.timeZone)
