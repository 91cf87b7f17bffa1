/** A moment on the wall of each capital. */
import type { CapitalTime } from '@kerege/contract/council/schema'
import { capitals } from '@kerege/contract/council/sessions'
import { wallAt } from '@kerege/contract/wallClock'

export const capitalTimes = (at: string): CapitalTime[] =>
  capitals.map(({ city, zone }) => {
    const { day, time } = wallAt(at, zone)
    const local = `${day}T${time}`
    return { city, local, offsetMinutes: Math.round((Date.parse(`${local}Z`) - minute(at)) / 60_000) }
  })

const minute = (at: string) => Math.floor(Date.parse(at) / 60_000) * 60_000
