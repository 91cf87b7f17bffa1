/** A programme is written by the clock of the host; what is stored are moments. By the tables of time zones of this program. */
import type { Zone } from '@kerege/contract/practices/trainings/common'

export interface Wall {
  day: string
  time: string
}

export function wallAt(at: string | Date, zone: Zone): Wall {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find(one => one.type === type)?.value ?? ''
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

/** A time that a change of clocks leaves out becomes the moment just after it. */
export function momentAt({ day, time }: Wall, zone: Zone): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const offset = (at: number) => {
    const wall = wallAt(new Date(at), zone)
    return Date.parse(`${wall.day}T${wall.time}:00Z`) - at
  }
  // The offset of the first guess may be that of the other side of a change.
  const guess = asUtc - offset(asUtc)
  return new Date(asUtc - offset(guess))
}
