/** The terms of a summary record and who files statements: pure, by the rules of the body and the server's clock. */
import type { Instant } from '../../common.ts'
import type { Classification } from '../rules.ts'
import type { BodyRules } from '../rules.ts'
import type { SessionState } from '../sessions.ts'
import { isOver, type Standing, voiceHindrance } from '../silence.ts'

const day = 86_400_000
const hour = 3_600_000

export const correctionsUntil = (rules: Pick<BodyRules, 'correctionDays'>, circulatedAt: Instant): Instant =>
  new Date(Date.parse(circulatedAt) + rules.correctionDays * day).toISOString()

/** When everybody is told that the term ends soon; nobody where it is shorter than the notice. */
export function correctionsReminder(
  rules: Pick<BodyRules, 'correctionDays' | 'reminderHours'>,
  circulatedAt: Instant,
): Instant | null {
  const at = Date.parse(correctionsUntil(rules, circulatedAt)) - rules.reminderHours * hour
  return rules.reminderHours > 0 && at > Date.parse(circulatedAt) ? new Date(at).toISOString() : null
}

/** A correction of the very second of the end comes too late. */
export const correctionsOver = (until: Instant, now: Instant): boolean => isOver(until, now)

/** Statements are filed from the invitation on; after the session they are late, and still filed. */
export const takesStatements = (state: SessionState): boolean =>
  state === 'invited' || state === 'under-way' || state === 'closed'

/** Why a party cannot file a statement by its own delegate; `null` when it can. */
export function filingHindrance(
  standing: Standing | undefined,
  rules: Pick<BodyRules, 'statements'>,
  now: Instant,
): 'no-delegation' | 'no-credentials' | 'term-ended' | 'statements-not-taken' | null {
  const voice = voiceHindrance(standing, now.slice(0, 10))
  if (voice) return voice
  return filesStatements(standing?.classification ?? '', rules) ? null : 'statements-not-taken'
}

export const filesStatements = (classification: string, rules: Pick<BodyRules, 'statements'>): boolean =>
  rules.statements.includes(classification as Classification)
