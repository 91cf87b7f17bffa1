/** Where a transfer stands, and what a place is called, in words. */
import type { Transfer, TransferState } from '@kerege/contract/transfers/schema'
import type { Formatter } from '../../i18n/useFormat.tsx'
import type { Translate } from '../../i18n/useT.tsx'
import type { StateKind } from '../../ui/StatePill.tsx'

const kinds: Readonly<Record<TransferState, StateKind>> = {
  asked: 'info',
  accepted: 'ok',
  declined: 'stop',
  'taken-back': 'mute',
  stopped: 'stop',
}

export function standOf(
  { state, late, noted = false }: Pick<Transfer, 'state' | 'late'> & { noted?: boolean },
  t: Translate,
): { kind: StateKind; text: string } {
  if (late) return { kind: 'wait', text: t('transfers.late') }
  const kind = kinds[state]
  return { kind: kind === 'stop' && noted ? 'mute' : kind, text: t(`transfers.state.${state}`) }
}

/** The team first, where one is meant. */
export const placeName = ({ agency, team }: Transfer['to'], format: Formatter): string =>
  [team?.name, format.text(agency).text].filter(Boolean).join(' · ')
