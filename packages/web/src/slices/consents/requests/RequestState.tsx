/** Where a request stands; one that is past its term says so. */
import type { RequestRow } from '@kerege/contract/consents/requestSchema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'

export function RequestState({ row }: { row: RequestRow }) {
  const t = useT()
  const { today } = useFormat()
  const open = row.state === 'recorded' || row.state === 'asked'
  const kind = open ? (row.due < today ? 'stop' : 'wait') : row.state === 'released' ? 'ok' : 'mute'
  return <StatePill kind={kind}>{t(`consents.request.state.${row.state}`)}</StatePill>
}
