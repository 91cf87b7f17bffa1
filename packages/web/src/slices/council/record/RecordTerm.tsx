/** What stands over the text of a circulated record: until when it may be corrected, and how. */
import type { CouncilDocument } from '@kerege/contract/council/documents/schema'
import { useT } from '../../../i18n/useT.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { utcText } from './state.tsx'

export function RecordTerm({ document }: { document: CouncilDocument }) {
  const t = useT()
  const { bound, state, mine } = document
  if (bound?.as !== 'record' || state !== 'circulated' || !bound.correctionsUntil) return null
  return (
    <Notice kind="wait" title={t('council.rec.provisional')}>
      <p>{t('council.rec.until', { when: utcText(bound.correctionsUntil) })}</p>
      {mine.mayAmend && <p>{t('council.rec.howTo')}</p>}
    </Notice>
  )
}
