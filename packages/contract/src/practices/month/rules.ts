/** When the practice of the month is told. Pure. */

/** `2026-11`, of a day. */
export const monthOf = (day: string): string => day.slice(0, 7)

export const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/

/**
 * The first day of a month on which offices of the region work: Monday to Friday, and not the first two days of January, which
 * are free in all five states. Other holidays move by decree and are not known here; a mail on one waits in its box.
 */
export function firstWorkingDay(month: string): string {
  const from = month.endsWith('-01') ? 3 : 1
  for (let day = from; ; day++) {
    const text = `${month}-${String(day).padStart(2, '0')}`
    const weekday = new Date(`${text}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) return text
  }
}
