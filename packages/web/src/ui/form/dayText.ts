/** A day as people here type it, 24.11.2026, and as it is stored, 2026-11-24. */

/** @returns the stored form, or what was typed when it is no day yet: the schema then says so. */
export function dayFromText(text: string): string {
  const match = /^\s*(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})\s*$/.exec(text)
  if (!match) return text
  const [, day = '', month = '', year = ''] = match
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

export function dayToText(day: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)
  return match ? `${match[3]}.${match[2]}.${match[1]}` : day
}

/** `2026-11` from "11.2026" and back. */
export function monthFromText(text: string): string {
  const match = /^\s*(\d{1,2})[.\-/ ](\d{4})\s*$/.exec(text)
  return match ? `${match[2]}-${(match[1] ?? '').padStart(2, '0')}` : text
}

export function monthToText(month: string): string {
  const match = /^(\d{4})-(\d\d)$/.exec(month)
  return match ? `${match[2]}.${match[1]}` : month
}
