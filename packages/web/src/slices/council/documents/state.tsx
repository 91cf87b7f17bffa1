/** How a document and its languages stand, in words. */
import type { DocumentState, LanguageState } from '@kerege/contract/council/documents/states'
import { useT } from '../../../i18n/useT.tsx'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'

const kinds: Record<DocumentState, StateKind> = {
  draft: 'mute',
  circulated: 'wait',
  issued: 'ok',
  superseded: 'mute',
  withdrawn: 'mute',
}
const languageKinds: Record<LanguageState, StateKind> = {
  missing: 'mute',
  draft: 'info',
  checked: 'ok',
  stale: 'wait',
}

export function DocumentStatePill({ state }: { state: DocumentState }) {
  const t = useT()
  return <StatePill kind={kinds[state]}>{t(`council.doc.state.${state}`)}</StatePill>
}

export function LanguageStatePill({ state }: { state: LanguageState }) {
  const t = useT()
  return <StatePill kind={languageKinds[state]}>{t(`council.doc.language.${state}`)}</StatePill>
}
