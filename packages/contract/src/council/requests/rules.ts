/** Requests for information between focal points: when one waits, is late, is answered. Pure; the day comes from the caller. */
import type { PlainDate } from '../../common.ts'

export const requestStandings = ['waiting', 'late', 'answered', 'withdrawn'] as const
export type RequestStanding = (typeof requestStandings)[number]

interface Asked {
  withdrawn: boolean
  due: PlainDate
  /** One for each who was asked. */
  answered: readonly boolean[]
}

/** Late is what the calendar says, from the day after; who has answered is late no more. */
export function requestStanding({ withdrawn, due, answered }: Asked, today: PlainDate): RequestStanding {
  if (withdrawn) return 'withdrawn'
  if (answered.every(Boolean)) return 'answered'
  return due < today ? 'late' : 'waiting'
}

export const turnKinds = ['clarification', 'answer'] as const
export type TurnKind = (typeof turnKinds)[number]

/** Why somebody neither asks nor answers today; `null` when they do. */
export function focalHindrance(
  mine: { classification: string; from: PlainDate; to?: PlainDate | undefined } | undefined,
  day: PlainDate,
): 'no-focal-point' | 'term-ended' | 'observers-read' | null {
  if (!mine) return 'no-focal-point'
  if (day < mine.from || (mine.to !== undefined && day > mine.to)) return 'term-ended'
  return mine.classification === 'member' || mine.classification === 'partner' ? null : 'observers-read'
}
