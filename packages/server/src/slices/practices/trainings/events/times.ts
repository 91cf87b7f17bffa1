/** A programme is written by the clock of the host; what is stored are moments. */
import type { Zone } from '@kerege/contract/practices/trainings/common'
import { type Wall, wallAt } from '@kerege/contract/wallClock'

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
