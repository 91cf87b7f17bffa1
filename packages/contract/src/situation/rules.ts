/** What may be written, beyond its shape, and which days come out of it. Pure: the form and the server ask the same. */
import type { PlainDate } from '../common.ts'
import type { Fault } from '../errors.ts'
import { addDays } from '../tasks/rules.ts'
import type { Content } from './content.ts'

/** All faults at once, each at its field below `/content`. */
export function contentFaults(content: Content, today: PlainDate): Fault[] {
  const at = (field: string, code: string): Fault => ({ pointer: `/content/${field}`, code })
  switch (content.kind) {
    case 'schooling':
      return content.placedOn && content.placedOn > today ? [at('placedOn', 'day-ahead')] : []
    case 'attendance':
      return [
        ...(content.month > today.slice(0, 7) ? [at('month', 'day-ahead')] : []),
        ...(content.held > daysOf(content.month) ? [at('held', 'more-than-month')] : []),
        ...(content.present > content.held ? [at('present', 'more-than-held')] : []),
      ]
    case 'legal':
      // The file of a criminal matter is kept elsewhere: here stands that there is one, and who defends.
      return content.matter === 'criminal' && content.words ? [at('words', 'file-outside')] : []
    case 'hearing':
      return [
        ...(content.deadline && content.deadline > content.day ? [at('deadline', 'period-reversed')] : []),
        ...(content.toHandIn && !content.deadline ? [at('deadline', 'required')] : []),
      ]
    case 'contact':
      return [
        ...(content.withPersonId || content.withWhom ? [] : [at('withWhom', 'required')]),
        ...(content.day > today ? [at('day', 'day-ahead')] : []),
        ...(content.next && content.next <= content.day ? [at('next', 'period-reversed')] : []),
      ]
    case 'health':
    case 'livelihood':
    case 'housing':
    case 'detention':
      return []
  }
}

const daysOf = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()

/** The day that a calendar shows: in court, out of prison, the next letter, the end of a lease. */
export function aheadOn(content: Content): PlainDate | undefined {
  switch (content.kind) {
    case 'hearing':
      return content.day
    case 'detention':
      return content.release
    case 'contact':
      return content.next
    case 'housing':
      return content.secureUntil
    default:
      return undefined
  }
}
export const deadlineOn = (content: Content): PlainDate | undefined =>
  content.kind === 'hearing' ? content.deadline : undefined

/** Days before a release on which its preparation begins. */
export const releaseAhead = 30

/** The work that comes out of it, and its day; a day that has passed is today's. */
export function taskOf(
  content: Content,
  today: PlainDate,
): { kind: 'court-date' | 'release-plan' | 'family-contact'; due: PlainDate } | undefined {
  const due = (day: PlainDate) => (day < today ? today : day)
  switch (content.kind) {
    case 'hearing':
      // What has passed is told, and asks nothing of anybody.
      return content.day < today
        ? undefined
        : { kind: 'court-date', due: due(content.deadline ?? content.day) }
    case 'detention':
      return content.release
        ? { kind: 'release-plan', due: due(addDays(content.release, -releaseAhead)) }
        : undefined
    case 'contact':
      return content.next && content.next >= today ? { kind: 'family-contact', due: content.next } : undefined
    default:
      return undefined
  }
}
