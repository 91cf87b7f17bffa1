/** EpisodeOfCare: where the case stands. FHIR has seven words for it and we have thirteen, so ours stand beside. */
import type { CaseState } from '../cases/states.ts'
import { Episode as EpisodeShape, type Episode } from './record.ts'
import { piece, type Spot } from './spot.ts'
import { extension } from './systems.ts'
import type { Element, Resource } from './types.ts'

const statuses: Readonly<Record<CaseState, string>> = {
  arrived: 'planned',
  intake: 'active',
  assessment: 'active',
  planning: 'active',
  active: 'active',
  'review-due': 'active',
  closing: 'active',
  closed: 'finished',
  'follow-up': 'finished',
  ended: 'finished',
  paused: 'onhold',
  transferred: 'finished',
  merged: 'cancelled',
}
const states: Readonly<Record<string, CaseState>> = {
  planned: 'arrived',
  waitlist: 'arrived',
  active: 'active',
  onhold: 'paused',
  finished: 'ended',
  cancelled: 'ended',
}

export const episodeOf = (one: Episode, patient: Element): Resource => {
  const over = ['ended', 'transferred', 'merged'].includes(one.state) ? one.steps.at(-1)?.at : undefined
  return {
    resourceType: 'EpisodeOfCare',
    extension: [extension('case-state', 'valueCode', one.state)],
    status: statuses[one.state],
    ...(one.steps.length > 0
      ? {
          statusHistory: one.steps.map((step, at) => ({
            extension: [extension('case-state', 'valueCode', step.to)],
            status: statuses[step.to],
            period: { start: step.at, ...(one.steps[at + 1] ? { end: one.steps[at + 1]?.at } : {}) },
          })),
        }
      : {}),
    patient,
    period: { start: one.openedAt, ...(over ? { end: over } : {}) },
  }
}

const stateOf = (spot: Spot): unknown =>
  spot.extension('case-state').get('valueCode').value ?? states[spot.get('status').text() ?? '']

/** A moment to the second or finer; a day is its beginning in UTC. */
export const momentOf = (value: unknown): unknown => {
  if (typeof value !== 'string' || value.length < 10) return value
  const moment = new Date(value.length === 10 ? `${value}T00:00:00Z` : value)
  return Number.isNaN(moment.getTime()) ? value : moment.toISOString()
}

export const readEpisode = (spot: Spot): Episode | undefined =>
  piece(
    spot,
    EpisodeShape,
    {
      state: stateOf(spot),
      openedAt: momentOf(spot.get('period').get('start').value),
      steps: spot
        .each('statusHistory')
        .map(step => ({ to: stateOf(step), at: momentOf(step.get('period').get('start').value) })),
    },
    {
      '/state': spot.get('status'),
      '/openedAt': spot.get('period').get('start'),
      '/steps': spot.get('statusHistory'),
    },
  )
