/** Where a request to see a file stands; one that is past its term says so. */
import type { FileRequest } from '@kerege/contract/rights/files'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'

export function FileState({ row }: { row: FileRequest }) {
  const t = useT()
  const { today } = useFormat()
  const waits = row.state === 'asked' || row.state === 'released'
  const kind = waits ? (row.due < today ? 'stop' : 'wait') : row.state === 'handed' ? 'ok' : 'mute'
  return <StatePill kind={kind}>{t(`files.state.${row.state}`)}</StatePill>
}
