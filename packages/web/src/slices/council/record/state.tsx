/** How a record and a statement stand, in words. */
import type { RecordOfSession, Statement } from '@kerege/contract/council/record/schema'
import { useT } from '../../../i18n/useT.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'

/** A moment as deadlines of the Council are written. */
export const utcText = (at: string): string =>
  `${at.slice(8, 10)}.${at.slice(5, 7)}.${at.slice(0, 4)}, ${at.slice(11, 16)} UTC`

export function RecordStatePill({ record }: { record: Pick<RecordOfSession, 'state'> }) {
  const t = useT()
  switch (record.state) {
    case 'draft':
      return <StatePill kind="mute">{t('council.rec.isDraft')}</StatePill>
    case 'circulated':
      return <StatePill kind="wait">{t('council.rec.provisional')}</StatePill>
    default:
      return <StatePill kind="ok">{t('council.rec.approved')}</StatePill>
  }
}

/** At most two: what was taken back is nothing else any more. */
export function StatementPills({ statement }: { statement: Statement }) {
  const t = useT()
  const { withdrawnAt, withheld, forRecord, late } = statement
  if (withdrawnAt) return <StatePill kind="mute">{t('council.sta.withdrawn')}</StatePill>
  return (
    <span className="k-row">
      {withheld ? (
        <StatePill kind="seal">{t('council.sta.withheld')}</StatePill>
      ) : (
        forRecord && <StatePill kind="info">{t('council.sta.forRecord')}</StatePill>
      )}
      {late && <StatePill kind="mute">{t('council.sta.late')}</StatePill>}
    </span>
  )
}
