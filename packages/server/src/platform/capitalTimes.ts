/**
 * A moment on the wall of each capital. Computed here, by the tables of time zones that this program ships with: a phone of
 * 2022 does not know that Kazakhstan moved to UTC+5 in March 2024, and a deadline must not depend on it.
 */
import type { CapitalTime } from '@kerege/contract/council/schema'
import { capitals } from '@kerege/contract/council/sessions'

export const capitalTimes = (at: string): CapitalTime[] =>
  capitals.map(({ city, zone }) => {
    const local = wallClock(at, zone)
    return { city, local, offsetMinutes: Math.round((Date.parse(`${local}Z`) - minute(at)) / 60_000) }
  })

const minute = (at: string) => Math.floor(Date.parse(at) / 60_000) * 60_000

function wallClock(at: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find(one => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}
