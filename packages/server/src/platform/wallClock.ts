/**
 * What a clock on the wall of a place shows. By the tables of time zones that this program ships with: a phone of 2022 does not
 * know that Kazakhstan moved to UTC+5 in March 2024, and a deadline must not depend on it.
 */
import { remembering } from '@kerege/contract/remembering'

export interface Wall {
  /** `YYYY-MM-DD` */
  day: string
  /** `HH:MM` */
  time: string
}

/** Making one takes longer than a row of a list takes in all, and rows ask which day it is. */
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
