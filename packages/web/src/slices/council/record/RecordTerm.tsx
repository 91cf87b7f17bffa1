/** What stands over the text of a circulated record: until when it may be corrected, and how. */
import type { Language } from '@kerege/contract/common'
import type { CouncilDocument } from '@kerege/contract/council/documents/schema'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { utcText } from './state.tsx'

export function RecordTerm({ document, language }: { document: CouncilDocument; language: Language }) {
  const t = useT()
  const format = useFormat()
  const { bound, state, mine, sourceLanguage } = document
  if (bound?.as !== 'record' || state !== 'circulated' || !bound.correctionsUntil) return null
  return (
    <Notice kind="wait" title={t('council.rec.provisional')}>
      <p>{t('council.rec.until', { when: utcText(bound.correctionsUntil) })}</p>
      {mine.mayAmend && language === sourceLanguage && <p>{t('council.rec.howTo')}</p>}
      {mine.mayAmend && language !== sourceLanguage && (
        <p>
          {t('council.rec.inOriginal')}:{' '}
          <Link to={`/documents/${document.id}`} search={{ language: sourceLanguage } as never}>
            {format.language(sourceLanguage)}
          </Link>
        </p>
      )}
    </Notice>
  )
}
