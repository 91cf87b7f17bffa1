/** An obstacle in words: what it is, on whose desk, how long, and whether that is longer than usual. */
import type { Obstacle, ObstacleRow, TakenStep } from '@kerege/contract/casework/obstacles'
import { known, type Translate } from '../../../i18n/useT.tsx'
import type { StateKind } from '../../../ui/StatePill.tsx'

export const deskText = ({ desk, deskName }: Pick<ObstacleRow, 'desk' | 'deskName'>, t: Translate): string =>
  [t(`casework.obstacles.desk.${desk}`), deskName].filter(Boolean).join(', ')

/** Whole days from then to now, by the calendar. */
const daysSince = (since: string, until: string): number =>
  Math.max(0, Math.round((Date.parse(until) - Date.parse(since)) / 86_400_000))

export function stateOf(row: ObstacleRow, today: string, t: Translate): { kind: StateKind; text: string } {
  const word = t(`casework.obstacles.state.${row.state}`)
  if (row.state === 'solved') return { kind: 'ok', text: word }
  const days = t('casework.obstacles.days', { n: daysSince(row.since, today) })
  return { kind: row.late ? 'stop' : row.state === 'answered' ? 'info' : 'wait', text: `${word}, ${days}` }
}

export const doText = (what: TakenStep, t: Translate): string => t(`casework.obstacles.do.${what}`)

/** What one would say of it next; of what is solved nothing. */
export const nextText = ({ state }: Pick<ObstacleRow, 'state'>, t: Translate): string | undefined => {
  if (state === 'solved') return undefined
  return doText(state === 'open' ? 'asked' : state === 'asked' ? 'answered' : 'solved', t)
}

export function stepText({ what, whom = '' }: Obstacle['steps'][number], t: Translate): string {
  const desk = known(`casework.obstacles.desk.${whom}`, `casework.obstacles.carried.${whom}`)
  return t(`casework.obstacles.step.${what}`, { desk: desk ? t(desk) : whom })
}
