/** Where an opening stands: open, waiting for a word, late, or what was said. */
import type { OpeningRow } from '@kerege/contract/glass/schema'
import { useT } from '../../i18n/useT.tsx'
import { type StateKind, StatePill } from '../../ui/StatePill.tsx'

const kinds: Readonly<Record<OpeningRow['state'], StateKind>> = {
  open: 'info',
  waiting: 'wait',
  late: 'stop',
  justified: 'ok',
  'not-justified': 'mute',
}

export function OpeningState({ row }: { row: Pick<OpeningRow, 'state'> }) {
  const t = useT()
  return <StatePill kind={kinds[row.state]}>{t(`glass.state.${row.state}`)}</StatePill>
}
