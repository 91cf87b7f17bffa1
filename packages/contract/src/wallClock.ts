/**
 * What a clock on the wall of a place shows, by the tables of time zones of whoever asks. A phone of 2022 does not know that Kazakhstan
 * moved to UTC+5 in March 2024, so what a deadline depends on is asked at the node, whose tables come with it.
 */
import { remembering } from './remembering.ts'

export interface Wall {
  /** `YYYY-MM-DD` */
  day: string
  /** `HH:MM` */
  time: string
}

/** Making one takes longer than a row of a list takes in all, and whatever is drawn asks which day it is. */
const formatOf = remembering(
  (timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
)

export function wallAt(at: Date | string, timeZone: string): Wall {
  const parts = formatOf(timeZone).formatToParts(new Date(at))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find(one => one.type === type)?.value ?? ''
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}
