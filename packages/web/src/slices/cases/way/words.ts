/** Steps in words: what one does, by where the case stands and where it goes. */
import type { CaseState } from '@kerege/contract/cases/states'
import type { Translate } from '../../../i18n/useT.tsx'

/** The verb of a step's button. */
export function doText(from: CaseState, to: CaseState, t: Translate): string {
  if (from === 'paused' && to !== 'transferred') return t('cases.do.resume')
  switch (to) {
    case 'intake':
    case 'assessment':
    case 'planning':
    case 'review-due':
    case 'closing':
    case 'follow-up':
    case 'paused':
    case 'transferred':
    case 'ended':
      return t(`cases.do.${to}`)
    case 'active':
      if (from === 'closing') return t('cases.do.takeBack')
      if (from === 'closed' || from === 'follow-up') return t('cases.do.reopen')
      return t(from === 'review-due' ? 'cases.do.reviewed' : 'cases.do.active')
    default:
      return t(`cases.state.${to}`)
  }
}
