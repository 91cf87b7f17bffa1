/** On paper only: across every sheet of what is not for everybody stands whose copy it is, and of when. */
import type { CouncilDocument } from '@kerege/contract/council/documents/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useSession } from '../../../shell/session.ts'
import { partyText } from '../parts/Said.tsx'
import css from './documents.module.css'

export function PrintedMark({ document }: { document: CouncilDocument }) {
  const t = useT()
  const format = useFormat()
  const { hat } = useSession()
  if (document.distribution !== 'restricted') return null
  const { party } = document.mine
  const now = new Date().toISOString()
  const mark = t('council.doc.markPrint', {
    symbol: document.symbol ?? '—',
    reader: party ? partyText(party, format) : t(`access.role.${hat.role}`),
    time: `${format.date(now.slice(0, 10))}, ${now.slice(11, 16)} UTC`,
  })
  return (
    <div className="k-paper">
      <p className={css.mark}>{mark}</p>
      <div className={css.across} aria-hidden="true">
        <span>{mark}</span>
      </div>
    </div>
  )
}
