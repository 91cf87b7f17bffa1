/** The directory of practitioners: professions, and how long a confirmation holds. Pure; the day comes from the caller. */
import { z } from 'zod'
import type { PlainDate } from '../../common.ts'

export const professions = [
  'case-manager',
  'social-worker',
  'psychologist',
  'doctor',
  'nurse',
  'teacher',
  'lawyer',
  'guardianship-officer',
  'consular-officer',
  'reception-officer',
  'employment-adviser',
  'community-worker',
  'interpreter',
  'trainer',
  'researcher',
  'coordinator',
  'other',
] as const
export const Profession = z.enum(professions)
export type Profession = z.infer<typeof Profession>

/** Number of the text that somebody agrees to who stands in the directory. A new text has a new number, and is asked anew. */
export const consentVersion = 1

export const confirmationStandings = ['running', 'ending', 'lapsed'] as const
export type ConfirmationStanding = (typeof confirmationStandings)[number]

const noticeDays = 30

const plusDays = (day: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** A confirmation holds through its last day; in the last thirty it asks to be renewed. */
export function confirmationStanding(until: PlainDate, today: PlainDate): ConfirmationStanding {
  if (until < today) return 'lapsed'
  return until <= plusDays(today, noticeDays) ? 'ending' : 'running'
}

/** The last day of a confirmation given today. A day that its month does not have is the last one of that month. */
export function confirmedUntil(today: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10)
}
