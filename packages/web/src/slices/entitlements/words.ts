/** How far a claim is, in words. */
import type { ClaimState } from '@kerege/contract/entitlements/rules'
import type { CheckRow, ClaimRow } from '@kerege/contract/entitlements/schema'
import type { Translate } from '../../i18n/useT.tsx'
import type { StateKind } from '../../ui/StatePill.tsx'

const kinds: Readonly<Record<ClaimState, StateKind>> = {
  applies: 'wait',
  not: 'mute',
  asked: 'info',
  given: 'ok',
  refused: 'stop',
  appealed: 'info',
  ended: 'mute',
}

/** Whole days from then to now, by the calendar. */
const daysSince = (since: string, until: string): number =>
  Math.max(0, Math.round((Date.parse(until) - Date.parse(since)) / 86_400_000))

export function standOf(
  { state, askedOn, late }: Pick<ClaimRow, 'state' | 'askedOn' | 'late'>,
  today: string,
  t: Translate,
): { kind: StateKind; text: string } {
  if (late && askedOn)
    return { kind: 'stop', text: t('entitlements.waits', { n: daysSince(askedOn, today) }) }
  return { kind: kinds[state], text: t(`entitlements.state.${state}`) }
}

/** Something is to be done about it: to be asked, asked, refused. */
export const isOpen = ({ claim }: CheckRow): boolean =>
  claim !== undefined && ['applies', 'asked', 'refused', 'appealed'].includes(claim.state)
