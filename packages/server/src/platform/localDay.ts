/** Which day it is where the node stands. A due date is a day of that place, never of UTC. */
import type { Context } from './context.ts'

/** @returns `YYYY-MM-DD` */
export function localDay(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at)
  const part = (type: 'year' | 'month' | 'day') => parts.find(one => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** The day of whoever asks. */
export const today = (ctx: Context): string => localDay(ctx.now, ctx.node.info.timeZone)
