/** States of meetings in words. */
import type { ConferenceRow, Invitation } from '@kerege/contract/meetings/conferences'
import type { InterestRow } from '@kerege/contract/meetings/interests'
import type { Translate } from '../../i18n/useT.tsx'
import type { StateKind } from '../../ui/StatePill.tsx'

/** @param today the day of the node: one that is over has a record, or waits for it */
export function conferencePill(
  { state, day }: Pick<ConferenceRow | Invitation, 'state' | 'day'>,
  today: string,
  t: Translate,
): { kind: StateKind; text: string } {
  if (state === 'planned' && day < today) return { kind: 'wait', text: t('meetings.noRecord') }
  const kinds = { planned: 'info', held: 'ok', 'called-off': 'mute' } as const
  return { kind: kinds[state], text: t(`meetings.state.${state}`) }
}

export function interestPill(
  row: Pick<InterestRow, 'state' | 'panel'>,
  t: Translate,
): { kind: StateKind; text: string } {
  const panel = row.panel?.state
  if (panel === 'decided') return { kind: 'ok', text: t('interests.panel.decided') }
  if (panel === 'called' || panel === 'proposed') return { kind: 'wait', text: t(`interests.panel.${panel}`) }
  const kinds = { draft: 'info', review: 'wait', reviewed: 'ok', dropped: 'mute' } as const
  return { kind: kinds[row.state], text: t(`interests.state.${row.state}`) }
}
