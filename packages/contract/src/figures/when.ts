/**
 * When something was, as surely as it is known: a day, a month, a year, or from one to another (ISO 8601:
 * `2019-05-28/2019-05-31`). Absent where nobody knows.
 */
import { z } from 'zod'

const part = /^(19|20|21)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

function isPart(text: string): boolean {
  if (!part.test(text)) return false
  if (text.length < 10) return true
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
}

export const When = z.string().refine(text => {
  const [from = '', to, more] = text.split('/')
  if (more !== undefined || !isPart(from)) return false
  return to === undefined || (isPart(to) && endOf(from) < endOf(to))
}, 'figure-date')
export type When = z.infer<typeof When>

/** First day that it can mean. */
export function startOf(when: string): string {
  const from = when.split('/')[0] ?? ''
  return from + '-01-01'.slice(from.length - 4)
}

/** Last day that it can mean. */
export function endOf(when: string): string {
  const to = when.split('/').at(-1) ?? ''
  if (to.length === 4) return `${to}-12-31`
  if (to.length === 10) return to
  const [year = 0, month = 1] = to.split('-').map(Number)
  return `${to}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`
}
